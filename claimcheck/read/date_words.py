"""Lines and words that are nothing but a date."""

import re

from claimcheck.lang.pack import PACKS
from claimcheck.read.lines import Line
from claimcheck.read.zone_words import listed, months, tokens, weekdays

_DATE_LENGTH = 80
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MONTH_NUMBERS = re.compile(r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2})(?!\d)")
_DIGITS = re.compile(r"\d+")


def has_number(text: str, start: int, end: int) -> bool:
    """Return whether a digit of any script stands between two offsets."""
    return _NUMBER.search(text, start, end) is not None


def date_word(word: str) -> bool:
    """Return whether a word may stand in a date line: a number, a month, `13th`, `GMT`."""
    if word[0].isdecimal():
        letters = _DIGITS.sub("", word)
        return not letters or in_names(letters, listed("date_words") | months())
    return in_names(word, months() | weekdays() | listed("date_words"))


def names_month(text: str, start: int, end: int) -> bool:
    """Return whether a month is named between two offsets, by word or in a numeric date."""
    if _MONTH_NUMBERS.search(text, start, end):
        return True
    words = (_DIGITS.sub("", word) for word in tokens(text, start, end))
    return any(word and in_names(word, months()) for word in words)


def is_day(text: str, start: int, end: int) -> bool:
    """Return whether a month and a year are named between two offsets."""
    return _YEAR.search(text, start, end) is not None and names_month(text, start, end)


def names_weekday(text: str, start: int, end: int) -> bool:
    """Return whether a day of the week is named between two offsets."""
    return any(in_names(word, weekdays()) for word in tokens(text, start, end))


def in_names(word: str, names: frozenset[str]) -> bool:
    """Return whether a word, folded as some language folds it, is one of `names`."""
    return any(pack.fold(word) in names for pack in PACKS.values())


def is_date(text: str, line: Line) -> bool:
    """Return whether a line is nothing but a date that names at least a year or a month."""
    if line.length > _DATE_LENGTH or not has_number(text, line.start, line.end):
        return False
    first = tokens(text, line.start, line.start + _DATE_LENGTH // 2)[:1]
    if not first or not date_word(first[0]):
        return False
    words = tokens(text, line.start, line.end)
    labels = listed("published")
    return _is_dated(text, line) and all(
        date_word(word) or in_names(word, labels) for word in words
    )


def _is_dated(text: str, line: Line) -> bool:
    named = names_month(text, line.start, line.end)
    return named or _YEAR.search(text, line.start, line.end) is not None
