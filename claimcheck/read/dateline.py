"""The words before an article's first sentence that say where, when and by whom it was sent."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.text import SegmentKind
from claimcheck.read.date_words import date_word, in_names, names_month
from claimcheck.read.lines import Line
from claimcheck.read.zone_words import opening, tokens

# A dateline ends within so many code points, and names its place and its sender in few words.
_REACH = 120
_PLACE_WORDS = 6
_BARE_PLACE_WORDS = 3
_SENDER_WORDS = 3
_DAY_NUMBERS = 3
# A second dash so near means that the two stand like brackets.
_PAIR_REACH = 100

_DASH = re.compile(r"\s[-\u2013\u2014\u0640]+(?=\s)|(?<=[^\W\d_])[-\u2013\u2014]+(?=\s)")
_COLON = re.compile(r"\s*:(?=\s)")
_SLASH = re.compile(r"(?<=\w/)(?=\s)")
_AGENCY = re.compile(r"\([^()\d]{2,60}\)|/[^/\d]{2,60}/")
_PAIRED = re.compile(r"\s[-\u2013\u2014]+\s")
# A page's date stuck to the first word: `9 May 2023The...`.
_STUCK = re.compile(r"\d{1,2}\s+\w+(?:\s*/\s*\w+)?\s+\d{4}(?=[^\W\d_])")
_NUMERIC = re.compile(r"\s+\d{4}-\d\d(?:-\d\d)?(?=\s)")


class Dateline(NamedTuple):
    """What opens a line: where it ends, and where the sentence after it begins."""

    kind: SegmentKind
    end: int
    body: int


class _Head(NamedTuple):
    """The words of a possible dateline: those before its date, the date's, those after it."""

    place: list[str]
    date: list[str]
    sender: list[str]
    agency: bool


def dateline(text: str, line: Line, *, dated: bool = False) -> Dateline | None:
    """Return the dateline that a line opens with, if it has one.

    dated: the line is no paragraph, so a place alone is not enough.
    """
    limit = min(line.end, line.start + _REACH)
    stuck = _STUCK.match(text, line.start, limit)
    if stuck and names_month(text, line.start, stuck.end()):
        return Dateline("dateline", stuck.end(), stuck.end())
    found = opening(text, line.start, limit)
    if found and "published_glued" in found.lists:
        numeric = _NUMERIC.match(text, found.end, limit)
        return Dateline("published", numeric.end(), numeric.end()) if numeric else None
    marks = [
        mark
        for pattern in (_DASH, _COLON, _SLASH)
        for mark in pattern.finditer(text, line.start, limit)
        if _fits(text, line, mark, dated=dated)
    ]
    last = max(marks, key=lambda mark: mark.end(), default=None)
    return Dateline("dateline", last.start(), last.end()) if last else None


def is_dateline(text: str) -> bool:
    """Return whether a text is a place and a day, with or without who sent it; or both of these."""
    head = _head(text)
    sent = head.agency and not (head.place or head.sender)
    return bool(head.date) and (sent or (_is_placed(head) and _is_name(head.place)))


def _fits(text: str, line: Line, mark: re.Match[str], *, dated: bool) -> bool:
    """Return whether the words up to a mark are place, date and sender and nothing else."""
    head = _head(text[line.start : mark.start()])
    dashed = mark.re is not _COLON
    if not _is_placed(head) or not (head.date or (dashed and _is_name(head.place))):
        return False
    if not head.agency and _is_function_word(head.place[-1]):
        return False
    if head.date or head.agency:
        return True
    alone = _PAIRED.search(text, mark.end(), mark.end() + _PAIR_REACH) is None
    return mark.re is _DASH and not dated and alone and len(head.place) <= _BARE_PLACE_WORDS


def _head(text: str) -> _Head:
    """Return the words of a text before, in and after its date; without one all are before it."""
    bare = _AGENCY.sub(" ", text)
    words = tokens(bare, 0, len(bare))
    kinds = [date_word(word) for word in words]
    first = next((at for at, is_date in enumerate(kinds) if is_date), len(words))
    after = next((at for at in range(first, len(words)) if not kinds[at]), len(words))
    date = words[first:after]
    return _Head(words[:first], date if _is_day(date) else [], words[after:], bare != text)


def _is_day(words: list[str]) -> bool:
    """Return whether date words name a day or a month: a number with a name, or three numbers."""
    numbers = [word for word in words if word[0].isdecimal()]
    return bool(numbers) and (len(numbers) < len(words) or len(numbers) == _DAY_NUMBERS)


def _is_placed(head: _Head) -> bool:
    """Return whether few words stand before and after the date, none of them a sentence's."""
    place, sender = len(head.place), len(head.sender)
    if not 0 < place <= _PLACE_WORDS or sender > (_SENDER_WORDS if head.date else 0):
        return False
    # `Amman on 3 May`: between place and day a function word may stand.
    before = head.place[1:-1] if _opens_name(head.place) else (head.place[0], *head.place[:-1])
    return not any(_is_function_word(word) for word in (*before, *head.sender))


def _opens_name(words: list[str]) -> bool:
    """Return whether a word that names of places open with stands before another: The Hague."""
    return (
        len(words) > 1
        and in_names(words[0], _listed("zones", "name_openings"))
        and _is_name(words[1:2])
    )


def _is_name(words: list[str]) -> bool:
    """Return whether no word begins in lower case; scripts without case have none that does."""
    return not any(word[0].islower() for word in words)


def _is_function_word(word: str) -> bool:
    return in_names(word, _listed("function_words", "particles"))


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    """Return the words of a list of all languages, each folded as its own folds it."""
    return frozenset().union(*(folded_set(language, table, name) for language in PACKS))
