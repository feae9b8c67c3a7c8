"""A text's lines as stretches of it, and hard-wrapped lines joined to paragraphs."""

import re
from itertools import pairwise
from typing import NamedTuple

# White space, and the marks that steer direction or join nothing, at a line's ends.
EDGES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b"
    "\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_MARK = re.compile(r"(?:#{1,6}|[-*+>•●▪■◦‣›»–—]{1,3})[ \t\xa0]+")
_CLOSING = "\"'”’»›)]}*_"
_STOPS = (".", "۔", "。")
_EMPHASIS = ("**", "__")

# A text is hard-wrapped when its lines are of these lengths and most end inside a sentence.
_WRAP_WIDTHS = range(45, 111)
_WRAP_LINES = 4
_WRAP_SHARE = 0.75
_OPEN_SHARE = 0.5


class Line(NamedTuple):
    """A line without the white space and the Markdown mark around it.

    mark: the Markdown mark that it had, `#` or a bullet; gap: an empty line stands before it.
    """

    start: int
    end: int
    mark: str
    gap: bool

    @property
    def length(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    @property
    def bullet(self) -> bool:
        """Return whether it is an item of a list."""
        return bool(self.mark) and not self.mark.startswith("#")


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """Return the lines between two offsets that hold something, in order."""
    found: list[Line] = []
    gap, at = True, start
    for raw in text[start:end].splitlines(keepends=True):
        line = _line(raw, at, gap=gap)
        gap = line is None
        if line is not None:
            found.append(line)
        at += len(raw)
    return found


def _line(raw: str, at: int, *, gap: bool) -> Line | None:
    bare = raw.lstrip(EDGES)
    start = at + len(raw) - len(bare)
    bare = bare.rstrip(EDGES + "|")
    if not bare:
        return None
    marked = _MARK.match(bare)
    mark = marked.group().rstrip(EDGES) if marked else ""
    if marked and marked.end() < len(bare):
        start, bare = start + marked.end(), bare[marked.end() :]
    if bare.startswith(_EMPHASIS) and bare.endswith(bare[:2]) and len(bare) > 4:
        start, bare = start + 2, bare[2:-2]
    return Line(start, start + len(bare), mark, gap)


def closed(text: str, line: Line) -> bool:
    """Return whether the line ends with a full stop, not with dots that trail off."""
    last = text[max(line.start, line.end - 8) : line.end].rstrip(_CLOSING)
    return last.endswith(_STOPS) and not last.endswith("..")


def paragraphs(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines, those of a hard-wrapped text joined to whole paragraphs."""
    if not _hard_wrapped(text, lines):
        return lines
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or line.gap or line.mark or last.mark.startswith("#"):
            joined.append(line)
        else:
            joined[-1] = Line(last.start, line.end, last.mark, last.gap)
    return joined


def _hard_wrapped(text: str, lines: list[Line]) -> bool:
    """Return whether lines that another follows at once are mostly full and unfinished."""
    inner = [line for line, after in pairwise(lines) if not after.gap]
    if len(inner) < _WRAP_LINES or any(line.length > _WRAP_WIDTHS[-1] for line in lines):
        return False
    full = sum(line.length in _WRAP_WIDTHS for line in inner)
    unfinished = sum(text[line.end - 1] not in ".!?؟:" for line in inner)
    return full >= _WRAP_SHARE * len(inner) and unfinished >= _OPEN_SHARE * len(inner)
