"""All claims -> the pairs that may be about the same thing."""

from collections.abc import Sequence

from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare
from claimcheck.link.context import Context
from claimcheck.link.guards import guards
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import CandidatePair, Claim, Comparison

_LEAST_AFFINITY = 60
# What equal values may add to a pair's evidence when it is judged.
_EQUAL_VALUES = 450


def pairs_of(claims: Sequence[Claim]) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position."""
    table = weights()
    context = Context(claims)
    found = []
    for left, right in candidates(claims, context.affinities, _LEAST_AFFINITY):
        compared = compare(left, right, context, table)
        if sum_of(compared, table) >= table.unknown - _EQUAL_VALUES:
            found.append(_pair(left, right, compared, context, table))
    return tuple(found)


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed, whatever their evidence sums to."""
    return _pair(left, right, compare(left, right, context, table), context, table)


def _pair(
    left: Claim, right: Claim, compared: tuple[Comparison, ...], context: Context, table: Weights
) -> CandidatePair:
    weight = sum_of(compared, table)
    return CandidatePair.model_construct(
        left=left,
        right=right,
        comparisons=compared,
        guards=guards(left, right, compared, context, table),
        weight=weight,
        margin=weight - table.passed,
    )


def sum_of(compared: tuple[Comparison, ...], table: Weights) -> int:
    """Return the evidence of a pair, in hundredths of a bit (log2 odds)."""
    return table.prior + sum(comparison.weight for comparison in compared)
