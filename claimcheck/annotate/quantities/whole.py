"""What a percentage is of: 60% of the *damaged buildings*, 60 في المئة من *المباني*."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import folded, listed
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.text import TextSpan

_PERCENT = "percent"
# How many words an English noun has before it and with it at most.
_LONGEST = 4


def of_whole(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a percentage with where the words for its whole stand, behind an 'of'.

    Where nouns come first it is the first of them, else the words up to the end of the phrase.
    """
    at = found.stop
    if found.unit.dimension != _PERCENT or not _is_one_of(pieces, at, language, "of"):
        return found
    at += 1
    while _is_one_of(pieces, at, language, "definite", "whole_passed"):
        at += 1
    stop = at
    longest = 1 if listed(language, "singular_after_11") else _LONGEST
    while stop < len(pieces) and stop - at < longest and _goes_on(pieces[stop], language):
        stop += 1
    if stop == at:
        return found
    return found._replace(of=TextSpan(start=pieces[at].start, end=pieces[stop - 1].end))


def _is_one_of(pieces: Sequence[Atom], at: int, language: str, *lists: str) -> bool:
    if at >= len(pieces):
        return False
    word = PACKS[language].fold(pieces[at].text)
    return any(word in folded(language, name) for name in lists)


def _goes_on(piece: Atom, language: str) -> bool:
    return piece.kind == "word" and PACKS[language].fold(piece.text) not in function_words(language)
