"""Times of day."""

from typing import NamedTuple

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_numbers import ordered
from claimcheck.annotate.dates.date_words import DAYPARTS

_HOUR, _NOON, _DAY = 60, 720, 1440
_PM = {DAYPARTS.index(name) for name in ("pm", "noon", "afternoon", "evening", "night")}
_AM = {DAYPARTS.index(name) for name in ("am", "dawn", "morning")}
_NIGHT, _NOON_PART = DAYPARTS.index("night"), DAYPARTS.index("noon")
_EARLY_NIGHT = 5
_BEFORE_NOON = 10

# The hours that a part of the day may mean, first and last minute.
_RANGES = {
    "dawn": (180, 420), "morning": (300, 720), "noon": (660, 840), "afternoon": (720, 1110),
    "evening": (960, 1439), "night": (1080, 1439),
}  # fmt: skip


class Clock(NamedTuple):
    """A time of day.

    first, last: minutes after midnight. exact: an hour is said. minute: a minute is said.
    """

    first: int
    last: int
    exact: bool
    minute: bool
    zone: int | None


def clock_of(parts: Parts) -> Clock | None:
    """Return the time of day that the parts of an expression say, if any."""
    if "hhmm" in parts:
        hour, minute = ordered(parts["hhmm"])
    elif "hour" in parts:
        hour, minute = parts["hour"], parts.get("minute", parts.get("fraction", 0))
    else:
        return _part_of_day(parts)
    minutes = _hour24(hour, parts.get("daypart")) * _HOUR + minute
    said = any(part in parts for part in ("minute", "fraction", "hhmm"))
    return Clock(minutes % _DAY, minutes % _DAY, exact=True, minute=said, zone=parts.get("zone"))


def _hour24(hour: int, part: int | None) -> int:
    if part is None or hour > 12:
        return hour
    if part in _AM:
        return hour % 12
    if part == _NIGHT and (hour <= _EARLY_NIGHT or hour == 12):
        return hour % 12
    if part == _NOON_PART and hour >= _BEFORE_NOON:
        return hour
    return hour % 12 + 12 if part in _PM else hour


def _part_of_day(parts: Parts) -> Clock | None:
    name = DAYPARTS[parts["daypart"]] if "daypart" in parts else ""
    if name not in _RANGES:
        return None
    first, last = _RANGES[name]
    return Clock(first, last, exact=False, minute=False, zone=None)


def spelled_clock(clock: Clock) -> str:
    """Return the ISO 8601 spelling of a time, `T09:30+03:00`."""
    text = f"T{clock.first // _HOUR:02d}:{clock.first % _HOUR:02d}"
    if clock.zone is None:
        return text
    if clock.zone == 0:
        return text + "Z"
    sign, offset = ("-" if clock.zone < 0 else "+"), abs(clock.zone)
    return f"{text}{sign}{offset // _HOUR:02d}:{offset % _HOUR:02d}"
