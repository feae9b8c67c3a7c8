"""Canonical values in the reader's language: `2014-05` is May 2014, or مايو 2014."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.bidi import is_right_to_left
from claimcheck.report.dates import plain_date
from claimcheck.report.figures import names_unit, plain_figure, read_figure
from claimcheck.report.place_names import facility_kind, place_name

if TYPE_CHECKING:
    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import Evidence


def plain_value(piece: Evidence, words: ReportWords) -> str:
    """Return a value in words; in the source's own where there is no better way."""
    value = piece.value
    if read_figure(value):
        return _figure(piece, words)
    said = plain_date(value, words) or place_name(value, words)
    return said or _facility(piece, words) or piece.quote


def _figure(piece: Evidence, words: ReportWords) -> str:
    """Return a figure; as the source spells it where only that says what is counted."""
    figure = read_figure(piece.value)
    named = figure is not None and names_unit(figure.unit, words)
    if not named and is_readers(piece.quote, words):
        return piece.quote
    return plain_figure(piece.value, words)


def _facility(piece: Evidence, words: ReportWords) -> str:
    """Return what kind of facility it is, with the source's words for it, if it is one."""
    kind = facility_kind(piece.value)
    if not kind or is_readers(piece.quote, words):
        return ""
    return words.say("named", kind=kind, name=piece.quote)


def is_readers(text: str, words: ReportWords) -> bool:
    """Return whether a text is in the reader's script."""
    return is_right_to_left(text) == (words.language == "ar")
