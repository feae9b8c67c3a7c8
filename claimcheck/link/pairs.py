"""All claims -> the pairs that may be about the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from claimcheck.lang.deeds import OF_EVENT
from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare, scale_of
from claimcheck.link.context import Context
from claimcheck.link.guards import guards, one_subject, same_event
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import DEEDS, Attribute, CandidatePair, Claim, Comparison, Guard
from claimcheck.model.relation import Relation
from claimcheck.values import TOLD_OTHER, compare_values, told_by

_LEAST_AFFINITY = 60
# Levels of two quantities of which no word names what they measure.
_UNNAMED = ("unit", "unknown")


class Compared(NamedTuple):
    """Two claims compared.

    relation: of their values; weight: what the comparisons sum to.
    """

    left: Claim
    right: Claim
    relation: Relation
    comparisons: tuple[Comparison, ...]
    weight: int


def pairs_of(claims: Sequence[Claim], table: Weights | None = None) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position.

    table: other weights than the shipped ones.
    """
    table = table or weights()
    figures = _figures(claims)
    deeds = _disputable(claims)
    pairs = _weighed(figures, Context(figures), table)
    # What deeds share with all else tells whether two articles are of one subject; what is known
    # of figures does not hang on them.
    return (*pairs, *_weighed(deeds, Context(claims), table)) if deeds else pairs


def _weighed(
    claims: Sequence[Claim], context: Context, table: Weights
) -> tuple[CandidatePair, ...]:
    return tuple(
        _pair(one, _told(one, context, table), table)
        for one in _compared_pairs(claims, context, table, all_pairs=False)
    )


def compared_pairs(claims: Sequence[Claim]) -> Iterator[Compared]:
    """Yield all candidate pairs of dates, places and figures compared, whatever they sum to."""
    figures = _figures(claims)
    return _compared_pairs(figures, Context(figures), weights(), all_pairs=True)


def _disputable(claims: Sequence[Claim]) -> list[Claim]:
    """Return the deeds that two articles tell, and of what came about what is told either way."""
    deeds = [claim for claim in claims if claim.attribute in DEEDS]
    articles: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    for claim in deeds:
        articles[claim.part].add(claim.article)
        told[claim.part].add(str(claim.value))
    return [
        claim
        for claim in deeds
        if len(articles[claim.part]) > 1 and (claim.attribute == "who" or len(told[claim.part]) > 1)
    ]


def _figures(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.attribute not in DEEDS]


def _compared_pairs(
    claims: Sequence[Claim], context: Context, table: Weights, *, all_pairs: bool
) -> Iterator[Compared]:
    """Yield the candidate pairs that a finding may be made of, compared.

    Articles about different subjects can but agree, on equal values.
    """
    scales = {attribute: scale_of(table, attribute) for attribute in get_args(Attribute)}
    for left, right in candidates(claims, context, _LEAST_AFFINITY):
        relation = compare_values(left.value, right.value)
        # That both tell that something came about is no finding.
        if relation == "incomparable" or (left.attribute == "whether" and relation == "equal"):
            continue
        if all_pairs or relation == "equal" or one_subject(left, right, context):
            least = None if all_pairs else _least(left, right, relation, table)
            comparisons = compare(left, right, context, scales[left.attribute], least)
            weight = table.total(left.attribute, comparisons)
            if comparisons and (least is None or weight >= least):
                yield Compared(left, right, relation, comparisons, weight)


def _least(left: Claim, right: Claim, relation: Relation, table: Weights) -> int:
    """Return the sum below which a pair makes no finding, nor keeps another from making one."""
    if relation == "different":
        return table.passed[left.attribute] - table.unknown
    told = told_by(left.value, right.value) if relation == "equal" else -TOLD_OTHER
    return table.agreed[left.attribute] - told


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed, with all guards, whatever their evidence sums to."""
    comparisons = compare(left, right, context, scale_of(table, left.attribute))
    relation = compare_values(left.value, right.value)
    one = Compared(left, right, relation, comparisons, table.total(left.attribute, comparisons))
    return _pair(one, guards(left, right, one.comparisons, context, _evidence(one, table)), table)


def _evidence(one: Compared, table: Weights) -> Guard:
    unnamed = any(c.component == "measure" and c.level in _UNNAMED for c in one.comparisons)
    needed = table.passed[one.left.attribute] + (table.unnamed if unnamed else 0)
    if one.left.part.startswith(OF_EVENT):
        needed += table.any_event
    return same_event(one.weight, needed, table.unknown)


def _told(one: Compared, context: Context, table: Weights) -> tuple[Guard, ...]:
    """Return the guards of a pair; of values that differ on too little evidence, only that."""
    evidence = _evidence(one, table)
    if one.relation == "different" and evidence.result == "fail":
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
