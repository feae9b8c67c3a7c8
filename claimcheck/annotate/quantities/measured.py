"""A quantity while its parts are put together."""

from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.annotate.quantities.unit_table import factors
from claimcheck.annotate.quantities.unit_words import Unit
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.text import TextSpan

_TENTH = Decimal("0.1")


class Measured(NamedTuple):
    """A number with its unit, and where both stand.

    start, end: code points. first, stop: atoms, half-open. unit: what the unit word means.
    The rest is as in `Quantity`.
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

    def plus_part(self, part: Decimal, end: int, stop: int) -> "Measured":
        """Return it with a fraction of its unit more: three years and a half."""
        low = None if self.low is None else self.low + part
        high = None if self.high is None else self.high + part
        return self._replace(low=low, high=high, grain=_TENTH, end=end, stop=stop)

    def plus(self, other: "Measured", factor: Decimal) -> "Measured":
        """Return the sum with a smaller unit, counted in that: 3 minutes 43 seconds."""
        amounts = (self.low, other.low)
        total = sum((amounts[0] or 0) * factor + (amounts[1] or 0) for _ in range(1))
        return other._replace(
            start=self.start, first=self.first, low=Decimal(total), high=Decimal(total),
            approximate=self.approximate or other.approximate, numeral=None,
        )  # fmt: skip

    def up_to(self, other: "Measured") -> "Measured":
        """Return the range from this to another amount of the same unit."""
        return other._replace(
            start=self.start, first=self.first, low=self.low,
            approximate=self.approximate or other.approximate,
        )  # fmt: skip

    def exact(self) -> bool:
        """Return whether it is one number."""
        return self.low is not None and self.low == self.high


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
    )


def _based(amount: Decimal | None, factor: Decimal, offset: Decimal) -> Decimal | None:
    return None if amount is None else (amount + offset) * factor


def _times(amount: Decimal | None, part: Decimal) -> Decimal | None:
    return None if amount is None else amount * part
