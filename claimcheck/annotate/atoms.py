"""The smallest pieces of a text: words of one script, numbers, marks, line ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from claimcheck.annotate.remembered import Remembered

# Arabic letters and their marks: not digits, not punctuation.
_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc"
)
# Soft hyphens, zero-width and bidi marks, which may stand inside a word.
_IGNORED = "\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
# Marks that may open and close a quotation; some do both.
OPENING_QUOTES = frozenset("\"“«'‘„”")
CLOSING_QUOTES = frozenset("\"”»'’“")
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚"
# A letter of another script, or a mark that counts as one.
_LETTER = rf"[^\W{_ARABIC}{_DIGIT}_]"
_NEWLINE = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_ADDRESS = r"""
    (?:https?://|www\.)[^\s«»"“”<>]{1,2000}
  | [\w.+-]{1,64}+@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}
"""
_PLAIN = rf"""
    [{_ARABIC}][{_ARABIC}{_IGNORED}]*
  | (?: [^\S{_NEWLINE}]+ | [{_IGNORED}]+ )+
  | [{_DIGIT}]+ (?: [.,٫٬'’\u00a0\u202f\u2009ر،] [{_DIGIT}]+ )*
  | [{_FRACTIONS}]
  | {_LETTER}+ (?:['’]{_LETTER}+)* ['’]?
  | \r\n | [{_NEWLINE}]
  | \.{{2,}} | [^\s{_IGNORED}]
"""
_PIECES = re.compile(_PLAIN, re.VERBOSE)
# Addresses are looked for only where a text may have any: at every atom it takes its time.
_PIECES_AND_ADDRESSES = re.compile(f"{_ADDRESS} | {_PLAIN}", re.VERBOSE)
_SIGNS_OF_ADDRESS = ("@", "://", "www.")
_IS_ADDRESS = re.compile(_ADDRESS, re.VERBOSE).fullmatch
# What a piece is that opens with a letter, a digit and so on; its first code point tells.
_OPENS = re.compile(
    rf"""
    (?P<number> [{_DIGIT}{_FRACTIONS}] ) | (?P<word> [{_ARABIC}] | {_LETTER} )
  | (?P<newline> [{_NEWLINE}] ) | (?P<mark> [^\s{_IGNORED}] )
    """,
    re.VERBOSE,
)


class Atom(NamedTuple):
    """A piece of a text.

    start, end: code points from the text's start.
    kind: `word`, `number`, `mark`, `newline` or `url`; white space is no atom.
    """

    start: int
    end: int
    text: str
    kind: str


class Split(NamedTuple):
    """A text taken apart.

    atoms: in order; two touch where no space stands between them.
    words: the atoms' texts and what stands between them; spaces: whether one space, which is then
    no word, follows each.
    """

    atoms: tuple[Atom, ...]
    words: list[str]
    spaces: list[bool]


def split(text: str) -> Split:
    """Return a text's atoms and, for spaCy, its words."""
    addressed = any(sign in text for sign in _SIGNS_OF_ADDRESS)
    kinds = _KINDS
    # `Atom(...)` itself takes as long as all the rest.
    made = tuple.__new__
    found: list[Atom] = []
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for piece in (_PIECES_AND_ADDRESSES if addressed else _PIECES).findall(text):
        end = at + len(piece)
        if piece == " " and words:
            spaces[-1] = True
        else:
            kind = kinds[piece[0]]
            if kind:
                kind = "url" if addressed and _IS_ADDRESS(piece) else kind
                found.append(made(Atom, (at, end, piece, kind)))
            words.append(piece)
            spaces.append(False)
        at = end
    return Split(tuple(found), words, spaces)


def atoms(text: str) -> tuple[Atom, ...]:
    """Return the atoms of a text in order; two touch where no space stands between them."""
    return split(text).atoms


def _kind(letter: str) -> str:
    """Return what a piece is that opens with a code point, nothing for white space."""
    match = _OPENS.match(letter)
    return (match.lastgroup or "") if match else ""


_KINDS = Remembered(_kind)


class _Placed(Protocol):
    """What stands at some atoms; first: the index of the first of them."""

    @property
    def first(self) -> int: ...


_Some = TypeVar("_Some", bound=_Placed)
_FIRST = attrgetter("first")


def starting(found: Sequence[_Some], first: int, last: int) -> Sequence[_Some]:
    """Return what starts at atoms `first` to `last`, inclusive, of some things by position."""
    low = bisect_left(found, first, key=_FIRST)
    return found[low : bisect_right(found, last, lo=low, key=_FIRST)]
