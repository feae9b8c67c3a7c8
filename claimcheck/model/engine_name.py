"""The names of the engines, apart from their models so that the command line starts at once."""

from enum import StrEnum


class EngineName(StrEnum):
    """What `--engine` may name."""

    RULES = "rules"
    STANZA = "stanza"
