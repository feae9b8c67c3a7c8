"""Counts and sums whose noun or unit the text says elsewhere: 45 of them; who number 45."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import lexeme
from claimcheck.annotate.quantities.change import ends_sentence
from claimcheck.annotate.quantities.counted import head_of, several
from claimcheck.annotate.quantities.elliptic import Free, ends_phrase
from claimcheck.annotate.quantities.endings import hedged_start
from claimcheck.annotate.quantities.labels import labelled, plural
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import endings, folded, phrases, table_phrases
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.text import TextSpan

_UNNAMED = Unit("count", "")
_LABEL = 8
_NOUN_BEFORE = 6
_COLLECTIVE = 3
_LEAST_CROWD = 10
_FAR = 30
_YEARS = frozenset(range(1900, 2100))
_SCALED = 1000
_SCALES = ("scale", "scale_or_dual")
_TIES = frozenset("-‐‑–/:%")
# How far the next part of a count stands behind one, and a number behind its topic, in atoms.
_CHAINED, _TOPIC = 2, 14
_MARKS_BEFORE = frozenset(",،;؛")


class _Place(NamedTuple):
    """A number without a unit: the atoms, what was read before it, where its hedges start."""

    pieces: Sequence[Atom]
    here: Free
    start: int
    found: Sequence[Measured]
    language: str


class _Told(NamedTuple):
    """What a number counts, and the atom of the noun if one says so."""

    unit: Unit
    noun: int = -1


def told_elsewhere(
    pieces: Sequence[Atom], free: Sequence[Free], found: Sequence[Measured], language: str
) -> Iterator[Measured]:
    """Yield the quantities among numerals that no unit or noun stands beside.

    free: the numerals. found: the text's quantities, in order.
    """
    at = 0
    more: list[Measured] = []
    for here in free:
        while at < len(found) and found[at].first < here.first:
            at, more = at + 1, []
        if _may_count(pieces, here):
            start = hedged_start(pieces, here.first, language)
            known = [*found[:at], *more]
            told = _told(_Place(pieces, here, start, known, language))
            if told:
                more = [_counted(pieces, here, told)]
                yield more[0]


def _may_count(pieces: Sequence[Atom], here: Free) -> bool:
    numeral = here.numeral
    year = numeral.low in _YEARS and pieces[here.first].text.isdecimal()
    return numeral.kind == "cardinal" and not year and not _tight(pieces, here)


def _tight(pieces: Sequence[Atom], here: Free) -> bool:
    """Return whether a mark ties a number to what follows it: 7-6, 12:30, 3/4."""
    after = pieces[here.stop] if here.stop < len(pieces) else None
    return after is not None and after.text in _TIES


def _told(place: _Place) -> _Told | None:
    """Return what a number counts; a noun that follows may be what it counts but for a frame."""
    closed = ends_phrase(place.pieces, place.here.stop, place.language)
    readers = _READERS if closed else _FRAMED
    return next((told for read in readers if (told := read(place)) is not None), None)


def _counted(pieces: Sequence[Atom], here: Free, told: _Told) -> Measured:
    span = here.numeral.span
    one = measured(here.numeral, told.unit, span.start, span.end, (here.first, here.stop))
    if told.noun < 0:
        return one
    noun = pieces[told.noun]
    return one._replace(noun=TextSpan(start=noun.start, end=noun.end))


def _numbering(place: _Place) -> _Told | None:
    """Return the noun of "the teams, who number 45": the plural before it, or a word for many."""
    pieces, language = place.pieces, place.language
    start = endings(language, "number_of_them").start(pieces, place.start)
    if start < 1:
        return None
    last = start - 1 if pieces[start - 1].text not in _MARKS_BEFORE else start - 2
    for at in range(last, max(last - _NOUN_BEFORE, -1), -1):
        if pieces[at].kind != "word":
            break
        unit = several(pieces[at].text, language) or plural(pieces[at].text, language)
        if unit:
            return _Told(Unit("count", unit), at)
    many = table_phrases(language, "collectives").longest(pieces, last) if last >= 0 else None
    return _Told(Unit("count", PACKS[language].fold(many.payloads[0])), last) if many else None


def _labelled(place: _Place) -> _Told | None:
    """Return the noun of "number of species recorded: 67"."""
    pieces, language = place.pieces, place.language
    reaches = endings(language, "reaches").start(pieces, place.start)
    last = (reaches if reaches >= 0 else place.start) - 1
    if last >= 0 and pieces[last].text == ":":
        last -= 1
    if last >= 0 and PACKS[language].fold(pieces[last].text) in function_words(language):
        return None  # the number of inhabitants rose from 1.29 to 1.42 million
    for at in range(last, max(last - _LABEL, -1), -1):
        if pieces[at].kind != "word":
            return None
        opening = phrases(language, "number_of").longest(pieces, at)
        if opening and opening.stop <= last:
            head = head_of(pieces, opening.stop, language)
            return _Told(Unit("count", head.unit), head.stop - 1) if head else None
        if PACKS[language].fold(pieces[at].text) in function_words(language):
            of = PACKS[language].fold(pieces[at].text) in folded(language, "of")
            if not of:
                return None
    return None


def _listed(place: _Place) -> _Told | None:
    """Return the noun that labels a figure of a fact sheet: `Stations: 5`."""
    label = labelled(place.pieces, place.start, place.language)
    return _Told(Unit("count", label.unit), label.noun) if label else None


def _collected(place: _Place) -> _Told | None:
    """Return what a word for many counts: a majority of 65, the attendance was 78,000."""
    pieces, language, numeral = place.pieces, place.language, place.here.numeral
    if numeral.low is None or (numeral.low < _LEAST_CROWD and numeral.grain >= 1):
        return None
    stop = place.start
    reaches = endings(language, "reaches").start(pieces, stop)
    if reaches >= 0:
        stop = reaches
    elif stop and PACKS[language].fold(pieces[stop - 1].text) in folded(language, "many_of"):
        stop -= 1
    for at in range(stop - 1, max(stop - 1 - _COLLECTIVE, -1), -1):
        many = table_phrases(language, "collectives").longest(pieces, at)
        if many and many.stop == stop:
            return _Told(Unit("count", PACKS[language].fold(many.payloads[0])), at)
    return None


def _of_them(place: _Place) -> _Told | None:
    """Return the noun of the count that a part is told of: 45 of them, منهم 45."""
    pieces, language, stop = place.pieces, place.language, place.here.stop
    before = endings(language, "among_them").start(pieces, place.start) >= 0
    after = stop < len(pieces) and phrases(language, "of_them").longest(pieces, stop)
    if not before and not after:
        return None
    whole = _last(place, lambda one: one.unit.dimension == "count")
    told = whole is not None and not _parted(place, whole)
    if whole and told:
        return _Told(whole.unit)
    # Who they are was said in an earlier sentence: the words around the number tell it.
    return _Told(_UNNAMED) if after and (place.here.numeral.low or 0) > 1 else None


def _after_part(place: _Place) -> _Told | None:
    """Return the noun of a part told before: of 90 trees, 60 were saved and 30 cut, وقطعت 30."""
    pieces, language, first = place.pieces, place.language, place.here.first
    before = _last(place, lambda _: True)
    if before is None or before.unit.dimension != "count" or not before.unit.unit:
        return None
    near = 0 < first - before.stop <= _CHAINED and not _parted(place, before)
    part = endings(language, "among_them").start(pieces, before.first) >= 0
    joined = first > 0 and PACKS[language].is_joined(pieces[first - 1].text)
    return _Told(before.unit) if near and part and joined else None


def _topic(place: _Place) -> _Told | None:
    """Return the noun that a sentence takes up before its number: أما البيوت التي تهدمت فبلغت 9."""
    pieces, language = place.pieces, place.language
    start = endings(language, "reaches").start(pieces, place.start)
    if start < 1 or not folded(language, "topic"):
        return None
    for at in range(start - 1, max(start - 1 - _TOPIC, -1), -1):
        if ends_sentence(pieces[at]):
            return None
        if PACKS[language].fold(pieces[at].text) in folded(language, "topic"):
            unit = several(pieces[at + 1].text, language) or plural(pieces[at + 1].text, language)
            return _Told(Unit("count", unit), at + 1) if unit else None
    return None


def _same_scale(place: _Place) -> _Told | None:
    """Return the unit of the sum before: 21 billion rupees for health, 17 billion for schools."""
    pieces, language, here = place.pieces, place.language, place.here
    word = lexeme(pieces[here.stop - 1].text, language)
    if word is None or word.role not in _SCALES:
        return None
    before = _last(place, lambda _: True)
    if before is None or _parted(place, before):
        return _one_currency(place)
    large = (before.low or before.high or 0) >= _SCALED
    return _Told(before.unit) if large else None


def _one_currency(place: _Place) -> _Told | None:
    """Return the currency of all sums before, of which a list tells more: defence: 19 billion."""
    sums = {one.unit.unit: one.unit for one in place.found if one.unit.dimension == "money"}
    return _Told(next(iter(sums.values()))) if len(sums) == 1 else None


def _left_over(place: _Place) -> _Told | None:
    """Return the noun of the count before, of which a number is left: five are still missing."""
    pieces, language, here = place.pieces, place.language, place.here
    low, stop = here.numeral.low, here.stop
    if low is None or low < 2 or stop >= len(pieces):
        return None
    opens = here.first == 0 or pieces[here.first - 1].kind in ("mark", "newline")
    verb = PACKS[language].fold(pieces[stop].text) in folded(language, "left_over")
    before = _last(place, lambda one: one.unit.dimension == "count") if opens and verb else None
    near = before is not None and here.first - before.stop <= _FAR
    return _Told(before.unit) if before and near and before.noun else None


def _last(place: _Place, fits: Callable[[Measured], bool]) -> Measured | None:
    return next((one for one in reversed(place.found) if fits(one)), None)


def _parted(place: _Place, before: Measured) -> bool:
    """Return whether a sentence ends between a quantity and the number."""
    return any(ends_sentence(piece) for piece in place.pieces[before.stop : place.here.first])


# What frames a number so that the word behind it is no noun: an attendance of 78,000 watched.
_FRAMED: tuple[Callable[[_Place], _Told | None], ...] = (_numbering, _collected, _topic)
_READERS: tuple[Callable[[_Place], _Told | None], ...] = (
    *_FRAMED,
    _labelled,
    _listed,
    _of_them,
    _after_part,
    _same_scale,
    _left_over,
)
