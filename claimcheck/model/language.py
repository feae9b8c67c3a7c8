"""The languages that a report can be written in."""

from enum import StrEnum


class Language(StrEnum):
    """What `--lang` may name."""

    EN = "en"
    AR = "ar"
