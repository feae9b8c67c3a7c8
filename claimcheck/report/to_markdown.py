"""The report as Markdown, for a reader who has two minutes."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from claimcheck.report import overview, sections
from claimcheck.report.conflict import conflict, heading
from claimcheck.report.escape import url_path
from claimcheck.report.page import Page, page
from claimcheck.report.target import Rendered

if TYPE_CHECKING:
    from claimcheck.model.finding import Finding, Report
    from claimcheck.report.target import Target

FILE = "conflicts.md"
PAGES = "conflicts"
# The names of its pages: no other file in their folder is ours.
PAGE = re.compile(r"[0-9a-f]{12}(-[0-9]+)?\.md")
# With more conflicts than this, each has a page of its own.
PAGED_ABOVE = 50


def render(report: Report, target: Target) -> Rendered:
    """Return the report as Markdown with the HTML that code hosts allow: one page or many."""
    view = page(report, target.folder, target.words)
    found = report.of_level("conflict")
    if len(found) <= PAGED_ABOVE:
        return Rendered({FILE: _whole(view)})
    below = page(report, posixpath.join(target.folder, PAGES), target.words)
    apart = {
        _page_of(finding): _alone(number, finding, below) for number, finding in enumerate(found, 1)
    }
    return Rendered({FILE: _whole(view, paged=True), **apart})


def _page_of(finding: Finding) -> str:
    return f"{PAGES}/{finding.id}.md"


def _whole(view: Page, *, paged: bool = False) -> str:
    """Return the report's first page; `paged` leaves the conflicts to pages of their own."""
    conflicts = view.say("conflicts_apart") if paged else sections.conflicts(view)
    parts = [
        f"# {view.say('title')}",
        overview.unchecked(view),
        overview.summary(view),
        overview.contents(view, _path_to if paged else _anchor_of),
        conflicts,
        sections.tensions(view) if view.report.summary.tensions else "",
        sections.agreements(view) if view.report.of_level("agreement") else "",
        overview.sources(view),
    ]
    return directed("\n\n".join(part for part in parts if part), view)


def _anchor_of(finding: Finding) -> str:
    return f"#{url_path(finding.id)}"


def _path_to(finding: Finding) -> str:
    return url_path(_page_of(finding))


def _alone(number: int, finding: Finding, view: Page) -> str:
    """Return the page of one conflict."""
    back = f"[{view.say('back')}](../{FILE})"
    return directed(
        f"{back}\n\n{heading(number, finding, view, '#')}\n\n{conflict(finding, view)}", view
    )


def directed(text: str, view: Page) -> str:
    """Return a page with a line's end, told from right to left where its language is."""
    if view.words.language == "en":
        return f"{text}\n"
    return f'<div dir="rtl" lang="{view.words.language}">\n\n{text}\n\n</div>\n'
