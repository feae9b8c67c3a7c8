"""Sources -> contradictions planted in copies of them, and how many of these the rules catch."""
