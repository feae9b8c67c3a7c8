"""Which unit stands before a number: a sign, letters, a code, a currency's name."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.unit_lists import listed, listed_neutral
from claimcheck.annotate.quantities.unit_match import UnitAt, code_of
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_table import neutral
from claimcheck.annotate.quantities.unit_words import unit_phrases
from claimcheck.model.mention import Numeral

_MONEY = "money"
_PERCENT = "percent"
_LONGEST = 4
# Letters that are also an article, which stands before a sign with a space between.
_ARTICLES = frozenset("aAsS")
_LONG_DIGITS = 4


def sign_before(
    pieces: Sequence[Atom], at: int, numeral: Numeral, language: str, taken: int = 0
) -> UnitAt | None:
    """Return the money or percent sign, code or letters right before the atom `at`.

    taken: the first atom that may be a part of it; what is before it is another's.
    """
    before = pieces[at - 1] if at > taken else None
    if before is None or before.kind in ("number", "newline"):
        return None
    if before.kind == "mark":
        return _mark(pieces, at) or _abbreviation(pieces, at, language)
    found = _letters(pieces, at, at - 1, numeral)
    return found or _abbreviation(pieces, at, language)


def _mark(pieces: Sequence[Atom], at: int) -> UnitAt | None:
    before = pieces[at - 1]
    if neutral("sign_units").get(before.text) == _PERCENT and before.end == pieces[at].start:
        return UnitAt(Unit(_PERCENT, _PERCENT), before.start, before.end, at - 1, at)
    sign = neutral("signs").get(before.text)
    if sign:
        return _marked(pieces, at - 1, sign)
    dotted = before.text == "." and at > 1 and pieces[at - 2].end == before.start
    code = neutral("letter_signs").get(pieces[at - 2].text) if dotted else None
    if not code:
        return None
    unit = Unit(_MONEY, code, head=code)
    return UnitAt(unit, pieces[at - 2].start, before.end, at - 2, at)


def _marked(pieces: Sequence[Atom], at: int, sign: str) -> UnitAt:
    """Return the currency of a sign, with the letters before it that say whose: US$, c $."""
    piece = pieces[at]
    letters = pieces[at - 1] if at else None
    if letters and letters.kind == "word":
        gap = piece.start - letters.end
        code = neutral("marked").get(letters.text.casefold() + piece.text)
        if code and (gap == 0 or (gap == 1 and letters.text not in _ARTICLES)):
            return UnitAt(Unit(_MONEY, code), letters.start, piece.end, at - 1, at + 1)
    return UnitAt(Unit(_MONEY, sign, head=sign), piece.start, piece.end, at, at + 1)


def _letters(pieces: Sequence[Atom], at: int, first: int, numeral: Numeral) -> UnitAt | None:
    """Return the currency whose code or letters stand before a number."""
    piece = pieces[first]
    code, letters = code_of(piece), neutral("letter_signs").get(piece.text, "")
    doubtful = neutral("doubtful_signs").get(piece.text, "")
    if code in listed_neutral("doubtful_codes"):
        code = code if numeral.form == "mixed" else ""
    sign = code or letters or (doubtful if _surely_money(pieces, at, numeral) else "")
    if not sign:
        return None
    return UnitAt(Unit(_MONEY, sign, head=sign), piece.start, piece.end, first, at)


def _surely_money(pieces: Sequence[Atom], at: int, numeral: Numeral) -> bool:
    """Return whether digits touch their letters, have a scale word or thousands marks."""
    digits = pieces[at].text
    if numeral.form == "mixed" or pieces[at - 1].end == pieces[at].start:
        return True
    return numeral.form == "digits" and len(digits) > _LONG_DIGITS and not digits.isdecimal()


def _abbreviation(pieces: Sequence[Atom], at: int, language: str) -> UnitAt | None:
    """Return the currency whose dotted letters end right before the atom `at`."""
    for first in range(at - 2, max(at - 1 - _LONGEST, -1), -1):
        if pieces[first + 1].text != ".":
            continue
        found = unit_phrases(language).longest(pieces, first)
        if found and found.stop == at and found.payloads[0].dimension == _MONEY:
            return UnitAt(found.payloads[0], found.start, found.end, first, at)
    return None


def name_before(pieces: Sequence[Atom], at: int, language: str) -> UnitAt | None:
    """Return the currency whose name in the singular ends right before the atom `at`."""
    for first in range(max(at - 2, 0), at):
        piece = pieces[first]
        if piece.kind != "word" or not piece.text.isascii():
            continue
        if piece.text.casefold() in listed("en", "not_before"):
            continue
        found = unit_phrases(language).longest(pieces, first)
        if found and found.stop == at and found.payloads[0].dimension == _MONEY:
            return UnitAt(found.payloads[0], found.start, found.end, first, at)
    return None
