"""Where bare digits are a year in notes: chronologies, index cards, lists of works."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_words import folded
from claimcheck.annotate.phrases import opens_any

_COLON = ":"
_DASHES = frozenset("-–—")
_BULLETS = _DASHES | frozenset("•*·")
_COMMAS = frozenset("،,;؛")
_OPEN, _CLOSE = "(", ")"
_ENDS = _COMMAS | frozenset(".)]؟!?")
_REACH = 6


def is_noted(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    """Return whether the year at some atoms opens a line of a chronology or follows its label."""
    if _opens_line(pieces, first):
        return (
            stop < len(pieces)
            and pieces[stop].text in _DASHES | {_COLON}
            and not _figure(pieces, stop + 1)
        )
    if stop < len(pieces) and pieces[stop].kind != "newline" and pieces[stop].text not in _ENDS:
        return False
    return _labelled(pieces, first, language) or _in_brackets(pieces, first, stop)


def _opens_line(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether nothing but a bullet stands before an atom in its line."""
    if at and pieces[at - 1].text in _BULLETS:
        at -= 1
    return at == 0 or pieces[at - 1].kind == "newline"


def _figure(pieces: Sequence[Atom], at: int) -> bool:
    return at < len(pieces) and pieces[at].text[0].isdigit()


def _labelled(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether a word that dates follow stands before a year, or opens the label before it.

    "built 1934", "Opening of the line: 1934".
    """
    at = first - 1
    colon = at >= 0 and pieces[at].text == _COLON
    words = _words_before(pieces, at if colon else first)
    reach = range(len(words) if colon else min(len(words), 1))
    labels = folded(language, "year_labels")
    return any(opens_any(words[-1 - n].text, labels, language) for n in reach)


def _words_before(pieces: Sequence[Atom], at: int) -> Sequence[Atom]:
    """Return the words right before an atom, with no mark or line's end among them."""
    start = at
    while start and at - start < _REACH and pieces[start - 1].kind == "word":
        start -= 1
    return pieces[start:at]


def _in_brackets(pieces: Sequence[Atom], first: int, stop: int) -> bool:
    """Return whether a year stands after a name in brackets: (Dawn Press, 2008)."""
    if stop >= len(pieces) or pieces[stop].text not in _COMMAS | {_CLOSE}:
        return False
    if not first or pieces[first - 1].text not in _COMMAS:
        return False
    words = _words_before(pieces, first - 1)
    opening = first - 2 - len(words)
    return bool(words) and opening >= 0 and pieces[opening].text == _OPEN
