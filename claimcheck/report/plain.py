"""A finding as plain lines, for formats that know no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import visible
from claimcheck.report.page import day_written
from claimcheck.report.quotes import plain_quote
from claimcheck.report.statement import sides, statement
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import ArticleSummary, Evidence, Finding, Report

# Code points of a sentence shown on each side of its value.
_AROUND = 90


def articles_of(report: Report) -> dict[str, ArticleSummary]:
    """Return the articles of a report by id."""
    return {article.id: article for source in report.sources for article in source.articles}


def told(finding: Finding, words: ReportWords) -> str:
    """Return the statement, and how the values may have come to differ, in two lines at most."""
    lines = [visible(statement(finding, words))]
    if finding.diagnosis:
        lines.append(words.say("perhaps", diagnosis=words.diagnoses[finding.diagnosis]))
    return "\n".join(lines)


def evidence_lines(
    finding: Finding, articles: Mapping[str, ArticleSummary], words: ReportWords
) -> Iterator[str]:
    """Yield two lines for each piece of evidence: what it says and where; its sentence."""
    for side in sides(finding, words):
        for piece in side.evidence:
            value = words.say("side_of", side=side.letter, value=plain_value(piece, words))
            yield visible(f"{value} · {_where(piece, articles, words)}")
            yield f"   {plain_quote(piece, _AROUND)}"


def _where(piece: Evidence, articles: Mapping[str, ArticleSummary], words: ReportWords) -> str:
    """Return `path:line · publisher · written 2023-09-13`, as far as it is known."""
    article = articles.get(piece.article)
    day = day_written(article, words)
    parts = (
        f"{piece.source}:{piece.line}",
        (article.publisher or "") if article else "",
        words.say("written_on", when=day) if day else "",
    )
    return " · ".join(part for part in parts if part)
