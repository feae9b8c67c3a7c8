"""One text as the finders of deeds see it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from spacy.tokens import Doc

from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.annotate.doc import mentions_of, pieces_of, sentences_of, text_of
from claimcheck.model.text import TextSpan

_START = attrgetter("span.start")


class Passage:
    """A text with its atoms, sentences and mentions, and the phrases of `rules/deeds/` in it."""

    def __init__(self, doc: Doc, language: str, spots: Iterable[Spot]) -> None:
        self.language = language
        self.text = text_of(doc)
        self.pieces = pieces_of(doc)
        self.sentences = sentences_of(doc)
        self.mentions = mentions_of(doc)
        self.spots = tuple(spots)
        self._starts = [start for start, _, _, _ in self.pieces]

    def index(self, start: int) -> int:
        """Return the index of the first atom that starts at or after a code point."""
        return bisect_left(self._starts, start)

    def first(self, span: TextSpan) -> int:
        """Return the index of the atom that a span opens in."""
        return self.index(span.start + 1) - 1

    def number(self, at: int) -> int:
        """Return the number of the sentence that a code point stands in."""
        return bisect_right(self.sentences, at, key=_START) - 1

    def span(self, spot: Spot) -> TextSpan:
        """Return where a phrase stands."""
        return TextSpan(spot.start, self.pieces[spot.stop - 1].end)

    def beside(self, name: str) -> Sequence[Spot]:
        """Return the words of one kind that change how those beside them are to be read."""
        return [spot for spot in self.spots if spot.told == ("beside", name)]
