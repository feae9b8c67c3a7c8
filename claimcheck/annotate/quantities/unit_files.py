"""How units and currencies are called: the names of CLDR and of `units.yaml`, inflected."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.annotate.phrases import phrase_words
from claimcheck.annotate.quantities.unit_names import Unit, Words
from claimcheck.annotate.quantities.unit_table import factors, inflected, listed, mapping
from claimcheck.lang.cldr import currency_names, currency_plurals, unit_patterns
from claimcheck.lang.pack import PACKS, fold_all, words
from claimcheck.resources import Tree

HEADER = """\
# Names of units and currencies, folded: language <TAB> first word <TAB> later words = dimension,
# unit and what else each name means (`full`: it says whose money it is), the usual meaning first.
# And: language money <TAB> bare currency and adjective after it <TAB> currency.
# Made by rules/build_units.py from units.yaml, lang/*/units.yaml and cldr.tsv, which has names of
# Unicode CLDR, by way of Babel; Unicode License v3. Changed: selected, folded.
"""
_PLACE = "{0}"
_DUAL = Decimal(2)
_MONEY = "money"
_PLURALS = frozenset({"one", "few", "many", "other"})
_FULL = "full"


def table() -> str:
    """Return `rules/unit_names.tsv`, sorted."""
    lines = [line for language in PACKS for line in (*_names(language), *_money(language))]
    return HEADER + "".join(sorted(lines))


def _names(language: str) -> Iterator[str]:
    """Yield a line for each word that names open with."""
    named: dict[str, dict[Words, dict[str, str]]] = {}
    plain = [(name, unit, "") for name, unit in _plain_names(language)]
    full = [(name, unit, _FULL) for name, unit in _full_names(language)]
    for name, unit, whose in (*plain, *full):
        meanings = named.setdefault(name[0], {}).setdefault(name[1:], {})
        meanings.setdefault(_spelled(unit), whose)
    for first, names in named.items():
        cells = (
            " ".join(filter(None, (*later, "=", meaning, whose)))
            for later, meanings in names.items()
            for meaning, whose in meanings.items()
        )
        yield "\t".join((language, first, *cells)) + "\n"


def _spelled(unit: Unit) -> str:
    """Return `money USD part=0.01`."""
    usual = Unit(unit.dimension, unit.unit)
    fields = zip(unit._fields, unit, usual, strict=True)
    told = (f"{name}={value}" for name, value, default in fields if value != default)
    return " ".join((unit.dimension, unit.unit, *told))


def _money(language: str) -> Iterator[str]:
    heads = _heads(language)
    found: dict[tuple[str, str], str] = {}
    for name, code in _national(language):
        if len(name) == 2 and name[:1] in heads:
            found.setdefault((heads[name[:1]], name[1]), code)
    for (head, adjective), code in found.items():
        yield f"{language} money\t{head} {adjective}\t{code}\n"


def _plain_names(language: str) -> tuple[tuple[Words, Unit], ...]:
    """Return the names of physical units and of currencies that do not say whose they are.

    Names are given as their folded words; the usual meaning of a name comes first.
    """
    return tuple(dict.fromkeys(_folded((*_physical(language), *_bare_money(language)), language)))


def _folded(named: Sequence[tuple[str, Unit]], language: str) -> Iterator[tuple[Words, Unit]]:
    """Yield names as their folded words, with what they mean."""
    split = _split([name for name, _ in named], language)
    yield from zip(split, [unit for _, unit in named], strict=True)


def _full_names(language: str) -> tuple[tuple[Words, Unit], ...]:
    """Return the names of currencies that say whose they are, as CLDR and we spell them."""
    heads = _heads(language)
    found: dict[tuple[Words, str], Unit] = {}
    for name, code in _national(language):
        head = heads.get(name[:1]) or heads.get(name[-1:]) or ""
        found.setdefault((name, code), Unit(_MONEY, code, head=head))
    return tuple((name, unit) for (name, _), unit in found.items())


def _physical(language: str) -> Iterator[tuple[str, Unit]]:
    tree = _tree(language)
    names, symbols = mapping(tree, "units"), mapping(tree, "symbols")
    for unit, factor in factors().items():
        yield from _inflected(names.get(unit), Unit(factor.dimension, unit), language)
        for symbol in listed(symbols.get(unit)):
            letter = len(symbol) == 1 and symbol.isascii()
            cased = symbol if letter or symbol.casefold() != symbol else ""
            yield symbol, Unit(factor.dimension, unit, cased=cased)
    for rate, spelled in mapping(tree, "rates").items():
        unit, _, per = rate.partition("/")
        for name in listed(spelled):
            yield name, Unit(factors()[unit].dimension, unit, per=per)
    yield from _cldr_units(language)


def _cldr_units(language: str) -> Iterator[tuple[str, Unit]]:
    unused = listed(_tree(language).get("not_cldr"))
    for name, widths in unit_patterns(language).items():
        unit = name.partition("-")[2].replace("-", "_")
        factor = factors().get(unit)
        for plural, pattern in widths.get("long", {}).items() if factor else ():
            text = str(pattern).replace(_PLACE, "").strip()
            if plural in _PLURALS and _PLACE in str(pattern) and text not in unused:
                yield text, Unit(factors()[unit].dimension, unit)


def _bare_money(language: str) -> Iterator[tuple[str, Unit]]:
    tree = _tree(language)
    for code, names in mapping(tree, "currencies").items():
        yield from _inflected(names, Unit(_MONEY, code, head=code), language)
    for code, names in mapping(tree, "small_money").items():
        unit, _, share = code.partition("/")
        part = Decimal(1) / Decimal(share or 1)
        yield from _inflected(names, Unit(_MONEY, unit, part), language)


@cache
def _heads(language: str) -> dict[Words, str]:
    """Return the bare names of currencies, in every form, -> the code or `?name` they mean."""
    found: dict[Words, str] = {}
    for name, unit in _folded(tuple(_bare_money(language)), language):
        if unit.head:
            found.setdefault(name, unit.head)
    return found


@cache
def _national(language: str) -> tuple[tuple[Words, str], ...]:
    """Return the full names of currencies, with their codes; ours first, then CLDR's."""
    unused = listed(_tree(language).get("not_cldr"))
    named: list[tuple[str, str]] = []
    for code, names in mapping(_tree(language), "currency_names").items():
        for name in listed(names):
            named.append((name, code))
            named += ((plural, code) for plural in inflected(name, language, "name_endings"))
    named += ((name, code) for code, name in currency_names(language).items())
    for code, plurals in currency_plurals(language).items():
        named += ((name, code) for name in plurals.values())
    kept = [(name, code) for name, code in named if name.casefold() not in unused]
    split = _split([name for name, _ in kept], language)
    return tuple((name, code) for name, (_, code) in zip(split, kept, strict=True) if name)


