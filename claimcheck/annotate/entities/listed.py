"""Places that no gazetteer knows, named in a list after one that a preposition opens."""

from collections.abc import Iterator

from claimcheck.annotate.entities.echo import unknown_name
from claimcheck.annotate.entities.places import Spots
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot

_COMMA = ","


def listed(scene: Scene, known: Spots) -> Iterator[Spot]:
    """Yield the unknown places of lists (`in Leeds, Eastgate and Corvane.`) that end a phrase."""
    if not scene.cased:
        return
    for spot in list(known.values()):
        before = scene.hit(spot.first - 1, "near", clitics=False)
        if before and before.stop == spot.first:
            yield from _rest(scene, spot.stop, known)


def _rest(scene: Scene, at: int, known: Spots) -> list[Spot]:
    """Return the unknown places of a list that goes on at an atom and is closed by `and`."""
    found: list[Spot] = []
    closed = False
    while not closed and (first := _next(scene, at)) > at:
        closed = scene.said(first - 1, "and")
        stop = _known_stop(scene, first, known)
        if stop == first:
            stop = unknown_name(scene, first)
            if stop == first:
                return []
            found.append(_named(scene, first, stop))
        at = stop
    return found if closed and not scene.is_word(at) else []


def _known_stop(scene: Scene, first: int, known: Spots) -> int:
    """Return the index after a name of the gazetteer, an ordinary word or not, or `first`."""
    spot = known.get(first) or (scene.hit(first, "place") if scene.capital(first) else None)
    return spot.stop if spot else first


def _next(scene: Scene, at: int) -> int:
    """Return where the next name of a list starts, after a comma or `and`, or `at`."""
    first = at + (scene.text(at) == _COMMA)
    return first + scene.said(first, "and")


def _named(scene: Scene, first: int, stop: int) -> Spot:
    name = (scene.pieces[first].start, scene.pieces[stop - 1].end)
    return Spot(first, stop, *name, name, f"place::{scene.folded(first, stop)}", "", ())
