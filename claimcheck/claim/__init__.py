"""Takes the mentions of one article, gives its claims."""
