"""Takes pairs of claims and rules, gives findings."""
