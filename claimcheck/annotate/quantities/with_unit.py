"""One number with the unit beside it, or with the noun that it counts."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import conjunctions, lexeme
from claimcheck.annotate.quantities.bare_units import is_plural
from claimcheck.annotate.quantities.counted import (
    counted_noun,
    counts_before,
    definite_noun,
    free_noun,
    is_definite,
    noun_before,
    owned,
)
from claimcheck.annotate.quantities.elliptic import Free
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.quantity_context import in_thousandths, is_year
from claimcheck.annotate.quantities.unit_before import name_before, sign_before
from claimcheck.annotate.quantities.unit_lists import endings, folded
from claimcheck.annotate.quantities.unit_match import UnitAt, code_of, unit_after
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_words import unit_phrases
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Numeral
from claimcheck.model.text import TextSpan

_CENTS = frozenset(range(1, 100))
_INCHES = frozenset(range(12))
_YEARS = frozenset(range(1950, 2100))
_ARTICLE = "ال"
_DURATION = "duration"
_SCALED = 2
_FEET = frozenset({"ft", "feet", "foot"})


def with_unit(pieces: Sequence[Atom], here: Free, taken: int, language: str) -> Measured | None:
    """Return a numeral with the unit beside it, or the noun that it counts.

    taken: the first atom that may be a part of it; those before it belong to another.
    """
    numeral, first, stop = here
    if numeral.kind == "ordinal":
        return None
    if numeral.kind == "multiple":
        unit = Unit("multiple", "time")
        return measured(numeral, unit, numeral.span.start, numeral.span.end, (first, stop))
    sign = sign_before(pieces, here.first, numeral, language, taken)
    if sign:
        return _signed(numeral, sign, stop)
    year = is_year(pieces, numeral, first, language)
    if counts_before(pieces, numeral, (first, stop), language):
        return _apart(_noun_first(pieces, numeral, (first, stop), language), here, taken)
    after = None if year else unit_after(pieces, _past_article(pieces, numeral, stop), language)
    dated = numeral.kind == "cardinal" and after and _is_dated(pieces, after, language)
    if after and not dated:
        after = _times_scale(pieces, after, language)
        bounds = numeral.span.start, after.end
        return in_thousandths(pieces, measured(numeral, after.unit, *bounds, (first, after.stop)))
    return _named(pieces, here, language, year=year)


def _apart(found: Measured | None, here: Free, taken: int) -> Measured | None:
    """Return a count without the noun before it, where that is a part of another: 7 of its 10."""
    if found is None or found.first >= taken:
        return found
    return found._replace(start=here.numeral.span.start, first=here.first)


def _is_dated(pieces: Sequence[Atom], after: UnitAt, language: str) -> bool:
    """Return whether a unit is a date's word: two million the year before, no length of years."""
    word = pieces[after.first].text
    lasts = after.unit.dimension == _DURATION and is_definite(word, language)
    return lasts and not is_plural(word, language)


