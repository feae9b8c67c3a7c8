"""Totals with how many there are of something, and what each has of it or all have on average."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, Number, least, sort_of, term
from claimcheck.claim.reckoning.page import Line, Made, Page
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Reckoning

# How long the text between two of the figures is at most, in code points.
_TO_NUMBER = 35
_TO_EACH = 25
_TO_TOTAL = 30
_BEHIND = 20
_WORD = re.compile(r"\w+")
_DURATION = "duration"
EACH, AVERAGE = "each", "average"


class Shared(NamedTuple):
    """A total, how many share it, and what each of them has."""

    total: Number
    among: Quantity
    each: Number
    how: str


def of_averages(page: Page) -> Iterator[Reckoning]:
    """Yield each total with a number of things and what each of them has of it."""
    for line in page.lines:
        numbers = [value for value in line.values if isinstance(value, Number)]
        for at in range(2, len(numbers)):
            shared = _total_first(page, numbers[at - 2 : at + 1]) or _total_last(
                page, line, numbers[at - 2 : at + 1]
            )
            if shared and _fit(shared):
                made = Made(
                    left=(term(shared.total, line, "total"),),
                    right=(term(shared.among, line, "among"), term(shared.each, line, shared.how)),
                )
                yield page.reckoning("each-total", made)


def _total_first(page: Page, told: list[Number]) -> Shared | None:
    """Return `30 goals in 10 matches, an average of 3 a match` of the last three figures."""
    total, among, each = told
    if not isinstance(among, Quantity) or not _between(page, total, among, "shared_over"):
        return None
    lead = page.between(among.span.end, each.span.start)
    how = next(
        (name for name in (AVERAGE, EACH) if cues.closes(lead, f"as_{name}", page.language)), ""
    )
    if not how or len(lead) > _TO_EACH or not _is_per(page, among, each):
        return None
    return Shared(total, among, each, how)


def _total_last(page: Page, line: Line, told: list[Number]) -> Shared | None:
    """Return `12 buses of 40 seats each, 480 seats in all` of the last three figures."""
    among, each, total = told
    if not isinstance(among, Quantity) or not _between(page, among, each, ""):
        return None
    lead = page.between(among.span.end, each.span.start)
    tail = page.between(each.span.end, total.span.start)
    named = cues.opens(tail, "each", page.language) or cues.closes(lead, "each", page.language)
    behind = page.between(total.span.end, min(total.span.end + _BEHIND, line.span.end))
    summed = cues.closes(tail, "in_all", page.language) or cues.opens(
        behind, "in_all_behind", page.language
    )
    plain = len(tail) <= _TO_TOTAL and not cues.has(tail, "adds", page.language)
    return Shared(total, among, each, EACH) if named and summed and plain else None


def _between(page: Page, left: Number, right: Number, name: str) -> bool:
    """Return whether two figures are near each other, with a word of a class between them."""
    text = page.between(left.span.end, right.span.start)
    near = len(text) <= _TO_NUMBER and not cues.has(text, "breaks", page.language)
    return near and (not name or cues.has(text, name, page.language))


def _is_per(page: Page, among: Quantity, each: Number) -> bool:
    """Return whether a figure is told for one of the things counted: `4 a match`."""
    if isinstance(each, Quantity) and each.per:
        return among.dimension == _DURATION and each.per == among.unit
    pack = PACKS[page.language]
    behind = page.text[each.span.end : each.span.end + _BEHIND]
    keys = {reading.key for word in _WORD.findall(behind) for reading in pack.readings(word)}
    keys |= {pack.content_key(word) for word in _WORD.findall(behind)}
    return among.dimension in (COUNT, _DURATION) and among.unit in keys


def _fit(shared: Shared) -> bool:
    """Return whether what each has is of the total's sort, and what shares it of another."""
    total, among, each, _ = shared
    if not isinstance(total, Quantity) or total.change or least(among) <= 1:
        return False
    if isinstance(each, Numeral):
        return sort_of(each) == COUNT and sort_of(total) == COUNT
    same = (total.dimension, total.unit) == (each.dimension, each.unit)
    return same and bool(sort_of(total)) and total.unit != among.unit
