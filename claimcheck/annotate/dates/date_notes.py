"""Where bare digits are a year in notes: chronologies, index cards, lists of works."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_words import folded
from claimcheck.annotate.phrases import opens_any
from claimcheck.lang.pack import PACKS

_COLON = ":"
_DASHES = frozenset("-–—")
_BULLETS = _DASHES | frozenset("•*·")
_COMMAS = frozenset("،,;؛")
_OPEN, _CLOSE = "(", ")"
_ENDS = _COMMAS | frozenset(".)]؟!?")
_AFTER = _ENDS | {_OPEN}
_REACH = 6


def is_noted(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    """Return whether the year at some atoms opens a line of a chronology or follows its label."""
    if _opens_line(pieces, first):
        return (
            stop < len(pieces)
            and pieces[stop].text in _DASHES | {_COLON}
            and not _figure(pieces, stop + 1)
        )
    if stop < len(pieces) and pieces[stop].kind != "newline" and pieces[stop].text not in _AFTER:
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

    "built 1934", "Opening of the line: 1934", "Start of the works: 1934", "Last outbreak: 1934".
    """
    at = first - 1
    colon = at >= 0 and pieces[at].text == _COLON
    words = _words_before(pieces, at if colon else first)
    reach = range(len(words) if colon else min(len(words), 1))
    labels = folded(language, "year_labels")
    if any(opens_any(words[-1 - n].text, labels, language) for n in reach):
        return True
    return colon and _opens_with_event(words, language)


def _opens_with_event(words: Sequence[Atom], language: str) -> bool:
    """Return whether a label opens with what happens but once, or tells which of many it was."""
    once, often = folded(language, "year_heads"), folded(language, "year_repeated")
    if words and opens_any(words[0].text, once, language):
        return True
    which = any(PACKS[language].fold(word.text) in folded(language, "which") for word in words)
    return which and any(opens_any(word.text, once | often, language) for word in words)


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
