"""What the gate found as plain lines for a terminal: what is new, and how to review it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from claimcheck.report.escape import visible
from claimcheck.report.statement import counts, question, sides
from claimcheck.report.to_terminal import said_lines, unchecked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import Finding, Report, StaleReview

# How many pieces of evidence stand under one side; the report has them all.
_SHOWN_PER_SIDE = 2
# Of the sources that alone were judged.
_SHOWN_SOURCES = 5
_INDENT = "   "


def gate_lines(
    report: Report, failing: Sequence[Finding], paths: Sequence[str], words: ReportWords
) -> list[str]:
    """Return the counts and every finding that fails, with the quotes of each side.

    paths: what the command was told of where to read, for the commands on a finding.
    """
    lines = [counts(report.summary, words)]
    for number, finding in enumerate(failing, 1):
        lines += ["", *_open(number, finding, paths, words)]
    told = unchecked(report.summary)
    return [*lines, *([""] if told else []), *told]


def open_lines(number: int, finding: Finding, words: ReportWords) -> list[str]:
    """Return an open finding: what it asks, and the quotes of each side."""
    level = "" if finding.level == "conflict" else f" ({finding.level}: {finding.reading})"
    lines = [f"{number}. {visible(question(finding, words))}{level}"]
    for side in sides(finding, words):
        for piece in side.evidence[:_SHOWN_PER_SIDE]:
            lines += said_lines(piece, words)
        more = len(side.evidence) - _SHOWN_PER_SIDE
        if more > 0:
            lines.append(f"{_INDENT}   and {more} more")
    return lines


def stale_lines(stale: Sequence[StaleReview]) -> list[str]:
    """Return a line for each review that covers nothing any more, with its place."""
    return [
        f"{visible(one.source)}:{one.line}: stale review {visible(one.id)}{_about(one)}:"
        " no such finding any more; claimcheck review --prune removes it"
        for one in stale
    ]


def touched_line(touched: Collection[str] | None) -> list[str]:
    """Return a line on the sources that alone were judged, if not all were."""
    if touched is None:
        return []
    if not touched:
        return ["", "No source that is read has changed."]
    shown = [visible(path) for path in sorted(touched)]
    more = f" and {len(shown) - _SHOWN_SOURCES} more" if len(shown) > _SHOWN_SOURCES else ""
    return ["", f"Judged is what touches {', '.join(shown[:_SHOWN_SOURCES])}{more}."]


def verdict_line(reasons: Sequence[str], covered: int) -> str:
    """Return how the gate decided, and why."""
    known = f" {covered} finding{'' if covered == 1 else 's'} reviewed." if covered else ""
    if reasons:
        return f"Gate failed: {'; '.join(map(visible, reasons))}.{known}"
    return f"Gate passed.{known}"


def _open(number: int, finding: Finding, paths: Sequence[str], words: ReportWords) -> Iterator[str]:
    yield from open_lines(number, finding, words)
    where = "".join(f" {visible(shlex.quote(path))}" for path in paths)
    yield f"{_INDENT}why: claimcheck explain {finding.id}{where}"
    yield f'{_INDENT}known, or none: claimcheck review {finding.id}{where} --dismiss --reason "..."'


def _about(stale: StaleReview) -> str:
    return f" ({visible(stale.about)})" if stale.about else ""
