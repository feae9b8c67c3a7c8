"""Sentences, their clauses, and the words that carry a topic."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import pieces_of, segments_of
from claimcheck.lang.pack import PACKS, folded_set, word_lists
from claimcheck.model.mention import Sentence, Word
from claimcheck.model.text import Segment, TextSpan

_STOPS = {".", "!", "?", "؟", "…", "۔"}
_CLOSERS = {'"', "”", "»", "'", "’", ")", "]"}
_COMMAS = {"،", ","}
_CLAUSE_MARKS = {";", "؛", ":", "–", "—", "(", ")"}
_SHORTEST_TOPIC = 3


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

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its sentences and words."""
        pieces = [piece for piece in pieces_of(doc) if piece.kind != "newline"]
        doc._.sentences = tuple(self._sentences(pieces, segments_of(doc)))
        doc._.words = tuple(self._words(pieces))
        return doc

    def _sentences(
        self, pieces: Sequence[Atom], segments: tuple[Segment, ...]
    ) -> Iterator[Sentence]:
        at = 0
        for number, segment in enumerate(segments):
            first = at
            while at < len(pieces) and pieces[at].start < segment.end:
                at += 1
                if self._ends(pieces, at - 1, segment.end):
                    while at < len(pieces) and pieces[at].text in _CLOSERS:
                        at += 1
                    yield self._sentence(pieces[first:at], number, segment.kind)
                    first = at
            if first < at:
                yield self._sentence(pieces[first:at], number, segment.kind)

    def _ends(self, pieces: Sequence[Atom], at: int, end: int) -> bool:
        """Return whether a sentence ends with the atom `at`."""
        mark = pieces[at].text
        if mark[0] not in _STOPS:
            return False
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
        for before, piece in pairwise(pieces):
            if self._opens(before, piece) and piece.start > bounds[-1]:
                bounds.append(piece.start)
        end = pieces[-1].end
        clauses = tuple(
            TextSpan(start=start, end=stop)
            for start, stop in zip(bounds, [*bounds[1:], end], strict=True)
        )
        span = TextSpan(start=bounds[0], end=end)
        return Sentence(span=span, segment=segment, kind=kind, clauses=clauses)

    def _opens(self, before: Atom, piece: Atom) -> bool:
        """Return whether a clause starts with `piece`; a comma alone may only set off a name."""
        if before.text in _CLAUSE_MARKS:
            return True
        if piece.kind != "word":
            return False
        if self._pack.fold(piece.text) in self._openers:
            return True
        return before.text in _COMMAS and self._pack.is_joined(piece.text)

    def _words(self, pieces: Sequence[Atom]) -> Iterator[Word]:
        for piece in pieces:
            if piece.kind != "word" or len(piece.text) < _SHORTEST_TOPIC:
                continue
            readings = self._pack.readings(piece.text)
            if any(reading.key in self._function for reading in readings[:2]):
                continue
            key = self._pack.content_key(piece.text)
            if len(key) >= 2 and key not in self._function:
                yield Word(span=TextSpan(start=piece.start, end=piece.end), key=key)


@Language.factory("claimcheck_sentence")
def make_sentence(nlp: Language, name: str) -> SentencePipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return SentencePipe(nlp.lang or "")
