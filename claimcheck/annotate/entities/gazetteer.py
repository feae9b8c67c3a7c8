"""Places, their names and what contains them, from `rules/gazetteer/`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from claimcheck.lang.pack import PACKS
from claimcheck.resources import (
    Tree,
    lines_of,
    load_yaml,
    read_table,
    rules_root,
    sorted_lines,
)

COUNTRY = "country"
_PLACE = "place"
_ARTICLE = "ال"
_SHORTEST = 4
_CAPITALS = "capitals"
_SEAT = "organisation:seat:"
_COLUMN = {"ar": 1, "en": 2}
_NISBA = "ي"
_TANWIN = "ا"  # noqa: RUF001 (the Arabic ending)
_NISBA_ENDINGS = ("", "ه", "ون", "ين", "ات", "ان", "تان", "تين", _TANWIN)  # noqa: RUF001
_BETWEEN = re.compile(r"[^\w\s'’‘\u02bb\u02bc`\u0610-\u061a\u0640\u064b-\u065f\u0670]+")


class Place(NamedTuple):
    """A place of the gazetteer.

    parents: ids of what contains it, nearest first.
    english, arabic: its usual names, or nothing.
    """

    id: str
    kind: str
    parents: tuple[str, ...]
    population: int
    english: str
    arabic: str


class Term(NamedTuple):
    """What a name or a word of the vocabulary may mean.

    kind: `place`, `nationality` or `organisation`; for a word of `entities.yaml` the part of its
        list's name before the dot (`facility`, `office` ...).
    ids: the likeliest first.
    weak: `weak` for a common word too, which needs support from its neighbours; `article` for one
        that needs it where the text does not write its article; `capitals` for an acronym.
    """

    kind: str
    ids: tuple[str, ...]
    weak: str = ""


_NOWHERE = Term(_PLACE, ())


def lookup_words(text: str, language: str) -> list[str]:
    """Return the words of a name in lookup form: folded, without articles and apostrophes."""
    return [bare(word, language) for word in _BETWEEN.sub(" ", text).split()]


def bare(word: str, language: str) -> str:
    """Return a word in lookup form, however many letters its possessive ending has."""
    key = PACKS[language].fold(word).replace("'", "")
    return key[len(_ARTICLE) :] if len(key) > _SHORTEST and key.startswith(_ARTICLE) else key


def _table(name: str) -> list[list[str]]:
    return read_table(rules_root() / "gazetteer" / name)


@cache
def _lines(name: str) -> list[str]:
    return sorted_lines(rules_root() / "gazetteer" / name)


@cache
def place(identity: str) -> Place | None:
    """Return the place with an id, or None."""
    line = next(lines_of(_lines("places.tsv"), f"{identity}\t"), None)
    if line is None:
        return None
    row = (line + "\t" * 6).split("\t")
    return Place(identity, row[0], tuple(row[1].split()), int(row[2] or 0), row[5], row[6])


@cache
def vowelled() -> dict[str, str]:
    """Return the ids of places whose name, written with its vowel signs, is no other's."""
    return {row[0]: row[1] for row in _table("vowelled.tsv")}


@cache
def has_article(identity: str) -> bool | None:
    """Return whether a place's usual Arabic name opens as the article does; None if unknown."""
    here = place(identity)
    return PACKS["ar"].fold(here.arabic).startswith(_ARTICLE) if here and here.arabic else None


@cache
def ancestors(identity: str) -> tuple[str, ...]:
    """Return the ids of all that contains a place, nearest first."""
    found: dict[str, None] = {}
    here = place(identity)
    waiting = list(here.parents) if here else []
    while waiting:
        parent = waiting.pop(0)
        if parent not in found and parent != identity:
            found[parent] = None
            above = place(parent)
            waiting += above.parents if above else ()
    return tuple(found)


def kind_of(identity: str) -> str:
    """Return the gazetteer kind of a place, or nothing."""
    here = place(identity)
    return here.kind if here else ""


