"""Which unit stands beside a number: a sign before it, a word or a sign after it."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.unit_table import factors, neutral
from claimcheck.annotate.quantities.unit_words import (
    Unit,
    currency_codes,
    national_money,
    unit_phrases,
)
from claimcheck.lang.pack import PACKS

_ARTICLE = "ال"
_HYPHENS = frozenset("-‐‑")
_ISO_CODE = 3
_MONEY = "money"
_PERCENT = "percent"


class UnitAt(NamedTuple):
    """A unit, where it stands, and its atoms (half-open)."""

    unit: Unit
    start: int
    end: int
    first: int
    stop: int


def sign_before(pieces: Sequence[Atom], at: int) -> UnitAt | None:
    """Return the money or percent sign, or currency code, right before the atom `at`."""
    before = pieces[at - 1] if at else None
    if before is None:
        return None
    code = _code(before)
    if code:
        return UnitAt(Unit(_MONEY, code), before.start, before.end, at - 1, at)
    if neutral("sign_units").get(before.text) == _PERCENT and before.end == pieces[at].start:
        return UnitAt(Unit(_PERCENT, _PERCENT), before.start, before.end, at - 1, at)
    sign = neutral("signs").get(before.text)
    if not sign:
        return None
    first = _dollar_prefix(pieces, at - 1)
    if first:
        prefix, start, index = first
        return UnitAt(Unit(_MONEY, prefix), start, before.end, index, at)
    return UnitAt(Unit(_MONEY, sign, head=sign), before.start, before.end, at - 1, at)


def _code(piece: Atom) -> str:
    """Return the ISO code that an atom spells in capitals."""
    text = piece.text
    known = len(text) == _ISO_CODE and text.isupper() and text in currency_codes()
    return text if known else ""


def _dollar_prefix(pieces: Sequence[Atom], at: int) -> tuple[str, int, int] | None:
    """Return the currency of US$, A$ or HK$, where its letters start and their atom."""
    letters = pieces[at - 1] if at and pieces[at - 1].end == pieces[at].start else None
    if letters is None or letters.kind != "word":
        return None
    code = neutral("dollar_prefixes").get(letters.text.casefold())
    return (code, letters.start, at - 1) if code else None


def unit_after(pieces: Sequence[Atom], at: int, language: str) -> UnitAt | None:
    """Return the unit that starts at the atom `at`, past a hyphen."""
    if at >= len(pieces) or pieces[at].kind == "newline":
        return None
    if pieces[at].text in _HYPHENS and at + 1 < len(pieces) and _tight(pieces, at):
        at += 1
    piece = pieces[at]
    found = unit_phrases(language).longest(pieces, at)
    skipped = PACKS[language].fold(pieces[at].text[: found.start - piece.start]) if found else ""
    if found and skipped in ("", _ARTICLE):
        unit = _chosen(found.payloads)
        if _cased(piece, unit):
            whole = UnitAt(unit, piece.start, found.end, at, found.stop)
            return _national(whole, pieces, language)
    return _sign_after(pieces, at)


def _national(money: UnitAt, pieces: Sequence[Atom], language: str) -> UnitAt:
    """Return a bare currency with the adjective after it that says whose it is, if one does."""
    head, at = money.unit.head, money.stop
    if not head or money.unit.unit != head or at >= len(pieces) or pieces[at].kind != "word":
        return money
    known = national_money(language)
    for stem in PACKS[language].noun_stems(pieces[at].text):
        code = known.get((head, stem))
        if code:
            unit = money.unit._replace(unit=code)
            return UnitAt(unit, money.start, pieces[at].end, money.first, at + 1)
    return money


def _chosen(units: tuple[Unit, ...]) -> Unit:
    """Return the meaning without a count of its own, else the first."""
    return next((unit for unit in units if unit.number is None), units[0])


def _cased(piece: Atom, unit: Unit) -> bool:
    """Return whether a one-letter unit is spelled as such: m, not M."""
    return (
        len(piece.text) > 1
        or unit.dimension == _MONEY
        or piece.text.islower()
        or (not piece.text.isascii())
    )


def _tight(pieces: Sequence[Atom], at: int) -> bool:
    return pieces[at - 1].end == pieces[at].start and pieces[at].end == pieces[at + 1].start


def _sign_after(pieces: Sequence[Atom], at: int) -> UnitAt | None:
    piece = pieces[at]
    name = neutral("sign_units").get(piece.text)
    if name:
        return UnitAt(Unit(factors()[name].dimension, name), piece.start, piece.end, at, at + 1)
    sign = neutral("signs").get(piece.text) or _code(piece)
    if sign:
        return UnitAt(Unit(_MONEY, sign, head=sign), piece.start, piece.end, at, at + 1)
    return None
