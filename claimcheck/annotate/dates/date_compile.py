"""The patterns of dates, compiled for the vocabulary of a language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from claimcheck.annotate.dates.date_numbers import register
from claimcheck.annotate.dates.date_openings import Shape, one_of, shape
from claimcheck.annotate.dates.date_patterns import PATTERNS, PIECES
from claimcheck.annotate.dates.date_words import letters, vocabulary

SECOND = ("_b", "_c")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:=[a-z0-9]+)?")
_NEVER = "(?!)"
LONGEST = 24  # no date has more items


class Expansion(NamedTuple):
    """A pattern compiled over code letters.

    parts: for each group, the part that it gives and the class that its value is read from.
    """

    regex: re.Pattern[str]
    parts: Mapping[str, tuple[str, str]]


class Pattern(NamedTuple):
    """A pattern of dates.

    source: its text, over classes and pieces; it is compiled when it is first needed.
    needs: a bit for each set of letters of which a match has one (`Table.fills`).
    """

    kind: str
    source: str
    needs: int
    language: str

    @property
    def compiled(self) -> Expansion:
        """Return the pattern over its language's letters."""
        return _compiled(self.source, self.language)


class Table(NamedTuple):
    """The patterns of a language, by the letter that they may start with.

    fills: for each letter, the needs of patterns that it meets.
    """

    opened: Mapping[str, tuple[Pattern, ...]]
    fills: Mapping[str, int]


@cache
def patterns(language: str) -> Table:
    """Return the patterns over a language's vocabulary."""
    vocabulary(language)
    register()
    shapes: dict[str, Shape] = {}

    def shape_of(word: str) -> Shape:
        name, _ = _without_suffix(word)
        if name not in shapes:
            classes = name.rpartition("=")[2]
            piece = _PIECES.get(name)
            shapes[name] = shape(piece, shape_of) if piece else one_of(letters(classes))
        return shapes[name]

    found: dict[str, list[Pattern]] = {}
    bits: dict[frozenset[str], int] = {}
    for kind, source in _entries(PATTERNS):
        opens, _, needs = shape(source, shape_of)
        mask = sum(bits.setdefault(need, 1 << len(bits)) for need in set(needs))
        for letter in opens:
            found.setdefault(letter, []).append(Pattern(kind, source, mask, language))
    fills: dict[str, int] = {}
    for need, bit in bits.items():
        for letter in need:
            fills[letter] = fills.get(letter, 0) | bit
    return Table({letter: tuple(listed) for letter, listed in found.items()}, fills)


@cache
def starts(language: str) -> re.Pattern[str]:
    """Return what finds the items at which a date may start."""
    return re.compile(f"[{''.join(sorted(patterns(language).opened))}]")


def _entries(table: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each entry of a table, its lines joined."""
    joined = re.sub(r"\n +", " ", table)
    for line in joined.split("\n"):
        name, _, text = line.partition(" ")
        if name and name != "#":
            yield name, text.strip()


_PIECES = dict(_entries(PIECES))


@cache
def _compiled(source: str, language: str) -> Expansion:  # noqa: ARG001 (its letters are its own)
    parts: dict[str, tuple[str, str]] = {}
    expression = _expanded(source, "", parts).replace(" ", "")
    return Expansion(re.compile(expression), parts)


def _expanded(source: str, suffix: str, parts: dict[str, tuple[str, str]]) -> str:
    """Return the regular expression of a pattern whose parts get `suffix`; fills `parts`."""

    def expand(word: re.Match[str]) -> str:
        name, own = _without_suffix(word.group())
        if name in _PIECES:
            return _expanded(_PIECES[name], own or suffix, parts)
        part, _, classes = word.group().rpartition("=")
        found = letters(classes)
        if not found:
            return _NEVER
        if not part:
            return f"[{found}]" if len(found) > 1 else re.escape(found)
        group = f"g{len(parts)}"
        parts[group] = (part + suffix, classes)
        return f"(?P<{group}>[{found}])"

    return _WORD.sub(expand, source)


def _without_suffix(text: str) -> tuple[str, str]:
    """Return the name of a piece without the mark of a second date, and that mark."""
    for suffix in SECOND:
        if text.endswith(suffix):
            return text.removesuffix(suffix), suffix
    return text, ""
