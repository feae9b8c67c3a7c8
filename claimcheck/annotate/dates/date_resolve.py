"""The days that a date expression means, given the day of the article and the date before it."""

from collections.abc import Callable

from claimcheck.annotate.dates.date_calendar import (
    HIJRI,
    Reference,
    by_weekday,
    calendar,
    day_of_month,
    deictic,
    hijri,
    year_of,
)
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import plausible
from claimcheck.annotate.dates.date_numbers import ordered
from claimcheck.annotate.dates.date_periods import (
    century,
    decade,
    decades,
    last_units,
    millennium,
    moved,
    nth_inside,
    seasonal,
    unit_of_time,
)
from claimcheck.annotate.dates.date_spans import (
    DAY,
    HALF,
    QUARTER,
    Stretch,
    calendar_stretch,
    nth,
    part_of,
    spelled,
)
from claimcheck.model.day import year_month_day


def dated(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the days of a date, None if nothing says which."""
    if "dayyear" in parts:
        dom, year = ordered(parts["dayyear"])
        parts = {**parts, "day": dom, "year": year}
    if parts.get("era") == HIJRI and "dotted" not in parts:
        return hijri(parts, ref)
    for part, function in _DATES:
        if part in parts:
            stretch = function(parts, ref)
            return _narrowed(stretch, parts) if stretch else None
    return None


def _narrowed(stretch: Stretch, parts: Parts) -> Stretch:
    """Return the quarter, half, first months, or early, middle or late part of a stretch."""
    if "nth" in parts:
        stretch = nth_inside(stretch, parts)
    if "quarter" in parts:
        stretch = nth(stretch, QUARTER, min(parts["quarter"], 4))
    if "half" in parts:
        stretch = nth(stretch, HALF, min(parts["half"], 2))
    if "edge" in parts:
        stretch = _edge(stretch, parts)
    return part_of(stretch, parts["part"]) if "part" in parts else stretch


def _edge(stretch: Stretch, parts: Parts) -> Stretch:
    """Return the first or last N months (weeks, days) of a stretch."""
    if stretch.first is None or stretch.last is None:
        return stretch._replace(edtf="")
    size = parts["count"]
    if parts["edge"] > 0:
        last = moved(stretch.first, parts["units2"], size) - 1
        return Stretch(stretch.first, min(last, stretch.last), parts["units2"], stretch.by)
    first = moved(stretch.last + 1, parts["units2"], -size)
    return Stretch(max(first, stretch.first), stretch.last, parts["units2"], stretch.by)


def _quarter(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the year whose quarter or half is named alone."""
    if ref.day is None or "edge" in parts:
        return None
    here = year_month_day(ref.day)[0]
    this = _narrowed(calendar_stretch(here), parts)
    late = this.first is not None and this.first > ref.day and not ref.future
    return calendar_stretch(here - late)._replace(by=ref.by)


def _dotted(parts: Parts, ref: Reference) -> Stretch | None:
    head, year = ordered(parts["dotted"])
    one, two = divmod(head, 100)
    return numeric({"a": one, "b": two, "c": year}, ref)


def numeric(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a date in numbers; both readings of an ambiguous one."""
    if "c2" in parts:
        year = year_of({"year2": parts["c2"]}, ref)
        if year is None:
            return None
        parts = {**parts, "c": year[0]}
    one, two, year_number = parts["a"], parts["b"], parts["c"]
    if parts.get("era") == HIJRI or (year_number < 1500 and plausible(year_number)):
        return hijri({"day": one, "hmonth": two, "year": year_number, "era": HIJRI}, ref)
    if one > 12 or two > 12:
        month, dom = (two, one) if one > 12 else (one, two)
        return calendar_stretch(year_number, month, dom) if month <= 12 else None
    if ref.month_first is None and one != two:
        return _either(
            calendar_stretch(year_number, one, two), calendar_stretch(year_number, two, one)
        )
    month, dom = (one, two) if ref.month_first else (two, one)
    return calendar_stretch(year_number, month, dom)


def _either(left: Stretch, right: Stretch) -> Stretch:
    """Return both days that an ambiguous date may mean, as an EDTF set."""
    low, high = sorted((left, right), key=lambda s: s.first or 0)
    from_day, to_day = low.first or 0, high.first or 0
    edtf = f"[{spelled(low)},{spelled(high)}]"
    return Stretch(from_day, to_day, DAY, "none", edtf=edtf)


_DATES: tuple[tuple[str, Callable[[Parts, Reference], Stretch | None]], ...] = (
    ("dotted", _dotted),
    ("hmonth", hijri),
    ("mshift", day_of_month),
    ("mthat", day_of_month),
    ("offset", deictic),
    ("span", last_units),
    ("decades", decades),
    ("tenth", decade),
    ("decade", decade),
    ("century", century),
    ("cshift", century),
    ("millennium", millennium),
    ("season", seasonal),
    ("month", calendar),
    ("unit", unit_of_time),
    ("year", calendar),
    ("yshift", calendar),
    ("ythat", calendar),
    ("weekday", by_weekday),
    ("quarter", _quarter),
    ("half", _quarter),
)
