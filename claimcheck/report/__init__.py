"""report: takes findings and problems, gives one text a format; it decides nothing."""
