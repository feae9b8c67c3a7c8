"""Lengths of time with the two times that they lie between."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeGuard

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.page import TRUSTED, Line, Made, Page, Value, day_term
from claimcheck.model.mention import Numeral, Quantity, Timex
from claimcheck.model.reckoning import Reckoning, Term
from claimcheck.model.text import TextSpan

_AGE, _DURATION = "age", "duration"
_UNITS = ("year", "month", "week", "day")
# What EDTF writes behind the ends of a part of a year, which nobody told.
_PART = "~"
_BIRTH, _DEATH = "birth", "death"
# How long the text between two values is at most, in code points.
_APPOSED = 18
_TO_EVENT = 40
_TO_TRIGGER = 40
_TO_AGE = 30
_TO_BRACKET = 25
# Lengths that are often told for others near them.
_ROUND = 5
_FROM_ROUND = 10


class Length(NamedTuple):
    """A length of time: its value, where it is told, and what it is named as."""

    value: Quantity | Numeral
    span: TextSpan
    unit: str


def of_lengths(page: Page) -> Iterator[Reckoning]:
    """Yield the lengths of time of an article, each with its two ends."""
    for line in page.lines:
        for at, value in enumerate(line.values):
            if isinstance(value, Timex):
                yield from _ago(page, line, at, value)
                yield from _later(page, line, at, value)
            elif isinstance(value, Quantity) and is_length(value):
                yield from _between_ends(page, line, at, value)
                yield from _apart(page, line, at, Length(value, value.span, value.unit))
        yield from _life(page, line)
        yield from _anniversary(page, line)
    for one, other in pairwise(page.lines):
        yield from _life_apart(page, one, other)
        yield from _life_apart(page, other, one)
        yield from _anniversary_apart(page, one, other)
        yield from _anniversary_apart(page, other, one)


def is_length(value: Quantity) -> bool:
    """Return whether a quantity is a length in days or longer, told as such."""
    plain = value.dimension == _DURATION and not value.parts and not value.change
    return plain and value.unit in _UNITS


def _is_dated(time: Timex) -> bool:
    """Return whether a date tells its own year, on both of its ends."""
    own = time.resolved_by == "text" and "year" in time.stated and time.calendar == "gregorian"
    return own and time.first is not None and time.last is not None


def is_span(time: Timex) -> bool:
    """Return whether a date is a span of time between two that are told: not `early 2026`."""
    told = "/" in time.edtf and _PART not in time.edtf
    return _is_dated(time) and told and (time.first or 0) < (time.last or 0)


def is_point(time: Timex) -> bool:
    """Return whether a date is one day, month or year."""
    return _is_dated(time) and "/" not in time.edtf and time.grain in ("year", "month", "day")


def length_term(length: Length, line: Line) -> Term:
    """Return a length as a term."""
    value = length.value
    spelled = str(value) if isinstance(value, Quantity) else f"{value} {length.unit}"
    return Term(
        span=length.span,
        sentence=line.span,
        value=spelled,
        part=length.unit,
        low=value.low,
        high=value.high,
        grain=value.grain,
        approximate=value.approximate,
    )


def slack_of(value: Quantity | Numeral) -> int:
    """Return by how much a length may be off: round ones are told for others near them."""
    low = value.low or Decimal(0)
    return 1 if low >= _FROM_ROUND and low % _ROUND == 0 else 0


def _ago(page: Page, line: Line, at: int, time: Timex) -> Iterator[Reckoning]:
    """Yield `ten years ago` with the year that stands beside it, counted from the article's day."""
    if not time.since:
        return
    today, length = _today(page, line, time.span), _inside(line, time)
    if today is None or length is None:
        return
    for other in (*_beside(page, line, at), *_when_behind(page, line, at)):
        if is_point(other):
            made = Made(
                left=(length_term(length, line),),
                right=(day_term(other, line, "earlier"),),
                known=(today,),
                slack=slack_of(length.value),
            )
            yield page.reckoning("years-between", made)


