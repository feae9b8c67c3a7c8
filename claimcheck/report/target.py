"""What a format is told beside the report, and what it gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.report.claims import Row


class Target(NamedTuple):
    """Whom and where a report is for.

    folder: where it will stand, with `/`. claims: those of the run, as rows.
    """

    folder: str
    words: ReportWords
    claims: Sequence[Row] = ()


class Rendered(NamedTuple):
    """What a format makes.

    files: name in the report's folder -> content. log: lines for a CI system's log, which obeys
    them. summary: Markdown for the page of a CI job.
    """

    files: Mapping[str, str] = {}
    log: str = ""
    summary: str = ""
