"""Whether two quantities count or measure the same."""

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.currencies import may_be_one
from claimcheck.lang.frequency import rarity
from claimcheck.lang.lexicon import is_kin
from claimcheck.link.context import Context, Level
from claimcheck.link.tokens import noun_key
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Quantity

_RARE_NOUN = 35
_SCARCE_NOUN = 25
_UNIT_RIVALS = 4


def compare_measures(left: Claim, right: Claim, _: Context) -> Level | None:
    """Whether the two quantities measure the same; n.a. for dates and places."""
    if left.attribute != "how_many":
        return None
    shared = [measure for measure in left.measures if measure in right.measures]
    if left.measures[0] == right.measures[0] or len(shared) > 1:
        return ("unit" if shared[0].endswith(":") else "same"), shared[0]
    if shared:
        return "near", shared[0]
    because = f"{left.measures[0]}, {right.measures[0]}"
    if _counts_one_noun(left, right):
        return "noun", because
    kin = _kin(left, right)
    if kin:
        return "kin", kin
    generic = left.measures[0].endswith(":") or right.measures[0].endswith(":")
    return ("unknown" if generic else "different"), because


def _kin(left: Claim, right: Claim) -> str:
    """Return two measures, one of each claim, that one figure may be told as; empty for none."""
    for one in left.measures:
        for other in right.measures:
            if is_kin(one, other):
                return f"{one}, {other}"
    return ""


def _counts_one_noun(left: Claim, right: Claim) -> bool:
    """Return whether two counts, one of a measure that nothing names, are of one noun."""
    if ":" not in left.measures[0] + right.measures[0]:
        return False
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return one.dimension == other.dimension == "count" and _one_unit(left, right)


def compare_units(left: Claim, right: Claim, context: Context) -> Level | None:
    """Whether the quantities have one unit or counted noun, and how rare it is in the two."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    if not _one_unit(left, right):
        return ("alike" if set(left.measures) & set(right.measures) else "unlike"), ""
    alone = context.unit_rivals(left) * context.unit_rivals(right)
    crowd = "only" if alone == 1 else ("few" if alone <= _UNIT_RIVALS else "many")
    if one.dimension != "count":
        return f"unit_{crowd}", one.unit
    rare = min(
        rarity(noun_key(quantity.unit, claim.language), claim.language)
        for quantity, claim in ((one, left), (other, right))
    )
    if rare < _SCARCE_NOUN:
        return f"common_{crowd}", one.unit
    return (f"scarce_{crowd}" if rare < _RARE_NOUN else f"rare_{crowd}"), one.unit


def _one_unit(left: Claim, right: Claim) -> bool:
    """Return whether two quantities have one unit, or counted nouns for one concept."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.dimension == other.dimension == "money":
        return may_be_one(one.unit, other.unit)
    if one.unit == other.unit or one.dimension != "count":
        return bool(one.unit) and one.unit == other.unit
    kinds = (
        concepts_of(noun_key(quantity.unit, claim.language), claim.language)
        for quantity, claim in ((one, left), (other, right))
    )
    return not set(next(kinds)).isdisjoint(next(kinds))
