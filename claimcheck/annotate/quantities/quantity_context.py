"""What the words around a quantity add: age, rank, score, rate, change; and years left alone."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.hedges import hedge_before
from claimcheck.annotate.numbers.number_parts import Part
from claimcheck.annotate.numbers.ranges import is_score
from claimcheck.annotate.phrases import Phrases
from claimcheck.annotate.quantities.change import changes_before
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import folded, phrases, table_phrases
from claimcheck.annotate.quantities.unit_words import Unit
from claimcheck.lang.pack import PACKS, folded_set, word_lists
from claimcheck.model.mention import Numeral
from claimcheck.model.text import TextSpan

# Sets, not ranges: looking a Decimal up in a range walks through it.
_YEARS = frozenset(range(1000, 2200))
_YEAR_DIGITS = 4
_AGES = frozenset(range(1, 130))
_ADULT_AGES = frozenset(range(14, 111))
_NEAR = 5
_CHANGES: tuple[Literal["by", "to", "from"], ...] = ("by", "to", "from")
_AGE = Unit("age", "year")
_DASHES = frozenset("-‐‑–")
_LONGEST = 4


def is_year(pieces: Sequence[Atom], numeral: Numeral, first: int, language: str) -> bool:
    """Return whether four plain digits stand where a year does."""
    text = pieces[first].text
    if numeral.low not in _YEARS or not text.isdecimal() or len(text) != _YEAR_DIGITS:
        return False
    if numeral.span.end != pieces[first].end:
        return False
    before = pieces[first - 1] if first else None
    return before is not None and PACKS[language].fold(before.text) in folded(
        language, "year_before"
    )


def ends_at(vocabulary: Phrases[str], pieces: Sequence[Atom], stop: int) -> int:
    """Return the first atom of the longest phrase that ends right before `stop`, or -1."""
    best = -1
    for start in range(stop - 1, max(stop - 1 - _LONGEST, -1), -1):
        found = vocabulary.longest(pieces, start)
        if found and found.stop == stop:
            best = start
    return best


def rank(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the rank that an ordinal, or a number after a rank's noun, gives."""
    first, stop = atoms
    unit = Unit("rank", "rank")
    before = "rank_before" if numeral.kind == "ordinal" else "rank_number"
    start = ends_at(phrases(language, before), pieces, first)
    if start >= 0:
        return measured(numeral, unit, pieces[start].start, numeral.span.end, (start, stop))
    if numeral.kind != "ordinal" or stop >= len(pieces):
        return None
    found = phrases(language, "rank_after").longest(pieces, stop)
    if not found:
        return None
    return measured(numeral, unit, numeral.span.start, found.end, (first, found.stop))


