"""An article as the reading of its reckonings needs it: sentences, their dates, figures, words."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import (
    Annotation,
    AnyMention,
    Cue,
    Entity,
    Numeral,
    Quantity,
    Sentence,
    Timex,
    Trigger,
)
from claimcheck.model.reckoning import Reckoning, Relation, Term
from claimcheck.model.text import Article, Interval, TextSpan

# Where an article's day may be taken from to count from it.
TRUSTED = ("front matter", "configuration", "published line", "dateline")
_WORD = re.compile(r"\w+")
_VALUES = (Timex, Quantity, Numeral)
_SHORTEST_STEM = 4

Value = Timex | Quantity | Numeral


class Line(NamedTuple):
    """A sentence with its values and what stands between them.

    values: in order, each the widest where several overlap; inside: those within them.
    nations: where peoples are named.
    """

    sentence: Sentence
    values: tuple[Value, ...]
    inside: tuple[Value, ...]
    events: tuple[Trigger, ...]
    cues: tuple[Cue, ...]
    nations: tuple[TextSpan, ...]

    @property
    def span(self) -> TextSpan:
        """Return the sentence's stretch of text."""
        return self.sentence.span


class Made(NamedTuple):
    """What a reckoning is made of, see `Reckoning`."""

    left: tuple[Term, ...]
    right: tuple[Term, ...] = ()
    known: tuple[Term, ...] = ()
    slack: int = 0
    closed: bool = True


class Page(NamedTuple):
    """An article on its way to reckonings.

    anchor: the day it was written; told: what that was read from.
    heads: the lines that say when that was; lines: its sentences.
    """

    article: Article
    text: str
    anchor: Interval
    told: str
    heads: tuple[Line, ...]
    lines: tuple[Line, ...]

    @property
    def language(self) -> str:
        """Return the article's language code."""
        return self.article.language

    def said(self, span: TextSpan) -> str:
        """Return the text of a stretch."""
        return self.text[span.start : span.end]

    def between(self, start: int, end: int) -> str:
        """Return a stretch of the text, folded."""
        return PACKS[self.language].fold(self.text[start:end])

    def stems(self, text: str) -> frozenset[str]:
        """Return the roots or stems of the words of a text that are long enough to tell."""
        pack = PACKS[self.language]
        keys = {pack.content_key(word) for word in _WORD.findall(text)}
        return frozenset(pack.root(key) or key for key in keys if len(key) >= _SHORTEST_STEM)

    def reckoning(self, relation: Relation, made: Made) -> Reckoning:
        """Return values of this article in a relation."""
        return Reckoning(
            relation=relation,
            article=self.article.id,
            source=self.article.source,
            language=self.language,
            left=made.left,
            right=made.right,
            known=made.known,
            slack=made.slack,
            closed=made.closed,
        )


def page(article: Article, text: str, annotation: Annotation) -> Page:
    """Return an article's sentences that hold a value, each with its values and words."""
    starts = [mention.span.start for mention in annotation.mentions]
    lines = []
    for sentence in annotation.sentences:
        first = bisect_left(starts, sentence.span.start)
        inside = annotation.mentions[first : bisect_left(starts, sentence.span.end, first)]
        if any(isinstance(mention, _VALUES) for mention in inside):
            lines.append(_line(sentence, inside))
    told = annotation.anchor_from
    heads = tuple(_head(span, dates) for span, dates in annotation.heads)
    return Page(article, text, annotation.anchor, told, heads, tuple(lines))


def _head(span: TextSpan, dates: tuple[Timex, ...]) -> Line:
    sentence = Sentence(span=span, segment=0, kind="dateline", clauses=(span,))
    return Line(sentence, dates, (), (), (), ())


def _line(sentence: Sentence, inside: Sequence[AnyMention]) -> Line:
    widest: list[Value] = []
    covered: list[Value] = []
    told = (m for m in inside if isinstance(m, _VALUES) and not _is_fraction(m))
    for value in sorted(told, key=_widest_first):
        within = widest and value.span.start < widest[-1].span.end
        (covered if within else widest).append(value)
    return Line(
        sentence,
        tuple(widest),
        tuple(covered),
        tuple(m for m in inside if isinstance(m, Trigger)),
        tuple(m for m in inside if isinstance(m, Cue)),
        tuple(m.span for m in inside if isinstance(m, Entity) and m.kind == "nationality"),
    )


def _is_fraction(value: Value) -> bool:
    """Return whether a percentage is told as a fraction: that number stands there too."""
    return isinstance(value, Quantity) and value.fraction


def _widest_first(value: Value) -> tuple[int, int, int]:
    return value.span.start, -value.span.end, _VALUES.index(type(value))


def day_term(time: Timex, line: Line, part: str, span: TextSpan | None = None) -> Term:
    """Return a date as a term, its bounds day numbers."""
    return Term(
        span=span or time.span,
        sentence=line.span,
        value=time.edtf,
        part=part,
        low=None if time.first is None else Decimal(time.first),
        high=None if time.last is None else Decimal(time.last),
        approximate=time.approximate,
    )


def halves(page: Page, time: Timex) -> tuple[TextSpan, TextSpan] | None:
    """Return where the two ends of a span of time stand: before and after the word for `to`."""
    start = time.span.start
    for word, after in pairwise(_WORD.finditer(page.said(time.span))):
        said = page.between(start + word.start(), start + word.end())
        if cues.is_one(said, "until", page.language):
            first = page.text[start : start + word.start()].rstrip()
            left = TextSpan(start=start, end=start + len(first))
            return left, TextSpan(start=start + after.start(), end=time.span.end)
    return None
