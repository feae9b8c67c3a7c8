"""Digits and number words that are no number: names, codes, clock times, list bullets."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import (
    Token,
    is_listed,
    lexeme,
    listed,
    not_number_words,
)
from claimcheck.annotate.numbers.telephone import BETWEEN, HYPHENS, LEAST_DIGITS
from claimcheck.annotate.phrases import Phrases, part_of_any, phrase_words
from claimcheck.annotate.quantities.unit_words import is_unit_word
from claimcheck.lang.pack import PACKS

_CODE_MARKS = frozenset("_@#№§")
_BULLETS = frozenset(".)-–ـ/")
_TIES = _CODE_MARKS | _BULLETS | HYPHENS | frozenset("+:;([")
_RULES = frozenset("·•|")
_LATIN_END = 0x250
_ISO_CODE = 3
_RESOLUTION_REACH = 4
_CACHE = 1 << 16
_ESCAPE_ATOMS = 6
_ESCAPE_MARKS = frozenset(";m")
_GLUED_SCALES = frozenset({"abbreviation", "abbreviation_m"})
_LOOKBACK = 3
# The least of what an ordinal below ten is joined to.
_TENS = 20
_NUMBER_ROLES = frozenset(
    {"one", "part", "tail", "ten", "hundred", "scale", "fraction", "ordinal", "twice", "minus"}
)


def is_name(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether the digits at an index are part of a name, a code, a date or a time."""
    tied = _is_tied(pieces, at) and _in_word(pieces, at, language)
    return tied or _labelled(pieces, at, language) or _is_clutter(pieces, at, language)


