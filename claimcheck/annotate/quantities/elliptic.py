"""Numbers whose unit the clause has said before: from 5% to 7, the number of wounded rose to 9."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import lexeme
from claimcheck.annotate.phrases import opens_any
from claimcheck.annotate.quantities.change import ends_sentence
from claimcheck.annotate.quantities.counted import OWNERS, definite_noun, free_noun, known_noun
from claimcheck.annotate.quantities.endings import hedged_start
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import (
    endings,
    folded,
    phrases,
    table,
    table_phrases,
)
from claimcheck.annotate.quantities.unit_lists import listed as listed_words
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.mention import Numeral

_REACH = 14
_NEXT = 2
# The longest that stands between a part and its whole, in atoms.
_WHOLE = 6
# How far before its number "the number of wounded" stands without a verb between.
_NEAR = 4
_CACHE = 1 << 16
_YEARS = frozenset(range(1900, 2100))
# What figures are no levels of, that others would be set against.
_UNCOMPARED = ("rank", "score", "multiple", "age")
_NO_WHOLES = (*_UNCOMPARED, "percent", "temperature", "ratio")
# What a scale word stands with, and how many digits a number has at most that leaves it out.
_SCALED = ("money", "count")
_SCALES = frozenset({"scale", "scale_or_dual", "many", "abbreviation", "abbreviation_m"})
_DIGITS = 3


class Free(NamedTuple):
    """A numeral and the atoms that it covers, half-open."""

    numeral: Numeral
    first: int
    stop: int


def elliptic(
    pieces: Sequence[Atom],
    free: Sequence[Free],
    found: Sequence[Measured],
    language: str,
) -> Iterator[Measured]:
    """Yield the quantities among numerals that have no unit of their own.

    free: the numerals. found: the text's quantities, in order.
    """
    at = 0
    for numeral, first, stop in free:
        while at < len(found) and found[at].first < first:
            at += 1
        next_one = found[at] if at < len(found) else None
        side = _side(pieces, next_one, stop, language)
        side = side or _whole(pieces, next_one, (first, stop), language)
        if side and numeral.kind == "cardinal":
            yield measured(numeral, side, numeral.span.start, numeral.span.end, (first, stop))
            continue
        before = found[at - 1] if at else None
        same = _others(pieces, before, (first, stop), language)
        same = same or _against(pieces, before, (first, stop), language)
        same = same or _compared(pieces, before, (first, stop), language)
        if same and numeral.kind == "cardinal":
            yield measured(numeral, same, numeral.span.start, numeral.span.end, (first, stop))
            continue
        plain_year = numeral.low in _YEARS and pieces[first].text.isdecimal()
        if numeral.kind != "cardinal" or plain_year or not ends_phrase(pieces, stop, language):
            continue
        start = hedged_start(pieces, first, language)
        reaches = endings(language, "reaches").start(pieces, start)
        level = _from(before, start) if reaches >= 0 else None
        unit = level.unit if level else _number_of(pieces, before, (reaches, start), language)
        if unit:
            one = measured(numeral, unit, numeral.span.start, numeral.span.end, (first, stop))
            yield one._replace(per=level.per) if level else one


def _side(pieces: Sequence[Atom], after: Measured | None, stop: int, language: str) -> Unit | None:
    """Return the unit of the other side that follows a number: 20 by 30 metres."""
    if after is None or after.first != stop + 1 or after.unit.dimension != "length":
        return None
    return after.unit if pieces[stop].text in listed_words(language, "across") else None


def _whole(
    pieces: Sequence[Atom], after: Measured | None, atoms: tuple[int, int], language: str
) -> Unit | None:
    """Return what the whole measures that a number is a part of: 285 of 300 deputies."""
    stop = atoms[1]
    if after is None or not 0 < after.first - stop <= _WHOLE:
        return None
    if after.unit.dimension in _NO_WHOLES:
        return None
    of = phrases(language, "of_whole").longest(pieces, stop)
    if of is None or of.start != pieces[stop].start:
        return None
    if of.stop != after.first and not pieces[after.first - 1].text.endswith(OWNERS):
        return None
    return _in_its_scale(pieces, after, atoms, language)


def _others(
    pieces: Sequence[Atom], before: Measured | None, atoms: tuple[int, int], language: str
) -> Unit | None:
    """Return what the number before counts where another counts "others" of them."""
    first, stop = atoms
    counted = before is not None and before.noun is not None and 0 <= first - before.stop <= _REACH
    if not (before and counted) or stop >= len(pieces):
        return None
    if any(ends_sentence(piece) for piece in pieces[before.stop : first]):
        return None
    others = PACKS[language].fold(pieces[stop].text) in folded(language, "unnamed")
    return before.unit if others else None


def _against(
    pieces: Sequence[Atom], before: Measured | None, atoms: tuple[int, int], language: str
) -> Unit | None:
    """Return what the other side of a vote counts: 67 votes to 33."""
    first, stop = atoms
    if before is None or before.unit.dimension != "count" or first != before.stop + 1:
        return None
    votes = before.unit.unit in folded(language, "votes")
    versus = PACKS[language].fold(pieces[before.stop].text) in folded(language, "versus")
    return before.unit if votes and versus and ends_phrase(pieces, stop, language) else None


def _compared(
    pieces: Sequence[Atom], before: Measured | None, atoms: tuple[int, int], language: str
) -> Unit | None:
    """Return what the figure measures that a number is set against: 78 per cent, against 61."""
    first, stop = atoms
    article = past_article(pieces, first, language)
    opens = hedged_start(pieces, article, language)
    name = "compared" if article == first else "compared_to_the"
    start = max(endings(language, x).start(pieces, opens) for x in {"compared", name})
    if before is None or not 0 <= start - before.stop <= _REACH:
        return None
    if before.unit.dimension in _UNCOMPARED or not _ends(pieces, stop, language):
        return None
    if any(ends_sentence(piece) for piece in pieces[before.stop : start]):
        return None
    return _in_its_scale(pieces, before, (first, stop), language)


def _ends(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether no noun that a number counts follows it: 47 for his rival, 47 لمنافسه."""
    if ends_phrase(pieces, at, language):
        return True
    word = pieces[at].text
    led = (r.proclitics for r in PACKS[language].readings(word) if r.proclitics)
    return any(front[0] in listed_words(language, "led_by") for front in led) and not free_noun(
        word, language
    )


