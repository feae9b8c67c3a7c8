"""What a reckoning that does not hold comes to."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """What the article's own figures come to, in both languages of the report.

    why: the reckoning itself, in signs: `23 + 11 = 34`.
    """

    en: str
    ar: str
    why: str = ""

    @classmethod
    def plain(cls, text: str, why: str = "") -> "Outcome":
        """Return an outcome that both languages spell alike."""
        return cls(text, text, why)
