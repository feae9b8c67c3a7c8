"""The two sides of a vote without a noun: passed by 330 to 275, voted 11-2."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.change import ends_sentence
from claimcheck.annotate.quantities.elliptic import Free, ends_phrase
from claimcheck.annotate.quantities.endings import hedged_start
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import endings, folded, listed
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS

# How far before its sides a word of voting stands at most, in atoms.
_REACH = 16
_DASHES = frozenset("-‐‑–")


def sides(
    pieces: Sequence[Atom], free: Sequence[Free], found: Sequence[Measured], language: str
) -> Iterator[Measured]:
    """Yield the numbers of a pair that tells a vote, counted in votes."""
    del found
    votes = Unit("count", PACKS[language].fold(listed(language, "votes")[0]))
    for one, other in pairwise(free):
        if _is_pair(pieces, one, other, language) and _is_vote(pieces, one, language):
            for side in (one, other):
                span = side.numeral.span
                yield measured(side.numeral, votes, span.start, span.end, (side.first, side.stop))


def _is_pair(pieces: Sequence[Atom], one: Free, other: Free, language: str) -> bool:
    if other.first != one.stop + 1 or one.numeral.kind != "cardinal":
        return False
    between = pieces[one.stop].text
    versus = PACKS[language].fold(between) in folded(language, "versus")
    whole = other.numeral.kind == "cardinal" and ends_phrase(pieces, other.stop, language)
    return whole and (versus or between in _DASHES)


def _is_vote(pieces: Sequence[Atom], one: Free, language: str) -> bool:
    """Return whether the words before the first side say that it is one."""
    first = hedged_start(pieces, one.first, language)
    start = endings(language, "sides_before").start(pieces, first)
    if start < 0:
        return False
    voting = folded(language, "voting")
    for at in range(first - 1, max(first - _REACH, -1), -1):
        if ends_sentence(pieces[at]):
            return False
        if any(reading.key in voting for reading in PACKS[language].readings(pieces[at].text)):
            return True
    return False
