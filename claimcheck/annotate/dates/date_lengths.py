"""Lengths of time, and what lies so long before or after a day."""

from collections.abc import Iterator

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_periods import moved
from claimcheck.annotate.dates.date_spans import (
    CENTURY,
    DAY,
    DECADE,
    MONTH,
    WEEK,
    YEAR,
    YEARS_OF,
    Stretch,
    period,
)
from claimcheck.model.day import edtf_day

# "Some days", "some weeks": the farthest that they reach, in their own unit.
_SOME = {DAY: 14, WEEK: 8, MONTH: 12, YEAR: 20, DECADE: 5}
_SOME_DEFAULT = 10
_DUAL = 2
WEEK_DAYS = 7
_HALVES = {YEAR: (MONTH, 6), MONTH: (DAY, 15), DECADE: (YEAR, 5), CENTURY: (YEAR, 50)}


def counted(parts: Parts) -> tuple[int, int | None]:
    """Return the unit of a length of time, and how many; None for "some"."""
    if "plural" in parts:
        return parts["plural"], None
    if "dual" in parts:
        return parts["dual"], _DUAL
    return parts["units"], parts.get("count", 1)


def so_long_from(start: int, sign: int, parts: Parts, by: str) -> Stretch:
    """Return the stretch so long after (before) a day."""
    unit, count = counted(parts)
    if count is None:
        far = moved(start, unit, sign * _SOME.get(unit, _SOME_DEFAULT))
        near = start + sign
        return Stretch(min(far, near), max(far, near), unit, by, approximate=True)
    if unit < DAY:
        return Stretch(min(start, start + sign), max(start, start + sign), unit, by)
    around, unit = so_far_from(start, sign, parts)
    if unit in YEARS_OF and unit != YEAR:
        return period(YEAR, around)._replace(by=by, approximate=True)
    if unit == WEEK:
        half = WEEK_DAYS // 2
        edtf = edtf_day(around)
        return Stretch(around - half, around + half, WEEK, by, approximate=True, edtf=edtf)
    return period(unit, around)._replace(by=by)


def so_far_from(start: int, sign: int, parts: Parts) -> tuple[int, int]:
    """Return the day so long after (before) another, and the smallest unit that is counted."""
    unit, count = counted(parts)
    around = moved(start, unit, sign * (count or 0))
    for more, number in _more(parts):
        around, unit = moved(around, more, sign * number), more
    return around, unit


def within(start: int, sign: int, parts: Parts, by: str) -> Stretch | None:
    """Return the days between one and that so long after (before) it: in less than two weeks."""
    unit, count = counted(parts)
    if count is None or unit < DAY:
        return None
    around, _ = so_far_from(start, sign, parts)
    return Stretch(min(start, around), max(start, around), DAY, by)


def _more(parts: Parts) -> Iterator[tuple[int, int]]:
    """Yield the unit and count of what a length of time has beside its first: "and two months"."""
    if "dual2" in parts:
        yield parts["dual2"], _DUAL
    elif "units2" in parts:
        yield parts["units2"], parts.get("count2", 1)
    if "units3" in parts:
        yield parts["units3"], parts["count3"]
    unit = counted(parts)[0]
    if "half" in parts and unit in _HALVES:
        yield _HALVES[unit]
