"""Days, months and years of the Islamic calendar, stated or nearest to the anchor."""

from claimcheck.annotate.dates.date_calendar import (
    FARTHEST_LEAP,
    HIJRI,
    Reference,
    ahead,
    fits,
)
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import hijri_days, hijri_year, plausible
from claimcheck.annotate.dates.date_spans import DAY, MONTH, YEAR, Stretch
from claimcheck.model.day import day


def hijri(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a day, month or year of the Islamic calendar."""
    month, dom = parts.get("hmonth", parts.get("month")), parts.get("day")
    year = parts.get("year")
    unit = DAY if dom else MONTH if month else YEAR
    if year is not None and parts.get("era") != HIJRI and not plausible(year):
        return _in_gregorian(year, month, dom)._replace(unit=unit) if month else None
    if year is None and ref.day is None:
        return None
    if year is not None:
        days = hijri_days(year, month, dom)
        return Stretch(*days, unit) if days else None
    return _hijri_nearest(parts, ref, unit) if month else None


def _in_gregorian(year: int, month: int, dom: int | None) -> Stretch:
    """Return the Islamic month or day that starts in a Gregorian year, if only one does."""
    first, last = day(year), day(year, 12, 31)
    years = range(hijri_year(first), hijri_year(last) + 1)
    every = [hijri_days(hijri, month, dom) for hijri in years]
    inside = [days for days in every if days and first <= days[0] <= last]
    return Stretch(*inside[0], MONTH) if len(inside) == 1 else Stretch(None, None, MONTH)


def _hijri_nearest(parts: Parts, ref: Reference, unit: int) -> Stretch | None:
    now = ref.day or 0
    here = hijri_year(now)
    shift = parts.get("shift")
    if "yshift" in parts or shift == 0:
        days = hijri_days(here + parts.get("yshift", 0), parts["hmonth"], parts.get("day"))
        return Stretch(*days, unit, ref.by) if days else None
    future = ahead(shift, ref)
    for step in range(-1, FARTHEST_LEAP):
        days = hijri_days(here + step if future else here - step, parts["hmonth"], parts.get("day"))
        found = Stretch(*days, unit, ref.by) if days else None
        if found and fits(found, now, shift, future=future):
            return found
    return None
