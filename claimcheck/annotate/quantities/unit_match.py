"""Which unit stands after a number: a word, a sign, a code."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Found
from claimcheck.annotate.quantities.unit_lists import listed_neutral, table
from claimcheck.annotate.quantities.unit_names import Unit, national_money
from claimcheck.annotate.quantities.unit_table import factors, neutral
from claimcheck.annotate.quantities.unit_words import unit_phrases
from claimcheck.lang.cldr import currency_codes
from claimcheck.lang.pack import PACKS

_ARTICLE = "ال"
_HYPHENS = frozenset("-‐‑")
_ISO_CODE = 3
_MONEY = "money"
_MILLION = Decimal(1_000_000)
# How far back a quotation may have been opened, in atoms.
_LINE = 200


class UnitAt(NamedTuple):
    """A unit, where it stands, and its atoms (half-open)."""

    unit: Unit
    start: int
    end: int
    first: int
    stop: int


def code_of(piece: Atom) -> str:
    """Return the ISO 4217 code that an atom spells in capitals, else empty."""
    text = piece.text
    known = len(text) == _ISO_CODE and text.isupper() and text in currency_codes()
    return text if known else ""


def unit_after(pieces: Sequence[Atom], at: int, language: str) -> UnitAt | None:
    """Return the unit that starts at the atom `at`, past a hyphen."""
    if at >= len(pieces) or pieces[at].kind == "newline":
        return None
    if pieces[at].text in _HYPHENS and at + 1 < len(pieces) and _tight(pieces, at):
        at += 1
    found = _phrase(pieces, at, language)
    unit = _chosen(found, pieces, at) if found else None
    if found and unit:
        whole = UnitAt(unit, pieces[at].start, found.end, at, found.stop)
        return national(whole, pieces, language)
    return _sign_after(pieces, at) or _inches(pieces, at)


def _phrase(pieces: Sequence[Atom], at: int, language: str) -> Found[Unit] | None:
    """Return the unit's phrase at an atom, under no clitic but the article."""
    vocabulary = unit_phrases(language)
    found = vocabulary.longest(pieces, at)
    if found and _torn(pieces, at, found.stop):
        found = vocabulary.longest(pieces[: at + 1], at)
    if found is None or _prepositional(pieces, at, found.stop, language):
        return None
    skipped = PACKS[language].fold(pieces[at].text[: found.start - pieces[at].start])
    return found if skipped in ("", _ARTICLE) else None


def _torn(pieces: Sequence[Atom], first: int, stop: int) -> bool:
    """Return whether a space stands before digits of a unit: 12 m 2 dm is no square metre."""
    return any(
        pieces[i].kind == "number" and len(pieces[i].text) == 1
        and pieces[i].start > pieces[i - 1].end
        for i in range(first + 1, stop)
    )  # fmt: skip


def _prepositional(pieces: Sequence[Atom], at: int, stop: int, language: str) -> bool:
    """Return whether a unit that is spelled as a preposition is one: not at a clause's end."""
    if stop > at + 1 or pieces[at].text not in table(language, "prepositions"):
        return False
    follows = pieces[stop].kind if stop < len(pieces) else "mark"
    return follows != "mark" and not _after_foot(pieces, at)


