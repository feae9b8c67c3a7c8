"""A text as the items of its dates: one code letter for each word, number and mark."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_affixes import article_size, has_article
from claimcheck.annotate.dates.date_numbers import GLUED, mark_entry, number_entry, spelled_entry
from claimcheck.annotate.dates.date_words import (
    NEWLINE,
    UNKNOWN,
    Entry,
    Values,
    vocabulary,
    written,
)
from claimcheck.annotate.phrases import Found, first_keys, later_keys
from claimcheck.annotate.remembered import Remembered
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
    """Return the items of a text, in order.

    Words that mean nothing in a date are left out; all that stands between two others and could
    not be in one is a single item.
    """
    out: tuple[list[str], list[Item]] = ([], [])
    codes = out[0]
    counted = sorted(spelled or ())
    counted.append(pieces[-1].end if pieces else 0)
    known = _meanings(language)
    at = near = 0
    while at < len(pieces):
        start, end, text, kind = pieces[at]
        if kind != "word":
            _add_other(pieces, at, out)
            at += 1
            continue
        while counted[near] < start:
            near += 1
        if counted[near] < end and counted[near] < start + _CLITICS:
            at = _add_number(pieces, at, language, (counted[near], spelled or {}), out)
            continue
        meaning = known[text]
        if meaning.seconds and _goes_on(pieces, at + 1, meaning.seconds, language):
            found = vocabulary(language).phrases.longest(pieces, at)
            at = _add_phrase(pieces, at, language, found, out)
            continue
        if meaning.items:
            _add_alone(meaning, start, at, out)
        elif meaning.strange and (not codes or codes[-1] != UNKNOWN):
            _add_item(UNKNOWN, pieces[at], at, _NOTHING, out)
        at += 1
    return Items("".join(codes), out[1])


class Meaning(NamedTuple):
    """What a word is in a date by itself.

    codes, items: those of it and its clitics, as if it were a whole text.
    seconds: the words that may follow it in a longer phrase, folded.
    strange: it is none that a date may have inside.
    """

    codes: Sequence[str] = ()
    items: Sequence[Item] = ()
    seconds: frozenset[str] = frozenset()
    strange: bool = False


@cache
def _meanings(language: str) -> Remembered[Meaning]:
    return Remembered(partial(_meaning, language=language))


def _meaning(word: str, language: str) -> Meaning:
    vocab = vocabulary(language)
    if PACKS[language].fold(word) in vocab.skipped:
        return Meaning()
    if word in written(language, "lookalikes"):
        return Meaning(strange=True)
    keys = [key for key, _ in first_keys(word, language) if key in vocab.openings]
    if not keys:
        return Meaning(strange=True)
    seconds = frozenset(chain.from_iterable(vocab.openings[key] for key in keys))
    pieces = (Atom(0, len(word), word, "word"),)
    found = vocab.phrases.longest(pieces, 0)
    if found is None:
        return Meaning(seconds=seconds, strange=True)
    out: tuple[list[str], list[Item]] = ([], [])
    _add_phrase(pieces, 0, language, found, out)
    return Meaning(*out, seconds)


def _goes_on(pieces: Sequence[Atom], at: int, seconds: frozenset[str], language: str) -> bool:
    """Return whether one of some words may stand at an index, or after a hyphen there."""
    if at == len(pieces):
        return False
    _, _, text, kind = pieces[at]
    return kind == "mark" or not seconds.isdisjoint(later_keys(language)[text])


def _add_alone(meaning: Meaning, start: int, at: int, out: tuple[list[str], list[Item]]) -> None:
    """Add the items of a word that stands at a code point and an index of a text."""
    out[0].extend(meaning.codes)
    out[1].extend(
        [
            tuple.__new__(
                Item, (start + first, start + end, at + atom, at + stop, values, definite)
            )
            for first, end, atom, stop, values, definite in meaning.items
        ]
    )


def _add_unknown(atom: Atom, at: int, out: tuple[list[str], list[Item]]) -> None:
    if not out[0] or out[0][-1] != UNKNOWN:
        _add_item(UNKNOWN, atom, at, _NOTHING, out)


def _add_item(
    code: str, atom: Atom, at: int, values: Values, out: tuple[list[str], list[Item]]
) -> None:
    """Add what one atom is; `Item(...)` itself takes twice as long."""
    start, end, _, _ = atom
    out[0].append(code)
    out[1].append(tuple.__new__(Item, (start, end, at, at + 1, values, False)))


def _add_number(
    pieces: Sequence[Atom],
    at: int,
    language: str,
    number: tuple[int, Mapping[int, Spelled]],
    out: tuple[list[str], list[Item]],
) -> int:
    """Add a number in words, or a longer phrase there; return the index of the atom after it."""
    start, spelled = number
    found = vocabulary(language).phrases.longest(pieces, at)
    word = spelled[start]
    if not _completes(word, found):
        return _add_phrase(pieces, at, language, found, out)
    atom = pieces[at]
    _add_clitics(atom, start, at, language, out)
    stop = _after(pieces, at, word.end)
    meant = spelled_entry(word.value, ordinal=word.ordinal)
    definite = found is not None and has_article(atom.text, language)
    out[0].append(meant.code)
    out[1].append(Item(start, word.end, at, stop, meant.values, definite))
    return stop


def _add_phrase(
    pieces: Sequence[Atom],
    at: int,
    language: str,
    found: Found[Entry] | None,
    out: tuple[list[str], list[Item]],
) -> int:
    """Add the items of a phrase; return the index of the atom after it."""
    atom = pieces[at]
    if found is None:
        _add_unknown(atom, at, out)
        return at + 1
    start = found.start - article_size(atom.text, found.start - atom.start, language)
    meant = found.payloads[0]
    if meant.faint and (found.start > atom.start or _is_low(atom.text, language)):
        meant = meant.faint
    _add_clitics(atom, start, at, language, out)
    definite = has_article(atom.text, language)
    out[0].append(meant.code)
    out[1].append(Item(start, found.end, at, found.stop, meant.values, definite))
    return found.stop


def _is_low(word: str, language: str) -> bool:
    """Return whether a word lacks the capital that names of months and days open with."""
    return vocabulary(language).cased and word[0].islower()


def _add_clitics(
    atom: Atom, start: int, at: int, language: str, out: tuple[list[str], list[Item]]
) -> None:
    """Add the items of the letters that stand before a word of the vocabulary."""
    for offset, clitic in enumerate(dict.fromkeys(atom.text[: start - atom.start])):
        meant = _clitic(clitic, language)
        if meant:
            out[0].append(meant.code)
            out[1].append(Item(atom.start + offset, start, at, at, meant.values))


def _completes(word: Spelled, found: Found[Entry] | None) -> bool:
    """Return whether a number in words says more than the phrase found at its start."""
    if found is None:
        return True
    kind, classes = "ordinal" if word.ordinal else "count", found.payloads[0].values
    if word.end == found.end:
        return classes.keys() == {"count"}
    return word.end > found.end and kind in classes and "edge" not in classes


def _add_other(pieces: Sequence[Atom], at: int, out: tuple[list[str], list[Item]]) -> None:
    """Add the item of a number, a mark, a line end or an address."""
    _, _, text, kind = pieces[at]
    meant: Entry | None = None
    if kind == "mark":
        meant = mark_entry(text, glued=text in GLUED and _touching(pieces, at))
    elif kind == "number":
        meant = number_entry(text)
    elif kind == "newline":
        _add_item(NEWLINE, pieces[at], at, _NOTHING, out)
        return
    if meant:
        _add_item(meant.code, pieces[at], at, meant.values, out)
    else:
        _add_unknown(pieces[at], at, out)


def _touching(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a mark touches words or numbers on both its sides."""
    if not 0 < at < len(pieces) - 1:
        return False
    left, atom, right = pieces[at - 1 : at + 2]
    near = left.end == atom.start and right.start == atom.end
    return near and left.kind in _TEXT and right.kind in _TEXT


def _after(pieces: Sequence[Atom], at: int, end: int) -> int:
    """Return the index of the first atom that starts at or after `end`."""
    while at < len(pieces) and pieces[at].start < end:
        at += 1
    return at


@lru_cache(1 << 8)
def _clitic(letter: str, language: str) -> Entry | None:
    """Return what a clitic letter means between two dates, as a word of its own."""
    found = vocabulary(language).phrases.longest((Atom(0, 1, letter, "word"),), 0)
    return found.payloads[0] if found else None
