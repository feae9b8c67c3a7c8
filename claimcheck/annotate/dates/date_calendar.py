"""Days, months and years of both calendars, stated or leant on the anchor."""

from collections.abc import Callable
from typing import NamedTuple

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_spans import (
    DAY,
    MONTH,
    Stretch,
    calendar_stretch,
    moved_months,
    period,
)
from claimcheck.annotate.dates.date_words import ERAS
from claimcheck.model.day import weekday, year_month_day

BC, HIJRI = ERAS.index("bc"), ERAS.index("hijri")
FARTHEST_LEAP = 8
_HALF_YEAR = 200
_SOON = 45
_MOST_WEEKDAYS = 4


class Reference(NamedTuple):
    """What an expression may lean on.

    day: the day to count from, None if unknown; by: where it comes from.
    context: the nearest date before it that is resolved.
    future: its clause speaks of what is to come; past: of what has been.
    month_first: whether numbers are written month first, None if that is unknown.
    """

    day: int | None = None
    by: str = "anchor"
    context: Stretch | None = None
    future: bool = False
    past: bool = False
    month_first: bool | None = False


def year_of(parts: Parts, ref: Reference) -> tuple[int, str] | None:
    """Return the astronomical year that is stated or leant on, and where it comes from."""
    if "year" in parts:
        return (1 - parts["year"] if parts.get("era") == BC else parts["year"]), "text"
    if "yshift" in parts and ref.day is not None:
        return year_month_day(ref.day)[0] + parts["yshift"], ref.by
    if "ythat" in parts:
        start, by = base(parts, ref, "yshift", "ythat")
        return None if start is None else (year_month_day(start)[0] + parts["ythat"], by)
    if "year2" in parts and ref.day is not None:
        now = year_month_day(ref.day)[0]
        return now - (now - parts["year2"] + 10) % 100 + 10, ref.by
    return None


def states_year(parts: Parts) -> bool:
    """Return whether the words say the year, by number or by pointing at one."""
    return any(part in parts for part in ("year", "yshift", "ythat", "year2"))


def calendar(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a Gregorian year, month or day; without a year the nearest that fits."""
    month, dom = parts.get("month"), parts.get("day")
    if month is None and not states_year(parts):
        return None
    stretch = yearly(lambda year: calendar_stretch(year, month, dom), parts, ref)
    return _counted_weekday(stretch, parts) if stretch and "counted" in parts else stretch


def yearly(made: Callable[[int], Stretch], parts: Parts, ref: Reference) -> Stretch | None:
    """Return what comes once a year: of the year that is said, else the nearest that fits."""
    year = year_of(parts, ref)
    if year:
        return made(year[0])._replace(by=year[1])
    if states_year(parts) or ref.day is None:
        return None
    return nearest(made, parts, ref)


def _counted_weekday(stretch: Stretch, parts: Parts) -> Stretch:
    """Return the first Tuesday of a month where that day is not "Tuesday the first"."""
    number = parts["day"]
    if _on_weekday(stretch, parts) or number > _MOST_WEEKDAYS or stretch.first is None:
        return stretch
    start = stretch.first - number + 1
    found = start + (parts["weekday"] - weekday(start)) % 7 + 7 * (number - 1)
    return stretch._replace(first=found, last=found)


def nearest(made: Callable[[int], Stretch], parts: Parts, ref: Reference) -> Stretch | None:
    """Return the yearly date nearest to the anchor: past, unless told or spoken of as to come.

    A weekday that fits the other side alone decides for it.
    """
    now = ref.day or 0
    shift = parts.get("shift", parts.get("rel"))
    if shift == 0:
        return made(year_month_day(now)[0])._replace(by=ref.by)
    future = ahead(shift, ref)
    if shift is not None and abs(shift) > 1:
        step = shift - 1 if shift > 0 else shift + 1
        now = moved_months(now, 12 * step)
    found = _next(made, now, shift, future=future)
    if shift is None:
        found = _soon(found, made, ref)
    if shift is None and found and not _on_weekday(found, parts):
        other = _next(made, now, shift, future=not future)
        if other and _on_weekday(other, parts) and abs((other.first or 0) - now) < _HALF_YEAR:
            found = other
    return found._replace(by=ref.by) if found else None


def ahead(shift: int | None, ref: Reference) -> bool:
    """Return whether a date without its year is looked for after the anchor."""
    return ref.future if shift is None else shift > 0


def _on_weekday(stretch: Stretch, parts: Parts) -> bool:
    if "weekday" not in parts or stretch.first is None or stretch.unit != DAY:
        return True
    return weekday(stretch.first) == parts["weekday"]


def _soon(found: Stretch | None, made: Callable[[int], Stretch], ref: Reference) -> Stretch | None:
    """Return the coming day or month, not one nearly a year ago, where no verb tells the tense."""
    if ref.past or ref.future or found is None or found.unit not in (DAY, MONTH):
        return found
    coming = _next(made, ref.day or 0, None, future=True)
    near = coming is not None and 0 < (coming.first or 0) - (ref.day or 0) <= _SOON
    return coming if near else found


def _next(
    made: Callable[[int], Stretch], now: int, shift: int | None, *, future: bool
) -> Stretch | None:
    """Return the yearly date on one side of a day."""
    here = year_month_day(now)[0]
    for step in range(-1, FARTHEST_LEAP + 1):
        found = made(here + step if future else here - step)
        if found.first is not None and fits(found, now, shift, future=future):
            return found
    return None


def fits(found: Stretch, now: int, shift: int | None, *, future: bool) -> bool:
    """Return whether a date lies on the side of the anchor that is meant."""
    first, last = found.first or 0, found.last or 0
    if future:
        return first > now if shift else last >= now
    return last < now if shift else first <= now


def day_of_month(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a day of this, the same or another month."""
    start, by = base(parts, ref, "mshift", "mthat")
    if start is None:
        return None
    step = parts.get("mshift", parts.get("mthat", 0))
    year, month, _ = year_month_day(period(MONTH, start, step).first or 0)
    if parts.get("year", year) != year:
        return None
    return calendar_stretch(year, month, parts["day"])._replace(by=by)


def base(parts: Parts, ref: Reference, shift: str, that: str) -> tuple[int | None, str]:
    """Return the day to count from: the anchor's for `shift`, the context's for `that`.

    Where no date stands before it, the one before (and, in the future tense, the one after) is
    the anchor's.
    """
    if shift in parts:
        return ref.day, ref.by
    if that in parts and ref.context:
        return ref.context.first, "context"
    if parts.get(that, 0) < 0 or (parts.get(that, 0) > 0 and ref.future):
        return ref.day, ref.by
    return None, "none"


def deictic(parts: Parts, ref: Reference) -> Stretch | None:
    """Return today, yesterday or tomorrow; the date itself where one stands beside it."""
    if "day" in parts and "month" in parts:
        return calendar(parts, ref)
    if ref.day is None:
        return None
    return Stretch(ref.day + parts["offset"], ref.day + parts["offset"], DAY, ref.by)
