"""Sentences, their clauses, and the words that carry a topic."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import notes_of, pieces_of
from claimcheck.annotate.remembered import Remembered
from claimcheck.annotate.syntax.lemma import Known, known_words
from claimcheck.lang.pack import PACKS, folded_set, function_words
from claimcheck.model.mention import Sentence, Word
from claimcheck.model.text import Segment, TextSpan

_STOPS = {".", "!", "?", "؟", "…", "۔"}
_CLOSERS = {'"', "”", "»", "'", "’", ")", "]"}
_COMMAS = {"،", ","}
_CLAUSE_MARKS = {";", "؛", ":", "–", "—", "(", ")"}
_START = attrgetter("start")
_SHORTEST_TOPIC = 3
_SHORTEST_KEY = 2


class _Part(NamedTuple):
    """What an atom is in a sentence.

    topic: its content key, or nothing. turn: `here` where a clause starts with it, `comma` where
        one does after a comma (which alone may only set off a name), `after` where one starts
        after it, else nothing.
    """

    topic: str = ""
    turn: str = ""


_HERE, _COMMA, _AFTER = "here", "comma", "after"
_PLAIN = _Part()
_MARKS = dict.fromkeys(_CLAUSE_MARKS, _Part(turn=_AFTER))


class SentencePipe:
    """Sets the sentences, each with its clauses, and the content words."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        self._abbreviations = folded_set(language, "sentences", "abbreviations")
        self._openers = folded_set(language, "sentences", "clause_openers")
        self._function = function_words(language)
        seconds = folded_set(language, "sentences", "clause_seconds")
        self._seconds = Remembered(lambda word: self._pack.fold(word) in seconds)
        self._parts = Remembered(self._part)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its sentences and words."""
        pieces = [piece for piece in pieces_of(doc) if piece.kind != "newline"]
        known = self._parts
        parts = [
            known[text] if kind == "word" else _MARKS.get(text, _PLAIN)
            for _, _, text, kind in pieces
        ]
        notes = notes_of(doc)
        turns = _turns(pieces, parts, self._seconds)
        notes.sentences = tuple(self._sentences(pieces, notes.segments, turns))
        read = known_words(doc)
        found = self._read_words(pieces, read) if read else _words(pieces, parts)
        notes.words = tuple(found)
        return doc

    def _read_words(
        self, pieces: Sequence[Atom], read: Mapping[tuple[int, int], Known]
    ) -> Iterator[Word]:
        """Yield the content words of a text that a parser has read, by their lemmas."""
        known = self._parts
        for start, end, text, kind in pieces:
            if kind != "word":
                continue
            word = read.get((start, end))
            key = known[word.lemma].topic if word and word.lemma else ""
            if key := key or known[text].topic:
                yield Word(start, end, key)

    def _sentences(
        self, pieces: Sequence[Atom], segments: tuple[Segment, ...], turns: Sequence[int]
    ) -> Iterator[Sentence]:
        stops = [at for at, (_, _, text, _) in enumerate(pieces) if text[0] in _STOPS]
        first = 0
        for number, segment in enumerate(segments):
            last = bisect_left(pieces, segment.end, first, key=_START)
            for at in stops[bisect_left(stops, first) : bisect_left(stops, last)]:
                if at >= first and self._ends(pieces, at, segment.end):
                    stop = at + 1
                    while stop < len(pieces) and pieces[stop].text in _CLOSERS:
                        stop += 1
                    clauses = _clauses(pieces, first, stop, turns)
                    yield _sentence(clauses, number, segment.kind)
                    first = stop
            if first < last:
                yield _sentence(_clauses(pieces, first, last, turns), number, segment.kind)
                first = last

    def _ends(self, pieces: Sequence[Atom], at: int, end: int) -> bool:
        """Return whether a sentence ends with the stop `at`."""
        mark = pieces[at].text
        last = at + 1 == len(pieces) or pieces[at + 1].start >= end
        if mark[0] != "." or last:
            return True
        before, after = pieces[at - 1] if at else None, pieces[at + 1]
        glued = after.start == pieces[at].end and after.kind != "mark"
        if glued or before is None or before.kind != "word":
            return not glued
        return self._pack.fold(before.text) not in self._abbreviations and len(before.text) > 1

    def _part(self, word: str) -> _Part:
        opens = self._pack.fold(word) in self._openers
        turn = _HERE if opens else _COMMA if self._pack.is_joined(word) else ""
        return _Part(self._topic(word), turn)

    def _topic(self, word: str) -> str:
        """Return the content key of a word that may carry a topic, else nothing."""
        if len(word) < _SHORTEST_TOPIC:
            return ""
        if any(reading.key in self._function for reading in self._pack.readings(word)[:2]):
            return ""
        key = self._pack.content_key(word)
        return key if len(key) >= _SHORTEST_KEY and key not in self._function else ""


def _words(pieces: Sequence[Atom], parts: Sequence[_Part]) -> list[Word]:
    """Return the content words of a text."""
    made = tuple.__new__
    return [
        made(Word, (start, end, topic))
        for (start, end, _, _), (topic, _) in zip(pieces, parts, strict=True)
        if topic
    ]


def _turns(
    pieces: Sequence[Atom], parts: Sequence[_Part], seconds: Mapping[str, bool]
) -> list[int]:
    """Return the atoms that a clause starts with, wherever its sentence does.

    seconds: whether a word behind a conjunction tells that a clause starts with that.
    """
    found = [-1]
    for at, turn in [(at, turn) for at, (_, turn) in enumerate(parts) if turn]:
        if turn == _COMMA and not _joins_clauses(pieces, at, seconds):
            continue
        here = at + (turn == _AFTER)
        if here > found[-1]:
            found.append(here)
    return found


def _joins_clauses(pieces: Sequence[Atom], at: int, seconds: Mapping[str, bool]) -> bool:
    """Return whether a conjunction stands behind a comma or before a word that tells so."""
    behind = at > 0 and pieces[at - 1].text in _COMMAS
    return behind or (at + 1 < len(pieces) and seconds[pieces[at + 1].text])


def _clauses(
    pieces: Sequence[Atom], first: int, stop: int, turns: Sequence[int]
) -> tuple[TextSpan, ...]:
    """Return the clauses of the sentence that some atoms are."""
    inside = turns[bisect_right(turns, first) : bisect_left(turns, stop)]
    bounds = [pieces[at].start for at in (first, *inside)]
    bounds.append(pieces[stop - 1].end)
    return tuple([TextSpan(start, end) for start, end in pairwise(bounds)])


def _sentence(clauses: tuple[TextSpan, ...], segment: int, kind: str) -> Sentence:
    span = TextSpan(clauses[0].start, clauses[-1].end) if len(clauses) > 1 else clauses[0]
    return Sentence(span=span, segment=segment, kind=kind, clauses=clauses)


@Language.factory("claimcheck_sentence")
def make_sentence(nlp: Language, name: str) -> SentencePipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return SentencePipe(nlp.lang or "")
