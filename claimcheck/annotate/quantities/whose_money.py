"""Whose money a bare name means, from the text's other amounts; cents beside their dollars."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.change import ends_sentence
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import folded, listed_neutral, neutral_table
from claimcheck.lang.pack import PACKS

_AMBIGUOUS = "?"
_MONEY = "money"
_HUNDREDTH = Decimal("0.01")
_THOUSANDTH = Decimal("0.001")
_FILS = "?fils"
_MILLION = 1_000_000
_REACH = 20


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


def of_sum(pieces: Sequence[Atom], found: Sequence[Measured], language: str) -> list[Measured]:
    """Return the quantities with the parts of a sum of money as money, whoever they come from.

    `720 مليون دولار، منها 310 ملايين من الصندوق` counts no funds.
    """
    stated: list[Measured] = []
    for one in found:
        before = stated[-1] if stated else None
        sum_ = before if before and before.unit.dimension == _MONEY else None
        part = sum_ is not None and _is_part(pieces, sum_, one, language)
        stated.append(_as_money(pieces, one, sum_) if sum_ and part else one)
    return stated


def _as_money(pieces: Sequence[Atom], one: Measured, sum_: Measured) -> Measured:
    """Return a count without its noun, as money of a sum's currency."""
    end = one.numeral.end if one.numeral else one.end
    stop = next(at for at in range(one.first, one.stop) if pieces[at].start >= end)
    return one._replace(unit=sum_.unit, end=end, stop=stop, noun=None)


def _is_part(pieces: Sequence[Atom], sum_: Measured, one: Measured, language: str) -> bool:
    """Return whether a count of millions `of` something is one of millions of a sum before it."""
    counted = one.unit.dimension == "count" and one.noun is not None and one.numeral is not None
    if not counted or (one.low or 0) < _MILLION or one.first - sum_.stop > _REACH:
        return False
    end = one.numeral.end if one.numeral else 0
    behind = [piece.text for piece in pieces[one.first : one.stop] if piece.start >= end]
    if not behind or PACKS[language].fold(behind[0]) not in folded(language, "of"):
        return False
    return not any(ends_sentence(piece) for piece in pieces[sum_.stop : one.first])


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
