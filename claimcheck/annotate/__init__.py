"""Takes an article, gives its mentions. spaCy lives here and nowhere else."""
