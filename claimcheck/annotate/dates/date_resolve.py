"""The days that a date expression means, given the day of the article and the date before it."""

from collections.abc import Callable

from claimcheck.annotate.dates.date_calendar import (
    HIJRI,
    Reference,
    calendar,
    day_of_month,
    deictic,
    year_of,
)
from claimcheck.annotate.dates.date_feasts import feast
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import plausible
from claimcheck.annotate.dates.date_islamic import hijri
from claimcheck.annotate.dates.date_numbers import ordered
from claimcheck.annotate.dates.date_periods import (
    century,
    decade,
    decades,
    last_units,
    millennium,
    moved,
    nth_inside,
    part_of_day,
    same_time,
    seasonal,
    unit_of_time,
    weekend,
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
from claimcheck.annotate.dates.date_weekdays import (
    by_weekday,
    day_alone,
    numbered_week,
    week_of,
    weekdays_away,
    weeks_from,
)
from claimcheck.model.day import weekday, year_month_day


def dated(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the days of a date, None if nothing says which."""
    if "dayyear" in parts:
        dom, year = ordered(parts["dayyear"])
        parts = {**parts, "day": dom, "year": year}
    if parts.get("era") == HIJRI and not parts.keys() & {"dotted", "century"}:
        return hijri(parts, ref)
    for part, function in _DATES:
        if part in parts:
            stretch = function(parts, ref)
            return _clipped(_narrowed(stretch, parts), parts, ref) if stretch else None
    return None


def _narrowed(stretch: Stretch, parts: Parts) -> Stretch:
    """Return the quarter, half, first months, or early, middle or late part of a stretch."""
    if parts.keys() & {"nth", "back"} and "feast" not in parts:
        stretch = nth_inside(stretch, parts)
    if "quarter" in parts:
        stretch = nth(stretch, QUARTER, min(parts["quarter"], 4))
    if "half" in parts:
        stretch = nth(stretch, HALF, min(parts["half"], 2))
    if "edge" in parts:
        stretch = _edge(stretch, parts)
    return part_of(stretch, parts["part"]) if "part" in parts else stretch


def _clipped(stretch: Stretch, parts: Parts, ref: Reference) -> Stretch:
    """Return what lies before ("earlier this year") or after the anchor of a stretch around it."""
    if "side" not in parts or stretch.first is None or stretch.last is None or ref.day is None:
        return stretch
    if not stretch.first <= ref.day <= stretch.last:
        return stretch
    if parts["side"] < 0:
        return stretch._replace(last=ref.day, edtf="")
    return stretch._replace(first=ref.day, edtf="")


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
    if "c" not in parts:
        return _month_day(parts, ref)
    one, two, year_number = parts["a"], parts["b"], parts["c"]
    if parts.get("era") == HIJRI or (year_number < 1500 and plausible(year_number)):
        return hijri({"day": one, "hmonth": two, "year": year_number, "era": HIJRI}, ref)
    return _chosen(
        [calendar_stretch(year_number, *order) for order in _orders(one, two, ref)], parts
    )


def _month_day(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a day and month in numbers, of the nearest year."""
    if ref.day is None:
        return None
    found = [
        calendar({**_beside(parts), "month": month, "day": dom}, ref)
        for month, dom in _orders(parts["a"], parts["b"], ref)
    ]
    return _chosen([stretch for stretch in found if stretch], parts)


def _beside(parts: Parts) -> Parts:
    """Return what stands beside the numbers of a date: its weekday."""
    return {part: value for part, value in parts.items() if part == "weekday"}


def _orders(one: int, two: int, ref: Reference) -> list[tuple[int, int]]:
    """Return month and day in the orders that two numbers may have, the likelier first."""
    orders = [(one, two)] if ref.month_first or one == two else [(two, one)]
    if ref.month_first is None and one != two:
        orders = [(one, two), (two, one)]
    fitting = [order for order in orders if order[0] <= _MONTHS]
    return fitting or [order for order in ((one, two), (two, one)) if order[0] <= _MONTHS]


def _chosen(found: list[Stretch], parts: Parts) -> Stretch | None:
    """Return the one of two days that its weekday fits, both where none or each fits."""
    fitting = [s for s in found if s.first and weekday(s.first) == parts.get("weekday")]
    ends = fitting or found
    if not ends:
        return None
    return _either(ends[0], ends[1]) if len(ends) > 1 else ends[0]


_MONTHS = 12


def _either(left: Stretch, right: Stretch) -> Stretch:
    """Return both days that an ambiguous date may mean, as an EDTF set, the likelier first."""
    from_day, to_day = sorted((left.first or 0, right.first or 0))
    edtf = f"[{spelled(left)},{spelled(right)}]"
    return Stretch(from_day, to_day, DAY, "none", edtf=edtf)


_DATES: tuple[tuple[str, Callable[[Parts, Reference], Stretch | None]], ...] = (
    ("dotted", _dotted),
    ("weekof", week_of),
    ("week", numbered_week),
    ("hop", weekdays_away),
    ("weeks", weeks_from),
    ("weeksago", weeks_from),
    ("sameday", same_time),
    ("same", same_time),
    ("dom", day_alone),
    ("feast", feast),
    ("weekend", weekend),
    ("hmonth", hijri),
    ("dayunit", part_of_day),
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
    ("year2", calendar),
    ("yshift", calendar),
    ("ythat", calendar),
    ("weekday", by_weekday),
    ("quarter", _quarter),
    ("half", _quarter),
)
