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
_LONGEST = 24  # no date has more items


class Expansion(NamedTuple):
    """A pattern compiled over code letters.

    parts: for each group, the part that it gives and the class that its value is read from.
    """

    regex: re.Pattern[str]
    parts: Mapping[str, tuple[str, str]]


class Pattern(NamedTuple):
    """A pattern of dates.

    source: its text, over classes and pieces; it is compiled when it is first needed.
    longest: the most letters that a match has. needs: sets of letters of each of which it has one.
    """

    kind: str
    source: str
    longest: int
    needs: tuple[frozenset[str], ...]
    language: str

    @property
    def compiled(self) -> Expansion:
        """Return the pattern over its language's letters."""
        return _compiled(self.source, self.language)


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns over a language's vocabulary, by the letter that they may start with."""
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
    for kind, source in _entries(PATTERNS):
        opens, _, longest, needs = shape(source, shape_of)
        pattern = Pattern(kind, source, min(longest, _LONGEST), needs, language)
        for letter in opens:
            found.setdefault(letter, []).append(pattern)
    return {letter: tuple(listed) for letter, listed in found.items()}


@cache
def starts(language: str) -> re.Pattern[str]:
    """Return what finds the items at which a date may start."""
    return re.compile(f"[{''.join(sorted(patterns(language)))}]")


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
