"""Who published an article, where its own lines say so."""

import re

from claimcheck.read.lines import EDGES, Line
from claimcheck.read.zone_words import in_list, opening, tokens
from claimcheck.read.zones import Labelled

_NAME_WORDS = 4
_HEAD_LINES = 3
_NAME_EDGES = EDGES + ":-\u2013\u2014.()[]*_\uff1a"
_MORE = re.compile(r"[|/+\u060c,]")
_ENDS = (":", "-", "\u2013", "\u2014")


def stated_publisher(text: str, zone: list[Labelled]) -> tuple[str | None, Line | None]:
    """Return the publisher that a line states, and that line where it stands at the head."""
    for at, item in enumerate(zone[:_HEAD_LINES]):
        if _is_outlet_line(text, zone, at):
            return _name(text, item.line.start, item.line.end), item.line
    for item in reversed(zone):
        found = opening(text, item.line.start, item.line.end) if item.label == "source" else None
        name = _name(text, found.end, item.line.end) if found else None
        if name:
            return name, None
    return None, None


def _is_outlet_line(text: str, zone: list[Labelled], at: int) -> bool:
    """Return whether a line near the top is an outlet's name and a colon or a dash.

    It has to say that it is an outlet, or to stand first, over a date or a crawler's stamp.
    """
    line = zone[at].line
    words = tokens(text, line.start, line.end)
    if zone[at].label != "text" or not 0 < len(words) <= _NAME_WORDS:
        return False
    if not text[line.start : line.end].endswith(_ENDS):
        return False
    found = opening(text, line.start, line.end)
    if found is not None and "outlets" in found.lists:
        return len(words) > 1
    below = zone[at + 1].label if at + 1 < len(zone) else "text"
    return at == 0 and below in ("date", "published", "clutter")


def _name(text: str, start: int, end: int) -> str | None:
    """Return the outlet's name between two offsets, None where there is no clear one."""
    name = _MORE.split(text[start:end].strip(_NAME_EDGES))[0].strip(_NAME_EDGES)
    words = tokens(name, 0, len(name))
    if not words or len(words) > _NAME_WORDS or in_list("no_publisher", name):
        return None
    return name
