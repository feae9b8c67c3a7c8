"""What a finding or a whole run says, in plain words: question, sides, sentence, counts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.bidi import is_right_to_left
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from claimcheck.model.finding import Evidence, Finding, Kind, Summary

QUESTIONS: dict[Kind, str] = {
    "date": "when?",
    "place": "where?",
    "quantity": "what figure?",
    "actor": "who?",
    "polarity": "did it happen?",
    "calendar": "which day?",
    "arithmetic": "do the figures add up?",
}
# Distinct values of one side that are named; the others fit them.
_MOST_VALUES = 2


class Side(NamedTuple):
    """The evidence for one value of a finding; `value` is in plain English."""

    letter: str
    value: str
    evidence: tuple[Evidence, ...]


def question(finding: Finding) -> str:
    """Return what the sources answer differently: `A debt write-off: when?`."""
    return f"{_capital(finding.subject)}: {QUESTIONS[finding.kind]}"


def statement(finding: Finding) -> str:
    """Return the message for a reader of English: values in words, not in Arabic quotes."""
    said = finding.message
    for piece in sorted(finding.evidence, key=lambda piece: (-len(piece.quote), piece.start)):
        if is_right_to_left(piece.quote):
            said = said.replace(piece.quote, plain_value(piece, finding.kind))
    return _capital(said)


def sides(finding: Finding) -> list[Side]:
    """Return the sides in order, each with all its evidence."""
    found = []
    for letter, pieces in groupby(finding.evidence, lambda piece: piece.side):
        same = tuple(pieces)
        values = dict.fromkeys(plain_value(piece, finding.kind) for piece in same)
        found.append(Side(letter, " / ".join(list(values)[:_MOST_VALUES]), same))
    return found


def counts(summary: Summary) -> str:
    """Return the counts as one sentence."""
    read = (
        counted(summary.sources, "source"),
        counted(summary.articles, "article"),
        counted(summary.claims, "claim"),
    )
    found = (
        counted(summary.conflicts, "conflict"),
        counted(summary.tensions, "tension"),
        counted(summary.agreements, "agreement"),
    )
    return f"{', '.join(read)}: {', '.join(found)}."


def counted(number: int, noun: str) -> str:
    """Return `1 article`, `2 articles`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
