"""The findings of the Markdown report: conflicts in full, tensions in short, agreements folded."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.report import page
from claimcheck.report.bidi import isolate
from claimcheck.report.escape import html_text, markdown
from claimcheck.report.page import Page, folded, place, table
from claimcheck.report.quotes import block_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model.claim import Guard
    from claimcheck.model.finding import Evidence, Finding

READINGS = {
    "contradiction": "they cannot all be right",
    "update": "one may be an update of the other",
    "stage": "they may speak of different stages",
    "scope": "they may count different things",
    "spread": "they may be different estimates",
    "dispute": "those quoted say different things",
    "agreement": "they say the same",
}
RESULTS = {
    "pass": "✓ holds",
    "fail": "✗ fails",
    "unknown": "? not known",
    "n.a.": "– does not apply",
}
# How many quotes of one side stand open; a side's others say the same and are folded.
_OPEN_QUOTES = 2


def conflicts(view: Page) -> str:
    """Return the conflicts, one numbered section each."""
    found = view.report.of_level("conflict")
    if not found:
        return "## Conflicts\n\nNone found."
    sections = [_conflict(number, finding, view) for number, finding in enumerate(found, 1)]
    return "\n\n".join(["## Conflicts", *sections])


def tensions(view: Page) -> str:
    """Return what a reader could reconcile: the sides and why, quotes folded."""
    found = view.report.of_level("tension")
    lead = "The sources differ, but may both be right: an update, another stage or scope."
    return "\n\n".join(["## Tensions", lead, *(_tension(finding, view) for finding in found)])


def agreements(view: Page) -> str:
    """Return the facts that independent sources state alike, folded away."""
    lines = [_agreement(finding, view) for finding in view.report.of_level("agreement")]
    return "## Agreements\n\n" + folded("Facts that several sources state alike", "\n".join(lines))


def _conflict(number: int, finding: Finding, view: Page) -> str:
    parts = [
        f"### {number}. {markdown(finding.message, 'en')}",
        _in_arabic(finding),
        _sides(finding, view),
        _diagnosis(finding),
        _quotes(finding.evidence, view),
        _guards(finding.guards),
        _rule(finding),
    ]
    return "\n\n".join(part for part in parts if part)


def _tension(finding: Finding, view: Page) -> str:
    parts = [
        f"### {markdown(finding.message, 'en')}",
        f"Why no conflict: {READINGS[finding.reading]}.",
        _sides(finding, view),
        folded("Quotes", _quotes(finding.evidence, view)),
        _rule(finding),
    ]
    return "\n\n".join(parts)


def _agreement(finding: Finding, view: Page) -> str:
    said = (
        f"{isolate(markdown(piece.quote))} {place(piece.source, piece.line, view.folder)}"
        for piece in finding.evidence
    )
    return f"- {markdown(finding.message, 'en')} — {'; '.join(said)}"


def _in_arabic(finding: Finding) -> str:
    """Return the statement in Arabic, as its own right-to-left paragraph, if there is one."""
    if not finding.message_ar:
        return ""
    return f'<p dir="rtl" lang="ar">{html_text(finding.message_ar, "ar")}</p>'


def _sides(finding: Finding, view: Page) -> str:
    head = ["Side", "Value", "In its words", "Source", "Publisher", "Written"]
    return table(head, (_side(piece, view) for piece in finding.evidence))


def _side(piece: Evidence, view: Page) -> list[str]:
    article = view.articles.get(piece.article)
    return [
        f"**{markdown(piece.side)}**",
        isolate(markdown(piece.value)),
        isolate(markdown(piece.quote)),
        place(piece.source, piece.line, view.folder),
        page.publisher(article),
        page.written(article),
    ]


def _diagnosis(finding: Finding) -> str:
    return f"**Perhaps:** {markdown(finding.diagnosis, 'en')}." if finding.diagnosis else ""


def _quotes(evidence: Sequence[Evidence], view: Page) -> str:
    """Return every piece of evidence in its sentence, the first of each side open."""
    opened: list[Evidence] = []
    rest: list[Evidence] = []
    for _, pieces in groupby(evidence, lambda piece: piece.side):
        same = list(pieces)
        opened += same[:_OPEN_QUOTES]
        rest += same[_OPEN_QUOTES:]
    shown = _quotations(opened, view)
    return f"{shown}\n\n{folded('More quotes', _quotations(rest, view))}" if rest else shown


def _quotations(evidence: Iterable[Evidence], view: Page) -> str:
    return "\n\n".join(_quotation(piece, view) for piece in evidence)


def _quotation(piece: Evidence, view: Page) -> str:
    article = view.articles.get(piece.article)
    name = page.publisher(article)
    where = place(piece.source, piece.line, view.folder)
    said_by = f"{name}, {where}" if name else where
    return f"**{markdown(piece.side)}** · {said_by}\n\n{block_quote(piece, page.language(article))}"


def _guards(guards: Sequence[Guard]) -> str:
    if not guards:
        return ""
    rows = (
        [markdown(guard.guard), RESULTS[guard.result], markdown(guard.because, "en")]
        for guard in guards
    )
    return folded("Why these may be set against each other", table(["Guard", "", "Why"], rows))


def _rule(finding: Finding) -> str:
    """Return the rule that fired, and the command that tells more."""
    title = markdown(finding.title, "en")
    rule, ask = markdown(finding.rule), markdown(f"claimcheck explain {finding.id}")
    return f"<sub>Rule <code>{rule}</code>: {title} · more: <code>{ask}</code></sub>"
