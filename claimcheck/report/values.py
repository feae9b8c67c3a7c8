"""Canonical values in the reader's language: `2014-05` is May 2014, or مايو 2014."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.lang.report_words import ReportWords, report_words
from claimcheck.report.bidi import is_right_to_left
from claimcheck.report.dates import plain_date
from claimcheck.report.figures import names_unit, plain_figure, read_figure
from claimcheck.report.place_names import facility_kind, place_name

if TYPE_CHECKING:
    from claimcheck.model.finding import Evidence
    from claimcheck.model.language import Language


def plain_value(piece: Evidence, words: ReportWords) -> str:
    """Return a value in words; in the source's own where there is no better way."""
    return _in_words(piece.value, piece.quote, words.language)


# Every format asks about the values of every side.
@lru_cache(1 << 14)
def _in_words(value: str, quote: str, language: Language) -> str:
    words = report_words(language)
    figure = read_figure(value)
    if figure:
        # Where only the source says what is counted, its own words do.
        named = names_unit(figure.unit, words) or not is_readers(quote, words)
        return plain_figure(value, words) if named else quote
    said = plain_date(value, words) or place_name(value, words)
    return said or _facility(value, quote, words) or quote


def _facility(value: str, quote: str, words: ReportWords) -> str:
    """Return what kind of facility it is, with the source's words for it, if it is one."""
    kind = facility_kind(value)
    if not kind or is_readers(quote, words):
        return ""
    return words.say("named", kind=kind, name=quote)


def is_readers(text: str, words: ReportWords) -> bool:
    """Return whether a text is in the reader's script."""
    return is_right_to_left(text) == (words.language == "ar")
