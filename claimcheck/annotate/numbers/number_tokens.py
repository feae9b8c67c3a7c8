"""The number words and digits of a text, as the number grammar takes them."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.digits import Convention, proven_marks, read_digits
from claimcheck.annotate.numbers.not_numbers import blocked, is_name
from claimcheck.annotate.numbers.number_words import (
    Lexeme,
    Token,
    conjunctions,
    grammar,
    joined_part,
    lexeme,
    listed,
    starts_joined,
)
from claimcheck.annotate.quantities.unit_words import unit_phrases
from claimcheck.lang.pack import PACKS

_HYPHENS = frozenset("-‐‑–")
_MINUS = frozenset("-\N{MINUS SIGN}")
_PERCENT = frozenset("%٪")
_GROUP = 3
_FRACTIONS = frozenset({2, 3, 4, 5, 8, 10})
_SCALED = frozenset({"scale", "scale_or_dual", "many", "abbreviation", "abbreviation_m"})
_OPENING = frozenset("([{«\"'“‘")


def number_pieces(pieces: Sequence[Atom], text: str) -> list[Atom]:
    """Return the atoms with 10 000 and 1/2 each made one number atom."""
    found: list[Atom] = []
    at = 0
    while at < len(pieces):
        stop = _merged(pieces, at, text) if pieces[at].kind == "number" else at + 1
        if stop > at + 1:
            start, end = pieces[at].start, pieces[stop - 1].end
            found.append(Atom(start, end, text[start:end].replace(" ", "\u00a0"), "number"))
        else:
            found.append(pieces[at])
        at = stop
    return found


def _merged(pieces: Sequence[Atom], at: int, text: str) -> int:
    """Return the index after the number atoms that are one number with the one at `at`."""
    if _is_fraction(pieces, at):
        return at + 3
    first, stop = pieces[at], at + 1
    if not first.text.isdecimal() or len(first.text) > _GROUP or first.text.startswith("0"):
        return stop
    while stop < len(pieces) and _is_group(pieces[stop - 1], pieces[stop], text):
        stop += 1
    last = pieces[stop - 1].text
    whole = len(first.text) < _GROUP or stop - at > 2 or last.count(last[0]) == _GROUP
    return stop if whole else at + 1


def _is_group(before: Atom, piece: Atom, text: str) -> bool:
    plain = piece.kind == "number" and piece.text.isdecimal() and len(piece.text) == _GROUP
    return plain and text[before.end : piece.start] == " "


def _is_fraction(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether 1/2 stands at an index, and no date."""
    around = (pieces[at - 1].text if at else "", *(p.text for p in pieces[at + 3 : at + 4]))
    if at + 2 >= len(pieces) or pieces[at + 1].text != "/" or "/" in around:
        return False
    above, below = pieces[at], pieces[at + 2]
    if below.start - above.end != 1 or not (above.text.isdecimal() and below.text.isdecimal()):
        return False
    return 0 < int(above.text) < int(below.text) and int(below.text) in _FRACTIONS


def tokens_of(pieces: Sequence[Atom], language: str) -> list[Token | None]:
    """Return for each atom the number token that it is, None for the others."""
    settings = grammar(language)
    default = {".": settings["three_after_dot"], ",": settings["three_after_comma"]}
    convention = Convention(default, proven_marks(p.text for p in pieces if p.kind == "number"))
    found: list[Token | None] = []
    for at, piece in enumerate(pieces):
        if piece.kind == "word":
            found.append(_word(pieces, at, language))
        elif piece.kind == "number":
            found.append(_digits(pieces, at, language, convention))
        else:
            found.append(_mark(pieces, at))
    for at in blocked(pieces, found, language):
        found[at] = None
    return found


