"""Days as metadata and addresses write them."""

import re
from urllib.parse import unquote, urlsplit

from claimcheck.model.day import day, days_in_month
from claimcheck.model.text import Interval

# ISO 8601 calendar dates; a time of day may follow a whole one.
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?")
_PLAUSIBLE_YEARS = range(1990, 2101)
_IN_ADDRESS = (
    re.compile(r"(?<!\d)(\d{4})([-/_.])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})()(\d\d)(\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})([-/])(\d{1,2})()(?!\d)"),
)


def iso_date(text: str) -> str | None:
    """Return the date part of an ISO date or time, `2024-05-03`, `2024-05` or `2024`."""
    match = _ISO.fullmatch(text.strip())
    if match is None or not text.isascii():
        return None
    date = "-".join(part for part in match.groups() if part)
    return date if days_of(date) is not None else None


def days_of(date: str) -> Interval | None:
    """Return the days that an ISO date, month or year covers; None where there is no such day."""
    parts = [int(part) for part in date.split("-")]
    return _interval(parts[0], *parts[1:])


def address_days(url: str) -> Interval:
    """Return the day, or else the month, that the path of an address names; open for none."""
    try:
        path = unquote(urlsplit(url.strip()).path)
    except ValueError:
        return Interval()
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(path):
            year, _, *rest = match.groups()
            days = _interval(int(year), *(int(part) for part in rest if part))
            if days is not None and int(year) in _PLAUSIBLE_YEARS:
                return days
    return Interval()


def _interval(year: int, month: int = 0, day_of_month: int = 0) -> Interval | None:
    try:
        first = day(year, month or 1, day_of_month or 1)
        last_month = month or 12
        last_day = day_of_month or days_in_month(year, last_month)
        return Interval(first=first, last=day(year, last_month, last_day))
    except ValueError:
        return None
