"""What differs between languages: how letters fold and words inflect; words are in `rules/`."""
