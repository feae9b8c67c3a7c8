"""How long something went on, with the beginning and the end that sentences near it date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.lengths import Length, is_point, length_term, slack_of
from claimcheck.claim.reckoning.page import Line, Made, Page, day_term
from claimcheck.model.day import day, days_in_month
from claimcheck.model.mention import Quantity, Timex
from claimcheck.model.reckoning import Reckoning, Term

# How many sentences a length and the two dates may lie apart.
_APART = 2
# How far before a date, in code points, the word stands that says what began or ended then; how
# far from a length the word that says that something went on so long.
_TO_DATE = 60
_TO_LENGTH = 40
_LENGTHS = ("duration", "age")
_UNITS = ("year", "month", "week", "day", "hour")
_HOUR, _SEASON = "hour", "season"
_DATE = re.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
_ENDS = re.compile(r"\s*(?:$|[,،.؛;])")
_CLAUSE = re.compile(r"[;؛:]")
_COMMON_YEAR, _MONTHS = 2001, 12


class Period(NamedTuple):
    """What times come round in: its steps, and how many of them make a day."""

    steps: int
    of_day: int


_DAY, _YEAR = Period(24 * 60, 24 * 60), Period(365, 1)


class Turn(NamedTuple):
    """A time at which something began or ended; side: its axis and `begun` or `ended`."""

    time: Timex
    line: Line
    axis: str
    side: str


def of_stays(page: Page) -> Iterator[Reckoning]:
    """Yield `arrested in 1994 ... freed in 2005 ... after seventeen years behind bars`."""
    for number, line in enumerate(page.lines):
        told = [v for v in (*line.values, *line.inside) if _is_length(page, line, v)]
        lengths = [v for v in told if isinstance(v, Quantity)]
        if len(lengths) != 1:
            continue
        length = Length(lengths[0], lengths[0].span, lengths[0].unit)
        around = page.lines[max(number - _APART, 0) : number + _APART + 1]
        turns = [turn for one in around for turn in _turns(page, one, length)]
        for axis in dict.fromkeys(turn.axis for turn in turns):
            made = _made(page, line, length, [turn for turn in turns if turn.axis == axis])
            if made:
                yield page.reckoning("years-between", made)


def _is_length(page: Page, line: Line, value: object) -> bool:
    """Return whether a value is how long something went on, as a word beside it says."""
    if not isinstance(value, Quantity) or value.dimension not in _LENGTHS or value.parts:
        return False
    if value.unit not in _UNITS or value.change:
        return False
    start = max(line.span.start, value.span.start - _TO_LENGTH)
    lead = page.between(start, value.span.start)
    tail = page.between(value.span.end, min(line.span.end, value.span.end + _TO_LENGTH))
    if cues.opens(tail, "later_than", page.language) or cues.opens(
        tail, "earlier_than", page.language
    ):
        return False
    # `After six years` ends what was told; `after six years of planning` tells of something else.
    ends = cues.closes(lead, "later_than", page.language) and _ENDS.match(tail) is not None
    told = cues.has(lead, "went_on", page.language) or cues.has(tail, "so_long", page.language)
    return ends or told


def _turns(page: Page, line: Line, length: Length) -> Iterator[Turn]:
    """Yield the times of a sentence at which something began or ended."""
    before = line.span.start
    for value in line.values:
        if isinstance(value, Timex) and _is_told(value, length.unit):
            lead = page.between(max(before, value.span.start - _TO_DATE), value.span.start)
            for name in sorted(cues.spells(lead, page.language)):
                axis, _, side = name.partition(cues.SPELL_MARK)
                yield Turn(value, line, axis, side)
        if isinstance(value, Timex):
            before = value.span.end


def _is_told(time: Timex, unit: str) -> bool:
    """Return whether a time is as exact as a length in such units asks for."""
    if unit == _HOUR:
        return _clock(time) is not None
    if unit != "year" and _day_of_year(time) is not None:
        return True
    return is_point(time) or (time.grain == _SEASON and "year" in time.stated)


def _day_of_year(time: Timex) -> int | None:
    """Return the number of a day of a common year that a date names, whatever its year."""
    found = _DATE.fullmatch(time.edtf)
    if found is None or not {"day", "month"} <= set(time.stated):
        return None
    month, number = int(found[1]), int(found[2])
    exists = 1 <= month <= _MONTHS and 1 <= number <= days_in_month(_COMMON_YEAR, month)
    return day(_COMMON_YEAR, month, number) if exists else None


def _clock(time: Timex) -> int | None:
    """Return the minutes since midnight of a time of day."""
    _, mark, clock = time.edtf.partition("T")
    hours, _, minutes = clock.partition(":")
    if not mark or not hours.isdecimal() or not (minutes or "0").isdecimal():
        return None
    return int(hours) * 60 + int(minutes or 0)


def _made(page: Page, line: Line, length: Length, turns: Sequence[Turn]) -> Made | None:
    """Return a length with the one beginning and the one end that there are."""
    begun = [turn for turn in turns if turn.side == "begun"]
    ended = [turn for turn in turns if turn.side == "ended"]
    if len(begun) != 1 or len(ended) != 1 or begun[0].time is ended[0].time:
        return None
    (first,), (last,) = begun, ended
    if first.line is line is last.line and _is_apart(page, length, last):
        return None
    ends = _ends(page, length, first, last)
    if not ends:
        return None
    told = (length_term(length, line),)
    return Made(left=told, right=ends, slack=slack_of(length.value), closed=False)


def _ends(page: Page, length: Length, first: Turn, last: Turn) -> tuple[Term, ...]:
    """Return a beginning and an end as terms in days: of a day, of some years, or of any year."""
    if length.unit == _HOUR:
        clocks = [_clock(turn.time) for turn in (first, last)]
        return () if _in_zones(page, (first, last)) else _within(first, last, clocks, _DAY)
    if not all(is_point(turn.time) or turn.time.grain == _SEASON for turn in (first, last)):
        return _within(first, last, [_day_of_year(turn.time) for turn in (first, last)], _YEAR)
    if (first.time.last or 0) >= (last.time.first or 0):
        return ()
    return day_term(first.time, first.line, "earlier"), day_term(last.time, last.line, "later")


def _is_apart(page: Page, length: Length, last: Turn) -> bool:
    """Return whether a clause of its own stands between the end of something and a length."""
    one, other = sorted((length.span, last.time.span), key=lambda span: span.start)
    return _CLAUSE.search(page.text, one.end, other.start) is not None


def _in_zones(page: Page, turns: Sequence[Turn]) -> bool:
    """Return whether a time of day may be that of another time zone."""
    around = (
        page.between(turn.time.span.start, min(turn.line.span.end, turn.time.span.end + _TO_LENGTH))
        for turn in turns
    )
    return any(cues.has(text, "zone", page.language) for text in around)


def _within(
    first: Turn, last: Turn, told: Sequence[int | None], period: Period
) -> tuple[Term, ...]:
    """Return two times within a day or a year as terms in days; the later may be in the next."""
    start, end = told
    if start is None or end is None:
        return ()
    steps = (start, end if end > start else end + period.steps)
    return tuple(
        replace(
            day_term(turn.time, turn.line, part),
            low=Decimal(step) / period.of_day,
            high=Decimal(step) / period.of_day,
        )
        for turn, part, step in zip((first, last), ("earlier", "later"), steps, strict=True)
    )
