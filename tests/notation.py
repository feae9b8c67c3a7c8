"""Sentences with their syntax in one line, for trees and Docs made by hand.

A word is FORM|LEMMA/TAG/HEAD/RELATION/FEATURES, with or without a lemma and features; heads count
syntactic words from 1. The pieces of a word that is written as one stand in brackets.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.annotate.syntax.words import Name, Syntax, SyntaxWord

_GROUP = re.compile(r"\[[^\]]*\]|\S+")


class Word(NamedTuple):
    """A syntactic word of a sentence; head counts from 1, 0 for the root."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    features: str = ""


class Token(NamedTuple):
    """A written word and its pieces."""

    form: str
    pieces: tuple[Word, ...]


def tokens(line: str) -> list[Token]:
    """Return the tokens of a sentence."""
    return [_token(group.strip("[]")) for group in _GROUP.findall(line)]


def _token(group: str) -> Token:
    pieces = tuple(_word(piece) for piece in group.split(" "))
    form = "".join(piece.form for piece in pieces)
    # The article loses its first letter after this preposition.
    return Token(form.replace("لال", "لل") if len(pieces) > 1 else form, pieces)


def _word(piece: str) -> Word:
    spelled, tag, head, relation, *features = piece.split("/")
    form, _, lemma = spelled.partition("|")
    return Word(form, lemma or form, tag, int(head), relation, *features)


def text(sentence: Sequence[Token]) -> str:
    """Return a sentence as it is written."""
    return re.sub(r" ([.،؟!,»])|(«) ", r"\1\2", " ".join(token.form for token in sentence))


def syntax(*lines: str, names: dict[str, str] | None = None) -> tuple[str, Syntax]:
    """Return sentences as one text, a line each, and its syntax.

    names: kinds of the names to tag, by how they are written.
    """
    parts: list[str] = []
    words: list[SyntaxWord] = []
    sentences: list[int] = []
    base = 0
    for line in lines:
        sentence = tokens(line)
        written = text(sentence)
        sentences.append(len(words))
        first, at = len(words), 0
        for token in sentence:
            at = written.index(token.form, at)
            start, end = base + at, base + at + len(token.form)
            at += len(token.form)
            words += (
                SyntaxWord(start, end, w.form, w.lemma, w.tag, first + w.head - 1 if w.head else -1,
                           w.relation, w.features)
                for w in token.pieces
            )  # fmt: skip
        parts.append(written)
        base += len(written) + 1
    whole = "\n".join(parts)
    found = [
        Name(at, at + len(name), kind)
        for name, kind in (names or {}).items()
        for at in [whole.index(name)]
    ]
    return whole, Syntax(tuple(words), tuple(sentences), tuple(sorted(found)))