def past_article(pieces: Sequence[Atom], at: int, language: str) -> int:
    """Return the index of the article before the atom `at`, where one stands there."""
    before = PACKS[language].fold(pieces[at - 1].text) if at else ""
    return at - 1 if before and before in folded(language, "articles") else at


def _in_its_scale(
    pieces: Sequence[Atom], before: Measured, atoms: tuple[int, int], language: str
) -> Unit:
    """Return the unit of a figure, times its scale where the number has none: 40 million, from 31.

    A number of thousands and more has its own.
    """
    large = any(len(piece.text) > _DIGITS for piece in pieces[slice(*atoms)])
    told = _scales(pieces[before.first : before.stop], language)
    own = _scales(pieces[slice(*atoms)], language)
    if large or own or not told or before.unit.dimension not in _SCALED:
        return before.unit
    return before.unit._replace(part=before.unit.part * told[-1])


def _scales(pieces: Sequence[Atom], language: str) -> list[Decimal]:
    words = (lexeme(piece.text, language) for piece in pieces)
    return [word.value for word in words if word is not None and word.role in _SCALES]


@lru_cache(_CACHE)
def _counts(word: str, language: str) -> bool:
    """Return whether a word may open a phrase that says what is counted."""
    return opens_any(word, _openings(language), language)


@cache
def _openings(language: str) -> frozenset[str]:
    fold = PACKS[language].fold
    tolls = (phrase for listed in table(language, "tolls").values() for phrase in listed)
    return frozenset(
        fold(phrase.split()[0]) for phrase in (*tolls, *listed_words(language, "number_of"))
    )


def ends_phrase(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether no noun that a number might count follows it."""
    piece = pieces[at] if at < len(pieces) else None
    if piece is None or piece.kind != "word":
        return piece is None or piece.text not in ("-", "/", ":", "%")
    pack = PACKS[language]
    return pack.is_joined(piece.text) or pack.fold(piece.text) in function_words(language)


def _from(before: Measured | None, start: int) -> Measured | None:
    """Return the level that a change comes from, right before the level it goes to."""
    if before is None or before.change != "from" or not 0 < start - before.stop <= _NEXT:
        return None
    return before


def _number_of(
    pieces: Sequence[Atom], before: Measured | None, places: tuple[int, int], language: str
) -> Unit | None:
    """Return the noun of "the number of wounded" earlier in the sentence.

    places: the atoms where "rose to" starts, -1 without it, and where it ends.
    """
    reaches, start = places
    other = definite_noun(pieces[reaches - 1].text, language) if reaches > 0 else None
    joined = reaches > 0 and PACKS[language].is_joined(pieces[reaches - 1].text)
    listed = other is not None and joined
    reach = _REACH if reaches >= 0 else _NEAR
    lowest = max(start - reach, before.stop if before and not listed else 0, 0)
    for at in range(start - 1, lowest - 1, -1):
        if ends_sentence(pieces[at]):
            return None
        if not _counts(pieces[at].text, language):
            continue
        toll = table_phrases(language, "tolls").longest(pieces, at)
        if toll and reaches >= 0:
            return Unit("count", PACKS[language].fold(toll.payloads[0]))
        opening = phrases(language, "number_of").longest(pieces, at)
        if opening is None or opening.stop >= start or pieces[opening.stop].kind != "word":
            continue
        if reaches < 0 and opening.stop != start - 1:
            return None
        unit = known_noun(pieces[opening.stop].text, language)
        unit = other[0] if other and listed else unit
        return Unit("count", unit) if unit else None
    return None
