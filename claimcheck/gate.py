"""The one place that decides pass or fail, and what the exit codes mean."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.model.finding import Finding, Report


class Exit(IntEnum):
    """How a command ends."""

    PASSED = 0
    FAILED = 1
    UNUSABLE = 2


class FailOn(StrEnum):
    """The mildest level that fails."""

    CONFLICT = "conflict"
    TENSION = "tension"


class Verdict(NamedTuple):
    """Whether a report may pass.

    failing: the findings it fails on, in the report's order; reasons: why it fails, in words.
    """

    failing: tuple[Finding, ...]
    reasons: tuple[str, ...]

    @property
    def exit(self) -> Exit:
        """Return the exit code that says so."""
        return Exit.FAILED if self.reasons else Exit.PASSED


def judge(report: Report, fail_on: FailOn = FailOn.CONFLICT) -> Verdict:
    """Return the verdict on a report: it fails on any conflict, and where nothing was claimed.

    fail_on: failing on tensions fails on conflicts too.
    """
    levels = ("conflict",) if fail_on is FailOn.CONFLICT else ("conflict", "tension")
    failing = tuple(finding for finding in report.findings if finding.level in levels)
    reasons = [
        _counted(sum(finding.level == level for finding in failing), level) for level in levels
    ]
    if not report.summary.claims:
        reasons.append("no claim was found in any source, so nothing was checked")
    return Verdict(failing, tuple(reason for reason in reasons if reason))


def _counted(number: int, level: str) -> str:
    """Return `2 conflicts`, or nothing for none."""
    return f"{number} {level}{'s' if number > 1 else ''}" if number else ""
