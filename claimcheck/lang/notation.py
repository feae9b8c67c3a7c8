"""How phrases of the lexicon are written: `axe ~ (job|post)`."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claimcheck.errors import RuleError
from claimcheck.lang.lexicon import EITHER, GAP

_TOKEN = re.compile(r"\(([^()]*)\)|([^\s()]+)")
# As the atoms of a text: letters with an apostrophe between them, digits, marks.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")


class Written(NamedTuple):
    """A word of a phrase: what may stand there, and whether other words may stand before it."""

    choices: tuple[str, ...]
    gap: bool


def spelled(phrase: str) -> Iterator[tuple[Written, ...]]:
    """Yield the sequences of words that a phrase stands for.

    Words that may stand for one another stay together; choices of several words, or of none, are
    sequences of their own.

    Raises:
        RuleError: for brackets that do not close, or a gap without words on both sides.
    """
    parts: list[list[tuple[Written, ...]]] = []
    gap = False
    for choices, word in _tokens(phrase):
        if word == GAP:
            gap = True
            continue
        parts.append(_part(choices.split(EITHER) if choices else [word], gap=gap))
        gap = False
    if gap or not parts or any(first and first[0].gap for first in parts[0]):
        raise RuleError([f"rules: {phrase!r}: a gap needs a word before and after it"])
    for sequence in product(*parts):
        yield tuple(word for words in sequence for word in words)


def _tokens(phrase: str) -> list[tuple[str, str]]:
    if _TOKEN.sub("", phrase).strip():
        raise RuleError([f"rules: {phrase!r}: a bracket does not close"])
    return [(match[1] or "", match[2] or "") for match in _TOKEN.finditer(phrase)]


def _part(choices: list[str], *, gap: bool) -> list[tuple[Written, ...]]:
    """Return the sequences that one token stands for; its gap is before the first word."""
    split = [tuple(_WORD.findall(choice)) for choice in choices]
    together = tuple(words[0] for words in split if len(words) == 1)
    found: list[tuple[Written, ...]] = [(Written(together, gap),)] if together else []
    for words in split:
        if len(words) != 1:
            found.append(tuple(Written((word,), gap and not at) for at, word in enumerate(words)))
    return found
