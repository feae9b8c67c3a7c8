"""Days by their weekday or their number alone, and the weeks that they fall in."""

from claimcheck.annotate.dates.date_calendar import (
    Reference,
    ahead,
    base,
    calendar,
    fits,
    yearly,
)
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_spans import DAY, MONTH, WEEK, Stretch, calendar_stretch, period
from claimcheck.model.day import day, weekday, year_month_day

_MOST_MONTHS = 14
_ALWAYS_FIRST_WEEK, _THURSDAY = 4, 3


def day_alone(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the nearest day with this number in its month, and with the weekday that is said."""
    if ref.day is None:
        return None
    wanted, dom = parts.get("weekday"), parts["dom"]
    for step in range(_MOST_MONTHS):
        start = period(MONTH, ref.day, step if ref.future else -step).first or 0
        year, month, _ = year_month_day(start)
        found = calendar_stretch(year, month, dom)
        if found.first is None or not fits(found, ref.day, None, future=ref.future):
            continue
        if wanted is None or weekday(found.first) == wanted:
            return found._replace(by=ref.by)
    return None


def by_weekday(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day with the weekday's name nearest to the anchor."""
    if "day" in parts or ref.day is None:
        return None
    if "wshift" in parts or "wthat" in parts or "nextday" in parts:
        return _in_week(parts, ref)
    wanted, shift = parts["weekday"], parts.get("shift", parts.get("rel"))
    days = (wanted - (ref.day + 6)) % 7
    if shift == 0:
        return period(DAY, ref.day - (ref.day + 6) % 7 + wanted)._replace(by=ref.by)
    more = 7 * max(abs(shift or 0) - 1, 0)
    if ahead(shift, ref):
        return period(DAY, ref.day + (days or (7 if shift else 0)) + more)._replace(by=ref.by)
    back = (7 - days) % 7
    return period(DAY, ref.day - (back or (7 if shift else 0)) - more)._replace(by=ref.by)


def _in_week(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a day of last week, this week, the same week."""
    step = parts.get("wshift", parts.get("wthat", parts.get("nextday", 0)))
    start, by = base(parts, ref, "nextday" if "nextday" in parts else "wshift", "wthat")
    if start is None:
        return None
    monday = period(WEEK, start, step).first or 0
    return period(DAY, monday + parts["weekday"])._replace(by=by)


def week_of(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the week that a day falls in."""
    that = day_alone(parts, ref) if "dom" in parts else calendar(parts, ref)
    if that is None or that.first is None:
        return None
    return period(WEEK, that.first)._replace(by=that.by)


def weekdays_away(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day of "three Fridays from now", "two Sundays ago"."""
    if ref.day is None:
        return None
    sign = parts["toward"]
    days = sign * (parts["weekday"] - weekday(ref.day)) % 7 or 7
    return period(DAY, ref.day + sign * (days + 7 * (parts["hop"] - 1)))._replace(by=ref.by)


def weeks_from(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day so many weeks after the next weekday of a name, or before the last one."""
    if ref.day is None:
        return None
    if "weeks" in parts:
        days = (parts["weekday"] - weekday(ref.day)) % 7 or 7
        return period(DAY, ref.day + days + 7 * parts["weeks"])._replace(by=ref.by)
    back = (weekday(ref.day) - parts["weekday"]) % 7 or 7
    return period(DAY, ref.day - back - 7 * parts["weeksago"])._replace(by=ref.by)


def numbered_week(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a week by its number in ISO 8601, of the year that is said or the nearest."""
    return yearly(lambda year: _iso_week(year, parts["week"]), parts, ref)


def _iso_week(year: int, number: int) -> Stretch:
    """Return a week of a year, whose first has 4 January; without days where there is none."""
    found = period(WEEK, day(year, 1, _ALWAYS_FIRST_WEEK), number - 1)
    fits = number > 0 and (found.first or 0) + _THURSDAY <= day(year, 12, 31)
    return found if fits else Stretch(None, None, WEEK)
