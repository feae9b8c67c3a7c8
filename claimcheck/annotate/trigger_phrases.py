"""Phrases of the lexicon at a place in a text, with other words in their gaps."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.homographs import is_homograph
from claimcheck.lang.lexicon import Form, Lexeme, Slot, lexemes
from claimcheck.lang.pack import PACKS, folded_set

_MOST_SKIPPED = 3
# Marks that a clause goes on behind.
_HYPHENS = frozenset("-‐‑–")
_INNER = frozenset("-‐‑–'\"“”‘’«»%$€£")


class Opened(NamedTuple):
    """The lexemes that a word opens.

    alone: those of one word. phrases: the longer ones. seconds: the stems of their second words.
    going: the numbers of the phrases that go on with each. far: those that may stand behind a gap.
    verb: whether one of one word is a verb. helped: whether an auxiliary must stand before one.
    """

    alone: tuple[Lexeme, ...]
    phrases: tuple[Lexeme, ...]
    seconds: frozenset[str]
    going: Mapping[str, Sequence[int]]
    far: frozenset[str]
    verb: bool
    helped: bool


class Match(NamedTuple):
    """Where a phrase stands.

    stop: the atom after those of its words that no others stand between. behind: the later ones.
    skipped: how many atoms stand between its words.
    """

    stop: int
    behind: tuple[int, ...]
    skipped: int


class TriggerPhrases:
    """Finds the later words of a language's phrases."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._fold = PACKS[language].fold
        self._partitives = folded_set(language, "sentences", "partitives")
        self._articles = folded_set(language, "sentences", "articles")
        self._stems = Remembered(partial(_stems, language=language))
        self._costs = Remembered(partial(_word_cost, language=language))

    def matches(
        self, words: Opened, pieces: Sequence[Atom], at: int, shares: Mapping[int, int]
    ) -> list[tuple[Lexeme, Match]]:
        """Return the phrases that go on at an atom after their first word, and how."""
        if not words.phrases or at >= len(pieces):
            return []
        start, _, text, _ = pieces[at]
        beside = start in shares or not words.seconds.isdisjoint(self._stems[text])
        seconds = self._seconds(words, pieces, at, shares) if beside or words.far else None
        if not seconds:
            return []
        numbers = sorted({number for second in seconds for number in words.going[second]})
        return [
            (lexeme, match)
            for lexeme in [words.phrases[number] for number in numbers]
            if (match := self._match(pieces, at, lexeme.rest, shares))
        ]

    def _seconds(
        self, words: Opened, pieces: Sequence[Atom], at: int, shares: Mapping[int, int]
    ) -> set[str]:
        """Return the stems of second words that stand at an atom, behind a share or a gap."""
        start, _, text, _ = pieces[at]
        found = set(words.seconds & self._stems[text])
        if start in shares:
            after = self._after_share(pieces, at, shares[start])
            if after < len(pieces):
                found |= words.seconds & self._stems[pieces[after].text]
        if words.far:
            for place in self._reach(pieces, at, shares):
                found |= words.far & self._stems[pieces[place].text]
        return found

    def _match(
        self, pieces: Sequence[Atom], at: int, rest: tuple[Slot, ...], shares: Mapping[int, int]
    ) -> Match | None:
        """Return where a phrase's later words stand; each is the nearest that fits."""
        places: list[int] = []
        after = at
        for slot in rest:
            place = self._place(pieces, after, slot, shares)
            if place is None:
                return None
            places.append(place)
            after = place + 1
        stop = self._joined(pieces, at, places)
        behind = tuple(place for place in places if place >= stop)
        return Match(stop, behind, after - stop - len(behind))

    def _joined(self, pieces: Sequence[Atom], at: int, places: Sequence[int]) -> int:
        """Return the index after the words that nothing but an article stands between."""
        for place in places:
            if any(self._fold(pieces[x].text) not in self._articles for x in range(at, place)):
                break
            at = place + 1
        return at

    def _place(
        self, pieces: Sequence[Atom], at: int, slot: Slot, shares: Mapping[int, int]
    ) -> int | None:
        """Return the atom of a later word; a share, or words in a gap, may stand before it."""
        if slot.gap:
            for place in self._reach(pieces, at, shares):
                if not slot.keys.isdisjoint(self._stems[pieces[place].text]):
                    return place
            return None
        if at < len(pieces) and pieces[at].start in shares:
            at = self._after_share(pieces, at, shares[pieces[at].start])
        if at < len(pieces) and not slot.keys.isdisjoint(self._stems[pieces[at].text]):
            return at
        return None

    def _reach(self, pieces: Sequence[Atom], at: int, shares: Mapping[int, int]) -> list[int]:
        """Return the words from an atom on that may end a gap.

        Articles, the later parts of a hyphened word and those of a number do not lengthen it.
        """
        found: list[int] = []
        skipped, shared, hyphened = 0, 0, False
        for place in range(at, len(pieces)):
            start, _, text, kind = pieces[place]
            if kind == "word":
                found.append(place)
                cost = self._costs[text]
            else:
                cost = _cost(text, kind)
            if cost is None:
                break
            if start in shares:
                shared = shares[start]
            elif hyphened or start < shared:
                cost = 0
            skipped += cost
            if skipped > _MOST_SKIPPED:
                break
            hyphened = text in _HYPHENS
        return found

    def _after_share(self, pieces: Sequence[Atom], at: int, end: int) -> int:
        """Return the index after a share of something and the words `of the` behind it."""
        while at < len(pieces) and (
            pieces[at].start < end or self._fold(pieces[at].text) in self._partitives
        ):
            at += 1
        return at


