"""All claims -> the pairs that may be about the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from claimcheck.lang.deeds import OF_EVENT, is_loose
from claimcheck.link.blocking import candidates
from claimcheck.link.compare import compare, scale_of
from claimcheck.link.context import Context
from claimcheck.link.explained import EXPLAIN, relief
from claimcheck.link.guards import guards, same_event
from claimcheck.link.place_guards import named_once
from claimcheck.link.topic import Topics
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import DEEDS, Attribute, CandidatePair, Claim, Comparison, Guard
from claimcheck.model.relation import Relation
from claimcheck.values import TOLD_OTHER, compare_values, fits_by_chance, told_by

# Levels of two events whose type is not known to be one.
_UNKNOWN = "unknown"
_LIKE = ("kin", _UNKNOWN)
# Levels of two quantities of which no word names what they measure; a row of a list does.
_UNNAMED = ("unit", "unknown")


class Compared(NamedTuple):
    """Two claims compared.

    relation: of their values; weight: what the comparisons sum to; relief: what the failing of
        each guard took from that.
    """

    left: Claim
    right: Claim
    relation: Relation
    comparisons: tuple[Comparison, ...]
    weight: int
    relief: Mapping[str, int]

    @property
    def most_relief(self) -> int:
        """Return the most weight that an explanation of a difference gives back."""
        return max(self.relief.values(), default=0)


def pairs_of(claims: Sequence[Claim], table: Weights | None = None) -> tuple[CandidatePair, ...]:
    """Return the pairs whose evidence is enough for a finding to be possible, by position.

    table: other weights than the shipped ones.
    """
    table = table or weights()
    return tuple(
        _pair(one, _told(one, context, table), table)
        for part, context in _compared_apart(claims)
        for one in _compared_pairs(part, context, table, all_pairs=False)
    )


def weighed_pairs(claims: Sequence[Claim]) -> Iterator[CandidatePair]:
    """Yield the candidate pairs whose values differ with all guards, on whatever evidence."""
    table = weights()
    for part, context in _compared_apart(claims):
        for one in _compared_pairs(part, context, table, all_pairs=True):
            if one.relation == "different":
                needed = _needed(one, table)
                yield _pair(one, _guards(one, context, table, needed), table)


def compared_pairs(claims: Sequence[Claim]) -> Iterator[Compared]:
    """Yield all candidate pairs of dates, places and figures compared, whatever they sum to."""
    figures = _figures(claims)
    return _compared_pairs(figures, Context(figures, Topics(claims)), weights(), all_pairs=True)


def _compared_apart(claims: Sequence[Claim]) -> Iterator[tuple[Sequence[Claim], Context]]:
    """Yield dates, places and figures, then deeds, each with what they are compared against.

    What deeds share with all else tells whether two articles are of one subject; what is known
    of figures does not hang on them.
    """
    topics = Topics(claims)
    figures = _figures(claims)
    yield figures, Context(figures, topics)
    deeds = _disputable(claims)
    if deeds:
        yield deeds, Context(claims, topics)


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
    """Yield the candidate pairs that a finding may be made of, compared."""
    scales = {attribute: scale_of(table, attribute) for attribute in get_args(Attribute)}
    for left, right in candidates(claims, context):
        relation = compare_values(left.value, right.value)
        # That both tell that something came about is no finding.
        if relation == "incomparable" or (left.attribute == "whether" and relation == "equal"):
            continue
        if all_pairs or _may_tell(left, right, relation, context):
            least = None if all_pairs else _least(left, right, relation, table)
            scale = scales[left.attribute]
            comparisons = compare(left, right, context, scale, relation=relation, least=least)
            if not comparisons:
                continue
            one = _compared(left, right, relation, comparisons, table)
            if least is None or one.weight + one.most_relief >= least:
                yield one


def _compared(
    left: Claim,
    right: Claim,
    relation: Relation,
    comparisons: tuple[Comparison, ...],
    table: Weights,
) -> Compared:
    weight = table.total(left.attribute, comparisons)
    return Compared(left, right, relation, comparisons, weight, relief(left, comparisons))


def _may_tell(left: Claim, right: Claim, relation: Relation, context: Context) -> bool:
    """Return whether a finding may come of two values, as far as they and their articles tell."""
    if relation != "different":
        return not fits_by_chance(left.value, right.value)
    return left.attribute != "where" or named_once(left, right, context)


def _least(left: Claim, right: Claim, relation: Relation, table: Weights) -> int:
    """Return the sum below which a pair makes no finding, nor keeps another from making one."""
    if relation == "different":
        return table.passed[left.attribute] - table.unknown - table.explained
    told = told_by(left.value, right.value) if relation == "equal" else -TOLD_OTHER
    return table.agreed[left.attribute] - told


def weigh(left: Claim, right: Claim, context: Context, table: Weights) -> CandidatePair:
    """Return two claims compared and weighed, with all guards, whatever their evidence sums to."""
    relation = compare_values(left.value, right.value)
    scale = scale_of(table, left.attribute)
    comparisons = compare(left, right, context, scale, relation=relation)
    one = _compared(left, right, relation, comparisons, table)
    return _pair(one, _guards(one, context, table, _needed(one, table)), table)


def _needed(one: Compared, table: Weights) -> int:
    """Return the sum from which a pair counts as being about one event."""
    named = {c.component: c.level for c in one.comparisons}
    frame = named.get("frame", "")
    unnamed = named.get("measure") in _UNNAMED and named.get("rows") != "same"
    untold = one.left.attribute == "where" and frame == _UNKNOWN
    undated = one.left.attribute == "when" and frame in _LIKE
    doubts = (unnamed, untold, undated)
    needed = table.passed[one.left.attribute] + table.unnamed * sum(doubts)
    if one.left.part.startswith(OF_EVENT):
        needed += table.any_event
    return needed + (table.loose if is_loose(one.left.part) else 0)


def _told(one: Compared, context: Context, table: Weights) -> tuple[Guard, ...]:
    """Return the guards of a pair; of values that differ on too little evidence, only that."""
    needed = _needed(one, table)
    most = one.weight + one.most_relief
    if one.relation == "different" and most < needed - table.explained - table.unknown:
        return (same_event(one.weight, needed, table.unknown),)
    return _guards(one, context, table, needed)


def _guards(one: Compared, context: Context, table: Weights, needed: int) -> tuple[Guard, ...]:
    """Return all guards of a pair.

    What explains a difference does not count against the event's being one.
    """
    told = guards(one.left, one.right, one.comparisons, context)
    failed = {guard.guard for guard in told if guard.result == "fail"}
    relieved = max((one.relief.get(name, 0) for name in failed), default=0)
    if one.relation == "different" and failed and failed <= EXPLAIN:
        needed -= table.explained
    return (same_event(one.weight + relieved, needed, table.unknown), *told)


def _pair(one: Compared, told: tuple[Guard, ...], table: Weights) -> CandidatePair:
    return CandidatePair.model_construct(
        left=one.left,
        right=one.right,
        comparisons=one.comparisons,
        guards=told,
        weight=one.weight,
        agreed=one.weight - table.agreed[one.left.attribute],
    )