def _when_behind(page: Page, line: Line, at: int) -> Iterator[Timex]:
    """Yield the date of what happened then: `closed 12 years ago, when looters came in 2011`."""
    for other in line.values[at + 1 : at + 2]:
        between = page.between(line.values[at].span.end, other.span.start)
        near = len(between) <= _TO_EVENT
        if isinstance(other, Timex) and near and cues.opens(between, "when", page.language):
            yield other


def _inside(line: Line, time: Timex) -> Length | None:
    """Return the length in years that a relative date is told by."""
    for value in line.inside:
        if isinstance(value, Quantity) and is_length(value) and value.span.overlaps(time.span):
            return Length(value, time.span, value.unit) if value.unit == "year" else None
    return None


def _beside(page: Page, line: Line, at: int) -> Iterator[Timex]:
    """Yield the dates right before and behind a value that tell the same time once more."""
    value = line.values[at]
    for other in (*line.values[max(at - 1, 0) : at], *line.values[at + 1 : at + 2]):
        left, right = sorted((value.span, other.span), key=lambda span: span.start)
        between = page.between(left.end, right.start)
        if isinstance(other, Timex) and cues.is_one(between, "apposed", page.language):
            yield other


def _later(page: Page, line: Line, at: int, time: Timex) -> Iterator[Reckoning]:
    """Yield `seven years later, in 2015` with the year before it that it is counted from."""
    length = _inside(line, time)
    start = line.values[at - 1] if at else None
    if length is None or time.since or not isinstance(start, Timex) or not is_point(start):
        return
    if time.resolved_by == "context" and (time.first or 0) > (start.last or 0):
        for other in _beside(page, line, at):
            if is_point(other) and other is not start:
                yield page.reckoning("years-between", made_of(line, length, start, other))
    elif time.first is None:
        yield from _apart(page, line, at, length)


def _apart(page: Page, line: Line, at: int, length: Length) -> Iterator[Reckoning]:
    """Yield `in 2015, four years after the war of 2008`."""
    if at == 0 or at + 1 >= len(line.values):
        return
    one, other = line.values[at - 1], line.values[at + 1]
    if not (isinstance(one, Timex) and isinstance(other, Timex)):
        return
    if not (is_point(one) and is_point(other)) or length.unit != "year":
        return
    before = page.between(one.span.end, length.span.start)
    behind = page.between(length.span.end, other.span.start)
    if len(behind) > _TO_EVENT or not cues.is_one(before, "apposed", page.language):
        return
    told = f"{page.between(length.span.start, length.span.end)} {behind}"
    after = cues.has(told, "later_than", page.language)
    if after != cues.has(told, "earlier_than", page.language):
        earlier, later = (other, one) if after else (one, other)
        yield page.reckoning("years-between", made_of(line, length, earlier, later))


def made_of(line: Line, length: Length, earlier: Timex, later: Timex) -> Made:
    """Return a length with the two dates of its sentence that it lies between."""
    return made_apart(line, length, (earlier, line), (later, line))


def made_apart(
    line: Line, length: Length, earlier: tuple[Timex, Line], later: tuple[Timex, Line]
) -> Made:
    """Return a length with the two dates that it lies between, each with its sentence."""
    return Made(
        left=(length_term(length, line),),
        right=(day_term(*earlier, "earlier"), day_term(*later, "later")),
        slack=slack_of(length.value),
    )


def _between_ends(page: Page, line: Line, at: int, value: Quantity) -> Iterator[Reckoning]:
    """Yield a length with the span of time right before or behind it."""
    length = length_term(Length(value, value.span, value.unit), line)
    before = line.values[at - 1] if at else None
    behind = line.values[at + 1] if at + 1 < len(line.values) else None
    after = page.between(value.span.end, line.span.end)
    names = ("later_than", "earlier_than")
    if any(cues.opens(after, name, page.language) for name in names):
        return
    for time, cue in ((before, "lasting"), (behind, "spanning")):
        if not isinstance(time, Timex) or not is_span(time):
            continue
        left, right = sorted((time.span, value.span), key=lambda span: span.start)
        between = page.between(left.end, right.start)
        bracket = cue == "spanning" and between.endswith("(") and len(between) <= _TO_BRACKET
        if bracket or cues.is_one(between, cue, page.language):
            ends = (day_term(time, line, "ends"),)
            made = Made(left=(length,), right=ends, slack=slack_of(value))
            yield page.reckoning("duration-ends", made)


