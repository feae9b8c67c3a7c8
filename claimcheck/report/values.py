"""Canonical values in plain English: `2014-05` is May 2014, `~11000000000 USD` about 11 billion."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.report.place_names import english_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.model.finding import Evidence, Kind

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# EDTF level 1 spells the seasons as months 21 to 24.
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T(?P<clock>.+))?")
_DECADE = re.compile(r"\d{3}X")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SHORT = re.compile(r"-?\d+(?:\.\d{1,3})?")
_PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet"}
# Names of units and nouns; a currency's code and a noun of another script stay as they are.
_ENGLISH_NOUN = re.compile(r"[a-z][a-z_]*")
_SAME_IN_PLURAL = ("celsius", "fahrenheit", "kelvin", "hertz")


def plain_value(piece: Evidence, kind: Kind) -> str:
    """Return a value in plain English; in the source's own words where there is no better way."""
    said = _READERS.get(kind, english_place)(piece.value)
    return said or piece.quote


def plain_date(edtf: str) -> str:
    """Return an EDTF date or interval in words, or as it is where it has unusual parts."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one_date(edtf)
    if last == "..":
        return f"{_one_date(first)} or later"
    if first == "..":
        return f"{_one_date(last)} or earlier"
    return f"{_one_date(first)} to {_one_date(last)}"


def _one_date(edtf: str) -> str:
    if edtf.endswith("~"):
        return f"about {_one_date(edtf[:-1])}"
    if _DECADE.fullmatch(edtf):
        return f"the {edtf[:-1]}0s"
    found = _DATE.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day, clock = found.group("year", "month", "day", "clock")
    named = _month(month) if month else ""
    if month and not named:
        return edtf
    date = " ".join(filter(None, (day and str(int(day)), named, year.lstrip("0") or "0")))
    return f"{date}, {clock}" if clock else date


def _month(number: str) -> str:
    """Return the name of a month or season, or nothing."""
    place = int(number)
    return MONTHS[place - 1] if 1 <= place <= len(MONTHS) else SEASONS.get(number, "")


def plain_figure(spelled: str) -> str:
    """Return a quantity in words: `12.. person` is at least 12 people; as it is if no figure."""
    written, _, unit = spelled.partition(" ")
    low, dots, high = written.removeprefix("~").partition("..")
    ends = [end for end in (low, high) if end]
    if not unit or not ends or not all(_NUMBER.fullmatch(end) for end in ends):
        return spelled
    if unit == "score":
        return f"{low}-{high or low}"
    about = "about " if written.startswith("~") else ""
    return f"{about}{_range(low, high if dots else low)}{_unit(unit, one=ends == ['1'])}"


def _unit(unit: str, *, one: bool) -> str:
    """Return the end of a figure; nothing for a noun that English cannot name."""
    if unit == "percent":
        return "%"
    if not unit.isascii():
        return ""
    base, slash, per = unit.partition("/")
    noun, _, rest = base.partition("_per_")
    named = noun if one or not _ENGLISH_NOUN.fullmatch(noun) else _plural(noun)
    rate = f" a {per}" if slash else f" per {rest}" if rest else ""
    return f" {named}{rate}".replace("_", " ")


def _plural(noun: str) -> str:
    if noun in _SAME_IN_PLURAL:
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _range(low: str, high: str) -> str:
    if not low:
        return f"at most {_number(high)}"
    if not high:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(written: str) -> str:
    """Return a number with its thousands apart, or in millions where that loses nothing."""
    number = Decimal(written)
    for scale, word in _SCALES:
        if abs(number) >= scale:
            scaled = f"{(number / scale).normalize():f}"
            return f"{scaled} {word}" if _SHORT.fullmatch(scaled) else f"{number:,}"
    return f"{number:,}"


_READERS: dict[Kind, Callable[[str], str]] = {
    "date": plain_date,
    "calendar": plain_date,
    "quantity": plain_figure,
    "arithmetic": plain_figure,
}
