"""The findings of the Markdown report: conflicts in full, tensions in short, agreements folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report import page, reasons
from claimcheck.report.bidi import isolate
from claimcheck.report.escape import html_text, markdown
from claimcheck.report.page import Page, folded, place, table
from claimcheck.report.quotes import block_quote
from claimcheck.report.statement import Side, counted, question, sides, statement

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
_VERDICTS = {"accepted": "Reviewed, a known conflict", "dismissed": "Reviewed, no conflict"}
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
    """Return what a reader could reconcile: the statement and why, quotes folded."""
    found = view.report.of_level("tension")
    lead = "The sources differ, but may both be right: an update, another stage or scope."
    return "\n\n".join(["## Tensions", lead, *(_tension(finding, view) for finding in found)])


def agreements(view: Page) -> str:
    """Return the facts that independent sources state alike, folded away."""
    found = view.report.of_level("agreement")
    rows = [_agreement(finding, view) for finding in found]
    facts = f"{counted(len(rows), 'fact')} that several sources state alike"
    return "## Agreements\n\n" + folded(facts, table(["Fact", "In their words"], rows))


def _conflict(number: int, finding: Finding, view: Page) -> str:
    parts = [
        f"### {number}. {markdown(question(finding), 'en')}",
        markdown(statement(finding), "en"),
        _in_arabic(finding),
        _review(finding),
        *(_side(side, view) for side in sides(finding)),
        _diagnosis(finding),
        _guards("Why these may be set against each other", finding.guards),
        _rule(finding),
    ]
    return "\n\n".join(part for part in parts if part)


def _tension(finding: Finding, view: Page) -> str:
    quotes = "\n\n".join(_side(side, view) for side in sides(finding))
    parts = [
        f"### {markdown(question(finding), 'en')}",
        markdown(statement(finding), "en"),
        _in_arabic(finding),
        _review(finding),
        f"Why no conflict: {_why_none(finding)}.",
        folded("Quotes", quotes),
        _guards("What holds between them, and what does not", finding.guards),
        _rule(finding),
    ]
    return "\n\n".join(part for part in parts if part)


def _why_none(finding: Finding) -> str:
    if finding.reading == "contradiction":
        return "the configuration counts what this rule finds as tensions"
    return READINGS[finding.reading]


def _agreement(finding: Finding, view: Page) -> list[str]:
    said = (
        f"{isolate(markdown(piece.quote))} ({place(piece.source, piece.line, view.folder)})"
        for piece in finding.evidence
    )
    return [markdown(statement(finding), "en"), ", ".join(said)]


def _in_arabic(finding: Finding) -> str:
    """Return the statement in Arabic, as its own right-to-left paragraph, if there is one."""
    if not finding.message_ar:
        return ""
    return f'<p dir="rtl" lang="ar">{html_text(finding.message_ar, "ar")}</p>'


def _review(finding: Finding) -> str:
    """Return what an editor said of a finding, and who and when, if anybody did."""
    review = finding.review
    if review is None:
        return ""
    signed = " · ".join(markdown(part) for part in (review.by, review.date) if part)
    said = f"**{_VERDICTS[review.verdict]}:** {isolate(markdown(review.reason))}"
    return f"{said} ({isolate(signed)})" if signed else said


def _side(side: Side, view: Page) -> str:
    """Return the value of a side and its quotes, the first ones open."""
    heading = f"**{markdown(side.letter)}: {markdown(side.value, 'en')}**"
    shown, rest = side.evidence[:_OPEN_QUOTES], side.evidence[_OPEN_QUOTES:]
    parts = [heading, _quotations(shown, view)]
    if rest:
        parts.append(folded(f"{len(rest)} more that say so", _quotations(rest, view)))
    return "\n\n".join(parts)


def _quotations(evidence: Iterable[Evidence], view: Page) -> str:
    return "\n\n".join(_quotation(piece, view) for piece in evidence)


def _quotation(piece: Evidence, view: Page) -> str:
    article = view.articles.get(piece.article)
    said_by = (
        place(piece.source, piece.line, view.folder),
        page.publisher(article) or "publisher not named",
        f"written {page.written(article)}",
        page.headline(article),
    )
    line = " · ".join(part for part in said_by if part)
    return f"{line}\n\n{block_quote(piece, page.language(article))}"


def _diagnosis(finding: Finding) -> str:
    return f"**Perhaps:** {markdown(finding.diagnosis, 'en')}." if finding.diagnosis else ""


def _guards(title: str, guards: Sequence[Guard]) -> str:
    if not guards:
        return ""
    lines = [
        f"- {reasons.MARKS[guard.result]} {markdown(reasons.sentence(guard), 'en')}"
        for guard in guards
        if guard.result != "n.a."
    ]
    beside = reasons.beside_the_point(guards)
    lines += [f"- {reasons.MARKS['n.a.']} {markdown(beside, 'en')}"] if beside else []
    return folded(title, "\n".join(lines))


def _rule(finding: Finding) -> str:
    """Return the rule that fired, and the command that tells more."""
    title = markdown(finding.title, "en")
    rule, ask = markdown(finding.rule), markdown(f"claimcheck explain {finding.id}")
    return f"<sub>Rule <code>{rule}</code>: {title} · more: <code>{ask}</code></sub>"
