"""What a quantity is a rate of: barrels a day, 40 kg/ha, deaths per 100,000."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.numeral import numerals
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import endings, phrases, table_phrases
from claimcheck.annotate.quantities.unit_match import unit_after
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import plain

_DASHES = frozenset("-‐‑–")
_SLASH = "/"
_MONEY = "money"
# How many atoms the number of "per 100 thousand" may have.
_NUMBER = 4


def rated(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with the unit, or the number, that it is per."""
    at = found.stop
    if at >= len(pieces):
        return found
    if pieces[at].text in _DASHES and at + 1 < len(pieces):
        at += 1
    rate = table_phrases(language, "per").longest(pieces, at)
    if rate is None:
        return _per_any(pieces, found, language)
    if _defined(pieces, rate.stop, language):
        return found
    return found._replace(per=rate.payloads[0], stop=rate.stop)


def per_number(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether the number at an index is only what a rate is per."""
    return endings(language, "per_any").start(pieces, first) >= 0


def _per_any(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with the unit after a slash, or what follows "per"."""
    at = found.stop
    if _slashed(pieces, at):
        return _per_unit(pieces, found, at + 1, language) or found
    said = phrases(language, "per_any").longest(pieces, at)
    if said is None or said.start > pieces[at].start or said.stop >= len(pieces):
        return found
    unit = _per_unit(pieces, found, said.stop, language)
    if unit:
        return unit
    near = pieces[said.stop : said.stop + _NUMBER]
    number = next(numerals(near, language), None)
    if number is None or number.low is None or number.span.start != near[0].start:
        return found
    return found._replace(per=plain(number.low))


def _slashed(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a slash ties the atom before it to a word."""
    if pieces[at].text != _SLASH or at + 1 >= len(pieces) or pieces[at + 1].kind != "word":
        return False
    return pieces[at - 1].end == pieces[at].start and pieces[at].end == pieces[at + 1].start


def _per_unit(pieces: Sequence[Atom], found: Measured, at: int, language: str) -> Measured | None:
    unit = unit_after(pieces, at, language)
    if unit is None or unit.unit.dimension == _MONEY or unit.unit.per:
        return None
    return found._replace(per=unit.unit.unit, stop=unit.stop)


def _defined(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a definite word or a number makes "in the year" a certain one."""
    piece = pieces[at] if at < len(pieces) else None
    if piece is None:
        return False
    if piece.kind == "number":
        return True
    readings = PACKS[language].readings(piece.text) if piece.kind == "word" else ()
    return any(reading.proclitics == ("ال",) for reading in readings)
