"""Quantities that belong together: ranges, halves of a unit, hours with minutes."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import Lexeme, lexeme
from claimcheck.annotate.quantities.change import changes_before
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_match import unit_after
from claimcheck.annotate.quantities.unit_table import factors

_DASHES = frozenset("-‐‑–—")
_COMPOUND = frozenset({"foot", "inch"})


def joined_up(pieces: Sequence[Atom], found: Sequence[Measured], language: str) -> list[Measured]:
    """Return the quantities, those that say one thing together made one."""
    result: list[Measured] = []
    for alone in found:
        quantity = with_part(pieces, alone, language)
        last = result[-1] if result else None
        both = _together(pieces, last, quantity, language) if last else None
        if both:
            result[-1] = both
        elif last is None or quantity.start >= last.end:
            result.append(quantity)
    return result


def _word(pieces: Sequence[Atom], at: int, language: str) -> Lexeme | None:
    piece = pieces[at] if 0 <= at < len(pieces) else None
    return lexeme(piece.text, language) if piece and piece.kind == "word" else None


def with_part(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with the "and a half" after its unit."""
    at = found.stop
    word = _word(pieces, at, language)
    if word is None or found.unit.dimension == "count" or not found.exact():
        return found
    joined = word.joined
    if word.role == "and":
        at, joined = at + 1, True
        word = _word(pieces, at, language)
        if word and word.role == "a":
            at += 1
            word = _word(pieces, at, language)
    if word is None or word.role != "fraction" or not joined:
        return found
    again = unit_after(pieces, at + 1, language)
    same = again is not None and again.unit.unit == found.unit.unit
    stop = again.stop if again and same else at + 1
    return found.plus_part(word.value, pieces[stop - 1].end, stop)


def _together(
    pieces: Sequence[Atom], first: Measured, second: Measured, language: str
) -> Measured | None:
    """Return two neighbouring quantities as one, or None."""
    gap = second.first - first.stop
    if not (0 <= gap <= 1 and first.exact() and second.exact()):
        return None
    link = _word(pieces, first.stop, language)
    role = link.role if link else pieces[first.stop].text if gap else ""
    if gap and (role in ("to", "or") or role in _DASHES):
        return _range(pieces, first, second, language)
    joins = role == "and" if gap else bool(link and link.joined)
    before = {_role(pieces, first.first - 1, language), _role(pieces, first.first - 2, language)}
    if joins and "between" in before:
        return _range(pieces, first, second, language)
    return _compound(first, second) if joins or not gap else None


def _role(pieces: Sequence[Atom], at: int, language: str) -> str:
    word = _word(pieces, at, language)
    return word.role if word else ""


def _range(
    pieces: Sequence[Atom], first: Measured, second: Measured, language: str
) -> Measured | None:
    same = first.unit.unit == second.unit.unit and first.unit.dimension == second.unit.dimension
    rising = first.low is not None and second.low is not None and first.low < second.low
    came = _role(pieces, first.first - 1, language) == "from"
    if not (same and rising) or (came and changes_before(pieces, first.first, language)):
        return None
    return first.up_to(second)


def _compound(first: Measured, second: Measured) -> Measured | None:
    """Return 3 minutes 43 seconds as 223 seconds; None where no whole number fits."""
    known = factors()
    large, small = known.get(first.unit.unit), known.get(second.unit.unit)
    dimension = first.unit.dimension
    if large is None or small is None or second.unit.dimension != dimension:
        return None
    if dimension != "duration" and first.unit.unit not in _COMPOUND:
        return None
    factor = large.factor / small.factor
    if factor <= 1 or factor != factor.to_integral_value():
        return None
    fits = second.low is not None and second.low < factor
    return first.plus(second, Decimal(factor)) if fits else None
