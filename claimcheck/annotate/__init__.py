"""Takes an article, gives its mentions. spaCy lives here and nowhere else."""

from claimcheck.annotate import light_spacy

light_spacy.load()