def bare_age(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the age in "aged 71", and in "Name Surname, 71, said"."""
    first, stop = atoms
    if numeral.low not in _AGES or numeral.kind != "cardinal":
        return None
    said = ends_at(phrases(language, "age_bare"), pieces, first) >= 0
    if said or (folded(language, "age_bare") and _apposed(pieces, numeral, first, stop)):
        return measured(numeral, _AGE, numeral.span.start, numeral.span.end, atoms)
    return None


def _apposed(pieces: Sequence[Atom], numeral: Numeral, first: int, stop: int) -> bool:
    """Return whether digits stand between commas after a capitalised name."""
    if first < 3 or stop >= len(pieces) or numeral.low not in _ADULT_AGES:
        return False
    commas = pieces[first - 1].text == pieces[stop].text == ","
    names = (pieces[first - 2], pieces[first - 3])
    capitals = all(name.kind == "word" and name.text.istitle() for name in names)
    return commas and capitals and numeral.form == "digits"


def score(
    pieces: Sequence[Atom],
    numeral: Numeral,
    after: Numeral | None,
    atoms: tuple[int, int],
    language: str,
) -> Measured | None:
    """Return a match's result: `low` is the first side's, `high` the second's."""
    first, stop = atoms
    if after is None or stop >= len(pieces) or pieces[stop].text not in _DASHES:
        return None
    second = stop + 1
    if second >= len(pieces) or pieces[second].start != after.span.start:
        return None
    if not is_score(pieces, first, (_side(numeral), _side(after)), language):
        return None
    found = measured(
        numeral, Unit("score", "score"), numeral.span.start, after.span.end, (first, second + 1)
    )
    span = TextSpan(start=numeral.span.start, end=after.span.end)
    return found._replace(high=after.low, numeral=span)


def _side(numeral: Numeral) -> Part:
    low = numeral.low if numeral.low is not None else Decimal(0)
    return Part(low, numeral.high, numeral.grain, 0, words=numeral.form != "digits")


def in_context(pieces: Sequence[Atom], found: Sequence[Measured], language: str) -> list[Measured]:
    """Return the quantities with what the words around them say."""
    return [
        _changed(pieces, _rated(pieces, _aged(pieces, one, language), language), language)
        for one in found
    ]


def _rated(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with the unit that it is per: barrels a day."""
    if found.stop >= len(pieces):
        return found
    rate = table_phrases(language, "per").longest(pieces, found.stop)
    if rate is None or _defined(pieces, rate.stop, language):
        return found
    return found._replace(per=rate.payloads[0])


def _defined(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a definite word or a number makes "in the year" a certain one."""
    piece = pieces[at] if at < len(pieces) else None
    if piece is None:
        return False
    if piece.kind == "number":
        return True
    readings = PACKS[language].readings(piece.text) if piece.kind == "word" else ()
    return any(reading.proclitics == ("ال",) for reading in readings)


def _aged(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return years of life as an age."""
    if found.unit.unit != "year" or found.low is None or found.low not in _AGES:
        return found
    first, stop = found.first, found.stop
    at = _past_hyphen(pieces, stop)
    after = phrases(language, "age_after").longest(pieces, at) if at < len(pieces) else None
    if after:
        return found._replace(unit=_AGE, end=after.end, stop=after.stop)
    if _bracketed(pieces, first, stop) or _age_before(pieces, first, language):
        return found._replace(unit=_AGE)
    return found


def _past_hyphen(pieces: Sequence[Atom], at: int) -> int:
    return at + 1 if at < len(pieces) and pieces[at].text in _DASHES else at


def _bracketed(pieces: Sequence[Atom], first: int, stop: int) -> bool:
    """Return whether a quantity stands alone in brackets after a word."""
    around = (
        pieces[first - 1].text if first > 1 else "",
        pieces[stop].text if stop < len(pieces) else "",
    )
    return around == ("(", ")") and pieces[first - 2].kind == "word"


def _age_before(pieces: Sequence[Atom], first: int, language: str) -> bool:
    hedged = hedge_before(pieces, first, language).start
    if hedged == first and ends_at(phrases(language, "age_right_before"), pieces, first) >= 0:
        return True
    near = folded(language, "age_near")
    fold = PACKS[language].fold
    for at in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if pieces[at].kind != "word":
            return False
        if (
            any(r.key in near for r in PACKS[language].readings(pieces[at].text))
            or fold(pieces[at].text) in near
        ):
            return True
    return False


def _changed(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with its part in a change: rose by 3, from 5 to 8, a 3% rise."""
    if found.unit.dimension in ("age", "rank", "score"):
        return found
    at = hedge_before(pieces, found.first, language).start
    for change in _CHANGES:
        if ends_at(_change_phrases(language, change), pieces, at) < 0:
            continue
        return found._replace(change=change) if changes_before(pieces, at, language) else found
    after = pieces[found.stop] if found.stop < len(pieces) else None
    nouns = folded_set(language, "change", "after")
    rise = after is not None and PACKS[language].fold(after.text) in nouns
    return found._replace(change="by") if rise else found


@cache
def _change_phrases(language: str, change: str) -> Phrases[str]:
    joining = word_lists(language, "change")[change]
    return Phrases(((phrase, change) for phrase in joining), language)
