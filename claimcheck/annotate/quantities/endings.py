"""Phrases found by where they end."""

from collections.abc import Sequence
from functools import cache

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Phrases, opens_any, phrase_words
from claimcheck.annotate.remembered import Remembered
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words


class Endings:
    """A vocabulary of phrases that is asked which of them ends before an atom."""

    def __init__(self, phrases: Sequence[str], language: str) -> None:
        self._language = language
        self._phrases = Phrases(((phrase, phrase) for phrase in phrases), language)
        fold = PACKS[language].fold
        split = [phrase_words(phrase) for phrase in phrases]
        self._last = frozenset(fold(words[-1]) for words in split)
        self._longest = max(map(len, split), default=0)
        self._ends = Remembered(self._may_end)

    def start(self, pieces: Sequence[Atom], stop: int) -> int:
        """Return the first atom of the longest phrase that ends right before `stop`, or -1."""
        if stop < 1 or not self._ends[pieces[stop - 1].text]:
            return -1
        best = -1
        for start in range(stop - 1, max(stop - 1 - self._longest, -1), -1):
            found = self._phrases.longest(pieces, start)
            if found and found.stop == stop:
                best = start
        return best

    def _may_end(self, word: str) -> bool:
        """Return whether a phrase may end with a word."""
        return opens_any(word, self._last, self._language)


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
