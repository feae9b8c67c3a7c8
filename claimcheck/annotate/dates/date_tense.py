"""Whether the clause of a date speaks of what is to come."""

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_words import folded
from claimcheck.lang.pack import PACKS

_REACH = 16
_AHEAD = 8
_SHORTEST = 4
_STOPS = frozenset(".!?؟;؛…")


def speaks_of_future(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    """Return whether the nearest verb that tells the tense, before and then after, is future."""
    return tense_around(pieces, first, stop, language) > 0


def tense_around(pieces: Sequence[Atom], first: int, stop: int, language: str) -> int:
    """Return 1 where the nearest verb that tells the tense is future, -1 past, 0 if none does."""
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        tense = _tense(pieces[at], language)
        if tense == -1 and at and _keys(pieces[at - 1], language) & folded(language, "passive"):
            continue
        if tense is not None:
            if tense == 0:
                break
            return tense
    for at in range(stop, min(len(pieces), stop + _AHEAD)):
        tense = _tense(pieces[at], language)
        if tense is not None:
            return tense
    return 0


def word_before(pieces: Sequence[Atom], at: int, language: str, wanted: tuple[str, int]) -> bool:
    """Return whether a word of a list stands among so many atoms before one, in its sentence."""
    name, reach = wanted
    words = folded(language, name)
    for before in range(at - 1, max(-1, at - 1 - reach), -1):
        if pieces[before].kind == "newline" or pieces[before].text in _STOPS:
            return False
        if _keys(pieces[before], language) & words:
            return True
    return False


def _keys(atom: Atom, language: str) -> frozenset[str]:
    if atom.kind != "word":
        return frozenset()
    return frozenset(reading.key for reading in PACKS[language].readings(atom.text))


def _tense(atom: Atom, language: str) -> int | None:
    """Return 1 for a future word, -1 for a past one, 0 for a sentence's end, None for others."""
    if atom.kind == "newline" or atom.text in _STOPS:
        return 0
    return _word_tense(atom.text, language) if atom.kind == "word" else None


@lru_cache(1 << 14)
def _word_tense(word: str, language: str) -> int | None:
    keys = [reading.key for reading in PACKS[language].readings(word)]
    if any(key in folded(language, "future") for key in keys):
        return 1
    if any(key in folded(language, "past") for key in keys):
        return -1
    prefixes = tuple(folded(language, "future_prefixes"))
    others = tuple(folded(language, "future_not_prefixes"))
    if any(key in folded(language, "future_not") for key in keys):
        return None
    for reading in PACKS[language].readings(word):
        key = reading.key
        conjunction = len(reading.proclitics) <= 1 and reading.skip <= 1
        if conjunction and len(key) >= _SHORTEST and key.startswith(prefixes):
            return None if key.startswith(others) else 1
    return None
