"""Whose money a bare name means, from the text's other amounts; cents beside their dollars."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import listed_neutral, neutral_table

_AMBIGUOUS = "?"
_MONEY = "money"
_HUNDREDTH = Decimal("0.01")
_THOUSANDTH = Decimal("0.001")
_FILS = "?fils"


def resolved(found: Sequence[Measured]) -> list[Measured]:
    """Return the quantities with "?pound" made EGP where the text names that one pound only.

    A bare cent is one of the only currency that the text names, where that has cents.
    """
    money = [quantity.unit for quantity in found if quantity.unit.dimension == _MONEY]
    if not any(unit.unit.startswith(_AMBIGUOUS) for unit in money):
        return list(found)
    named = {unit.unit for unit in money if not unit.unit.startswith(_AMBIGUOUS)}
    seen: dict[str, set[str]] = {}
    for unit in money:
        if unit.head.startswith(_AMBIGUOUS) and unit.unit in named:
            seen.setdefault(unit.head, set()).add(unit.unit)
    return [_resolved(one, seen.get(one.unit.unit, set()), named) for one in found]


def _resolved(quantity: Measured, codes: set[str], named: set[str]) -> Measured:
    unit = quantity.unit
    if len(codes) == 1:
        return quantity._replace(unit=unit._replace(unit=next(iter(codes))))
    code = next(iter(named)) if len(named) == 1 else ""
    if code in neutral_table("parts").get(unit.unit, ()):
        return quantity._replace(unit=unit._replace(unit=code, part=share(unit.unit, code)))
    return quantity


def share(small: str, code: str) -> Decimal:
    """Return how much of a currency a small part of several currencies is."""
    thousandth = small == _FILS and (code == "?dinar" or code in listed_neutral("thousandths"))
    return _THOUSANDTH if thousandth else _HUNDREDTH


def share_of(small: Measured, large: Measured) -> Decimal | None:
    """Return how much of an amount's currency the small money after it is, None for another's."""
    if small.unit.dimension != _MONEY or large.unit.dimension != _MONEY or large.unit.part != 1:
        return None
    name, code = small.unit.unit, large.unit.unit
    if small.unit.part != 1:
        return small.unit.part if name == code or code.startswith(_AMBIGUOUS) else None
    parts = neutral_table("parts").get(name)
    if parts is None or code == name:
        return None
    return share(name, code)
