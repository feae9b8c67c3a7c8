"""Date expressions -> Timex; the day an article was written."""
