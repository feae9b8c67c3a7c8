"""What CLDR calls months, weekdays, units and currencies, from a table made of Babel's data."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from claimcheck.errors import RuleError
from claimcheck.resources import read_table, rules_root

# Made once: loading Babel's data takes longer than reading an article.
TABLE = "cldr.tsv"

Width = Literal["wide", "abbreviated"]


def unit_patterns(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return unit -> width -> plural category -> pattern, `{0} kilometres`."""
    return _row(f"{language} units")  # type: ignore[no-any-return]


def currency_names(language: str) -> Mapping[str, str]:
    """Return ISO 4217 code -> name."""
    return _row(f"{language} currencies")  # type: ignore[no-any-return]


def currency_plurals(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return ISO 4217 code -> plural category -> name."""
    return _row(f"{language} currency plurals")  # type: ignore[no-any-return]


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes of all currencies."""
    return frozenset(_row("currency codes"))


def month_names(locale: str, width: Width) -> Mapping[int, str]:
    """Return the Gregorian months of a locale, 1 to 12, as they stand in a date."""
    return _numbered(f"{locale} months {width}")


def weekday_names(locale: str, width: Width) -> Mapping[int, str]:
    """Return the weekdays of a locale, Monday 0, as they stand in a date."""
    return _numbered(f"{locale} days {width}")


@cache
def _numbered(key: str) -> Mapping[int, str]:
    return {int(number): name for number, name in _row(key).items()}


@cache
def _row(key: str) -> Any:
    """Return what a row of the table holds.

    Raises:
        RuleError: for a locale that the table was not made for.
    """
    if key not in _rows():
        raise RuleError([f"rules/{TABLE}: no row {key!r}: make it anew with rules/build_cldr.py"])
    return json.loads(_rows()[key])


@cache
def _rows() -> dict[str, str]:
    return dict(read_table(rules_root() / TABLE))
