"""Event types, measures and the words that evoke them, from a table made of `rules/`."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import Field

from claimcheck.model.base import Frozen
from claimcheck.resources import rules_root, sorted_lines

TABLE = "triggers.tsv"
FOLDERS = ("events", "measures")
# The first line of the table: the digest of the files that it was made of.
DIGEST_LINE = "# digest: "
GAP = "~"
EITHER = "|"

Form = Literal["verb", "noun"]
Kind = Literal["event", "measure"]
_FORMS: dict[str, Form] = {"v": "verb", "n": "noun"}
_KINDS: dict[str, Kind] = {"e": "event", "m": "measure"}
_SLUG = Field(pattern=r"^[a-z][a-z0-9-]*$")


class Title(Frozen):
    """What a frame is called for a reader."""

    en: str
    ar: str


class Event(Frozen):
    """A type of event.

    kin: ids of types that may be the same occasion told in other words (a visit, a meeting).
    opposite: the id of the type that undoes or denies it (open, close).
    state: it lasts, so that several dates may be true of it.
    where: it tells but where something is or comes from: no date or figure is its.
    """

    id: str = _SLUG
    title: Title
    kin: tuple[str, ...] = ()
    opposite: str = ""
    state: bool = False
    where: bool = False


class Measure(Frozen):
    """Something that has a size.

    dimension: of its quantities: count, money, percent, length ...; several where it varies.
    of: events that it is a measure of.
    grows: it is expected to change with time (a toll, a price).
    thing: its words are nouns for what is counted, and say nothing of what they stand beside.
    kin: ids of measures that one and the same figure may be told as (a cost, a price).
    who: its nouns tell who is counted (passengers), not what befell them.
    leads: the measure that its words name before a count, whoever is counted: a panel of five.
    befalls: it is of what befell people, whoever they are (deaths).
    told_as: events whose words tell it of people beside them (a killing).
    counted: nouns that name it only where they are counted, as they are looked up (12 voices).
    level: the measure of the levels that it changes (of a price's change, the price).
    against: the measure of the figure right behind one of it (of votes for, those against).
    share: the measure of the percentage that stands right beside its counts (of votes).
    """

    id: str = _SLUG
    title: Title
    dimension: tuple[str, ...]
    of: tuple[str, ...] = ()
    grows: bool = False
    thing: bool = False
    who: bool = False
    leads: str = ""
    befalls: bool = False
    told_as: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    level: str = ""
    against: str = ""
    share: str = ""


class Slot(NamedTuple):
    """A later word of a phrase: its possible stems, and whether other words may stand before it."""

    keys: frozenset[str]
    gap: bool


JUSSIVE = "jussive"


class Lexeme(NamedTuple):
    """A word or phrase of a frame, without its first word.

    helped: the bare verb, where it is another word too, and the frame's only behind an auxiliary
        (`will open`); `JUSSIVE` where it is the frame's only behind a negation; else nothing.
    """

    rest: tuple[Slot, ...]
    frame: str
    kind: Kind
    form: Form
    helped: str = ""


@cache
def events() -> dict[str, Event]:
    """Return all event types by id, in the order of the files."""
    return {row["id"]: Event.model_construct(**_row(row)) for row in _rows("events")}


@cache
def measures() -> dict[str, Measure]:
    """Return all measures by id, in the order of the files."""
    return {row["id"]: Measure.model_construct(**_row(row)) for row in _rows("measures")}


def is_kin(one: str, other: str) -> bool:
    """Return whether two measures are one, or such that one figure may be told as either."""
    return one == other or other in _akin(one) or one in _akin(other)


def _akin(measure: str) -> tuple[str, ...]:
    return measures()[measure].kin if measure in measures() else ()


@lru_cache(1 << 16)
def lexemes(key: str, language: str) -> tuple[Lexeme, ...]:
    """Return the lexemes whose first word is found by a stem."""
    cells = _known(language).get(key)
    return tuple(map(_lexeme, cells.split("\t"))) if cells else ()


def digest() -> str:
    """Return what the files of the events and measures are known by."""
    known = hashlib.sha256()
    for path in sources():
        known.update(path.name.encode() + b"\0" + path.read_bytes())
    return known.hexdigest()


def sources() -> list[Path]:
    """Return the files that the table is made of."""
    root = rules_root()
    files = [path for folder in FOLDERS for path in sorted((root / folder).glob("*.yaml"))]
    return [*files, root / "lang" / "en" / "irregular.yaml"]


def _lines(opening: str) -> Sequence[str]:
    """Return the table's lines that open so; where a file was edited since, made anew."""
    if _is_current():
        return sorted_lines(rules_root() / TABLE, opening)
    return [line for line in _made() if line.startswith(opening)]


@cache
def _is_current() -> bool:
    path = rules_root() / TABLE
    if not path.is_file():
        return False
    with path.open(encoding="utf-8") as table:
        return table.readline() == f"{DIGEST_LINE}{digest()}\n"


@cache
def _made() -> Sequence[str]:
    # Nothing but this needs the files' models, which take longer to make than a story to check.
    from claimcheck.lang.lexicon_files import lines

    return lines()


@cache
def _known(language: str) -> dict[str, str]:
    """Return the cells of each line by its stem: asked for each stem of each new word."""
    opening = f"{language}:"
    rows = (line.removeprefix(opening).partition("\t") for line in _lines(opening))
    return {key: cells for key, _, cells in rows}


def _rows(name: str) -> list[dict[str, Any]]:
    (line,) = _lines(f"{name}\t")
    return json.loads(line.partition("\t")[2])  # type: ignore[no-any-return]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a frame as its model has them; they were checked for the table."""
    fields = {name: tuple(x) if isinstance(x, list) else x for name, x in row.items()}
    return fields | {"title": Title.model_construct(**row["title"])}


@lru_cache(1 << 15)
def _lexeme(cell: str) -> Lexeme:
    """Return `ev law-passed ~ bill|law` as a lexeme; most stand under several stems.

    `ev:open opening` is the verb that is the frame's behind an auxiliary only.
    """
    sort, frame, *words = cell.split(" ")
    rest, gap = [], False
    for word in words:
        if word != GAP:
            rest.append(Slot(frozenset(word.split(EITHER)), gap))
        gap = word == GAP
    return Lexeme(tuple(rest), frame, _KINDS[sort[0]], _FORMS[sort[1]], sort[3:])
