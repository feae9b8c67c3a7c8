"""Lines between an article's top and its first paragraph that say where and when it was sent."""

import re

from claimcheck.read.date_words import has_number, is_date, names_month, names_weekday
from claimcheck.read.dateline import is_dateline
from claimcheck.read.label import SHORT
from claimcheck.read.lines import Line, closed
from claimcheck.read.rows import is_labelled
from claimcheck.read.zone_words import tokens

_MASTHEAD_WORDS = 14
_BYLINE_WORDS = 6
_TICKER_PARTS = 3
# What stands between a paper's name and its day, and between a place and who reports from it.
_PARTS = re.compile(r"\s[-\u2013\u2014\u0640]\s|\s*//?\s+|\s*[|\u00b7\u2022]\s*|[,\u060c]\s+")
_STRONG = re.compile(r"//|[|\u00b7\u2022]")
_BYLINE = re.compile(r"\s[-\u2013\u2014\u0640]\s|(?<=\w)(?:[:/]|-)\s")
_TICKER = re.compile(r"\s*[|\u25c4\u25ba\u25c0\u25b6\u2022]\s*")


def is_masthead(text: str, line: Line, *, first: bool) -> bool:
    """Return whether a line is a name and a day, as `The Gazette, Monday 6 May 2024`.

    first: it is the top line, where a headline may end with a day: a weekday or a bar must tell.
    """
    if _runs_on(text, line) or len(tokens(text, line.start, line.end)) > _MASTHEAD_WORDS:
        return False
    for start, end in _parts(text, line, _PARTS):
        part = Line(start, end, "", gap=False)
        if is_date(text, part) and names_month(text, start, end):
            if _STRONG.search(text, line.start, line.end) or not first:
                return not is_labelled(text, line)
            return names_weekday(text, line.start, line.end)
    return False


def is_sent_line(text: str, line: Line) -> bool:
    """Return whether a whole line is a dateline: a place, a day and perhaps who sent it."""
    return not _runs_on(text, line) and is_dateline(text[line.start : line.end])


def is_place_line(text: str, line: Line) -> bool:
    """Return whether a short line is a place and who reports from it, as `Amman - Huda Sami`."""
    if _runs_on(text, line) or has_number(text, line.start, line.end):
        return False
    words = tokens(text, line.start, line.end)
    return (
        1 < len(words) <= _BYLINE_WORDS and _BYLINE.search(text, line.start, line.end) is not None
    )


def is_ticker(text: str, line: Line) -> bool:
    """Return whether a line strings short news or buttons together, as pages do at their edges."""
    return not _runs_on(text, line) and len(_parts(text, line, _TICKER)) >= _TICKER_PARTS


def _runs_on(text: str, line: Line) -> bool:
    """Return whether a line is a sentence or longer than a label would be."""
    return line.length > SHORT or closed(text, line)


def _parts(text: str, line: Line, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the stretches of a line that separators leave, without the empty ones."""
    marks = list(between.finditer(text, line.start, line.end))
    starts = [line.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), line.end]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
