"""Two levels of a figure with how much it is said to have changed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, PERCENT, Number, least, sort_of, term
from claimcheck.claim.reckoning.page import Line, Made, Page
from claimcheck.model.mention import Numeral, Quantity, Timex
from claimcheck.model.reckoning import Reckoning, Term
from claimcheck.model.text import TextSpan

# How long, in code points, the text between two of the figures is at most.
_TO_LEVEL = 16
_TO_RATE = 40
_TO_FROM = 20
_BEHIND = 20
_THOUSAND = 1000
# How many thousands a scale in words has at most: a trillion.
_SCALES = 4


def of_growth(page: Page) -> Iterator[Reckoning]:
    """Yield each change that stands beside the two levels that it is between.

    A change is told as a rate, or as an amount of what the levels are of.
    """
    for line in page.lines:
        numbers = [value for value in line.values if isinstance(value, Number)]
        for at, change in enumerate(numbers):
            rate = isinstance(change, Quantity) and change.unit == PERCENT
            cue = "by_rate" if rate else "by_amount"
            levels = (
                _before(page, line, numbers, at, cue)
                or _behind(page, line, numbers, at)
                or _turned(page, line, numbers, at)
                or _compared(page, line, numbers, at, cue)
            )
            if not levels or not (rate or _is_amount(page, numbers, at)):
                continue
            falls = _falls(page, line, levels, change)
            if falls is not None:
                made = Made(left=levels, right=(term(change, line, "fall" if falls else "rise"),))
                yield page.reckoning("growth-rate" if rate else "growth-amount", made)


def _is_amount(page: Page, numbers: list[Number], at: int) -> bool:
    """Return whether a change is counted as the levels beside it are, in figures of one sort.

    A change since another time, or in a part, is none between them.
    """
    change = numbers[at]
    behind = page.between(change.span.end, change.span.end + _BEHIND)
    if at > 1 and cues.opens(behind, "since_other", page.language):
        return False
    beside = [
        n for n in (*numbers[max(at - 2, 0) : at], *numbers[at + 1 : at + 3]) if sort_of_level(n)
    ]
    sorts = {sort_of_level(n) for n in beside if isinstance(n, Quantity)} or {COUNT}
    units = {n.unit for n in (change, *beside) if isinstance(n, Quantity)}
    return sorts == {sort_of_level(change)} and len(units) <= 1 and not is_range(change)


def sort_of_level(number: Number) -> str:
    """Return the sort of a figure, whether it is a level or the change between two."""
    if isinstance(number, Quantity) and number.change:
        return sort_of(replace(number, change=""))
    return sort_of(number)


def _before(page: Page, line: Line, numbers: list[Number], at: int, cue: str) -> tuple[Term, ...]:
    """Return the levels before a change: `from 40 to 50 tonnes, up 25 percent`."""
    first = numbers[at - 1 : at] if at else []
    between = page.between(first[0].span.end, numbers[at].span.start) if first else ""
    if not first or len(between) > _TO_RATE or not cues.has(between, cue, page.language):
        return ()
    return _pair(page, line, numbers[:at])


def _behind(page: Page, line: Line, numbers: list[Number], at: int) -> tuple[Term, ...]:
    """Return the levels behind a change: `up 25 percent, from 40 to 50 tonnes`."""
    rest = numbers[at + 1 : at + 3]
    if not rest:
        return ()
    between = page.between(numbers[at].span.end, rest[0].span.start)
    if len(between) > _TO_FROM or not cues.closes(between, "from_level", page.language):
        return ()
    return _pair(page, line, rest[:1] if is_range(rest[0]) else rest)


def _turned(page: Page, line: Line, numbers: list[Number], at: int) -> tuple[Term, ...]:
    """Return the levels behind a change, the later one first: `up 25 percent to 50 from 40`."""
    if at + 2 >= len(numbers):
        return ()
    change, last, first = numbers[at : at + 3]
    to = page.between(change.span.end, last.span.start)
    back = page.between(last.span.end, first.span.start)
    near = len(to) <= _TO_FROM and len(back) <= _TO_RATE
    closed = cues.closes(to, "to_level", page.language)
    if near and closed and cues.closes(back, "from_level", page.language):
        return _levels(line, first, last)
    return ()


def _compared(page: Page, line: Line, numbers: list[Number], at: int, cue: str) -> tuple[Term, ...]:
    """Return the levels of `50 tonnes, compared with 40 a year before, up 25 percent`.

    Only where the words date the level that another is compared with: it may be somebody else's.
    """
    if at < 2:
        return ()
    last, first, change = numbers[at - 2 : at + 1]
    against = page.between(last.span.end, first.span.start)
    by = page.between(first.span.end, change.span.start)
    stretch = TextSpan(start=last.span.end, end=change.span.start)
    dated = any(isinstance(v, Timex) and v.span.overlaps(stretch) for v in line.values)
    near = len(against) <= _TO_RATE and len(by) <= _TO_RATE
    if not (near and dated and cues.closes(against, "compared_with", page.language)):
        return ()
    return _levels(line, first, last) if cues.has(by, cue, page.language) else ()


def _levels(line: Line, first: Number, last: Number) -> tuple[Term, ...]:
    """Return two figures of one sort as levels, the earlier first."""
    alike = sort_of_level(first) == sort_of_level(last) or isinstance(first, Numeral)
    if not sort_of_level(last) or not alike or is_range(first) or is_range(last):
        return ()
    return term(first, line, "start", _scale(first, last)), term(last, line, "end")


def is_range(number: Number) -> bool:
    """Return whether a figure is told as one between two."""
    return number.low is not None and number.high is not None and number.low != number.high


def _pair(page: Page, line: Line, numbers: list[Number]) -> tuple[Term, ...]:
    """Return the last two figures as levels, or the two ends of one written as a range."""
    last = numbers[-1]
    if is_range(last) and _is_from(page, line, last):
        whole = term(last, line, "level")
        start = replace(whole, part="start", high=last.low)
        return start, replace(whole, part="end", low=last.high)
    # Of percentages some tell the change in points, and some in percent.
    if len(numbers) < 2 or not sort_of(last):
        return ()
    first = numbers[-2]
    between = page.between(first.span.end, last.span.start)
    alike = sort_of(first) == sort_of(last) or isinstance(first, Numeral)
    joined = len(between) <= _TO_LEVEL and cues.has(between, "to_level", page.language)
    if not alike or not joined or not _is_from(page, line, first) or is_range(first):
        return ()
    return term(first, line, "start", _scale(first, last)), term(last, line, "end")


def _is_from(page: Page, line: Line, number: Number) -> bool:
    start = max(line.span.start, number.span.start - _TO_LEVEL)
    return cues.closes(page.between(start, number.span.start), "from_level", page.language)


def _scale(first: Number, last: Number) -> int:
    """Return the scale that a bare number shares with the one behind it: 1.29 to 1.42 billion."""
    scale, low = 1, least(first)
    if isinstance(first, Numeral) and first.form == "digits" and low:
        for _ in range(_SCALES):
            if least(last) / (low * scale) > Decimal(_THOUSAND) / 4:
                scale *= _THOUSAND
    return scale


def _falls(page: Page, line: Line, levels: tuple[Term, ...], change: Number) -> bool | None:
    """Return whether the words say that it fell, None where they do not say."""
    start = min(levels[0].span.start, change.span.start)
    end = max(levels[-1].span.end, change.span.end)
    own = page.between(start, end)
    for said in (own, page.between(line.span.start, start)):
        rises, falls = (cues.has(said, name, page.language) for name in ("rise", "fall"))
        if rises != falls:
            return falls
        if rises:
            return None
    return None
