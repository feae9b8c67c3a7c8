"""Times of day."""

from typing import NamedTuple

from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_numbers import ordered
from claimcheck.annotate.dates.date_words import DAYPARTS

_HOUR, _NOON, _DAY = 60, 720, 1440
_TO = "_to"
_PM = {DAYPARTS.index(name) for name in ("pm", "noon", "afternoon", "evening", "night")}
_AM = {DAYPARTS.index(name) for name in ("am", "dawn", "morning")}
_NIGHT, _NOON_PART = DAYPARTS.index("night"), DAYPARTS.index("noon")
_EARLY_NIGHT = 5
_SAID = ("minute", "fraction", "lead", "minus", "hhmm")
_MINUTES = (("minute", 1), ("fraction", 1), ("extra", 1), ("lead", 1), ("minus", -1))
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
    """Return the time of day, or from one to another, that an expression says, if any."""
    first = _minutes(parts)
    if first is None:
        return _part_of_day(parts)
    until = {part.removesuffix(_TO): value for part, value in parts.items() if part.endswith(_TO)}
    last = _minutes(until) if until else first
    if last is None:
        return None
    if until and "daypart" in until and "daypart" not in parts:
        first = _before(parts, until, last)
    said = any(part in one for part in _SAID for one in (parts, until))
    zone = parts.get("zone", until.get("zone"))
    return Clock(first, last, exact=True, minute=said, zone=zone)


def _minutes(parts: Parts) -> int | None:
    """Return the minutes after midnight of a clock time."""
    if "hhmm" in parts:
        hour, minute = ordered(parts["hhmm"])
    elif "hour" in parts:
        hour, minute = parts["hour"], sum(sign * parts.get(name, 0) for name, sign in _MINUTES)
    else:
        return None
    return (_hour24(hour, parts.get("daypart")) * _HOUR + minute) % _DAY


def _before(parts: Parts, until: Parts, last: int) -> int:
    """Return the start of a time that says the half of the day at its end only: "3 to 5 pm"."""
    same = _minutes({**parts, "daypart": until["daypart"]}) or 0
    return same if same <= last else (same + _NOON) % _DAY


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


def spelled_at(edtf: str, clock: Clock) -> str:
    """Return the ISO 8601 spelling of a time on a day, `T09:30+03:00`, `T15:00/T17:00`."""
    ends = dict.fromkeys((clock.first, clock.last))
    return "/".join(f"{edtf}{_spelled(minutes, clock.zone)}" for minutes in ends)


def _spelled(minutes: int, zone: int | None) -> str:
    text = f"T{minutes // _HOUR:02d}:{minutes % _HOUR:02d}"
    if zone is None:
        return text
    if zone == 0:
        return text + "Z"
    sign, offset = ("-" if zone < 0 else "+"), abs(zone)
    return f"{text}{sign}{offset // _HOUR:02d}:{offset % _HOUR:02d}"
