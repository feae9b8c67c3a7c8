"""All claims -> the pairs that may be about the same thing."""

from collections.abc import Iterator, Sequence

from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare
from claimcheck.link.context import Context
from claimcheck.link.guards import evidence, guards
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import CandidatePair, Claim, Comparison, Guard
from claimcheck.values import compare_values

# A comparison that only values which differ have.
_OF_DIFFERENT = "closeness"
_LEAST_AFFINITY = 60
# What equal values may add to a pair's evidence when it is judged.
_EQUAL_VALUES = 450


def pairs_of(claims: Sequence[Claim], table: Weights | None = None) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position.

    table: other weights than the shipped ones.
    """
    table = table or weights()
    context = Context(claims)
    found = []
    for left, right, compared in _compared(claims, context, table):
        if table.total(left.attribute, compared) >= table.least(left.attribute) - _EQUAL_VALUES:
            told = _told(left, right, compared, context, table)
            found.append(_pair(left, right, compared, told, table))
    return tuple(found)


def compared_pairs(
    claims: Sequence[Claim],
) -> Iterator[tuple[Claim, Claim, tuple[Comparison, ...]]]:
    """Yield all candidate pairs compared, whatever their evidence sums to."""
    return _compared(claims, Context(claims), weights())


def _compared(
    claims: Sequence[Claim], context: Context, table: Weights
) -> Iterator[tuple[Claim, Claim, tuple[Comparison, ...]]]:
    for left, right in candidates(claims, context, _LEAST_AFFINITY):
        if compare_values(left.value, right.value).relation == "incomparable":
            continue
        yield left, right, compare(left, right, context, table)


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed, whatever their evidence sums to."""
    compared = compare(left, right, context, table)
    told = guards(left, right, compared, context, table)
    return _pair(left, right, compared, told, table)


def _told(
    left: Claim, right: Claim, compared: tuple[Comparison, ...], context: Context, table: Weights
) -> tuple[Guard, ...]:
    """Return the guards of a pair; of values that differ on too little evidence, only that."""
    same_event = evidence(left, compared, table)
    differ = any(comparison.component == _OF_DIFFERENT for comparison in compared)
    if differ and same_event.result == "fail":
        return (same_event,)
    return guards(left, right, compared, context, table)


def _pair(
    left: Claim,
    right: Claim,
    compared: tuple[Comparison, ...],
    told: tuple[Guard, ...],
    table: Weights,
) -> CandidatePair:
    weight = table.total(left.attribute, compared)
    return CandidatePair.model_construct(
        left=left,
        right=right,
        comparisons=compared,
        guards=told,
        weight=weight,
        margin=weight - table.passed[left.attribute],
        agreed=weight - table.agreed[left.attribute],
    )
