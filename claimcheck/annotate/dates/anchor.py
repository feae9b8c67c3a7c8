"""The day an article was written, from what it says of itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.dates.date_reader import read_dates
from claimcheck.annotate.dates.date_words import folded, vocabulary
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Timex
from claimcheck.model.text import Article, Interval, Segment, TextSpan

_EDGE = 3
# Of how many lines the dates are kept: one is asked for the article's day and for its own.
_LINES = 8
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 160
_STAMP = "@"
_COMMAS = {"،", ","}
# A dateline's place, with its comma, has no more words than this.
_PLACE_WORDS = 6


def anchored(article: Article, text: str) -> tuple[Interval, str]:
    """Return the article's anchor and what it was read from.

    What is given (front matter, configuration) comes first, then what the page says above or
    below its text, then its address; open where nothing says.
    """
    if article.anchor.known:
        return article.anchor, article.anchor_from
    for origin, kinds in _SAID:
        for segment in _ordered(article, text, kinds):
            day = _day_of(segment, article, text)
            if day:
                return day, origin
    alone = _dated_line(article, text)
    if alone:
        return alone, "dateline"
    if article.url_day.known:
        return article.url_day, "url"
    return Interval(), ""


_SAID = (("published line", ("published",)), ("dateline", ("dateline",)))
# What says when an article was written and makes no claims.
SILENT = tuple(kind for _, kinds in _SAID for kind in kinds)


def dated_heads(article: Article, text: str) -> tuple[tuple[TextSpan, tuple[Timex, ...]], ...]:
    """Return the lines that say when an article was written, each with its dates."""
    return tuple(
        (TextSpan(start=segment.start, end=segment.end), dates)
        for segment in article.segments
        if segment.kind in SILENT
        and (dates := _placed_dates(text[segment.start : segment.end], segment.start, article))
    )


def _placed_dates(line: str, start: int, article: Article) -> tuple[Timex, ...]:
    """Return the dates of a line, where they stand in its source."""
    if not _DIGIT.search(line):
        return ()
    return tuple(
        replace(date, span=TextSpan(start=date.span.start + start, end=date.span.end + start))
        for date in _dates(line, article)
    )


def _ordered(article: Article, text: str, kinds: tuple[str, ...]) -> Iterator[Segment]:
    """Yield the segments of these kinds: those that say "published" first, "updated" last."""
    found = [segment for segment in article.segments if segment.kind in kinds]
    if len(found) > 1:
        found.sort(key=lambda segment: _rank(segment, article, text))
    yield from found


def _rank(segment: Segment, article: Article, text: str) -> int:
    said = _keys(text[segment.start : segment.end][:_LONGEST_LINE], article.language)
    if said & folded(article.language, "updated"):
        return 2
    return 0 if said & folded(article.language, "published") else 1


def _keys(text: str, language: str) -> set[str]:
    """Return the lookup forms of a short text's words."""
    pack = PACKS[language]
    return {r.key for atom in atoms(text) if atom.kind == "word" for r in pack.readings(atom.text)}


def _day_of(segment: Segment, article: Article, text: str) -> Interval | None:
    """Return the first day that a segment names in full."""
    for date in _dates(text[segment.start : segment.end], article):
        if _is_day(date):
            return date.days
    return None


def _dates(text: str, article: Article) -> tuple[Timex, ...]:
    return _read(text, article.language, article.url_day)


@lru_cache(_LINES)
def _read(line: str, language: str, url_day: Interval) -> tuple[Timex, ...]:
    return read_dates(atoms(line), language, url_day).dates


def _is_day(date: Timex) -> bool:
    """Return whether a date names one day, or one of two, that hangs on nothing else."""
    grain = date.grain in ("day", "hour", "minute")
    return grain and date.first is not None and date.last is not None and "year" in date.stated


def _dated_line(article: Article, text: str) -> Interval | None:
    """Return the day of the one line at the article's top or end that says nothing but a date.

    A heading farther in is a timeline's, and a date joined to its time by a sign is a crawler's.
    """
    segments = article.segments
    edges = dict.fromkeys((*segments[:_EDGE], *segments[-_EDGE:]))
    days = [day for segment in edges if (day := _only_day(segment, article, text))]
    return days[0] if len(days) == 1 else None


def _only_day(segment: Segment, article: Article, text: str) -> Interval | None:
    """Return the day that a segment says and nothing else."""
    line = text[segment.start : segment.end].strip()
    inside = segment.kind == "heading" and segment != article.segments[-1]
    if inside or len(line) > _LONGEST_LINE or _STAMP in line:
        return None
    title = segment.kind == "title"
    if (title and not _titled(article)) or not _may_date(line, article.language, anywhere=title):
        return None
    dates = [date for date in _dates(line, article) if _is_day(date)]
    if len(dates) != 1:
        return None
    fits = _is_place_and_day(line, dates[0]) if title else not _words_outside(line, dates[0])
    return dates[0].days if fits else None


def _may_date(line: str, language: str, *, anywhere: bool) -> bool:
    """Return whether a line has a digit and, unless a date may stand anywhere, opens with one."""
    if not _DIGIT.search(line):
        return False
    pieces = [atom for atom in atoms(line) if atom.kind in ("word", "number")]
    if anywhere or not pieces or pieces[0].kind == "number":
        return True
    return vocabulary(language).phrases.longest(pieces, 0) is not None


def _titled(article: Article) -> bool:
    """Return whether another headline stands under the first line."""
    return len(article.segments) > 1 and article.segments[1].kind in ("title", "heading")


def _is_place_and_day(line: str, date: Timex) -> bool:
    """Return whether a line says a few words, a comma and a day, and nothing else."""
    before = atoms(line[: date.span.start])
    after = atoms(line[date.span.end :])
    return 1 < len(before) <= _PLACE_WORDS and before[-1].text in _COMMAS and not after


def _words_outside(line: str, date: Timex) -> bool:
    rest = line[: date.span.start] + line[date.span.end :]
    return any(atom.kind in ("word", "number") for atom in atoms(rest))