def _life(page: Page, line: Line) -> Iterator[Reckoning]:
    """Yield birth and death of a sentence, and the ages that are told with a year after birth."""
    born, died = _event_time(line, _BIRTH), _event_time(line, _DEATH)
    if born is None or born is died:
        return
    if died and (born.first or 0) > (died.last or 0):
        ends = (day_term(born, line, "end"), day_term(died, line, "end"))
        yield page.reckoning("end-before-start", Made(left=ends))
        return
    for age in filter(_is_age, line.values):
        later = _dated_beside(page, line, age)
        if later is None or later.span.start <= born.span.start:
            continue
        between = page.between(born.span.end, max(later.span.end, age.span.end))
        if not cues.has(between, "kin", page.language):
            length = Length(age, age.span, "year")
            yield page.reckoning("age-years", made_of(line, length, born, later))


def _life_apart(page: Page, told: Line, line: Line) -> Iterator[Reckoning]:
    """Yield an age of one sentence with the birth that the one beside it dates, the only one there.

    `He died in 2009 aged 84 ... He was born in 1938`.
    """
    born = _event_time(told, _BIRTH)
    births = sum(_BIRTH in event.frames for one in page.lines for event in one.events)
    if born is None or births != sum(_BIRTH in event.frames for event in told.events):
        return
    # A bare number is no age here, as there are many.
    for age in (v for v in line.values if isinstance(v, Quantity) and _is_age(v)):
        later = _dated_beside(page, line, age) or _dated_behind(page, line, age)
        if later is None or (later.first or 0) <= (born.last or 0):
            continue
        spans = (born.span, age.span, later.span)
        said = page.between(min(s.start for s in spans), max(s.end for s in spans))
        if not cues.has(said, "kin", page.language):
            made = made_apart(line, Length(age, age.span, "year"), (born, told), (later, line))
            yield page.reckoning("age-years", made)


def _dated_behind(page: Page, line: Line, age: Quantity | Numeral) -> Timex | None:
    """Return the one date of a sentence at which somebody was of an age: `58 when ... in 1993`."""
    dates = [v for v in line.values if isinstance(v, Timex) and v.span.start > age.span.end]
    if len(dates) != 1 or not is_point(dates[0]):
        return None
    between = page.between(age.span.end, dates[0].span.start)
    return dates[0] if cues.opens(between, "when", page.language) else None


def _is_age(value: Value) -> TypeGuard[Quantity | Numeral]:
    """Return whether a value may be an age in years; a bare number is one where the words say."""
    if isinstance(value, Numeral):
        return value.kind == "cardinal" and value.low == value.high
    return isinstance(value, Quantity) and value.dimension == _AGE and value.unit == "year"


def _dated_beside(page: Page, line: Line, age: Quantity | Numeral) -> Timex | None:
    """Return the date at which somebody is told to be of an age: before it, else right behind."""
    at = line.values.index(age)
    before = line.values[at - 1] if at else None
    lead = page.between(before.span.end if before else line.span.start, age.span.start)
    if not cues.closes(lead, "aged", page.language):
        return None
    if isinstance(before, Timex) and is_point(before) and len(lead) <= _TO_AGE:
        return before
    behind = line.values[at + 1] if at + 1 < len(line.values) else None
    if not isinstance(behind, Timex) or not is_point(behind):
        return None
    gap = page.between(age.span.end, behind.span.start)
    return behind if not gap.strip() or cues.is_one(gap, "apposed", page.language) else None


