"""Weekdays, each with the date that it is said to be of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.page import TRUSTED, Line, Made, Page, day_term, halves
from claimcheck.lang.calendar_names import Name, names_in, weekday_name
from claimcheck.model.day import weekday
from claimcheck.model.mention import Timex
from claimcheck.model.reckoning import Reckoning, Term
from claimcheck.model.text import TextSpan

# How far from the article's day a date without a year may lie.
_NEAR_DAYS = 100
# How far before a date the words that move it stand, in code points.
_BESIDE = 16
_LIST_GAP = 5
_HIJRI_SLACK = 1
_NIGHT_SLACK = 1
# 1 January 1926: the Hijri dates before it were not yet reckoned in advance.
_RECKONED = 703051
_DAY = re.compile(r"\d")
_WORD = re.compile(r"\w")
_NUMBERS = re.compile(r"\d+")
_MARKS = " ,،("


class Dated(NamedTuple):
    """A day for which a weekday is named, and where that stands."""

    time: Timex
    named: TextSpan


def of_weekdays(page: Page) -> list[Reckoning]:
    """Return each weekday with its date; of dates without a year none if the year seems wrong."""
    sure: list[Reckoning] = []
    leaning: list[tuple[Dated, Reckoning]] = []
    for line in (*page.heads, *page.lines):
        for dated in _dated(page, line):
            made = _weekdays(page, line, dated)
            if made and dated[0].time.resolved_by == "text":
                sure.append(made)
            elif made and _is_near(page, dated[0].time):
                leaning.append((dated[0], made))
    shifted = _all_shifted([dated.time for dated, _ in leaning])
    return sure if shifted else [*sure, *(made for _, made in leaning)]


def _all_shifted(times: list[Timex]) -> bool:
    """Return whether several dates are off from their weekdays, all by as many days."""
    days = {time.first: time.weekday for time in times if time.first is not None}
    shifts = {(weekday(first) - (named or 0)) % 7 for first, named in days.items()}
    return len(days) > 1 and len(shifts) == 1 and shifts != {0}


def _is_near(page: Page, time: Timex) -> bool:
    """Return whether the article's day leaves no doubt of the year of a date without one."""
    here = page.anchor
    known = here.first is not None and here.first == here.last and page.told in TRUSTED
    return known and abs((time.first or 0) - (here.first or 0)) <= _NEAR_DAYS


def _dated(page: Page, line: Line) -> Iterator[tuple[Dated, ...]]:
    """Yield the days of a sentence that a weekday is named for; both ends of a span together."""
    times = [value for value in line.values if isinstance(value, Timex)]
    for number, time in enumerate(times):
        if time.first is None or time.last is None or not _is_whole(page, time):
            continue
        if time.first != time.last:
            ends = _both_ends(page, time)
        elif time.weekday is not None:
            before = times[number - 1 : number] if number else []
            ends = _own(page, time, before)
        else:
            ends = _behind(page, time, times[number + 1 : number + 2])
        if ends:
            yield ends


def _own(page: Page, time: Timex, before: list[Timex]) -> tuple[Dated, ...]:
    """Return a date with the one weekday that stands in it."""
    named = names_in(page.said(time.span), "weekday", page.language)
    listed = any(_is_listed(other, time) for other in before)
    if listed or len({name.number for name in named}) != 1:
        return ()
    return (Dated(time, _moved(named[0], time.span)),)


def _is_listed(before: Timex, time: Timex) -> bool:
    """Return whether a weekday alone stands right before: Tuesday and Wednesday, 13 and 14 June."""
    alone = before.weekday is not None and "day" not in before.stated
    return alone and time.span.start - before.span.end <= _LIST_GAP


def _behind(page: Page, time: Timex, after: list[Timex]) -> tuple[Dated, ...]:
    """Return a date with the weekday that stands behind it as its name: 3 May 2022, a Tuesday."""
    for other in after:
        alone = other.weekday is not None and other.stated == ("weekday",)
        between = page.between(time.span.end, other.span.start)
        if alone and "year" in time.stated and cues.is_one(between, "which_was", page.language):
            return (Dated(replace(time, weekday=other.weekday), other.span),)
    return ()


def _both_ends(page: Page, time: Timex) -> tuple[Dated, ...]:
    """Return both ends of a span of days that names the weekday of each."""
    split = halves(page, time)
    if split is None or "/" not in time.edtf or time.resolved_by != "text":
        return ()
    ends = zip(split, time.edtf.split("/"), (time.first, time.last), strict=True)
    found = []
    for span, edtf, day in ends:
        names = names_in(page.said(span), "weekday", page.language)
        if len(names) != 1:
            return ()
        number = names[0].number
        end = replace(time, span=span, edtf=edtf, first=day, last=day, weekday=number)
        found.append(Dated(end, _moved(names[0], span)))
    return tuple(found)


def _is_whole(page: Page, time: Timex) -> bool:
    """Return whether a date says its own day and month: not a member of a list of days."""
    said = page.said(time.span)
    named = bool(names_in(said, "month", page.language)) or len(_NUMBERS.findall(said)) > 1
    return named and {"day", "month"} <= set(time.stated)


def _moved(name: Name, span: TextSpan) -> TextSpan:
    return TextSpan(start=span.start + name.start, end=span.start + name.end)


def _weekdays(page: Page, line: Line, dated: tuple[Dated, ...]) -> Reckoning | None:
    """Return weekdays and their dates as a relation, None in a calendar that is not reckoned."""
    span = TextSpan(start=dated[0].time.span.start, end=dated[-1].time.span.end)
    around = page.between(max(span.start - _BESIDE, line.span.start), span.end + _BESIDE)
    if cues.has(around, "other_calendar", page.language):
        return None
    made = Made(
        left=tuple(_name(line, one) for one in dated),
        right=tuple(day_term(one.time, line, "date", _without(page, one)) for one in dated),
        slack=_slack(page, line, dated[0].time),
    )
    return page.reckoning("weekday-date", made)


def _name(line: Line, dated: Dated) -> Term:
    number = dated.time.weekday or 0
    return Term(
        span=dated.named,
        sentence=line.span,
        value=weekday_name(number, "en"),
        part="weekday",
        low=Decimal(number),
        high=Decimal(number),
    )


def _without(page: Page, dated: Dated) -> TextSpan:
    """Return a date's stretch without the weekday at its beginning or its end."""
    span, named = dated.time.span, dated.named
    if not span.overlaps(named):
        return span
    if named.start - span.start <= span.end - named.end:
        rest = page.text[named.end : span.end]
        found = _DAY.search(rest) or _WORD.search(rest)
        months = [name.start for name in names_in(rest, "month", page.language)]
        starts = [*months, found.start()] if found else months
        return TextSpan(start=named.end + min(starts, default=0), end=span.end)
    said = page.text[span.start : named.start].rstrip(_MARKS)
    return TextSpan(start=span.start, end=span.start + len(said))


def _slack(page: Page, line: Line, time: Timex) -> int:
    """Return by how many days a weekday may be off: for the night, a zone, or the moon."""
    if time.calendar == "hijri":
        return _HIJRI_SLACK + ((time.first or 0) < _RECKONED)
    before = page.between(max(time.span.start - _BESIDE, line.span.start), time.span.end)
    moved = time.zone is not None or cues.has(before, "night", page.language)
    return _NIGHT_SLACK if moved else 0
