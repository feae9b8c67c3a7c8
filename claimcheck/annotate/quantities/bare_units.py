"""Units and nouns that say how many without a number: duals, "a year and a half", "all week"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache, partial

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import conjunctions, lexeme
from claimcheck.annotate.phrases import Found, first_keys
from claimcheck.annotate.quantities.counted import dual_noun, dual_nouns
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.quantity_join import with_part
from claimcheck.annotate.quantities.unit_lists import endings, folded, phrases, table, table_phrases
from claimcheck.annotate.quantities.unit_match import UnitAt, national
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.annotate.quantities.unit_words import (
    is_unit_name,
    may_be_dual,
    names_unit,
    opens_dual,
    unit_phrases,
)
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.text import TextSpan

_CACHE = 1 << 16
_ONE, _TWO, _NINE, _TEN = Decimal(1), Decimal(2), Decimal(9), Decimal(10)
_DURATION = "duration"
_HYPHENS = frozenset("-‐‑")
_ARTICLE = "ال"
# Beyond this many atoms a text is more than a unit by itself.
_FEW = 8
# How far before its length the word for lasting stands at most, in atoms.
_LASTING_REACH = 4


@cache
def counting_words(language: str) -> Remembered[bool]:
    """Return for each surface word whether it may say how many without a number."""
    return Remembered(partial(_may_count, language=language))


def _may_count(word: str, language: str) -> bool:
    """Return whether `unit_alone` may read a word, in one of its lookup forms."""
    counting = _counting(language)
    return any(
        key in counting or is_unit_name(key, language) or opens_dual(key, language)
        for key, _ in first_keys(word, language)
    )


@cache
def _counting(language: str) -> frozenset[str]:
    """Return the lookup forms of the words that say how many and are no units."""
    fold = PACKS[language].fold
    decades = table(language, "age_decades").values()
    ages = (fold(word) for words in decades for word in words)
    return frozenset(ages) | dual_nouns(language)


def unit_alone(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    """Return what a word that has no number says how many of, from the atom `at` on."""
    word = pieces[at].text
    noun = dual_noun(word, language)
    if noun:
        unit, skip = noun
        start, end = pieces[at].start + skip, pieces[at].end
        both = _said(Unit("count", unit), _TWO, (start, end), (at, at + 1))
        return both._replace(noun=TextSpan(start=start, end=end))
    if may_be_dual(word, language):
        return _dual_unit(pieces, at, language)
    found = unit_phrases(language).longest(pieces, at) if names_unit(word, language) else None
    if found is None or found.payloads[0].cased:
        return _decade_of_life(pieces, at, language) if found is None else None
    if is_plural(word, language):
        return _some(pieces, at, found, language)
    return (
        _one_and_part(pieces, at, found, language)
        or _part_of(pieces, at, found, language)
        or _period(pieces, at, found, language)
        or _beside(pieces, at, found, language)
    )


def nothing_else(pieces: Sequence[Atom], language: str) -> list[Measured]:
    """Return one of the unit that a text is: "an hour", "metre"."""
    words = [at for at, piece in enumerate(pieces[:_FEW]) if piece.kind not in ("mark", "newline")]
    if not words or len(pieces) >= _FEW:
        return []
    first, last = words[0], words[-1]
    begins = _past_article(pieces, first, language)
    found = unit_phrases(language).longest(pieces, begins) if begins <= last else None
    if found is None or found.stop != last + 1 or found.start > pieces[begins].start:
        return []
    unit = found.payloads[0]
    word = pieces[begins].text
    plural = any(is_plural(pieces[i].text, language) for i in range(begins, found.stop))
    if unit.cased or len(word) == 1 or plural or unit.dimension == "percent":
        return []
    amount = unit.number or _ONE
    return [_said(unit, amount, (pieces[first].start, found.end), (first, found.stop))]


@lru_cache(_CACHE)
def is_plural(word: str, language: str) -> bool:
    """Return whether a unit's name is in the plural."""
    key = PACKS[language].fold(word)
    endings_ = folded(language, "plural_endings")
    return key.endswith(tuple(endings_)) or any(
        reading.key in folded(language, "plural_units")
        for reading in PACKS[language].readings(word)
    )


def _past_article(pieces: Sequence[Atom], at: int, language: str) -> int:
    word = lexeme(pieces[at].text, language)
    return at + 1 if word and word.role == "a" else at


