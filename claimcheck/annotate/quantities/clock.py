"""Lengths of time in figures: 2:34:15, and 2 h 34 m 15 s in marks of one letter."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.elliptic import Free
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import table
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS

_UNITS = ("hour", "minute", "second")
_SECOND = Unit("duration", "second")
_SIXTY = Decimal(60)
_COLON = ":"
_DIGITS = 2

# An amount with its unit, and the atom where the next may start.
Step = tuple[Decimal, str, int]


def clocked(
    pieces: Sequence[Atom], free: Sequence[Free], found: Sequence[Measured], language: str
) -> Iterator[Measured]:
    """Yield the lengths of time that hours, minutes and seconds in figures make up."""
    del found
    colons = [at for at, (_, _, text, _) in enumerate(pieces) if text == _COLON]
    firsts = (one - 1 for one, other in pairwise(colons) if other - one == 2)
    told = [(first, _coloned(pieces, first)) for first in firsts if first >= 0]
    yield from (_length(pieces, first, steps) for first, steps in told if steps)
    numbers = {here.first: here for here in free if here.numeral.form == "digits"}
    taken = 0
    for first in numbers:
        steps = _marked(pieces, first, numbers, language) if first >= taken else []
        if steps:
            taken = steps[-1][2]
            yield _length(pieces, first, steps)


def _coloned(pieces: Sequence[Atom], first: int) -> list[Step]:
    """Return hours, minutes and seconds between colons with no space: 2:34:15."""
    atoms = pieces[first : first + 5]
    tight = all(one.end == other.start for one, other in pairwise(atoms))
    if len(atoms) < 5 or not tight or [atoms[1].text, atoms[3].text] != [_COLON, _COLON]:
        return []
    after = pieces[first + 5] if first + 5 < len(pieces) else None
    before = pieces[first - 1] if first else None
    fields = [piece.text for piece in atoms[::2]]
    longer = any(piece is not None and piece.text == _COLON for piece in (before, after))
    if longer or not all(map(str.isdecimal, fields)):
        return []
    hours, minutes, seconds = map(int, fields)
    sixty = max(minutes, seconds) < _SIXTY and len(fields[1]) == len(fields[2]) == _DIGITS
    whole = hours < _SIXTY and sixty and not (fields[0].startswith("0") and hours)
    amounts = zip((hours, minutes, seconds), _UNITS, strict=True)
    return [(Decimal(n), unit, first + 5) for n, unit in amounts] if whole else []


def _marked(
    pieces: Sequence[Atom], first: int, numbers: dict[int, Free], language: str
) -> list[Step]:
    """Return two or three figures with the marks of ever smaller units."""
    steps: list[Step] = []
    at = first
    while at in numbers and len(steps) < len(_UNITS):
        here = numbers[at]
        unit = _marks(language).get(_text(pieces, here.stop, language), "")
        later = not steps or _UNITS.index(unit or _UNITS[0]) > _UNITS.index(steps[-1][1])
        if not unit or not later or here.numeral.low is None:
            break
        steps.append((here.numeral.low, unit, here.stop + 1))
        at = here.stop + 1
    return steps if len(steps) > 1 else []


def _text(pieces: Sequence[Atom], at: int, language: str) -> str:
    return PACKS[language].fold(pieces[at].text) if at < len(pieces) else ""


@cache
def _marks(language: str) -> dict[str, str]:
    """Return mark -> unit."""
    fold = PACKS[language].fold
    listed = table(language, "clock").items()
    return {fold(mark): unit for unit, marks in listed for mark in marks}


def _length(pieces: Sequence[Atom], first: int, steps: Sequence[Step]) -> Measured:
    """Return the sum in seconds, with its parts."""
    stop = steps[-1][2]
    total = sum((n * _SIXTY ** (2 - _UNITS.index(unit)) for n, unit, _ in steps), Decimal(0))
    return Measured(
        start=pieces[first].start,
        end=pieces[stop - 1].end,
        first=first,
        stop=stop,
        low=total,
        high=total,
        grain=Decimal(1),
        approximate=False,
        unit=_SECOND,
        parts=tuple((amount, unit) for amount, unit, _ in steps),
    )
