"""Which quantities are years of life, and numbers that are without saying years."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import conjunctions
from claimcheck.annotate.quantities.counted import is_definite
from claimcheck.annotate.quantities.endings import hedged_start
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import endings, folded, phrases
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.mention import Numeral

# Sets, not ranges: looking a Decimal up in a range walks through it.
_AGES = frozenset(range(1, 130))
_ADULT_AGES = frozenset(range(14, 111))
_YOUNG = frozenset({"month", "week", "day"})
_LAST_HOUR = 12
# The years that no one is in, as they are told.
_TODDLER = 2
# How far before an age stands who is the oldest, in atoms; what ends a sentence.
_FAR = 12
_ENDS = frozenset(".!?؟")
_NEAR = 5
_TEN = Decimal(10)
_YEAR = "year"
_AGE = Unit("age", _YEAR)
_DASHES = frozenset("-‐‑–")
_COMMAS = frozenset(",،")
_CLOSING = frozenset(",،)؛")
_LABEL = ":"
_CLOSING_SENTENCE = frozenset(".,;:!?)")


def bare_age(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return the age in "aged 71", "Name Surname, 71, said", and "in the fourth decade of life"."""
    first, stop = atoms
    if numeral.low not in _AGES or numeral.kind not in ("cardinal", "ordinal"):
        return None
    found = measured(numeral, _AGE, numeral.span.start, numeral.span.end, atoms)
    after = phrases(language, "age_of").longest(pieces, stop) if stop < len(pieces) else None
    if after:
        of_life = found._replace(end=after.end, stop=after.stop)
        return _decade(pieces, of_life, first, language) or of_life
    if numeral.kind == "ordinal":
        said = _of_child(pieces, numeral, first, language)
        return found if said or _ordinal_age(pieces, numeral, atoms, language) else None
    hedged = hedged_start(pieces, first, language)
    told = (
        endings(language, "age_bare").start(pieces, hedged) >= 0
        or _is_so_old(pieces, (hedged, stop), language)
        or _at_an_age(pieces, numeral, (hedged, stop), language)
        or _is_oldest(pieces, (hedged, stop), language)
        or _labelled(pieces, first, language)
        or (folded(language, "age_bare") and _named(pieces, numeral, (first, stop), language))
    )
    return found if told else None