@cache
def opened(language: str) -> Remembered[Opened]:
    """Return for each surface word the lexemes that it may open."""
    return Remembered(lambda word: _opened(_lexemes(word, language)))


@lru_cache(1 << 16)
def opened_as(word: str, lemma: str, tag: str, language: str) -> Opened:
    """Return the lexemes that a word may open whose lemma and part of speech are known.

    The lemma adds those that its form hides; where the word may be a verb or a noun, its tag tells.
    """
    found = _lexemes(word, language)
    form = _FORMS.get(tag)
    if form is None:
        return _opened(found)
    more = [lexeme for lexeme in _lexemes(lemma, language) if lexeme.form == form]
    both = tuple(dict.fromkeys((*found, *more)))
    fitting = tuple(lexeme for lexeme in both if lexeme.form == form)
    return _opened(fitting or both)


# What the tags of words of content say of the form of a lexeme.
_FORMS: dict[str, Form] = {"VERB": "verb", "NOUN": "noun"}


def _lexemes(word: str, language: str) -> tuple[Lexeme, ...]:
    pack = PACKS[language]
    keys = (*pack.noun_stems(word), *pack.verb_stems(word))
    found = tuple(dict.fromkeys([lexeme for key in keys for lexeme in lexemes(key, language)]))
    kinds = {lexeme.kind for lexeme in found if not lexeme.rest}
    others = {kind for kind in kinds if is_homograph(word, kind, language)}
    return tuple(lexeme for lexeme in found if lexeme.rest or lexeme.kind not in others)


@lru_cache(1 << 14)
def _opened(found: tuple[Lexeme, ...]) -> Opened:
    alone = tuple(lexeme for lexeme in found if not lexeme.rest)
    phrases = tuple(lexeme for lexeme in found if lexeme.rest)
    going: dict[str, list[int]] = {}
    for number, lexeme in enumerate(phrases):
        for key in lexeme.rest[0].keys:
            going.setdefault(key, []).append(number)
    far = frozenset().union(*(x.rest[0].keys for x in phrases if x.rest[0].gap))
    verb = any(lexeme.form == "verb" and not lexeme.helped for lexeme in alone)
    helped = any(lexeme.helped for lexeme in alone)
    return Opened(alone, phrases, frozenset(going), going, far, verb, helped)


def _stems(word: str, language: str) -> frozenset[str]:
    """Return the stems of a later word of a phrase, nouns and verbs alike."""
    pack = PACKS[language]
    return frozenset((*pack.noun_stems(word), *(verb[1:] for verb in pack.verb_stems(word))))


def _cost(text: str, kind: str) -> int | None:
    """Return how much what is no word lengthens a gap, or None where it ends the clause."""
    if kind == "mark":
        return 0 if text in _INNER else None
    return 1 if kind == "number" else None


def _word_cost(word: str, language: str) -> int | None:
    """Return how much a word lengthens a gap, or None where it opens another clause."""
    key = PACKS[language].fold(word)
    if key in _stops(language) or opened(language)[word].verb:
        return None
    return int(key not in folded_set(language, "sentences", "articles"))


@cache
def _stops(language: str) -> frozenset[str]:
    openers = folded_set(language, "sentences", "clause_openers")
    return openers | folded_set(language, "sentences", "gap_stops")
