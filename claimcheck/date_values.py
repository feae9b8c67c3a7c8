"""Whether two dates can both be right, and how far apart they lie."""

from claimcheck.model.day import day, days_in_month, year_month_day
from claimcheck.model.mention import Timex
from claimcheck.model.relation import Relation

# The first and the last day of a stretch.
Days = tuple[int, int]
# A year that has every day of the calendar.
_LEAP = 2000
# Minutes after midnight.
_EVENING = 17 * 60
_MORNING = 11 * 60
_MIDNIGHT = 24 * 60
# How far an approximate time of day may be from the exact one.
_ABOUT = 30
# How many of year, month and day a date of each grain tells.
_PARTS = {"year": 1, "month": 2, "day": 3}


def compare_dates(left: Timex, right: Timex) -> Relation:
    """Return whether a day fits both dates; a Hijri day may be one off."""
    apart = days_apart(left, right)
    if apart is None:
        return _compare_hours(left, right)
    slack = 1 if "hijri" in (left.calendar, right.calendar) or _one_night(left, right) else 0
    if apart > slack:
        return "different"
    if left.clock and right.clock and left.grain in ("hour", "minute"):
        return _compare_clocks(left, right)
    return "equal" if left.edtf == right.edtf or _one_day_of_year(left, right) else "compatible"


def _compare_hours(left: Timex, right: Timex) -> Relation:
    """Return whether two times of day agree of which one or both are of an unknown day."""
    if not (tells_hour(left) and tells_hour(right)) or (left.zone is None) != (right.zone is None):
        return "incomparable"
    if _hours_apart(left, right):
        return "different"
    return "equal" if left.grain == right.grain == "minute" else "compatible"


def tells_hour(time: Timex) -> bool:
    """Return whether a date or time says an hour, not only a part of the day."""
    return time.clock is not None and time.grain in ("hour", "minute")


def _hours_apart(left: Timex, right: Timex) -> bool:
    """Return whether two times of day, be they of two zones, have no minute in common."""
    one, other = ([end - (time.zone or 0) for end in time.clock or ()] for time in (left, right))
    slack = _ABOUT if left.approximate or right.approximate else 0
    return all(
        one[0] - slack > other[1] + turn or other[0] + turn > one[1] + slack
        for turn in (-_MIDNIGHT, 0, _MIDNIGHT)
    )


def _one_day_of_year(left: Timex, right: Timex) -> bool:
    """Return whether two days are one, as far as that is told of which no year is known."""
    return bool(left.yearly or right.yearly) and left.grain == right.grain == "day"


def days_apart(left: Timex, right: Timex) -> int | None:
    """Return how many days lie between two dates, 0 or less where they meet; None if unknown.

    A day of an unknown year is that of the year in which the two lie nearest.
    """
    if left.yearly and not right.yearly:
        return _nearest(left.yearly, _days(right))
    if right.yearly:
        return _nearest(right.yearly, _in_year(left.yearly, _LEAP) if left.yearly else _days(left))
    return _between(_days(left), _days(right))


def parts_apart(left: Timex, right: Timex) -> int | None:
    """Return in how many parts two dates differ, which one slip of the pen each may have changed.

    Of days and months the parts are year, month and day; of years their digits. None for dates of
    two grains, and for those that are no day, month or year.
    """
    one, other = _parts(left), _parts(right)
    if one is None or other is None or left.grain != right.grain:
        return None
    return sum(a != b for a, b in zip(one, other, strict=True))


def _parts(time: Timex) -> tuple[int | str, ...] | None:
    if time.first is None or time.last is None or time.grain not in _PARTS:
        return None
    first, last = year_month_day(time.first), year_month_day(time.last)
    known = _PARTS[time.grain]
    if first[:known] != last[:known]:
        return None
    return tuple(f"{first[0]:06}") if known == 1 else first[:known]


def _days(time: Timex) -> Days | None:
    """Return the days of a date, be its end before its start: that is for the calendar check."""
    if time.first is None or time.last is None:
        return None
    return min(time.first, time.last), max(time.first, time.last)


def _between(left: Days | None, right: Days | None) -> int | None:
    return None if left is None or right is None else max(left[0] - right[1], right[0] - left[1])


def _nearest(yearly: tuple[int, int], days: Days | None) -> int | None:
    """Return how many days lie between a day of every year and some days, in the nearest year."""
    if days is None:
        return None
    year = year_month_day(days[0])[0]
    found = [_between(_in_year(yearly, near), days) for near in range(year - 1, year + 2)]
    return min((apart for apart in found if apart is not None), default=None)


def _in_year(yearly: tuple[int, int], year: int) -> Days | None:
    """Return the days of a month, or the day, of one year; None where it has no such day."""
    month, dom = yearly
    most = days_in_month(year, month)
    if dom > most:
        return None
    return day(year, month, dom or 1), day(year, month, dom or most)


def _one_night(left: Timex, right: Timex) -> bool:
    """Return whether one is an evening and one the next morning, a day in two time zones."""
    if left.clock is None or right.clock is None or left.first is None or right.first is None:
        return False
    early, late = (left, right) if left.first <= right.first else (right, left)
    return _ends(early) >= _EVENING and _starts(late) < _MORNING


def _starts(time: Timex) -> int:
    return time.clock[0] if time.clock else 0


def _ends(time: Timex) -> int:
    return time.clock[1] if time.clock else 0


def _compare_clocks(left: Timex, right: Timex) -> Relation:
    """Return whether two times of one day agree; of which one zone is unsaid are not compared."""
    if (left.zone is None) != (right.zone is None):
        return "compatible"
    return "different" if _hours_apart(left, right) else "equal"
