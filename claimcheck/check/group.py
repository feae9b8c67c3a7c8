"""Judged pairs -> groups: all claims of one disagreement, by side; all that agree."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.check.joined import Joined
from claimcheck.check.judge import Judged
from claimcheck.model.claim import Claim
from claimcheck.values import compare_values, vagueness


class Group(NamedTuple):
    """What becomes one finding.

    deciding: its weightiest pair. sides: claims that state the same value, by position; the
    sides with the most articles first.
    """

    deciding: Judged
    sides: tuple[tuple[Claim, ...], ...]


def grouped(judged: Sequence[Judged]) -> list[Group]:
    """Return the conflicts and tensions of one rule, then the agreements."""
    agreements = [one for one in judged if one.level == "agreement"]
    groups = [
        _disagreement(component, agreements)
        for level in ("conflict", "tension")
        for component in _components(one for one in judged if one.level == level)
    ]
    return groups + [_agreement(component) for component in _components(agreements)]


def _components(judged: Iterable[Judged]) -> list[list[Judged]]:
    """Return the pairs that hang together by a claim, each lot by falling weight."""
    joined = Joined[str]()
    pairs = sorted(judged, key=_by_weight)
    for one in pairs:
        joined.join(one.pair.left.id, one.pair.right.id)
    components: dict[str, list[Judged]] = defaultdict(list)
    for one in pairs:
        components[joined.first(one.pair.left.id)].append(one)
    return list(components.values())


def _by_weight(one: Judged) -> tuple[int, list[str], list[str]]:
    """Return a key for falling weight; of equals the values decide, not the sources' names."""
    claims = (one.pair.left, one.pair.right)
    told = sorted(" ".join((*c.frames, *c.measures, *c.words)) for c in claims)
    return -one.weight, sorted(str(c.value) for c in claims), told


def _disagreement(component: list[Judged], agreements: Sequence[Judged]) -> Group:
    """Return the sides of a disagreement, each with the claims that agree with it outright."""
    claims = {c.id: c for one in component for c in (one.pair.left, one.pair.right)}
    joined = dict(claims)
    for one in agreements:
        left, right = one.pair.left, one.pair.right
        if left.id in claims:
            joined.setdefault(right.id, right)
        if right.id in claims:
            joined.setdefault(left.id, left)
    return Group(component[0], _sides(list(claims.values()), list(joined.values())))


def _sides(first: list[Claim], claims: list[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims by value: one that fits several sides is evidence for none."""
    sides: list[list[Claim]] = []
    for claim in sorted(first, key=_vagueness):
        fitting = [side for side in sides if _fits(claim, side)]
        if not fitting:
            sides.append([claim])
        elif len(fitting) == 1:
            fitting[0].append(claim)
    known = {claim.id for claim in first}
    for claim in sorted((c for c in claims if c.id not in known), key=_vagueness):
        fitting = [side for side in sides if _fits(claim, side)]
        if len(fitting) == 1:
            fitting[0].append(claim)
    ordered = [tuple(sorted(side, key=_position)) for side in sides]
    return tuple(sorted(ordered, key=_weightiest))


def _fits(claim: Claim, side: Sequence[Claim]) -> bool:
    relations = {compare_values(claim.value, other.value) for other in side}
    return relations <= {"equal", "compatible"}


def _agreement(component: list[Judged]) -> Group:
    """Return the claims that all fit one another, those of the weightiest pairs first."""
    side: list[Claim] = []
    for one in component:
        for claim in (one.pair.left, one.pair.right):
            if claim not in side and _fits(claim, side):
                side.append(claim)
    return Group(component[0], (tuple(sorted(side, key=_position)),))


def _vagueness(claim: Claim) -> tuple[int, Decimal, str]:
    return vagueness(claim.value)


def _position(claim: Claim) -> tuple[str, int]:
    return claim.source, claim.value.span.start


def _weightiest(side: tuple[Claim, ...]) -> tuple[int, str, int]:
    return -len({claim.article for claim in side}), side[0].source, side[0].value.span.start
