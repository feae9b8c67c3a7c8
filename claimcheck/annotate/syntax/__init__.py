"""What a parser says of a text, and what the pipes take from it."""
