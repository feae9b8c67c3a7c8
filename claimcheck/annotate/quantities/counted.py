"""Counted nouns: which word after a number is what there are so many of."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.number_words import before_article, lexeme, starts_joined
from claimcheck.annotate.quantities.unit_lists import folded, listed, table
from claimcheck.annotate.quantities.unit_table import inflected
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.mention import Numeral

_REACH = 4
_CACHE = 1 << 16
_SHORTEST = 3
_ARTICLE, _TO = "ال", "ل"
_HUNDRED = 100
_FEWEST, _TEN = 3, 10
_HYPHENS = frozenset("-‐‑")
OWNERS = ("'s", "’s", "s'", "s’")


class Noun(NamedTuple):
    """A counted noun: its lookup form, where it stands, and the first atom after it."""

    unit: str
    start: int
    end: int
    stop: int


@cache
def _known(language: str) -> dict[str, str]:
    """Return folded form -> folded singular of the nouns that `units.yaml` lists."""
    fold = PACKS[language].fold
    found: dict[str, str] = {}
    for noun, plurals in table(language, "nouns").items():
        cases = (o for plural in plurals for o in inflected(plural, language, "plural_cases"))
        for form in (noun, *plurals, *cases):
            for spelling in (form, *inflected(form, language, "endings")):
                found.setdefault(fold(spelling), fold(noun))
        for form in inflected(noun, language, "dual"):
            found.setdefault(fold(form), fold(noun))
    return found


@cache
def _duals(language: str) -> dict[str, str]:
    """Return folded dual -> folded singular, without those that spell a plural as well."""
    fold = PACKS[language].fold
    nouns = table(language, "nouns")
    plurals = {fold(plural) for forms in nouns.values() for plural in forms}
    return {
        fold(form): fold(noun)
        for noun in (*listed(language, "dual_nouns"), *filter(_is_feminine(language), nouns))
        for form in inflected(noun, language, "dual")
        if fold(form) not in plurals
    }


def _is_feminine(language: str) -> Callable[[str], bool]:
    """Return whether a noun has an ending of its own, whose dual is no plural's."""
    marked = tuple(ending for ending in table(language, "dual") if ending)
    return lambda noun: bool(marked) and noun.endswith(marked)


def dual_nouns(language: str) -> frozenset[str]:
    """Return the nouns in the dual that count two by themselves, folded."""
    return frozenset(_duals(language))


@lru_cache(_CACHE)
def dual_noun(word: str, language: str) -> tuple[str, int] | None:
    """Return the singular of a noun in the dual and the code points before it, or None."""
    duals = _duals(language)
    for reading in PACKS[language].readings(word) if duals else ():
        if reading.key in duals:
            return duals[reading.key], reading.skip
    return None


@lru_cache(_CACHE)
def known_noun(word: str, language: str) -> str:
    """Return the singular of a listed noun in any form, else empty."""
    known = _known(language)
    pack = PACKS[language]
    readings = [reading.key for reading in pack.readings(word)]
    return next((known[key] for key in (*readings, *pack.noun_stems(word)) if key in known), "")


@cache
def _shapes(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape) for shape in listed(language, name))


@lru_cache(_CACHE)
def _has_shape(key: str, language: str, name: str) -> bool:
    return any(shape.fullmatch(key) for shape in _shapes(language, name))


def counted_noun(pieces: Sequence[Atom], at: int, amount: Decimal, language: str) -> Noun | None:
    """Return the noun that a number right before the atom `at` counts, or None."""
    partitive = _text(pieces, at) in folded(language, "of")
    if partitive and amount == 1:
        return None  # one of the ministers is no count of ministers
    if partitive:
        at += 1
        if _text(pieces, at) in folded(language, "definite"):
            at += 1
    if _shapes(language, "singular_after_11"):
        return _next_noun(pieces, at, amount, language, partitive=partitive)
    return _head_noun(pieces, at, amount, language)


