"""One pair under one rule: a conflict, a tension, an agreement or nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.check.rule import Rule
from claimcheck.check.values import Relation, compare_values
from claimcheck.model.claim import CandidatePair
from claimcheck.model.finding import FindingReading, Level
from claimcheck.model.mention import Entity, Quantity, Timex

# In hundredths of a bit: what equal values add to the evidence, and the margin that outweighs a
# guard whose result is unknown. Then the guards that equal values stand in for.
_EQUAL_RANGE = 450
_EQUAL_DATES = {"minute": 350, "hour": 350, "day": 300, "month": 300, "year": 200}
_EQUAL_FIGURES = 300
_EQUAL_OTHER = 150
_OUTWEIGHS = 400
_PROVEN_BY_VALUE = {"same event", "same time"}


class Judged(NamedTuple):
    """A pair and what a rule makes of it; weight: the pair's, with what equal values add."""

    pair: CandidatePair
    rule: Rule
    relation: Relation
    level: Level | None
    reading: FindingReading
    weight: int


def judge(pair: CandidatePair, rule: Rule) -> Judged:
    """Return the level and reading of a pair under a rule that covers it."""
    relation, near = compare_values(pair.left.value, pair.right.value)
    if relation in ("equal", "compatible"):
        agreed = _agrees(pair, rule, relation)
        weight = pair.weight + (_told_by(pair.left.value) if relation == "equal" else 0)
        return Judged(pair, rule, relation, "agreement" if agreed else None, "agreement", weight)
    failed = _failed(pair)
    likely = near or _supported(pair)
    if relation == "different" and not failed and likely and _passed(pair, rule.needs):
        return Judged(pair, rule, relation, "conflict", "contradiction", pair.weight)
    if relation == "different" and len(failed) == 1 and failed <= rule.tensions.keys():
        (name,) = failed
        passed = _passed(pair, [need for need in rule.needs if need != name])
        level: Level | None = "tension" if passed else None
        return Judged(pair, rule, relation, level, rule.tensions[name], pair.weight)
    return Judged(pair, rule, relation, None, "contradiction", pair.weight)


def _agrees(pair: CandidatePair, rule: Rule, relation: Relation) -> bool:
    """Return whether two values that fit are one fact.

    An equal value is itself evidence that the event is one, though its date be disputed.
    """
    if relation == "compatible":
        return not _failed(pair) and _passed(pair, rule.needs)
    failed = _failed(pair)
    return (
        failed <= _PROVEN_BY_VALUE
        and (rule.kind == "quantity" or _reached(pair, "frame") in ("same", "near"))
        and pair.margin + _told_by(pair.left.value) >= 0
    )


def _told_by(value: Quantity | Timex | Entity) -> int:
    """Return what it adds to the evidence that both give this very value: more, the rarer it is."""
    if isinstance(value, Timex):
        return _EQUAL_RANGE if "/" in value.edtf else _EQUAL_DATES.get(value.grain, _EQUAL_OTHER)
    if isinstance(value, Quantity) and value.low is not None:
        digits = str(abs(value.low)).replace(".", "").strip("0")
        return _EQUAL_FIGURES if len(digits) > 1 else _EQUAL_OTHER
    return _EQUAL_OTHER


def _supported(pair: CandidatePair) -> bool:
    """Return whether other exact values beside the two are the same."""
    return _reached(pair, "support") in ("one", "several")


def _reached(pair: CandidatePair, component: str) -> str:
    """Return the level that a pair reaches in a component, or nothing."""
    return next((c.level for c in pair.comparisons if c.component == component), "")


def _failed(pair: CandidatePair) -> set[str]:
    return {guard.guard for guard in pair.guards if guard.result == "fail"}


def _passed(pair: CandidatePair, needs: Iterable[str]) -> bool:
    """Return whether the guards needed pass; strong evidence outweighs what is unknown."""
    results = {guard.guard: guard.result for guard in pair.guards}
    enough = ("pass", "unknown") if pair.margin >= _OUTWEIGHS else ("pass",)
    return all(results[name] in enough for name in needs)
