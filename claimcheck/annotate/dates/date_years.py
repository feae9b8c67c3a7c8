"""Where bare digits are a year: after an event's name, or two of them with a word before."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_grammar import Expression
from claimcheck.annotate.dates.date_items import Items
from claimcheck.annotate.dates.date_notes import is_noted
from claimcheck.annotate.dates.date_words import folded, letters
from claimcheck.annotate.phrases import first_keys
from claimcheck.lang.pack import PACKS, folded_set

_REACH = 4
_QUOTES = frozenset("'’")
_QUOTE_REACH = 24


def is_year(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether digits that may be a year are one among the words around them."""
    first = items.items[expression.first].atom
    stop = items.items[expression.stop - 1].stop
    if expression.kind == "event":
        return _of_event(pieces, first, stop, language) or is_noted(pieces, first, stop, language)
    if expression.parts.keys() & {"era", "era_b"} and _lower_era(pieces, stop):
        return False
    if "year2" not in expression.parts or expression.kind == "numeric":
        return not _some(expression, items, pieces, language)
    if any(piece.text in _QUOTES for piece in pieces[first:stop]):
        return not _quoted(pieces, stop)
    return _short(expression, items, pieces, language)


def _some(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether digits after "about" count the noun after them: about 1500 rebels."""
    stop = items.items[expression.stop - 1].stop
    if expression.parts.keys() != {"year"} or stop - items.items[expression.first].atom > 1:
        return False
    if not expression.first or items.codes[expression.first - 1] not in letters("approx"):
        return False
    after = pieces[stop] if stop < len(pieces) else None
    return after is not None and after.kind == "word" and not _is_function_word(after, language)


def _short(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether two digits with no mark are a year, not so many of the noun after them."""
    parts = expression.parts.keys()
    if "month" in parts and "day" not in parts and "short years" not in folded(language, "traits"):
        return False
    if "season" in parts and items.items[expression.first].definite:
        return False
    stop = items.items[expression.stop - 1].stop
    if stop == len(pieces) or pieces[stop].kind != "word":
        return True
    ends = tuple(folded(language, "counted_endings"))
    return not PACKS[language].fold(pieces[stop].text).endswith(ends)


def _quoted(pieces: Sequence[Atom], stop: int) -> bool:
    """Return whether the mark before two digits opens a quotation, which a later one closes."""
    for at in range(stop, min(stop + _QUOTE_REACH, len(pieces))):
        piece = pieces[at]
        if piece.kind == "newline":
            return False
        ends = at + 1 == len(pieces) or pieces[at + 1].start > piece.end
        if piece.text[-1] in _QUOTES and ends:
            return True
    return False


def _lower_era(pieces: Sequence[Atom], stop: int) -> bool:
    """Return whether an era's letters are a word in lower case, with a noun after it: ad."""
    era = pieces[stop - 1].text
    follows = stop < len(pieces) and pieces[stop].kind == "word"
    return follows and era.isascii() and era.isalpha() and era.islower()


def _of_event(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    """Return whether an event is named by the year at some atoms.

    The event's noun stands before a name and the year, or after an article, the year and a name.
    """
    return _headed(pieces, first, stop, language) or _tailed(pieces, first, stop, language)


def _headed(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    after = pieces[stop] if stop < len(pieces) else None
    closed = after is None or after.kind != "word" or _is_function_word(after, language)
    heads = folded(language, "event_heads")
    for piece in reversed(pieces[max(first - _REACH, 0) : first] if closed else ()):
        if piece.kind != "word":
            return False
        if not heads.isdisjoint(key for key, _ in first_keys(piece.text, language)):
            return True
        if _is_function_word(piece, language):
            return False
    return False


def _tailed(pieces: Sequence[Atom], first: int, stop: int, language: str) -> bool:
    """Return whether "the" stands before a year, and an event's noun soon after it."""
    fold = PACKS[language].fold
    if not first or fold(pieces[first - 1].text) not in folded(language, "event_openers"):
        return False
    if int(pieces[first].text) % 100 == 0:
        return False  # so many of the event's victims
    tails = folded(language, "event_tails")
    for piece in pieces[stop : stop + _REACH]:
        if piece.kind != "word" and piece.text != "-":
            return False
        if fold(piece.text) in tails:
            return True
        if _is_function_word(piece, language):
            return False
    return False


def _is_function_word(piece: Atom, language: str) -> bool:
    word = piece.text
    named = len(word) > 1 and word.isupper()  # US
    listed = folded_set(language, "function_words", "particles")
    return not named and PACKS[language].fold(word) in listed