def head_of(pieces: Sequence[Atom], at: int, language: str) -> Noun | None:
    """Return the noun of a phrase that starts at an atom: "species" of "registered species"."""
    if _text(pieces, at) in folded(language, "definite"):
        at += 1
    if not _shapes(language, "singular_after_11"):
        return _head_noun(pieces, at, Decimal(2), language)
    word = _text(pieces, at)
    unit = known_noun(word, language) or content_noun(word, language) if word else ""
    return Noun(unit, pieces[at].start, pieces[at].end, at + 1) if unit else None


@lru_cache(_CACHE)
def content_noun(word: str, language: str) -> str:
    """Return the lookup form of a word that stands where a noun does, empty for no content."""
    key = PACKS[language].content_key(word)
    short = len(key) < _SHORTEST or _is_function(word, language)
    return "" if short or key in folded(language, "not_plural") else key


def _text(pieces: Sequence[Atom], at: int) -> str:
    piece = pieces[at] if at < len(pieces) else None
    return piece.text.casefold() if piece and piece.kind == "word" else ""


def _next_noun(
    pieces: Sequence[Atom], at: int, amount: Decimal, language: str, *, partitive: bool
) -> Noun | None:
    """Return the noun that must stand right after a number, by its agreement."""
    word = _text(pieces, at)
    if not word or _is_function(word, language):
        return None
    if partitive:
        unit = plural_noun(word, language) or _of_those(word, amount, language)
    else:
        unit = free_noun(word, language) if _may_be_counted(word, amount, language) else ""
        if not unit and _agrees(word, amount, language):
            unit = PACKS[language].content_key(word)
    return Noun(unit, pieces[at].start, pieces[at].end, at + 1) if unit else None


def _may_be_counted(word: str, amount: Decimal, language: str) -> bool:
    """Return whether a noun may follow a number: with the article it follows a round one only.

    Hundreds of the refugees, but no 26 the mine.
    """
    return amount % _HUNDRED == 0 or not is_definite(word, language)


@lru_cache(_CACHE)
def free_noun(word: str, language: str) -> str:
    """Return the singular of a listed noun that stands under no clitic but its article."""
    known = _known(language)
    pack = PACKS[language]
    readings = [r.key for r in pack.readings(word) if r.proclitics in ((), (_ARTICLE,))]
    return next((known[key] for key in readings if key in known), "")


@lru_cache(_CACHE)
def plural_noun(word: str, language: str) -> str:
    """Return the singular of a listed noun in the plural, a pronoun at its end allowed."""
    known, pack = _known(language), PACKS[language]
    read = [r.key for r in pack.readings(word)]
    if any(known.get(key) == key for key in read):
        return ""  # قرية, though it may be spelled as قرى with an ending
    keys = (*read, *pack.noun_stems(word))
    return next((known[key] for key in keys if key in known and known[key] != key), "")


@lru_cache(_CACHE)
def _of_those(word: str, amount: Decimal, language: str) -> str:
    """Return the lookup form of an unlisted word with an article or owner: 102 of the goods."""
    pack = PACKS[language]
    if amount < _FEWEST or _is_function(word, language) or _has_word(word, "never_of", language):
        return ""
    key, whole = pack.content_key(word), pack.fold(word)
    owned = key != whole and whole.startswith(key)
    plural = (
        amount > _TEN or plural_form(word, language) or _has_shape(key, language, "plural_after_of")
    )
    return key if len(key) > 1 and plural and (owned or is_definite(word, language)) else ""


@lru_cache(_CACHE)
def plural_form(word: str, language: str) -> bool:
    """Return whether a word has the form of a plural, under whatever clitics."""
    keys = (PACKS[language].content_key(word), *(r.key for r in PACKS[language].readings(word)))
    never = folded(language, "not_plural")
    if not never.isdisjoint(keys):
        return False
    return any(_has_shape(key, language, "plural_shapes") for key in keys)


def _has_word(word: str, name: str, language: str) -> bool:
    """Return whether a word is on a list, under whatever clitics."""
    keys = (r.key for r in PACKS[language].readings(word))
    return not folded(language, name).isdisjoint((PACKS[language].content_key(word), *keys))


