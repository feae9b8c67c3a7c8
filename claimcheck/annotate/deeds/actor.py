"""Who plays a part that only one can play -> Actor."""

from collections.abc import Iterator

from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.annotate.deeds.takers import Found, Takers
from claimcheck.annotate.deeds.things import Things
from claimcheck.lang.deeds import BEHALF, Side, deed_roles
from claimcheck.model.mention import Actor, Entity

# One who stands among or before some words goes before one behind them.
_ORDER: tuple[Side, ...] = ("between", "before", "after")


def actors(passage: Passage) -> Iterator[Actor]:
    """Yield each one whom the words beside it give a part of `rules/deeds/`.

    Nobody who is named with others or who stands in for somebody is one.
    """
    spots = [spot for spot in passage.spots if spot.told.side in _ORDER]
    if not spots:
        return
    entities = [one for one in passage.mentions if isinstance(one, Entity)]
    takers = Takers(passage, entities)
    found: dict[tuple[int, str], Found] = {}
    standing_in = {passage.number(spot.start) for spot in passage.beside(BEHALF)}
    for spot in sorted(spots, key=_nearest_first):
        number = passage.number(spot.start)
        one = None if number in standing_in else _told(takers, spot)
        if one and passage.number(one.actor.span.start) == number:
            found.setdefault((spot.first, spot.told.name), one)
    things = Things(passage, entities)
    seen: set[tuple[str, int]] = set()
    for one in found.values():
        key = (one.actor.role, one.actor.span.start)
        if key not in seen and not takers.is_joint(one):
            seen.add(key)
            yield things.beside(one.actor)


def _nearest_first(spot: Spot) -> int:
    return _ORDER.index(spot.told.side)


def _told(takers: Takers, spot: Spot) -> Found | None:
    """Return who plays the part that some words give, if anybody is told to."""
    role = deed_roles()[spot.told.name]
    look = {"after": takers.after, "before": takers.before, "between": takers.between}
    found = look[spot.told.side](spot, role.id, role.takes)
    return found if found and (found.actor.of or not role.sided) else None
