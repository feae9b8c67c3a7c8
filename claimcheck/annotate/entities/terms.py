"""Find the words and names that entities are made of."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.entities.gazetteer import (
    Term,
    bare,
    listed_terms,
    lookup_words,
    named_places,
    opened_names,
    opened_terms,
    place,
)
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.entity_types import entity_types
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


@lru_cache(1 << 12)
def sites_named(kind: str, names: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the sites of the gazetteer called by a type, or one of its kin, and a name.

    names: in lookup form.
    """
    known = entity_types().facilities
    kinds = {kind, kind.partition(".")[0]}
    kinds |= {akin for one in kinds if one in known for akin in known[one].kin}
    heads = [head for head, one in _facilities(language).items() if one in kinds]
    called = (
        told
        for head in heads
        for name in names
        for told in (f"{head} {name}", f"{name} {head}", *_linked(head, name, language))
    )
    found = chain.from_iterable(named_places(told, language).ids for told in called)
    return tuple(dict.fromkeys(one for one in found if facility_type(one)))


def _linked(head: str, name: str, language: str) -> list[str]:
    """Return a name behind its common noun with the word that links them, if one does."""
    return [f"{head} {link} {name}" for link in word_lists(language, "entities")["of.x"][:1]]


class Opening(NamedTuple):
    """A way to read a word as the first of a term.

    skip: the code points of the clitics before it; trailing: those of the possessive after it.
    terms: what it is by itself. reach: how far the terms go that open with it.
    """

    key: str
    skip: int
    definite: bool
    clitics: str
    trailing: int
    terms: tuple[Term, ...]
    reach: "Reach"


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


@lru_cache(1 << 16)
def terms(key: str, language: str) -> tuple[Term, ...]:
    """Return the terms that have a lookup form."""
    known = listed_terms(key, language)
    places = named_places(key, language)
    return (*known, places) if places.ids else known


class Reach(NamedTuple):
    """How far the terms go that open with a word.

    longest: the number of words of the longest, or 0. seconds: the second words of all.
    """

    longest: int
    seconds: frozenset[str]


@lru_cache(1 << 17)
def _reach(word: str, language: str) -> Reach:
    """Return how far the terms go that open with a word in lookup form."""
    names = (*opened_terms(word, language), *opened_names(word, language))
    split = [name.split(" ", 2) for name in names]
    longest = max((len(words) + words[-1].count(" ") for words in split), default=0)
    return Reach(longest, frozenset(words[1] for words in split if len(words) > 1))


def _openings(word: str, language: str) -> tuple[Opening, ...]:
    """Return the readings of a word that a term opens with, the fewest clitics first."""
    found: dict[tuple[str, bool], Opening] = {}
    for reading in PACKS[language].readings(word):
        definite = bool(reading.proclitics) and reading.proclitics[-1] == _ARTICLE
        clitics = reading.proclitics[:-1] if definite else reading.proclitics
        attached = definite and clitics[-1:] == ("ل",)
        skip = reading.skip if attached or not definite else sum(map(len, clitics))
        key = reading.key.replace("'", "")
        reach = _reach(key, language)
        if not reach.longest or (clitics and _likelier_whole(word, key, language)):
            continue
        if (key, definite) not in found:
            found[key, definite] = Opening(
                key, skip, definite, "".join(clitics), len(reading.enclitic),
                terms(key, language), reach,
            )  # fmt: skip
    return tuple(found.values())


@cache
def openings_of(language: str) -> Remembered[tuple[tuple[str, int], ...]]:
    """Return the lookup forms of any name's first word with the code points before each."""
    return Remembered(partial(_opening_keys, language=language))


def _opening_keys(word: str, language: str) -> tuple[tuple[str, int], ...]:
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


@cache
def _later_keys(language: str) -> Remembered[frozenset[str]]:
    return Remembered(lambda word: frozenset(key for key, _ in later(word, language)))


class Word(NamedTuple):
    """What a word is in the terms of a language.

    openings: how it opens terms. alone: the terms that it is by itself, as if it were a text.
    kinds: theirs. seconds: the second words of the terms that it opens.
    """

    openings: Sequence[Opening] = ()
    alone: Sequence[Hit] = ()
    kinds: Sequence[str] = ()
    seconds: frozenset[str] = frozenset()


@cache
def word_terms(language: str) -> Remembered[Word]:
    """Return for each surface word what it is in the terms of a language."""
    return Remembered(partial(_word, language=language))


_NO_TERM = Word()


def _word(word: str, language: str) -> Word:
    openings = _openings(word, language)
    if not openings:
        return _NO_TERM
    alone = _hits((Atom(0, len(word), word, "word"),), 0, openings, language)
    seconds = frozenset(chain.from_iterable(opening.reach.seconds for opening in openings))
    return Word(openings, alone, kinds_of(alone), seconds)


def kinds_of(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Return the kinds of some terms, each once."""
    return tuple(dict.fromkeys(hit.term.kind for hit in hits))


def goes_on(pieces: Sequence[Atom], at: int, word: Word, language: str) -> bool:
    """Return whether a term of several words may stand at an atom, whose word is given."""
    after = next_word(pieces, at + 1) if word.seconds else 0
    return after > 0 and not word.seconds.isdisjoint(_later_keys(language)[pieces[after - 1].text])


def longer_terms(pieces: Sequence[Atom], at: int, word: Word, language: str) -> Sequence[Hit]:
    """Return the terms of one or more words at an atom, the longest first, then fewest clitics."""
    return _hits(pieces, at, word.openings, language)


def lone_terms(piece: Atom, at: int, word: Word) -> Sequence[Hit]:
    """Return the terms that an atom is by itself, the fewest clitics first."""
    back = piece.start
    return [
        tuple.__new__(Hit, (term, at, at + 1, back + start, back + end, definite, clitics, key))
        for term, _, _, start, end, definite, clitics, key in word.alone
    ]


def _hits(pieces: Sequence[Atom], at: int, openings: Iterable[Opening], language: str) -> list[Hit]:
    found = [hit for opening in openings for hit in _spelled(pieces, at, opening, language)]
    found.sort(key=lambda hit: (-hit.stop, len(hit.clitics)))
    return found


def _spelled(pieces: Sequence[Atom], at: int, opening: Opening, language: str) -> Iterator[Hit]:
    """Yield the terms that open with a reading of a word."""
    first = pieces[at].text[:1]
    capital = first == first.upper()
    start, stop = pieces[at].start + opening.skip, at + 1
    opened, trailing = opening.key, opening.trailing
    spelled = [(opened, trailing, opening.terms)]
    for words in range(1, opening.reach.longest + 1):
        if words > 1:
            stop = 0 if trailing else next_word(pieces, stop)
            if not stop:
                return
            forms = [
                (f"{opened} {word}", cut) for word, cut in later(pieces[stop - 1].text, language)
            ]
            opened, trailing = forms[0]
            spelled = [(key, cut, terms(key, language)) for key, cut in forms]
        for key, cut, found in spelled:
            end = pieces[stop - 1].end - cut
            for term in found:
                if capital or term.kind not in _CAPITALISED:
                    yield Hit(term, at, stop, start, end, opening.definite, opening.clitics, key)


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
