"""Whether the weekdays, dates and spans of an article can be."""

from claimcheck.check.outcome import Outcome
from claimcheck.lang.calendar_names import weekday_name
from claimcheck.model.day import days_in_month, weekday, year_month_day
from claimcheck.model.reckoning import Reckoning

# The last country to give up the Julian calendar did so in 1923.
_JULIAN_UNTIL = 1924
_WEEK = 7
_HIJRI_MONTH = 30
_LEAP_YEAR = 2000
# What a term of a Hijri date is called.
HIJRI = "hijri"


def weekday_date(reckoning: Reckoning) -> Outcome | None:
    """Return the weekday of the first date for which another one is named."""
    for named, date in zip(reckoning.left, reckoning.right, strict=True):
        number = int(date.low or 0)
        fitting = {weekday(number), *_julian_weekdays(number)}
        slack = range(-reckoning.slack, reckoning.slack + 1)
        if not any((int(named.low or 0) + step) % _WEEK in fitting for step in slack):
            is_day = weekday(number)
            return Outcome(en=weekday_name(is_day, "en"), ar=weekday_name(is_day, "ar"))
    return None


def _julian_weekdays(number: int) -> set[int]:
    """Return the weekday of the date of the same name in the Julian calendar, of old dates."""
    year, month, _ = year_month_day(number)
    if year >= _JULIAN_UNTIL:
        return set()
    leaps = (year - (month < 3)) // 100 - (year - (month < 3)) // 400 - 2
    return {weekday(number + leaps)}


def no_such_date(reckoning: Reckoning) -> Outcome | None:
    """Return a date whose month has fewer days, also in a leap year where no year is said."""
    date = reckoning.left[0]
    year, month, dom = date.value.split("T")[0].split("-")
    if date.part == HIJRI or not month.isdigit():
        longest = _HIJRI_MONTH
    else:
        longest = days_in_month(int(year) if year.isdigit() else _LEAP_YEAR, int(month))
    return Outcome.plain(f"{dom} > {longest}") if int(dom) > longest else None


def end_before_start(reckoning: Reckoning) -> Outcome | None:
    """Return the ends in order where the end lies before the start."""
    start, end = reckoning.left
    if start.low is None or end.low is None or end.low >= start.low:
        return None
    return Outcome.plain(f"{end.value} < {start.value}")
