"""Takes all claims, gives the pairs that may be about the same thing, compared and weighed."""
