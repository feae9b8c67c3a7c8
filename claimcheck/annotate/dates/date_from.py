"""Lengths of time beside a date: two days after it, for a week from it, the year that it ends."""

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_lengths import WEEK_DAYS, counted, so_far_from, so_long_from
from claimcheck.annotate.dates.date_periods import moved
from claimcheck.annotate.dates.date_spans import DAY, WEEK, Stretch, period
from claimcheck.model.day import weekday


def counted_from(parts: Parts, start: Stretch) -> Stretch | None:
    """Return the stretch so long before or after a date: "two days after 5 May"."""
    if start.first is None:
        return None
    if "nthday" in parts:
        return _nth_weekday(parts, start.first)._replace(by=start.by)
    unit, count = counted(parts)
    exact = {"units": DAY, "count": WEEK_DAYS * count} if unit == WEEK and count else parts
    return so_long_from(start.first, parts["step"], exact, start.by)


def _nth_weekday(parts: Parts, start: int) -> Stretch:
    """Return the day of "the third Tuesday after Easter"."""
    sign = parts["step"]
    days = sign * (parts["nthday"] - weekday(start)) % WEEK_DAYS or WEEK_DAYS
    return period(DAY, start + sign * (days + WEEK_DAYS * (parts["nth"] - 1)))


def lasting_from(parts: Parts, start: Stretch) -> Stretch | None:
    """Return the stretch of a length that starts with a date: "for three days from 5 May"."""
    unit, count = counted(parts)
    if start.first is None or count is None or unit < DAY or start.unit > unit:
        return None
    stop, _ = so_far_from(start.first, 1, parts)
    return Stretch(start.first, stop - 1, start.unit, start.by)


def ended_at(parts: Parts, end: Stretch) -> Stretch | None:
    """Return the stretch of a length that ends with a date: "the three months to June"."""
    unit, count = counted(parts)
    if end.last is None or count is None or unit < DAY or end.unit > unit:
        return None
    start = moved(end.last + 1, unit, -count)
    return Stretch(start, end.last, end.unit, end.by)