@cache
def country_of(identity: str) -> str:
    """Return the country that a place is or lies in, or nothing."""
    for one in (identity, *ancestors(identity)):
        if kind_of(one) == COUNTRY:
            return one
    return ""


def named_places(name: str, language: str) -> Term:
    """Return the places that have a name, given in lookup form; without ids where none has."""
    for line in lines_of(_lines("names.tsv"), f"{name}\t"):
        ids, code, *weak = line.split("\t")
        if code == language:
            return Term(_PLACE, tuple(ids.split()), "".join(weak))
    return _NOWHERE


def opened_names(word: str, language: str) -> Iterator[str]:
    """Yield the place names, in lookup form, that open with a word."""
    lines = _lines("names.tsv")
    # Names of one word stand before the longer ones: a tab sorts before a space.
    for at in range(bisect_left(lines, f"{word}\t"), len(lines)):
        if not lines[at].startswith((f"{word}\t", f"{word} ")):
            break
        name, _, code, *_ = lines[at].split("\t", 3)
        if code == language:
            yield name


@cache
def other_names(language: str) -> dict[str, tuple[Term, ...]]:
    """Return the nationalities, bodies and seats of government of a language, by lookup form."""
    found: dict[str, tuple[Term, ...]] = {}
    for name, term in chain(_adjectives(language), _bodies(language), _seats(language)):
        if term not in found.get(name, ()):
            found[name] = (*found.get(name, ()), term)
    return found


def _adjectives(language: str) -> Iterator[tuple[str, Term]]:
    for row in _table("nationalities.tsv"):
        for stem in row[_COLUMN[language]].split("|"):
            opens = PACKS[language].fold(stem).startswith(_ARTICLE)
            term = Term("nationality", (row[0],), "article" if opens else "")
            words = lookup_words(stem, language)
            for ending in _NISBA_ENDINGS if words[-1].endswith(_NISBA) else ("",):
                name = " ".join(word + ending if word.endswith(_NISBA) else word for word in words)
                if ending != _TANWIN or not named_places(name, language).ids:
                    yield name, term


def _bodies(language: str) -> Iterator[tuple[str, Term]]:
    for identity, names in organisations().items():
        for name in names.get(language, ()):
            capitals = _CAPITALS if name.isupper() else ""
            yield (
                " ".join(lookup_words(name, language)),
                Term("organisation", (identity,), capitals),
            )


def _seats(language: str) -> Iterator[tuple[str, Term]]:
    for identity, _, kind, *names in _table("capital_of.tsv"):
        listed = names[_COLUMN[language] - 1] if len(names) > 1 else ""
        body = kind in ("body", "ministry")
        term = Term("organisation", (_SEAT + identity,)) if body else Term("place", (identity,))
        for name in filter(None, listed.split("|")):
            yield " ".join(lookup_words(name, language)), term


@cache
def organisations() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the names of well-known bodies by id and language."""
    path = rules_root() / "gazetteer" / "organisations.yaml"
    tree = load_yaml(path)
    return {key: _names(value) for key, value in tree.items()} if isinstance(tree, dict) else {}


def _names(tree: Tree) -> dict[str, tuple[str, ...]]:
    if not isinstance(tree, dict):
        return {}
    return {code: tuple(map(str, names)) for code, names in tree.items()}


@cache
def seats() -> dict[str, str]:
    """Return the country whose government a place or body stands for, by id."""
    found: dict[str, str] = {}
    for identity, country, kind, *_ in _table("capital_of.tsv"):
        if kind != "claimed":
            found[identity] = found[_SEAT + identity] = country
    return found


@cache
def capitals() -> dict[str, str]:
    """Return the capital of each country, by id."""
    seats = [line.split("\t", 3) for line in _lines("places.tsv") if "\tcapital\t" in line]
    return {row[2].split()[-1]: row[0] for row in reversed(seats) if row[2]}
