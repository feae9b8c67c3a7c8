"""How units and currencies are called, from a table made of CLDR's names and `units.yaml`."""

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.resources import lines_of, rules_root, sorted_lines

# Made once: inflecting all names takes as long as reading an article.
TABLE = "unit_names.tsv"
_FULL = " full"

Words = tuple[str, ...]


class Unit(NamedTuple):
    """What a unit word means.

    dimension, unit: as in `Quantity`. part: how much of the unit one of it is (0.01 for a cent).
    number: 2 for a dual, which needs no number. head: the bare name of a national currency.
    cased: how it must be spelled where another unit differs in its capitals only (MW, mW).
    per: as in `Quantity`, of a word that names a rate: bpd.
    """

    dimension: str
    unit: str
    part: Decimal = Decimal(1)
    number: Decimal | None = None
    head: str = ""
    cased: str = ""
    per: str = ""


class Named(NamedTuple):
    """A name of a unit: its words after the first, folded, and what it means.

    full: it is a currency's and says whose that is.
    """

    later: Words
    unit: Unit
    full: bool


@lru_cache(1 << 16)
def names_opened(first: str, language: str) -> tuple[Named, ...]:
    """Return the names that open with a folded word; the usual meaning of a name comes first."""
    line = next(lines_of(_lines(f"{language}\t"), f"{language}\t{first}\t"), "")
    return tuple(map(_named, line.split("\t"))) if line else ()


def national_money(head: str, adjective: str, language: str) -> str:
    """Return the ISO 4217 code of a bare currency with a folded adjective after it, or nothing."""
    opening = f"{language} money\t"
    return next(lines_of(_lines(opening), f"{opening}{head} {adjective}\t"), "")


@cache
def _lines(opening: str) -> list[str]:
    return sorted_lines(rules_root() / TABLE, opening)


def _named(cell: str) -> Named:
    """Return `later words = money USD part=0.01 full` as a name."""
    later, _, meaning = cell.partition("= ")
    dimension, unit, *told = meaning.removesuffix(_FULL).split(" ")
    fields = dict(one.split("=", 1) for one in told)
    return Named(
        tuple(later.split()),
        Unit(
            dimension,
            unit,
            Decimal(fields.get("part", 1)),
            Decimal(fields["number"]) if "number" in fields else None,
            fields.get("head", ""),
            fields.get("cased", ""),
            fields.get("per", ""),
        ),
        meaning.endswith(_FULL),
    )
