"""The names of weekdays and months, and which of them stand in a stretch of text."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from claimcheck.lang.cldr import Width, month_names, weekday_names
from claimcheck.lang.pack import PACKS, words
from claimcheck.lang.reading import Reading
from claimcheck.resources import Tree

Named = Literal["weekday", "month"]

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = "ال"
_WIDTHS: tuple[Width, ...] = ("wide", "abbreviated")


class Name(NamedTuple):
    """A name in a text: its number (weekdays 0 to 6, months 1 to 12), and where it stands."""

    number: int
    start: int
    end: int


def names_in(text: str, named: Named, language: str) -> list[Name]:
    """Return the weekdays or months that a text names, in order; offsets index the text."""
    known, fold = _names(language, named), PACKS[language].fold
    found: list[Name] = []
    words_in = list(_WORD.finditer(text))
    for word, after in zip_longest(words_in, words_in[1:]):
        for reading in PACKS[language].readings(word[0]):
            keys = _keys(reading)
            longer = [f"{key} {fold(after[0])}" for key in keys] if after else []
            number = next((known[key] for key in (*longer, *keys) if key in known), None)
            if number is not None:
                found.append(Name(number, word.start() + reading.skip, word.end()))
                break
    return found


def weekday_name(number: int, language: str) -> str:
    """Return the name of a weekday, Monday 0, in a language."""
    return weekday_names(language, "wide")[number]


def _keys(reading: Reading) -> tuple[str, ...]:
    definite = reading.proclitics and reading.proclitics[-1] == _ARTICLE
    return (_ARTICLE + reading.key, reading.key) if definite else (reading.key,)


@cache
def _names(language: str, named: Named) -> dict[str, int]:
    fold = PACKS[language].fold
    return {fold(name): number for name, number in _listed(language, named)}


def _listed(language: str, named: Named) -> Iterator[tuple[str, int]]:
    """Yield the names of CLDR in the language's locales, and those of its table of dates."""
    table = _mapping(words(language, "dates"))
    codes = table["locales"]
    for code in codes if isinstance(codes, list) else ():
        for width in _WIDTHS:
            numbered = weekday_names if named == "weekday" else month_names
            yield from ((name, number) for number, name in numbered(str(code), width).items())
    for written, listed in _mapping(_mapping(table["words"]).get(named, {})).items():
        for name in listed if isinstance(listed, list) else ():
            yield str(name), int(written)


def _mapping(tree: Tree) -> dict[str, Tree]:
    return tree if isinstance(tree, dict) else {}
