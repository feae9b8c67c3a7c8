"""Words that evoke an event or a measure -> Trigger."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of
from claimcheck.annotate.phrases import MOST_WORDS, phrase_words
from claimcheck.lang.lexicon import Event, Form, Lexemes, Measure, events, measures
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Entity, Numeral, Quantity, Trigger
from claimcheck.model.text import TextSpan

_ARTICLE = "ال"
_NAMES = ("place", "person")


class Lexeme(NamedTuple):
    """A word or phrase of a frame, without its first word."""

    rest: tuple[str, ...]
    frame: str
    kind: str
    form: Form


class TriggerPipe:
    """Adds a Trigger for each word or phrase of a frame, the longest at each place."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._lexicon = lexicon(language)
        self._opened: dict[str, tuple[Lexeme, ...]] = {}
        self._fold = PACKS[language].fold
        self._partitives = folded_set(language, "sentences", "partitives")

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its triggers added to the mentions."""
        names = _name_starts(doc)
        triggers = self._triggers(pieces_of(doc), _shares(doc))
        return add_mentions(doc, (t for t in triggers if t.span.end - 1 not in names))

    def _triggers(self, pieces: Sequence[Atom], shares: Mapping[int, int]) -> Iterator[Trigger]:
        at = 0
        while at < len(pieces):
            found: dict[Lexeme, None] = {}
            stop = at + 1
            if pieces[at].kind == "word":
                found, stop = self._longest(pieces, at, shares)
            if found:
                # A phrase that skips a share is named by its first word.
                whole = stop == at + 1 + len(next(iter(found)).rest)
                last = pieces[stop - 1] if whole else pieces[at]
                span = TextSpan(start=pieces[at].start, end=last.end)
                yield from _mentions(list(found), span)
            at = stop if found and whole else at + 1

    def _longest(
        self, pieces: Sequence[Atom], at: int, shares: Mapping[int, int]
    ) -> tuple[dict[Lexeme, None], int]:
        """Return the longest lexemes that start at an atom, and the atom after them."""
        found: dict[Lexeme, int] = {}
        second = self._second(pieces, at + 1, shares)
        for lexeme in self._opened_by(pieces[at].text):
            if second is not None and lexeme.rest and lexeme.rest[0] not in second:
                continue
            stop = self._follows(pieces, at + 1, lexeme.rest, shares)
            if stop:
                found[lexeme] = stop
        if not found:
            return {}, at + 1
        longest = max((len(lexeme.rest) for lexeme in found), default=0)
        best = {lexeme: stop for lexeme, stop in found.items() if len(lexeme.rest) == longest}
        return dict.fromkeys(best), max(best.values(), default=at + 1)

    def _second(
        self, pieces: Sequence[Atom], at: int, shares: Mapping[int, int]
    ) -> frozenset[str] | None:
        """Return the stems that a phrase's second word may have; None before a share."""
        if at >= len(pieces):
            return frozenset()
        if pieces[at].start in shares:
            return None
        return bare_stems(pieces[at].text, self._language)

    def _opened_by(self, word: str) -> tuple[Lexeme, ...]:
        """Return the lexemes that a word may open; the same few words are asked for again."""
        known = self._opened.get(word)
        if known is None:
            if len(self._opened) >= MOST_WORDS:
                self._opened.clear()
            opened = (self._lexicon.get(stem, ()) for stem in stems(word, self._language))
            known = self._opened[word] = tuple(dict.fromkeys(chain.from_iterable(opened)))
        return known

    def _follows(
        self, pieces: Sequence[Atom], at: int, rest: tuple[str, ...], shares: Mapping[int, int]
    ) -> int:
        """Return the index after a phrase's later words, or 0; a share may stand before one."""
        for key in rest:
            if at < len(pieces) and pieces[at].start in shares:
                at = self._after_share(pieces, at, shares[pieces[at].start])
            if at >= len(pieces) or key not in bare_stems(pieces[at].text, self._language):
                return 0
            at += 1
        return at

    def _after_share(self, pieces: Sequence[Atom], at: int, end: int) -> int:
        """Return the index after a share of something and the words `of the` behind it."""
        while at < len(pieces) and (
            pieces[at].start < end or self._fold(pieces[at].text) in self._partitives
        ):
            at += 1
        return at


def _shares(doc: Doc) -> dict[int, int]:
    """Return where quantities and numbers start and end: 'write off 90 per cent of the debt'."""
    ends: dict[int, int] = {}
    for mention in mentions_of(doc):
        if isinstance(mention, Quantity | Numeral):
            start = mention.span.start
            ends[start] = max(mention.span.end, ends.get(start, 0))
    return ends


def _name_starts(doc: Doc) -> set[int]:
    """Return where the words of places' and people's names stand: they evoke nothing."""
    named = [m.span for m in mentions_of(doc) if isinstance(m, Entity) and m.kind in _NAMES]
    return {at for span in named for at in range(span.start, span.end)}


def _mentions(found: list[Lexeme], span: TextSpan) -> Iterator[Trigger]:
    for kind in ("event", "measure"):
        frames = tuple(dict.fromkeys(lexeme.frame for lexeme in found if lexeme.kind == kind))
        if frames:
            form: Form = "verb" if any(x.form == "verb" for x in found) else "noun"
            yield Trigger(span=span, frames=frames, kind=kind, form=form)


@cache
def lexicon(language: str) -> dict[str, tuple[Lexeme, ...]]:
    """Return the lexemes of all frames by the stem of their first word."""
    found: dict[str, dict[Lexeme, None]] = {}
    frames: tuple[Event | Measure, ...] = (*events().values(), *measures().values())
    for frame in frames:
        for stem, lexeme in _entries(frame, language):
            found.setdefault(stem, {})[lexeme] = None
    return {stem: tuple(lexemes) for stem, lexemes in found.items()}


def _entries(frame: Event | Measure, language: str) -> Iterator[tuple[str, Lexeme]]:
    """Return each lexeme of a frame under each stem that its first word is found by."""
    pack = PACKS[language]
    kind = "event" if isinstance(frame, Event) else "measure"
    lexemes: Lexemes = getattr(frame, language)
    for verb in lexemes.verbs:
        for stem in pack.verb_keys(verb):
            yield stem, Lexeme((), frame.id, kind, "verb")
    for noun in lexemes.nouns:
        first, *rest = _keys(noun, language)
        yield first, Lexeme(tuple(rest), frame.id, kind, "noun")
    for phrase in lexemes.phrases:
        first, *rest = _keys(phrase, language)
        yield first, Lexeme(tuple(rest), frame.id, kind, "noun")
        for stem in pack.verb_keys(first):
            yield stem, Lexeme(tuple(rest), frame.id, kind, "verb")


def _keys(phrase: str, language: str) -> list[str]:
    words = map(PACKS[language].fold, phrase_words(phrase))
    return [word.removeprefix(_ARTICLE) if len(word) > 4 else word for word in words]


@lru_cache(1 << 16)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the noun stems and the marked verb stems of a surface word."""
    pack = PACKS[language]
    return (*pack.noun_stems(word), *pack.verb_stems(word))


@lru_cache(1 << 16)
def bare_stems(word: str, language: str) -> frozenset[str]:
    """Return the stems of a later word of a phrase, nouns and verbs alike."""
    return frozenset(stem.lstrip("+=") for stem in stems(word, language))


@Language.factory("claimcheck_trigger")
def make_trigger(nlp: Language, name: str) -> TriggerPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return TriggerPipe(nlp.lang or "")
