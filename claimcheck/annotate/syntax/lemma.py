"""The dictionary form and part of speech of each word that a parser has read."""

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Doc

from claimcheck.annotate.syntax.carrier import syntax_of, written
from claimcheck.annotate.syntax.words import OPEN_TAGS

# Treebanks number the words that are spelled alike: `ean_1`.
_NUMBERED = "_"


class Known(NamedTuple):
    """The lemma, empty where it has none, and the tag of a written word's one word of content."""

    lemma: str
    tag: str


def known_words(doc: Doc) -> Mapping[tuple[int, int], Known]:
    """Return what a parser says of the written words of a text, by span; nothing if none read it.

    Left out are words of several pieces of content, none of which is what the word says, and those
    of none: which words carry no topic the rules know without a model.
    """
    words = syntax_of(doc).words
    found: dict[tuple[int, int], Known] = {}
    if not words:
        return found
    for start, end, pieces, _ in written(words):
        content = [words[n] for n in pieces if words[n].tag in OPEN_TAGS]
        if len(content) == 1:
            lemma = content[0].lemma.partition(_NUMBERED)[0]
            found[start, end] = Known(lemma, content[0].tag)
    return found
