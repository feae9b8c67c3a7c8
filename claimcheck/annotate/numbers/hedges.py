"""Hedges and bounds beside a number, or around its subject: about, at least, or more."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Found, Phrases, opens_any, part_of_any, phrase_words
from claimcheck.annotate.remembered import Remembered
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, function_words, words

_LONGEST = 6
# How many words the subject may have between a verb and its number.
_SUBJECT = 5
_GAP = "…"
_REACH = 3
_SIGNS = frozenset("%٪$€£")


class Hedge(NamedTuple):
    """What hedges say of a number.

    approximate: it is not exact. at_least, at_most: it is a lower or an upper bound.
    little: it is near its bound, or a little more or less than what it is not told to be.
    start: index of the first atom of the hedges before it.
    """

    start: int
    approximate: bool = False
    at_least: bool = False
    at_most: bool = False
    little: bool = False

    def with_kind(self, kind: str, start: int) -> "Hedge":
        """Return it with one more hedge."""
        return Hedge(
            start,
            self.approximate or kind == "approximate",
            self.at_least or kind in ("at_least", "more_than", "little_more"),
            self.at_most or kind in ("at_most", "less_than", "little_less"),
            self.little or kind in ("little_more", "little_less", "little"),
        )


@cache
def _entries(language: str, side: str) -> tuple[tuple[str, str], ...]:
    tree = words(language, "hedges")
    table = tree.get(side) if isinstance(tree, dict) else None
    if not isinstance(table, dict):
        raise RuleError([f"rules/lang/{language}/hedges.yaml: expected `{side}: kind: [words]`"])
    return tuple((str(w), kind) for kind, listed in table.items() for w in listed)


@cache
def _phrases(language: str, side: str) -> Phrases[str]:
    return Phrases(_entries(language, side), language)


@cache
def _opens(language: str) -> Remembered[bool]:
    """Return for each word whether a hedge after a number may start with it."""
    listed = _words(language, "after", 0)
    return Remembered(lambda word: opens_any(word, listed, language))


@cache
def _closes(language: str) -> Remembered[bool]:
    """Return for each word whether a hedge before a number may end with it."""
    listed = _words(language, "before", -1)
    return Remembered(lambda word: part_of_any(word, listed, language))


@cache
def _words(language: str, side: str, place: int) -> frozenset[str]:
    """Return the folded first or last words of the hedges on one side."""
    fold = PACKS[language].fold
    return frozenset(fold(phrase_words(word)[place]) for word, _ in _entries(language, side))


def hedge_before(pieces: Sequence[Atom], at: int, language: str) -> Hedge:
    """Return what the hedges that end right before the atom `at` say."""
    hedge = Hedge(at)
    while True:
        found = _ending_at(pieces, hedge.start, language)
        if found is None:
            return hedge
        start, kind = found
        hedge = hedge.with_kind(kind, start)


def _ending_at(pieces: Sequence[Atom], stop: int, language: str) -> tuple[int, str] | None:
    if stop == 0 or not _closes(language)[pieces[stop - 1].text]:
        return None
    phrases = _phrases(language, "before")
    best = None
    for start in range(stop - 1, max(stop - 1 - _LONGEST, -1), -1):
        if pieces[start].kind in ("newline", "number", "url"):
            break
        found: Found[str] | None = phrases.longest(pieces, start)
        if found and found.stop == stop:
            best = start, found.payloads[0]
    return best


def _adds(pieces: Sequence[Atom], start: int, stop: int) -> bool:
    """Return whether a sign stands between two numbers: 90+4 is not 90 or more."""
    added = stop < len(pieces) and pieces[stop].kind == "number"
    return added and stop == start + 1 and pieces[start].end == pieces[stop].start


@cache
def _frames(language: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """Return the verbs before a subject, each with its kind and the word behind the subject."""
    tree = words(language, "hedges")
    table = tree.get("around") if isinstance(tree, dict) else None
    return tuple(
        (verb.strip(), (kind, PACKS[language].fold(closing.strip())))
        for kind, listed in (table.items() if isinstance(table, dict) else ())
        for verb, _, closing in (str(frame).partition(_GAP) for frame in listed)
    )


@cache
def _framed(language: str) -> Phrases[tuple[str, str]]:
    return Phrases(_frames(language), language)


@cache
def _frames_open(language: str) -> Remembered[bool]:
    """Return for each word whether a verb before a subject may start with it."""
    fold = PACKS[language].fold
    listed = frozenset(fold(phrase_words(verb)[0]) for verb, _ in _frames(language))
    return Remembered(lambda word: opens_any(word, listed, language))


def hedge_around(pieces: Sequence[Atom], hedge: Hedge, language: str) -> Hedge:
    """Return `hedge` with what a verb before the subject says: their number exceeds 300.

    Arabic sets the subject between the verb and the number, or the preposition before it.
    """
    at = hedge.start
    if at < 2 or hedge.at_least or hedge.at_most or pieces[at - 1].kind != "word":
        return hedge
    closing = PACKS[language].fold(pieces[at - 1].text)
    for start in range(at - 2, max(at - 2 - _LONGEST - _SUBJECT, -1), -1):
        if pieces[start].kind != "word":
            break
        found = _frame_at(pieces, start, language)
        for kind, needed in found.payloads if found else ():
            subject = at - found.stop - bool(needed) if found else 0
            fits = closing == needed if needed else closing not in function_words(language)
            if fits and 0 < subject <= _SUBJECT:
                return hedge.with_kind(kind, hedge.start)
    return hedge


def _frame_at(pieces: Sequence[Atom], start: int, language: str) -> Found[tuple[str, str]] | None:
    """Return the verb before a subject that starts at an atom, with the negation before it."""
    if not _frames_open(language)[pieces[start].text]:
        return None
    frames = _framed(language)
    denied = frames.longest(pieces, start - 1) if start else None
    return denied if denied and denied.stop > start else frames.longest(pieces, start)


def hedge_after(pieces: Sequence[Atom], at: int, hedge: Hedge, language: str) -> Hedge:
    """Return `hedge` with what a hedge after the number, or after its noun, adds."""
    opens = _opens(language)
    for start, (_, _, text, kind) in enumerate(pieces[at : at + _REACH + 1], at):
        found = _phrases(language, "after").longest(pieces, start) if opens[text] else None
        if found and not _adds(pieces, start, found.stop):
            return hedge.with_kind(found.payloads[0], hedge.start)
        if kind != "word" and text not in _SIGNS:
            break
    return hedge
