"""Event types and measures, as `rules/events/` and `rules/measures/` tell them."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from claimcheck.errors import RuleError
from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root, shown

Slug = Field(pattern=r"^[a-z][a-z0-9-]*$")


class Lexemes(Frozen):
    """The words of one language that evoke a frame.

    verbs: Arabic in the past and the present, third person masculine singular; English in the
        base form, with the irregular forms beside it.
    nouns: verbal nouns, participles and other nouns and adjectives in the singular, with the
        broken plurals beside it.
    phrases: several words, each inflected as a noun or verb would be.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Title(Frozen):
    """What a frame is called for a reader."""

    en: str
    ar: str


class Event(Frozen):
    """A type of event.

    kin: ids of types that may be the same occasion told in other words (a visit, a meeting).
    opposite: the id of the type that undoes or denies it (open, close).
    state: it lasts, so that several dates may be true of it.
    """

    id: str = Slug
    title: Title
    kin: tuple[str, ...] = ()
    opposite: str = ""
    state: bool = False
    ar: Lexemes = Lexemes()
    en: Lexemes = Lexemes()


class Measure(Frozen):
    """Something that has a size.

    dimension: of its quantities: count, money, percent, length ...; several where it varies.
    of: events that it is a measure of.
    grows: it is expected to change with time (a toll, a price).
    """

    id: str = Slug
    title: Title
    dimension: tuple[str, ...]
    of: tuple[str, ...] = ()
    grows: bool = False
    ar: Lexemes = Lexemes()
    en: Lexemes = Lexemes()


class EventFamily(Frozen):
    """One file of `rules/events/`."""

    family: str
    about: str
    events: tuple[Event, ...]


class MeasureFamily(Frozen):
    """One file of `rules/measures/`."""

    family: str
    about: str
    measures: tuple[Measure, ...]


Form = Literal["verb", "noun"]


@cache
def events() -> dict[str, Event]:
    """Return all event types by id.

    Raises:
        RuleError: for a file that does not fit, an id that stands twice or one that names no type.
    """
    found: dict[str, Event] = {}
    faults: list[str] = []
    for path in _files("events"):
        for event in load_model(path, EventFamily).events:
            if event.id in found:
                faults.append(f"{shown(path)}: the event {event.id!r} is defined twice")
            found[event.id] = event
    for event in found.values():
        for other in (*event.kin, event.opposite):
            if other and other not in found:
                faults.append(f"rules/events: {event.id}: no event is called {other!r}")
    if faults:
        raise RuleError(faults)
    return found


@cache
def measures() -> dict[str, Measure]:
    """Return all measures by id.

    Raises:
        RuleError: for a file that does not fit or an id that stands twice.
    """
    found: dict[str, Measure] = {}
    for path in _files("measures"):
        for measure in load_model(path, MeasureFamily).measures:
            if measure.id in found:
                raise RuleError([f"{shown(path)}: the measure {measure.id!r} is defined twice"])
            found[measure.id] = measure
    return found


def _files(folder: str) -> list[Path]:
    return sorted((rules_root() / folder).glob("*.yaml"))
