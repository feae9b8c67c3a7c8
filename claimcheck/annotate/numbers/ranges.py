"""Ranges of numbers: 10-12, between 10 and 12 thousand, from 10 to 12."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_grammar import cardinal
from claimcheck.annotate.numbers.number_parts import (
    Grammar,
    Part,
    Tokens,
    is_year_like,
    joined,
    role,
)
from claimcheck.annotate.numbers.number_words import listed
from claimcheck.annotate.quantities.change import changes_before
from claimcheck.lang.pack import PACKS

DASHES = frozenset("-‐‑–—")
_ONE = Decimal(1)
# Numbers joined by "or" are a range where they are near each other: five or ten.
_NEAR = 3
_SCORE_MOST = 30
_SPORT_REACH = 12
_LISTED = frozenset("-‐‑–(),،؛;")
# How far before a result the dash between the two sides stands at most, in atoms.
_NAMES = 5
_CACHE = 1 << 12


class Place(NamedTuple):
    """Where a number starts: the text's atoms and tokens, the index, the language."""

    pieces: Sequence[Atom]
    tokens: Tokens
    at: int
    language: str


def ranged(place: Place, first: Part, rules: Grammar) -> Part:
    """Return the range that starts with a number, or the number itself."""
    pieces, tokens, at, language = place
    here = second_at(place, first.stop)
    second = cardinal(tokens, here, rules) if here > 0 else None
    if second is None or first.high is None or second.high is None or first.kind != "cardinal":
        return first
    if pieces[first.stop].text in DASHES and is_score(pieces, at, (first, second), language):
        return first
    if role(tokens, at - 1) == "from" and changes_before(pieces, at, language):
        return first
    low = _distributed(first, second)
    far = role(tokens, first.stop) == "or" and low * _NEAR < second.high
    if low >= second.high or far or _years(pieces, at, first, second):
        return first
    digits, words = first.digits or second.digits, first.words or second.words
    return second._replace(low=low, digits=digits, words=words)


def second_at(place: Place, stop: int) -> int:
    """Return the index of a range's second number, or -1; `stop` is the end of its first."""
    pieces, tokens, at, _ = place
    if stop >= len(pieces):
        return -1
    if stop + 1 < len(pieces) and pieces[stop].text in DASHES and _even(pieces, stop):
        return stop + 1
    if role(tokens, stop) in ("to", "or"):
        return stop + 1
    return joined(tokens, stop) if between(tokens, at) else -1


def between(tokens: Tokens, at: int) -> bool:
    """Return whether "between" stands before a number, past one hedge."""
    return "between" in (role(tokens, at - 1), role(tokens, at - 2))


def _even(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a dash touches both its neighbours or neither."""
    left = pieces[at - 1].end == pieces[at].start
    right = pieces[at].end == pieces[at + 1].start
    return left == right


def _distributed(first: Part, second: Part) -> Decimal:
    """Return the first number, with the scale word of the second where it has none of its own."""
    if first.scale != _ONE or second.scale == _ONE:
        return first.low
    return first.low * second.scale if first.low * second.scale < second.low else first.low


def _years(pieces: Sequence[Atom], at: int, first: Part, second: Part) -> bool:
    """Return whether both numbers look like years."""
    plain = pieces[at].text.isdecimal() and pieces[second.stop - 1].text.isdecimal()
    return plain and is_year_like(first) and is_year_like(second)


def is_score(pieces: Sequence[Atom], at: int, sides: tuple[Part, Part], language: str) -> bool:
    """Return whether two small numbers with a dash are a match's result."""
    if any(side.low > _SCORE_MOST or side.words for side in sides):
        return False
    start = _list_start(pieces, at)
    near = range(max(start - _SPORT_REACH, 0), min(at + _SPORT_REACH, len(pieces)))
    told = any(pieces[i].kind == "word" and _of_sport(pieces[i].text, language) for i in near)
    return told or _of_fixture(pieces, at)


def _list_start(pieces: Sequence[Atom], at: int) -> int:
    """Return the first atom of the figures that a number stands among: 6-4, 3-6, 7-6 (7-5)."""
    while at > 0 and (pieces[at - 1].kind == "number" or pieces[at - 1].text in _LISTED):
        at -= 1
    return at


@lru_cache(_CACHE)
def _of_sport(word: str, language: str) -> bool:
    sport = listed(language, "sport")
    return any(reading.key in sport for reading in PACKS[language].readings(word))


def _of_fixture(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether two sides joined by a dash stand before two numbers alone: Oman - Iraq 3-1."""
    after = pieces[at + 3] if at + 3 < len(pieces) else None
    if after is not None and after.kind in ("word", "number"):
        return False
    for dash in range(at - 2, max(at - _NAMES, 0), -1):
        left, here, right = pieces[dash - 1 : dash + 2]
        if here.kind not in ("mark", "word"):
            return False
        if here.text in DASHES and (left.kind, right.kind) == ("word", "word"):
            return left.end < here.start and here.end < right.start
    return False
