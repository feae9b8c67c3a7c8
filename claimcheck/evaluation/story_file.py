"""`story.yaml` as it is written."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from claimcheck.model.base import Frozen
from claimcheck.model.finding import Kind


def _listed(tree: object) -> object:
    """Return a list for a key that is there with nothing after it."""
    return tree or ()


class Mention(Frozen):
    """A place where a source says so; nth: which of several equal quotes, from 1."""

    file: str
    quote: str = Field(min_length=1)
    nth: int = Field(default=1, ge=1)


class Side(Frozen):
    """A value and where it stands; value: for people."""

    value: str = ""
    mentions: tuple[Mention, ...] = Field(min_length=1)


class Disputed(Frozen):
    """A conflict or a tension."""

    id: str
    kind: Kind
    also: tuple[Kind, ...] = ()
    about: str = ""
    sides: tuple[Side, ...] = Field(min_length=1)


class Agreement(Frozen):
    """A fact that sources state alike."""

    id: str
    kind: Kind
    about: str = ""
    mentions: tuple[Mention, ...]


class Trap(Frozen):
    """What looks like a conflict and is none."""

    id: str
    why: str = ""
    mentions: tuple[Mention, ...]


class StoryFile(Frozen):
    """A story as its file has it."""

    id: str
    related: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    languages: tuple[Literal["ar", "en"], ...] = Field(min_length=1)
    domain: str = ""
    conflicts: Annotated[tuple[Disputed, ...], BeforeValidator(_listed)] = ()
    tensions: Annotated[tuple[Disputed, ...], BeforeValidator(_listed)] = ()
    agreements: Annotated[tuple[Agreement, ...], BeforeValidator(_listed)] = ()
    traps: Annotated[tuple[Trap, ...], BeforeValidator(_listed)] = ()
