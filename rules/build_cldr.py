"""Make `rules/cldr.tsv`: the names that CLDR gives months, weekdays, units and currencies."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from babel import Locale
from babel.core import get_global

from claimcheck.lang.cldr import TABLE, Width
from claimcheck.lang.pack import PACKS, word_lists, words
from claimcheck.resources import rules_root

HEADER = """\
# Names of months, weekdays, units and currencies: what of which locale <TAB> JSON.
# From Unicode CLDR, by way of Babel; Unicode License v3. Changed: selected.
# Made by rules/build_cldr.py for the locales of rules/lang/*/dates.yaml and zones.yaml.
"""
WIDTHS = ("long", "short")


def table() -> str:
    """Return the table, in the order of the locales."""
    rows = [("currency codes", sorted(get_global("all_currencies")))]
    rows += (row for code in _locales() for row in _calendar(code))
    rows += (row for language in PACKS for row in _units_and_money(language))
    return HEADER + "".join(
        f"{key}\t{json.dumps(tree, ensure_ascii=False)}\n" for key, tree in rows
    )


def _locales() -> list[str]:
    """Return the locales that the tables of the languages name, sorted."""
    named = {locale for code in PACKS for locale in word_lists(code, "zones")["locales"]}
    for code in PACKS:
        named.update((code, *_listed(words(code, "dates"))))
    return sorted(named)


def _listed(dates: Any) -> list[str]:
    return [str(locale) for locale in dates["locales"]]


def _calendar(code: str) -> Iterator[tuple[str, Any]]:
    locale = Locale.parse(code)
    for width in get_args(Width):
        yield f"{code} months {width}", dict(locale.months["format"][width].items())
        yield f"{code} days {width}", dict(locale.days["format"][width].items())


def _units_and_money(language: str) -> Iterator[tuple[str, Any]]:
    locale = Locale.parse(language)
    # Babel has no public way to two of these tables.
    known = locale._data
    yield f"{language} currencies", dict(locale.currencies.items())
    plurals = known["currency_names_plural"]
    yield f"{language} currency plurals", {code: dict(forms) for code, forms in plurals.items()}
    units = known["unit_patterns"]
    yield f"{language} units", {unit: _patterns(widths) for unit, widths in units.items()}


def _patterns(widths: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return the patterns of a unit by width and plural category, without its gender and cases."""
    return {
        width: {form: text for form, text in widths[width].items() if isinstance(text, str)}
        for width in WIDTHS
        if width in widths
    }


if __name__ == "__main__":
    (rules_root() / TABLE).write_text(table(), encoding="utf-8")
