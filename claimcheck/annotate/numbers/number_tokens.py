"""The number words and digits of a text, as the number grammar takes them."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.digits import Convention, proven_marks, read_digits
from claimcheck.annotate.numbers.not_numbers import blocked, is_name
from claimcheck.annotate.numbers.number_parts import PADDING, Tokens
from claimcheck.annotate.numbers.number_powers import MARKS, powered
from claimcheck.annotate.numbers.number_words import (
    Lexeme,
    Token,
    conjunctions,
    grammar,
    joined_part,
    lexeme,
    lexemes,
    listed,
    starts_joined,
)
from claimcheck.annotate.numbers.telephone import telephones
from claimcheck.annotate.quantities.counted import is_definite
from claimcheck.annotate.quantities.unit_words import is_unit_word, unit_phrases
from claimcheck.lang.pack import PACKS

_HYPHENS = frozenset("-‐‑–—")
_MINUS = frozenset("-\N{MINUS SIGN}")
_SIGNS = _HYPHENS | _MINUS
_PERCENT = frozenset("%٪")
_MONEY_SIGNS = frozenset("$£€¥₹₪₽₺")
_GROUP = 3
_FRACTIONS = frozenset({2, 3, 4, 5, 8, 10})
_SCALED = frozenset({"scale", "scale_or_dual", "many", "abbreviation", "abbreviation_m"})
_OPENING = frozenset("([{«\"'“‘")


def number_pieces(pieces: Sequence[Atom], text: str) -> Sequence[Atom]:
    """Return the atoms with 10 000, 1/2 and 3 x 10^6 each made one number atom."""
    found: list[Atom] = []
    done = 0
    last = len(pieces) - 1
    for at in [at for at, (_, _, _, kind) in enumerate(pieces) if kind == "number"]:
        stop = _merged(pieces, at, text) if at >= done else 0
        start, end = pieces[at].start, pieces[max(stop, at + 1) - 1].end
        said = text[start:end].replace(" ", "\u00a0")
        if at >= done and at < last and pieces[at + 1].text in MARKS:
            stop, said = powered(pieces, at) or (stop, said)
        elif at >= done and _loose_point(pieces, at):
            stop, said = at + 3, f"{pieces[at].text}.{pieces[at + 2].text}"
        if stop > at + 1:
            found += pieces[done:at]
            found.append(Atom(start, pieces[stop - 1].end, said, "number"))
            done = stop
    return [*found, *pieces[done:]] if done else pieces


def _merged(pieces: Sequence[Atom], at: int, text: str) -> int:
    """Return the index after the number atoms that are one number with the one at `at`."""
    stop = at + 1
    if stop == len(pieces) or (pieces[stop].kind != "number" and pieces[stop].text != "/"):
        return stop
    if _is_fraction(pieces, at):
        return at + 3
    return _fraction_end(pieces, stop, text) or _grouped(pieces, at, text)


def _loose_point(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether 14 . 8 % is a decimal taken apart: money's, or a share's."""
    whole, *rest = pieces[at : at + 4]
    if len(rest) < 2 or rest[0].text != "." or len(whole.text) > _GROUP:
        return False
    dot, part = rest[:2]
    apart = dot.start - whole.end == part.start - dot.end == 1
    if not apart or not (whole.text + part.text).isdecimal() or len(part.text) >= _GROUP:
        return False
    money = at > 0 and pieces[at - 1].text in _MONEY_SIGNS
    return money or (len(rest) > 2 and rest[2].text in _PERCENT)


def _grouped(pieces: Sequence[Atom], at: int, text: str) -> int:
    """Return the index after the groups of thousands, apart by spaces, that start at `at`."""
    first, stop = pieces[at], at + 1
    if not first.text.isdecimal() or len(first.text) > _GROUP or first.text.startswith("0"):
        return stop
    while stop < len(pieces) and _is_group(pieces[stop - 1], pieces[stop], text):
        stop += 1
    last = pieces[stop - 1].text
    whole = len(first.text) < _GROUP or stop - at > 2 or last.count(last[0]) == _GROUP
    return stop if whole else at + 1


