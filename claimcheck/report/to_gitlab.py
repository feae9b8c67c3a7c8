"""The report as a GitLab code-quality file, shown in merge requests beside the lines."""

from __future__ import annotations

import hashlib
import posixpath
from typing import TYPE_CHECKING

from claimcheck.report.escape import visible
from claimcheck.report.location import region
from claimcheck.report.plain import told
from claimcheck.report.severity import faults
from claimcheck.report.target import Rendered
from claimcheck.report.to_json import compact

if TYPE_CHECKING:
    from claimcheck.model.finding import Evidence, Finding, Report
    from claimcheck.report.severity import Severity
    from claimcheck.report.target import Target

FILE = "gl-code-quality-report.json"


def render(report: Report, target: Target) -> Rendered:
    """Return an entry for each piece of evidence, as every article of a conflict is to show it."""
    entries = [
        _entry(finding, number, severity, description)
        for finding, severity in faults(report)
        for description in [visible(told(finding, target.words))]
        for number in range(len(finding.evidence))
    ]
    return Rendered({FILE: compact(entries)})


def _entry(
    finding: Finding, number: int, severity: Severity, description: str
) -> dict[str, object]:
    piece = finding.evidence[number]
    where = region(piece)
    return {
        "check_name": finding.rule,
        "description": description,
        "fingerprint": _fingerprint(finding, number),
        "location": {
            "path": visible(posixpath.normpath(piece.source)),
            "lines": {"begin": where.line if where else 1},
        },
        "severity": severity.gitlab,
    }


def _fingerprint(finding: Finding, number: int) -> str:
    """Return a name of one entry that holds while lines move: of the n-th in its source."""
    piece = finding.evidence[number]
    before = sum(_same_place(piece, other) for other in finding.evidence[:number])
    identity = "\n".join((finding.id, piece.side, piece.source, str(before)))
    return hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _same_place(left: Evidence, right: Evidence) -> bool:
    return (left.side, left.source) == (right.side, right.source)