@lru_cache(_CACHE)
def several(word: str, language: str) -> str:
    """Return the singular of a listed noun in the plural, with an owner or a pronoun behind it."""
    known = _known(language)
    alone = (known.get(r.key) == r.key for r in PACKS[language].readings(word))
    return "" if any(alone) else known_noun(word, language)


def _is_function(word: str, language: str) -> bool:
    return PACKS[language].fold(word) in function_words(language) or bool(lexeme(word, language))


def _never_counted(word: str, key: str, language: str) -> bool:
    """Return whether an unlisted word is short, definite, joined, or listed as no noun."""
    if len(key) < _SHORTEST or key in folded(language, "not_plural"):
        return True
    definite = any(_ARTICLE in r.proclitics for r in PACKS[language].readings(word))
    verb = _has_shape(key, language, "verb_shapes")
    return definite or verb or starts_joined(word, language) or _is_led(word, language)


def _is_led(word: str, language: str) -> bool:
    """Return whether a word likelier opens with a preposition: 11 لقائمة, eleven for the list."""
    pack = PACKS[language]
    whole = rarity(pack.content_key(word), language)
    return any(
        rarity(pack.content_key(reading.key), language) < whole
        for reading in pack.readings(word)
        if reading.proclitics == (_TO,) and not reading.enclitic
    )


def _agrees(word: str, amount: Decimal, language: str) -> bool:
    """Return whether an unlisted word has the form of a noun counted by `amount`."""
    key = PACKS[language].fold(word)
    if _never_counted(word, key, language):
        return False
    last = int(abs(amount)) % _HUNDRED
    if last >= 11:
        return _has_shape(key, language, "singular_after_11") and not _of_someone(word, language)
    if 3 <= last <= 10:
        return _has_shape(key, language, "plural_shapes")
    return last < 3 and amount >= _HUNDRED and _has_shape(key, language, "singular_genitive")


def _of_someone(word: str, language: str) -> bool:
    """Return whether a word ends in a pronoun, which is spelled as an ending when it is folded."""
    whole = word.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    return whole.endswith(tuple(listed(language, "pronoun_ends")))


def _head_noun(pieces: Sequence[Atom], at: int, amount: Decimal, language: str) -> Noun | None:
    """Return the first noun within a few words after a number, past its adjectives."""
    fold = PACKS[language].fold
    last = min(at + _REACH, len(pieces)) - 1
    attributive = _attributive(pieces, at, language)
    if attributive:
        return attributive
    for here in range(at, last + 1):
        piece = pieces[here]
        if piece.text in _HYPHENS and here > at:
            continue
        key = fold(piece.text)
        if key in folded(language, "more_of") and here < last:
            continue
        unit = known_noun(piece.text, language) if piece.kind == "word" else ""
        # What somebody has is not counted: 1,150 of the hospital's 7,900 staff.
        plain = piece.kind == "word" and not key.endswith(OWNERS)
        if not unit and (not plain or key in function_words(language)):
            return None
        if not unit and amount != 1 and _has_shape(key, language, "plural_shapes"):
            unit = singular(piece.text, language)
        if unit and not (here < last and _describes(pieces, here, unit, language)):
            return Noun(unit, piece.start, piece.end, here + 1)
    return None


def _attributive(pieces: Sequence[Atom], at: int, language: str) -> Noun | None:
    """Return the noun in the singular that a hyphen joins to its number: a 168-seat jet."""
    if at + 1 >= len(pieces) or pieces[at].text not in _HYPHENS:
        return None
    noun = pieces[at + 1]
    tight = pieces[at - 1].end == pieces[at].start and pieces[at].end == noun.start
    unit = known_noun(noun.text, language) if noun.kind == "word" and tight else ""
    return Noun(unit, noun.start, noun.end, at + 2) if unit else None


def _describes(pieces: Sequence[Atom], at: int, unit: str, language: str) -> bool:
    """Return whether a noun in the singular stands before the plural that it describes."""
    after = pieces[at + 1]
    key = PACKS[language].fold(after.text)
    if after.kind != "word" or PACKS[language].fold(pieces[at].text) != unit:
        return False
    if key in function_words(language) or key in folded(language, "not_plural"):
        return False
    plural = known_noun(after.text, language) not in ("", key)
    return plural or _has_shape(key, language, "plural_shapes")


