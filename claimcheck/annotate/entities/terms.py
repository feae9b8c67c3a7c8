"""Find the words and names that entities are made of."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.entities.gazetteer import (
    Term,
    bare,
    longest_name,
    lookup_words,
    named_places,
    other_names,
    place,
)
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS, word_lists

_ARTICLE = "ال"
_JOINERS = frozenset("-‐‑ـ")
_CAPITALISED = frozenset({"place", "nationality", "organisation"})
_KNOWN = 40
_ABBREVIATION = 2


_SITES = ("district", "canal")


def is_site(identity: str) -> bool:
    """Return whether a place of the gazetteer is of the kind that sites and quarters have."""
    here = place(identity)
    return here is not None and here.kind in _SITES and not here.population


@cache
def facility_type(identity: str) -> str:
    """Return the type of facility that a place is by its usual name, or nothing."""
    here = place(identity)
    if here is None or not is_site(identity):
        return ""
    words = lookup_words(here.arabic, "ar")
    english = lookup_words(here.english, "en")
    keys = [(" ".join(words[:count]), "ar") for count in (3, 2, 1) if words]
    keys += [(" ".join(english[-count:]), "en") for count in (3, 2, 1) if english]
    return next((found for key, code in keys if (found := _facilities(code).get(key))), "")


@cache
def _facilities(language: str) -> dict[str, str]:
    """Return the types of facilities by the lookup form of their common nouns."""
    found: dict[str, str] = {}
    for name, phrases in word_lists(language, "entities").items():
        kind, _, identity = name.partition(".")
        for phrase in phrases if kind == "facility" else ():
            found.setdefault(" ".join(lookup_words(phrase, language)), identity)
    return found


class Opening(NamedTuple):
    """A way to read a word as the first of a phrase; `skip` code points are clitics before it."""

    key: str
    skip: int
    definite: bool
    clitics: str
    trailing: int


class Hit(NamedTuple):
    """A term at a place of the text.

    first, stop: its atoms, half-open. start, end: its code points, without clitics.
    clitics: the conjunction and preposition before it, folded. key: its lookup form.
    """

    term: Term
    first: int
    stop: int
    start: int
    end: int
    definite: bool
    clitics: str
    key: str

    @property
    def kind(self) -> str:
        """Return the kind of its term."""
        return self.term.kind

    @property
    def id(self) -> str:
        """Return the first id of its term."""
        return self.term.ids[0]


@cache
def vocabulary(language: str) -> dict[str, tuple[Term, ...]]:
    """Return the words of `entities.yaml`, nationalities and well-known bodies by lookup form."""
    found = dict(other_names(language))
    for name, phrases in word_lists(language, "entities").items():
        kind, _, identity = name.partition(".")
        term = Term(kind, (identity,))
        for phrase in phrases:
            key = " ".join(lookup_words(phrase, language))
            if term not in found.get(key, ()):
                found[key] = (*found.get(key, ()), term)
    return found


@lru_cache(1 << 16)
def terms(key: str, language: str) -> tuple[Term, ...]:
    """Return the terms that have a lookup form."""
    known = vocabulary(language).get(key, ())
    places = named_places(key, language)
    return (*known, places) if places.ids else known


@lru_cache(1 << 17)
def longest(word: str, language: str) -> int:
    """Return the number of words of the longest term that opens with a word, or 0."""
    return max(longest_name(word, language), _lengths(language).get(word, 0))


@cache
def _lengths(language: str) -> dict[str, int]:
    """Return the number of words of the longest term of the vocabulary that opens with a word."""
    found: dict[str, int] = {}
    for key in vocabulary(language):
        first, _, rest = key.partition(" ")
        words = 2 + rest.count(" ") if rest else 1
        if words > found.get(first, 0):
            found[first] = words
    return found


@lru_cache(1 << 17)
def openings(word: str, language: str) -> tuple[Opening, ...]:
    """Return the readings of a word that a term opens with, the fewest clitics first."""
    found: dict[tuple[str, bool], Opening] = {}
    for reading in PACKS[language].readings(word):
        definite = bool(reading.proclitics) and reading.proclitics[-1] == _ARTICLE
        clitics = reading.proclitics[:-1] if definite else reading.proclitics
        attached = definite and clitics[-1:] == ("ل",)
        skip = reading.skip if attached or not definite else sum(map(len, clitics))
        key = reading.key.replace("'", "")
        if longest(key, language) and not (clitics and _likelier_whole(word, key, language)):
            opening = Opening(key, skip, definite, "".join(clitics), len(reading.enclitic))
            found.setdefault((key, definite), opening)
    return tuple(found.values())


@lru_cache(1 << 17)
def openings_of(word: str, language: str) -> tuple[tuple[str, int], ...]:
    """Return the lookup forms of any name's first word with the code points before each."""
    found: dict[str, int] = {}
    for reading in PACKS[language].readings(word):
        clitics = reading.proclitics
        article = clitics[-1:] == (_ARTICLE,)
        back = sum(map(len, clitics[:-1])) if article else reading.skip
        found.setdefault(reading.key.replace("'", ""), back)
    return tuple(found.items())


