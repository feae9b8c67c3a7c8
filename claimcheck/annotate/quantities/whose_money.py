"""Which country's currency a bare name means, from the text's other amounts."""

from collections.abc import Sequence

from claimcheck.annotate.quantities.measured import Measured

_AMBIGUOUS = "?"


def resolved(found: Sequence[Measured]) -> list[Measured]:
    """Return the quantities with "?pound" made EGP where the text names that one pound only."""
    seen: dict[str, set[str]] = {}
    for quantity in found:
        unit = quantity.unit
        if unit.head.startswith(_AMBIGUOUS) and not unit.unit.startswith(_AMBIGUOUS):
            seen.setdefault(unit.head, set()).add(unit.unit)
    return [_resolved(quantity, seen.get(quantity.unit.unit, set())) for quantity in found]


def _resolved(quantity: Measured, codes: set[str]) -> Measured:
    if len(codes) != 1:
        return quantity
    return quantity._replace(unit=quantity.unit._replace(unit=next(iter(codes))))
