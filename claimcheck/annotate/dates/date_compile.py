"""The patterns of dates, compiled for the vocabulary of a language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from claimcheck.annotate.dates.date_numbers import register
from claimcheck.annotate.dates.date_openings import needed, openings
from claimcheck.annotate.dates.date_patterns import PATTERNS, PIECES
from claimcheck.annotate.dates.date_words import letters, vocabulary

SECOND = ("_b", "_c")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:=[a-z0-9]+)?")
_NEVER = "(?!)"


class Pattern(NamedTuple):
    """A pattern of dates.

    source: its regular expression over code letters, compiled when it is first needed.
    needs: sets of letters of each of which a match has one.
    parts: for each group, the part that it gives and the class that its value is read from.
    """

    kind: str
    source: str
    parts: Mapping[str, tuple[str, str]]
    needs: tuple[frozenset[str], ...]

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        return _regex(self.source)


@cache
def _regex(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns over a language's vocabulary, by the letter that they may start with."""
    vocabulary(language)
    register()
    found: dict[str, list[Pattern]] = {}
    for kind, source in _entries(PATTERNS):
        pattern = _compiled(kind, source)
        for letter in openings(pattern.source):
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


def _compiled(kind: str, source: str) -> Pattern:
    parts: dict[str, tuple[str, str]] = {}
    expression = _expanded(source, "", parts).replace(" ", "")
    return Pattern(kind, expression, parts, needed(expression))


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
            return f"[{found}]"
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
