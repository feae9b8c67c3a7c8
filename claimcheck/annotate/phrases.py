"""Look up words and phrases of a vocabulary at a place in a text."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Generic, NamedTuple, TypeVar

from claimcheck.annotate.atoms import Atom, atoms
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.pack import PACKS

Payload = TypeVar("Payload")
_ARTICLE = "ال"
_JOINERS = {"-", "‐", "‑", "–", "\u0640"}


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
    payloads: tuple[Payload, ...]
    skip: int


class Opened(NamedTuple, Generic[Payload]):
    """The phrases that a word opens, the fewest clitics first.

    alone: the one that it is by itself, if any. longer: the others. seconds: their second words.
    """

    alone: Opening[Payload] | None
    longer: tuple[Opening[Payload], ...]
    seconds: frozenset[str]


class Phrases(Generic[Payload]):
    """A vocabulary of phrases of one language.

    A word of the vocabulary is found under its clitics (first word) or its article (any word);
    one that has the article itself is found with it only.

    opened: gives the phrases that a folded word opens, by their later words, where
        they are looked up and not added.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Payload]],
        language: str,
        opened: Callable[[str], Mapping[tuple[str, ...], Sequence[Payload]]] | None = None,
    ) -> None:
        self._language = language
        self._with_first = opened or self._added
        self._phrases: dict[str, dict[tuple[str, ...], list[Payload]]] = {}
        self._opened: Remembered[Opened[Payload] | None] = Remembered(self._open)
        self._later = later_keys(language)
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
        start, end, word, _ = pieces[at]
        opened = self._opened[word]
        if opened is None:
            return None
        alone, longer, seconds = opened
        if longer and self._goes_on(pieces, at + 1, seconds):
            best, stop = None, 0
            for opening in longer:
                after = self._end(pieces, at + 1, opening.rest)
                if after > stop:
                    best, stop = opening, after
            if best:
                return Found(start + best.skip, pieces[stop - 1].end, stop, best.payloads)
        return Found(start + alone.skip, end, at + 1, alone.payloads) if alone else None

    def _open(self, word: str) -> Opened[Payload] | None:
        """Return the phrases that a word may open, None where it opens none."""
        found = [
            Opening(rest, tuple(payloads), skip)
            for key, skip in first_keys(word, self._language)
            for rest, payloads in self._with_first(key).items()
        ]
        if not found:
            return None
        alone = next((opening for opening in found if not opening.rest), None)
        longer = tuple(opening for opening in found if opening.rest)
        return Opened(alone, longer, frozenset(opening.rest[0] for opening in longer))

    def _added(self, first: str) -> Mapping[tuple[str, ...], Sequence[Payload]]:
        return self._phrases.get(first, {})

    def _goes_on(self, pieces: Sequence[Atom], at: int, seconds: frozenset[str]) -> bool:
        """Return whether one of some second words may stand at an atom, or behind its hyphen."""
        if at >= len(pieces):
            return False
        word = pieces[at].text
        return word in _JOINERS or not seconds.isdisjoint(self._later[word])

    def _end(self, pieces: Sequence[Atom], at: int, rest: tuple[str, ...]) -> int:
        """Return the index after the atoms that spell `rest`, or 0."""
        for key in rest:
            if at < len(pieces) and pieces[at].text in _JOINERS and key not in _JOINERS:
                at += 1
            if at >= len(pieces) or key not in self._later[pieces[at].text]:
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
    later = later_keys(language)[word]
    return opens_any(word, keys, language) or any(key in keys for key in later)


@cache
def later_keys(language: str) -> Remembered[frozenset[str]]:
    """Return the lookup forms of each phrase's later word: as it is and without its article."""
    return Remembered(partial(_later_keys, language=language))


def _later_keys(word: str, language: str) -> frozenset[str]:
    return frozenset(
        reading.key
        for reading in PACKS[language].readings(word)
        if reading.proclitics in ((), (_ARTICLE,))
    )
