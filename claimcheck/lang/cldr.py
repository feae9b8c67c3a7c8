"""What CLDR knows and Babel keeps to itself: unit patterns and the plurals of currency names."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale


@cache
def unit_patterns(language: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return unit -> width -> plural category -> pattern, `{0} kilometres`."""
    return dict(_data(language)["unit_patterns"])


@cache
def currency_plurals(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return ISO 4217 code -> plural category -> name."""
    return dict(_data(language)["currency_names_plural"])


def _data(language: str) -> Any:
    # Babel has no public way to either table.
    return Locale.parse(language)._data  # type: ignore[attr-defined]
