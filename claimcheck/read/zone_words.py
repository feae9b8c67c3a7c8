"""The words that tell an article's text from what stands around it, of all languages at once."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.lang.cldr import Width, month_names, weekday_names
from claimcheck.lang.pack import PACKS, word_lists

TABLE = "zones"
_CACHE = 1 << 14
_WIDTHS: tuple[Width, ...] = ("abbreviated", "wide")

# The lists of rules/lang/<code>/zones.yaml whose phrases a line may open with.
OPENINGS = (
    "section",
    "section_opening",
    "tags",
    "source",
    "byline",
    "byline_bare",
    "published",
    "published_glued",
    "outlets",
    "breadcrumb",
    "clutter",
    "clutter_opening",
)
_PUNCTUATION = (
    r"\s|/\\•·,،;؛:()\[\]{}«»<>\"“”„*_#=+.!?؟…،~\-–—"
    r"\u200b-\u200f\u202a-\u202e\u2066-\u2069"
)
_TOKEN = re.compile(f"[^{_PUNCTUATION}]+")


class Phrase(NamedTuple):
    """A phrase in lookup form: the words after its first, and the lists that it stands in."""

    rest: tuple[str, ...]
    lists: frozenset[str]


class Opening(NamedTuple):
    """A phrase that a line opens with; `end` is where it ends in the text."""

    lists: frozenset[str]
    end: int
    length: int


def tokens(text: str, start: int, end: int) -> list[str]:
    """Return the words and numbers between two offsets, without punctuation."""
    return _TOKEN.findall(text, start, end)


def opening(text: str, start: int, end: int) -> Opening | None:
    """Return the longest phrase of any list that the line from `start` to `end` opens with."""
    first = _TOKEN.search(text, start, end)
    best: Opening | None = None
    if first is None:
        return None
    for code, phrase in _candidates(first.group()):
        reach = _reach(text, first.end(), end, phrase.rest, code)
        if reach and (best is None or len(phrase.rest) >= best.length):
            best = Opening(phrase.lists, reach, len(phrase.rest) + 1)
    return best


def nothing_but(name: str, text: str, start: int, end: int) -> bool:
    """Return whether a line is made of a list's phrases and numbers alone, one phrase at least."""
    found = False
    while (first := _TOKEN.search(text, start, end)) is not None:
        if first.group().isdecimal():
            start = first.end()
            continue
        phrase = opening(text, start, end)
        if phrase is None or name not in phrase.lists:
            return False
        found, start = True, phrase.end
    return found


def holds(name: str, text: str, start: int, end: int) -> bool:
    """Return whether a phrase of the list stands anywhere in a short line."""
    line = text[start:end].casefold()
    if not any(word in line for word in _starts(name)):
        return False
    words = tokens(text, start, end)
    for code, pack in PACKS.items():
        folded = [pack.fold(word) for word in words]
        for at, word in enumerate(folded):
            for key in _inner(code, name).get(word, ()):
                if tuple(folded[at : at + len(key)]) == key:
                    return True
    return False


@cache
def listed(name: str) -> frozenset[str]:
    """Return the single words of a list, folded, of all languages."""
    return frozenset(
        word
        for code in PACKS
        for phrase in word_lists(code, TABLE)[name]
        for word in phrase_key(phrase, code)
    )


@cache
def phrase_keys(name: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of a list, folded, of all languages."""
    return frozenset(
        phrase_key(phrase, code) for code in PACKS for phrase in word_lists(code, TABLE)[name]
    )


def in_list(name: str, words: str) -> bool:
    """Return whether some words are just a phrase of the list."""
    return any(phrase_key(words, code) in phrase_keys(name) for code in PACKS)


@cache
def months() -> frozenset[str]:
    """Return the words that month names are made of, folded (CLDR)."""
    return _calendar_words(month_names)


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the days of the week, folded (CLDR)."""
    return _calendar_words(weekday_names)


def _calendar_words(named: Callable[[str, Width], Mapping[int, str]]) -> frozenset[str]:
    return frozenset(
        word
        for code in PACKS
        for locale in word_lists(code, TABLE)["locales"]
        for width in _WIDTHS
        for name in named(locale, width).values()
        for word in phrase_key(name, code)
    )


def phrase_key(phrase: str, code: str) -> tuple[str, ...]:
    """Return the lookup form of a phrase: its words, folded."""
    fold = PACKS[code].fold
    return tuple(fold(word) for word in tokens(phrase, 0, len(phrase)))


@lru_cache(_CACHE)
def _candidates(word: str) -> tuple[tuple[str, Phrase], ...]:
    """Return the phrases of every language that begin with a word, each with its language."""
    return tuple(
        (code, phrase)
        for code, pack in PACKS.items()
        for phrase in _phrases(code).get(pack.fold(word), ())
    )


def _reach(text: str, at: int, end: int, rest: tuple[str, ...], code: str) -> int:
    """Return where the words of a phrase after its first end, 0 where others stand."""
    for word in rest:
        found = _TOKEN.search(text, at, end)
        if found is None or PACKS[code].fold(found.group()) != word:
            return 0
        at = found.end()
    return at


@cache
def _phrases(code: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases that lines open with in a language, by their first word."""
    lists: dict[tuple[str, ...], set[str]] = {}
    for name in OPENINGS:
        for phrase in word_lists(code, TABLE)[name]:
            lists.setdefault(phrase_key(phrase, code), set()).add(name)
    found: dict[str, list[Phrase]] = {}
    for key, names in lists.items():
        found.setdefault(key[0], []).append(Phrase(key[1:], frozenset(names)))
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def _starts(name: str) -> frozenset[str]:
    """Return the first words of a list's phrases as they are written, to tell most lines fast."""
    return frozenset(
        tokens(phrase, 0, len(phrase))[0].casefold()
        for code in PACKS
        for phrase in word_lists(code, TABLE)[name]
    )


@cache
def _inner(code: str, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return a list's phrases in a language by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in word_lists(code, TABLE)[name]:
        key = phrase_key(phrase, code)
        found.setdefault(key[0], []).append(key)
    return {first: tuple(keys) for first, keys in found.items()}
