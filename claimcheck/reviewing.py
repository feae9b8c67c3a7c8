"""What `claimcheck review` does: decide on findings, one by one or by name, and keep the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.config import load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.invocation import Options, check, finding_of
from claimcheck.lang.report_words import ReportWords, report_words
from claimcheck.model.finding import Finding, Report, Review, Verdict
from claimcheck.model.language import Language
from claimcheck.output import write_files
from claimcheck.report.escape import visible
from claimcheck.report.to_gate import open_lines
from claimcheck.report.to_json import FILE as REPORT
from claimcheck.report.to_terminal import finding_lines
from claimcheck.reviews import (
    REVIEWABLE,
    Reviews,
    applied,
    as_yaml,
    entry_of,
    load_reviews,
    pruned,
)
from claimcheck.terminal import complain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.pipeline import Run

KEYS = {"d": "dismiss", "a": "accept", "s": "skip", "w": "why", "q": "quit"}
_VERDICTS: dict[str, Verdict] = {"dismiss": "dismissed", "accept": "accepted"}
_GOLD_REMEDY = "name another folder with --export-gold"
_REMEDY = "check `reviews` in the configuration"


def words() -> ReportWords:
    """Return the words of the terminal, which are English."""
    return report_words(Language.EN)


def counted(number: int, noun: str) -> str:
    """Return `1 finding`, `2 findings`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Signed(NamedTuple):
    """Who reviews and when, as the command line says; empty where it does not."""

    by: str = ""
    date: str = ""

    def review(self, verdict: Verdict, reason: str) -> Review:
        """Return a review in this name.

        Raises:
            ClaimcheckError: without a reason.
        """
        if not reason.strip():
            raise ClaimcheckError('a review needs a reason: --reason "..."')
        return Review(verdict=verdict, reason=reason.strip(), by=self.by, date=self.date)


class Desk(NamedTuple):
    """A run with the reviews that it was read with."""

    done: Run
    reviews: Reviews

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings that no review covers, conflicts first."""
        return tuple(finding for finding in _reviewable(self.done.report) if not finding.review)

    def saved(self, reviews: Reviews) -> Desk:
        """Return the desk with other reviews, after their file was written."""
        write_files(reviews.path.parent, {reviews.path.name: as_yaml(reviews)}, _REMEDY)
        return Desk(self.done.reporting(applied(self.done.report, reviews)), reviews)


def desk(options: Options) -> Desk:
    """Return a run over the articles that the options or the configuration name.

    Where neither does, they are those of the last report.
    """
    config = load_config(Path())
    reviews = load_reviews(Path(config.reviews))
    if not options.paths and not config.paths:
        options = options._replace(paths=_reported(Path(config.out)) or None)
    return Desk(check(options), reviews)


def _reported(folder: Path) -> list[str]:
    """Return the sources of the report in a folder that are still there."""
    try:
        tree = json.loads((folder / REPORT).read_text(encoding="utf-8"))
        paths = [source["path"] for source in tree["sources"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []
    return [path for path in paths if isinstance(path, str) and Path(path).is_file()]


def named(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which arguments are ids of findings, and which are paths."""
    paths = [argument for argument in arguments if Path(argument).exists()]
    return [argument for argument in arguments if argument not in paths], paths


def review_by_id(at: Desk, ids: Sequence[str], review: Review) -> Desk:
    """Return the desk after a review of the findings named."""
    report = _without_agreements(at.done.report)
    return _reviewed(at, [finding_of(report, wanted) for wanted in ids], review)


def review_all_open(at: Desk, review: Review) -> Desk:
    """Return the desk after one review of all that is open."""
    return _reviewed(at, at.open, review)


