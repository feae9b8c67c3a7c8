"""Why two statements were, or were not, set against each other."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.link.context import Context
from claimcheck.link.pairs import weigh
from claimcheck.link.weights import weights
from claimcheck.model.claim import CandidatePair, Claim
from claimcheck.model.lines import line_of
from claimcheck.model.relation import Relation
from claimcheck.pipeline import Run
from claimcheck.values import compare_values

_PLACE = re.compile(r"(?P<source>.+):(?P<line>\d{1,9})")
# The pairs of two long lines are many; the likeliest tell enough.
_MOST_PAIRS = 3


class Statement(NamedTuple):
    """A line of a source, as `PATH:LINE` names it."""

    source: str
    line: int


class Comparison(NamedTuple):
    """Two claims of two statements: how their values compare, and the finding they are in."""

    pair: CandidatePair
    relation: Relation
    finding: str


def statement(text: str) -> Statement | None:
    """Return the line that `PATH:LINE` names, None for anything else."""
    found = _PLACE.fullmatch(text)
    return Statement(found["source"], int(found["line"])) if found else None


def compared(run: Run, left: Statement, right: Statement) -> list[Comparison]:
    """Return the likeliest pairs of claims of two lines that answer one question.

    Raises:
        ClaimcheckError: for a source that was not read, for a line without claims, and for two
            lines that answer no common question.
    """
    context = Context(run.claims)
    pairs = [
        _weighed(one, other, context)
        for one in _claims(run, left)
        for other in _claims(run, right)
        if one.attribute == other.attribute and one.id != other.id
    ]
    if not pairs:
        raise ClaimcheckError(
            f"{left.source}:{left.line}, {right.source}:{right.line}: one gives no date, place or"
            " figure where the other gives one"
        )
    told = [Comparison(pair, _relation(pair), _finding(run, pair)) for pair in pairs]
    told.sort(key=lambda one: (one.finding == "", one.relation == "incomparable", -one.pair.weight))
    return told[:_MOST_PAIRS]


def _weighed(one: Claim, other: Claim, context: Context) -> CandidatePair:
    left, right = (one, other) if one.article <= other.article else (other, one)
    return weigh(left, right, context, weights())


def _claims(run: Run, at: Statement) -> Sequence[Claim]:
    text = next((source.text for source in run.sources if source.path == at.source), None)
    if text is None:
        read = ", ".join(source.path for source in run.sources[:_MOST_PAIRS])
        raise ClaimcheckError(f"{at.source}: not among the sources that were read ({read}, ...)")
    found = [
        claim
        for claim in run.claims
        if claim.source == at.source
        and line_of(text, claim.sentence.start) <= at.line <= line_of(text, claim.sentence.end - 1)
    ]
    on_line = [claim for claim in found if line_of(text, claim.value.span.start) == at.line]
    if not found:
        raise ClaimcheckError(f"{at.source}:{at.line}: no date, place or figure was read there")
    return on_line or found


def _relation(pair: CandidatePair) -> Relation:
    return compare_values(pair.left.value, pair.right.value)


def _finding(run: Run, pair: CandidatePair) -> str:
    """Return the id of the finding that two claims are both evidence of, if any."""
    both = {pair.left.id, pair.right.id}
    findings = run.report.findings
    return next((f.id for f in findings if both <= {piece.claim for piece in f.evidence}), "")
