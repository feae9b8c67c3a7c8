"""Units that a table or a fact sheet gives for its figures: `Profit (million riyals): 203`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from claimcheck.annotate.atoms import Atom, starting
from claimcheck.annotate.numbers.number_words import lexeme
from claimcheck.annotate.quantities.elliptic import Free
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import folded
from claimcheck.annotate.quantities.unit_match import code_of, unit_after
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_table import neutral
from claimcheck.lang.pack import PACKS

_OPEN, _CLOSE, _COLON = "(", ")", ":"
_SCALES = frozenset({"scale", "scale_or_dual", "many", "hundred", "abbreviation", "abbreviation_m"})
_ONE = Decimal(1)
# How long the figures of one label are at most, in atoms.
_ROW = 120
# How many atoms a unit with its scale has at most.
_LONGEST = 12
_ENDS = frozenset(".•|")
_Read = TypeVar("_Read", Free, Measured)


class TableUnit(NamedTuple):
    """A unit without a number: where it stands (atoms, half-open), and what one figure is times.

    label: it stands in the label before the figures, not behind them. unit: None where only the
        scale is told: in thousands.
    """

    unit: Unit | None
    scale: Decimal
    first: int
    stop: int
    label: bool


def table_units(pieces: Sequence[Atom], language: str) -> list[TableUnit]:
    """Return the units that a text gives without a number, by position."""
    texts = [piece.text for piece in pieces]
    if _OPEN not in texts and _COLON not in texts:
        return []
    opens = folded(language, "table_in")
    found = (
        _table_unit(pieces, at, language)
        for at, (_, _, text, kind) in enumerate(pieces)
        if text == _OPEN or (kind == "word" and _opens(text, opens, language))
    )
    return [one for one in found if one is not None]


def _opens(word: str, opens: frozenset[str], language: str) -> bool:
    """Return whether a word is `in`, or a scale with a preposition at its front: بالمليون."""
    if PACKS[language].fold(word) in opens:
        return True
    number = lexeme(word, language)
    return number is not None and number.role in _SCALES and not (number.bare or number.joined)


def _table_unit(pieces: Sequence[Atom], at: int, language: str) -> TableUnit | None:
    """Return the unit that opens at an atom: in brackets, or at the end of a label."""
    bracket = pieces[at].text == _OPEN
    first = at + bracket
    if first < len(pieces) and PACKS[language].fold(pieces[first].text) in folded(
        language, "table_in"
    ):
        first += 1
    read = _scaled(pieces, first, language)
    if read is None or read.stop >= len(pieces):
        return None
    closed = pieces[read.stop].text == (_CLOSE if bracket else _COLON)
    stop = read.stop + bracket
    label = stop < len(pieces) and pieces[stop].text == _COLON
    # What a sentence has in brackets may be a sum of one million: a prize (a million riyals).
    table = label or _behind_figure(pieces, at) or _is_scale_alone(pieces, first, language)
    if not closed or not (table if bracket else read.scale > 1):
        return None
    return read._replace(first=at, stop=stop, label=label)


def _scaled(pieces: Sequence[Atom], at: int, language: str) -> TableUnit | None:
    """Return a unit with its scale, if any: thousand tonnes, $ million, بملايين الدنانير."""
    money = _money(pieces, at)
    scale, behind = _scale(pieces, money.stop if money else at, language)
    if money:
        return money._replace(scale=scale, stop=behind)
    unit = unit_after(pieces, behind, language)
    if unit is None and behind > at:
        unit = unit_after(pieces, at, language)  # m: metres, not millions
        scale = _ONE if unit else scale
    if unit is None and scale > 1:
        return TableUnit(None, scale, at, behind, label=False)
    if unit is None or unit.unit.number is not None:
        return None
    return TableUnit(unit.unit, scale, at, unit.stop, label=False)


def _money(pieces: Sequence[Atom], at: int) -> TableUnit | None:
    """Return the money whose sign or code stands at an atom, under the letters before it."""
    if at + 1 >= len(pieces):
        return None
    text, after = pieces[at].text, pieces[at + 1].text
    marked = neutral("marked").get(text.casefold() + after)
    code = marked or neutral("signs").get(text) or code_of(pieces[at])
    stop = at + (2 if marked else 1)
    return TableUnit(Unit("money", code, head=code), _ONE, at, stop, label=False) if code else None


def _scale(pieces: Sequence[Atom], at: int, language: str) -> tuple[Decimal, int]:
    """Return the scale words at an atom, and the atom after them and their `of`."""
    scale, start = _ONE, at
    while at < len(pieces) and pieces[at].kind == "word":
        word = lexeme(pieces[at].text, language)
        if word is None or word.role not in _SCALES:
            break
        scale, at = scale * word.value, at + 1
    of = start < at < len(pieces) and PACKS[language].fold(pieces[at].text) in folded(
        language, "of"
    )
    return scale, at + of


def _is_scale_alone(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a scale stands where a number has its article: million, not a million."""
    at += pieces[at].text in neutral("signs")
    return at < len(pieces) and PACKS[language].fold(pieces[at].text) in folded(
        language, "table_scales"
    )