def reopen(at: Desk, ids: Sequence[str]) -> Desk:
    """Return the desk without the reviews named.

    Raises:
        ClaimcheckError: where there is no such review.
    """
    known = [entry.fingerprint for entry in at.reviews.entries]
    for wanted in ids:
        if sum(name.startswith(wanted) for name in known) != 1:
            raise ClaimcheckError(f"{wanted}: there is not one review with this id")
    kept = [e for e in at.reviews.entries if not e.fingerprint.startswith(tuple(ids))]
    say(f"Reopened {counted(len(known) - len(kept), 'finding')}.")
    return at.saved(at.reviews.replaced(kept))


def prune(at: Desk) -> Desk:
    """Return the desk without stale reviews."""
    removed = len(at.done.report.stale_reviews)
    say(f"Removed {counted(removed, 'stale review')}.")
    return at.saved(pruned(at.reviews, at.done.report))


def list_open(at: Desk) -> None:
    """Print what is open, each finding with its id."""
    for number, finding in enumerate(at.open, 1):
        say(*open_lines(number, finding, words()), f"   id {finding.id}", "")
    say(_standing(at))


def export_gold(at: Desk, folder: Path) -> None:
    """Write what is reviewed as a gold story.

    Raises:
        ClaimcheckError: where nothing is, or where the folder holds something else.
    """
    from claimcheck.evaluation.export import exported
    from claimcheck.evaluation.gold import STORY_FILE

    shown = visible(folder.as_posix())
    story = exported(at.done, folder.absolute().name)
    if folder.exists() and not (folder / STORY_FILE).is_file() and any(folder.iterdir()):
        raise ClaimcheckError(f"{shown}: holds something else; {_GOLD_REMEDY}")
    write_files(folder, story.texts, _GOLD_REMEDY)
    say(f"{shown}: {counted(story.findings, 'reviewed finding')} written.")
    if story.open:
        complain(f"note: {counted(story.open, 'open conflict')} there will count as false alarms")


def walk(at: Desk, key: Callable[[], str], line: Callable[[str], str], signed: Signed) -> None:
    """Ask for a decision on each open finding; every one is saved before the next is asked for.

    key: gives the next key pressed; line: asks for a line and gives it.
    """
    waiting = at.open
    for number, finding in enumerate(waiting, 1):
        say("", f"{number} of {len(waiting)}", *open_lines(number, finding, words()))
        action = _action(key, finding)
        if action == "quit":
            break
        if action in _VERDICTS:
            reason = _reason(line)
            at = _reviewed(at, [finding], signed.review(_VERDICTS[action], reason))
    say("", _standing(at))


def _action(key: Callable[[], str], finding: Finding) -> str:
    """Return what the next key that means something asks for; `why` is answered here."""
    while True:
        say("   " + "   ".join(f"{letter} {action}" for letter, action in KEYS.items()))
        action = _pressed(key())
        if action == "why":
            say("", *finding_lines(finding, words()), "")
        elif action:
            return action


def _pressed(letter: str) -> str:
    """Return the action of a key: its letter, or its number on a keyboard without the letter."""
    if letter.isdecimal() and 1 <= int(letter) <= len(KEYS):
        return list(KEYS.values())[int(letter) - 1]
    return KEYS.get(letter.casefold(), "skip" if letter == " " else "")


def _reason(line: Callable[[str], str]) -> str:
    while True:
        reason = line("   Reason: ").strip()
        if reason:
            return reason


def _reviewed(at: Desk, findings: Sequence[Finding], review: Review) -> Desk:
    entries = [entry_of(finding, review) for finding in findings]
    for entry in entries:
        say(f"{review.verdict}: {entry.fingerprint}")
    return at.saved(at.reviews.replaced([*at.reviews.entries, *entries]))


def _standing(at: Desk) -> str:
    reviewed = sum(1 for finding in _reviewable(at.done.report) if finding.review)
    return f"{counted(len(at.open), 'finding')} open, {reviewed} reviewed."


def _reviewable(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level in REVIEWABLE]


def _without_agreements(report: Report) -> Report:
    return report.reviewed(tuple(_reviewable(report)), report.stale_reviews)
