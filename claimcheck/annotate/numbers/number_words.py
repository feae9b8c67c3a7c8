"""The number words of a language, each with the part that it plays in a number."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache, partial
from typing import NamedTuple

from claimcheck.annotate.remembered import Remembered
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words
from claimcheck.lang.reading import Reading

_CACHE = 1 << 16
_ARTICLE = "ال"
_SETTINGS = frozenset({"grammar", "not_numbers"})


class Token(NamedTuple):
    """A number word, or digits, in a text.

    role: a key of `numerals.yaml`, `digits`, or `hyphen` between two words.
    start, end: code points, without conjunction and preposition, with the article.
    joined: "and" is written at its front. definite: it has the article.
    touches: no space stands before it.
    """

    role: str
    value: Decimal
    grain: Decimal
    start: int
    end: int
    joined: bool = False
    definite: bool = False
    bare: bool = True


class Lexeme(NamedTuple):
    """How one surface word is read as a number word; see `Token`."""

    role: str
    value: Decimal
    skip: int
    joined: bool
    definite: bool
    bare: bool


@cache
def grammar(language: str) -> Mapping[str, str]:
    """Return the settings under `grammar` in a language's `numerals.yaml`."""
    settings = _table(language)["grammar"]
    return {name: str(value) for name, value in settings.items()}


@cache
def _table(language: str) -> dict[str, dict[str, object]]:
    tree = words(language, "numerals")
    if not isinstance(tree, dict):
        raise RuleError([f"rules/lang/{language}/numerals.yaml: expected a mapping"])
    return {role: dict(table) for role, table in tree.items() if isinstance(table, dict)}


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """Return a plain word list of a language's `numerals.yaml`, folded."""
    tree = words(language, "numerals")
    found = tree[name] if isinstance(tree, dict) else []
    return frozenset(PACKS[language].fold(str(word)) for word in found)


@cache
def not_number_words(language: str, name: str) -> frozenset[str]:
    """Return a list under `not_numbers`, folded."""
    found = _table(language)["not_numbers"][name]
    fold = PACKS[language].fold
    return frozenset(fold(word) for word in found) if isinstance(found, list) else frozenset()


@lru_cache(_CACHE)
def is_listed(word: str, name: str, language: str) -> bool:
    """Return whether a word, under any clitics, is in a list under `not_numbers`."""
    names = not_number_words(language, name)
    return any(reading.key in names for reading in PACKS[language].readings(word))


def conjunctions(language: str) -> frozenset[str]:
    """Return the words that join the parts of a number."""
    return listed(language, "and")


@cache
def _lexicon(language: str) -> dict[str, tuple[str, Decimal]]:
    """Return folded word -> role and value; the first role listed wins."""
    fold = PACKS[language].fold
    found: dict[str, tuple[str, Decimal]] = {}
    for role, table in _table(language).items():
        for number, spellings in table.items() if role not in _SETTINGS else ():
            for word in spellings if isinstance(spellings, list) else ():
                found.setdefault(fold(word), (role, _decimal(number)))
    for word in conjunctions(language):
        found.setdefault(word, ("and", Decimal(0)))
    return found


def _decimal(number: str) -> Decimal:
    above, _, below = number.partition("/")
    return Decimal(above) / Decimal(below or 1)


@cache
def lexemes(language: str) -> Remembered[Lexeme | None]:
    """Return the number words of a language by surface word, None for other words."""
    return Remembered(partial(_lexeme, language=language))


def lexeme(word: str, language: str) -> Lexeme | None:
    """Return how a surface word is read as a number word, or None."""
    return lexemes(language)[word]


def _lexeme(word: str, language: str) -> Lexeme | None:
    lexicon = _lexicon(language)
    readings = PACKS[language].readings(word)
    for reading in readings:
        entry = lexicon.get(reading.key)
        if entry is not None and not reading.enclitic and _is_spelled(word, reading, language):
            joined = bool(reading.proclitics) and reading.proclitics[0] in conjunctions(language)
            definite = reading.proclitics[-1:] == (_ARTICLE,)
            bare = not reading.proclitics
            skip = before_article(reading, readings) if definite else reading.skip
            return Lexeme(*entry, skip, joined, definite, bare)
    return None


def _is_spelled(word: str, reading: Reading, language: str) -> bool:
    """Return whether a word has the letters that folding loses, where it needs them."""
    return reading.key not in listed(language, "hamza_needed") or reading.key not in word


@lru_cache(_CACHE)
def joined_part(word: str, language: str) -> Lexeme | None:
    """Return a word's reading as "and" with the first part of a compound, where it has one."""
    lexicon, conjunction = _lexicon(language), conjunctions(language)
    for reading in PACKS[language].readings(word):
        entry = lexicon.get(reading.key)
        joined = len(reading.proclitics) == 1 and reading.proclitics[0] in conjunction
        if joined and entry is not None and entry[0] == "part":
            return Lexeme(*entry, reading.skip, joined=True, definite=False, bare=False)
    return None


def before_article(reading: Reading, readings: tuple[Reading, ...]) -> int:
    """Return the code points before a word's article, where the article is whole."""
    before = next((r for r in readings if r.proclitics == reading.proclitics[:-1]), reading)
    whole = reading.skip - before.skip >= len(_ARTICLE)
    return before.skip if whole else reading.skip


@lru_cache(_CACHE)
def starts_joined(word: str, language: str) -> bool:
    """Return whether "and" may be written at the front of a word."""
    return any(
        reading.proclitics[:1] and reading.proclitics[0] in conjunctions(language)
        for reading in PACKS[language].readings(word)
    )
