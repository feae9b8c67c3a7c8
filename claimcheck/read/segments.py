"""The segments of one article: what its claims may come from, and where it says its day."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.model.text import Segment, SegmentKind
from claimcheck.read.date_words import has_number, names_month
from claimcheck.read.dateline import dateline
from claimcheck.read.head import is_masthead, is_place_line, is_sent_line, is_ticker
from claimcheck.read.label import SHORT
from claimcheck.read.lines import EDGES, Line, closed
from claimcheck.read.publisher import stated_publisher
from claimcheck.read.rows import rows_in
from claimcheck.read.zone_words import in_list, tokens
from claimcheck.read.zones import Labelled

_TITLE_LENGTH = 220
_TITLE_ABOVE = 6
_HEADING_LENGTH = 110
_HEADING_WORDS = 14
_UNDER_HEADING = 60
_GLUED_WORDS = 5
_OPEN_ENDS = (",", "\u060c", ":", ";", "\u061b")
_CREDIT = re.compile(r"\(([^()]{2,40})\)")
_CREDIT_PARTS = re.compile(r"\s*[/,\u060c-]\s*")


class Said(NamedTuple):
    """What an article's lines say: its segments, its headline, and who published it."""

    segments: tuple[Segment, ...]
    title: str | None
    publisher: str | None


class _Layout(NamedTuple):
    """An article's lines without clutter.

    first: the index of the first paragraph, or where it would stand; title: that of the
    headline, -1 for none; timeline: dates stand over paragraphs, as headings; rows: the indices of
    the rows of tables and index cards.
    """

    items: list[Labelled]
    first: int
    title: int
    timeline: bool
    rows: frozenset[int]


def read_zone(text: str, zone: list[Labelled], title: Segment | None = None) -> Said:
    """Return what an article's lines say; `title` is where its front matter has the headline."""
    publisher, outlet_line = stated_publisher(text, zone)
    kept = [i for i in zone if i.line != outlet_line and i.label in ("text", "date", "published")]
    kept = _without_tickers(text, kept)
    at = _title_at(text, kept) if title is None else -1
    named = _text(text, title or (kept[at].line if at >= 0 else None))
    items = [item for n, item in enumerate(kept) if n == at or _text(text, item.line) != named]
    found = [*([title] if title else []), *_segments(text, _layout(text, items, at))]
    return Said(tuple(found), named, publisher)


def _text(text: str, part: Line | Segment | None) -> str | None:
    return text[part.start : part.end] if part is not None else None


def _without_tickers(text: str, items: list[Labelled]) -> list[Labelled]:
    """Return the lines without those of short news or buttons above and below the paragraphs."""
    paragraphs = [at for at, item in enumerate(items) if item.paragraph]
    if not paragraphs:
        return items
    first, last = paragraphs[0], paragraphs[-1]
    return [
        item
        for at, item in enumerate(items)
        if first <= at <= last
        or not is_ticker(text, item.line)
        or is_masthead(text, item.line, first=False)
        or (at > last and has_number(text, item.line.start, item.line.end))
    ]


def _title_at(text: str, items: list[Labelled]) -> int:
    """Return the index of the headline, the first line that is no day or place; -1 for none."""
    for at, item in enumerate(items):
        if item.label == "text" and not _is_sent(text, item.line, first=at == 0):
            return at if _is_title(text, items, at) else -1
    return -1


def _is_sent(text: str, line: Line, *, first: bool) -> bool:
    return is_masthead(text, line, first=first) or is_sent_line(text, line)


def _is_title(text: str, items: list[Labelled], at: int) -> bool:
    """Return whether a line is a headline: short, unfinished, not far above a paragraph."""
    line = items[at].line
    if line.bullet or line.length > _TITLE_LENGTH or closed(text, line):
        return False
    if text[line.start : line.end].endswith(_OPEN_ENDS) or dateline(text, line, dated=True):
        return False
    below = items[at + 1 : at + 1 + _TITLE_ABOVE]
    return bool(below) and (below[0].line.gap or any(item.paragraph for item in below))


def _layout(text: str, items: list[Labelled], title: int) -> _Layout:
    paragraphs = [at for at in range(title + 1, len(items)) if items[at].paragraph]
    over = {at - 1 for at in paragraphs}
    dates = [at for at, item in enumerate(items) if item.label == "date" and at in over]
    rows = rows_in(text, [item.line for item in items])
    return _Layout(items, min(paragraphs, default=title + 2), title, len(dates) > 1, rows)


