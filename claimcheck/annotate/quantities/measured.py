"""A quantity while its parts are put together."""

from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_table import factors
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.text import TextSpan

_TENTH = Decimal("0.1")
# By how much of itself a unit of the calendar varies: months have 28 to 31 days, years 365 or 366.
_VARIES = {"month": Decimal("0.1"), "quarter": Decimal("0.04")}
_YEARS_VARY = Decimal("0.003")


class Measured(NamedTuple):
    """A number with its unit, and where both stand.

    start, end: code points. first, stop: atoms, half-open. unit: what the unit word means.
    bare: a unit alone, which says one of it only beside another. The rest is as in `Quantity`.
    """

    start: int
    end: int
    first: int
    stop: int
    low: Decimal | None
    high: Decimal | None
    grain: Decimal
    approximate: bool
    unit: Unit
    numeral: TextSpan | None = None
    noun: TextSpan | None = None
    per: str = ""
    change: Literal["", "by", "to", "from"] = ""
    parts: tuple[tuple[Decimal, str], ...] = ()
    bare: bool = False
    fraction: bool = False
    of: TextSpan | None = None
    lapse: bool = False

    def plus_part(self, part: Decimal, end: int, stop: int) -> "Measured":
        """Return it with a fraction of its unit more: three years and a half."""
        low = None if self.low is None else self.low + part
        high = None if self.high is None else self.high + part
        return self._replace(low=low, high=high, grain=_TENTH, end=end, stop=stop, bare=False)

    def plus(self, other: "Measured", factor: Decimal) -> "Measured":
        """Return the sum with another unit, counted in that: 3 minutes 43 seconds.

        factor: how many of the other unit make one of this. Where that is no whole number, as
        with months and days, the grain covers how much months differ.
        """
        added = other.low or Decimal(0)
        whole = factor == factor.to_integral_value() or factor < 1
        varies = _VARIES.get(self.unit.unit, _YEARS_VARY) * factor
        return other._replace(
            start=self.start,
            first=self.first,
            low=None if self.low is None else self.low * factor + added,
            high=None if self.high is None else self.high * factor + added,
            grain=other.grain if whole else max(other.grain, varies),
            approximate=self.approximate or other.approximate,
            numeral=None,
            parts=(*self.all_parts(), *other.all_parts()),
            bare=False,
        )

    def plus_small(self, other: "Measured", share: Decimal) -> "Measured":
        """Return money with its small part: five dollars and 20 cents."""
        added = (other.low or Decimal(0)) * share
        return self._replace(
            end=other.end,
            stop=other.stop,
            low=None if self.low is None else self.low + added,
            high=None if self.high is None else self.high + added,
            grain=share,
            numeral=None,
        )

    def all_parts(self) -> tuple[tuple[Decimal, str], ...]:
        """Return its amounts, each with its unit."""
        return self.parts or (((self.low or self.high or Decimal(0)), self.unit.unit),)

    def up_to(self, other: "Measured") -> "Measured":
        """Return the range from this to another amount of the same unit."""
        return other._replace(
            start=self.start, first=self.first, low=self.low,
            approximate=self.approximate or other.approximate,
        )  # fmt: skip

    def down_to(self, other: "Measured") -> "Measured":
        """Return the range from this down to another amount: from -18 to -34 degrees."""
        return self.up_to(other)._replace(low=other.low, high=self.high)

    def exact(self) -> bool:
        """Return whether it is one number."""
        return self.low is not None and self.low == self.high

    def one_sided(self) -> bool:
        """Return whether it is one number, or a bound."""
        return self.low is None or self.high is None or self.low == self.high


def measured(
    numeral: Numeral, unit: Unit, start: int, end: int, atoms: tuple[int, int]
) -> Measured:
    """Return a numeral counted in a unit."""
    return Measured(
        start=start,
        end=end,
        first=atoms[0],
        stop=atoms[1],
        low=numeral.low,
        high=numeral.high,
        grain=numeral.grain,
        approximate=numeral.approximate,
        unit=unit,
        numeral=numeral.span,
        per=unit.per,
    )


def built(found: Measured) -> Quantity:
    """Return the mention, with its bounds in the base unit where there is one."""
    unit = found.unit
    factor = factors().get(unit.unit) if unit.dimension not in ("money", "count") else None
    base_low = base_high = base_grain = None
    if factor:
        base_low = _based(found.low, factor.factor, factor.offset)
        base_high = _based(found.high, factor.factor, factor.offset)
        base_grain = found.grain * factor.factor
    return Quantity(
        span=TextSpan(start=found.start, end=found.end),
        low=_times(found.low, unit.part),
        high=_times(found.high, unit.part),
        grain=found.grain * unit.part,
        approximate=found.approximate,
        dimension=unit.dimension,
        unit=unit.unit,
        base_low=base_low,
        base_high=base_high,
        base_grain=base_grain,
        per=found.per,
        noun=found.noun,
        numeral=found.numeral,
        change=found.change,
        parts=found.parts,
        fraction=found.fraction,
        of=found.of,
        lapse=found.lapse,
    )


def _based(amount: Decimal | None, factor: Decimal, offset: Decimal) -> Decimal | None:
    return None if amount is None else (amount + offset) * factor


def _times(amount: Decimal | None, part: Decimal) -> Decimal | None:
    return None if amount is None else amount * part
