"""What the label of a fact sheet counts: `Stations: 5`, `Visitors: 2018: 300; 2019: 420`."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.counted import (
    content_noun,
    head_of,
    is_definite,
    known_noun,
    plural_form,
    several,
    singular,
)
from claimcheck.annotate.quantities.unit_lists import listed, phrases
from claimcheck.lang.pack import PACKS, function_words

_COLON = ":"
# How long a label is at most, and how far before a year of a series its label stands, in atoms.
_LONGEST = 9
_SERIES = 80
_YEAR_DIGITS = 4
_OPENING = frozenset(".,،؛;:()|•*–—!?؟")


class Label(NamedTuple):
    """A counted noun, and the atom where it stands."""

    unit: str
    noun: int


def labelled(pieces: Sequence[Atom], at: int, language: str) -> Label | None:
    """Return what the label before the atom `at` counts, None where no label stands there."""
    if at < 2 or pieces[at - 1].text != _COLON:
        return None
    colon = at - 1
    if _is_year(pieces[colon - 1]):
        colon = _of_series(pieces, colon - 1)
    return _head(pieces, colon, language) if colon > 0 else None


def _is_year(piece: Atom) -> bool:
    return len(piece.text) == _YEAR_DIGITS and piece.text.isdecimal()


def _of_series(pieces: Sequence[Atom], year: int) -> int:
    """Return the colon of the label of a series by year, -1 where it has none."""
    for at in range(year - 1, max(year - _SERIES, 0), -1):
        if pieces[at].kind == "newline":
            return -1
        before_year = at + 1 < len(pieces) and _is_year(pieces[at + 1])
        if pieces[at].text == _COLON and before_year and not _is_year(pieces[at - 1]):
            return at
    return -1


def _head(pieces: Sequence[Atom], colon: int, language: str) -> Label | None:
    """Return the noun in the plural that the label before a colon is about."""
    first = colon
    while first > 0 and colon - first < _LONGEST and _goes_on(pieces[first - 1]):
        first -= 1
    if first == colon or (first > 0 and _goes_on(pieces[first - 1])):
        return None
    opening = phrases(language, "number_of").longest(pieces, first)
    if opening and opening.stop < colon:
        head = head_of(pieces, opening.stop, language)
        return Label(head.unit, head.stop - 1) if head else None
    return _plural(pieces, (first, colon), language)


def _goes_on(piece: Atom) -> bool:
    return piece.kind == "word" or (piece.kind == "mark" and piece.text not in _OPENING)


def _plural(pieces: Sequence[Atom], atoms: tuple[int, int], language: str) -> Label | None:
    """Return the noun of a label: the first one where nouns come first, else the last."""
    words: list[int] = []
    for at in range(*atoms):
        if pieces[at].kind != "word" or PACKS[language].fold(pieces[at].text) in function_words(
            language
        ):
            break
        words.append(at)
    if listed(language, "singular_after_11"):
        words = words[:1]
    for at in reversed(words):
        unit = _many(pieces[at].text, language)
        if unit:
            return Label(unit, at)
    return None


def _many(word: str, language: str) -> str:
    """Return the singular, or the lookup form, of a word that is surely a plural."""
    known = several(word, language)
    return known if known or known_noun(word, language) else plural(word, language)


def plural(word: str, language: str) -> str:
    """Return the singular, or the lookup form, of an unlisted noun that has a plural's form.

    Where articles are part of words it has one.
    """
    if not plural_form(word, language):
        return ""
    if singular(word, language):
        return singular(word, language)
    return content_noun(word, language) if is_definite(word, language) else ""
