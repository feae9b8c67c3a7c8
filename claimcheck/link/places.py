"""Which place of one article answers the question that a place of another answers."""

from claimcheck.lang.lexicon import events
from claimcheck.link.closeness import STATE, sort_of
from claimcheck.link.context import Context, Level
from claimcheck.link.tokens import common, matched
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Entity
from claimcheck.values import compare_values

# What an exact value in both sentences is worth, in tenths of log10 rarity.
_VALUE = 25
# What it is worth that both name one event.
_EVENT = 25
# How many characters lie between the places of a list at most.
_NEXT = 40
# Words of two languages match as concepts only, which are worth less; in tenths.
_OTHER_LANGUAGE = 16
_TENTHS = 10


def compare_fits(left: Claim, right: Claim, context: Context) -> Level | None:
    """Whether each place's sentence is more like the other's than like those of other places."""
    if left.attribute != "where":
        return None
    fits = _fits(left, right, context) + _fits(right, left, context)
    return ("none", "one", "both")[fits], str(likeness(left, right, context))


def compare_sole(left: Claim, right: Claim, context: Context) -> Level | None:
    """Whether each is the only place of its sort and part that the other article does not name."""
    if not isinstance(left.value, Entity) or not isinstance(right.value, Entity):
        return None
    if at_part(left.part) != at_part(right.part) or not left.part:
        return "untold", f"{left.part}, {right.part}"
    kind = _kind_of_both(left.value, right.value)
    if not kind:
        return "unlike", f"{_kind_of(left.value)}, {_kind_of(right.value)}"
    own = [_unshared(one, other, kind, context) for one, other in ((left, right), (right, left))]
    if left.value.id not in own[0] or right.value.id not in own[1]:
        return "known", ""
    return _SOLE[min(max(map(len, own)), len(_SOLE)) - 1], ", ".join(sorted(own[0] | own[1])[:5])


_SOLE = ("sole", "few", "many")


def _kind_of(place: Entity) -> str:
    """Return the sort of a place, of a facility its type: ports are set against ports."""
    return place.type.partition(".")[0] if place.kind == _FACILITY else sort_of(place)


def _kind_of_both(one: Entity, other: Entity) -> str:
    """Return the sort of two places; `facility` for two types of them, else nothing."""
    kind = _kind_of(one)
    if kind == _kind_of(other):
        return kind
    return _FACILITY if one.kind == other.kind == _FACILITY else ""


_FACILITY = "facility"


def _unshared(claim: Claim, other: Claim, kind: str, context: Context) -> frozenset[str]:
    """Return the places of a claim's article, of a sort and its part, that the other's has not."""
    part = at_part(claim.part)
    key = (claim.article, other.article, kind, part)
    known = context.unshared.get(key)
    if known is None:
        known = context.unshared[key] = frozenset(
            one.value.id
            for one in context.answers(claim.article, claim.attribute)
            if isinstance(one.value, Entity)
            and kind in (_kind_of(one.value), one.value.kind)
            and at_part(one.part) == part
            and not context.has(other.article, one)
        )
    return known


def _fits(claim: Claim, other: Claim, context: Context) -> bool:
    """Return whether no other place of `other`'s article fits a claim better."""
    least = likeness(claim, other, context)
    return not any(likeness(claim, one, context) > least for one in _rivals(other, context))


def _rivals(claim: Claim, context: Context) -> tuple[Claim, ...]:
    """Return the other places of a claim's article that may be meant instead of its own."""
    known = context.other_places.get(claim.id)
    if known is None:
        places = context.answers(claim.article, claim.attribute)
        known = tuple(one for one in places if _is_rival(one, claim))
        context.other_places[claim.id] = known
    return known


def _is_rival(rival: Claim, claim: Claim) -> bool:
    """Return whether a place plays the part of another in its article, and is of its size."""
    one, other = at_part(rival.part), at_part(claim.part)
    states = [sort_of(c.value) == STATE for c in (rival, claim) if isinstance(c.value, Entity)]
    alike = one == other and len(set(states)) == 1
    return alike and compare_values(rival.value, claim.value) == "different"


def at_part(part: str) -> str:
    """Return the part that a place plays, in and near taken as one: the event was at it."""
    return _AT.get(part, part)


_AT = {"in": "at", "near": "at"}


def likeness(left: Claim, right: Claim, context: Context) -> int:
    """Return how much the sentences of two claims share: rare words and exact values."""
    key = (min(left.id, right.id), max(left.id, right.id))
    known = context.likeness.get(key)
    if known is None:
        known = context.likeness[key] = _likeness(left, right, context)
    return known


def _likeness(left: Claim, right: Claim, context: Context) -> int:
    one, other = context.passage(left).sentence, context.passage(right).sentence
    both = matched(one, other, common(one, other))
    if left.language != right.language:
        both = both * _OTHER_LANGUAGE // _TENTHS
    values = context.values_beside(left) & context.values_beside(right)
    event = _EVENT if _one_event(left, right) else 0
    return both + event + _VALUE * len(values)


def _one_event(left: Claim, right: Claim) -> bool:
    """Return whether the nearest events named beside two places are one, or names of one."""
    if not left.frames or not right.frames:
        return False
    one, other = left.frames[0], right.frames[0]
    shared = set(left.frames) & set(right.frames)
    return one == other or bool(shared and other in events()[one].kin)


def is_listed(claim: Claim, context: Context) -> bool:
    """Return whether a place is one of several that a sentence names in one part."""
    return any(
        other.told_in == claim.told_in
        and other.part == claim.part
        and other.id != claim.id
        and _gap(claim, other) <= _NEXT
        and compare_values(claim.value, other.value) == "different"
        for other in context.answers(claim.article, claim.attribute)
    )


def _gap(left: Claim, right: Claim) -> int:
    one, other = left.value.span, right.value.span
    return max(one.start - other.end, other.start - one.end)
