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


class Policy(NamedTuple):
    """What a report is judged by.

    fail_on: the mildest level that fails.
    touched: the paths of the sources that are judged, against all; None for all sources.
    unread: sources that were named and could not be read, each with the reason.
    allow_empty: it may pass without a source or a claim.
    """

    fail_on: FailOn = FailOn.CONFLICT
    touched: frozenset[str] | None = None
    unread: tuple[str, ...] = ()
    allow_empty: bool = False


class Verdict(NamedTuple):
    """Whether a report may pass.

    failing: the findings it fails on, in the report's order; covered: those that a review lets
    pass; reasons: why it fails, in words.
    """

    failing: tuple[Finding, ...]
    covered: tuple[Finding, ...]
    reasons: tuple[str, ...]

    @property
    def exit(self) -> Exit:
        """Return the exit code that says so."""
        return Exit.FAILED if self.reasons else Exit.PASSED


_EVERYTHING = Policy()


def judge(report: Report, policy: Policy = _EVERYTHING) -> Verdict:
    """Return the verdict on a report.

    It fails on any conflict that no review covers, where a named source could not be read, and
    where nothing was claimed, so that nothing was checked.
    """
    levels = ("conflict",) if policy.fail_on is FailOn.CONFLICT else ("conflict", "tension")
    asked = [f for f in report.findings if f.level in levels and _touches(f, policy.touched)]
    failing = tuple(finding for finding in asked if finding.review is None)
    reasons = [
        *(_counted(sum(finding.level == level for finding in failing), level) for level in levels),
        *policy.unread,
        *_silence(report, policy),
    ]
    return Verdict(
        failing=failing,
        covered=tuple(finding for finding in asked if finding.review),
        reasons=tuple(reason for reason in reasons if reason),
    )


def _touches(finding: Finding, touched: frozenset[str] | None) -> bool:
    return touched is None or not touched.isdisjoint(finding.sources)


def _silence(report: Report, policy: Policy) -> list[str]:
    """Return why a report that says nothing is no pass, or nothing."""
    if policy.touched is not None and not policy.touched:
        return []
    touched = policy.touched
    judged = [one for one in report.sources if touched is None or one.path in touched]
    if sum(article.claims for source in judged for article in source.articles):
        return []
    # What could not be read is not empty.
    if policy.allow_empty and (judged or not report.problems):
        return []
    where = "any source" if touched is None else "the sources named"
    told = f"no claim was found in {where}, so nothing was checked"
    return [told if policy.allow_empty else f"{told} (--allow-empty lets it pass)"]


def _counted(number: int, level: str) -> str:
    """Return `2 conflicts`, or nothing for none."""
    return f"{number} {level}{'s' if number > 1 else ''}" if number else ""