def _digits(pieces: Sequence[Atom], at: int, language: str, convention: Convention) -> Token | None:
    if is_name(pieces, at, language):
        return None
    piece = pieces[at]
    scaled = not piece.text.isdecimal() and _is_scaled(pieces, at + 1, language)
    written = read_digits(piece.text, convention, scaled=scaled)
    if written is None:
        return None
    return Token("digits", written.value, written.grain, piece.start, piece.end)


def _is_scaled(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a scale word or a percent sign stands at an index."""
    after = pieces[at] if at < len(pieces) else None
    if after is None or after.kind != "word":
        return after is not None and after.text in _PERCENT
    word = lexeme(after.text, language)
    unit = unit_phrases(language).longest(pieces, at)
    percent = unit is not None and unit.payloads[0].dimension == "percent"
    return percent or (word is not None and word.role in _SCALED)


def _mark(pieces: Sequence[Atom], at: int) -> Token | None:
    """Return a hyphen between words, or a minus sign before digits."""
    piece = pieces[at]
    if piece.text not in _HYPHENS | _MINUS or not 0 <= at < len(pieces) - 1:
        return None
    after = pieces[at + 1]
    before = pieces[at - 1] if at else None
    loose = before is None or before.end < piece.start or before.text in _OPENING
    if after.start > piece.end:
        return None
    if not loose:
        return Token("hyphen", Decimal(0), Decimal(1), piece.start, piece.end)
    if after.kind == "number" and piece.text in _MINUS and not (before and before.kind == "number"):
        return Token("minus", Decimal(-1), Decimal(1), piece.start, piece.end)
    return None


def _word(pieces: Sequence[Atom], at: int, language: str) -> Token | None:
    piece = pieces[at]
    found = lexeme(piece.text, language)
    if found is None:
        return None
    if found.role == "one" and found.bare:
        found = _first_part(pieces, at, language) or found
    name = found.role
    if name == "abbreviation_m":
        name = "abbreviation" if _millions(pieces, at, language) else ""
    elif name == "scale_or_dual" and _before_noun(pieces, at, language):
        name = "dual"
    elif name in ("abbreviation", "ordinal_suffix") and not _after_digits(pieces, at):
        name = ""
    if not name:
        return None
    start = piece.start + found.skip
    return Token(
        name, found.value, Decimal(1), start, piece.end, found.joined, found.definite, found.bare
    )


def _first_part(pieces: Sequence[Atom], at: int, language: str) -> Lexeme | None:
    """Return "and one" where the word that follows, or stands before, shows a compound."""
    found = joined_part(pieces[at].text, language)
    if found is None:
        return None
    before, after = (
        lexeme(pieces[i].text, language) if 0 <= i < len(pieces) else None for i in (at - 1, at + 1)
    )
    tail = after is not None and after.role == "tail"
    ten = after is not None and after.role == "ten" and before is not None
    large = before is not None and before.role in _LARGE
    return found if tail or (ten and large) else None


def _after_digits(pieces: Sequence[Atom], at: int) -> bool:
    return at > 0 and pieces[at - 1].kind == "number"


def _millions(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether `m` after digits is a million: of money, or of a counted noun."""
    if not _after_digits(pieces, at):
        return False
    sign = pieces[at - 2].text if at > 1 else ""
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    money = bool(sign) and (sign in "$£€¥₹₪₽₺" or (len(sign) == _GROUP and sign.isupper()))
    return money or PACKS[language].fold(after) in listed(language, "counted_in_millions")


def _before_noun(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a scale is the dual of its noun: no number before it, a noun after."""
    before = lexeme(pieces[at - 1].text, language) if at else None
    counted = _after_digits(pieces, at) or (before is not None and before.role not in _LINKS)
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None or after.kind != "word" or counted:
        return False
    joined = starts_joined(after.text, language)
    return not joined and PACKS[language].fold(after.text) not in conjunctions(language)


_LARGE = frozenset({"hundred", "scale", "scale_or_dual", "many", "dual"})
_LINKS = frozenset({"of", "to", "from", "between", "or", "beyond", "and"})