def _tree(language: str) -> dict[str, Tree]:
    tree = words(language, "units")
    return tree if isinstance(tree, dict) else {}


def _split(names: Sequence[str], language: str) -> list[Words]:
    """Return names as their folded words; those of letters alone are folded all at once."""
    plain = [name for name in names if name.replace(" ", "").isalpha()]
    known = dict(zip(plain, fold_all(plain, language), strict=True))
    fold = PACKS[language].fold
    return [
        tuple(known[name].split()) if name in known else tuple(map(fold, phrase_words(name)))
        for name in names
    ]


def _inflected(names: Tree | None, unit: Unit, language: str) -> Iterator[tuple[str, Unit]]:
    """Yield a unit's names in all their forms, the duals with their count."""
    two = unit._replace(number=_DUAL)
    forms = dict.fromkeys(form for name in listed(names) for form in _forms(name, language))
    yield from ((form, two if dual else unit) for form, dual in forms)


def _forms(name: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yield a name in all its forms, each with whether it is a dual."""
    yield name, False
    noun, _, adjective = name.partition(" ")
    if " " in adjective or not noun.isalpha() or len(noun) < _shortest(language):
        return
    for form in (noun, *inflected(noun, language, "endings")):
        yield from ((other, False) for other in _agreeing(form, adjective, language))
    for form in inflected(noun, language, "dual"):
        yield from ((other, True) for other in _agreeing(form, adjective, language))


def _agreeing(noun: str, adjective: str, language: str) -> Iterator[str]:
    """Yield a noun alone, or with its adjective as it is and as it agrees with the noun."""
    yield f"{noun} {adjective}".rstrip()
    agreement = mapping(_tree(language), "agreement") if adjective else {}
    fitting = next((agreement[end] for end in agreement if noun.endswith(end)), None)
    for other in inflected(adjective, language, "adjective") if fitting else ():
        if other.endswith(listed(fitting)):
            yield f"{noun} {other}"


@cache
def _shortest(language: str) -> int:
    return int(str(_tree(language)["shortest_inflected"]))
