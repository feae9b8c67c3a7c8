"""Days as numbers: the proleptic Gregorian ordinal, continued below 1 for years before Christ."""

import calendar
from datetime import date

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146097


def day(year: int, month: int = 1, day_of_month: int = 1) -> int:
    """Return a day's number; `year` is astronomical (0 is 1 BC).

    Agrees with `datetime.date.toordinal` for the years 1 to 9999.

    Raises:
        ValueError: for a date that does not exist.
    """
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    return date(rest + 1, month, day_of_month).toordinal() + cycles * _CYCLE_DAYS


def year_month_day(number: int) -> tuple[int, int, int]:
    """Return the astronomical year, the month and the day of a day's number."""
    cycles, rest = divmod(number - 1, _CYCLE_DAYS)
    that = date.fromordinal(rest + 1)
    return that.year + cycles * _CYCLE_YEARS, that.month, that.day


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month of an astronomical year has."""
    return calendar.monthrange((year - 1) % _CYCLE_YEARS + 1, month)[1]


def weekday(number: int) -> int:
    """Return the day of the week, Monday 0 to Sunday 6."""
    return (number + 6) % 7


def edtf_day(number: int) -> str:
    """Return the EDTF spelling of a day, `2024-05-03`."""
    year, month, dom = year_month_day(number)
    return f"{edtf_year(year)}-{month:02d}-{dom:02d}"


def edtf_year(year: int) -> str:
    """Return the EDTF level 0 spelling of a year; `-0043` is 44 BC."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
