"""Who plays a part that only one can play -> Actor."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.annotate.deeds.agents import agent_spots
from claimcheck.annotate.deeds.kinds import Kinds
from claimcheck.annotate.deeds.nations import nations
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.annotate.deeds.takers import Found, Takers
from claimcheck.annotate.deeds.things import Things
from claimcheck.lang.deeds import BEHALF, NAMED, DeedRole, Side, deed_roles
from claimcheck.model.mention import Actor, Entity
from claimcheck.model.text import TextSpan

# One who stands among or before some words goes before one behind them.
_ORDER: tuple[Side, ...] = ("between", "before", "next", "after", "beyond")


def actors(passage: Passage, kinds: Kinds) -> Iterator[Actor]:
    """Yield each one whom the words beside it give a part of `rules/deeds/`.

    Nobody who is named with others or who stands in for somebody is one.
    """
    entities = [one for one in passage.mentions if isinstance(one, Entity)]
    yield from _named(entities)
    things = Things(passage, entities)
    yield from map(things.beside, nations(passage, entities, kinds))
    spots = [spot for spot in passage.spots if spot.told.side in _ORDER]
    spots += agent_spots(passage)
    if not spots:
        return
    takers = Takers(passage, entities, kinds)
    found: dict[tuple[int, str], tuple[Spot, Found]] = {}
    standing_in = {passage.number(spot.start) for spot in passage.beside(BEHALF)}
    for spot in sorted(spots, key=_nearest_first):
        number = passage.number(spot.start)
        one = None if number in standing_in else _told(takers, spot)
        if one and passage.number(one.actor.span.start) == number:
            found.setdefault((spot.first, spot.told.name), (spot, one))
    taken: dict[TextSpan, list[Spot]] = {}
    for spot, one in sorted(found.values(), key=_most_telling_first):
        told = taken.setdefault(one.actor.span, [])
        if not takers.is_joint(one) and not any(_same_words(spot, other) for other in told):
            told.append(spot)
            yield things.beside(one.actor)


def _named(entities: Sequence[Entity]) -> Iterator[Actor]:
    """Yield everybody named in full."""
    for one in entities:
        if one.kind == "person" and one.name and " " in one.id:
            yield Actor(
                span=one.name,
                role=NAMED,
                who=one.id,
                sort="person",
                office=one.type,
                known_as=one.alternatives,
            )


def _nearest_first(spot: Spot) -> int:
    return _ORDER.index(spot.told.side)


def _most_telling_first(told: tuple[Spot, Found]) -> tuple[bool, int]:
    """Return a key by which the part for a side goes first, then that of the longest words."""
    spot, _ = told
    return not deed_roles()[spot.told.name].sided, spot.first - spot.stop


def _same_words(one: Spot, other: Spot) -> bool:
    """Return whether two phrases share a word, or tell the same."""
    shared = one.first < other.stop and other.first < one.stop
    return shared or one.told.name == other.told.name


def _told(takers: Takers, spot: Spot) -> Found | None:
    """Return who plays the part that some words give, if anybody is told to."""
    role = deed_roles()[spot.told.name]
    look = {
        "after": takers.after,
        "next": takers.next,
        "before": takers.before,
        "between": takers.between,
        "beyond": takers.beyond,
    }
    found = look[spot.told.side](spot, role.id, role.takes)
    if found is None and spot.told.side == "after" and takers.subjects_follow:
        found = takers.beyond(spot, role.id, role.takes)
    if found is None or role.sided:
        return found if found and found.actor.of else None
    return found._replace(actor=_by_part(found.actor, role))


def _by_part(actor: Actor, role: DeedRole) -> Actor:
    """Return somebody who plays a part for no country; where only people do, he is a person."""
    if actor.sort == "name" and role.takes == ("person",):
        who = f"person:{actor.who.removeprefix('name:')}"
        return replace(actor, of="", sort="person", who=who)
    return replace(actor, of="")
