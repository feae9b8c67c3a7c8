"""Stretches of days: years, months, weeks, parts of them, and their EDTF spelling."""

from typing import NamedTuple

from claimcheck.annotate.dates.date_words import PARTS, UNITS
from claimcheck.model.day import (
    day,
    days_in_month,
    edtf_day,
    edtf_year,
    weekday,
    year_month_day,
)
from claimcheck.model.mention import Grain

DAY, WEEK, WEEKEND, MONTH, QUARTER, HALF = (
    UNITS.index(name) for name in ("day", "week", "weekend", "month", "quarter", "half")
)
SEASON, YEAR, DECADE, CENTURY, MILLENNIUM = (
    UNITS.index(name) for name in ("season", "year", "decade", "century", "millennium")
)
_MONTHS_OF = {MONTH: 1, QUARTER: 3, HALF: 6}
YEARS_OF = {YEAR: 1, DECADE: 10, CENTURY: 100, MILLENNIUM: 1000}
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9}
_WINTER = 24
_EDTF_QUARTER, _EDTF_HALF = 33, 40
_SATURDAY = 5
_THIRDS = {MONTH: ((1, 10), (11, 20), (21, 31)), WEEK: ((1, 3), (3, 5), (5, 7))}


class Stretch(NamedTuple):
    """The days that a date expression means.

    first, last: day numbers, None on an open side. by: as `Timex.resolved_by`.
    edtf: the spelling where the days alone do not give it.
    """

    first: int | None
    last: int | None
    unit: int
    by: str = "text"
    approximate: bool = False
    edtf: str = ""

    @property
    def grain(self) -> Grain:
        """Return the name of the unit, a weekend being days."""
        grains: dict[str, Grain] = {
            "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "day",
            "month": "month", "quarter": "quarter", "half": "half", "season": "season",
            "year": "year", "decade": "decade", "century": "century", "millennium": "millennium",
        }  # fmt: skip
        return grains[UNITS[self.unit]]


def calendar_stretch(year: int, month: int | None = None, dom: int | None = None) -> Stretch:
    """Return a Gregorian year, month or day; without days where the date does not exist."""
    if month is None:
        return Stretch(day(year), day(year, 12, 31), YEAR)
    size = days_in_month(year, month)
    if dom is None:
        return Stretch(day(year, month), day(year, month, size), MONTH)
    if dom > size:
        return Stretch(None, None, DAY, edtf=f"{edtf_year(year)}-{month:02d}-{dom:02d}")
    return Stretch(day(year, month, dom), day(year, month, dom), DAY)


