"""The smallest pieces of a text: words of one script, numbers, marks, line ends."""

import re
from typing import NamedTuple

# Arabic letters and their marks: not digits, not punctuation.
_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc"
)
# Soft hyphens, zero-width and bidi marks, which may stand inside a word.
_IGNORED = "\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
# A letter of another script, or a mark that counts as one.
_LETTER = rf"[^\W{_ARABIC}{_DIGIT}_]"
_ADDRESS = r"""
    (?P<url>
        (?:https?://|www\.)[^\s«»"“”<>]{1,2000}
      | [\w.+-]{1,64}+@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}
    ) |
"""
_PLAIN = rf"""
    (?P<arabic> [{_ARABIC}][{_ARABIC}{_IGNORED}]* )
  | (?P<number>
        [{_DIGIT}]+ (?: [.,٫٬'’\u00a0\u202f\u2009ر،] [{_DIGIT}]+ )*
      | [½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]
    )
  | (?P<word> {_LETTER}+ (?:['’]{_LETTER}+)* ['’]? )
  | (?P<newline> \r\n | [\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029] )
  | (?P<mark> \.{{2,}} | [^\s{_IGNORED}] )
"""
_PIECES = re.compile(_PLAIN, re.VERBOSE)
# Addresses are looked for only where a text may have any: at every atom it takes its time.
_PIECES_AND_ADDRESSES = re.compile(_ADDRESS + _PLAIN, re.VERBOSE)
_SIGNS_OF_ADDRESS = ("@", "://", "www.")
_KINDS: dict[str | None, str] = {
    name: "word" if name == "arabic" else name for name in _PIECES_AND_ADDRESSES.groupindex
}


class Atom(NamedTuple):
    """A piece of a text.

    start, end: code points from the text's start.
    kind: `word`, `number`, `mark`, `newline` or `url`; white space is no atom.
    """

    start: int
    end: int
    text: str
    kind: str


def atoms(text: str) -> tuple[Atom, ...]:
    """Return the atoms of a text in order; two touch where no space stands between them."""
    addressed = any(sign in text for sign in _SIGNS_OF_ADDRESS)
    pieces = _PIECES_AND_ADDRESSES if addressed else _PIECES
    # `Atom(...)` itself takes as long as all the rest.
    made = tuple.__new__
    return tuple(
        [
            made(Atom, (match.start(), match.end(), match[0], _KINDS[match.lastgroup]))
            for match in pieces.finditer(text)
        ]
    )