def _fraction_end(pieces: Sequence[Atom], at: int, text: str) -> int:
    """Return the index after the fraction at `at` that a whole number has right before it, or 0."""
    before = pieces[at - 1]
    if at == len(pieces) or pieces[at].kind != "number" or len(before.text) > _GROUP:
        return 0
    if not before.text.isdecimal() or text[before.end : pieces[at].start] not in ("", " "):
        return 0
    if len(pieces[at].text) == 1 and not pieces[at].text.isdecimal():
        return at + 1
    return at + 3 if _is_fraction(pieces, at) else 0


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


def tokens_of(pieces: Sequence[Atom], language: str) -> Tokens:
    """Return for each atom the number token that it is, None for the others and at the end."""
    found: list[Token | None] = [None] * len(pieces)
    numbers: list[int] = []
    words: list[int] = []
    known = lexemes(language)
    for at, (_, _, text, kind) in enumerate(pieces):
        if kind == "word":
            word = known[text]
            if word is not None:
                found[at] = _word(pieces, at, word, language)
                words.append(at)
        elif kind == "number":
            numbers.append(at)
        elif text in _SIGNS:
            found[at] = _mark(pieces, at)
    _add_digits(found, pieces, numbers, language)
    for at in blocked(pieces, found, words, language):
        found[at] = None
    return (*found, *PADDING)


def _add_digits(
    found: list[Token | None], pieces: Sequence[Atom], numbers: Sequence[int], language: str
) -> None:
    """Put the tokens of the digits at some indices into `found`, but for telephone numbers."""
    convention = _convention([pieces[at].text for at in numbers], language)
    for at in numbers:
        found[at] = _digits(pieces, at, language, convention)
    for phone in telephones(pieces, numbers, language):
        found[phone.start : phone.stop] = [None] * len(phone)


def _convention(numbers: Sequence[str], language: str) -> Convention:
    """Return what marks mean in a text with these numbers."""
    settings = grammar(language)
    default = {".": settings["three_after_dot"], ",": settings["three_after_comma"]}
    return Convention(default, proven_marks(numbers))


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
    if at == len(pieces) - 1:
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


def _word(pieces: Sequence[Atom], at: int, found: Lexeme, language: str) -> Token | None:
    piece = pieces[at]
    if found.role == "one" and found.bare:
        found = _first_part(pieces, at, language) or found
    name, value = found.role, found.value
    if name == "one" and _is_fifth(pieces, at, found, language):
        name, value = "fraction", 1 / value
    elif name == "scale" and found.bare and _is_author(pieces, at, language):
        return None
    elif name == "abbreviation_m":
        name = "abbreviation" if _millions(pieces, at, language) else ""
    elif name == "scale_or_dual" and _before_noun(pieces, at, language):
        name = "dual"
    elif name in ("abbreviation", "ordinal_suffix") and not _after_digits(pieces, at):
        name = ""
    if not name:
        return None
    start = piece.start + found.skip
    return Token(
        name, value, Decimal(1), start, piece.end, found.joined, found.definite, found.bare
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


def _is_fifth(pieces: Sequence[Atom], at: int, found: Lexeme, language: str) -> bool:
    """Return whether a number word before a definite noun says so many parts of it."""
    word = pieces[at].text[found.skip :]
    if found.definite or PACKS[language].fold(word) not in listed(language, "fifth_of_definite"):
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None or after.kind != "word" or is_unit_word(after.text, language):
        return False
    return is_definite(after.text, language)


def _is_author(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether the word for a thousand is the verb that it is spelled like: wrote."""
    if PACKS[language].fold(pieces[at].text) not in listed(language, "author"):
        return False
    before = pieces[at - 1].text if at else ""
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    keys = {reading.key for reading in PACKS[language].readings(before)}
    written = PACKS[language].fold(after) in listed(language, "author_before")
    return written or not keys.isdisjoint(listed(language, "author_after"))


def _after_digits(pieces: Sequence[Atom], at: int) -> bool:
    return at > 0 and pieces[at - 1].kind == "number"


def _millions(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether `m` after digits is a million: of money, or of a counted noun."""
    if not _after_digits(pieces, at):
        return False
    sign = pieces[at - 2].text if at > 1 else ""
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    money = bool(sign) and (sign in _MONEY_SIGNS or (len(sign) == _GROUP and sign.isupper()))
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
_LINKS = frozenset(
    {"of", "to", "from", "between", "or", "beyond", "and", "within", "out", "every", "over"}
)
