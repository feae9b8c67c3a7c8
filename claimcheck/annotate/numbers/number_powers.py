"""Numbers with a power or a tolerance: 2.5 x 10^6, 3x10^-5, 10^9, 4e14, 20.5±0.1."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom

# What may stand after the first number of one.
MARKS = frozenset("x·⋅*^±eE\N{MULTIPLICATION SIGN}")
_EXPONENT = frozenset("eE")
_TIMES = MARKS - {"^", "±"} - _EXPONENT
_MINUS = frozenset("-‐‑–\N{MINUS SIGN}⁻")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MOST_DIGITS = 2
_BASES = (2, 10)
_THREE = 3


def powered(pieces: Sequence[Atom], at: int) -> tuple[int, str] | None:
    """Return the index after the number that starts at the atom `at`, and its plain digits."""
    if at + 2 >= len(pieces) or pieces[at + 1].text not in MARKS:
        return None
    if pieces[at + 1].text == "±":
        return (at + 3, pieces[at].text) if pieces[at + 2].kind == "number" else None
    if pieces[at + 1].text in _EXPONENT:
        return _scientific(pieces, at)
    times = pieces[at + 1].text in _TIMES
    factor = _plain(pieces[at].text) if times else Decimal(1)
    found = _power(pieces, at + 2 if times else at, raised=times)
    if factor is None or found is None:
        return None
    stop, power = found
    return stop, _spelled(factor * power)


def _scientific(pieces: Sequence[Atom], at: int) -> tuple[int, str] | None:
    """Return the index after 4e14 or 1.5E-3, which no letter may touch, and its plain digits."""
    factor = _plain(pieces[at].text)
    here = at + 2
    negative = _touches(pieces, here) and pieces[here].text in _MINUS
    here += negative
    tight = all(_touches(pieces, i) for i in range(at + 1, here + 1))
    digits = pieces[here].text if tight else ""
    before = at > 0 and pieces[at - 1].kind == "word" and _touches(pieces, at)
    after = _touches(pieces, here + 1) and pieces[here + 1].kind == "word"
    if factor is None or not digits.isdecimal() or len(digits) > _MOST_DIGITS or before or after:
        return None
    power = Decimal(10) ** (-int(digits) if negative else int(digits))
    return here + 1, _spelled(factor * power)


def _plain(text: str) -> Decimal | None:
    return Decimal(text) if text.isascii() and text.replace(".", "", 1).isdecimal() else None


def _power(pieces: Sequence[Atom], at: int, *, raised: bool) -> tuple[int, Decimal] | None:
    """Return the index after a power, and its value; `raised`: it needs no ^ sign."""
    base = pieces[at]
    if not base.text.isdecimal() or len(base.text) > _MOST_DIGITS:
        return None
    here = at + 1
    marked = _touches(pieces, here) and pieces[here].text == "^"
    here += marked
    negative = _touches(pieces, here) and pieces[here].text in _MINUS
    here += negative
    digits = pieces[here].text.translate(_RAISED) if _touches(pieces, here) else ""
    small = digits != pieces[here].text if digits else False
    known = int(base.text) in _BASES
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS or not known:
        return None
    if not marked and not (raised and (negative or small)):
        return None
    return here + 1, Decimal(int(base.text)) ** (-int(digits) if negative else int(digits))


def _touches(pieces: Sequence[Atom], at: int) -> bool:
    return at < len(pieces) and pieces[at - 1].end == pieces[at].start


def _spelled(value: Decimal) -> str:
    """Return a number in digits that no reader takes for thousands."""
    text = format(value, "f")
    decimals = len(text.partition(".")[2])
    return text + "0" if decimals == _THREE else text
