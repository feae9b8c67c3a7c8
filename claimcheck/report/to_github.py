"""The report for a GitHub workflow: annotations beside the lines, and a summary of the job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report import overview, sections
from claimcheck.report.escape import command_data, command_property, visible
from claimcheck.report.location import region
from claimcheck.report.page import page
from claimcheck.report.plain import told
from claimcheck.report.severity import faults
from claimcheck.report.statement import question
from claimcheck.report.target import Rendered
from claimcheck.report.to_markdown import directed
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import Evidence, Finding, Report
    from claimcheck.report.page import Page
    from claimcheck.report.severity import Severity
    from claimcheck.report.target import Target

# GitHub refuses a summary over 1 MiB; other steps of the job may write to it too.
MOST_BYTES = 600_000


def render(report: Report, target: Target) -> Rendered:
    """Return workflow commands, one for each piece of evidence, and the job's summary."""
    commands = [
        command
        for finding, severity in faults(report)
        for command in _commands(finding, severity, target.words)
    ]
    log = "".join(f"{command}\n" for command in commands)
    return Rendered(log=log, summary=_summary(page(report, None, target.words)))


def _commands(finding: Finding, severity: Severity, words: ReportWords) -> Iterator[str]:
    """Yield a command for each place that a finding is about."""
    explain = words.say("explain", command=f"claimcheck explain {finding.id}")
    rest = f"{told(finding, words)}\n{explain}"
    title = question(finding, words)
    for piece in finding.evidence:
        value = words.say("side_of", side=piece.side, value=plain_value(piece, words))
        named = {"file": piece.source, **_lines(piece), "title": title}
        properties = ",".join(f"{key}={command_property(text)}" for key, text in named.items())
        message = command_data(f"{visible(value)}\n{rest}")
        yield f"::{severity.github} {properties}::{message}"


def _lines(piece: Evidence) -> dict[str, str]:
    """Return line and columns; GitHub takes columns only of a stretch on one line."""
    where = region(piece)
    if where is None:
        return {}
    lines = {"line": str(where.line), "endLine": str(where.end_line)}
    if where.line != where.end_line:
        return lines
    return {**lines, "col": str(where.column), "endColumn": str(where.end_column)}


def _summary(view: Page) -> str:
    """Return as much of the Markdown report as a job's page holds, without links."""
    parts = [f"# {view.say('title')}", overview.unchecked(view), overview.summary(view)]
    found = sections.each_conflict(view)
    room = MOST_BYTES - sum(len(part.encode()) for part in parts)
    shown = 0
    for section in found:
        room -= len(section.encode())
        if room < 0:
            break
        parts.append(section)
        shown += 1
    rest = sections.not_shown(len(view.report.of_level("conflict")) - shown, view)
    return directed("\n\n".join([*parts, *rest]), view)
