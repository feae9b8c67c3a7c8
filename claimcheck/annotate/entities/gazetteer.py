"""Places, their names and what contains them, from `rules/gazetteer/`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.lang.pack import PACKS
from claimcheck.resources import lines_of, read_table, rules_root, sorted_lines

# The terms beside the places, made of the vocabulary.
TABLE = "gazetteer/terms.tsv"
COUNTRY = "country"
_PLACE = "place"
_ARTICLE = "ال"
_SHORTEST = 4
SEAT = "organisation:seat:"
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


def rows(name: str) -> list[list[str]]:
    """Return the rows of a table of the gazetteer."""
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
    return {row[0]: row[1] for row in rows("vowelled.tsv")}


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
    for line in opened_lines(_lines("names.tsv"), word):
        name, _, code, *_ = line.split("\t", 3)
        if code == language:
            yield name


def listed_terms(name: str, language: str) -> tuple[Term, ...]:
    """Return the terms beside the places that have a name, given in lookup form."""
    line = next(lines_of(_terms(language), f"{language}\t{name}\t"), "")
    return tuple(map(_term, line.split("\t"))) if line else ()


def opened_terms(word: str, language: str) -> Iterator[str]:
    """Yield the names of those terms, in lookup form, that open with a word."""
    for line in opened_lines(_terms(language), f"{language}\t{word}"):
        yield line.split("\t", 2)[1]


@cache
def _terms(language: str) -> list[str]:
    return sorted_lines(rules_root() / TABLE, f"{language}\t")


def _term(cell: str) -> Term:
    """Return `nationality kr article` as a term."""
    kind, identity, weak = (cell + "  ").split(" ")[:3]
    return Term(kind, (identity,), weak)


def opened_lines(lines: Sequence[str], word: str) -> Iterator[str]:
    """Yield those of some sorted lines whose name opens with a word; one may stand before it."""
    # Names of one word stand before the longer ones: a tab sorts before a space.
    for at in range(bisect_left(lines, f"{word}\t"), len(lines)):
        if not lines[at].startswith((f"{word}\t", f"{word} ")):
            return
        yield lines[at]


@cache
def seats() -> dict[str, str]:
    """Return the country whose government a place or body stands for, by id."""
    found: dict[str, str] = {}
    for identity, country, kind, *_ in rows("capital_of.tsv"):
        if kind != "claimed":
            found[identity] = found[SEAT + identity] = country
    return found


@cache
def capitals() -> dict[str, tuple[str, ...]]:
    """Return the capitals of each country, the largest first, by id.

    A city that two states claim is of neither.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for line in _lines("places.tsv"):
        if "\tcapital\t" in line:
            city, _, parents, people, *_ = line.split("\t", 4)
            country = (parents.split() or [""])[-1]
            if city.startswith(f"{country}."):
                found.setdefault(country, []).append((-int(people or 0), city))
    return {country: tuple(city for _, city in sorted(had)) for country, had in found.items()}
