"""Kinds of people, bodies, causes and goods that are told instead of a name."""

from typing import Literal

from pydantic import Field

from claimcheck.lang.lexicon import Title
from claimcheck.model.base import Frozen

Family = Literal[
    "person",
    "body",
    "vessel",
    "cause",
    "death",
    "goods",
    "purpose",
    "study",
    "weapon",
    "animal",
    "material",
    "illness",
    "instrument",
    "tongue",
    "kin",
    "colour",
    "side",
    "relic",
    "money",
]
_SLUG = Field(pattern=r"^[a-z][a-z0-9-]*$")
# Before the id of the kind of whom a country is told.
OF_NATION = "nation:"


class Kind(Frozen):
    """A kind that excludes the others of its family.

    like: ids of kinds that may be one and the same with it.
    bears: what the country of such a one is called, where it has but one; nothing elsewhere.
    bears_as: the id of the kind that it is one with, as to its country; itself if empty.
    bears_part: the part of `rules/deeds/` that its country plays, where it is one that others play
        too, as the lender of a loan.
    """

    id: str = _SLUG
    family: Family
    like: tuple[str, ...] = ()
    bears: Title | None = None
    bears_as: str = ""
    bears_part: str = ""
    ar: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def who(self) -> str:
        """Return the identity of one that is told by the kind alone."""
        return kind_identity(self.id)

    @property
    def nation_part(self) -> str:
        """Return the part that a country told of one such plays."""
        return self.bears_part or f"{OF_NATION}{self.bears_as or self.id}"


def kind_identity(name: str) -> str:
    """Return the identity of one that is told by a kind alone."""
    return f"kind:{name}"
