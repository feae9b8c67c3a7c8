"""What a finding or a whole run says, in plain words: question, sides, sentence, counts."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.bidi import is_right_to_left
from claimcheck.report.dates import plain_date
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import Evidence, Finding, Summary

# Distinct values of one side that are named; the others fit them.
_MOST_VALUES = 2


class Side(NamedTuple):
    """The evidence for one value of a finding; `value` is in the reader's language."""

    letter: str
    value: str
    evidence: tuple[Evidence, ...]


def question(finding: Finding, words: ReportWords) -> str:
    """Return what the sources answer differently: `A debt write-off: when?`."""
    arabic = words.language == "ar" and finding.subject_ar
    subject = finding.subject_ar if arabic else finding.subject
    return words.say("question", subject=_capital(subject), asked=words.questions[finding.kind])


def statement(finding: Finding, words: ReportWords) -> str:
    """Return the rule's message for the reader; quotes that alone do not tell a value, in words."""
    arabic = words.language == "ar" and finding.message_ar
    said = finding.message_ar if arabic else finding.message
    unclear = {
        piece.quote: plain_value(piece, words)
        for piece in reversed(finding.evidence)
        if _is_foreign(piece.quote, words) or _is_relative(piece, words)
    }
    if not unclear:
        return _capital(said)
    # The longest first, and all at once: a value in words may hold its quote again.
    quotes = re.compile("|".join(map(re.escape, sorted(unclear, key=len, reverse=True))))
    return _capital(quotes.sub(lambda quote: unclear[quote[0]], said))


def _is_foreign(quote: str, words: ReportWords) -> bool:
    """Return whether a quote has letters, and of another script than the reader's."""
    if words.language == "ar":
        return not is_right_to_left(quote) and any(letter.isalpha() for letter in quote)
    return is_right_to_left(quote)


def _is_relative(piece: Evidence, words: ReportWords) -> bool:
    """Return whether a quote is a date whose year stands elsewhere: `last Friday`."""
    dated = bool(piece.quote.strip() and plain_date(piece.value, words))
    return dated and piece.value[:4] not in piece.quote


def title(finding: Finding, words: ReportWords) -> str:
    """Return the title of the rule that fired."""
    return finding.title_ar if words.language == "ar" and finding.title_ar else finding.title


def sides(finding: Finding, words: ReportWords) -> list[Side]:
    """Return the sides in order, each with all its evidence."""
    found = []
    for letter, pieces in groupby(finding.evidence, lambda piece: piece.side):
        same = tuple(pieces)
        values = dict.fromkeys(plain_value(piece, words) for piece in same)
        found.append(Side(letter, " / ".join(list(values)[:_MOST_VALUES]), same))
    return found


def counts(summary: Summary, words: ReportWords) -> str:
    """Return the counts as one sentence."""
    return words.say(
        "counts",
        sources=words.counted(summary.sources, "source"),
        articles=words.counted(summary.articles, "article"),
        claims=words.counted(summary.claims, "claim"),
        conflicts=words.counted(summary.conflicts, "conflict"),
        tensions=words.counted(summary.tensions, "tension"),
        agreements=words.counted(summary.agreements, "agreement"),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
