"""One pair under one rule: a conflict, a tension, an agreement or nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.check.rule import Rule
from claimcheck.model.claim import OF_VALUES, CandidatePair
from claimcheck.model.finding import FindingReading, Level
from claimcheck.model.relation import Relation
from claimcheck.values import TOLD_OTHER, compare_values, fits_by_chance, told_by

# The guards that equal values stand in for, and the one that sums the evidence up.
_PROVEN_BY_VALUE = {
    "same event",
    "same kind of event",
    "same measure",
    "same time",
    "same subject",
    "told alike",
}
# The guards that a value told to the day, or in more than one digit, stands in for besides: what
# was planned and came about, what one tells of others too; the first needs that the event is one.
_PART = "same part"
_PROVEN_BY_EXACT = {_PART, "same status", "not denied", "not kept apart"}
_OF_PART = {"same kind of event", "told alike"}
_EXACT = 300
_SUM = "same event"
# The guards that explain why values differ: they have nothing to explain where these fit.
_EXPLAINING = {"same stage", "same plan", "more than estimates", "not disputed", "not grown"}


class Judged(NamedTuple):
    """A pair and what a rule makes of it.

    weight: the pair's, with what equal values add; likeness: the pair's without what the values
    themselves add.
    """

    pair: CandidatePair
    rule: Rule
    relation: Relation
    level: Level | None
    reading: FindingReading
    weight: int
    likeness: int


def judge(pair: CandidatePair, rule: Rule) -> Judged:
    """Return the level and reading of a pair under a rule that covers it."""
    relation = compare_values(pair.left.value, pair.right.value)
    if relation in ("equal", "compatible"):
        agreed = _agrees(pair, rule, relation)
        weight = pair.weight + (
            told_by(pair.left.value, pair.right.value) if relation == "equal" else 0
        )
        return Judged(
            pair, rule, relation, "agreement" if agreed else None, "agreement", weight, weight
        )
    failed = _failed(pair)
    likeness = pair.weight - sum(c.weight for c in pair.comparisons if c.component in OF_VALUES)
    if relation == "different" and not failed and _passed(pair, rule.needs):
        return Judged(pair, rule, relation, "conflict", "contradiction", pair.weight, likeness)
    if relation == "different" and failed and failed <= rule.tensions.keys():
        passed = _passed(pair, [need for need in rule.needs if need not in failed])
        level: Level | None = "tension" if passed else None
        reading = next(told for name, told in rule.tensions.items() if name in failed)
        return Judged(pair, rule, relation, level, reading, pair.weight, likeness)
    return Judged(pair, rule, relation, None, "contradiction", pair.weight, likeness)


def _agrees(pair: CandidatePair, rule: Rule, relation: Relation) -> bool:
    """Return whether two values that fit are one fact.

    An equal value is itself evidence that the event is one, though its date be disputed; that
    both name a country is none.
    """
    if fits_by_chance(pair.left.value, pair.right.value) or _few_of_others(pair):
        return False
    if relation == "compatible":
        needed = [need for need in rule.needs if need != _SUM]
        fitting = _failed(pair) <= {_SUM, *_EXPLAINING} and _passed(pair, needed)
        return fitting and pair.agreed >= TOLD_OTHER
    told = told_by(pair.left.value, pair.right.value)
    return _unproven(_failed(pair), told) <= _EXPLAINING and pair.agreed + told >= 0


def _unproven(failed: set[str], told: int) -> set[str]:
    """Return the guards that failed of which equal values that tell so much prove nothing."""
    left = failed - _PROVEN_BY_VALUE
    if told < _EXACT or (_PART in left and failed & _OF_PART):
        return left
    return left - _PROVEN_BY_EXACT


def _few_of_others(pair: CandidatePair) -> bool:
    """Return whether few, or a round number, of one thing are as many as of another."""
    levels = {comparison.component: comparison.level for comparison in pair.comparisons}
    told = told_by(pair.left.value, pair.right.value)
    return levels.get("unit") == "unlike" and told <= TOLD_OTHER


def _failed(pair: CandidatePair) -> set[str]:
    return {guard.guard for guard in pair.guards if guard.result == "fail"}


def _passed(pair: CandidatePair, needs: Iterable[str]) -> bool:
    """Return whether the guards needed hold; what is unknown has lowered the evidence's sum."""
    results = {guard.guard: guard.result for guard in pair.guards}
    told = {name: results.get(name, "n.a.") for name in needs}
    return all(
        result == "pass" or (result == "unknown" and name != _SUM) for name, result in told.items()
    )
