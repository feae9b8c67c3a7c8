"""EDTF dates in words: `2014-05` is May 2014."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.lang.report_words import ReportWords

_DATE = re.compile(
    r"(?P<year>\d{4}|XXXX(?=-\d))(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T(?P<clock>.+))?"
)
_DECADE = re.compile(r"\d{3}X")
_UNTOLD = "XXXX"
_MONTHS = 12


def plain_date(edtf: str, words: ReportWords) -> str:
    """Return an EDTF date or interval in words, nothing where it has unusual parts."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one_date(edtf, words)
    ends = [_one_date(end, words) if end != ".." else ".." for end in (first, last)]
    if not all(ends) or ends == ["..", ".."]:
        return ""
    if ends[1] == "..":
        return words.say("or_later", day=ends[0])
    if ends[0] == "..":
        return words.say("or_earlier", day=ends[1])
    return words.say("from_to", first=ends[0], last=ends[1])


def _one_date(edtf: str, words: ReportWords) -> str:
    if edtf.endswith("~"):
        date = _one_date(edtf[:-1], words)
        return words.say("about", value=date) if date else ""
    if _DECADE.fullmatch(edtf):
        return words.say("decade", decade=f"{edtf[:-1]}0")
    found = _DATE.fullmatch(edtf)
    if found is None:
        return ""
    year, month, day, clock = found.group("year", "month", "day", "clock")
    named = _month(month, words) if month else ""
    if month and not named:
        return ""
    date = " ".join(filter(None, (day and str(int(day)), named, _year(year))))
    return words.say("clock", day=date, clock=clock) if clock else date


def _year(number: str) -> str:
    """Return a year without its zeros, nothing for one that is not told."""
    return "" if number == _UNTOLD else number.lstrip("0") or "0"


def _month(number: str, words: ReportWords) -> str:
    """Return the name of a month, or of a season, which EDTF spells as months 21 to 24."""
    place = int(number)
    known = 1 <= place <= _MONTHS
    return words.months[place - 1] if known else words.seasons.get(number, "")
