"""The vocabulary of the unit words of a language, and which words may be among them."""

from functools import cache, lru_cache

from claimcheck.annotate.phrases import Phrases
from claimcheck.annotate.quantities.unit_names import Unit, full_names, plain_names
from claimcheck.annotate.quantities.unit_table import neutral
from claimcheck.lang.cldr import currency_codes
from claimcheck.lang.pack import PACKS

_CACHE = 1 << 16


@cache
def unit_phrases(language: str) -> Phrases[Unit]:
    """Return the vocabulary of units of a language; the usual meaning of a word comes first."""
    vocabulary: Phrases[Unit] = Phrases((), language)
    for name, unit in (*plain_names(language), *full_names(language)):
        vocabulary.add(name, unit)
    return vocabulary


@cache
def _single_words(language: str) -> frozenset[str]:
    return frozenset(name[0] for name, _ in plain_names(language) if len(name) == 1)


@cache
def is_unit_word(word: str, language: str) -> bool:
    """Return whether a word alone may be a unit, a currency's code or its letters."""
    if word in currency_codes() or word in neutral("letter_signs"):
        return True
    return PACKS[language].fold(word) in _single_words(language)


@cache
def dual_units(language: str) -> frozenset[str]:
    """Return the first words of units in the dual, folded."""
    return frozenset(name[0] for name, unit in plain_names(language) if unit.number)


@lru_cache(_CACHE)
def may_be_dual(word: str, language: str) -> bool:
    """Return whether a word may be a unit in the dual, under its clitics."""
    duals = dual_units(language)
    return bool(duals) and any(r.key in duals for r in PACKS[language].readings(word))


@cache
def unit_names(language: str) -> frozenset[str]:
    """Return the names of units that need a number, folded."""
    singles = ((name, unit) for name, unit in plain_names(language) if len(name) == 1)
    return frozenset(name[0] for name, unit in singles if not unit.number and len(name[0]) > 2)


@lru_cache(_CACHE)
def names_unit(word: str, language: str) -> bool:
    """Return whether a word is a unit, under its clitics."""
    names = unit_names(language)
    return any(reading.key in names for reading in PACKS[language].readings(word))
