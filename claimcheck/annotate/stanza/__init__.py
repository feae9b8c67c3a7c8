"""Stanza as an engine: reads texts with models that the user brings."""
