"""What a text's dates tell of the day it was written, and of the order of its numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.annotate.dates.date_calendar import Reference
from claimcheck.annotate.dates.date_grammar import Expression
from claimcheck.annotate.dates.date_relative import resolved
from claimcheck.annotate.dates.date_spans import YEAR, Stretch
from claimcheck.annotate.dates.date_tense import speaks_of_future
from claimcheck.annotate.dates.date_vetoes import heads_line
from claimcheck.annotate.dates.date_words import folded
from claimcheck.lang.pack import PACKS
from claimcheck.model.day import weekday
from claimcheck.model.text import Interval

if TYPE_CHECKING:
    from claimcheck.annotate.dates.date_reader import Text

_WEEK = 7
_UNKNOWN = Interval()
_QUIET = ("heading", "title")


def corrected(anchor: Interval, found: Sequence[Expression]) -> Interval:
    """Return the anchor, moved by a day where "today, Friday" says that it is a day off."""
    if anchor.first is None or anchor.first != anchor.last:
        return anchor
    shifts = {
        (parts["weekday"] - parts["offset"] - weekday(anchor.first)) % _WEEK
        for parts in (expression.parts for expression in found)
        if "weekday" in parts and "offset" in parts and "day" not in parts
    }
    step = {frozenset({1}): 1, frozenset({_WEEK - 1}): -1}.get(frozenset(shifts), 0)
    return Interval(first=anchor.first + step, last=anchor.first + step)


def month_first(found: Sequence[Expression], language: str) -> bool | None:
    """Return whether the text writes the month before the day; None where nothing tells."""
    if "day first" in folded(language, "traits"):
        return False
    orders = {
        parts["b"] > 12
        for parts in (expression.parts for expression in found)
        if "a" in parts and (parts["a"] > 12) != (parts["b"] > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def newest_told(found: Sequence[Expression], text: "Text", order: bool | None) -> Interval:  # noqa: FBT001
    """Return the days from the newest date on that the text tells of as past."""
    quiet = [(s.start, s.end) for s in text.segments if s.kind in _QUIET]
    days = [
        stretch.first
        for expression in found
        if (stretch := _absolute(expression, order)) and stretch.first is not None
        and not any(start <= expression.start < end for start, end in quiet)
        and not heads_line(expression, text.items)
        and not _to_come(expression, text)
    ]  # fmt: skip
    return Interval(first=max(days, default=None))


def _absolute(expression: Expression, order: bool | None) -> Stretch | None:  # noqa: FBT001
    """Return the days of a date that leans on nothing, from years down."""
    if expression.kind not in ("date", "numeric"):
        return None
    stretch = resolved(expression, Reference(month_first=order), _UNKNOWN)
    told = stretch is not None and stretch.by == "text" and stretch.unit <= YEAR
    return stretch if told else None


def _to_come(expression: Expression, text: "Text") -> bool:
    """Return whether a plan word or a preposition of deadlines puts a date in the future."""
    items, language = text.items.items, text.language
    first, stop = items[expression.first].atom, items[expression.stop - 1].stop
    before = text.pieces[first - 1].text if first else ""
    keys = {reading.key for reading in PACKS[language].readings(before)} if before else set()
    if keys & folded(language, "deadlines"):
        return True
    return speaks_of_future(text.pieces, first, stop, language)
