"""Canonical quantities in words: `~11000000000 USD` is about 11 billion USD."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lang.cldr import currency_names, unit_patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.lang.report_words import ReportWords

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SHORT = re.compile(r"-?\d+(?:\.\d{1,3})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
# Names of units and nouns; a currency's code and a noun of another script stay as they are.
_ENGLISH_NOUN = re.compile(r"[a-z][a-z_]*")
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_GAP = "{0}"


class Figure(NamedTuple):
    """A quantity taken apart: an open end is None."""

    low: Decimal | None
    high: Decimal | None
    about: bool
    unit: str


def read_figure(spelled: str) -> Figure | None:
    """Return a quantity as its canonical spelling has it, None where it is none."""
    written, _, unit = spelled.partition(" ")
    low, dots, high = written.removeprefix("~").partition("..")
    ends = (low, high if dots else low)
    if not unit or not any(ends) or not all(_NUMBER.fullmatch(end) for end in ends if end):
        return None
    first, last = (Decimal(end) if end else None for end in ends)
    return Figure(first, last, written.startswith("~"), unit)


def plain_figure(spelled: str, words: ReportWords) -> str:
    """Return a quantity in words: `12.. person` is at least 12 people; nothing if it is none."""
    figure = read_figure(spelled)
    if figure is None:
        return ""
    if figure.unit == "score":
        low, high = (0 if end is None else end for end in (figure.low, figure.high))
        return f"{low}-{high}"
    told = _with_unit(figure, words)
    return words.say("about", value=told) if figure.about else told


def names_unit(unit: str, words: ReportWords) -> bool:
    """Return whether a reader is told in words what is counted."""
    return unit in ("percent", "score") or bool(_named(unit, None, words))


def _with_unit(figure: Figure, words: ReportWords) -> str:
    low, high = figure.low, figure.high
    last = low if high is None else high
    assert last is not None
    pattern = _pattern(figure.unit, _counted(last), words)
    number = _range(low, high, words)
    if figure.unit == "percent":
        return f"{number}%"
    if _GAP not in pattern and low != high:
        pattern = _pattern(figure.unit, None, words)
    # A dual has its number in it.
    return pattern.replace(_GAP, number)


def _counted(number: Decimal) -> int | None:
    """Return a number that a noun agrees with; None of a fraction and of one told in millions."""
    whole = number == number.to_integral_value() and abs(number) < _SCALES[-1][0]
    return int(number) if whole else None


def _range(low: Decimal | None, high: Decimal | None, words: ReportWords) -> str:
    if low is None and high is not None:
        return words.say("at_most", value=_number(high, words))
    assert low is not None
    if high is None:
        return words.say("at_least", value=_number(low, words))
    first, last = _number(low, words), _number(high, words)
    return first if low == high else words.say("from_to", first=first, last=last)


def _number(number: Decimal, words: ReportWords) -> str:
    """Return a number with its thousands apart, or in millions where that loses nothing."""
    for scale, word in _SCALES:
        if abs(number) >= scale:
            count = (number / scale).normalize()
            scaled = f"{count:f}"
            name = words.form(words.scales[word], _counted(count))
            return f"{scaled} {name}" if _SHORT.fullmatch(scaled) else f"{number:,}"
    return f"{number:,}"


def _pattern(unit: str, number: int | None, words: ReportWords) -> str:
    """Return `{0} kilometers`; the number alone for a noun of another script."""
    return _named(unit, number, words) or f"{_GAP}{_english(unit, one=number == 1)}"


def _named(unit: str, number: int | None, words: ReportWords) -> str:
    """Return `{0} kilometers`, nothing for what the reader's language cannot name."""
    if unit in words.nouns:
        return words.form(words.nouns[unit], number)
    if words.language == "en":
        return f"{_GAP}{_english(unit, one=number == 1)}" if unit.isascii() else ""
    if _CURRENCY.fullmatch(unit):
        return f"{_GAP} {currency_names(words.language).get(unit, unit)}"
    base, _, per = unit.partition("/")
    told = words.form(_cldr(words.language).get(base, {}), number)
    if not per or not told:
        return told
    return _cldr(words.language).get(per, {}).get("per", "").replace(_GAP, told)


def _english(unit: str, *, one: bool) -> str:
    """Return the end of a figure in English, from the unit's id."""
    if not unit.isascii():
        return ""
    base, slash, per = unit.partition("/")
    noun, _, rest = base.partition("_per_")
    named = noun if one or not _ENGLISH_NOUN.fullmatch(noun) else _plural(noun)
    rate = f" a {per}" if slash else f" per {rest}" if rest else ""
    return f" {named}{rate}".replace("_", " ")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


@cache
def _cldr(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return CLDR's patterns of physical units by our ids, `_` for `-`."""
    patterns = unit_patterns(language)
    named = {name.partition("-")[2].replace("-", "_"): name for name in patterns}
    # A long form that is missing is the same as the short one.
    widths = ("short", "long")
    return {
        unit: {form: text for width in widths for form, text in _forms(patterns[name], width)}
        for unit, name in named.items()
    }


def _forms(pattern: Mapping[str, Mapping[str, str]], width: str) -> Iterable[tuple[str, str]]:
    return pattern.get(width, {}).items()
