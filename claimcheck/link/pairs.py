"""All claims -> the pairs that may be about the same thing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare
from claimcheck.link.context import Context
from claimcheck.link.guards import guards, same_event
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import OF_VALUES, CandidatePair, Claim, Comparison, Guard
from claimcheck.values import MOST_TOLD, compare_values

_LEAST_AFFINITY = 60


class Compared(NamedTuple):
    """Two claims compared; weight: what the comparisons sum to."""

    left: Claim
    right: Claim
    comparisons: tuple[Comparison, ...]
    weight: int


def pairs_of(claims: Sequence[Claim], table: Weights | None = None) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position.

    table: other weights than the shipped ones.
    """
    table = table or weights()
    context = Context(claims)
    return tuple(
        _pair(one, _told(one, context, table), table)
        for one in _compared_pairs(claims, context, table)
        if one.weight >= table.least(one.left.attribute) - MOST_TOLD
    )


def compared_pairs(claims: Sequence[Claim]) -> Iterator[Compared]:
    """Yield all candidate pairs compared, whatever their evidence sums to."""
    return _compared_pairs(claims, Context(claims), weights())


def _compared_pairs(
    claims: Sequence[Claim], context: Context, table: Weights
) -> Iterator[Compared]:
    for left, right in candidates(claims, context, _LEAST_AFFINITY):
        if compare_values(left.value, right.value) != "incomparable":
            yield _compared(left, right, context, table)


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed, with all guards, whatever their evidence sums to."""
    one = _compared(left, right, context, table)
    return _pair(one, guards(left, right, one.comparisons, context, _evidence(one, table)), table)


def _compared(left: Claim, right: Claim, context: Context, table: Weights) -> Compared:
    comparisons = compare(left, right, context, table)
    return Compared(left, right, comparisons, table.total(left.attribute, comparisons))


def _evidence(one: Compared, table: Weights) -> Guard:
    return same_event(one.left, one.weight, table)


def _told(one: Compared, context: Context, table: Weights) -> tuple[Guard, ...]:
    """Return the guards of a pair; of values that differ on too little evidence, only that."""
    evidence = _evidence(one, table)
    differ = any(comparison.component in OF_VALUES for comparison in one.comparisons)
    if differ and evidence.result == "fail":
        return (evidence,)
    return guards(one.left, one.right, one.comparisons, context, evidence)


def _pair(one: Compared, told: tuple[Guard, ...], table: Weights) -> CandidatePair:
    return CandidatePair.model_construct(
        left=one.left,
        right=one.right,
        comparisons=one.comparisons,
        guards=told,
        weight=one.weight,
        agreed=one.weight - table.agreed[one.left.attribute],
    )
