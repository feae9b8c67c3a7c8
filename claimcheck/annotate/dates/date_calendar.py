"""Days, months and years of both calendars, stated or leant on the anchor."""

from collections.abc import Callable
from typing import NamedTuple

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import hijri_days, hijri_year, plausible
from claimcheck.annotate.dates.date_spans import (
    DAY,
    MONTH,
    YEAR,
    Stretch,
    calendar_stretch,
    period,
)
from claimcheck.annotate.dates.date_words import ERAS
from claimcheck.model.day import weekday, year_month_day

BC, HIJRI = ERAS.index("bc"), ERAS.index("hijri")
_FARTHEST_LEAP = 8
_HALF_YEAR = 200


class Reference(NamedTuple):
    """What an expression may lean on.

    day: the day to count from, None if unknown; by: where it comes from.
    context: the nearest date before it that is resolved.
    future: its clause speaks of what is to come.
    month_first: whether numbers are written month first, None if that is unknown.
    """

    day: int | None = None
    by: str = "anchor"
    context: Stretch | None = None
    future: bool = False
    month_first: bool | None = False


def year_of(parts: Parts, ref: Reference) -> tuple[int, str] | None:
    """Return the astronomical year that is stated or leant on, and where it comes from."""
    if "year" in parts:
        return (1 - parts["year"] if parts.get("era") == BC else parts["year"]), "text"
    if "yshift" in parts and ref.day is not None:
        return year_month_day(ref.day)[0] + parts["yshift"], ref.by
    if "ythat" in parts and ref.context and ref.context.first is not None:
        return year_month_day(ref.context.first)[0] + parts["ythat"], "context"
    if "year2" in parts and ref.day is not None:
        now = year_month_day(ref.day)[0]
        return now - (now - parts["year2"] + 10) % 100 + 10, ref.by
    return None


def states_year(parts: Parts) -> bool:
    """Return whether the words say the year, by number or by pointing at one."""
    return any(part in parts for part in ("year", "yshift", "ythat", "year2"))


def calendar(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a Gregorian year, month or day; without a year the nearest that fits."""
    year = year_of(parts, ref)
    month, dom = parts.get("month"), parts.get("day")
    if year:
        stretch = calendar_stretch(year[0], month, dom)
        return stretch._replace(by=year[1])
    if states_year(parts) or month is None or ref.day is None:
        return None
    return nearest(lambda y: calendar_stretch(y, month, dom), parts, ref)


def nearest(made: Callable[[int], Stretch], parts: Parts, ref: Reference) -> Stretch | None:
    """Return the yearly date nearest to the anchor: past, unless told or spoken of as to come.

    A weekday that fits the other side alone decides for it.
    """
    now = ref.day or 0
    shift = parts.get("shift", parts.get("rel"))
    if shift == 0:
        return made(year_month_day(now)[0])._replace(by=ref.by)
    future = shift == 1 or (shift is None and ref.future)
    found = _next(made, now, shift, future=future)
    if shift is None and found and not _on_weekday(found, parts):
        other = _next(made, now, shift, future=not future)
        if other and _on_weekday(other, parts) and abs((other.first or 0) - now) < _HALF_YEAR:
            found = other
    return found._replace(by=ref.by) if found else None


def _on_weekday(stretch: Stretch, parts: Parts) -> bool:
    if "weekday" not in parts or stretch.first is None or stretch.unit != DAY:
        return True
    return weekday(stretch.first) == parts["weekday"]


def _next(
    made: Callable[[int], Stretch], now: int, shift: int | None, *, future: bool
) -> Stretch | None:
    """Return the yearly date on one side of a day."""
    here = year_month_day(now)[0]
    for step in range(-1, _FARTHEST_LEAP + 1):
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
    """Return the day to count from: the anchor's for `shift`, the context's for `that`."""
    if shift in parts:
        return ref.day, ref.by
    if that in parts and ref.context:
        return ref.context.first, "context"
    return None, "none"


def deictic(parts: Parts, ref: Reference) -> Stretch | None:
    """Return today, yesterday or tomorrow; the date itself where one stands beside it."""
    if "day" in parts and "month" in parts:
        return calendar(parts, ref)
    if ref.day is None:
        return None
    return Stretch(ref.day + parts["offset"], ref.day + parts["offset"], DAY, ref.by)


def by_weekday(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day with the weekday's name nearest to the anchor."""
    if "day" in parts or ref.day is None:
        return None
    wanted, shift = parts["weekday"], parts.get("shift", parts.get("rel"))
    ahead = (wanted - (ref.day + 6)) % 7
    if shift == 0:
        return period(DAY, ref.day - (ref.day + 6) % 7 + wanted)._replace(by=ref.by)
    if shift == 1 or (shift is None and ref.future):
        return period(DAY, ref.day + (ahead or (7 if shift else 0)))._replace(by=ref.by)
    back = (7 - ahead) % 7
    return period(DAY, ref.day - (back or (7 if shift else 0)))._replace(by=ref.by)


def hijri(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a day, month or year of the Islamic calendar."""
    month, dom = parts.get("hmonth"), parts.get("day")
    year = parts.get("year")
    if year is not None and parts.get("era") != HIJRI and not plausible(year):
        return None
    unit = DAY if dom else MONTH if month else YEAR
    if year is None and ref.day is None:
        return None
    if year is not None:
        days = hijri_days(year, month, dom)
        return Stretch(*days, unit) if days else None
    return _hijri_nearest(parts, ref, unit)


def _hijri_nearest(parts: Parts, ref: Reference, unit: int) -> Stretch | None:
    now = ref.day or 0
    here = hijri_year(now)
    shift = parts.get("shift")
    if "yshift" in parts or shift == 0:
        days = hijri_days(here + parts.get("yshift", 0), parts["hmonth"], parts.get("day"))
        return Stretch(*days, unit, ref.by) if days else None
    future = shift == 1 or (shift is None and ref.future)
    for step in range(-1, _FARTHEST_LEAP):
        days = hijri_days(here + step if future else here - step, parts["hmonth"], parts.get("day"))
        found = Stretch(*days, unit, ref.by) if days else None
        if found and fits(found, now, shift, future=future):
            return found
    return None
