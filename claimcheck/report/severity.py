"""How grave a finding is in the words of each format; what is not here is no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model.finding import Finding, Level, Report


class Severity(NamedTuple):
    """A level's name in SARIF (2.1.0, 3.27.10), for GitHub's annotations, and for GitLab."""

    sarif: str
    github: str
    gitlab: str


SEVERITIES: dict[Level, Severity] = {
    "conflict": Severity("error", "error", "major"),
    "tension": Severity("warning", "warning", "minor"),
}


def faults(report: Report) -> Iterator[tuple[Finding, Severity]]:
    """Yield the findings that are faults and open, in the report's order, with their severity."""
    return (one for one in results(report) if one[0].review is None)


def results(report: Report) -> Iterator[tuple[Finding, Severity]]:
    """Yield the findings that are faults, reviewed or not."""
    for level, severity in SEVERITIES.items():
        for finding in report.of_level(level):
            yield finding, severity
