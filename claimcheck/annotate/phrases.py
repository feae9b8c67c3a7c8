"""Look up words and phrases of a vocabulary at a place in a text."""

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from claimcheck.annotate.atoms import Atom, atoms
from claimcheck.lang.pack import PACKS

Payload = TypeVar("Payload")
_ARTICLE = "ال"
_JOINERS = {"-", "‐", "‑", "–", "\u0640"}


# How many words a vocabulary remembers before it forgets them all.
MOST_WORDS = 1 << 16


class Found(NamedTuple, Generic[Payload]):
    """A phrase found in a text.

    start: code point where it starts, after its proclitics. end: half-open.
    stop: index of the first atom after it.
    payloads: what the vocabulary gave for it, in the vocabulary's order.
    """

    start: int
    end: int
    stop: int
    payloads: tuple[Payload, ...]


class Opening(NamedTuple, Generic[Payload]):
    """A phrase that a word opens: its later words, and the code points before it in the word."""

    rest: tuple[str, ...]
    payloads: list[Payload]
    skip: int


class Phrases(Generic[Payload]):
    """A vocabulary of phrases of one language.

    A word of the vocabulary is found under its clitics (first word) or its article (any word);
    one that has the article itself is found with it only.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]], language: str) -> None:
        self._language = language
        self._phrases: dict[str, dict[tuple[str, ...], list[Payload]]] = {}
        self._opened: dict[str, tuple[Opening[Payload], ...]] = {}
        fold = PACKS[language].fold
        for phrase, payload in entries:
            self.add(tuple(map(fold, phrase_words(phrase))), payload)

    def add(self, keys: tuple[str, ...], payload: Payload) -> None:
        """Add a phrase by the folded forms of its words."""
        payloads = self._phrases.setdefault(keys[0], {}).setdefault(keys[1:], [])
        if payload not in payloads:
            payloads.append(payload)

    def longest(self, pieces: Sequence[Atom], at: int) -> Found[Payload] | None:
        """Return the longest phrase that starts at the atom `at`, the fewest clitics first."""
        best: Found[Payload] | None = None
        word = pieces[at].text
        opened = self._opened.get(word)
        for rest, payloads, skip in self._open(word) if opened is None else opened:
            stop = self._end(pieces, at + 1, rest) if rest else at + 1
            if stop and (best is None or stop > best.stop):
                start = pieces[at].start + skip
                best = Found(start, pieces[stop - 1].end, stop, tuple(payloads))
        return best

    def _open(self, word: str) -> tuple["Opening[Payload]", ...]:
        """Return the phrases that a word may open, and remember them: few words make up a text."""
        if len(self._opened) >= MOST_WORDS:
            self._opened.clear()
        found = tuple(
            Opening(rest, payloads, skip)
            for key, skip in first_keys(word, self._language)
            if key in self._phrases
            for rest, payloads in self._phrases[key].items()
        )
        self._opened[word] = found
        return found

    def _end(self, pieces: Sequence[Atom], at: int, rest: tuple[str, ...]) -> int:
        """Return the index after the atoms that spell `rest`, or 0."""
        for key in rest:
            if at < len(pieces) and pieces[at].text in _JOINERS and key not in _JOINERS:
                at += 1
            if at >= len(pieces) or key not in next_keys(pieces[at].text, self._language):
                return 0
            at += 1
        return at


def phrase_words(phrase: str) -> Sequence[str]:
    """Return the atoms of a phrase; letters and spaces alone need no more than a split."""
    if phrase.replace(" ", "").isalpha():
        return phrase.split()
    return [atom.text for atom in atoms(phrase)]


@lru_cache(1 << 16)
def first_keys(word: str, language: str) -> tuple[tuple[str, int], ...]:
    """Return the lookup forms of a phrase's first word, each with the code points before it."""
    keys: dict[str, int] = {}
    for reading in PACKS[language].readings(word):
        keys.setdefault(reading.key, reading.skip)
        if reading.proclitics and reading.proclitics[-1] == _ARTICLE:
            clitics = reading.proclitics[:-1]
            keys.setdefault(_ARTICLE + reading.key, sum(map(len, clitics)))
    return tuple(keys.items())


def opens_any(word: str, keys: Container[str], language: str) -> bool:
    """Return whether a word in one of its lookup forms may be a phrase's first word in `keys`."""
    return any(key in keys for key, _ in first_keys(word, language))


def part_of_any(word: str, keys: Container[str], language: str) -> bool:
    """Return whether a word in one of its lookup forms may be a phrase's any word in `keys`."""
    return opens_any(word, keys, language) or any(key in keys for key in next_keys(word, language))


@lru_cache(1 << 16)
def next_keys(word: str, language: str) -> frozenset[str]:
    """Return the lookup forms of a phrase's later word: as it is and without its article."""
    return frozenset(
        reading.key
        for reading in PACKS[language].readings(word)
        if reading.proclitics in ((), (_ARTICLE,))
    )