def _at_an_age(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> bool:
    """Return whether somebody did so late what people do once: she died at 79, was 52 when she."""
    first, stop = atoms
    if numeral.low not in _ADULT_AGES:
        return False
    closes = stop >= len(pieces) or _closes(pieces[stop], language)
    if closes and endings(language, "age_at").start(pieces, first) >= 0:
        return True
    when = stop < len(pieces) and phrases(language, "age_when").longest(pieces, stop)
    return bool(when) and endings(language, "age_was").start(pieces, first) >= 0


def _is_oldest(pieces: Sequence[Atom], atoms: tuple[int, int], language: str) -> bool:
    """Return whether a number closes what tells how old the oldest or the youngest is."""
    first, stop = atoms
    if endings(language, "age_was").start(pieces, first) < 0:
        return False
    if stop < len(pieces) and not _closes(pieces[stop], language):
        return False
    fold, most = PACKS[language].fold, folded(language, "age_most")
    for at in range(first - 1, max(first - 1 - _FAR, -1), -1):
        if pieces[at].kind == "newline" or pieces[at].text in _ENDS:
            return False
        if fold(pieces[at].text) in most:
            return True
    return False


def _of_child(pieces: Sequence[Atom], numeral: Numeral, first: int, language: str) -> bool:
    """Return whether a definite ordinal is surely a year of life: ابن السابعة, صبي في العاشرة."""
    if numeral.low is None or not is_definite(pieces[first].text, language):
        return False
    if endings(language, "age_ordinal_of").start(pieces, first) >= 0:
        return True
    at = endings(language, "age_ordinal_in").start(pieces, first)
    if at < 1 or numeral.low <= _TODDLER:
        return False
    people = folded(language, "age_people")
    readings = PACKS[language].readings(pieces[at - 1].text)
    return any(r.key in people and not r.proclitics for r in readings)


def _labelled(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether a label right before a number says that it is an age."""
    label = first > 1 and pieces[first - 1].text == _LABEL
    return label and PACKS[language].fold(pieces[first - 2].text) in folded(language, "age_near")


def _is_so_old(pieces: Sequence[Atom], atoms: tuple[int, int], language: str) -> bool:
    """Return whether a number closes what says of somebody what they are: she is eighteen."""
    first, stop = atoms
    if endings(language, "age_is").start(pieces, first) < 0:
        return False
    after = pieces[stop] if stop < len(pieces) else None
    closes = after is None or after.kind == "newline" or after.text in _CLOSING_SENTENCE
    return closes or PACKS[language].fold(after.text if after else "") in conjunctions(language)


def _ordinal_age(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> bool:
    """Return whether an ordinal past those of the hours says the year of a life."""
    first, stop = atoms
    if (
        numeral.low is None
        or numeral.low <= _LAST_HOUR
        or not is_definite(pieces[first].text, language)
    ):
        return False
    said = endings(language, "age_ordinal").start(pieces, first) >= 0
    return said and (stop >= len(pieces) or _closes(pieces[stop], language))


def _closes(after: Atom, language: str) -> bool:
    """Return whether no noun follows, nor what a number would be one of."""
    pack = PACKS[language]
    if after.kind != "word":
        return after.kind != "number" and after.text not in _DASHES
    key = pack.fold(after.text)
    return pack.is_joined(after.text) or (
        key in function_words(language) and key not in folded(language, "of")
    )


def _decade(pieces: Sequence[Atom], found: Measured, first: int, language: str) -> Measured | None:
    """Return the ages of a decade of life: the fourth has those from 30 to 40."""
    start = endings(language, "age_decade").start(pieces, first)
    if start < 0 or found.low is None or found.low > _TEN:
        return None
    return found._replace(
        start=pieces[start].start,
        first=start,
        low=(found.low - 1) * _TEN,
        high=found.low * _TEN,
        grain=_TEN,
    )


def _named(pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str) -> bool:
    """Return whether a number stands between commas after a capitalised name, or a relative."""
    first, stop = atoms
    if first < 3 or stop >= len(pieces) or not pieces[first - 1].text == pieces[stop].text == ",":
        return False
    names = (pieces[first - 2], pieces[first - 3])
    if PACKS[language].fold(names[0].text) in folded(language, "age_kin"):
        return True
    capitals = all(name.kind == "word" and name.text.istitle() for name in names)
    return capitals and numeral.form == "digits" and numeral.low in _ADULT_AGES


def aged(pieces: Sequence[Atom], found: Measured, language: str) -> Measured:
    """Return years, or months, of life as an age."""
    unit = found.unit
    years, first_unit = found.parts[0] if found.parts else (found.low, unit.unit)
    young = first_unit in _YOUNG
    if not (young or first_unit == _YEAR) or years is None or years not in _AGES:
        return found
    if unit.dimension == "age":
        return found
    age = unit._replace(dimension="age")
    at = _past_hyphen(pieces, found.stop)
    after = phrases(language, "age_after").longest(pieces, at) if at < len(pieces) else None
    if after:
        return found._replace(unit=age, end=after.end, stop=after.stop)
    alone = not young and (
        _alone(pieces, found, language) or _of_someone(pieces, found.first, language)
    )
    if alone or _age_before(pieces, found.first, language):
        return found._replace(unit=age)
    return found


def _past_hyphen(pieces: Sequence[Atom], at: int) -> int:
    return at + 1 if at < len(pieces) and pieces[at].text in _DASHES else at


def _alone(pieces: Sequence[Atom], found: Measured, language: str) -> bool:
    """Return whether a quantity stands alone in brackets after a word, or between commas."""
    first, stop = found.first, found.stop
    before = pieces[first - 1].text if first > 1 else ""
    after = pieces[stop].text if stop < len(pieces) else ""
    if not before or pieces[first - 2].kind != "word":
        return False
    apposed = before in _COMMAS and after in _CLOSING and found.low in _ADULT_AGES
    return (before, after) == ("(", ")") or (apposed and bool(folded(language, "age_apposed")))


def _of_someone(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether a word for somebody and a verb of reaching stand before: طفلة تبلغ 9."""
    at = hedged_start(pieces, first, language)
    if at < 2 or PACKS[language].fold(pieces[at - 1].text) not in folded(language, "age_counts"):
        return False
    people = folded(language, "age_people")
    return any(reading.key in people for reading in PACKS[language].readings(pieces[at - 2].text))


def _age_before(pieces: Sequence[Atom], first: int, language: str) -> bool:
    fold = PACKS[language].fold
    if first and fold(pieces[first - 1].text) in folded(language, "definite"):
        first -= 1
    hedged = hedged_start(pieces, first, language)
    if hedged == first and endings(language, "age_right_before").start(pieces, first) >= 0:
        return True
    near = folded(language, "age_near")
    for at in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if pieces[at].kind != "word":
            if pieces[at].text == _LABEL:
                continue
            return False
        word = pieces[at].text
        if fold(word) in near or any(r.key in near for r in PACKS[language].readings(word)):
            return True
    return False