def _after_foot(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the number before an atom follows feet: 12 ft 2 in."""
    return at > 1 and pieces[at - 2].text.casefold() in ("ft", "feet", "foot")


def national(money: UnitAt, pieces: Sequence[Atom], language: str) -> UnitAt:
    """Return a bare currency with the adjective after it that says whose it is, if one does."""
    head, at = money.unit.head, money.stop
    if not head or money.unit.unit != head or at >= len(pieces) or pieces[at].kind != "word":
        return money
    for stem in PACKS[language].noun_stems(pieces[at].text):
        code = national_money(head, stem, language)
        if code:
            unit = money.unit._replace(unit=code)
            return UnitAt(unit, money.start, pieces[at].end, money.first, at + 1)
    return money


def _chosen(found: Found[Unit], pieces: Sequence[Atom], at: int) -> Unit | None:
    """Return the meaning that a phrase's spelling has, one without a count of its own first."""
    piece = pieces[at]
    exact = next((unit for unit in found.payloads if unit.cased == piece.text), None)
    if exact:
        glued = at > 0 and pieces[at - 1].end == piece.start
        return exact if glued or len(piece.text) > 1 or piece.text.isupper() else None
    plain = [unit for unit in found.payloads if not unit.cased]
    unit = next((unit for unit in plain if unit.number is None), plain[0] if plain else None)
    if unit is None:
        plain_case = piece.text.islower() or piece.text.isupper()
        return found.payloads[0] if len(piece.text) > 1 and plain_case else None
    return unit if found.stop > at + 1 or _cased(pieces, at, unit) else None


def _cased(pieces: Sequence[Atom], at: int, unit: Unit) -> bool:
    """Return whether a one-letter unit is spelled as such: m, not M; a cent's touches."""
    piece = pieces[at]
    if len(piece.text) > 1 or not piece.text.isascii() or not piece.text.isalpha():
        return True
    touches = at > 0 and pieces[at - 1].end == piece.start
    return piece.text.islower() and (unit.dimension != _MONEY or touches)


def _tight(pieces: Sequence[Atom], at: int) -> bool:
    return pieces[at - 1].end == pieces[at].start and pieces[at].end == pieces[at + 1].start


def _sign_after(pieces: Sequence[Atom], at: int) -> UnitAt | None:
    piece = pieces[at]
    name = neutral("sign_units").get(piece.text)
    if name:
        return UnitAt(Unit(factors()[name].dimension, name), piece.start, piece.end, at, at + 1)
    sign = neutral("signs").get(piece.text) or _code(pieces, at) or _letters(pieces, at)
    if sign:
        return UnitAt(Unit(_MONEY, sign, head=sign), piece.start, piece.end, at, at + 1)
    return _millions(piece, at)


def _millions(piece: Atom, at: int) -> UnitAt | None:
    """Return the unit of a code with an M before it: 20 MUSD."""
    if len(piece.text) != _ISO_CODE + 1 or piece.text[0] != "M":
        return None
    code = code_of(piece._replace(text=piece.text[1:]))
    if not code or code in listed_neutral("doubtful_codes"):
        return None
    unit = Unit(_MONEY, code, part=_MILLION)
    return UnitAt(unit, piece.start, piece.end, at, at + 1)


def _code(pieces: Sequence[Atom], at: int) -> str:
    """Return the code at an atom, unless it belongs to the number after it: 3 USD50 cards."""
    touches = at + 1 < len(pieces) and pieces[at].end == pieces[at + 1].start
    later = touches and pieces[at + 1].kind == "number" and pieces[at - 1].end < pieces[at].start
    return "" if later else code_of(pieces[at])


def _inches(pieces: Sequence[Atom], at: int) -> UnitAt | None:
    """Return the inch of 5" or 5'', unless its mark closes a quotation."""
    piece = pieces[at]
    if at == 0 or pieces[at - 1].end != piece.start or piece.text not in ('"', "'"):
        return None
    stop = at + 1
    if piece.text == "'":
        twice = stop < len(pieces) and pieces[stop].text == "'" and pieces[stop].start == piece.end
        if not twice:
            return None
        stop += 1
    elif _opened(pieces, at):
        return None
    return UnitAt(Unit("length", "inch"), piece.start, pieces[stop - 1].end, at, stop)


def _opened(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a quotation mark before an atom of its line is open."""
    marks = 0
    for index in range(at - 1, max(at - 1 - _LINE, -1), -1):
        if pieces[index].kind == "newline":
            break
        marks += pieces[index].text == '"'
    return marks % 2 == 1


def _letters(pieces: Sequence[Atom], at: int) -> str:
    """Return the currency of letters that touch the digits before them: 20Rs."""
    touches = at > 0 and pieces[at - 1].end == pieces[at].start
    return neutral("letter_signs").get(pieces[at].text, "") if touches else ""
