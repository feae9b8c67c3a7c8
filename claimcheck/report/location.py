"""Where a piece of evidence stands, as programs that open files want to know it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model.lines import line_breaks
from claimcheck.report.escape import url_path

if TYPE_CHECKING:
    from claimcheck.model.finding import Evidence

# The lines of these are counted in the text that was extracted, not in the file.
_EXTRACTED = (".html", ".htm", ".jsonl")


class Region(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end exclusive, columns in code points."""

    line: int
    column: int
    end_line: int
    end_column: int


def has_lines(source: str) -> bool:
    """Return whether the lines of a source's text are those of its file."""
    return not source.lower().endswith(_EXTRACTED)


def region(piece: Evidence) -> Region | None:
    """Return where a value stands in its file; None where only the extracted text has lines."""
    if not has_lines(piece.source) or piece.line < 1:
        return None
    breaks = line_breaks(piece.quote)
    start = piece.column if not breaks else 1
    rest = len(piece.quote) - (breaks[-1] if breaks else 0)
    return Region(piece.line, piece.column, piece.line + len(breaks), start + rest)


def uri(source: str) -> str:
    """Return a path as a URI reference: relative as it is, absolute as `file:`."""
    path = posixpath.normpath(source.replace("\\", "/")) if source else "."
    spelled = url_path(path)
    return f"file://{spelled}" if posixpath.isabs(path) else spelled
