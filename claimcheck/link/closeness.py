"""How near two different values of one kind lie: sources that err seldom err by much."""

from bisect import bisect_right
from decimal import Decimal

from claimcheck.date_values import days_apart, parts_apart
from claimcheck.link.context import Context, Level
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Entity, Quantity, Timex
from claimcheck.model.text import Interval
from claimcheck.values import bounds, digits, figures, in_base

_RATIOS = (Decimal("1.1"), Decimal("1.3"), Decimal("1.6"), Decimal("2.1"), Decimal(4))
_RATIO_NAMES = ("tenth", "third", "half", "double", "fourfold", "far")
_COUNT, _SCORE = "count", "score"
_TOLD_FIGURES = 2
SWAPPED = "swapped"
_DAYS = (2, 4, 8, 32, 367, 1100, 4000)
_DAY_NAMES = ("day", "days", "week", "month", "year", "years", "decade", "far")
_DIGITS = (3, 4, 6)
_DIGIT_NAMES = ("round", "some", "many", "exact")
# How many days from an article its news is at most, and how far apart two articles are.
_FRESH = 9
_GAPS = (2, 10)
_GAP_NAMES = ("same", "near", "far")
_STATED = {"text": 0, "anchor": 1, "context": 2, "none": 2}
_STATED_NAMES = ("both", "mostly", "one", "neither", "neither")


def compare_closeness(left: Claim, right: Claim, _: Context) -> Level:
    """How far apart the two values are, which differ."""
    one, other = left.value, right.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        slip = slip_of(left, right)
        return slip or _RATIO_NAMES[bisect_right(_RATIOS, _ratio(one, other))], ""
    if isinstance(one, Timex) and isinstance(other, Timex):
        return _DAY_NAMES[bisect_right(_DAYS, _days(one, other))], ""
    return _places(left, right), ""


def slip_of(left: Claim, right: Claim) -> str:
    """Return the slip of the pen that makes one figure the other, empty where none does.

    `swapped`: the same digits in another order; `scaled`: more or fewer zeros at the end. Of two
    units one is converted, which writes it anew.
    """
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return ""
    if one.dimension == _SCORE or not _may_measure_one(left, right):
        return ""
    alike = one.unit == other.unit or one.dimension == other.dimension == _COUNT
    return _slip(digits(one), digits(other)) if alike else ""


def _slip(left: str, right: str) -> str:
    if len(left.rstrip("0")) < _TOLD_FIGURES:
        return ""
    if left.rstrip("0") == right.rstrip("0"):
        return "scaled"
    return SWAPPED if sorted(left) == sorted(right) else ""


def _may_measure_one(left: Claim, right: Claim) -> bool:
    """Return whether two quantities have a measure in common, or one of them none that is named."""
    named = [{m for m in claim.measures if ":" not in m} for claim in (left, right)]
    return not all(named) or bool(named[0] & named[1])


def _ratio(one: Quantity, other: Quantity) -> Decimal:
    """Return how many times the greater is the smaller; a hundred for unlike signs."""
    base = bool(in_base(one, other))
    left, right = (_amount(quantity, base=base) for quantity in (one, other))
    if not left or not right or left < 0 or right < 0:
        return Decimal(100)
    return max(left, right) / min(left, right)


def _amount(quantity: Quantity, *, base: bool) -> Decimal | None:
    low, high = bounds(quantity, base=base)
    return high if low is None else low


def _days(one: Timex, other: Timex) -> int:
    """Return how many days lie between the ends of two dates that do not meet; 0 for hours."""
    return days_apart(one, other) or 0


def _places(left: Claim, right: Claim) -> str:
    """Return whether two places lie in one country, and whether they are of one type."""
    one, other = left.value, right.value
    if not isinstance(one, Entity) or not isinstance(other, Entity):
        return "far"
    alike = "alike" if one.type == other.type or sort_of(one) == sort_of(other) else "unlike"
    return f"{_country(one, other)}_{alike}"


def sort_of(place: Entity) -> str:
    """Return what sort of place one is: a facility, a settlement, a state, or its own type."""
    if place.kind == "facility":
        return place.kind
    return next((sort for sort, types in _SORTS.items() if place.type in types), place.type)


STATE = "state"
_SORTS = {
    "settlement": ("", "city", "capital", "town", "village", "district", "neighbourhood"),
    STATE: ("country", "territory", "continent", "world_region"),
}


def _country(one: Entity, other: Entity) -> str:
    """Return `same`, `other` or `unknown` country."""
    if not one.within or not other.within:
        return "unknown"
    return "same" if one.within[-1] == other.within[-1] else "other"


def compare_digits(left: Claim, right: Claim, _: Context) -> Level | None:
    """How exact the two figures are: round ones are shared by chance; n.a. for the rest."""
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return None
    both = figures(left.value) + figures(right.value)
    return _DIGIT_NAMES[bisect_right(_DIGITS, both)], ""


def compare_slips(left: Claim, right: Claim, _: Context) -> Level | None:
    """Whether one slip of the pen makes one date the other; n.a. for dates of two grains."""
    one, other = left.value, right.value
    if not isinstance(one, Timex) or not isinstance(other, Timex):
        return None
    apart = parts_apart(one, other)
    if apart is None:
        return None
    return ("one" if apart <= 1 else "more"), ""


def compare_grains(left: Claim, right: Claim, _: Context) -> Level | None:
    """How finely the two dates are told; n.a. for the rest."""
    one, other = left.value, right.value
    if not isinstance(one, Timex) or not isinstance(other, Timex):
        return None
    if one.grain == other.grain:
        return (one.grain if one.grain in ("day", "month", "year") else "alike"), ""
    return "unlike", ""


def compare_stated(left: Claim, right: Claim, _: Context) -> Level | None:
    """How much of the two dates the texts say themselves; n.a. for the rest."""
    one, other = left.value, right.value
    if not isinstance(one, Timex) or not isinstance(other, Timex):
        return None
    return _STATED_NAMES[_STATED[one.resolved_by] + _STATED[other.resolved_by]], ""


def compare_freshness(left: Claim, right: Claim, _: Context) -> Level | None:
    """How many of the two dates are an article's own news, and how far apart the articles are.

    Two articles of other weeks have each its own news; n.a. for the rest.
    """
    if not isinstance(left.value, Timex) or not isinstance(right.value, Timex):
        return None
    gap = left.as_of.days_from(right.as_of)
    if gap is None:
        return "unknown", ""
    fresh = _is_fresh(left.value, left.as_of) + _is_fresh(right.value, right.as_of)
    return f"{('none', 'one', 'both')[fresh]}_{_GAP_NAMES[bisect_right(_GAPS, gap)]}", ""


def _is_fresh(date: Timex, as_of: Interval) -> bool:
    """Return whether a date is told from an article's own days, and is of the last few of them."""
    days = date.days.days_from(as_of)
    return date.resolved_by == "anchor" and days is not None and days <= _FRESH
