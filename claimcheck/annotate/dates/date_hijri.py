"""Days of the Islamic calendar: Umm al-Qura from 1343 to 1500 AH, else the tabular one."""

from functools import lru_cache

_FIRST_YEAR, _LAST_YEAR = 1343, 1500
_EPOCH = 227015  # 1 Muharram 1 AH, 16 July 622 of the Julian calendar
_CYCLE_YEARS, _LEAP_DAYS = 30, 11
_LONGEST_MONTH = 30
_LUNAR_YEAR = 354
_DOUBT = 2  # sightings differ from the tabular calendar by up to two days
_MEAN_YEAR = 354.367
_MONTHS = 12

Days = tuple[int, int]


@lru_cache(1 << 12)
def hijri_days(year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """Return the first and last day of a Hijri year, month or day, None if there is none."""
    if day is not None and month is not None:
        return _day(year, month, day)
    if month is not None:
        following = (year, month + 1) if month < _MONTHS else (year + 1, 1)
        start, end = _day(year, month, 1), _day(*following, 1)
    else:
        start, end = _day(year, 1, 1), _day(year + 1, 1, 1)
    return (start[0], end[1] - 1) if start and end else None


def hijri_year(number: int) -> int:
    """Return the Hijri year that a day falls in."""
    year = max(1, int((number - _EPOCH) / _MEAN_YEAR) + 1)
    days = hijri_days(year)
    if days and number > days[1]:
        return year + 1
    return year - 1 if days and number < days[0] else year


def plausible(year: int) -> bool:
    """Return whether a year without its calendar's name may be a Hijri year of our age."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _day(year: int, month: int, day: int) -> Days | None:
    if not (1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH) or year < 1:
        return None
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        from hijridate import Hijri  # it takes longer to import than a run to date its articles

        try:
            exact = Hijri(year, month, day).to_gregorian().toordinal()
        except (ValueError, OverflowError):
            return None
        return exact, exact
    leap = (3 + _LEAP_DAYS * year) // _CYCLE_YEARS
    before = (year - 1) * _LUNAR_YEAR + leap + (59 * (month - 1) + 1) // 2
    number = _EPOCH + before + day - 1
    return number - _DOUBT, number + _DOUBT
