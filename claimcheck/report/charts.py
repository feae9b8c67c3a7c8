"""Pictures of a disagreement that any Markdown viewer can show: a timeline, bars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.escape import visible
from claimcheck.report.figures import read_figure
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.report.statement import Side

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):?(\d\d)?.*)?~?")
# Mermaid has no escapes: what is no letter, digit or one of these could be an instruction.
_NO_WORD = re.compile(r"[^\w .,\-]+")
_BLOCK = "█"
_WIDTH = 24
# Names of sources at one point of a timeline.
_MOST_NAMES = 3


class Bar(NamedTuple):
    """The size of a side's value beside the others'."""

    side: Side
    bar: str


def timeline(sides: Sequence[Side], words: ReportWords) -> str:
    """Return the dates of the sides in their order as a Mermaid timeline; nothing if under two."""
    dated = [(point, side) for side in sides if (point := _point(side))]
    if len(dated) < 2:
        return ""
    moments = sorted(dated, key=lambda moment: (moment[0], moment[1].letter))
    points = [f"    {_when(side, words)} : {_names(side)}" for _, side in moments]
    return "\n".join(["```mermaid", "timeline", *points, "```"])


def _point(side: Side) -> tuple[int, ...]:
    """Return where a side's date begins, as year, month, day, hour, minute; empty if unknown."""
    found = _DATE.fullmatch(side.evidence[0].value.partition("/")[0])
    return tuple(int(part or 0) for part in found.groups()) if found else ()


def _when(side: Side, words: ReportWords) -> str:
    return _harmless(plain_value(side.evidence[0], words).replace(":", "."))


def _names(side: Side) -> str:
    names = list(dict.fromkeys(piece.source.rpartition("/")[2] for piece in side.evidence))
    more = len(names) - _MOST_NAMES
    told = ", ".join(_harmless(name) for name in names[:_MOST_NAMES])
    return f"{side.letter}, {told}{f', +{more}' if more > 0 else ''}"


def _harmless(text: str) -> str:
    return _NO_WORD.sub(" ", visible(text)).strip()


def bars(sides: Sequence[Side]) -> list[Bar]:
    """Return a bar for each side, the longest for the largest; none where they cannot be drawn.

    They cannot where a side has no figure, one below nothing, or another unit.
    """
    figures = [read_figure(side.evidence[0].value) for side in sides]
    units = {figure.unit if figure else "" for figure in figures}
    sizes = [figure.high or figure.low for figure in figures if figure]
    known = [size for size in sizes if size is not None and size >= 0]
    if len(sides) < 2 or len(units) > 1 or units == {"score"} or len(known) < len(sides):
        return []
    most = max(known)
    return [Bar(side, _bar(size, most)) for side, size in zip(sides, known, strict=True)]


def _bar(size: Decimal, most: Decimal) -> str:
    return _BLOCK * max(1, round(size / most * _WIDTH)) if size else ""
