"""The unit words of a language: CLDR's through Babel, and those of `units.yaml`."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from claimcheck.annotate.phrases import Phrases, phrase_words
from claimcheck.annotate.quantities.unit_table import factors, inflected, listed, mapping
from claimcheck.lang.cldr import currency_plurals, unit_patterns
from claimcheck.lang.pack import PACKS, fold_all, words

_PLACE = "{0}"
_DUAL = Decimal(2)
_MONEY = "money"
_PLURALS = frozenset({"one", "few", "many", "other"})
_CACHE = 1 << 16


class Unit(NamedTuple):
    """What a unit word means.

    dimension, unit: as in `Quantity`. part: how much of the unit one of it is (0.01 for a cent).
    number: 2 for a dual, which needs no number. head: the bare name of a national currency.
    """

    dimension: str
    unit: str
    part: Decimal = Decimal(1)
    number: Decimal | None = None
    head: str = ""


def _forms(name: str, language: str) -> Iterator[tuple[str, Decimal | None]]:
    """Yield the forms of a unit's name, its duals with their count."""
    yield name, None
    noun, _, adjective = name.partition(" ")
    if " " in adjective:
        return
    singles = (noun, *inflected(noun, language, "endings"))
    adjectives = (adjective, *inflected(adjective, language, "adjective"))
    for form in singles:
        yield from (
            (f"{form} {other}".strip(), None) for other in adjectives if other or not adjective
        )
    for form in inflected(noun, language, "dual"):
        yield from (
            (f"{form} {other}".strip(), _DUAL) for other in adjectives if other or not adjective
        )


def _physical(language: str) -> Iterator[tuple[str, Unit]]:
    tree = mapping(words(language, "units"), "units")
    symbols = mapping(words(language, "units"), "symbols")
    for unit, factor in factors().items():
        for name in listed(tree.get(unit)):
            for form, number in _forms(name, language):
                yield form, Unit(factor.dimension, unit, number=number)
        for name in listed(symbols.get(unit)):
            yield name, Unit(factor.dimension, unit)
    yield from _cldr_units(language)


def _cldr_units(language: str) -> Iterator[tuple[str, Unit]]:
    tree = words(language, "units")
    unused = listed(tree.get("not_cldr")) if isinstance(tree, dict) else ()
    for name, widths in unit_patterns(language).items():
        unit = name.partition("-")[2].replace("-", "_")
        factor = factors().get(unit)
        if factor is None or unit == "point":
            continue
        for plural, pattern in widths.get("long", {}).items():
            text = str(pattern).replace(_PLACE, "").strip()
            if plural in _PLURALS and _PLACE in str(pattern) and text not in unused:
                yield text, Unit(factor.dimension, unit)


@cache
def _heads(language: str) -> dict[str, str]:
    """Return folded bare currency name, in every form, -> the code or `?name` it means."""
    fold = PACKS[language].fold
    found: dict[str, str] = {}
    for code, names in mapping(words(language, "units"), "currencies").items():
        for name in listed(names):
            for form, _ in _forms(name, language):
                found.setdefault(fold(form), code)
    return found


@cache
def _plain_units(language: str) -> tuple[tuple[str, Unit], ...]:
    """Return the names of physical units and of currencies that do not say whose they are."""
    return tuple(dict.fromkeys((*_physical(language), *_bare_money(language))))


def _bare_money(language: str) -> Iterator[tuple[str, Unit]]:
    tree = words(language, "units")
    for code, names in mapping(tree, "currencies").items():
        for name in listed(names):
            for form, number in _forms(name, language):
                yield form, Unit(_MONEY, code, number=number, head=code)
    for code, names in mapping(tree, "small_money").items():
        unit, _, share = code.partition("/")
        part = Decimal(1) / Decimal(share or 1)
        for name in listed(names):
            for form, number in _forms(name, language):
                yield form, Unit(_MONEY, unit, part, number)


def _money_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield the full names of currencies, with their codes; ours first, then CLDR's."""
    for code, names in mapping(words(language, "units"), "currency_names").items():
        for name in listed(names):
            yield name, code
    tree = words(language, "units")
    unused = listed(tree.get("not_cldr")) if isinstance(tree, dict) else ()
    locale = Locale.parse(language)
    for code, name in locale.currencies.items():
        if str(name).casefold() not in unused:
            yield str(name), code
    for code, plurals in currency_plurals(language).items():
        yield from ((str(name), code) for name in plurals.values() if str(name) not in unused)


def _full_money(language: str) -> Iterator[tuple[str, Unit]]:
    """Yield the full names of currencies as CLDR and we spell them."""
    fold = PACKS[language].fold
    heads = _heads(language)
    for name, code in dict.fromkeys(_money_names(language)):
        parts = fold(name).split()
        head = heads.get(parts[0]) or heads.get(parts[-1]) or ""
        yield name, Unit(_MONEY, code, head=head)


@cache
def national_money(language: str) -> dict[tuple[str, str], str]:
    """Return bare currency and folded adjective after it -> ISO 4217 code."""
    fold = PACKS[language].fold
    heads = _heads(language)
    found: dict[tuple[str, str], str] = {}
    for name, code in _money_names(language):
        parts = fold(name).split()
        if len(parts) == 2 and parts[0] in heads:
            found.setdefault((heads[parts[0]], parts[1]), code)
    return found


@cache
def unit_phrases(language: str) -> Phrases[Unit]:
    """Return the vocabulary of units of a language; the usual meaning of a word comes first."""
    entries: Iterable[tuple[str, Unit]] = (
        *_plain_units(language),
        *_full_money(language),
    )
    return Phrases(((text, unit) for text, unit in entries if phrase_words(text)), language)


@cache
def _single_words(language: str) -> frozenset[str]:
    names = _plain_units(language)
    return frozenset(fold_all((text for text, _ in names if " " not in text), language))


@cache
def is_unit_word(word: str, language: str) -> bool:
    """Return whether a word alone may be a unit."""
    return PACKS[language].fold(word) in _single_words(language)


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes of all currencies."""
    return frozenset(Locale.parse("en").currencies)


@cache
def _dual_firsts(language: str) -> frozenset[str]:
    duals = (text for text, unit in _plain_units(language) if unit.number)
    return frozenset(name.split()[0] for name in fold_all(duals, language))


@lru_cache(_CACHE)
def may_be_dual(word: str, language: str) -> bool:
    """Return whether a word may be a unit in the dual, under its clitics."""
    duals = _dual_firsts(language)
    return bool(duals) and any(r.key in duals for r in PACKS[language].readings(word))


@cache
def _names(language: str) -> frozenset[str]:
    entries = _plain_units(language)
    names = (text for text, unit in entries if not unit.number and len(text) > 2)
    return frozenset(fold_all(names, language))


@lru_cache(_CACHE)
def names_unit(word: str, language: str) -> bool:
    """Return whether a word is a unit, under its clitics."""
    names = _names(language)
    return any(reading.key in names for reading in PACKS[language].readings(word))
