"""What the words around a quantity add: age, rank, score, rate, change; and years left alone."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_parts import Part
from claimcheck.annotate.numbers.number_words import listed as number_words
from claimcheck.annotate.numbers.ranges import is_score
from claimcheck.annotate.phrases import Found, Phrases
from claimcheck.annotate.quantities.ages import aged
from claimcheck.annotate.quantities.change import changes_before, ends_sentence
from claimcheck.annotate.quantities.endings import Endings, hedged_start
from claimcheck.annotate.quantities.lapses import lapsed
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.rates import rated
from claimcheck.annotate.quantities.unit_lists import (
    endings,
    folded,
    listed_neutral,
    phrases,
)
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.whole import of_whole
from claimcheck.lang.pack import PACKS, folded_set, word_lists
from claimcheck.model.mention import Numeral
from claimcheck.model.text import TextSpan

# Sets, not ranges: looking a Decimal up in a range walks through it.
_YEARS = frozenset(range(1000, 2200))
_YEAR_DIGITS = 4
Change = Literal["by", "to", "from"]
_CHANGES: tuple[Change, ...] = ("by", "to", "from")
_DASHES = frozenset("-‐‑–")
_ESCAPE = "\x1b"
_LONGEST_ESCAPE = 8
_THOUSANDTHS = 3
_RANK = Unit("rank", "rank")
_KNOT = Unit("speed", "knot")
_MAGNITUDE = Unit("magnitude", "magnitude")
_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
_REACH = 10
_STRONGEST = 10


def is_year(pieces: Sequence[Atom], numeral: Numeral, first: int, language: str) -> bool:
    """Return whether four plain digits stand where a year does."""
    text = pieces[first].text
    if len(text) != _YEAR_DIGITS or not text.isdecimal() or numeral.low not in _YEARS:
        return False
    if numeral.span.end != pieces[first].end:
        return False
    before = pieces[first - 1] if first else None
    return before is not None and PACKS[language].fold(before.text) in folded(
        language, "year_before"
    )


def rank(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the rank that an ordinal, or a number after a rank's noun, gives."""
    first, stop = atoms
    at = _before_article(pieces, first, language)
    start = max(endings(language, name).start(pieces, at) for name in _before_rank(numeral))
    if start >= 0:
        return measured(numeral, _RANK, pieces[start].start, numeral.span.end, (start, stop))
    if PACKS[language].fold(pieces[first].text) in number_words(language, "adverbial"):
        return measured(numeral, _RANK, numeral.span.start, numeral.span.end, atoms)
    if numeral.kind != "ordinal" or stop >= len(pieces):
        return None
    after = ("rank_after", "series_after") if _in_series(numeral) else ("rank_after",)
    found = next(
        (x for name in after if (x := phrases(language, name).longest(pieces, stop))), None
    )
    if not found:
        return None
    return measured(numeral, _RANK, numeral.span.start, found.end, (first, found.stop))


def _before_rank(numeral: Numeral) -> tuple[str, ...]:
    """Return the lists of what a rank stands behind."""
    if numeral.kind != "ordinal":
        return ("rank_number",)
    return ("rank_before", "series_before") if _in_series(numeral) else ("rank_before",)


def _in_series(numeral: Numeral) -> bool:
    """Return whether a number may count those before it: the first of something counts none."""
    return numeral.low is not None and numeral.low > 1


def _before_article(pieces: Sequence[Atom], at: int, language: str) -> int:
    """Return the index of an article that touches the digits at an atom, else theirs."""
    if not at or pieces[at - 1].end != pieces[at].start:
        return at
    alone = PACKS[language].fold(pieces[at - 1].text) in folded(language, "definite")
    return at - 1 if alone else at


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
    stated: list[Measured] = []
    for one in found:
        known = _of_knots(pieces, aged(pieces, one, language), language)
        known = _of_degrees(pieces, known, language)
        changed = _changed(pieces, rated(pieces, known, language), language)
        stated.append(lapsed(pieces, of_whole(pieces, changed, language), language))
    return stated


