"""The words of `reckoning.yaml`, looked for in the folded text between values."""

import re
from functools import cache

from claimcheck.lang.pack import PACKS, word_lists

_TABLE = "reckoning"
# Letters that may be written together with the word after them.
_JOINED = "joined"
AXIS_MARK = "."
SPELL_MARK = "/"
_ANY = "*"
_NEVER = r"(?!)"


def has(text: str, name: str, language: str) -> bool:
    """Return whether a word of a class stands in a folded text."""
    return _pattern(name, language).search(text) is not None


def opens(text: str, name: str, language: str) -> bool:
    """Return whether a folded text begins with a word of a class, white space aside."""
    return _pattern(name, language).match(text, len(text) - len(text.lstrip())) is not None


def closes(text: str, name: str, language: str) -> bool:
    """Return whether a folded text ends with a word of a class, white space aside."""
    return _closing(name, language).search(text) is not None


def is_one(text: str, name: str, language: str) -> bool:
    """Return whether a folded text is a word of a class and nothing else."""
    return _pattern(name, language).fullmatch(text.strip()) is not None


def last(text: str, name: str, language: str) -> int:
    """Return where behind the last word of a class in a folded text its rest begins, or -1."""
    return max((found.end() for found in _pattern(name, language).finditer(text)), default=-1)


def first(text: str, name: str, language: str) -> int:
    """Return where the first word of a class in a folded text begins, or the text's length."""
    found = _pattern(name, language).search(text)
    return found.start() if found else len(text)


def sides(text: str, language: str) -> frozenset[str]:
    """Return the sides of opposites that a folded text names, `axis.side`."""
    return frozenset(name for name in _marked(AXIS_MARK, language) if has(text, name, language))


def spells(text: str, language: str) -> frozenset[str]:
    """Return what a folded text says that began or ended, `what/begun` or `what/ended`."""
    return frozenset(name for name in _marked(SPELL_MARK, language) if has(text, name, language))


@cache
def _marked(mark: str, language: str) -> tuple[str, ...]:
    return tuple(name for name in word_lists(language, _TABLE) if mark in name)


def count(text: str, name: str, language: str) -> int:
    """Return how often a word of a class stands in a folded text."""
    return sum(1 for _ in _pattern(name, language).finditer(text))


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return re.compile(_words(name, language))


@cache
def _closing(name: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"{_words(name, language)}\s*$")


@cache
def _words(name: str, language: str) -> str:
    """Return the pattern of a class: its longest words first, each whole."""
    fold = PACKS[language].fold
    lists = word_lists(language, _TABLE)
    folded = sorted({fold(word) for word in lists[name]}, key=lambda word: (-len(word), word))
    if not folded:
        return _NEVER
    joined = "|".join(re.escape(fold(letter)) for letter in lists[_JOINED])
    return f"(?:{'|'.join(_spelled(word, joined) for word in folded)})"


def _spelled(word: str, joined: str) -> str:
    """Return the pattern of a phrase, whole where letters begin or end it; `x*` begins it."""
    start = rf"(?<!\w)(?:{joined})?" if word[0].isalnum() else ""
    end = r"(?!\w)" if word[-1].isalnum() else ""
    return start + r"\s+".join(map(re.escape, word.rstrip(_ANY).split())) + end
