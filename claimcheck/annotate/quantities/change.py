"""Words of change: what rose or fell by, to or from a figure."""

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.annotate.atoms import Atom
from claimcheck.lang.pack import PACKS, folded_set, word_lists

_REACH = 14
_CACHE = 1 << 16
_ENDS = frozenset({".", "؟", "?", "!", "؛", ";"})


@lru_cache(_CACHE)
def is_change(word: str, language: str) -> bool:
    """Return whether a word says that something rose or fell."""
    pack = PACKS[language]
    nouns = folded_set(language, "change", "nouns")
    if any(stem in nouns for stem in pack.noun_stems(word)):
        return True
    return not _verbs(language).isdisjoint(pack.verb_stems(word))


@lru_cache(_CACHE)
def _verbs(language: str) -> frozenset[str]:
    keys = PACKS[language].verb_keys
    return frozenset(key for verb in word_lists(language, "change")["verbs"] for key in keys(verb))


def changes_before(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a word of change stands before an atom in the same sentence."""
    for index in range(at - 1, max(at - 1 - _REACH, -1), -1):
        piece = pieces[index]
        if ends_sentence(piece):
            return False
        if piece.kind == "word" and is_change(piece.text, language):
            return True
    return False


def ends_sentence(piece: Atom) -> bool:
    """Return whether a sentence ends at an atom."""
    return piece.kind == "newline" or piece.text in _ENDS
