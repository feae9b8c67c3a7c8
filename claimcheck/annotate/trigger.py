"""Words that evoke an event or a measure -> Trigger."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.auxiliaries import Auxiliaries
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of, text_of
from claimcheck.annotate.syntax.lemma import Known, known_words
from claimcheck.annotate.trigger_phrases import (
    Match,
    Opened,
    TriggerPhrases,
    opened,
    opened_as,
)
from claimcheck.lang.lexicon import Form, Kind, Lexeme
from claimcheck.model.mention import Entity, Numeral, Quantity, Trigger
from claimcheck.model.text import TextSpan

_NAMES = ("place", "person")
_PLACED = ("place", "facility")
_NUMBERED = (Quantity, Numeral)
Found = tuple[Match, tuple[Lexeme, ...]]


class Evoked(NamedTuple):
    """The frames of one kind that a word or phrase evokes, and its form."""

    kind: Kind
    frames: tuple[str, ...]
    form: Form


class _Text(NamedTuple):
    """An article's atoms, where its quantities start and end, and where its names stand.

    heads: where places start that open with what they are (`the port of Aden`).
    """

    pieces: Sequence[Atom]
    shares: Mapping[int, int]
    names: set[int]
    heads: set[int]

    def may_end(self, stop: int) -> bool:
        """Return whether a phrase may end before an atom: in no name, but for its head."""
        last = self.pieces[stop - 1]
        return last.start in self.heads or last.end - 1 not in self.names

    def end(self, first: int, stop: int) -> int:
        """Return where the words of a phrase end that belong to no place (`left | the port of`)."""
        last = self.pieces[stop - 1]
        headed = stop - first > 1 and last.start in self.heads
        return self.pieces[stop - 2].end if headed else last.end


class TriggerPipe:
    """Adds a Trigger for each word or phrase of a frame, the longest at each place."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._phrases = TriggerPhrases(language)
        self._auxiliaries = Auxiliaries(language)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its triggers added to the mentions."""
        text = _Text(_parted(doc), _shares(doc), _name_starts(doc), _heads(doc))
        triggers = self._triggers(text, known_words(doc))
        return add_mentions(doc, (t for t in triggers if t.span.end - 1 not in text.names))

    def _triggers(self, whole: _Text, read: Mapping[tuple[int, int], Known]) -> Iterator[Trigger]:
        done = 0
        # The end of a phrase that evokes but a measure, in which an event may still be named.
        counted = 0
        # Words behind a gap that belong to a phrase, and so open no event of their own.
        taken: set[int] = set()
        known = opened(self._language)
        for at, (start, end, text, kind) in enumerate(whole.pieces):
            if at < done or kind != "word":
                continue
            words = self._read_as(text, read.get((start, end))) if read else known[text]
            if not (words.alone or words.phrases):
                continue
            for match, found in self._found(words, whole, at):
                said = _evoked(found, events=at not in taken, measures=at >= counted)
                if said:
                    counted = max(counted, match.stop)
                    if any(one.kind == "event" for one in said):
                        done = max(done, match.stop)
                    taken.update(match.behind)
                    span = TextSpan(start, whole.end(at, match.stop))
                    for one in said:
                        yield Trigger(span=span, frames=one.frames, kind=one.kind, form=one.form)

    def _read_as(self, text: str, word: Known | None) -> Opened:
        """Return the lexemes that a word opens as a parser reads it."""
        if word is None or not word.lemma:
            return opened(self._language)[text]
        return opened_as(text, word.lemma, word.tag, self._language)

    def _found(self, words: Opened, whole: _Text, at: int) -> Sequence[Found]:
        """Return the longest lexemes from an atom on, and where they stand."""
        longer = words.phrases and [
            (lexeme, match)
            for lexeme, match in self._phrases.matches(words, whole.pieces, at + 1, whole.shares)
            if whole.may_end(match.stop) and self._stands(whole.pieces, at, lexeme)
        ]
        if longer:
            return _longest(longer)
        alone = words.alone
        if words.helped:
            alone = tuple([lexeme for lexeme in alone if self._stands(whole.pieces, at, lexeme)])
        return [(Match(at + 1, (), 0), alone)] if alone else ()

    def _stands(self, pieces: Sequence[Atom], at: int, lexeme: Lexeme) -> bool:
        """Return whether a word opens a lexeme where it stands: behind an auxiliary, if it must."""
        return not lexeme.helped or self._auxiliaries.helps(pieces, at, lexeme)


def _longest(found: Sequence[tuple[Lexeme, Match]]) -> list[Found]:
    """Return the longest phrases; a measure's hides no event's."""
    best = _best(found)
    events = [pair for pair in found if pair[0].kind == "event"]
    hidden = events and all(lexeme.kind != "event" for lexeme in best[1])
    return [best, _best(events)] if hidden else [best]


def _best(found: Sequence[tuple[Lexeme, Match]]) -> Found:
    """Return the longest phrases, of those the ones with the least gap, and where they stand."""
    best = min((match for _, match in found), key=_by_length)
    return best, tuple([x for x, match in found if _by_length(match) == _by_length(best)])


def _by_length(match: Match) -> tuple[int, int]:
    """Return what sorts the longest phrase first, and of those the one with the least gap."""
    return -match.stop - len(match.behind), match.skipped


def _shares(doc: Doc) -> dict[int, int]:
    """Return where quantities and numbers start and end: 'write off 90 per cent of the debt'."""
    ends: dict[int, int] = {}
    for mention in mentions_of(doc):
        if isinstance(mention, _NUMBERED):
            start = mention.span.start
            ends[start] = max(mention.span.end, ends.get(start, 0))
    return ends


def _heads(doc: Doc) -> set[int]:
    """Return where the places of more than one word start."""
    return {
        m.span.start
        for m in mentions_of(doc)
        if isinstance(m, Entity)
        and m.kind in _PLACED
        and " " in text_of(doc)[m.span.start : m.span.end]
    }


def _parted(doc: Doc) -> Sequence[Atom]:
    """Return the atoms; a letter written with a place is a word by itself (`lives in`)."""
    joined = {
        m.span.start - 1 for m in mentions_of(doc) if isinstance(m, Entity) and m.kind in _PLACED
    }
    pieces = pieces_of(doc)
    if joined.isdisjoint(piece.start for piece in pieces):
        return pieces
    return [part for piece in pieces for part in _parts(piece, joined)]


def _parts(piece: Atom, joined: set[int]) -> tuple[Atom, ...]:
    start, end, text, kind = piece
    if kind != "word" or start not in joined or len(text) == 1:
        return (piece,)
    return Atom(start, start + 1, text[0], kind), Atom(start + 1, end, text[1:], kind)


def _name_starts(doc: Doc) -> set[int]:
    """Return where the words of places' and people's names stand: they evoke nothing."""
    named = [m.span for m in mentions_of(doc) if isinstance(m, Entity) and m.kind in _NAMES]
    return {at for span in named for at in range(span.start, span.end)}


@lru_cache(1 << 14)
def _evoked(found: tuple[Lexeme, ...], *, events: bool, measures: bool) -> tuple[Evoked, ...]:
    """Return the frames of the kinds asked for that lexemes evoke, by kind, and their form."""
    left = [lexeme for lexeme in found if (events if lexeme.kind == "event" else measures)]
    form: Form = "verb" if any(lexeme.form == "verb" for lexeme in left) else "noun"
    by_kind: dict[Kind, dict[str, None]] = {"event": {}, "measure": {}}
    for lexeme in left:
        by_kind[lexeme.kind][lexeme.frame] = None
    return tuple(Evoked(kind, tuple(frames), form) for kind, frames in by_kind.items() if frames)


@Language.factory("claimcheck_trigger")
def make_trigger(nlp: Language, name: str) -> TriggerPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return TriggerPipe(nlp.lang or "")
