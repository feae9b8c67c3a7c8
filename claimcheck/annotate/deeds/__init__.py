"""Who did what, and whether it came about: the words of `rules/deeds/` in a text."""
