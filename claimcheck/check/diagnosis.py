"""How two values may have come to differ: a slip of the pen, of the calendar or of the scale."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from claimcheck.model.day import day
from claimcheck.model.finding import Diagnosis
from claimcheck.model.mention import Quantity, Timex, Value, plain
from claimcheck.values import bounds, in_base

# Year, month and day of a date, as far as it names them.
Parts = tuple[int, ...]

_PARTS = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T.*)?~?")
_SCALES: tuple[tuple[int, Diagnosis], ...] = ((10, "factor-of-ten"), (1000, "factor-of-thousand"))
_MONTHS = 12
_WEEK = 7
# A weekday is taken for the same one of a week near by, not of another season.
_MOST_WEEKS = 4
# The years AH for which the calendar is fixed to the day.
_HIJRI_YEARS = range(1343, 1501)
_HIJRI_DOUBT = 1


def diagnosis_of(values: Sequence[Value]) -> Diagnosis:
    """Return what may have made the values of a finding's sides differ, empty where nothing fits.

    values: one for each side; the first is set against every other, and all must say the same.
    """
    first, *others = values
    found = {_of_two(first, other) for other in others}
    return found.pop() if len(found) == 1 else ""


def _of_two(left: Value, right: Value) -> Diagnosis:
    if isinstance(left, Timex) and isinstance(right, Timex):
        return _of_dates(left, right)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return _of_quantities(left, right)
    return ""


def _of_quantities(left: Quantity, right: Quantity) -> Diagnosis:
    amounts = _amounts(left, right)
    if amounts is None:
        return ""
    less, more = sorted(amounts)
    if left.unit == right.unit and min(left.grain, right.grain) == more - less == 1:
        return "off-by-one"
    if less > 0:
        for factor, diagnosis in _SCALES:
            if less * factor == more:
                return diagnosis
    return "swapped-digits" if _swapped(plain(less), plain(more)) else ""


def _amounts(left: Quantity, right: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return two amounts in one unit, None where either is a range or the units differ in kind."""
    if left.dimension != right.dimension or left.per != right.per or left.dimension == "score":
        return None
    base = in_base(left, right)
    if base is None:
        return None
    low, high = bounds(left, base=base)
    other_low, other_high = bounds(right, base=base)
    if low is None or other_low is None or low != high or other_low != other_high:
        return None
    return low, other_low


def _swapped(left: str, right: str) -> bool:
    """Return whether two spellings differ in two neighbouring digits that changed places."""
    if len(left) != len(right) or left.find(".") != right.find("."):
        return False
    left, right = left.replace(".", ""), right.replace(".", "")
    places = [place for place, pair in enumerate(zip(left, right, strict=True)) if len({*pair}) > 1]
    neighbours = len(places) == 2 and places[1] - places[0] == 1
    return neighbours and left[places[0] : places[1] + 1] == right[places[1]] + right[places[0]]


def _of_dates(left: Timex, right: Timex) -> Diagnosis:
    if _other_calendar(left, right) or _other_calendar(right, left):
        return "hijri-and-gregorian"
    one, other = _parts(left), _parts(right)
    depth = min(len(one), len(other))
    if depth == 0:
        return ""
    told = (one[:depth], other[:depth])
    return next((name for name, fits in _SLIPS.items() if fits(*told)), "")


def _parts(date: Timex) -> Parts:
    """Return the parts of a date, none for an interval, a season or a part that is unknown."""
    found = _PARTS.fullmatch(date.edtf)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _next_day(left: Parts, right: Parts) -> bool:
    return _days_apart(left, right) == 1


def _days_apart(left: Parts, right: Parts) -> int:
    """Return how many days lie between two days, 0 where they are no days."""
    return abs(day(*left) - day(*right)) if len(left) == 3 else 0


def _month_and_day(left: Parts, right: Parts) -> bool:
    return len(left) == 3 and left[0] == right[0] and left[1:] == right[:0:-1]


def _next_year(left: Parts, right: Parts) -> bool:
    return left[1:] == right[1:] and abs(left[0] - right[0]) == 1


def _next_month(left: Parts, right: Parts) -> bool:
    if len(left) == 1 or left[2:] != right[2:]:
        return False
    return abs((left[0] - right[0]) * _MONTHS + left[1] - right[1]) == 1


def _digits(left: Parts, right: Parts) -> bool:
    """Return whether one part alone differs, by two digits that changed places."""
    apart = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    return len(apart) == 1 and _swapped(*(f"{number:02d}" for number in apart[0]))


def _weeks(left: Parts, right: Parts) -> bool:
    weeks, rest = divmod(_days_apart(left, right), _WEEK)
    return rest == 0 and 1 <= weeks <= _MOST_WEEKS


# The likelier slips first: the first that fits is told.
_SLIPS: dict[Diagnosis, Callable[[Parts, Parts], bool]] = {
    "off-by-one-day": _next_day,
    "swapped-month-and-day": _month_and_day,
    "off-by-one-year": _next_year,
    "neighbouring-month": _next_month,
    "swapped-digits": _digits,
    "same-weekday": _weeks,
}


def _other_calendar(left: Timex, right: Timex) -> bool:
    """Return whether the numbers of one date, read in the other calendar, give the other date."""
    if right.calendar != "gregorian" or right.first is None or right.last is None:
        return False
    if left.calendar == "hijri":
        return _hijri_parts(left)[1:] == _parts(right)[1:] != ()
    days = _as_hijri(_parts(left))
    if days is None:
        return False
    first, last = days
    return first <= right.last + _HIJRI_DOUBT and right.first <= last + _HIJRI_DOUBT


def _hijri_parts(date: Timex) -> Parts:
    """Return year, month and day of the Hijri calendar, as many as the date names."""
    from hijridate import Gregorian  # loads slowly, and few findings need it

    if date.first is None or date.grain not in _NAMED:
        return ()
    try:
        told = Gregorian.fromordinal(date.first).to_hijri()
    except (ValueError, OverflowError):
        return ()
    return (told.year, told.month, told.day)[: _NAMED[date.grain]]


# How many parts a date of a grain names.
_NAMED = {"month": 2, "day": 3}


def _as_hijri(parts: Parts) -> tuple[int, int] | None:
    """Return the first and last day of a date whose numbers are read as Hijri, None if none."""
    from hijridate import Hijri  # loads slowly, and few findings need it

    if not parts or parts[0] not in _HIJRI_YEARS:
        return None
    start = (*parts, 1, 1)[:3]
    try:
        first = Hijri(*start).to_gregorian().toordinal()
    except (ValueError, OverflowError):
        return None
    if len(parts) == 3:
        return first, first
    year, month = start[0], (start[1] if len(parts) == 2 else _MONTHS)
    last = Hijri(year, month, Hijri(year, month, 1).month_length()).to_gregorian()
    return first, last.toordinal()