def _behind_figure(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a bracket stands right behind a figure that a label has: `2012: 203 (`."""
    return at > 1 and pieces[at - 1].kind == "number" and pieces[at - 2].text == _COLON


def of_tables(
    pieces: Sequence[Atom], free: Sequence[Free], units: Sequence[TableUnit]
) -> Iterator[Measured]:
    """Yield the figures that have no unit but that of their label, or one in brackets behind."""
    for numeral, first, stop in free:
        near = _near(units, first, stop)
        unit = next((one for one in near if _is_of(pieces, (first, stop), one)), None)
        if unit is None or unit.unit is None or numeral.kind != "cardinal":
            continue
        one = measured(numeral, unit.unit, numeral.span.start, numeral.span.end, (first, stop))
        low, high = ((None if x is None else x * unit.scale) for x in (one.low, one.high))
        yield one._replace(low=low, high=high, grain=one.grain * unit.scale)


def told(
    pieces: Sequence[Atom], numerals: Sequence[Free], units: Sequence[TableUnit]
) -> list[Free]:
    """Return the numerals but for those of which only the scale is told: 340 (in thousands)."""
    scales = [unit for unit in units if unit.unit is None]
    return [
        one
        for one in numerals
        if not any(
            _is_of(pieces, (one.first, one.stop), unit)
            for unit in _near(scales, one.first, one.stop)
        )
    ]


def _near(units: Sequence[TableUnit], first: int, stop: int) -> Sequence[TableUnit]:
    """Return the units, by position, that stand so near a figure that it may be of their row."""
    return starting(units, first - _ROW - _LONGEST, stop + _ROW)


def _is_of(pieces: Sequence[Atom], atoms: tuple[int, int], unit: TableUnit) -> bool:
    """Return whether a figure stands in the row of a unit: behind its label or a year's."""
    first, stop = atoms
    if (
        first == 0
        or pieces[first - 1].text != _COLON
        or (stop < len(pieces) and pieces[stop].text == _COLON)
    ):
        return False
    start, end = (unit.stop, first) if unit.label else (stop, unit.first)
    return 0 <= end - start <= _ROW and _in_row(pieces, start, end)


def _in_row(pieces: Sequence[Atom], start: int, end: int) -> bool:
    """Return whether nothing but figures, each with its year, stands between two atoms."""
    between = pieces[start:end]
    return all(
        piece.kind == "number" or (piece.kind == "mark" and piece.text not in _ENDS)
        for piece in between
    )


def outside(read: Sequence[_Read], units: Sequence[TableUnit]) -> list[_Read]:
    """Return the numerals or quantities that are no part of a table's units."""
    taken = {at for unit in units for at in range(unit.first, unit.stop)}
    return [one for one in read if taken.isdisjoint(range(one.first, one.stop))]