def _likelier_whole(word: str, rest: str, language: str) -> bool:
    """Return whether a word is more frequent than what is left of it without its clitics."""
    key = PACKS[language].content_key
    whole = rarity(key(word), language)
    return whole < _KNOWN and whole < rarity(key(rest), language)


@lru_cache(1 << 17)
def later(word: str, language: str) -> tuple[tuple[str, int], ...]:
    """Return a later word's lookup forms, each with the length of the possessive it leaves out."""
    forms = {bare(word, language): 0}
    for reading in PACKS[language].readings(word):
        if reading.enclitic and not reading.proclitics:
            forms.setdefault(bare(reading.key, language), len(reading.enclitic))
    return tuple(forms.items())


def terms_at(pieces: Sequence[Atom], at: int, language: str) -> tuple[Hit, ...]:
    """Return the terms that open with an atom, the longest first, then the fewest clitics."""
    found = [
        hit
        for opening in openings(pieces[at].text, language)
        for hit in _spelled(pieces, at, opening, language)
    ]
    found.sort(key=lambda hit: (-hit.stop, len(hit.clitics)))
    return tuple(found)


def _spelled(pieces: Sequence[Atom], at: int, opening: Opening, language: str) -> Iterator[Hit]:
    """Yield the terms that open with a reading of a word."""
    start = pieces[at].start + opening.skip
    capital = pieces[at].text[:1] == pieces[at].text[:1].upper()
    forms: tuple[tuple[str, int], ...] = ((opening.key, opening.trailing),)
    stop = at + 1
    for _ in range(longest(opening.key, language)):
        for key, trailing in forms:
            for term in terms(key, language):
                if capital or term.kind not in _CAPITALISED:
                    end = pieces[stop - 1].end - trailing
                    yield Hit(term, at, stop, start, end, opening.definite, opening.clitics, key)
        key, trailing = forms[0]
        stop = 0 if trailing else next_word(pieces, stop)
        if not stop:
            return
        forms = tuple(
            (f"{key} {word}", cut) for word, cut in later(pieces[stop - 1].text, language)
        )


def next_word(pieces: Sequence[Atom], at: int) -> int:
    """Return the index after the next word, over a hyphen or an abbreviation's dot, or 0."""
    if at < len(pieces) and _joins(pieces, at):
        at += 1
    if at >= len(pieces) or pieces[at].kind != "word" or pieces[at].start - pieces[at - 1].end > 2:
        return 0
    return at + 1


def _joins(pieces: Sequence[Atom], at: int) -> bool:
    if pieces[at].text in _JOINERS:
        return True
    return pieces[at].text == "." and pieces[at - 1].end - pieces[at - 1].start <= _ABBREVIATION
