"""The vocabulary of the unit words of a language, and which words may be among them."""

from functools import cache, lru_cache, partial

from claimcheck.annotate.phrases import Phrases
from claimcheck.annotate.quantities.unit_names import Unit, Words, names_opened
from claimcheck.annotate.quantities.unit_table import neutral
from claimcheck.lang.cldr import currency_codes
from claimcheck.lang.pack import PACKS

_CACHE = 1 << 16
# A unit's sign may have fewer letters.
_LONGEST_SIGN = 2


@cache
def unit_phrases(language: str) -> Phrases[Unit]:
    """Return the vocabulary of units of a language; the usual meaning of a word comes first."""
    return Phrases((), language, partial(_opened, language=language))


def _opened(first: str, language: str) -> dict[Words, list[Unit]]:
    """Return what the names mean that open with a word, by their later words."""
    found: dict[Words, list[Unit]] = {}
    for later, unit, _ in names_opened(first, language):
        found.setdefault(later, []).append(unit)
    return found


@cache
def is_unit_word(word: str, language: str) -> bool:
    """Return whether a word alone may be a unit, a currency's code or its letters."""
    if word in currency_codes() or word in neutral("letter_signs"):
        return True
    names = names_opened(PACKS[language].fold(word), language)
    return any(not name.later and not name.full for name in names)


@lru_cache(_CACHE)
def opens_dual(key: str, language: str) -> bool:
    """Return whether a folded word is the first of a unit in the dual."""
    return any(name.unit.number is not None for name in names_opened(key, language))


@lru_cache(_CACHE)
def may_be_dual(word: str, language: str) -> bool:
    """Return whether a word may be a unit in the dual, under its clitics."""
    return any(opens_dual(r.key, language) for r in PACKS[language].readings(word))


@lru_cache(_CACHE)
def is_unit_name(key: str, language: str) -> bool:
    """Return whether a folded word is the name of a unit that needs a number."""
    return len(key) > _LONGEST_SIGN and any(
        not name.later and not name.full and name.unit.number is None
        for name in names_opened(key, language)
    )


@lru_cache(_CACHE)
def names_unit(word: str, language: str) -> bool:
    """Return whether a word is a unit, under its clitics."""
    return any(is_unit_name(reading.key, language) for reading in PACKS[language].readings(word))
