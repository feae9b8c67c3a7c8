"""A text as the items of its dates: one code letter for each word, number and mark."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_numbers import mark_entry, number_entry, spelled_entry
from claimcheck.annotate.dates.date_words import NEWLINE, UNKNOWN, Entry, Values, vocabulary
from claimcheck.annotate.phrases import Found
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import AnyMention, Numeral

_CLITICS = 3
_TEXT = ("word", "number")


class Item(NamedTuple):
    """What stands at one place of a text.

    start: code point after its proclitics. atom: index of its first atom; stop: after its last.
    values: class -> value; empty for what no date contains. definite: it has the article.
    """

    start: int
    end: int
    atom: int
    stop: int
    values: Values
    definite: bool = False


class Items(NamedTuple):
    """A text's items, and their code letters as a string of the same length."""

    codes: str
    items: Sequence[Item]


class Spelled(NamedTuple):
    """A number written in words."""

    end: int
    value: int
    ordinal: bool


_NOTHING: Values = {}


def spelled_numbers(mentions: Sequence[AnyMention]) -> Mapping[int, Spelled]:
    """Return the exact whole numbers written in words, by their first code point."""
    found: dict[int, Spelled] = {}
    for mention in mentions:
        if not isinstance(mention, Numeral) or mention.form != "words":
            continue
        exact = mention.low is not None and mention.low == mention.high
        if exact and mention.low == int(mention.low or 0) and mention.kind in _WHOLE:
            ordinal = mention.kind == "ordinal"
            found[mention.span.start] = Spelled(mention.span.end, int(mention.low or 0), ordinal)
    return found


_WHOLE = ("cardinal", "ordinal")


def items_of(
    pieces: Sequence[Atom], language: str, spelled: Mapping[int, Spelled] | None = None
) -> Items:
    """Return the items of a text, in order; words that mean nothing in a date are left out."""
    skipped = vocabulary(language).skipped
    fold = PACKS[language].fold
    codes: list[str] = []
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        atom = pieces[at]
        if atom.kind == "word" and fold(atom.text) not in skipped:
            stop = _add_word(pieces, at, language, spelled or {}, (codes, items))
        else:
            stop = at + 1
            if atom.kind != "word":
                _add_other(pieces, at, codes, items)
        at = stop
    return Items("".join(codes), items)


def _add_word(
    pieces: Sequence[Atom],
    at: int,
    language: str,
    spelled: Mapping[int, Spelled],
    out: tuple[list[str], list[Item]],
) -> int:
    """Add the items of the longest phrase at a word; return the index of the atom after it."""
    codes, items = out
    atom = pieces[at]
    vocab = vocabulary(language)
    found = vocab.phrases.longest(pieces, at)
    number = _spelled_at(atom, spelled) if spelled else None
    if number and _completes(number[1], found):
        start, word = number
        stop = _after(pieces, at, word.end)
        meant = spelled_entry(word.value, ordinal=word.ordinal)
        end = word.end
    elif found:
        start = found.start - _article(atom.text, found.start - atom.start, language)
        end, stop = found.end, found.stop
        meant = found.payloads[0]
        low = vocab.cased and atom.text[0].islower()
        meant = meant.faint if meant.faint and (low or found.start > atom.start) else meant
    else:
        codes.append(UNKNOWN)
        items.append(Item(atom.start, atom.end, at, at + 1, _NOTHING))
        return at + 1
    for offset, clitic in enumerate(dict.fromkeys(atom.text[: start - atom.start])):
        _add(_clitic(clitic, language), Item(atom.start + offset, start, at, at, _NOTHING), out)
    definite = found is not None and _has_article(atom.text, language)
    _add(meant, Item(start, end, at, stop, _NOTHING, definite), out)
    return stop


def _completes(number: Spelled, found: Found[Entry] | None) -> bool:
    """Return whether a number in words says more than the phrase found at its start."""
    if found is None:
        return True
    kind, classes = "ordinal" if number.ordinal else "count", found.payloads[0].values
    return number.end > found.end and kind in classes and "edge" not in classes


def _add(meant: Entry | None, item: Item, out: tuple[list[str], list[Item]]) -> None:
    if meant:
        out[0].append(meant.code)
        out[1].append(item._replace(values=meant.values))


def _add_other(pieces: Sequence[Atom], at: int, codes: list[str], items: list[Item]) -> None:
    """Add the item of a number, a mark, a line end or an address."""
    atom = pieces[at]
    meant: Entry | None = None
    if atom.kind == "number":
        meant = number_entry(atom.text)
    elif atom.kind == "mark":
        meant = mark_entry(atom.text, glued=_touching(pieces, at))
    other = NEWLINE if atom.kind == "newline" else UNKNOWN
    codes.append(meant.code if meant else other)
    items.append(Item(atom.start, atom.end, at, at + 1, meant.values if meant else _NOTHING))


def _touching(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a mark touches words or numbers on both its sides."""
    if not 0 < at < len(pieces) - 1:
        return False
    left, atom, right = pieces[at - 1 : at + 2]
    near = left.end == atom.start and right.start == atom.end
    return near and left.kind in _TEXT and right.kind in _TEXT


def _spelled_at(atom: Atom, spelled: Mapping[int, Spelled]) -> tuple[int, Spelled] | None:
    """Return the number in words that starts in the atom, perhaps after clitics."""
    for start in range(atom.start, min(atom.start + _CLITICS, atom.end)):
        if start in spelled:
            return start, spelled[start]
    return None


def _after(pieces: Sequence[Atom], at: int, end: int) -> int:
    """Return the index of the first atom that starts at or after `end`."""
    while at < len(pieces) and pieces[at].start < end:
        at += 1
    return at


@lru_cache(1 << 14)
def _article(word: str, skip: int, language: str) -> int:
    """Return how many of the first `skip` code points are an article written out in full."""
    readings = {reading.proclitics: reading.skip for reading in PACKS[language].readings(word)}
    for proclitics, length in readings.items():
        if length == skip and proclitics and len(proclitics[-1]) > 1:
            article = length - readings.get(proclitics[:-1], 0)
            return article if article >= len(proclitics[-1]) else 0
    return 0


@lru_cache(1 << 14)
def _has_article(word: str, language: str) -> bool:
    """Return whether a word may be read with an article."""
    readings = PACKS[language].readings(word)
    return any(reading.proclitics and len(reading.proclitics[-1]) > 1 for reading in readings)


@lru_cache(1 << 8)
def _clitic(letter: str, language: str) -> Entry | None:
    """Return what a clitic letter means between two dates, as a word of its own."""
    found = vocabulary(language).phrases.longest((Atom(0, 1, letter, "word"),), 0)
    return found.payloads[0] if found else None
