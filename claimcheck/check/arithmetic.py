"""Whether the figures of an article add up, at the precision that it gives them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from claimcheck.check.outcome import Outcome
from claimcheck.model.mention import plain
from claimcheck.model.reckoning import Reckoning, Term

_HALF = Decimal("0.5")
# How far, as a part of it, a figure with a hedge may be from the exact one.
_ABOUT = Decimal("0.1")
# By what factor a sum is at most off: beyond it the words were not understood.
_MOST_OFF = Decimal(2)


class Range(NamedTuple):
    """The numbers that a figure may stand for; None where it is open."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: "Range") -> "Range":  # type: ignore[override]
        """Return the sums that the numbers of both may have."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(low, high)

    def below(self, other: "Range") -> bool:
        """Return whether every number is smaller than every one of the other."""
        return self.high is not None and other.low is not None and self.high < other.low


def range_of(term: Term) -> Range:
    """Return the numbers that a figure may stand for: half its grain, and what a hedge allows."""
    slack = Decimal(0) if _is_exact(term) else term.grain * _HALF
    if term.approximate:
        slack += max(abs(bound) for bound in (term.low, term.high, Decimal(0)) if bound) * _ABOUT
    return Range(
        None if term.low is None else term.low - slack,
        None if term.high is None else term.high + slack,
    )


def _is_exact(term: Term) -> bool:
    """Return whether a figure was counted: whole, and written to the last digit."""
    bounds = [bound for bound in (term.low, term.high) if bound is not None]
    return term.grain <= 1 and all(bound == int(bound) for bound in bounds)


def sum_of(terms: Iterable[Term]) -> Range:
    """Return the sums that figures may have."""
    total = Range(Decimal(0), Decimal(0))
    for term in terms:
        total = total + range_of(term)
    return total


def parts_total(reckoning: Reckoning) -> Outcome | None:
    """Return the sum of parts that are more than their total, or that are all and are less."""
    total, parts = reckoning.left[0], reckoning.right
    whole, together = range_of(total), sum_of(parts)
    amount = sum(map(said, parts), Decimal(0))
    less = reckoning.closed and together.below(whole)
    if not (less or whole.below(together)) or not is_near(said(total), amount):
        return None
    sign = "<" if less else ">"
    added = " + ".join(plain(said(part)) for part in parts)
    equals = f" = {plain(amount)}" if len(parts) > 1 else ""
    return Outcome.plain(plain(amount), f"{added}{equals} {sign} {plain(said(total))}")


def said(term: Term) -> Decimal:
    """Return the number that a figure is written as; of a range its lower end."""
    return (term.low if term.low is not None else term.high) or Decimal(0)


def is_near(total: Decimal, amount: Decimal) -> bool:
    """Return whether a sum is of the size of its total."""
    return bool(amount) and total / _MOST_OFF <= amount <= total * _MOST_OFF


_HUNDRED = Decimal(100)
_MOST_OFF_RATE = Decimal(3)
# What a fraction in words may be off, as a part of it; and any share with a hedge.
_FRACTION = Decimal("0.1")
_HEDGED_SHARE = Decimal("0.15")


def share_count(reckoning: Reckoning) -> Outcome | None:
    """Return the percentage that a part is of its whole where another share is said."""
    part, whole = reckoning.left
    share = reckoning.right[0]
    is_fraction = share.part == "fraction"
    told = _share_range(share, _HUNDRED if is_fraction else Decimal(1))
    parts, wholes = range_of(part), range_of(whole)
    if not wholes.low or not parts.high:
        return None
    found = Range(
        Decimal(0) if parts.low is None or wholes.high is None else parts.low / wholes.high,
        parts.high / wholes.low,
    )
    found = Range((found.low or Decimal(0)) * _HUNDRED, (found.high or Decimal(0)) * _HUNDRED)
    if not (found.below(told) or told.below(found)):
        return None
    exact = _percent(said(part) / said(whole) * _HUNDRED)
    why = f"{plain(said(part))} / {plain(said(whole))} = {exact} %"
    return Outcome.plain(f"{exact} %", why)


def _share_range(share: Term, scale: Decimal) -> Range:
    """Return the percentages that a share may stand for; its last digit may be cut or rounded."""
    low = None if share.low is None else share.low * scale
    high = None if share.high is None else share.high * scale
    size = abs(high or low or Decimal(0))
    slack = share.grain if scale == 1 else size * _FRACTION
    if share.approximate:
        slack = max(slack, size * _HEDGED_SHARE)
    return Range(None if low is None else low - slack, None if high is None else high + slack)


def _percent(number: Decimal) -> str:
    return plain(number.quantize(Decimal("0.1")))


def shares_whole(reckoning: Reckoning) -> Outcome | None:
    """Return the sum of shares that are more than a hundred, or that are all and are less."""
    together = sum_of(reckoning.left)
    slack = sum((term.grain for term in reckoning.left), Decimal(0)) * _HALF
    least_, most = together.low, together.high
    over = least_ is not None and least_ - slack > _HUNDRED
    under = reckoning.closed and most is not None and most + slack < _HUNDRED
    amount = sum(map(said, reckoning.left), Decimal(0))
    if not (over or under) or amount > _MOST_OFF * _HUNDRED:
        return None
    added = " + ".join(plain(said(term)) for term in reckoning.left)
    return Outcome.plain(f"{plain(amount)} %", f"{added} = {plain(amount)} %")


def growth_rate(reckoning: Reckoning) -> Outcome | None:
    """Return the rate between two levels where another one is said."""
    start, end = (range_of(term) for term in reckoning.left)
    rate = reckoning.right[0]
    sign = -1 if rate.part == "fall" else 1
    bounds = (start.low, start.high, end.low, end.high)
    if any(bound is None or bound <= 0 for bound in bounds):
        return None
    low, high, end_low, end_high = (bound or Decimal(1) for bound in bounds)
    rates = sorted(((end_low / high - 1) * _HUNDRED * sign, (end_high / low - 1) * _HUNDRED * sign))
    told = _share_range(rate, Decimal(1))
    found = Range(rates[0], rates[1])
    if not (found.below(told) or told.below(found)):
        return None
    levels = [said(term) for term in reckoning.left]
    change = (levels[1] / levels[0] - 1) * _HUNDRED
    if not reckoning.closed and not _is_slip(change * sign, said(rate)):
        return None
    exact = _percent(change)
    return Outcome.plain(f"{exact} %", f"{plain(levels[1])} / {plain(levels[0])} - 1 = {exact} %")


def _is_slip(change: Decimal, told: Decimal) -> bool:
    """Return whether a rate is of the direction and the size that another one is told with."""
    return change > 0 and told / _MOST_OFF_RATE <= change <= told * _MOST_OFF_RATE


def growth_amount(reckoning: Reckoning) -> Outcome | None:
    """Return the change between two levels where another one is said."""
    start, end = reckoning.left
    change = reckoning.right[0]
    if change.part == "fall":
        start, end = end, start
    low, high = range_of(start), range_of(end)
    told, amount = range_of(change), said(end) - said(start)
    if any(bound is None for bound in (*low, *high)) or not is_near(said(change), amount):
        return None
    found = Range(
        (high.low or Decimal(0)) - (low.high or 0), (high.high or 0) - (low.low or Decimal(0))
    )
    if not (found.below(told) or told.below(found)):
        return None
    return Outcome.plain(
        plain(amount), f"{plain(said(end))} - {plain(said(start))} = {plain(amount)}"
    )


def each_total(reckoning: Reckoning) -> Outcome | None:
    """Return what so many come to where another total is said; an average may be rounded."""
    total, (among, each) = reckoning.left[0], reckoning.right
    many, one = range_of(among), range_of(each)
    slack = each.grain if each.part == "average" else Decimal(0)
    if many.low is None or many.high is None or one.low is None or one.high is None:
        return None
    whole, amount = range_of(total), said(among) * said(each)
    found = Range(many.low * (one.low - slack), many.high * (one.high + slack))
    if not (found.below(whole) or whole.below(found)) or not is_near(said(total), amount):
        return None
    why = f"{plain(said(among))} * {plain(said(each))} = {plain(amount)}"
    return Outcome.plain(plain(amount), why)