def period(unit: int, around: int, shift: int = 0) -> Stretch:
    """Return the calendar unit that `around` falls in, or the one `shift` units from it."""
    year, month, _ = year_month_day(around)
    if unit in YEARS_OF:
        return years(year // YEARS_OF[unit] + shift, unit)
    if unit in _MONTHS_OF:
        size = _MONTHS_OF[unit]
        first = (year * 12 + month - 1) // size * size + shift * size
        start, end = _month_start(first), _month_start(first + size) - 1
        return named(Stretch(start, end, unit))
    monday = around - weekday(around) + 7 * shift
    if unit == WEEKEND:
        return Stretch(monday + _SATURDAY, monday + _SATURDAY + 1, WEEKEND)
    if unit == WEEK:
        return Stretch(monday, monday + 6, WEEK)
    return Stretch(around + shift, around + shift, DAY)


def years(number: int, unit: int) -> Stretch:
    """Return the year, decade, century or millennium with this number from the year 0."""
    size = YEARS_OF[unit]
    first = number * size
    stretch = Stretch(day(first), day(first + size - 1, 12, 31), unit)
    unspecified = {DECADE: "X", CENTURY: "XX", MILLENNIUM: "XXX"}.get(unit)
    if not unspecified:
        return stretch
    sign, digits = ("-", -number - 1) if first < 0 else ("", number)
    width = 4 - len(unspecified)
    return stretch._replace(edtf=f"{sign}{digits:0{width}d}{unspecified}")


def named(stretch: Stretch) -> Stretch:
    """Return a quarter or half year with its EDTF spelling (33 to 36, 40 and 41)."""
    if stretch.first is None or stretch.unit not in (QUARTER, HALF):
        return stretch
    year, month, _ = year_month_day(stretch.first)
    base = _EDTF_QUARTER if stretch.unit == QUARTER else _EDTF_HALF
    code = base + (month - 1) // _MONTHS_OF[stretch.unit]
    return stretch._replace(edtf=f"{edtf_year(year)}-{code}")


def season(year: int, code: int) -> Stretch:
    """Return a season (EDTF 21 to 24); a winter may be either that touches the year."""
    edtf = f"{edtf_year(year)}-{code}"
    if code == _WINTER:
        return Stretch(day(year - 1, 12), day(year + 1, 3) - 1, SEASON, edtf=edtf)
    first = _SEASON_MONTHS[code]
    last = first + 2
    end = day(year, last, days_in_month(year, last))
    return Stretch(day(year, first), end, SEASON, edtf=edtf)


def nth(stretch: Stretch, unit: int, number: int) -> Stretch:
    """Return the Nth quarter or half of a year, or the Nth share of another stretch."""
    if stretch.first is None or stretch.last is None:
        return stretch._replace(edtf="")
    size = _MONTHS_OF[unit]
    if stretch.unit == YEAR:
        first = year_month_day(stretch.first)[0] * 12 + (number - 1) * size
        moved = Stretch(_month_start(first), _month_start(first + size) - 1, unit, stretch.by)
        return named(moved)
    shares = 12 // size
    if stretch.unit in YEARS_OF:
        start, length = year_month_day(stretch.first)[0], YEARS_OF[stretch.unit] // shares
        low = start + length * (number - 1)
        return Stretch(day(low), day(low + length - 1, 12, 31), stretch.unit, stretch.by)
    length = stretch.last - stretch.first + 1
    low = stretch.first + length * (number - 1) // shares
    high = stretch.first + length * number // shares - 1
    return Stretch(low, high, stretch.unit, stretch.by)


def part_of(stretch: Stretch, part: int) -> Stretch:
    """Return the early, middle or late third of a stretch, approximate."""
    if stretch.first is None or stretch.last is None:
        return stretch._replace(approximate=True)
    low, high = _third(stretch, part)
    return Stretch(low, high, stretch.unit, stretch.by, approximate=True)


def _third(stretch: Stretch, part: int) -> tuple[int, int]:
    first, last = stretch.first or 0, stretch.last or 0
    year, _, _ = year_month_day(first)
    if stretch.unit in _THIRDS:
        low, high = _THIRDS[stretch.unit][part]
        return first + low - 1, min(first + high - 1, last)
    if stretch.unit == YEAR:
        start = year * 12 + part * 4
        return _month_start(start), _month_start(start + 4) - 1
    if stretch.unit in YEARS_OF:
        size = YEARS_OF[stretch.unit]
        bounds = (0, round(size * 0.4), round(size * 0.7), size)
        return day(year + bounds[part]), day(year + bounds[part + 1]) - 1
    length = last - first + 1
    return first + length * part // len(PARTS), first + length * (part + 1) // len(PARTS) - 1


def moved_months(number: int, months: int) -> int:
    """Return the day so many months from another, at most its month's last."""
    year, month, dom = year_month_day(number)
    total = year * 12 + month - 1 + months
    year, month = total // 12, total % 12 + 1
    return day(year, month, min(dom, days_in_month(year, month)))


def _month_start(months: int) -> int:
    return day(months // 12, months % 12 + 1)


def spelled(stretch: Stretch) -> str:
    """Return the EDTF level 1 spelling of a stretch."""
    mark = "~" if stretch.approximate else ""
    if stretch.edtf:
        return stretch.edtf + mark
    if stretch.first is None or stretch.last is None:
        low = "" if stretch.first is None else edtf_day(stretch.first) + mark
        high = "" if stretch.last is None else edtf_day(stretch.last) + mark
        return f"{low or '..'}/{high or '..'}"
    single = _single(stretch.first, stretch.last)
    if single:
        return single + mark
    low, high = _ends(stretch.first, stretch.last)
    return f"{low}{mark}/{high}{mark}"


def _single(first: int, last: int) -> str:
    """Return the spelling of one whole day, month or year; empty for anything else."""
    if first == last:
        return edtf_day(first)
    year, month, dom = year_month_day(first)
    if (dom, month) == (1, 1) and last == day(year, 12, 31):
        return edtf_year(year)
    if dom == 1 and last == day(year, month, days_in_month(year, month)):
        return f"{edtf_year(year)}-{month:02d}"
    return ""


def _ends(first: int, last: int) -> tuple[str, str]:
    """Return the spellings of both ends, in whole years or months where they are whole."""
    low, high = year_month_day(first), year_month_day(last)
    if low[2] == 1 and high[2] == days_in_month(high[0], high[1]):
        if low[1] == 1 and high[1] == 12:
            return edtf_year(low[0]), edtf_year(high[0])
        return f"{edtf_year(low[0])}-{low[1]:02d}", f"{edtf_year(high[0])}-{high[1]:02d}"
    return edtf_day(first), edtf_day(last)