def escaped(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a number is part of a terminal's escape sequence, as in ESC [31m."""
    first = max(at - _LONGEST_ESCAPE, 0)
    while at > first and (pieces[at - 1].kind == "number" or pieces[at - 1].text == ";"):
        at -= 1
    return at > 1 and pieces[at - 1].text == "[" and pieces[at - 2].text == _ESCAPE


def in_thousandths(pieces: Sequence[Atom], found: Measured) -> Measured:
    """Return 1.250 of a currency that counts in thousandths as one and a quarter."""
    if found.unit.unit not in listed_neutral("thousandths") or found.stop < found.first + 2:
        return found
    whole, _, part = pieces[found.first].text.partition(".")
    number = whole.isdecimal() and part.isdecimal() and len(part) == _THOUSANDTHS
    if not number or found.low is None or found.high is None or int(whole + part) != found.low:
        return found
    digits = Decimal(10) ** -_THOUSANDTHS
    return found._replace(low=found.low * digits, high=found.high * digits, grain=digits)


def _of_degrees(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return degrees below zero as negative, near a word of heat as a temperature, of a quake."""
    if found.unit.unit not in _DEGREES:
        return found
    below = _after(pieces, found.stop, phrases(language, "below_zero"))
    if below and found.low is not None and found.low == found.high:
        found = found._replace(low=-found.low, high=-found.low, end=below.end, stop=below.stop)
    if below or _near(pieces, found, "heat", language):
        return found._replace(unit=found.unit._replace(dimension="temperature"))
    if found.unit.unit == "degree" and _near(pieces, found, "quake", language):
        return found._replace(unit=_MAGNITUDE)
    return found


def _of_knots(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return decades near a word of speed as knots, which are spelled alike: بسرعة سبع عقد."""
    if found.unit.unit != "decade" or not _near(pieces, found, "speed", language):
        return found
    return found._replace(unit=_KNOT)


def magnitude(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the magnitude of a quake that a number without a unit gives."""
    low = numeral.low
    if numeral.kind != "cardinal" or low is None or not 0 < low < _STRONGEST:
        return None
    start = hedged_start(pieces, atoms[0], language)
    if endings(language, "magnitude_before").start(pieces, start) < 0:
        return None
    found = measured(numeral, _MAGNITUDE, numeral.span.start, numeral.span.end, atoms)
    return found if _near(pieces, found, "quake", language) else None


def _after(pieces: Sequence[Atom], at: int, vocabulary: Phrases[str]) -> Found[str] | None:
    return vocabulary.longest(pieces, at) if at < len(pieces) else None


def _near(pieces: Sequence[Atom], found: Measured, name: str, language: str) -> bool:
    """Return whether a word of a list stands before a quantity in its sentence."""
    listed = folded(language, name)
    for at in range(found.first - 1, max(found.first - 1 - _REACH, -1), -1):
        if ends_sentence(pieces[at]):
            return False
        if any(r.key in listed for r in PACKS[language].readings(pieces[at].text)):
            return True
    return False


def _changed(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return a quantity with its part in a change: rose by 3, from 5 to 8, a 3% rise."""
    if found.unit.dimension in ("age", "rank", "score", "multiple"):
        return found
    at = hedged_start(pieces, found.first, language)
    glued = _glued(pieces, found, language)
    for change, before in _change_endings(language):
        if glued != change and before.start(pieces, at) < 0:
            continue
        return found._replace(change=change) if changes_before(pieces, at, language) else found
    after = pieces[found.stop] if found.stop < len(pieces) else None
    nouns = folded_set(language, "change", "after")
    rise = after is not None and PACKS[language].fold(after.text) in nouns
    return found._replace(change="by") if rise else found


def _glued(pieces: Sequence[Atom], found: Measured, language: str) -> Change | None:
    """Return the part of a change that letters glued to a number in words tell."""
    piece = pieces[found.first]
    letters = piece.text[: max(found.start - piece.start, 0)]
    return "by" if letters and letters in word_lists(language, "change")["by"] else None


@cache
def _change_endings(language: str) -> tuple[tuple[Change, Endings], ...]:
    """Return the phrases that stand before each part of a change."""
    listed = word_lists(language, "change")
    return tuple((change, Endings(listed[change], language)) for change in _CHANGES)
