"""What is left of a whole, with the whole and what was taken from it, in sentences near it."""

import re
from collections.abc import Iterator

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import (
    COUNT,
    PERCENT,
    Number,
    Told,
    beside,
    least,
    sort_of,
    term,
)
from claimcheck.claim.reckoning.page import Line, Made, Page, Value
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Reckoning

# How many sentences before what is left the whole may stand.
_BEFORE = 2
# How far from a figure, in code points, the word stands that says what it is.
_BESIDE = 30
_FIGURES = 2
_MARKS = re.compile(r"[,،;؛()]")


def of_remains(page: Page) -> Iterator[Reckoning]:
    """Yield `of 52 kilometres 37 are cleared ... 28 are still blocked`: a whole and its parts."""
    for at, line in enumerate(page.lines):
        for number in line.values:
            if not isinstance(number, Number) or not sort_of(number):
                continue
            sure = _says(page, line, number, "left_over")
            if not sure and not _says(page, line, number, "still"):
                continue
            lines = page.lines[max(at - _BEFORE, 0) : at + 1]
            told = [
                one for one in _alike(lines, number) if one.number.span.end <= number.span.start
            ]
            made = _made(page, told, Told(number, line), sure=sure)
            if made:
                yield page.reckoning("parts-total", made)


def _alike(lines: tuple[Line, ...], number: Number) -> list[Told]:
    """Return the figures of some sentences that are of the sort of one of them, in order."""
    return [
        Told(other, line)
        for line in lines
        for other in line.values
        if isinstance(other, Number) and _is_one_sort(other, number)
    ]


def _is_one_sort(one: Number, other: Number) -> bool:
    """Return whether two figures are of one unit or count one noun; a bare number counts any."""
    if not sort_of(one) or sort_of(one) != sort_of(other):
        return False
    if sort_of(one) != COUNT or isinstance(one, Numeral) or isinstance(other, Numeral):
        return True
    return one.unit == other.unit


def _made(page: Page, told: list[Told], left: Told, *, sure: bool) -> Made | None:
    """Return the whole and its parts, where the figures before what is left are just these.

    More than one was taken only in the sentence that tells what is left.
    """
    units = {one.number.unit for one in (*told, left) if isinstance(one.number, Quantity)}
    if len(told) < _FIGURES or len(units) != 1:
        return None
    whole = max(told, key=lambda one: least(one.number))
    taken = [one for one in told if one is not whole]
    smaller = all(least(one.number) < least(whole.number) for one in (*taken, left))
    apart = len(taken) > 1 and any(one.line is not left.line for one in taken)
    shared = any(_is_share(value) for value in _between(whole, left))
    if not isinstance(whole.number, Quantity) or not smaller or apart or shared:
        return None
    if not (sure or all(_says(page, one.line, one.number, "done_with") for one in taken)):
        return None
    return Made(
        left=(term(*whole, "total"),),
        right=tuple(term(*one, "part") for one in (*taken, left)),
        closed=sure,
    )


def _between(whole: Told, left: Told) -> Iterator[object]:
    """Yield the values that stand between a whole and what is left of it."""
    for line in dict.fromkeys((whole.line, left.line)):
        for value in (*line.values, *line.inside):
            if whole.number.span.end <= value.span.start < left.number.span.start:
                yield value


def _is_share(value: object) -> bool:
    """Return whether a value is a part of a whole told as a share of it: half of the cost."""
    if isinstance(value, Numeral):
        return value.kind == "fraction"
    return isinstance(value, Quantity) and value.dimension == PERCENT


def _says(page: Page, line: Line, number: Number, name: str) -> bool:
    """Return whether a word of a class stands near a figure, with no other value between."""
    lead, tail = beside(page, Told(number, line), _BESIDE, _BESIDE, walls=Value)
    joined = cues.first(tail, "adds", page.language)
    own = _MARKS.split(tail[:joined])[0]
    return cues.has(lead, name, page.language) or cues.has(own, name, page.language)
