"""The report as Markdown, for a reader who has two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report import overview, sections
from claimcheck.report.page import page

if TYPE_CHECKING:
    from claimcheck.model.finding import Report

TITLE = "# Where the sources contradict each other"


def render(report: Report, folder: str) -> str:
    """Return the report as Markdown with the HTML that code hosts allow.

    folder: where the page will stand; links to sources start from there.
    """
    view = page(report, folder)
    parts = [TITLE, overview.unchecked(view), overview.summary(view), sections.conflicts(view)]
    if report.summary.tensions:
        parts.append(sections.tensions(view))
    if report.summary.agreements:
        parts.append(sections.agreements(view))
    parts.append(overview.sources(view))
    return "\n\n".join(parts) + "\n"
