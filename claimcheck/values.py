"""Whether two values can both be right."""

from decimal import Decimal

from claimcheck.date_values import compare_dates
from claimcheck.lang.currencies import may_be_one
from claimcheck.model.mention import Actor, Entity, Outcome, Quantity, Timex, Value, plain
from claimcheck.model.relation import Relation
from claimcheck.parties import compare_actors
from claimcheck.place_values import compare_places

# How far, as a part of it, an approximate figure may be from the exact one.
_ABOUT = Decimal("0.1")
_HALF = Decimal("0.5")
_MONEY = "money"
_TWICE = 2

Range = tuple[Decimal | None, Decimal | None]
# What equal values add to the evidence that two claims are about one thing.
_MOST_TOLD = 450
_TOLD_DATES = {"minute": 350, "hour": 350, "day": 300, "month": 300, "year": 200}
_TOLD_FIGURES = 300
TOLD_OTHER = 150


def figures(quantity: Quantity) -> int:
    """Return how many digits of a quantity are written out: 2 of 1,200; round ones have one."""
    return len(digits(quantity).rstrip("0"))


def digits(quantity: Quantity) -> str:
    """Return the digits that a quantity is written with, from the first that is no zero."""
    amount = quantity.high if quantity.low is None else quantity.low
    return plain(abs(amount or Decimal(0))).replace(".", "").lstrip("0")


def told_by(one: Value, other: Value) -> int:
    """Return what it adds to the evidence that two values are equal: more, the rarer they are.

    In hundredths of a bit.
    """
    return min(_told_by(one), _told_by(other))


def _told_by(value: Value) -> int:
    if isinstance(value, Timex):
        return _MOST_TOLD if "/" in value.edtf else _TOLD_DATES.get(value.grain, TOLD_OTHER)
    if isinstance(value, Quantity) and value.low is not None:
        return _TOLD_FIGURES if figures(value) > 1 else TOLD_OTHER
    return TOLD_OTHER


def fits_by_chance(one: Value, other: Value) -> bool:
    """Return whether it tells nothing that two values fit: both name a country, or one leaves open
    whether the amount is twice the other.
    """
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        ranges = _ranges(one, other)
        return ranges is not None and None in (*ranges[0], *ranges[1]) and not _are_near(*ranges)
    return any(isinstance(value, Entity) and value.is_state for value in (one, other))


def vagueness(value: Value) -> tuple[int, Decimal, str]:
    """Return a key that sorts the most precise values first, whoever states them."""
    if isinstance(value, Timex):
        closed = value.first is not None and value.last is not None
        days = (value.last or 0) - (value.first or 0)
        return (0 if closed else 1), Decimal(days if closed else 0), str(value)
    if isinstance(value, Quantity):
        exact = value.low is not None and value.low == value.high and not value.approximate
        return (0 if exact else 1), value.grain, str(value)
    if isinstance(value, Entity):
        return (0 if value.name else 1), Decimal(-len(value.within)), str(value)
    return 0, Decimal(-len(str(value).split())), str(value)


def compare_values(left: Value, right: Value) -> Relation:
    """Return whether two values of the same attribute can both be right."""
    if isinstance(left, Timex) and isinstance(right, Timex):
        return compare_dates(left, right)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return compare_quantities(left, right)
    if isinstance(left, Entity) and isinstance(right, Entity):
        return compare_places(left, right)
    if isinstance(left, Actor) and isinstance(right, Actor):
        return compare_actors(left, right)
    if isinstance(left, Outcome) and isinstance(right, Outcome):
        return compare_outcomes(left, right)
    return "incomparable"


def may_equal(left: Value, right: Value) -> bool:
    """Return whether two values may compare as equal, as far as a glance at them tells."""
    if isinstance(left, Entity) and isinstance(right, Entity):
        return left.id == right.id or left.kind == right.kind == "facility"
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return left.dimension == right.dimension
    return True


def compare_outcomes(left: Outcome, right: Outcome) -> Relation:
    """Return whether one matter is told the same way."""
    if left.matter != right.matter:
        return "incomparable"
    return "equal" if left.held == right.held else "different"


def compare_quantities(left: Quantity, right: Quantity) -> Relation:
    """Return whether a number fits both; each tolerates half of its grain."""
    if left.dimension == right.dimension == "score":
        return _compare_scores(left, right)
    ranges = _ranges(left, right)
    if ranges is None:
        return "incomparable"
    apart = _are_apart(*ranges)
    if left.per != right.per:
        return "different" if apart and _are_near(*ranges) else "incomparable"
    if apart:
        return "different"
    same = left.low == right.low and left.high == right.high
    return "equal" if same else "compatible"


def _are_apart(left: Range, right: Range) -> bool:
    """Return whether no number is in both ranges."""
    above = left[1] is not None and right[0] is not None and left[1] < right[0]
    below = left[0] is not None and right[1] is not None and right[1] < left[0]
    return above or below


def _are_near(left: Range, right: Range) -> bool:
    """Return whether one range is less than twice the other: no month is taken for a year."""
    ends = [bound for bound in (*left, *right) if bound is not None]
    return min(ends) > 0 and max(ends) < _TWICE * min(ends)


def _compare_scores(left: Quantity, right: Quantity) -> Relation:
    """Return whether two scores, `low` to `high`, are one, whichever side is named first."""
    same = {left.low, left.high} == {right.low, right.high}
    return "equal" if same else "different"


def _ranges(left: Quantity, right: Quantity) -> tuple[Range, Range] | None:
    """Return what each quantity may be, in one unit, or None where units cannot be compared."""
    if left.dimension != right.dimension or not _one_rate(left, right):
        return None
    if _part(left) != _part(right):
        return None
    base = in_base(left, right)
    return None if base is None else (_widened(left, base=base), _widened(right, base=base))


def _one_rate(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities are per the same; one that is a sum a year may leave it out."""
    return left.per == right.per or not (left.per and right.per)


def _part(quantity: Quantity) -> str:
    """Return the part of a change that a quantity is; the level that it leads to is the level."""
    return "" if quantity.change == "to" else quantity.change


def in_base(left: Quantity, right: Quantity) -> bool | None:
    """Return whether two quantities of one dimension meet in its base unit, or in their own.

    None where they meet in none.
    """
    if left.unit == right.unit or left.dimension == "count":
        return False
    if left.dimension == _MONEY and may_be_one(left.unit, right.unit):
        return False
    return True if left.base_grain is not None and right.base_grain is not None else None


def bounds(quantity: Quantity, *, base: bool) -> Range:
    """Return the least and the most that a quantity may be, in the base unit or in its own."""
    return (quantity.base_low, quantity.base_high) if base else (quantity.low, quantity.high)


def _widened(quantity: Quantity, *, base: bool) -> Range:
    """Return a quantity's bounds, wider by half its grain, and by a tenth where approximate."""
    low, high = bounds(quantity, base=base)
    grain = (quantity.base_grain if base else quantity.grain) or Decimal(0)
    slack = grain * _HALF if grain != 1 or base else Decimal(0)
    if quantity.approximate:
        slack = max(slack, abs(low or high or Decimal(0)) * _ABOUT)
    return (None if low is None else low - slack), (None if high is None else high + slack)
