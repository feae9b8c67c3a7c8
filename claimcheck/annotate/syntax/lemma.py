"""The dictionary form and part of speech of each word that a parser has read."""

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Doc

from claimcheck.annotate.syntax.carrier import syntax_of, written
from claimcheck.annotate.syntax.words import OPEN_TAGS

# Treebanks number the words that are spelled alike: `ean_1`.
_NUMBERED = "_"


class Known(NamedTuple):
    """What a parser says of a written word: the lemma and the tag of its one word of content.

    lemma: empty where it has none. tag: empty where it has no word of content.
    """

    lemma: str
    tag: str


UNKNOWN = Known("", "")


def known_words(doc: Doc) -> Mapping[tuple[int, int], Known]:
    """Return what a parser says of the written words of a text, by span; nothing if none read it.

    A word with several pieces of content is left out: none of them is what it says.
    """
    words = syntax_of(doc).words
    found = {}
    for start, end, pieces, _ in written(words):
        content = [words[n] for n in pieces if words[n].tag in OPEN_TAGS]
        if len(content) == 1:
            lemma = content[0].lemma.partition(_NUMBERED)[0]
            found[start, end] = Known(lemma, content[0].tag)
        elif not content and any(words[n].tag for n in pieces):
            found[start, end] = UNKNOWN
    return found
