"""Quantities that belong together: ranges, halves of a unit, hours with minutes, cents."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import Lexeme, lexeme
from claimcheck.annotate.quantities.change import changes_before
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_match import unit_after
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_table import factors
from claimcheck.annotate.quantities.whose_money import share_of
from claimcheck.lang.pack import PACKS

_DASHES = frozenset("-‐‑–—")
_COMMAS = frozenset(",،")
_DURATION = "duration"
_THOUSAND = 1000
# Units of one system, of which several make one measure.
_COMPOUND = (
    frozenset({"yard", "foot", "inch"}),
    frozenset({"kilometer", "meter"}),
    frozenset({"pound", "ounce", "stone"}),
    frozenset({"kilogram", "gram"}),
)
_CALENDAR = frozenset({"year", "month", "quarter", "decade", "century"})


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
        elif last.bare:
            result[-1] = quantity
    return [quantity for quantity in result if not quantity.bare]


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
    if again is None and found.grain >= _THOUSAND:
        return _half_scale(pieces, found, at, language)
    if again is not None and again.unit.unit != found.unit.unit:
        return found
    stop = again.stop if again else at + 1
    return found.plus_part(word.value, pieces[stop - 1].end, stop)


def _half_scale(pieces: Sequence[Atom], found: Measured, at: int, language: str) -> Measured:
    """Return a billion dollars and a half, where the part is one of the billion."""
    part, scale = _word(pieces, at, language), _word(pieces, at + 1, language)
    again = scale is not None and scale.role == "scale" and scale.value == found.grain
    stop = at + 2 if again else at + 1
    more = found.plus_part((part.value if part else 0) * found.grain, pieces[stop - 1].end, stop)
    return more._replace(grain=found.grain / 10)


def _together(
    pieces: Sequence[Atom], first: Measured, second: Measured, language: str
) -> Measured | None:
    """Return two neighbouring quantities as one, or None."""
    second = _minutes(pieces, first, second)
    gap = second.first - first.stop
    if not (0 <= gap <= 1 and first.one_sided() and second.exact()):
        return None
    link = _word(pieces, first.stop, language)
    role = link.role if link else pieces[first.stop].text if gap else ""
    if first.exact() and gap and (role in ("to", "or") or role in _DASHES):
        return _range(pieces, first, second, language)
    joins = role == "and" if gap else _joined(pieces, second, language)
    before = {_role(pieces, first.first - 1, language), _role(pieces, first.first - 2, language)}
    if joins and first.exact() and "between" in before:
        return _range(pieces, first, second, language)
    if joins or not gap or role in _COMMAS:
        return _compound(first, second, joins=joins)
    return None


def _minutes(pieces: Sequence[Atom], first: Measured, second: Measured) -> Measured:
    """Return the metres of "2h 15m" as the minutes that they are."""
    letters = first.unit.unit == "hour" and pieces[second.stop - 1].text == "m"
    glued = letters and pieces[first.stop - 1].text == "h" and second.first == first.stop
    return second._replace(unit=Unit(_DURATION, "minute")) if glued else second


def _joined(pieces: Sequence[Atom], second: Measured, language: str) -> bool:
    """Return whether "and" is written at the front of a quantity's first word."""
    piece = pieces[second.first]
    return second.start > piece.start and PACKS[language].is_joined(piece.text)


def _role(pieces: Sequence[Atom], at: int, language: str) -> str:
    word = _word(pieces, at, language)
    return word.role if word else ""


def _range(
    pieces: Sequence[Atom], first: Measured, second: Measured, language: str
) -> Measured | None:
    same = first.unit.unit == second.unit.unit and first.unit.dimension == second.unit.dimension
    rising = first.low is not None and second.low is not None and first.low < second.low
    came = _role(pieces, first.first - 1, language) == "from"
    frost = first.low is not None and second.low is not None and second.low < first.low < 0
    if not (same and (rising or frost)) or (came and changes_before(pieces, first.first, language)):
        return None
    return first.up_to(second) if rising else first.down_to(second)


def _compound(first: Measured, second: Measured, *, joins: bool) -> Measured | None:
    """Return 3 minutes 43 seconds as 223 seconds, five dollars and 20 cents as 5.20 dollars."""
    small = share_of(second, first)
    if small is not None:
        fits = second.low is not None and second.low * small < 1
        return first.plus_small(second, small) if fits else None
    known = factors()
    large, smaller = known.get(first.unit.unit), known.get(second.unit.unit)
    dimension = first.unit.dimension
    if large is None or smaller is None or second.unit.dimension != dimension:
        return None
    factor = large.factor / smaller.factor
    if dimension == _DURATION:
        return first.plus(second, factor) if _lengths(first, second, factor, joins=joins) else None
    units = {first.unit.unit, second.unit.unit}
    if not any(units <= system for system in _COMPOUND):
        return None
    whole = factor > 1 and (factor == factor.to_integral_value() or not joins)
    fits = second.low is not None and second.low < factor
    return first.plus(second, factor) if whole and fits else None


def _lengths(first: Measured, second: Measured, factor: Decimal, *, joins: bool) -> bool:
    """Return whether two lengths of time are one: of falling units, or joined in any order."""
    if first.unit.unit == second.unit.unit or (first.bare and second.bare and not joins):
        return False
    if factor < 1:
        return joins
    calendar = first.unit.unit in _CALENDAR or bool(first.parts)
    return calendar or (second.low is not None and second.low < factor)
