"""Line numbers as editors and code hosts count them."""

import re
from bisect import bisect_right
from functools import lru_cache

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_of(text: str, offset: int) -> int:
    """Return the number of the line, from 1, in which an offset of a text stands."""
    return bisect_right(_line_starts(text), offset)


def column_of(text: str, offset: int) -> int:
    """Return at which code point of its line, from 1, an offset of a text stands."""
    starts = _line_starts(text)
    return offset - starts[bisect_right(starts, offset) - 1] + 1


def line_breaks(text: str) -> list[int]:
    """Return where in a text the lines after its first one begin."""
    return [end.end() for end in _LINE_END.finditer(text)]


@lru_cache(256)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *line_breaks(text))