def _event_time(line: Line, frame: str) -> Timex | None:
    """Return the one date that stands right behind the one word for a birth or a death."""
    triggers = [t for t in line.events if t.kind == "event" and frame in t.frames]
    if len(triggers) != 1:
        return None
    end = triggers[0].span.end
    for value in line.values:
        if isinstance(value, Timex) and 0 <= value.span.start - end <= _TO_TRIGGER:
            return value if is_point(value) else None
    return None


def _anniversary(page: Page, line: Line) -> Iterator[Reckoning]:
    """Yield the number of an anniversary with its year and that of the event."""
    for at, value in enumerate(line.values[:-1]):
        event = line.values[at + 1]
        if not isinstance(event, Timex) or not is_point(event):
            continue
        length = _anniversary_number(page, line, value)
        if length is None or event.span.start - value.span.end > _TO_EVENT:
            continue
        occasion = _occasion(page, line, event)
        if occasion:
            made = Made(
                left=(length_term(length, line),),
                right=(day_term(event, line, "earlier"),),
                known=(occasion,),
            )
            yield page.reckoning("anniversary-year", made)


def _anniversary_apart(page: Page, line: Line, other: Line) -> Iterator[Reckoning]:
    """Yield an anniversary whose event the sentence beside it dates, in a word of one root.

    `The school marks its fiftieth anniversary ... It was founded in 1979`.
    """
    today = _today(page, line, line.span)
    dates = [value for value in other.values if isinstance(value, Timex) and is_point(value)]
    said = page.between(line.span.start, line.span.end)
    own = [v for v in line.values if isinstance(v, Timex) and _is_dated(v)]
    if today is None or own or len(dates) != 1 or not cues.has(said, "marks", page.language):
        return
    lead = page.text[max(other.span.start, dates[0].span.start - _TO_EVENT) : dates[0].span.start]
    for value in line.values:
        length = _anniversary_number(page, line, value)
        if length is None:
            continue
        tail = page.text[value.span.end : min(line.span.end, value.span.end + _TO_EVENT)]
        if page.stems(tail) & page.stems(lead) or cues.has(lead, "founded", page.language):
            made = Made(
                left=(length_term(length, line),),
                right=(day_term(dates[0], other, "earlier"),),
                known=(today,),
            )
            yield page.reckoning("anniversary-year", made)


def _anniversary_number(page: Page, line: Line, value: object) -> Length | None:
    """Return which anniversary a figure numbers: `the tenth anniversary`, `ten years since`."""
    if isinstance(value, Numeral) and value.kind in ("ordinal", "cardinal"):
        span = value.span
        before = page.between(max(line.span.start, span.start - _APPOSED), span.start)
        if value.kind == "cardinal" and not cues.closes(before, "anniversary", page.language):
            return None
    elif isinstance(value, Quantity) and is_length(value) and value.unit == "year":
        before = page.between(max(line.span.start, value.span.start - _APPOSED), value.span.start)
        closed = cues.closes(before, "anniversary", page.language)
        return Length(value, value.span, "year") if closed else None
    else:
        return None
    around = page.between(max(line.span.start, span.start - _APPOSED), span.end + _APPOSED)
    named = cues.has(around, "anniversary", page.language)
    return Length(value, span, "year") if named else None


def _occasion(page: Page, line: Line, event: Timex) -> Term | None:
    """Return when an anniversary was: as its sentence dates it, else the article's day."""
    others = [v for v in line.values if isinstance(v, Timex) and v is not event]
    if others:
        time = others[0]
        known = len(others) == 1 and time.first is not None and time.last is not None
        return day_term(time, line, "later") if known else None
    said = page.between(line.span.start, line.span.end)
    return _today(page, line, event.span) if cues.has(said, "marks", page.language) else None


def _today(page: Page, line: Line, span: TextSpan) -> Term | None:
    """Return the article's day as what a stretch of its text is counted to, where it is known."""
    here = page.anchor
    if here.first is None or here.first != here.last or page.told not in TRUSTED:
        return None
    day = Decimal(here.first)
    return Term(span=span, sentence=line.span, value="", part="later", low=day, high=day)
