"""Parts that only one can play, and matters that are told either way, from `rules/deeds/`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from claimcheck.errors import RuleError
from claimcheck.lang.kinds import OF_NATION, Family, Kind
from claimcheck.lang.lexicon import Title, events
from claimcheck.lang.pack import word_lists
from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root, shown

FOLDER = "deeds"
Taker = Family | Literal["country"]
Language = Literal["ar", "en"]
Side = Literal["after", "next", "before", "between", "beyond", "yes", "no", "beside"]
_SLUG = Field(pattern=r"^[a-z][a-z0-9-]*$")
_SIDES: tuple[Side, ...] = ("after", "before", "between")
# Before the id of an event type whose own verbs tell whether it came about.
OF_EVENT = "event:"
# The part of whoever is named, which is compared in copied sentences alone.
NAMED = "named"
# Lists of `rules/lang/*/deeds.yaml` that may hold phrases.
BEHALF, SEEMING, NOT_YET, BY = "behalf", "seeming", "not_yet", "by"
SAID_OF, WITHHELD, NOBODY_DID, DID_NOTHING = "said_of", "withheld", "nobody_did", "did_nothing"
BUT_FOR, OF_WHICH = "but_for", "of_which"
AMONG, AMONG_THOSE = "among", "among_those"
BESIDE = (
    *(BEHALF, SEEMING, NOT_YET, BY, SAID_OF, WITHHELD, NOBODY_DID, DID_NOTHING),
    *(BUT_FOR, OF_WHICH, AMONG, AMONG_THOSE),
)


class RoleWords(Frozen):
    """The words that give a part to whom they stand beside.

    after: behind which the one stands who plays it ("owned by X"); before: before which ("X owns").
    between: between the first and the last word of which ("elected X president").
    `(a|b)` is either, `~` stands for a few other words.
    """

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


class DeedRole(Frozen):
    """A part in an event or in the story of a thing that only one can play.

    takes: who may play it. sided: each side has its own, so that it counts only where a country is
    told that it is played for. lasting: no date that is told beside it tells one from another.
    loose: an article may tell it of many things, so that it takes more to know one again.
    reversible: another may play it soon after, as who is given a post.
    """

    id: str = _SLUG
    title: Title
    takes: tuple[Taker, ...] = ("person", "body", "country")
    sided: bool = False
    lasting: bool = False
    loose: bool = False
    reversible: bool = False
    ar: RoleWords
    en: RoleWords


class MatterWords(Frozen):
    """The words that tell a matter the one way and the other, or the event types whose words do."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Matter(Frozen):
    """What is told to be so or not to be so.

    passing: what has not come about may still do, unless it is told never to have.
    stated: a negation does not turn its words round ("he was not hurt" tells of nobody else).
    loose: an article may tell it of many things, so that it takes more to know one again.
    reversible: what was so one week may be otherwise the next, as a verdict before an appeal.
    events: the types of event whose verbs tell it too.
    """

    id: str = _SLUG
    title: Title
    passing: bool = False
    stated: bool = False
    loose: bool = False
    reversible: bool = False
    events: MatterWords = MatterWords()
    ar: MatterWords
    en: MatterWords


class DeedFile(Frozen):
    """A file of `rules/deeds/`; about: what it is for, for those who edit it.

    agents: the part that the doer of an event of each type plays. active: those of them where
    whoever stands beside the event's verb is its doer. umbrellas: the bodies that may act through
    another well-known one.
    """

    about: str
    roles: tuple[DeedRole, ...] = ()
    matters: tuple[Matter, ...] = ()
    kinds: tuple[Kind, ...] = ()
    agents: dict[str, str] = Field(default_factory=dict)
    active: tuple[str, ...] = ()
    umbrellas: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        """Refuse an id that stands twice."""
        names = [*(role.id for role in self.roles), *(matter.id for matter in self.matters)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"stands twice: {', '.join(twice)}")
        return self


@cache
def _files() -> tuple[DeedFile, ...]:
    folder = rules_root() / FOLDER
    paths = sorted(folder.glob("*.yaml"))
    found = tuple(load_model(path, DeedFile) for path in paths)
    _refuse_twice(paths, found)
    return found


