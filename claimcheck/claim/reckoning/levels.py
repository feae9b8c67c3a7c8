"""How much something changed, with its two levels told apart from that, then and now."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

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
from claimcheck.claim.reckoning.growth import is_range, sort_of_level
from claimcheck.claim.reckoning.page import Line, Made, Page
from claimcheck.lang.lexicon import is_kin
from claimcheck.model.mention import Numeral, Quantity, Timex
from claimcheck.model.reckoning import Reckoning, Term
from claimcheck.model.text import TextSpan

# How far from a figure, in code points, the words stand that say when it was so.
_LEAD = 25
_TAIL = 40
_TO_DATE = 5
_TO_LEVEL = 40
_TO_CHANGE = 70
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[,،;؛()]")
# By which parts of itself a level changes that is said to be a multiple of another: such words are
# loose, and `three times more` may be four times as much.
_MULTIPLES: Mapping[str, tuple[Decimal, Decimal, str]] = {
    "halved": (Decimal("0.35"), Decimal("0.62"), "fall"),
    "doubled": (Decimal("0.7"), Decimal("1.5"), "rise"),
    "tripled": (Decimal("1.6"), Decimal("2.7"), "rise"),
    "quadrupled": (Decimal("2.4"), Decimal(4), "rise"),
}
_MULTIPLE = "multiple"
_FEWEST_TIMES = 2
_LEVELS = 2
_LESS = Decimal("0.4")
_HALF = Decimal("0.5")
_HUNDRED = 100


class Change(NamedTuple):
    """How much something changed: as a term, the sentence that says so, and whether by a rate.

    points: whether its words point back to what was said before them.
    """

    term: Term
    line: Line
    rate: bool
    points: bool


def of_levels(page: Page) -> Iterator[Reckoning]:
    """Yield each change of a sentence with the two levels there, or in a sentence beside it.

    `Revenue climbed 60 percent ... Receipts were $450 million, compared with $360 million before`.
    """
    for number, line in enumerate(page.lines):
        near = page.lines[max(number - 1, 0) : number + 2]
        if sum(isinstance(value, Number) for one in near for value in one.values) < _LEVELS:
            continue
        changes = list(_changes(page, line))
        if len(changes) != 1:
            continue
        (change,) = changes
        before, after = page.lines[max(number - 1, 0) : number], page.lines[number + 1 : number + 2]
        for lines in ((line,), (line, *after), after, (*before, line), before):
            if any(_has_change(page, one) for one in lines if one is not line):
                continue
            levels = _levels(page, lines, change)
            if levels and (
                lines[0] is line is lines[-1] or _is_of_one(page, change, lines, levels)
            ):
                made = Made(left=levels, right=(change.term,), closed=False)
                yield page.reckoning("growth-rate" if change.rate else "growth-amount", made)
                break


def _changes(page: Page, line: Line) -> Iterator[Change]:
    """Yield the changes that a sentence tells: rates and multiples, and amounts that led to one."""
    numbers = [value for value in line.values if isinstance(value, Number)]
    for at, number in enumerate(numbers):
        rate = isinstance(number, Quantity) and number.unit == PERCENT
        is_amount = not rate and isinstance(number, Quantity) and number.change == "by"
        if not (rate or is_amount) or is_range(number):
            continue
        start = numbers[at - 1].span.end if at else line.span.start
        end = numbers[at + 1].span.start if at + 1 < len(numbers) else line.span.end
        lead = page.between(max(start, number.span.start - _TO_CHANGE), number.span.start)
        tail = _MARKS.split(page.between(number.span.end, min(end, number.span.end + _TAIL)))[0]
        rises, falls = (
            cues.has(lead, name, page.language) or (rate and cues.has(tail, name, page.language))
            for name in ("rise", "fall")
        )
        if rises == falls:
            continue
        told = term(number, line, "fall" if falls else "rise")
        yield Change(told, line, rate, cues.has(lead, "pointing", page.language))
    yield from _multiples(page, line)


def _has_change(page: Page, line: Line) -> bool:
    """Return whether a sentence tells a change of its own, whose levels it may give."""
    return next(_changes(page, line), None) is not None


def _multiples(page: Page, line: Line) -> Iterator[Change]:
    """Yield the words of a sentence for a multiple, as the percentages that it may stand for."""
    said = page.between(line.span.start, line.span.end)
    named = [name for name in _MULTIPLES if cues.has(said, name, page.language)]
    for word in _WORD.finditer(page.said(line.span)) if named else ():
        start = line.span.start
        span = TextSpan(start=start + word.start(), end=start + word.end())
        # A figure behind the word tells how often.
        if not any(0 <= value.span.start - span.end <= 1 for value in line.values):
            yield from _named_multiple(page, line, span)
    for value in line.values:
        if isinstance(value, Quantity) and value.dimension == _MULTIPLE and not is_range(value):
            times = least(value)
            if times >= _FEWEST_TIMES:
                yield _multiple(line, value.span, (times - 1 - _LESS, times + _LESS), "rise")
        elif isinstance(value, Numeral) and least(value) == _HALF:
            yield from _to_half(page, line, value)


def _named_multiple(page: Page, line: Line, span: TextSpan) -> Iterator[Change]:
    """Yield the multiple that a word is a name of."""
    said = page.between(span.start, span.end)
    for name, (low, high, part) in _MULTIPLES.items():
        if cues.is_one(said, name, page.language):
            yield _multiple(line, span, (low, high), part)


def _to_half(page: Page, line: Line, half: Numeral) -> Iterator[Change]:
    """Yield `fell to half`."""
    lead = page.between(max(line.span.start, half.span.start - _TO_CHANGE), half.span.start)
    fell = cues.has(lead, "fall", page.language)
    if fell and cues.closes(lead, "to_level", page.language):
        low, high, part = _MULTIPLES["halved"]
        yield _multiple(line, half.span, (low, high), part)


def _multiple(line: Line, span: TextSpan, bounds: tuple[Decimal, Decimal], part: str) -> Change:
    low, high = (bound * _HUNDRED for bound in bounds)
    value = f"{low}..{high} percent"
    told = Term(span=span, sentence=line.span, value=value, part=part, low=low, high=high)
    return Change(told, line, rate=True, points=False)


def _levels(page: Page, lines: Sequence[Line], change: Change) -> tuple[Term, ...]:
    """Return the one figure of some sentences that was so before, and the one that is so now."""
    told = [Told(v, one) for one in lines for v in one.values if isinstance(v, Number)]
    told = [one for one in told if one.number.span != change.term.span and _may_be_level(one)]
    then = [one for one in told if _says(page, one, "earlier_still")]
    then = then or [one for one in told if _is_then(page, one)]
    if len(then) != 1:
        return ()
    first = then[0]
    alike = [one for one in told if one is not first and _is_alike(first.number, one.number)]
    now = [one for one in alike if _says(page, one, "now")] or alike
    if len(now) != 1 or is_range(first.number) or is_range(now[0].number):
        return ()
    last = now[0]
    if not _are_set_against(page, first, last):
        return ()
    return term(*first, "start"), term(*last, "end")


def _may_be_level(told: Told) -> bool:
    """Return whether a figure may be a level: no year, and neither a rank nor part of a name."""
    number = told.number
    if isinstance(number, Numeral):
        return sort_of(number) == COUNT and not is_range(number)
    return bool(sort_of_level(number) or number.per) and number.unit != PERCENT


def _is_alike(one: Number, other: Number) -> bool:
    """Return whether two figures may be levels of one thing; a bare number is one of anything."""
    if isinstance(one, Numeral) or isinstance(other, Numeral):
        return isinstance(one, Quantity) or isinstance(other, Quantity)
    return (one.dimension, one.unit, one.per) == (other.dimension, other.unit, other.per)


def _are_set_against(page: Page, first: Told, last: Told) -> bool:
    """Return whether two figures are compared: told with a word for it, or one now, one then."""
    if _says(page, first, "earlier_still") or _says(page, last, "now"):
        return True
    one, other = sorted((first.number.span, last.number.span), key=lambda span: span.start)
    between = page.between(one.end, other.start)
    return len(between) <= _TO_LEVEL and cues.has(between, "compared_with", page.language)


def _is_then(page: Page, told: Told) -> bool:
    """Return whether a figure is told of an earlier time: a word beside it, or a date."""
    if _says(page, told, "earlier"):
        return True
    span = told.number.span
    dates = [v.span for v in told.line.values if isinstance(v, Timex) and v.stated]
    near = any(
        0 <= span.start - date.end <= _LEAD or 0 <= date.start - span.end <= _TO_DATE
        for date in dates
    )
    return near and not _says(page, told, "now")


def _says(page: Page, told: Told, name: str) -> bool:
    """Return whether a word of a class stands by a figure, no other figure between."""
    lead, behind = beside(page, told, _LEAD, _TAIL)
    tail = _MARKS.split(behind)[0]
    own = tail[: cues.first(tail, "compared_with", page.language)]
    return cues.has(lead, name, page.language) or cues.has(own, name, page.language)


def _is_of_one(page: Page, change: Change, lines: Sequence[Line], levels: tuple[Term, ...]) -> bool:
    """Return whether two levels are of what changed: its words point to them, or name the same."""
    if change.points:
        return True
    end = max(level.span.end for level in levels)
    near = [
        word.frames[0]
        for line in lines
        if line is not change.line
        for word in line.events
        if word.kind == "measure" and word.span.start <= end
    ]
    ours = [word.frames[0] for word in change.line.events if word.kind == "measure"]
    if any(is_kin(one, other) for one in ours for other in near):
        return True
    said = " ".join(page.said(level.sentence) for level in levels)
    return bool(page.stems(page.said(change.line.span)) & page.stems(said))
