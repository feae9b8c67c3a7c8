"""One pair under one rule: a conflict, a tension, an agreement or nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.check.rule import Rule
from claimcheck.check.values import Relation, compare_values
from claimcheck.model.claim import CandidatePair
from claimcheck.model.finding import FindingReading, Level

# In hundredths of a bit: what equal values add to the evidence, and the margin that outweighs a
# guard whose result is unknown. Then the guards that equal values stand in for.
_EQUAL_VALUES = 300
_OUTWEIGHS = 400
_PROVEN_BY_VALUE = ("same event", "same time")


class Judged(NamedTuple):
    """A pair and what a rule makes of it."""

    pair: CandidatePair
    rule: Rule
    relation: Relation
    level: Level | None
    reading: FindingReading


def judge(pair: CandidatePair, rule: Rule) -> Judged:
    """Return the level and reading of a pair under a rule that covers it."""
    relation, near = compare_values(pair.left.value, pair.right.value)
    if relation in ("equal", "compatible"):
        agreed = _agrees(pair, rule, relation)
        return Judged(pair, rule, relation, "agreement" if agreed else None, "agreement")
    failed = _failed(pair)
    if relation == "different" and not failed and near and _passed(pair, rule.needs):
        return Judged(pair, rule, relation, "conflict", "contradiction")
    if relation == "different" and len(failed) == 1 and failed <= rule.tensions.keys():
        (name,) = failed
        passed = _passed(pair, [need for need in rule.needs if need != name])
        return Judged(pair, rule, relation, "tension" if passed else None, rule.tensions[name])
    return Judged(pair, rule, relation, None, "contradiction")


def _agrees(pair: CandidatePair, rule: Rule, relation: Relation) -> bool:
    """Return whether two values that fit are one fact.

    An equal value is itself evidence that the event is one, though its date be disputed.
    """
    if relation == "compatible":
        return not _failed(pair) and _passed(pair, rule.needs)
    needs = [need for need in rule.needs if need not in _PROVEN_BY_VALUE]
    return (
        _failed(pair) <= set(_PROVEN_BY_VALUE)
        and _passed(pair, needs)
        and pair.margin + _EQUAL_VALUES >= 0
    )


def _failed(pair: CandidatePair) -> set[str]:
    return {guard.guard for guard in pair.guards if guard.result == "fail"}


def _passed(pair: CandidatePair, needs: Iterable[str]) -> bool:
    """Return whether the guards needed pass; strong evidence outweighs what is unknown."""
    results = {guard.guard: guard.result for guard in pair.guards}
    enough = ("pass", "unknown") if pair.margin >= _OUTWEIGHS else ("pass",)
    return all(results[name] in enough for name in needs)