def uncounted_cents(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the cents of "15 dollars and 50", which count only beside their dollars."""
    first, stop = atoms
    if first == 0 or pieces[first - 1].text not in conjunctions(language):
        return None
    ends = stop >= len(pieces) or pieces[stop].kind in ("mark", "newline")
    cents = numeral.kind == "cardinal" and numeral.low in _CENTS and numeral.low == numeral.high
    if not (ends and cents):
        return None
    unit = Unit("money", "?cent")
    found = measured(numeral, unit, numeral.span.start, numeral.span.end, atoms)
    return found._replace(bare=True)


def _times_scale(pieces: Sequence[Atom], money: UnitAt, language: str) -> UnitAt:
    """Return money with the scale word that stands after its code: 75 USD million."""
    at = money.stop
    if money.unit.dimension != "money" or at >= len(pieces) or not code_of(pieces[at - 1]):
        return money
    word = lexeme(pieces[at].text, language) if pieces[at].kind == "word" else None
    if word is None or word.role != "scale" or pieces[at - 1].end + 1 != pieces[at].start:
        return money
    unit = money.unit._replace(part=money.unit.part * word.value)
    return UnitAt(unit, money.start, pieces[at].end, money.first, at + 1)


def _past_article(pieces: Sequence[Atom], numeral: Numeral, stop: int) -> int:
    """Return the index after the article of "half a year", "millions of dollars"."""
    if numeral.kind != "fraction" and numeral.high is not None:
        return stop
    while stop < len(pieces) and pieces[stop].text in ("a", "an", "of"):
        stop += 1
    return stop


def _signed(numeral: Numeral, sign: UnitAt, stop: int) -> Measured:
    return measured(numeral, sign.unit, sign.start, numeral.span.end, (sign.first, stop))


def _named(pieces: Sequence[Atom], here: Free, language: str, *, year: bool) -> Measured | None:
    """Return a count of the noun after a numeral, or of a noun or a currency before it."""
    numeral, first, stop = here
    amount = numeral.low if numeral.low is not None else numeral.high
    if numeral.kind != "cardinal" or amount is None or _of_ratio(pieces, first, language):
        return None
    closed = year or _closed(pieces, here, language)
    noun = counted_noun(pieces, stop, amount, language) if not closed else None
    if noun:
        unit = Unit("count", noun.unit)
        found = measured(numeral, unit, numeral.span.start, noun.end, (first, noun.stop))
        return found._replace(noun=TextSpan(start=noun.start, end=noun.end))
    before = _noun_first(pieces, numeral, (first, stop), language)
    if before or year:
        return before
    name = name_before(pieces, first, language) if not _like_year(pieces, here) else None
    return _signed(numeral, name, stop) if name else None


def _closed(pieces: Sequence[Atom], here: Free, language: str) -> bool:
    """Return whether a scale in the accusative ends a number, so that no noun may follow bare."""
    _, first, stop = here
    if stop - first < _SCALED or stop >= len(pieces):
        return False
    word = lexeme(pieces[stop - 1].text, language)
    if word is None or word.role != "scale_or_dual":
        return False
    return PACKS[language].fold(pieces[stop].text) not in folded(language, "of")


def _like_year(pieces: Sequence[Atom], here: Free) -> bool:
    """Return whether a number is four plain digits of our times: a tournament's, Euro 2016."""
    return (
        here.stop == here.first + 1
        and pieces[here.first].text.isdecimal()
        and (here.numeral.low in _YEARS)
    )


def _of_ratio(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether a number is what another is a share of: one in five children."""
    start = endings(language, "ratio").start(pieces, first)
    if start < 1:
        return False
    before = pieces[start - 1]
    return before.kind == "number" or lexeme(before.text, language) is not None


def uncounted_inches(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int]
) -> Measured | None:
    """Return the inches of "5 ft 10", which count only beside their feet."""
    first = atoms[0]
    feet = first > 1 and pieces[first - 1].text.casefold() in _FEET
    whole = numeral.form == "digits" and numeral.low == numeral.high
    if not feet or not whole or numeral.low not in _INCHES:
        return None
    unit = Unit("length", "inch")
    found = measured(numeral, unit, numeral.span.start, numeral.span.end, atoms)
    return found._replace(bare=True)


def _noun_first(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return a count or a measure whose noun stands before its number: the seven days."""
    first = noun_before(pieces, atoms[0], numeral.low, language)
    if first < 0:
        return None
    piece = pieces[first]
    bounds = numeral.span.end, (first, atoms[1])
    unit = unit_phrases(language).longest(pieces, first)
    if unit and unit.stop == atoms[0]:
        article = piece.text[: unit.start - piece.start].endswith(_ARTICLE)
        start = unit.start - (len(_ARTICLE) if article else 0)
        return measured(numeral, unit.payloads[0], start, *bounds)
    definite = definite_noun(piece.text, language)
    key, skip = definite or (free_noun(piece.text, language) or owned(piece.text, language), 0)
    if not key:
        return None
    found = measured(numeral, Unit("count", key), piece.start + skip, *bounds)
    return found._replace(noun=TextSpan(start=piece.start + skip, end=piece.end))
