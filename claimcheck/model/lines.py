"""Line numbers as editors and code hosts count them."""

import re
from bisect import bisect_right
from functools import lru_cache

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_of(text: str, offset: int) -> int:
    """Return the number of the line, from 1, in which an offset of a text stands."""
    return bisect_right(_line_starts(text), offset)


@lru_cache(256)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(end.end() for end in _LINE_END.finditer(text)))
