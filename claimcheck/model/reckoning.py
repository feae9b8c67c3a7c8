"""What one article says of numbers and days that must fit one another."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claimcheck.model.base import Frozen
from claimcheck.model.text import TextSpan

Relation = Literal[
    "weekday-date",
    "no-such-date",
    "end-before-start",
    "age-years",
    "anniversary-year",
    "years-between",
    "duration-ends",
    "parts-total",
    "shares-whole",
    "share-count",
    "growth-rate",
    "growth-amount",
    "each-total",
]


# A plain class: an article has many, and a model takes several times as long.
@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A value that stands in a relation to others, where the text says it.

    value: its canonical spelling. part: what it is in the relation, as `check/reckon.py` reads it.
    low, high: its bounds, None on an open side: a number, or of a day its number (`model.day`),
        of a weekday 0 to 6, of a year that year.
    grain: place value of its last digit; approximate: a hedge stands beside it.
    """

    span: TextSpan
    sentence: TextSpan
    value: str
    part: str
    low: Decimal | None
    high: Decimal | None
    grain: Decimal = Decimal(1)
    approximate: bool = False


class Reckoning(Frozen):
    """Values of one article, in the relation that its words put them in; not whether it holds.

    left, right: the values that cannot all be right where it does not hold; right may be empty.
    known: what they are reckoned with and is not in dispute, such as the article's day.
    slack: by how many steps (days, years) it may fail for reasons that the words give.
    closed: the words say that nothing is left out of the parts; that a length is the one between
        its two times. Where it is not, only what may be a slip counts.
    """

    relation: Relation
    article: str
    source: str
    language: str
    left: tuple[Term, ...]
    right: tuple[Term, ...] = ()
    known: tuple[Term, ...] = ()
    slack: int = 0
    closed: bool = True

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return the terms of both sides."""
        return (*self.left, *self.right)

    def named(self, part: str) -> list[Term]:
        """Return the terms that play a part, those that are known with them."""
        return [term for term in (*self.terms, *self.known) if term.part == part]
