"""The patterns of dates, compiled for the vocabulary of a language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.annotate.dates.date_numbers import register
from claimcheck.annotate.dates.date_openings import Shape, alternatives, one_of, shape
from claimcheck.annotate.dates.date_patterns import PATTERNS, PIECES
from claimcheck.annotate.dates.date_words import letters, vocabulary

SECOND = ("_b", "_c")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:=[a-z0-9]+)?")
# A large piece that a pattern may open with.
_MAY_OPEN = "PRE?"
_NEVER = "(?!)"
LONGEST = 24  # no date has more items


class Expansion(NamedTuple):
    """A pattern compiled over code letters.

    parts: for each group, the part that it gives and the class that its value is read from.
    """

    regex: re.Pattern[str]
    parts: Sequence[tuple[str, str]]


class Choice(NamedTuple):
    """One of the alternatives of a pattern of dates, of which the first that matches counts.

    source: its text, over classes and pieces; it is compiled when it is first needed.
    needs: a bit for each set of letters of which a match has one, or has one before it
        (`Table.fills`, `Table.before`).
    """

    source: str
    needs: int


class Pattern(NamedTuple):
    """A pattern of dates: its alternatives."""

    kind: str
    choices: tuple[Choice, ...]


class Table(NamedTuple):
    """The patterns of a language, by the letter that they may start with.

    fills: for each letter, the needs of patterns that it meets in a match; before: those that it
        meets before one.
    """

    opened: Mapping[str, tuple[Pattern, ...]]
    fills: Mapping[str, int]
    before: Mapping[str, int]


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
    bits: dict[tuple[bool, frozenset[str]], int] = {}
    for kind, source in _entries(PATTERNS):
        opened: dict[str, list[Choice]] = {}
        for part in _choices(source):
            one = shape(part, shape_of)
            needs = {(False, need) for need in one.needs}
            needs |= {(True, one.after)} if one.after is not None else set()
            mask = sum(bits.setdefault(need, 1 << len(bits)) for need in needs)
            for letter in one.opens:
                opened.setdefault(letter, []).append(Choice(part, mask))
        for letter, choices in opened.items():
            found.setdefault(letter, []).append(Pattern(kind, tuple(choices)))
    fills, before = _met(bits, before=False), _met(bits, before=True)
    return Table({letter: tuple(listed) for letter, listed in found.items()}, fills, before)


def _choices(source: str) -> Iterator[str]:
    """Yield the alternatives of a pattern, with and then without a large piece before them.

    Most texts need one of the two.
    """
    for part in map(str.strip, alternatives(source)):
        if part.startswith(_MAY_OPEN):
            yield part.replace("?", "", 1)
        yield part.removeprefix(_MAY_OPEN).strip()


def _met(bits: Mapping[tuple[bool, frozenset[str]], int], *, before: bool) -> dict[str, int]:
    """Return for each letter the bits of the needs that it meets in a match, or before one."""
    met: dict[str, int] = {}
    for (behind, need), bit in bits.items():
        for letter in need if behind is before else ():
            met[letter] = met.get(letter, 0) | bit
    return met


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
def compiled(source: str, language: str) -> Expansion:  # noqa: ARG001 (its letters are its own)
    """Return an alternative of a pattern over a language's letters."""
    parts: list[tuple[str, str]] = []
    expression = _expanded(source, "", parts).replace(" ", "")
    return Expansion(re.compile(expression), parts)


def _expanded(source: str, suffix: str, parts: list[tuple[str, str]]) -> str:
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
        parts.append((part + suffix, classes))
        return f"([{found}])"

    return _WORD.sub(expand, source)


def _without_suffix(text: str) -> tuple[str, str]:
    """Return the name of a piece without the mark of a second date, and that mark."""
    for suffix in SECOND:
        if text.endswith(suffix):
            return text.removesuffix(suffix), suffix
    return text, ""