def _refuse_twice(paths: Sequence[Path], files: Sequence[DeedFile]) -> None:
    """Refuse an id that two files have: the words of one would be lost."""
    seen: dict[str, Path] = {}
    for path, one in zip(paths, files, strict=True):
        for name in (*(role.id for role in one.roles), *(matter.id for matter in one.matters)):
            if name in seen:
                raise RuleError([f"{shown(path)}: {name!r} stands in {shown(seen[name])} too"])
            seen[name] = path


@cache
def deed_roles() -> dict[str, DeedRole]:
    """Return all parts by id, in the order of the files."""
    return {role.id: role for one in _files() for role in one.roles}


@cache
def matters() -> dict[str, Matter]:
    """Return all matters by id, in the order of the files."""
    return {matter.id: matter for one in _files() for matter in one.matters}


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by id, in the order of the files."""
    return {kind.id: kind for one in _files() for kind in one.kinds}


@cache
def agents() -> dict[str, str]:
    """Return the part that the doer of an event of each type plays."""
    return {event: part for one in _files() for event, part in one.agents.items()}


@cache
def active() -> frozenset[str]:
    """Return the types of event of which whoever stands beside the verb is the doer."""
    return frozenset(event for one in _files() for event in one.active)


@cache
def umbrellas() -> frozenset[str]:
    """Return the well-known bodies that may act through another."""
    return frozenset(body for one in _files() for body in one.umbrellas)


def is_lasting(part: str) -> bool:
    """Return whether a part is played at no one time."""
    role = deed_roles().get(part)
    return part.startswith(OF_NATION) or (role is not None and role.lasting)


def is_loose(part: str) -> bool:
    """Return whether an article may tell a part or a matter of many things."""
    known = deed_roles().get(part) or matters().get(part)
    return part.startswith(OF_NATION) or (known is not None and known.loose)


def has_capitals(language: str) -> bool:
    """Return whether names open with a capital."""
    return bool(word_lists(language, "deeds")["capitals"])


def adjectives_lead(language: str) -> bool:
    """Return whether an adjective stands before its noun."""
    return bool(word_lists(language, "deeds")["adjectives_lead"])


def subjects_follow(language: str) -> bool:
    """Return whether a subject may stand behind its verb."""
    return bool(word_lists(language, "deeds")["subjects_follow"])


def is_reversible(part: str) -> bool:
    """Return whether what was so one week may be otherwise the next."""
    known = matters().get(part) or deed_roles().get(part)
    return known is not None and known.reversible


def deed_title(name: str) -> Title | None:
    """Return what a part or a matter is called, None for neither."""
    if name.startswith(OF_EVENT):
        return events()[name.removeprefix(OF_EVENT)].title
    if name.startswith(OF_NATION):
        return kinds()[name.removeprefix(OF_NATION)].bears
    known = deed_roles().get(name) or matters().get(name)
    return known.title if known else None


class Told(NamedTuple):
    """What a phrase tells.

    side: where the one stands who plays a part, `next` for right behind, `beyond` for behind the
        object of a verb; which way a matter is told; `beside` for words that change how those
        beside them are to be read.
    name: the part, the matter or the kind of word.
    """

    side: Side
    name: str


def phrases(language: str) -> Iterator[tuple[str, Told]]:
    """Yield the phrases of the parts and matters of a language, and of the words beside them."""
    for role in deed_roles().values():
        yield from _phrases(getattr(role, language), _SIDES, role.id)
    for matter in matters().values():
        yield from _phrases(getattr(matter, language), ("yes", "no"), matter.id)
    for name in BESIDE:
        listed = word_lists(language, "deeds")[name]
        yield from ((phrase, Told("beside", name)) for phrase in listed)


@cache
def told_by_events() -> dict[str, Told]:
    """Return the matter that an event of each type tells, and which way."""
    told: dict[str, Told] = {}
    for matter in matters().values():
        told |= {event: Told("yes", matter.id) for event in matter.events.yes}
        told |= {event: Told("no", matter.id) for event in matter.events.no}
    return told


def _phrases(words: Frozen, sides: Iterable[Side], name: str) -> Iterator[tuple[str, Told]]:
    for side in sides:
        for pattern in getattr(words, side):
            yield pattern, Told(side, name)