def _is_tied(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a word, or a mark that ties digits to others, touches the digits."""
    start, end, _, _ = pieces[at]
    if at and pieces[at - 1].end == start:
        _, _, text, kind = pieces[at - 1]
        if kind != "mark" or text in _TIES:
            return True
    if at + 1 < len(pieces) and pieces[at + 1].start == end:
        _, _, text, kind = pieces[at + 1]
        return kind != "mark" or text in _TIES
    return False


def _in_word(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether what touches the digits makes them part of something else."""
    return (
        _glued_before(pieces, at, language)
        or _glued_after(pieces, at, language)
        or _in_chain(pieces, at, language)
        or _is_bullet(pieces, at)
        or _escape(pieces, at)
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
    if before.text == "+":
        return len(pieces[at].text) >= LEAST_DIGITS
    if before.text in HYPHENS:
        return _hyphened(pieces, at, language)
    tagged = _touching(pieces, at - 2) and pieces[at - 2].text == "#"
    return before.text in _CODE_MARKS or tagged or (_latin(before) and _code(before, language))


def _code(before: Atom, language: str) -> bool:
    """Return whether letters right before digits are no currency: a name's or a code's."""
    if _takes_number(before.text, language):
        return True
    currency = len(before.text) == _ISO_CODE and before.text.isupper()
    return not currency and PACKS[language].fold(before.text) not in listed(language, "glued")


def _hyphened(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a hyphen ties the digits to a word before it."""
    if not _touching(pieces, at - 2) or _is_counted(pieces, at - 2, language):
        return False
    return pieces[at - 2].kind == "word" or _labelled(pieces, at - 2, language)


def _is_counted(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a word is a scale glued to digits, the first of a range: 5k-20k."""
    word = lexeme(pieces[at].text, language) if pieces[at].kind == "word" else None
    scale = word is not None and word.role in _GLUED_SCALES
    return scale and _touching(pieces, at - 1) and pieces[at - 1].kind == "number"


def _glued_after(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether letters that are no unit stand right after the digits: 5G, 1990s."""
    if not _touching(pieces, at) or not _latin(pieces[at + 1]):
        return False
    word = pieces[at + 1].text
    if len(word) == 1 and word.isupper() and lexeme(word, language) is None:
        return True
    return lexeme(word, language) is None and not is_unit_word(word, language)


def _in_chain(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether the digits are a part of a date, a clock time or a telephone number."""
    before = pieces[at - 1].text if _touching(pieces, at - 1) else ""
    after = pieces[at + 1].text if _touching(pieces, at) else ""
    if before in (":", "/") and _touching(pieces, at - 2) and pieces[at - 2].kind != "mark":
        return True
    if after in (":", "/") and _touching(pieces, at + 1):
        number = pieces[at + 2].kind == "number"
        return number or (after == "/" and not _is_rate(pieces, at + 2, language))
    return _hyphen_chain(pieces, at)


def _is_rate(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether the word after a number's slash is what it is per: $12/kg."""
    last = at + 1 >= len(pieces) or pieces[at + 1].text != "/"
    return last and is_unit_word(pieces[at].text, language)


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
    if at < 0 or at + 2 >= len(pieces) or pieces[at + 1].text not in HYPHENS:
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
    if before > 0 and pieces[before].text == ":":
        return is_listed(pieces[before - 1].text, "counters", language)
    if before > 0 and pieces[before].text in BETWEEN:
        before -= 1
    if before < 0 or pieces[before].kind in ("newline", "number", "url"):
        return False
    word = pieces[before].text
    return _takes_number(word, language) or (
        is_listed(word, "bodies", language) and _resolution(pieces, before, language)
    )


def _is_clutter(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a line, or its part between dots, says how often a page was seen."""
    if at + 1 == len(pieces) or not is_listed(pieces[at + 1].text, "clutter", language):
        return False
    before = pieces[at - 1] if at else None
    after = pieces[at + 2] if at + 2 < len(pieces) else None
    return all(
        one is None or one.kind == "newline" or one.text in _RULES for one in (before, after)
    )


@lru_cache(_CACHE)
def _takes_number(word: str, language: str) -> bool:
    return is_listed(word, "labels", language) or is_listed(word, "designators", language)


def _resolution(pieces: Sequence[Atom], body: int, language: str) -> bool:
    """Return whether a resolution of the body at an index is spoken of before it."""
    near = pieces[max(body - _RESOLUTION_REACH, 0) : body]
    return any(is_listed(piece.text, "remote", language) for piece in near)


def _escape(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether the digits are left of a terminal's escape sequence: [31m, [1;31m."""
    if at + 1 == len(pieces) or pieces[at + 1].text not in _ESCAPE_MARKS:
        return False
    first = at
    while at - first < _ESCAPE_ATOMS and _touching(pieces, first - 1):
        if pieces[first - 1].text == "[":
            break
        first -= 1
    last = at
    while last - at < _ESCAPE_ATOMS and _touching(pieces, last) and pieces[last].kind != "word":
        last += 1
    opened = first and pieces[first - 1].text == "[" and _touching(pieces, first - 1)
    return bool(opened) and pieces[last].text == "m"


@cache
def _phrases(language: str) -> Phrases[str]:
    return Phrases(((phrase, "") for phrase in not_number_words(language, "phrases")), language)


@cache
def _phrase_words(language: str) -> frozenset[str]:
    fold = PACKS[language].fold
    phrases = not_number_words(language, "phrases")
    return frozenset(fold(word) for phrase in phrases for word in phrase_words(phrase))


@lru_cache(_CACHE)
def _in_phrase(word: str, language: str) -> bool:
    """Return whether a word is part of any phrase that is no number."""
    return part_of_any(word, _phrase_words(language), language)


def blocked(
    pieces: Sequence[Atom], tokens: Sequence[Token | None], among: Sequence[int], language: str
) -> Iterator[int]:
    """Yield those indices among the ones of number words that are in a phrase of no number."""
    phrases = _phrases(language)
    calendar = not_number_words(language, "calendar")
    fold = PACKS[language].fold
    for at in among:
        token = tokens[at]
        if token is None or token.role not in _NUMBER_ROLES:
            continue
        if token.role == "ordinal" and at and fold(pieces[at - 1].text) in calendar:
            yield at
            continue
        if not _in_phrase(pieces[at].text, language) or _goes_on(tokens, at):
            continue
        for start in range(max(at - _LOOKBACK, 0), at + 1):
            found = phrases.longest(pieces, start)
            if found and found.stop > at:
                if token.role != "one" or not _measures(pieces, at, found.stop, language):
                    yield at
                break


def _goes_on(tokens: Sequence[Token | None], at: int) -> bool:
    """Return whether an ordinal is the first part of a longer one: in the *second* and fiftieth."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token is None or after is None or token.role != "ordinal":
        return False
    return after.joined and after.definite and after.value >= _TENS


def _measures(pieces: Sequence[Atom], at: int, stop: int, language: str) -> bool:
    """Return whether a unit follows the number that ends a phrase: that one mile."""
    follows = stop == at + 1 and stop < len(pieces)
    return follows and is_unit_word(pieces[stop].text, language)
