"""Dates that no calendar has, and ends before their starts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.page import Line, Made, Page, day_term, halves
from claimcheck.lang.calendar_names import names_in
from claimcheck.model.mention import Timex
from claimcheck.model.reckoning import Reckoning, Term
from claimcheck.model.text import TextSpan

_BESIDE = 16
# What goes on after a number and a month that are no date: a name, or a list of numbers.
_GOES_ON = re.compile(r"\s+[A-Z]|,?\s+\d")
_DATE = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-\d\d")
_YEAR = len("YYYY")
_MONTH = len("YYYY-MM")


def of_days(page: Page) -> Iterator[Reckoning]:
    """Yield the dates of an article that the calendar must have, and the ends of its spans."""
    for line in (*page.heads, *page.lines):
        for time in line.values:
            if not isinstance(time, Timex):
                continue
            if _is_unresolved(time) and not _is_unclear(page, time):
                date = day_term(time, line, time.calendar)
                yield page.reckoning("no-such-date", Made(left=(date,)))
            ends = _ends(page, line, time)
            if ends:
                yield page.reckoning("end-before-start", Made(left=tuple(ends)))


def _is_unresolved(time: Timex) -> bool:
    """Return whether the words name a day and a month that the calendar could not resolve."""
    named = {"day", "month"} <= set(time.stated)
    return time.first is None and time.last is None and named and bool(_DATE.match(time.edtf))


def _is_unclear(page: Page, time: Timex) -> bool:
    """Return whether a date may be none: of two months, or without a year in a name or a list."""
    named = names_in(page.said(time.span), "month", page.language)
    follows = "year" not in time.stated and _GOES_ON.match(page.text, time.span.end)
    return len({name.number for name in named}) > 1 or bool(follows)


def _ends(page: Page, line: Line, time: Timex) -> list[Term]:
    """Return the start and the end that a span of days or years names, or nothing."""
    if time.first is None or time.last is None or time.calendar == "hijri":
        return []
    start, slash, end = time.edtf.partition("/")
    if not slash or ("weekday" in time.stated and "day" not in time.stated):
        return []
    before = page.between(max(time.span.start - _BESIDE, line.span.start), time.span.start)
    split = halves(page, time) if cues.closes(before, "since", page.language) else None
    if split is None or not _spells_both(start, end, page.said(time.span)):
        return []
    return [
        _end(line, split[0], start, time.first),
        _end(line, split[1], end, time.last),
    ]


def _end(line: Line, span: TextSpan, edtf: str, number: int) -> Term:
    day = Decimal(number)
    return Term(span=span, sentence=line.span, value=edtf, part="end", low=day, high=day)


def _spells_both(start: str, end: str, said: str) -> bool:
    """Return whether both ends say their year, or are days of one month.

    `15 May to 12 April 2021` may begin a year before it ends.
    """
    years = (start[:_YEAR], end[:_YEAR])
    if years[0] != years[1] or len(start) == _YEAR:
        return all(year in said for year in years)
    return start[:_MONTH] == end[:_MONTH] or said.count(years[0]) > 1
