"""Reports and explanations as plain lines for a terminal.

A quote stands alone on its line, so that Arabic in it cannot turn English beside it around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import visible
from claimcheck.report.quotes import plain_quote
from claimcheck.report.reasons import reason_of
from claimcheck.report.statement import counts, question, sides, statement
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.claim import CandidatePair, Claim, Guard
    from claimcheck.model.finding import Evidence, Finding, Report, Summary
    from claimcheck.model.relation import Relation

# A summary is read without scrolling.
_MOST_LINES = 36
# Code points of a sentence shown on each side of its value.
_AROUND = 45
# How many pieces of evidence a summary shows for one side.
_SHOWN_PER_SIDE = 2
_MOST_PAIRS = 3


def summary_lines(report: Report, words: ReportWords) -> list[str]:
    """Return the counts and the first conflicts, at most a screenful."""
    lines = [counts(report.summary, words), *unchecked(report.summary)]
    found = report.of_level("conflict")
    conflicts = [finding for finding in found if finding.review is None]
    if len(conflicts) < len(found):
        lines.append(
            f"Of the conflicts, reviewed and not shown here: {len(found) - len(conflicts)}."
        )
    for number, finding in enumerate(conflicts, 1):
        block = ["", *_conflict(number, finding, words)]
        if len(lines) + len(block) > _MOST_LINES and number > 1:
            lines += ["", f"... and {len(conflicts) - number + 1} more in the report."]
            break
        lines += block
    return lines


def unchecked(summary: Summary) -> list[str]:
    """Return a line on what could not be checked, if anything."""
    if not summary.problems:
        return []
    problems = "1 problem" if summary.problems == 1 else f"{summary.problems} problems"
    return [f"Not everything was checked: {problems}, see the report."]


def finding_lines(finding: Finding, words: ReportWords) -> list[str]:
    """Return a finding with all its evidence, its guards and its diagnosis."""
    rule = f"{visible(finding.rule)}: {visible(finding.title)}"
    lines = [
        f"{finding.level} {finding.id}  ({finding.kind}, {finding.reading})",
        visible(statement(finding, words)),
        f"rule {rule}",
    ]
    if finding.diagnosis:
        lines.append(f"perhaps {words.diagnoses[finding.diagnosis]}")
    if finding.review:
        lines.append(f"{finding.review.verdict}: {visible(finding.review.reason)}")
    for piece in finding.evidence:
        lines += ["", *said_lines(piece, words)]
    return [*lines, "", "Guards", *guard_lines(finding.guards, words)]


def guard_lines(guards: Iterable[Guard], words: ReportWords) -> list[str]:
    """Return one line a guard: its result, its name and why."""
    return [f"  {g.result:<8} {visible(g.guard)}{_because(g, words)}" for g in guards]


def pair_lines(finding: Finding, pairs: Sequence[CandidatePair]) -> list[str]:
    """Return how the claims of a finding were compared, component by component."""
    claims = {piece.claim: piece.side for piece in finding.evidence}
    joined = [pair for pair in pairs if {pair.left.id, pair.right.id} <= claims.keys()]
    lines: list[str] = []
    for pair in joined[:_MOST_PAIRS]:
        lines += ["", *_pair(pair)]
    if len(joined) > _MOST_PAIRS:
        lines += ["", f"... and {len(joined) - _MOST_PAIRS} more pairs of its claims."]
    return lines


def compared_lines(
    pair: CandidatePair, relation: Relation, finding: str, words: ReportWords
) -> list[str]:
    """Return how two claims compare, guard by guard, and what came of it.

    finding: the id of the finding that both are evidence of, if any.
    """
    guards = ["Guards", *guard_lines(pair.guards, words)]
    return ["", _outcome(pair, relation, finding), "", *_pair(pair), *guards]


def _outcome(pair: CandidatePair, relation: Relation, finding: str) -> str:
    values = f"{_named(pair.left)} and {_named(pair.right)}"
    if finding:
        return f"{values}: evidence of finding {finding}"
    if relation != "different":
        return f"{values}: {_RELATIONS[relation]}, so no conflict"
    failed = [guard.guard for guard in pair.guards if guard.result == "fail"]
    why = f"fails: {', '.join(failed)}" if failed else "another statement fits better"
    return f"{values}: different, but not set against each other; {visible(why)}"


_RELATIONS = {
    "equal": "the same value",
    "compatible": "values that fit each other",
    "incomparable": "values that cannot be compared",
}


def _conflict(number: int, finding: Finding, words: ReportWords) -> Iterator[str]:
    yield f"{number}. {visible(question(finding, words))}"
    for side in sides(finding, words):
        for piece in side.evidence[:_SHOWN_PER_SIDE]:
            yield from said_lines(piece, words)
    yield f"   why: claimcheck explain {finding.id}"


def said_lines(piece: Evidence, words: ReportWords) -> list[str]:
    """Return a piece of evidence: its side, value and place, and the quote on a line of its own."""
    value = visible(plain_value(piece, words))
    return [
        f"   {visible(piece.side)}  {value}  {visible(piece.source)}:{piece.line}",
        f"      {plain_quote(piece, _AROUND)}",
    ]


def _because(guard: Guard, words: ReportWords) -> str:
    reason = visible(reason_of(guard, words) or guard.because)
    return f": {reason}" if reason else ""


def _pair(pair: CandidatePair) -> Iterator[str]:
    yield f"Compared: {_named(pair.left)} and {_named(pair.right)}"
    for comparison in pair.comparisons:
        because = f"  {visible(comparison.because)}" if comparison.because else ""
        yield f"  {_bits(comparison.weight)}  {comparison.component}: {comparison.level}{because}"
    yield f"  {_bits(pair.weight)}  in all (log2 odds that they are about the same thing)"


def _named(claim: Claim) -> str:
    return f"{visible(str(claim.value))} ({visible(claim.source)})"


def _bits(hundredths: int) -> str:
    """Return a weight in bits: `+3.50`."""
    sign = "-" if hundredths < 0 else "+"
    whole, rest = divmod(abs(hundredths), 100)
    return f"{f'{sign}{whole}.{rest:02d}':>7}"
