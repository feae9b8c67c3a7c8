"""Sentences, their clauses, and the words that carry a topic."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import pieces_of, segments_of
from claimcheck.annotate.remembered import Remembered
from claimcheck.annotate.syntax.lemma import Known, known_words
from claimcheck.lang.pack import PACKS, folded_set, word_lists
from claimcheck.model.mention import Sentence, Word
from claimcheck.model.text import Segment, TextSpan

_STOPS = {".", "!", "?", "؟", "…", "۔"}
_CLOSERS = {'"', "”", "»", "'", "’", ")", "]"}
_COMMAS = {"،", ","}
_CLAUSE_MARKS = {";", "؛", ":", "–", "—", "(", ")"}
_SHORTEST_TOPIC = 3
_SHORTEST_KEY = 2


class _Part(NamedTuple):
    """What a word is in a sentence.

    topic: its content key, or nothing. opens: a clause starts with it. joined: after a comma too.
    """

    topic: str
    opens: bool
    joined: bool


class SentencePipe:
    """Sets the sentences, each with its clauses, and the content words."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        self._abbreviations = folded_set(language, "sentences", "abbreviations")
        self._openers = folded_set(language, "sentences", "clause_openers")
        self._function = frozenset(
            self._pack.fold(word)
            for listed in word_lists(language, "function_words").values()
            for word in listed
        )
        self._parts = Remembered(self._part)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its sentences and words."""
        pieces = [piece for piece in pieces_of(doc) if piece.kind != "newline"]
        doc._.sentences = tuple(self._sentences(pieces, segments_of(doc)))
        read = known_words(doc)
        doc._.words = tuple(self._read_words(pieces, read) if read else self._words(pieces))
        return doc

    def _words(self, pieces: Sequence[Atom]) -> list[Word]:
        known = self._parts
        return [
            Word(start, end, key)
            for start, end, text, kind in pieces
            if kind == "word" and (key := known[text].topic)
        ]

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
        self, pieces: Sequence[Atom], segments: tuple[Segment, ...]
    ) -> Iterator[Sentence]:
        stops = [at for at, (_, _, text, _) in enumerate(pieces) if text[0] in _STOPS]
        starts = [piece.start for piece in pieces]
        first = 0
        for number, segment in enumerate(segments):
            last = bisect_left(starts, segment.end, first)
            for at in stops[bisect_left(stops, first) : bisect_left(stops, last)]:
                if at >= first and self._ends(pieces, at, segment.end):
                    stop = at + 1
                    while stop < len(pieces) and pieces[stop].text in _CLOSERS:
                        stop += 1
                    yield self._sentence(pieces[first:stop], number, segment.kind)
                    first = stop
            if first < last:
                yield self._sentence(pieces[first:last], number, segment.kind)
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

    def _sentence(self, pieces: Sequence[Atom], segment: int, kind: str) -> Sentence:
        bounds = [pieces[0].start]
        known = self._parts
        for (_, _, mark, kind_before), (start, _, text, kind_here) in pairwise(pieces):
            if kind_before != "word" and mark in _CLAUSE_MARKS:
                bounds.append(start)
            elif kind_here == "word":
                part = known[text]
                # A comma alone may only set off a name.
                if part.opens or (part.joined and mark in _COMMAS):
                    bounds.append(start)
        end = pieces[-1].end
        clauses = tuple(
            TextSpan(start=start, end=stop)
            for start, stop in zip(bounds, [*bounds[1:], end], strict=True)
        )
        span = TextSpan(start=bounds[0], end=end)
        return Sentence(span=span, segment=segment, kind=kind, clauses=clauses)

    def _part(self, word: str) -> _Part:
        opens = self._pack.fold(word) in self._openers
        return _Part(self._topic(word), opens, self._pack.is_joined(word))

    def _topic(self, word: str) -> str:
        """Return the content key of a word that may carry a topic, else nothing."""
        if len(word) < _SHORTEST_TOPIC:
            return ""
        if any(reading.key in self._function for reading in self._pack.readings(word)[:2]):
            return ""
        key = self._pack.content_key(word)
        return key if len(key) >= _SHORTEST_KEY and key not in self._function else ""


@Language.factory("claimcheck_sentence")
def make_sentence(nlp: Language, name: str) -> SentencePipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return SentencePipe(nlp.lang or "")
