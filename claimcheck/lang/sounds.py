"""Names across scripts: whether an Arabic word may write a Latin one, letter by letter."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lang.pack import folded_set, word_lists

_ARABIC = "ar"
_TABLE = "sounds"
_FIRST_ARABIC = "\u0600"
# A name is no longer; each pair of letters is looked at once.
_LONGEST = 40
_LONGEST_UNIT = 2
_FEWEST = 2
# By how much a Latin name of one consonant may be longer than the Arabic one.
_LONGER = 2


class _At(NamedTuple):
    """How much of an Arabic and of a Latin word is read, and consonants so far."""

    arabic: int
    latin: int
    sounds: int


class _Letters(NamedTuple):
    """What Arabic letters may stand for, and which letters may stand for nothing."""

    spelled: Mapping[str, tuple[str, ...]]
    weak: frozenset[str]
    silent: tuple[str, ...]
    silent_last: frozenset[str]
    silent_first: frozenset[str]
    articles: frozenset[str]


@cache
def _letters() -> _Letters:
    lists = word_lists(_ARABIC, _TABLE)
    spelled: dict[str, tuple[str, ...]] = {}
    for row in lists["letters"]:
        letters, *latin = row.split()
        spelled[letters] = (*spelled.get(letters, ()), *latin)
    return _Letters(
        spelled=spelled,
        weak=frozenset(lists["weak"]),
        silent=lists["silent"],
        silent_last=frozenset(lists["silent_last"]),
        silent_first=frozenset(lists["silent_first"]),
        articles=folded_set(_ARABIC, _TABLE, "articles"),
    )


def written_alike(one: str, other: str) -> bool:
    """Return whether two folded words of two scripts may be one name; of one script, no."""
    if is_latin(one) == is_latin(other):
        return False
    arabic, latin = (other, one) if is_latin(one) else (one, other)
    return may_write(arabic, latin)


def is_latin(word: str) -> bool:
    """Return whether a folded word opens with a letter of no Arabic script."""
    return word < _FIRST_ARABIC


@lru_cache(1 << 16)
def may_write(arabic: str, latin: str) -> bool:
    """Return whether a folded Arabic word may write a folded Latin one: كاروزو, `caruso`.

    Every consonant of either must stand for one of the other; vowels tell nothing.
    """
    if max(len(arabic), len(latin)) > _LONGEST:
        return False
    short = len(arabic) - 1 <= len(latin) <= len(arabic) + _LONGER
    fewest = 1 if short else _FEWEST
    waiting, seen = list(_starts(arabic, latin)), set[_At]()
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        over = at.arabic == len(arabic) and _is_over(latin, at.latin)
        if over and at.sounds >= fewest:
            return True
        waiting += _steps(arabic, latin, at)
    return False


def _starts(arabic: str, latin: str) -> Iterator[_At]:
    """Yield where two words may be read from: their first letters, behind an article."""
    known = _letters()
    yield _At(0, 0, 0)
    for article in known.articles:
        if arabic.startswith(article):
            yield _At(len(article), 0, 0)
    if latin[:1] in known.silent_first:
        yield _At(0, 1, 0)


def _is_over(latin: str, at: int) -> bool:
    """Return whether nothing that must be heard is left of a Latin word."""
    known = _letters()
    return at == len(latin) or latin[at:] in known.silent_last


def _steps(arabic: str, latin: str, at: _At) -> Iterator[_At]:
    """Yield how far two words may be read next."""
    known = _letters()
    for letters in known.silent:
        if latin.startswith(letters, at.latin):
            yield at._replace(latin=at.latin + len(letters))
    if arabic[at.arabic : at.arabic + 1] in known.weak:
        yield at._replace(arabic=at.arabic + 1)
    for size in range(1, _LONGEST_UNIT + 1):
        unit = arabic[at.arabic : at.arabic + size]
        if len(unit) == size:
            yield from _spelled(unit, latin, at)


def _spelled(unit: str, latin: str, at: _At) -> Iterator[_At]:
    """Yield how far two words are read where some Arabic letters stand for Latin ones."""
    sounds = min(at.sounds + 1, _FEWEST)
    for letters in _letters().spelled.get(unit, ()):
        if latin.startswith(letters, at.latin):
            stop = at.latin + len(letters)
            yield _At(at.arabic + len(unit), stop, sounds)
            if latin[stop : stop + 1] == letters[-1]:
                yield _At(at.arabic + len(unit), stop + 1, sounds)
