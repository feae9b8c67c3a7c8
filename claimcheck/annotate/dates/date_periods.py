"""Periods: decades, centuries, seasons, weeks and other units, and so many of them."""

from claimcheck.annotate.dates.date_calendar import (
    BC,
    HIJRI,
    Reference,
    base,
    year_of,
    yearly,
)
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import hijri_days
from claimcheck.annotate.dates.date_spans import (
    CENTURY,
    DAY,
    DECADE,
    HALF,
    MILLENNIUM,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
    YEAR,
    Stretch,
    moved_months,
    period,
    season,
    years,
)
from claimcheck.model.day import weekday, year_month_day

_LATEST_PLURAL_CENTURY = 2000
_UNIT_PARTS = ("units", "dual", "plural", "unit")
_SOME = 10  # "the last few days": as many as they reach
_THURSDAY = 3  # a week belongs to the month or year that its Thursday falls in
# How many years ahead a decade without its century may start.
_NEAR = 30


def moved(number: int, unit: int, count: int) -> int:
    """Return the day `count` units from another."""
    months = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, DECADE: 120, CENTURY: 1200}.get(unit)
    if months:
        return moved_months(number, months * count)
    return number + count * (7 if unit > DAY else 1) if unit >= DAY else number


def decade(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a decade, in the century that is said or else the latest that is over.

    One to come, or that ends a stretch, is the next of its name where that is near.
    """
    tens = parts["decade"] // 10 if "decade" in parts else parts["tenth"] - 1
    if "century" in parts or "cshift" in parts:
        whole = century(parts, ref)
        if whole is None or whole.first is None:
            return None
        start = year_month_day(whole.first)[0]
        return years(start // 10 + tens, DECADE)._replace(by=whole.by)
    now = year_month_day(ref.day)[0] if ref.day is not None else 2000
    decade = now // 100 * 10 + tens
    coming = decade + 10 * (decade * 10 + 9 < now)
    if ref.future and coming * 10 - now <= _NEAR:
        decade = coming
    elif decade * 10 + 9 >= now:
        decade -= 10
    return years(decade, DECADE)._replace(by="text" if ref.day is None else ref.by)


def decades(parts: Parts, ref: Reference) -> Stretch | None:  # noqa: ARG001
    """Return the decade of "the 1990s", the century of "the 1800s"."""
    year = parts["decades"]
    if year % 100 == 0 and year < _LATEST_PLURAL_CENTURY:
        return years(year // 100, CENTURY)
    return years(year // 10, DECADE)


def century(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a century by its number, or this or the last one."""
    if "century" in parts and parts.get("era") == HIJRI:
        number = parts["century"]
        first, last = hijri_days(100 * number - 99), hijri_days(100 * number)
        return Stretch(first[0], last[1], CENTURY) if first and last else None
    if "century" in parts:
        number = parts["century"]
        return years(-number if parts.get("era") == BC else number - 1, CENTURY)
    if ref.day is None:
        return None
    return period(CENTURY, ref.day, parts["cshift"])._replace(by=ref.by)


def millennium(parts: Parts, ref: Reference) -> Stretch | None:  # noqa: ARG001
    """Return a millennium by its number."""
    number = parts["millennium"]
    return years(-number if parts.get("era") == BC else number - 1, MILLENNIUM)


def seasonal(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a season of a year, or the nearest one."""
    return yearly(lambda year: season(year, parts["season"]), parts, ref)


def unit_of_time(parts: Parts, ref: Reference) -> Stretch | None:
    """Return last week, this year, the same month.

    The next day is the one after the date before it: the anchor's has a name of its own.
    """
    if parts["unit"] == DAY and parts.get("shift") == 1:
        parts = {"unit": DAY, "that": 1}
    if "shift" not in parts and "that" not in parts:
        start, by = ref.day, ref.by
    else:
        start, by = base(parts, ref, "shift", "that")
    if start is None:
        return None
    step = parts.get("shift", parts.get("that", 0))
    return period(parts["unit"], start, step)._replace(by=by)


def same_time(parts: Parts, ref: Reference) -> Stretch | None:
    """Return this day, or the same month, quarter or week as before, of the year that is said."""
    said, unit = year_of(parts, ref), parts.get("same", DAY)
    near = ref.context if "same" in parts and ref.context and ref.context.unit <= unit else None
    start, by = (near.first, "context") if near else (ref.day, ref.by)
    if said is None or start is None or unit > QUARTER:
        return None
    around = moved_months(start, 12 * (said[0] - year_month_day(start)[0]))
    return period(unit, around)._replace(by=by, approximate=unit in (WEEK, WEEKEND))


def weekend(parts: Parts, ref: Reference) -> Stretch | None:  # noqa: ARG001
    """Return the weekend that is over or under way, or the next one where it is to come."""
    if ref.day is None:
        return None
    this = period(WEEKEND, ref.day)
    step = 0 if ref.future or (this.first or 0) <= ref.day else -1
    return period(WEEKEND, ref.day, step)._replace(by=ref.by)


def part_of_day(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day of "that night", "the following morning"."""
    return unit_of_time({"unit": DAY, "that": parts["that"]}, ref)


def last_units(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the last or next N units, up to or from the anchor."""
    if ref.day is None:
        return None
    unit = next((parts[name] for name in _UNIT_PARTS if name in parts), DAY)
    count = 2 if "dual" in parts else parts.get("count", int("unit" in parts))
    if unit == QUARTER and count:
        near, far = (period(QUARTER, ref.day, parts["span"] * step) for step in (1, count))
        first, last = sorted((near, far), key=lambda one: one.first or 0)
        return Stretch(first.first, last.last, unit, ref.by)
    other = moved(ref.day, unit, parts["span"] * (count or _SOME))
    for place in ("2", "3"):
        if f"units{place}" in parts:
            other = moved(other, parts[f"units{place}"], parts["span"] * parts[f"count{place}"])
    start = ref.day + (parts["span"] > 0)
    return Stretch(min(other, start), max(other, start), unit, ref.by, approximate=not count)


def nth_inside(stretch: Stretch, parts: Parts) -> Stretch:
    """Return the Nth (-1: the last) weekday, day, week or month of a month or year."""
    if stretch.first is None or stretch.last is None:
        return stretch._replace(edtf="")
    number = parts["nth"] if "nth" in parts else -abs(parts["back"])
    if "nthday" in parts:
        ahead = (parts["nthday"] - weekday(stretch.first)) % 7
        back = (weekday(stretch.last) - parts["nthday"]) % 7
        one = (
            stretch.first + ahead + 7 * (number - 1)
            if number > 0
            else stretch.last - back + 7 * (number + 1)
        )
        return Stretch(one, one, DAY, stretch.by)
    unit = parts["nthunit"]
    middle = _THURSDAY if unit == WEEK else 0
    start = period(unit, stretch.first if number > 0 else stretch.last)
    if number > 0 and (start.first or 0) + middle < stretch.first:
        start = period(unit, stretch.first, 1)
    if number < 0 and (start.first or 0) + middle > stretch.last:
        start = period(unit, stretch.last, -1)
    step = number - 1 if number > 0 else number + 1
    return period(unit, start.first or 0, step)._replace(by=stretch.by)
