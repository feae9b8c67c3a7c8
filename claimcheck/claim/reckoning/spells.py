"""How long something took or lasted, or how much later it was, with the two dates beside it."""

from collections.abc import Iterator, Sequence

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.lengths import (
    Length,
    is_length,
    is_point,
    is_span,
    length_term,
    made_of,
    slack_of,
)
from claimcheck.claim.reckoning.page import TRUSTED, Line, Made, Page, Value, day_term
from claimcheck.model.mention import Quantity, Timex
from claimcheck.model.reckoning import Reckoning

# How far before a length or a date, in code points, the word stands that says what it is.
_TO_LENGTH = 35
_TO_DATE = 25
_TO_EVENT = 45
_TO_SPAN = 12


def of_spells(page: Page) -> Iterator[Reckoning]:
    """Yield the lengths of time of an article's sentences that have one length and its dates."""
    for line in page.lines:
        # A relative date, `nine days later`, is told by the length within it.
        told = (*line.values, *line.inside)
        lengths = [v for v in told if isinstance(v, Quantity) and is_length(v)]
        if len(lengths) != 1:
            continue
        others = [v for v in line.values if not v.span.overlaps(lengths[0].span)]
        times = [v for v in others if isinstance(v, Timex)]
        length = Length(lengths[0], lengths[0].span, lengths[0].unit)
        if _holds_more(length, times, others):
            continue
        if len(times) == 1:
            yield from _lasting(page, line, length, times[0])
        elif len(times) == 2 and _in_order(page, length, *times):
            yield from _from_to(page, line, length, times)
            yield from _later_than(page, line, length, times)


def _holds_more(length: Length, times: Sequence[Timex], others: Sequence[Value]) -> bool:
    """Return whether a figure stands between a length and its dates."""
    spans = [length.span, *(time.span for time in times)]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return any(start < v.span.start < end for v in others if not isinstance(v, Timex))


def _in_order(page: Page, length: Length, first: Timex, second: Timex) -> bool:
    """Return whether two dates are days, months or years of which the first is earlier.

    Days without a year are those beside the article's own, where that is known.
    """
    near = length.unit == "day" and page.told in TRUSTED
    points = all(is_point(time) or (near and _is_weekday(time)) for time in (first, second))
    return points and (first.last or 0) < (second.first or 0)


def _is_weekday(time: Timex) -> bool:
    return time.resolved_by == "anchor" and time.grain == "day" and time.first == time.last


def _lasting(page: Page, line: Line, length: Length, time: Timex) -> Iterator[Reckoning]:
    """Yield `it lasted eight years, between 1983 and 1995`."""
    gap = time.span.start - length.span.end
    if is_span(time) and 0 <= gap <= _TO_SPAN and _took(page, line, length):
        between = page.between(length.span.end, time.span.start)
        ends = (day_term(time, line, "ends"),)
        told = Made(left=(length_term(length, line),), right=ends, slack=slack_of(length.value))
        # What `spanning` names is read elsewhere.
        if not cues.is_one(between, "spanning", page.language) and not between.endswith("("):
            yield page.reckoning("duration-ends", told)


def _from_to(page: Page, line: Line, length: Length, times: list[Timex]) -> Iterator[Reckoning]:
    """Yield `it took six years: it began in 2010 and ended in 2014`."""
    begun, ended = (
        cues.has(_before(page, line, time), name, page.language)
        for time, name in zip(times, ("begun", "ended"), strict=True)
    )
    behind = length.span.start - times[1].span.end
    gap = page.between(times[1].span.end, length.span.start) if behind >= 0 else ""
    # Far behind both dates another subject may stand before the length.
    took = behind <= _TO_SPAN and _took(page, line, length)
    if begun and ended and (took or cues.is_one(gap, "lasting", page.language)):
        yield page.reckoning("years-between", made_of(line, length, *times))


def _later_than(page: Page, line: Line, length: Length, times: list[Timex]) -> Iterator[Reckoning]:
    """Yield `eight years after it closed in 1983, it reopened in 1995`, and `..., days later`."""
    first, second = times
    tail = page.between(length.span.end, line.span.end)
    if length.span.end <= first.span.start:
        opened = not page.between(line.span.start, length.span.start).strip()
        named = cues.opens(tail, "later_than", page.language) or _since(page, line, length)
        near = first.span.start - length.span.end <= _TO_EVENT
        apart = cues.opens(page.between(first.span.end, second.span.start), "pause", page.language)
        if (opened or _since(page, line, length)) and named and near and apart:
            yield page.reckoning("years-between", made_of(line, length, *times))
    elif second.span.end <= length.span.start:
        gap = page.between(second.span.end, length.span.start)
        later = cues.is_one(gap, "pause", page.language) and cues.opens(
            tail, "later", page.language
        )
        named = cues.is_one(gap, "that_is_after", page.language) and not any(
            cues.opens(tail, name, page.language) for name in ("out_of_event", "of_whole")
        )
        if later or named:
            yield page.reckoning("years-between", made_of(line, length, *times))


def _since(page: Page, line: Line, length: Length) -> bool:
    """Return whether a sentence opens with `after` and a length, as where the language puts it."""
    before = page.between(line.span.start, length.span.start)
    opened = cues.is_one(before, "later_than", page.language)
    return opened and cues.opens(
        page.between(length.span.end, line.span.end), "out_of_event", page.language
    )


def _took(page: Page, line: Line, length: Length) -> bool:
    """Return whether a word right before a length says that something took or lasted it."""
    start = max(line.span.start, length.span.start - _TO_LENGTH)
    for value in line.values:
        if value.span.end <= length.span.start:
            start = max(start, value.span.end)
    return cues.has(page.between(start, length.span.start), "took", page.language)


def _before(page: Page, line: Line, time: Timex) -> str:
    start = max(line.span.start, time.span.start - _TO_DATE)
    return page.between(start, time.span.start)
