"""Lengths of time that lie between two moments, or are no stretch of their own: two hours later."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import conjunctions
from claimcheck.annotate.quantities.endings import hedged_start
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import endings, folded, phrases
from claimcheck.lang.pack import PACKS

_DURATION = "duration"
_HYPHENS = frozenset("-‐‑")


def lapsed(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a length of time with whether the words beside it say that nothing lasted so long."""
    if found.unit.dimension != _DURATION:
        return found
    first = hedged_start(pieces, found.first, language)
    before = endings(language, "lapse_before").start(pieces, first) >= 0
    lapse = before or _led(pieces, found, language) or _behind(pieces, found.stop, language)
    return found._replace(lapse=lapse)


def _led(pieces: Sequence[Atom], found: Measured, language: str) -> bool:
    """Return whether a preposition is written at the front of a length of time: بثلاثة أيام."""
    piece = pieces[found.first]
    letters = PACKS[language].fold(piece.text[: max(found.start - piece.start, 0)])
    return bool(letters) and letters not in conjunctions(language)


def _behind(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether words behind a length of time tell what it lies to, or is one of: ago, low."""
    if at + 1 < len(pieces) and pieces[at].text in _HYPHENS:
        at += 1
    if at >= len(pieces):
        return False
    word = PACKS[language].fold(pieces[at].text)
    return word in folded(language, "lapse_word_after") or bool(
        phrases(language, "lapse_after").longest(pieces, at)
    )