def _dual_unit(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    piece = pieces[at]
    if PACKS[language].fold(piece.text) in folded(language, "not_dual"):
        return None
    found = unit_phrases(language).longest(pieces, at)
    unit = next((unit for unit in found.payloads if unit.number), None) if found else None
    if found is None or unit is None:
        return None
    whole = national(UnitAt(unit, found.start, found.end, at, found.stop), pieces, language)
    return _said(whole.unit, _TWO, (whole.start, whole.end), (at, whole.stop))


def _one(pieces: Sequence[Atom], at: int, found: Found[Unit], language: str) -> Measured:
    """Return one of a unit, from its indefinite article on where it has one."""
    before = lexeme(pieces[at - 1].text, language) if at else None
    first = at - 1 if before and before.role == "a" else at
    start = pieces[first].start if first < at else found.start
    return _said(found.payloads[0], _ONE, (start, found.end), (first, found.stop))


def _one_and_part(
    pieces: Sequence[Atom], at: int, found: Found[Unit], language: str
) -> Measured | None:
    """Return a unit that counts one without saying so: a year and a half."""
    whole = _one(pieces, at, found, language)
    more = with_part(pieces, whole, language)
    return more if more is not whole else None


def _part_of(pieces: Sequence[Atom], at: int, found: Found[Unit], language: str) -> Measured | None:
    """Return the part that stands before a unit with nothing between: half hour, quarter-litre."""
    if not folded(language, "part_before"):
        return None
    tight = at > 1 and pieces[at - 1].text in _HYPHENS
    first = at - 2 if tight else at - 1
    if first < 0 or PACKS[language].fold(pieces[first].text) not in folded(language, "part_before"):
        return None
    part, before = lexeme(pieces[first].text, language), pieces[first - 1].text if first else ""
    earlier = lexeme(before, language) if before else None
    if part is None or (earlier is not None and earlier.role in ("ordinal", "one")):
        return None
    bounds = pieces[first].start, found.end
    return _said(found.payloads[0], part.value, bounds, (first, found.stop))


def _period(pieces: Sequence[Atom], at: int, found: Found[Unit], language: str) -> Measured | None:
    """Return one of a unit of time that a word before or after it says is whole."""
    if found.payloads[0].dimension != _DURATION:
        return None
    after = phrases(language, "whole_after")
    whole = after.longest(pieces, found.stop) if found.stop < len(pieces) else None
    if whole:
        one = _one(pieces, at, found, language)
        return one._replace(end=whole.end, stop=whole.stop)
    if not _closed(pieces, found.stop, language):
        return None
    one = _one(pieces, at, found, language)
    tight = at > 1 and pieces[at - 1].text in _HYPHENS
    first = endings(language, "whole_before").start(pieces, at - 1 if tight else at)
    if first >= 0:
        return one._replace(start=pieces[first].start, first=first)
    indefinite = found.start == pieces[at].start
    during = endings(language, "period_before").start(pieces, one.first)
    lasting = _accusative(pieces[at], language) and _lasts(pieces, one.first, language)
    return one if indefinite and (during >= 0 or lasting) else None


def _accusative(piece: Atom, language: str) -> bool:
    """Return whether a unit's name has an ending that says for how long: شهرا."""
    return PACKS[language].fold(piece.text) in folded(language, "for_one")


def _lasts(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a word for lasting or waiting stands before an atom in its clause."""
    lasting = folded(language, "lasting")
    for index in range(at - 1, max(at - 1 - _LASTING_REACH, -1), -1):
        if pieces[index].kind != "word":
            return False
        if any(r.key in lasting for r in PACKS[language].readings(pieces[index].text)):
            return True
    return False


def _beside(pieces: Sequence[Atom], at: int, found: Found[Unit], language: str) -> Measured | None:
    """Return one of a unit of time that counts only beside another: an hour and 20 minutes."""
    unit = found.payloads[0]
    if unit.dimension != _DURATION or _defined(pieces[at], found):
        return None
    if at and PACKS[language].fold(pieces[at - 1].text) in folded(language, "each"):
        return None
    one = _one(pieces, at, found, language)._replace(bare=True)
    if folded(language, "part_before") and one.first == at:
        return None
    stop = found.stop
    follows = stop >= len(pieces) or pieces[stop].kind != "word"
    return one if follows or _joins(pieces[stop].text, language) else None


@lru_cache(_CACHE)
def _joins(word: str, language: str) -> bool:
    """Return whether a word is "and", or a number or unit that has it at its front."""
    pack = PACKS[language]
    if pack.fold(word) in conjunctions(language):
        return True
    number = lexeme(word, language)
    return number.joined if number else pack.is_joined(word) and counting_words(language)[word]


def _some(pieces: Sequence[Atom], at: int, found: Found[Unit], language: str) -> Measured | None:
    """Return two or more of a long unit of time in the plural: for decades."""
    if not any(
        r.key in folded(language, "some") for r in PACKS[language].readings(pieces[at].text)
    ):
        return None
    prefixed = found.start > pieces[at].start and not _defined(pieces[at], found)
    if not prefixed and endings(language, "some_before").start(pieces, at) < 0:
        return None
    both = _said(found.payloads[0], _TWO, (found.start, found.end), (at, found.stop))
    return both._replace(high=None, approximate=True)


def _decade_of_life(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    """Return the ages of "in her thirties"."""
    found = table_phrases(language, "age_decades").longest(pieces, at)
    if found is None or found.start > pieces[at].start:
        return None
    after = phrases(language, "age_of").longest(pieces, at + 1) if at + 1 < len(pieces) else None
    if not after and endings(language, "of_person").start(pieces, at) < 0:
        return None
    low = Decimal(found.payloads[0])
    end, stop = (after.end, after.stop) if after else (found.end, found.stop)
    ages = _said(Unit("age", "year"), low, (found.start, end), (at, stop))
    return ages._replace(high=low + _NINE, grain=_TEN)


def _defined(piece: Atom, found: Found[Unit]) -> bool:
    return _ARTICLE in piece.text[: found.start - piece.start] or piece.text[
        found.start - piece.start :
    ].startswith(_ARTICLE)


def _closed(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether no word that may belong to a unit follows it: no month, no year."""
    piece = pieces[at] if at < len(pieces) else None
    if piece is None or piece.kind == "newline":
        return True
    if piece.kind == "word":
        return PACKS[language].fold(piece.text) in function_words(language)
    return piece.kind == "mark" and piece.text not in _HYPHENS


def _said(unit: Unit, amount: Decimal, bounds: tuple[int, int], atoms: tuple[int, int]) -> Measured:
    return Measured(
        start=bounds[0],
        end=bounds[1],
        first=atoms[0],
        stop=atoms[1],
        low=amount,
        high=amount,
        grain=_ONE,
        approximate=False,
        unit=unit,
    )