def _segments(text: str, layout: _Layout) -> Iterator[Segment]:
    for at, item in enumerate(layout.items):
        line = item.line
        if at == layout.title:
            yield from _segment("title", text, line.start, line.end)
        elif item.label == "published":
            yield from _segment("published", text, line.start, line.end)
        elif item.label == "date":
            yield from _segment(_date_kind(text, layout, at), text, line.start, line.end)
        elif at <= layout.first:
            yield from _opening_line(text, layout, at)
        else:
            yield from _text_line(text, layout, at)


def _date_kind(text: str, layout: _Layout, at: int) -> SegmentKind:
    """Return whether a date on its own is the article's, at its head or foot, or a heading."""
    line = layout.items[at].line
    outer = at < layout.first or at == len(layout.items) - 1
    if outer and not layout.timeline and names_month(text, line.start, line.end):
        return "published"
    return "heading"


def _opening_line(text: str, layout: _Layout, at: int) -> Iterator[Segment]:
    """Yield the segments of a line up to the first paragraph: it may say day and place."""
    item = layout.items[at]
    line = item.line
    if at in layout.rows:
        yield from _text_line(text, layout, at)
        return
    kind = None if item.paragraph else _head_kind(text, layout, at)
    found = dateline(text, line, dated=not item.paragraph)
    if kind is not None:
        yield from _segment(kind, text, line.start, line.end)
    elif found is None:
        yield from _text_line(text, layout, at)
    else:
        yield from _segment(found.kind, text, line.start, found.end)
        yield from _segment("body", text, found.body, line.end)


def _head_kind(text: str, layout: _Layout, at: int) -> SegmentKind | None:
    """Return whether a whole line above the first paragraph says day or place, None for neither."""
    line = layout.items[at].line
    if is_sent_line(text, line):
        return "dateline"
    if is_masthead(text, line, first=at == 0):
        return "published"
    under_title = 0 <= layout.title < at and at == layout.first - 1
    return "dateline" if under_title and is_place_line(text, line) else None


def _text_line(text: str, layout: _Layout, at: int) -> Iterator[Segment]:
    """Yield the segments of a line of text: a caption, a heading or body."""
    line = layout.items[at].line
    credit = _credit(text, line)
    if credit is not None:
        yield from _segment("caption", text, line.start, credit.start())
        yield from _segment("heading", text, credit.end(), line.end)
    else:
        kind: SegmentKind = "heading" if _is_heading(text, layout, at) else "body"
        yield from _segment(kind, text, line.start, line.end)


def _segment(kind: SegmentKind, text: str, start: int, end: int) -> Iterator[Segment]:
    """Yield the segment of what two offsets enclose, none where that is only white space."""
    bare = text[start:end].lstrip(EDGES)
    start = end - len(bare)
    bare = bare.rstrip(EDGES)
    if bare:
        yield Segment(kind=kind, start=start, end=start + len(bare))


def _credit(text: str, line: Line) -> re.Match[str] | None:
    """Return the agency in brackets that ends a picture's caption; a heading may be stuck to it."""
    if line.length > SHORT or text.find("(", line.start, line.end) < 0 or closed(text, line):
        return None
    for found in _CREDIT.finditer(text, line.start, line.end):
        parts = _CREDIT_PARTS.split(found.group(1))
        glued = len(tokens(text, found.end(), line.end))
        if glued <= _GLUED_WORDS and any(in_list("agencies", part) for part in parts):
            return found
    return None


def _is_heading(text: str, layout: _Layout, at: int) -> bool:
    """Return whether a short, unfinished line stands over a paragraph."""
    line = layout.items[at].line
    if line.mark.startswith("#"):
        return line.length <= SHORT
    if line.bullet or line.length > _HEADING_LENGTH or at + 1 == len(layout.items):
        return False
    if at in layout.rows:
        return False
    if closed(text, line) or text[line.start : line.end].endswith(_OPEN_ENDS):
        return False
    if len(tokens(text, line.start, line.end)) > _HEADING_WORDS:
        return False
    below = layout.items[at + 1].line
    return below.length >= max(_UNDER_HEADING, line.length + 1) or below.mark.startswith("#")
