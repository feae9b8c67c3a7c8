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
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        tense = _tense(pieces[at], language)
        if tense is not None:
            if tense == 0:
                break
            return tense > 0
    for at in range(stop, min(len(pieces), stop + _AHEAD)):
        tense = _tense(pieces[at], language)
        if tense is not None:
            return tense > 0
    return False


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
