"""Findings and claims as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.report.claims import as_csv
from claimcheck.report.escape import csv_cell
from claimcheck.report.plain import articles_of
from claimcheck.report.statement import question, statement
from claimcheck.report.target import Rendered
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import ArticleSummary, Evidence, Finding, Report
    from claimcheck.report.target import Target

FINDINGS = "findings.csv"
CLAIMS = "claims.csv"
# Without it spreadsheets take UTF-8 for an old encoding, and Arabic for garbage.
_BYTE_ORDER_MARK = "\ufeff"


def render(report: Report, target: Target) -> Rendered:
    """Return the findings, a row for each piece of evidence, and the claims of all articles."""
    articles = articles_of(report)
    rows = [row for finding in report.findings for row in _rows(finding, articles, target.words)]
    return Rendered(
        {
            FINDINGS: _BYTE_ORDER_MARK + _table(rows),
            CLAIMS: _BYTE_ORDER_MARK + as_csv(target.claims),
        }
    )


def _table(rows: list[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: csv_cell(cell) for column, cell in row.items()})
    return out.getvalue()


_COLUMNS = (
    *("id", "level", "kind", "rule", "reading", "about", "message", "diagnosis", "side", "value"),
    *("in_words", "quote", "source", "line", "column", "publisher", "written", "sentence"),
)


def _rows(
    finding: Finding, articles: Mapping[str, ArticleSummary], words: ReportWords
) -> Iterator[Mapping[str, str]]:
    """Yield a row for each piece of a finding's evidence."""
    about = (
        *(finding.id, finding.level, finding.kind, finding.rule, finding.reading),
        *(question(finding, words), statement(finding, words), finding.diagnosis),
    )
    for piece in finding.evidence:
        cells = (*about, *_said(piece, articles.get(piece.article), words))
        yield dict(zip(_COLUMNS, cells, strict=True))


def _said(piece: Evidence, article: ArticleSummary | None, words: ReportWords) -> tuple[str, ...]:
    return (
        *(piece.side, piece.value, plain_value(piece, words), piece.quote),
        *(piece.source, str(piece.line), str(piece.column)),
        *((article.publisher or "", article.anchor) if article else ("", "")),
        piece.text,
    )
