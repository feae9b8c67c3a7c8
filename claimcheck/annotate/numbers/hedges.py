"""Hedges and bounds beside a number: about, at least, or more."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Found, Phrases, opens_any, part_of_any, phrase_words
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words

_CACHE = 1 << 16
_LONGEST = 6
_REACH = 3
_SIGNS = frozenset("%٪$€£")


class Hedge(NamedTuple):
    """What hedges say of a number.

    approximate: it is not exact. at_least, at_most: it is a lower or an upper bound.
    start: index of the first atom of the hedges before it.
    """

    start: int
    approximate: bool = False
    at_least: bool = False
    at_most: bool = False

    def with_kind(self, kind: str, start: int) -> "Hedge":
        """Return it with one more hedge."""
        return Hedge(
            start,
            self.approximate or kind == "approximate",
            self.at_least or kind in ("at_least", "more_than"),
            self.at_most or kind in ("at_most", "less_than"),
        )


@cache
def _entries(language: str, side: str) -> tuple[tuple[str, str], ...]:
    tree = words(language, "hedges")
    table = tree.get(side) if isinstance(tree, dict) else None
    if not isinstance(table, dict):
        raise RuleError([f"rules/lang/{language}/hedges.yaml: expected `{side}: kind: [words]`"])
    return tuple((str(w), kind) for kind, listed in table.items() for w in listed)


@cache
def _phrases(language: str, side: str) -> Phrases[str]:
    return Phrases(_entries(language, side), language)


@lru_cache(_CACHE)
def _opens(word: str, language: str) -> bool:
    """Return whether a hedge after a number may start with a word."""
    return opens_any(word, _words(language, "after", 0), language)


@lru_cache(_CACHE)
def _closes(word: str, language: str) -> bool:
    """Return whether a hedge before a number may end with a word."""
    return part_of_any(word, _words(language, "before", -1), language)


@cache
def _words(language: str, side: str, place: int) -> frozenset[str]:
    """Return the folded first or last words of the hedges on one side."""
    fold = PACKS[language].fold
    return frozenset(fold(phrase_words(word)[place]) for word, _ in _entries(language, side))


def hedge_before(pieces: Sequence[Atom], at: int, language: str) -> Hedge:
    """Return what the hedges that end right before the atom `at` say."""
    hedge = Hedge(at)
    while True:
        found = _ending_at(pieces, hedge.start, language)
        if found is None:
            return hedge
        start, kind = found
        hedge = hedge.with_kind(kind, start)


def _ending_at(pieces: Sequence[Atom], stop: int, language: str) -> tuple[int, str] | None:
    if stop == 0 or not _closes(pieces[stop - 1].text, language):
        return None
    phrases = _phrases(language, "before")
    best = None
    for start in range(stop - 1, max(stop - 1 - _LONGEST, -1), -1):
        if pieces[start].kind in ("newline", "number", "url"):
            break
        found: Found[str] | None = phrases.longest(pieces, start)
        if found and found.stop == stop:
            best = start, found.payloads[0]
    return best


def hedge_after(pieces: Sequence[Atom], at: int, hedge: Hedge, language: str) -> Hedge:
    """Return `hedge` with what a hedge after the number, or after its noun, adds."""
    phrases = _phrases(language, "after")
    for start in range(at, min(at + _REACH + 1, len(pieces))):
        found = phrases.longest(pieces, start) if _opens(pieces[start].text, language) else None
        if found:
            return hedge.with_kind(found.payloads[0], hedge.start)
        if pieces[start].kind != "word" and pieces[start].text not in _SIGNS:
            break
    return hedge
