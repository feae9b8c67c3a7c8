"""Write a run's report: its files, and what a CI system reads of the log."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from claimcheck.lang.report_words import report_words
from claimcheck.output import append_text, remove_others, write_files
from claimcheck.report.claims import rows
from claimcheck.report.formats import DEFAULT, FOR_PEOPLE, render
from claimcheck.report.names import Format
from claimcheck.report.target import Rendered, Target
from claimcheck.report.to_markdown import PAGE, PAGES
from claimcheck.terminal import write

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.model.finding import Report
    from claimcheck.model.language import Language
    from claimcheck.pipeline import Run

# Where GitHub tells a job's steps to write their summary.
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"


def publish(
    done: Run, folder: Path, language: Language, formats: Sequence[Format] | None, judged: Report
) -> list[str]:
    """Return a line on the files written, if any; every format is rendered before one is touched.

    judged: what CI systems are told: the part of the run's report that a gate judges.
    """
    wanted = tuple(formats or DEFAULT)
    claims = rows(done.claims, done.sources) if Format.CSV in wanted else ()
    target = Target(folder.as_posix(), report_words(language), claims)
    whole = render(done.report, target, [name for name in wanted if name in FOR_PEOPLE])
    part = render(judged, target, [name for name in wanted if name not in FOR_PEOPLE])
    files = {**whole.files, **part.files}
    written = write_files(folder, files)
    _tidy(folder, files, wanted)
    _tell_ci(part)
    return _reports(written, folder)


def _reports(written: Sequence[Path], folder: Path) -> list[str]:
    """Return a line on the files written; pages of conflicts are told by their number."""
    names = [path.as_posix() for path in written if path.parent == folder]
    pages = Counter(path.parent.as_posix() for path in written if path.parent != folder)
    told = [*names, *(f"{parent}/ ({number} pages)" for parent, number in pages.items())]
    return [f"Report: {', '.join(told)}"] if told else []


def _tidy(folder: Path, files: Collection[str], formats: Collection[Format]) -> None:
    """Remove the pages of conflicts that an earlier run found and this one did not."""
    if Format.MARKDOWN in formats:
        kept = {PurePosixPath(name).name for name in files}
        remove_others(folder / PAGES, PAGE, kept)


def _tell_ci(made: Rendered) -> None:
    """Write what a CI system obeys: its commands to the log, its summary where it asks for one."""
    write([made.log])
    summary = os.environ.get(JOB_SUMMARY)
    if summary and made.summary:
        append_text(Path(summary), made.summary)
