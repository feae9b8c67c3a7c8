"""Totals with how many there are of something, and what each has of it or all have on average."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, Number, Told, beside, least, sort_of, term
from claimcheck.claim.reckoning.page import Line, Made, Page, Value
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Reckoning

# How long the text between two of the figures is at most, in code points.
_TO_NUMBER = 35
_TO_EACH = 25
_TO_TOTAL = 30
_BEHIND = 20
_TO_WHOLE = 50
# How many sentences before a total its count may stand.
_APART = 2
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
    for number in range(len(page.lines)):
        yield from _told_apart(page, page.lines[max(number - _APART, 0) : number + 1])


def _told_apart(page: Page, lines: Sequence[Line]) -> Iterator[Reckoning]:
    """Yield `18 lorries ... Each lorry carries 20 tonnes, which makes 540 tonnes in all`.

    The last sentence gives the total, alone of its sort but for what each has.
    """
    told = [Told(v, line) for line in lines for v in line.values if isinstance(v, Number)]
    for total in told:
        alike = [one for one in told if _is_one_sort(one.number, total.number)]
        each = [one for one in alike if one is not total]
        if len(each) != 1 or least(each[0].number) >= least(total.number):
            continue
        how = AVERAGE if _is_average(page, each[0]) else EACH
        if lines[-1] not in (total.line, each[0].line):
            continue
        if how == EACH and not _is_whole(page, total):
            continue
        if any(_is_between(one, each[0], total) for one in told):
            continue
        among = [one for one in told if _has_each(page, one, each[0])]
        among = among or _counted_beside(page, total, each[0], told)
        if len(among) == 1 and _is_count_of_others(among[0].number, each[0].number):
            made = Made(
                left=(term(*total, "total"),),
                right=(term(*among[0], "among"), term(*each[0], how)),
            )
            yield page.reckoning("each-total", made)


def _is_between(one: Told, each: Told, total: Told) -> bool:
    """Return whether a bare number stands between what each has and the total."""
    first, last = sorted((each.number.span, total.number.span), key=lambda span: span.start)
    return isinstance(one.number, Numeral) and first.end <= one.number.span.start < last.start


def _is_count_of_others(among: Number, each: Number) -> bool:
    """Return whether a figure counts whole things that are not those that each has."""
    whole = least(among) == int(least(among)) and least(among) > 1
    return (
        whole
        and isinstance(among, Quantity)
        and isinstance(each, Quantity)
        and (among.unit != each.unit)
    )


def _is_average(page: Page, told: Told) -> bool:
    """Return whether a figure is told as an average."""
    number, line = told
    lead = page.between(max(line.span.start, number.span.start - _TO_WHOLE), number.span.start)
    return cues.has(lead, "average", page.language)


def _counted_beside(page: Page, total: Told, each: Told, told: Sequence[Told]) -> list[Told]:
    """Return what is counted right before `each` or `apiece`, or before a total and its average."""
    tail = page.between(each.number.span.end, each.number.span.end + _BEHIND)
    near = each if cues.opens(tail, "each", page.language) else total
    if near is total and not _is_average(page, each):
        return []
    counts = [
        one
        for one in told
        if one.line is near.line
        and one.number.span.end <= near.number.span.start
        and isinstance(one.number, Quantity)
        and one.number.dimension == COUNT
        and not one.number.approximate
    ]
    return counts[-1:]


def _is_one_sort(one: Number, other: Number) -> bool:
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.change:
        return False
    return bool(sort_of(one)) and (one.dimension, one.unit) == (other.dimension, other.unit)


def _is_whole(page: Page, told: Told) -> bool:
    """Return whether a word beside a figure says that it is what all have together."""
    number, line = told
    if not isinstance(number, Quantity) or number.change not in ("", "to") or number.per:
        return False
    lead, _ = beside(page, told, _TO_WHOLE, 0, walls=Value)
    tail = page.between(number.span.end, min(line.span.end, number.span.end + _BEHIND))
    return any(
        cues.has(lead, name, page.language) for name in ("whole_sum", "in_all")
    ) or cues.opens(tail, "in_all_behind", page.language)


def _has_each(page: Page, among: Told, each: Told) -> bool:
    """Return whether one of the things that a figure counts is named beside what each has."""
    number = among.number
    if not isinstance(number, Quantity) or number is each.number or least(number) <= 1:
        return False
    if number.dimension not in (COUNT, _DURATION):
        return False
    if isinstance(each.number, Quantity) and each.number.per:
        return each.number.per == number.unit
    line, span = each.line, each.number.span
    lead = page.text[max(line.span.start, span.start - _TO_WHOLE) : span.start]
    tail = page.text[span.end : min(line.span.end, span.end + _BEHIND)]
    return any(
        number.unit in _keys(page, text[max(at - _TO_EACH, 0) : at + _TO_EACH])
        for text in (lead, tail)
        for at in _places(page, text)
    )


def _places(page: Page, text: str) -> Iterator[int]:
    """Yield where a word for `each` stands in a text."""
    fold = PACKS[page.language].fold
    for word in _WORD.finditer(text):
        if cues.is_one(fold(word.group()), "each_one", page.language):
            yield word.start()


def _keys(page: Page, text: str) -> set[str]:
    """Return the lookup forms of the words of a text."""
    pack = PACKS[page.language]
    keys = {reading.key for word in _WORD.findall(text) for reading in pack.readings(word)}
    return keys | {pack.content_key(word) for word in _WORD.findall(text)}


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
    behind = page.text[each.span.end : each.span.end + _BEHIND]
    return among.dimension in (COUNT, _DURATION) and among.unit in _keys(page, behind)


def _fit(shared: Shared) -> bool:
    """Return whether what each has is of the total's sort, and what shares it of another."""
    total, among, each, _ = shared
    if not isinstance(total, Quantity) or total.change or least(among) <= 1:
        return False
    if isinstance(each, Numeral):
        return sort_of(each) == COUNT and sort_of(total) == COUNT
    same = (total.dimension, total.unit) == (each.dimension, each.unit)
    return same and bool(sort_of(total)) and total.unit != among.unit
