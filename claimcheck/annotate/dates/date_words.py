"""The vocabulary of dates: what each word, number and mark of a text may be in one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.phrases import Phrases
from claimcheck.errors import RuleError
from claimcheck.lang.cldr import Width, month_names, weekday_names
from claimcheck.lang.pack import PACKS, words
from claimcheck.resources import Tree

UNITS = (
    "minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year",
    "decade", "century", "millennium",
)  # fmt: skip
PARTS = ("early", "mid", "late")
ERAS = ("ad", "bc", "hijri")
DAYPARTS = ("am", "pm", "dawn", "morning", "noon", "afternoon", "evening", "night")
FEASTS = (
    "new_year", "new_year_eve", "epiphany", "valentine", "womens_day", "nowruz", "labour_day",
    "halloween", "thanksgiving", "christmas_eve", "christmas", "boxing_day", "eastern_christmas",
    "ash_wednesday", "palm_sunday", "good_friday", "easter", "easter_monday", "pentecost",
    "groundhog_day", "st_patrick", "april_fools", "earth_day", "anzac_day", "fathers_day",
    "juneteenth", "canada_day", "bastille_day", "labor_day", "columbus_day", "bonfire_night",
    "veterans_day", "cyber_monday", "aids_day", "presidents_day", "king_day", "australia_day",
    "islamic_new_year", "ashura", "mawlid", "isra", "eid_fitr", "arafah", "eid_adha",
)  # fmt: skip
_NAMES = {
    name: at for names in (UNITS, PARTS, ERAS, DAYPARTS, FEASTS) for at, name in enumerate(names)
}

# A word that is a date only in better company, and the class it sinks to in worse.
_WEAKER = {"month": "weak", "hmonth": "hweak", "weekday": "wday"}
_FAINTER = {"weak": "faint", "hweak": "hfaint", "wday": "faintday", "premonth": "premonthfaint"}
_WEAK = {"weak", "hweak", "wday"}
# The letters of classes: none that means something in a regular expression, and nearly all below
# 256, where `re` compiles sets of them fast.
_ALPHABET = tuple(chr(n) for n in range(ord("0"), 0x3000) if chr(n) not in "[\\]^_|~")
_WIDTHS: tuple[Width, ...] = ("wide", "abbreviated")
UNKNOWN = "_"
NEWLINE = "\n"

Values = Mapping[str, int]


class Entry(NamedTuple):
    """What a phrase, a number or a mark may be: class -> value.

    code: the letter that stands for its classes; faint: the same after a clitic or in lower case.
    """

    values: Values
    code: str
    faint: "Entry | None" = None


class Vocabulary(NamedTuple):
    """The date words of a language.

    openings: the first words of its phrases -> the second words that they may have, folded.
    skipped: words that mean nothing inside a date, folded.
    cased: names of months and days open with a capital.
    """

    phrases: Phrases[Entry]
    openings: Mapping[str, frozenset[str]]
    skipped: frozenset[str]
    cased: bool


_CODES: dict[frozenset[str], str] = {}


def entry(values: Values) -> Entry:
    """Return the entry for these classes, with the letter of its set of classes."""
    classes = frozenset(values)
    code = _CODES.setdefault(classes, _ALPHABET[len(_CODES)])
    if not classes & _WEAK:
        return Entry(values, code)
    faint = entry({_FAINTER.get(name, name): value for name, value in values.items()})
    return Entry(values, code, faint)


def letters(name: str) -> str:
    """Return the letters of all entries that belong to the class `name`."""
    return _letters(name, len(_CODES))


@cache
def _letters(name: str, known: int) -> str:  # noqa: ARG001 (a new letter asks again)
    if name == "newline":
        return NEWLINE
    return "".join(code for classes, code in _CODES.items() if name in classes)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the date words of a language: its table, and CLDR's month and day names."""
    fold = PACKS[language].fold
    merged: dict[tuple[str, ...], dict[str, int]] = {}
    for word, name, value in (*_listed(language), *_calendar_names(language)):
        # A word of letters is one atom.
        keys = tuple(map(fold, [word] if word.isalpha() else (one.text for one in atoms(word))))
        merged.setdefault(keys, {})[_grade(language, name, " ".join(keys))] = value
    phrases: Phrases[Entry] = Phrases((), language)
    month_first = "month first" in folded(language, "traits")
    for keys, values in merged.items():
        for bare in _without_article(keys, language):
            values |= {
                name: merged[bare][name] for name in merged.get(bare, {}) if name not in values
            }
        month = values.get("month", values.get("weak"))
        if month_first and month is not None:
            values["premonth"] = month
        phrases.add(keys, entry(values))
    cased = any(key[:1].isupper() for key in _locale_names(language))
    return Vocabulary(phrases, _openings(merged), folded(language, "skipped"), cased)


def _openings(phrases: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Return the first words of phrases, each with the second words after it."""
    found: dict[str, set[str]] = {}
    for first, *later in phrases:
        found.setdefault(first, set()).update(later[:1])
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _without_article(keys: tuple[str, ...], language: str) -> list[tuple[str, ...]]:
    """Return the phrase without the article of its first word, if that has one."""
    return [
        (reading.key, *keys[1:])
        for reading in PACKS[language].readings(keys[0])
        if len(reading.proclitics) == 1 and len(reading.proclitics[0]) > 1
    ]


@cache
def folded(language: str, name: str) -> frozenset[str]:
    """Return one of the plain lists of the table, folded."""
    fold = PACKS[language].fold
    return frozenset(fold(word) for word in written(language, name))


@cache
def written(language: str, name: str) -> frozenset[str]:
    """Return one of the plain lists of the table, as its words are written."""
    tree = _table(language).get(name)
    if not isinstance(tree, list):
        raise RuleError([f"rules/lang/{language}/dates.yaml: {name}: expected a list"])
    return frozenset(word for word in tree if isinstance(word, str))


def _table(language: str) -> Mapping[str, Tree]:
    tree = words(language, "dates")
    if not isinstance(tree, dict):
        raise RuleError([f"rules/lang/{language}/dates.yaml: expected a mapping"])
    return tree


def _listed(language: str) -> Iterator[tuple[str, str, int]]:
    """Yield each word of the table with its class and its value."""
    classes = _table(language).get("words")
    for name, values in classes.items() if isinstance(classes, dict) else ():
        if not isinstance(values, dict):
            raise RuleError(
                [f"rules/lang/{language}/dates.yaml: words: {name}: expected a mapping"]
            )
        for value, listed in values.items():
            number = _NAMES[value] if value in _NAMES else int(value)
            for word in listed if isinstance(listed, list) else ():
                yield str(word), name, number


def _calendar_names(language: str) -> Iterator[tuple[str, str, int]]:
    """Yield the Gregorian month names and day names of the language's locales."""
    for code in _table(language)["locales"]:
        for width in _WIDTHS:
            for month, name in month_names(str(code), width).items():
                yield name, "month", month
            for weekday, name in weekday_names(str(code), width).items():
                yield name, "weekday", weekday


def _locale_names(language: str) -> list[str]:
    return [name for name, _, _ in _calendar_names(language)]


def _grade(language: str, name: str, key: str) -> str:
    """Return the class, or the weaker one for a word that is not only a date's."""
    weak = "weak_weekdays" if name == "weekday" else "weak"
    return _WEAKER[name] if name in _WEAKER and key in folded(language, weak) else name