@lru_cache(_CACHE)
def singular(word: str, language: str) -> str:
    """Return the singular of a plural by its ending, empty for a word that is none."""
    key = PACKS[language].fold(word)
    if key in folded(language, "not_plural"):
        return ""
    for plural, (singular, *_) in table(language, "singular").items():
        if key.endswith(plural) and len(key) - len(plural) >= 2:
            return key[: len(key) - len(plural)] + singular
    return ""


def noun_before(pieces: Sequence[Atom], at: int, amount: Decimal | None, language: str) -> int:
    """Return the index of the noun that a number follows as its adjective does, or -1.

    One follows its noun; any number does that shares its noun's article.
    """
    before = pieces[at - 1] if at else None
    if before is None or not _shapes(language, "singular_after_11"):
        return -1
    article = at > 1 and before.text in listed(language, "definite")
    at, before = (at - 1, pieces[at - 2]) if article else (at, before)
    if before.kind != "word" or (pieces[at].kind != "word" and not article):
        return -1
    has_article = article or is_definite(pieces[at].text, language)
    if has_article and amount is not None and amount >= _FEWEST and owned(before.text, language):
        return at - 1
    definite = is_definite(before.text, language), has_article
    if all(definite):
        return _owner(pieces, at - 1, amount, language)
    one = amount == 1
    return at - 1 if (one and not definite[0]) or _few(before, amount, definite, language) else -1


def _few(before: Atom, amount: Decimal | None, definite: tuple[bool, bool], language: str) -> bool:
    """Return whether a plural without the article stands before a number of its kind."""
    few = amount is not None and _FEWEST <= amount <= _TEN
    return few and not any(definite) and bool(plural_noun(before.text, language))


def _owner(pieces: Sequence[Atom], at: int, amount: Decimal | None, language: str) -> int:
    """Return the noun that a number with the article follows: the one before, or what it owns.

    The seven days have a plural before them; the committee's seven members have it farther off.
    """
    several = amount is not None and amount >= _FEWEST
    if not several or at < 1 or plural_noun(pieces[at].text, language):
        return at
    owned = pieces[at - 1]
    plural = owned.kind == "word" and plural_noun(owned.text, language)
    if plural and not is_definite(owned.text, language):
        return at - 1
    return -1 if known_noun(pieces[at].text, language) else at


@lru_cache(_CACHE)
def owned(word: str, language: str) -> str:
    """Return the singular of a listed noun in the plural with a pronoun at its end: أبناؤه."""
    known = _known(language)
    bare = any(reading.key in known for reading in PACKS[language].readings(word))
    return "" if bare else plural_noun(word, language)


def counts_before(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> bool:
    """Return whether a definite number surely counts a plural before it, whatever stands behind.

    The twelve sailors on Friday; but a noun that agrees with the number is what it counts.
    """
    first, stop = atoms
    amount = numeral.low
    if amount is None or not _FEWEST <= amount < _HUNDRED or numeral.kind != "cardinal":
        return False
    at = noun_before(pieces, first, amount, language)
    definite = is_definite(pieces[first].text, language) or pieces[first - 1].text in listed(
        language, "definite"
    )
    if at < 0 or not definite or not plural_noun(pieces[at].text, language):
        return False
    after = _text(pieces, stop)
    key = PACKS[language].fold(after)
    if amount <= _TEN:
        return not plural_form(after, language) and not plural_noun(after, language)
    return not _has_shape(key, language, "singular_after_11")


@lru_cache(_CACHE)
def is_definite(word: str, language: str) -> bool:
    """Return whether a word has the article."""
    return any(r.proclitics[-1:] == (_ARTICLE,) for r in PACKS[language].readings(word))


@lru_cache(_CACHE)
def definite_noun(word: str, language: str) -> tuple[str, int] | None:
    """Return the singular of a listed noun with the article, and the code points before that."""
    known, readings = _known(language), PACKS[language].readings(word)
    for reading in readings:
        if reading.key in known and reading.proclitics[-1:] == (_ARTICLE,):
            return known[reading.key], before_article(reading, readings)
    return None
