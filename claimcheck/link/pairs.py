"""All claims -> the pairs that may be about the same thing."""

from collections.abc import Sequence

from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare
from claimcheck.link.context import Context
from claimcheck.link.guards import guards
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import CandidatePair, Claim

_LEAST_AFFINITY = 60
# What equal values may add to a pair's evidence when it is judged.
_EQUAL_VALUES = 450


def pairs_of(claims: Sequence[Claim]) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position."""
    table = weights()
    context = Context(claims)
    found = []
    for left, right in candidates(claims, context.affinities, _LEAST_AFFINITY):
        pair = weigh(left, right, context, table)
        if pair.weight >= table.unknown - _EQUAL_VALUES:
            found.append(pair)
    return tuple(found)


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed."""
    compared = compare(left, right, context, table)
    weight = table.prior + sum(comparison.weight for comparison in compared)
    return CandidatePair(
        left=left,
        right=right,
        comparisons=compared,
        guards=guards(left, right, compared, context, table),
        weight=weight,
        margin=weight - table.passed,
    )
