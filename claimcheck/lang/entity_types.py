"""The types of facilities, places and offices, as `rules/entities.yaml` tells them."""

from functools import cache
from typing import Literal

from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root

_ROOM = "room"


class Facility(Frozen):
    """A type of facility: what it serves, which types may name the same site, what it may hold."""

    family: str
    kin: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


class PlaceType(Frozen):
    """A type of place that a common noun tells: the gazetteer kinds that it fits."""

    fits: tuple[str, ...]


class EntityTypes(Frozen):
    """All types."""

    facilities: dict[str, Facility]
    refined: dict[str, str]
    places: dict[str, PlaceType]
    offices: dict[Literal["state", "body", "rank"], tuple[str, ...]]
    state_bodies: tuple[str, ...]

    def fits(self, head: str) -> tuple[str, ...]:
        """Return the gazetteer kinds that a place head fits."""
        return self.places[head].fits if head in self.places else ()

    def is_room(self, head: str) -> bool:
        """Return whether a type of facility is a part of any building, told without a name."""
        return head in self.facilities and self.facilities[head].family == _ROOM

    def facility(self, head: str, subtypes: tuple[str, ...]) -> str:
        """Return the type that a facility's common noun and its adjectives make together."""
        found = head
        for subtype in subtypes:
            known = found.partition(".")[2].split(".")
            joined = found if subtype in known else f"{found}.{subtype}"
            found = self.refined.get(joined, joined)
        return found

    def reach(self, office: str) -> str:
        """Return what an office speaks for: `state`, `body`, or `rank` for a personal title."""
        return next((name for name, listed in self.offices.items() if office in listed), "body")


@cache
def entity_types() -> EntityTypes:
    """Return the types of entities."""
    return load_model(rules_root() / "entities.yaml", EntityTypes)
