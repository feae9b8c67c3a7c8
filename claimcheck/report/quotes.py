"""A value in its sentence: cut to a readable length, the value marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.bidi import direction
from claimcheck.report.escape import html_text, markdown_part, visible

if TYPE_CHECKING:
    from claimcheck.model.finding import Evidence

ELLIPSIS = "…"
# Code points kept on each side of the value: three lines of a rendered page in all.
READABLE = 160
# A word longer than this is no word, and is cut where it stands.
_LONGEST_WORD = 40


class Quote(NamedTuple):
    """A sentence around a value, each part as the source spells it."""

    before: str
    value: str
    after: str


def quoted(evidence: Evidence, around: int = READABLE) -> Quote:
    """Return the value in its sentence, at most `around` code points on each side of it."""
    text, value = evidence.text, evidence.quote
    start = evidence.start - evidence.sentence[0]
    if text[start : start + len(value)] != value:
        start = text.find(value)
    if start < 0:
        return Quote("", cut_end(value, around), "")
    end = start + len(value)
    return Quote(
        _cut_start(text[:start], around), cut_end(value, around), cut_end(text[end:], around)
    )


def plain_quote(evidence: Evidence, around: int) -> str:
    """Return the value in its sentence on one line, for a terminal."""
    quote = quoted(evidence, around)
    return visible("".join(quote)).strip()


def cell_quote(evidence: Evidence, language: str) -> str:
    """Return the value in its sentence for a table cell, with the sentence's own direction.

    HTML around Markdown, as Markdown has no way to say that a quotation runs from right to left.
    """
    before, value, after = (markdown_part(part) for part in quoted(evidence))
    lang = f' lang="{html_text(language)}"' if language else ""
    marked = f"{before}<mark><b>{value}</b></mark>{after}".strip()
    return f'<div dir="{direction(language)}"{lang}>{marked}</div>'


def cut_end(text: str, length: int) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= length:
        return text
    kept = text[:length]
    space = kept.rfind(" ", max(0, length - _LONGEST_WORD))
    return (kept[:space] if space > 0 else kept) + ELLIPSIS


def _cut_start(text: str, length: int) -> str:
    """Return the end of a text, cut between words."""
    if len(text) <= length:
        return text
    kept = text[len(text) - length :]
    space = kept.find(" ", 0, _LONGEST_WORD)
    return ELLIPSIS + kept[space + 1 :]
