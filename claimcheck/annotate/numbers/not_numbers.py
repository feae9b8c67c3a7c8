"""Digits and number words that are no number: names, codes, clock times, list bullets."""

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import Token, lexeme, listed, not_number_words
from claimcheck.annotate.phrases import Phrases
from claimcheck.annotate.quantities.unit_words import is_unit_word
from claimcheck.lang.pack import PACKS

_HYPHENS = frozenset("-‐‑")
_CODE_MARKS = frozenset("_@#№§")
_BULLETS = frozenset(".)-–ـ/")
_BETWEEN = frozenset(".(-")
_LATIN_END = 0x250
_ISO_CODE = 3
_PHONE_DIGITS = 7
_LOOKBACK = 3
_NUMBER_ROLES = frozenset(
    {"one", "part", "tail", "ten", "hundred", "scale", "fraction", "ordinal", "twice", "minus"}
)


def is_name(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether the digits at an index are part of a name, a code, a date or a time."""
    return (
        _glued_before(pieces, at, language)
        or _glued_after(pieces, at, language)
        or _in_chain(pieces, at)
        or _is_bullet(pieces, at)
        or _labelled(pieces, at, language)
    )


def _touching(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the atoms at `at` and after it touch."""
    return 0 <= at < len(pieces) - 1 and pieces[at].end == pieces[at + 1].start


def _latin(piece: Atom) -> bool:
    return piece.kind == "word" and ord(piece.text[0]) < _LATIN_END


def _glued_before(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether letters or a code's mark stand right before the digits: A320, Su-35, #5."""
    if not _touching(pieces, at - 1):
        return False
    before = pieces[at - 1]
    if before.text in _CODE_MARKS:
        return True
    if before.text == "+":
        return len(pieces[at].text) >= _PHONE_DIGITS
    if _latin(before):
        code = len(before.text) == _ISO_CODE and before.text.isupper()
        return not code and PACKS[language].fold(before.text) not in listed(language, "glued")
    if before.text not in _HYPHENS or not _touching(pieces, at - 2):
        return False
    return pieces[at - 2].kind == "word" or _labelled(pieces, at - 2, language)


def _glued_after(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether letters that are no unit stand right after the digits: 5G, 1990s."""
    if not _touching(pieces, at) or not _latin(pieces[at + 1]):
        return False
    word = pieces[at + 1].text
    if len(word) == 1 and word.isupper() and lexeme(word, language) is None:
        return True
    return lexeme(word, language) is None and not is_unit_word(word, language)


def _in_chain(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the digits are a part of a date, a clock time or a telephone number."""
    before = pieces[at - 1].text if _touching(pieces, at - 1) else ""
    after = pieces[at + 1].text if _touching(pieces, at) else ""
    if before in (":", "/") and _touching(pieces, at - 2) and pieces[at - 2].kind != "mark":
        return True
    if after in (":", "/") and _touching(pieces, at + 1):
        return after == "/" or pieces[at + 2].kind == "number"
    return _hyphen_chain(pieces, at)


def _hyphen_chain(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether three numbers are joined by hyphens around an index."""
    first = last = at
    while _joined_by_hyphen(pieces, first - 2) and at - first < 4:
        first -= 2
    while _joined_by_hyphen(pieces, last) and last - at < 4:
        last += 2
    return last - first >= 4


def _joined_by_hyphen(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the number at `at`, a hyphen and a number touch."""
    if at < 0 or at + 2 >= len(pieces) or pieces[at + 1].text not in _HYPHENS:
        return False
    numbers = pieces[at].kind == pieces[at + 2].kind == "number"
    return numbers and _touching(pieces, at) and _touching(pieces, at + 1)


def _is_bullet(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the digits number an item at the start of a line: 1. 2) 3- (4)."""
    start = at - 1 if at and pieces[at - 1].text == "(" else at
    if start and pieces[start - 1].kind != "newline":
        return False
    if len(pieces[at].text) > 2 or at + 2 >= len(pieces) or pieces[at + 1].text not in _BULLETS:
        return False
    return pieces[at + 2].kind != "number" and pieces[at + 1].end < pieces[at + 2].start


def _labelled(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a word that takes a number as its name stands before the digits."""
    before = at - 1
    if before > 0 and pieces[before].text in _BETWEEN:
        before -= 1
    if before < 0 or pieces[before].kind in ("newline", "number", "url"):
        return False
    return _takes_number(pieces[before].text, language)


@cache
def _takes_number(word: str, language: str) -> bool:
    names = not_number_words(language, "labels") | not_number_words(language, "designators")
    return any(r.key in names for r in PACKS[language].readings(word))


@cache
def _phrases(language: str) -> Phrases[str]:
    return Phrases(((phrase, "") for phrase in not_number_words(language, "phrases")), language)


def blocked(pieces: Sequence[Atom], tokens: Sequence[Token | None], language: str) -> Iterator[int]:
    """Yield the indices of number words that stand in a phrase which is no number."""
    phrases = _phrases(language)
    calendar = not_number_words(language, "calendar")
    fold = PACKS[language].fold
    for at, token in enumerate(tokens):
        if token is None or token.role not in _NUMBER_ROLES:
            continue
        if token.role == "ordinal" and at and fold(pieces[at - 1].text) in calendar:
            yield at
            continue
        for start in range(max(at - _LOOKBACK, 0), at + 1):
            found = phrases.longest(pieces, start)
            if found and found.stop > at:
                yield at
                break
