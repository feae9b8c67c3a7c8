"""Syntactic words in Universal Dependencies, whichever engine read them."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

NO_HEAD = -1
# Tags of words that may carry a topic; the others join, point or count.
OPEN_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", "INTJ", "SYM", "NUM"})

NameKind = Literal["person", "place", "organisation"]
# What the schemes of annotation in use call them.
NAME_KINDS: dict[str, NameKind] = {
    "PER": "person", "PERS": "person", "PERSON": "person",
    "LOC": "place", "GPE": "place",
    "ORG": "organisation",
}  # fmt: skip


class SyntaxWord(NamedTuple):
    """A syntactic word.

    start, end: the word of the text that it is, or is a piece of (`wa`, `zara` of one written
        word), half-open, in code points. form: its own spelling.
    lemma: its dictionary form, or nothing. tag: its universal part of speech, or nothing.
    head: the number of the word that it depends on, `NO_HEAD` where there is none.
    relation: its universal relation to its head, or nothing. features: `Voice=Pass|...`.
    """

    start: int
    end: int
    form: str
    lemma: str = ""
    tag: str = ""
    head: int = NO_HEAD
    relation: str = ""
    features: str = ""

    @property
    def kind(self) -> str:
        """Return its relation without what comes after the colon."""
        return self.relation.partition(":")[0]

    def has(self, feature: str) -> bool:
        """Return whether it has a feature, `Voice=Pass`."""
        return feature in self.features.split("|")


class Name(NamedTuple):
    """A name of something; start and end are half-open, without clitics where those are known."""

    start: int
    end: int
    kind: NameKind


class Syntax(NamedTuple):
    """What a parser says of a text.

    words: in order; the pieces of one written word follow one another and share its span.
    sentences: the number of each sentence's first word. names: by position.
    """

    words: tuple[SyntaxWord, ...] = ()
    sentences: tuple[int, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def parsed(self) -> bool:
        """Return whether it tells which word depends on which."""
        return any(word.relation for word in self.words)


def depths(words: Sequence[SyntaxWord]) -> list[int]:
    """Return how far each word is from its root; words on a circle are as far as can be."""
    found = [NO_HEAD] * len(words)
    for number in range(len(words)):
        chain = []
        at = number
        while at != NO_HEAD and found[at] == NO_HEAD and at not in chain:
            chain.append(at)
            at = words[at].head
        deep = NO_HEAD if at == NO_HEAD else found[at] if found[at] != NO_HEAD else len(words)
        for step, one in enumerate(reversed(chain), 1):
            found[one] = min(deep + step, len(words))
    return found
