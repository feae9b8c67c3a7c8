"""Reading: takes paths, gives sources with their articles, and what could not be read."""
