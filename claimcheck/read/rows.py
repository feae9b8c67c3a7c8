"""Rows of a table or an index card: lines that are alike and stand together."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.read.label import SHORT
from claimcheck.read.lines import Line, closed
from claimcheck.read.zone_words import tokens

_LABEL_LENGTH = 110
_LABEL_WORDS = 6
_FEWEST_DASHES = 2
_BAR = re.compile(r"\s*\|\s*")
_DASH = re.compile(r"\s[-–—]\s")
_COLON = re.compile(r"\s*[:\uff1a]\s")

Shape = tuple[str, int]


def rows_in(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines that have the shape of the one before or after them.

    That is as many columns, or a label.
    """
    shapes = [_shape(text, line) for line in lines]
    pairs = enumerate(pairwise(shapes))
    alike = [at for at, (one, other) in pairs if one is not None and one == other]
    return frozenset((*alike, *(at + 1 for at in alike)))


def is_labelled(text: str, line: Line) -> bool:
    """Return whether a few words and a colon open a line: what stands there is their value."""
    colon = _COLON.search(text, line.start, line.end)
    return colon is not None and 0 < len(tokens(text, line.start, colon.start())) <= _LABEL_WORDS


def _shape(text: str, line: Line) -> Shape | None:
    """Return how a line is parted: by bars, by dashes, or by the colon behind a label."""
    if line.length > SHORT:
        return None
    bars = len(_BAR.findall(text, line.start, line.end))
    if bars:
        return "bar", bars
    dashes = len(_DASH.findall(text, line.start, line.end))
    if dashes >= _FEWEST_DASHES:
        return "dash", dashes
    short = line.length <= _LABEL_LENGTH and not closed(text, line)
    return ("label", 1) if short and is_labelled(text, line) else None
