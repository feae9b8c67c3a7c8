"""Phrases found by where they end."""

from collections.abc import Sequence
from functools import cache

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Phrases, first_keys, phrase_words
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words

_MOST_WORDS = 1 << 16


class Endings:
    """A vocabulary of phrases that is asked which of them ends before an atom."""

    def __init__(self, phrases: Sequence[str], language: str) -> None:
        self._language = language
        self._phrases = Phrases(((phrase, phrase) for phrase in phrases), language)
        fold = PACKS[language].fold
        split = [phrase_words(phrase) for phrase in phrases]
        self._last = frozenset(fold(words[-1]) for words in split)
        self._longest = max(map(len, split), default=0)
        self._known: dict[str, bool] = {}

    def start(self, pieces: Sequence[Atom], stop: int) -> int:
        """Return the first atom of the longest phrase that ends right before `stop`, or -1."""
        if stop < 1 or not self._may_end(pieces[stop - 1].text):
            return -1
        best = -1
        for start in range(stop - 1, max(stop - 1 - self._longest, -1), -1):
            found = self._phrases.longest(pieces, start)
            if found and found.stop == stop:
                best = start
        return best

    def _may_end(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            keys = [key for key, _ in first_keys(word, self._language)]
            known = self._known[word] = not self._last.isdisjoint(keys)
        return known


def hedged_start(pieces: Sequence[Atom], at: int, language: str) -> int:
    """Return the first atom of the hedges that end right before the atom `at`, else `at`."""
    while True:
        start = _hedges(language).start(pieces, at)
        if start < 0:
            return at
        at = start


@cache
def _hedges(language: str) -> Endings:
    tree = words(language, "hedges")
    before = tree.get("before") if isinstance(tree, dict) else None
    if not isinstance(before, dict):
        raise RuleError([f"rules/lang/{language}/hedges.yaml: expected `before: kind: [words]`"])
    return Endings([str(word) for listed in before.values() for word in listed], language)
