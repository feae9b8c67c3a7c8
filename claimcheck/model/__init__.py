"""The immutable models that the stages exchange."""
