"""Places under their common nouns, and parts of places."""

from collections.abc import Iterator, Mapping

from claimcheck.annotate.entities.gazetteer import ancestors, kind_of
from claimcheck.annotate.entities.name_run import (
    capital_start,
    expected_name,
    place_stop,
)
from claimcheck.annotate.entities.scene import Quoted, Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import Hit
from claimcheck.lang.entity_types import entity_types

_AREAS = frozenset(
    {"country", "territory", "continent", "world_region", "admin1", "island", "peninsula", "sea"}
)
_COMMAS = (",", "،", "(")

Spots = Mapping[int, Spot]


def headed(scene: Scene, known: Spots) -> Iterator[Spot]:
    """Yield the places that a common noun stands before or, in English, after."""
    for first in scene.firsts("place-head"):
        named = _named_before(scene, first)
        for hit in scene.hits(first):
            if hit.kind == "place-head" and not _is_named(hit, known, scene):
                after = None if named else _after_head(scene, hit, known)
                spot = after or _before_head(scene, hit, known)
                if spot:
                    yield spot
                    break


def _named_before(scene: Scene, at: int) -> bool:
    """Return whether an English head stands behind its name (`the Eastgate district of Leeds`)."""
    if not scene.cased or scene.capital(at) or not scene.said(at + 1, "of"):
        return False
    before = scene.hit_ending(at, "nationality", "direction", "office", "adjective")
    return before is None and capital_start(scene, at, 1) < at


def _is_named(head: Hit, known: Spots, scene: Scene) -> bool:
    """Return whether a head is a word of a name (`Cape Verde`, «قرية تل نوار»), or in a date.

    Or of a nationality (`Cape Verdean`).
    """
    spot = known.get(head.first)
    nation = scene.hit(head.first, "nationality")
    inside = scene.said(head.first, "opener") and any(
        hit.kind == "place-head" and hit.stop == head.first for hit in scene.hits(head.first - 1)
    )
    longer = any(one is not None and one.stop > head.stop for one in (spot, nation))
    return head.first in scene.blocked or inside or longer


def _after_head(scene: Scene, head: Hit, known: Spots) -> Spot | None:
    """Return the place whose name follows its head."""
    at = head.stop
    if not scene.beside(at):
        return None
    spot = known.get(at)
    if spot and not spot.clitics and not _foreign(scene, head):
        if _fits(head, spot) and not head.definite:
            return _widened(spot, head)
        if head.definite and scene.hit(head.first, "capital"):
            return _widened(spot, head)
    quoted = scene.quoted(at)
    if quoted and not head.definite:
        return _unknown(scene, head, quoted, known)
    if head.definite or not _names(scene, head) or (spot and spot.clitics):
        return None
    stop = max(place_stop(scene, at), spot.stop if spot else 0)
    if stop == at and expected_name(scene, head, at):
        stop = at + 1
    return _unknown(scene, head, Quoted(at, stop, stop), known) if stop > at else None


def _foreign(scene: Scene, head: Hit) -> bool:
    """Return whether a head that needs `of` or a place before its name has none (`city Paris`)."""
    return scene.cased and not _names(scene, head)


def _names(scene: Scene, head: Hit) -> bool:
    """Return whether an unknown word after a head is taken for its name."""
    if not scene.hit(head.first, "naming"):
        return False
    if not scene.cased:
        return True
    if head.key.endswith(" of"):
        return True
    return scene.capital(head.first) and scene.hit(head.first, "before") is not None


def _fits(head: Hit, spot: Spot) -> bool:
    fits = entity_types().fits(head.id)
    return spot.type in fits or ("city" in fits and spot.type in ("capital", "city"))


def _widened(spot: Spot, head: Hit) -> Spot:
    """Return a known place with its head in its span."""
    return spot._replace(first=head.first, start=head.start, clitics=head.clitics)


def _before_head(scene: Scene, head: Hit, known: Spots) -> Spot | None:
    """Return the place whose capitalised name stands before its head (`Sacol Island`)."""
    if not scene.cased or head.key.endswith(" of") or head.stop > head.first + 1:
        return None
    start = capital_start(scene, head.first, 3)
    if any(known[at].stop >= head.stop for at in range(start, head.first) if at in known):
        return None
    while start < head.first and (scene.hit(start, "nationality", "direction", "office")):
        start += 1
    if start == head.first or scene.hit_ending(head.first, "nationality"):
        return None
    spot = next((known[at] for at in range(start, head.first) if at in known), None)
    if spot and spot.stop == head.first and spot.first == start and _fits(head, spot):
        return spot._replace(stop=head.stop, end=head.end)
    if not scene.capital(head.first) and not scene.hit(head.first, "naming"):
        return None
    found = _unknown(scene, head, Quoted(start, head.first, head.stop), known)
    return found._replace(first=start, start=scene.pieces[start].start, clitics="")


def _unknown(scene: Scene, head: Hit, words: Quoted, known: Spots) -> Spot:
    """Return a place that no gazetteer knows, within the place named right after it."""
    first, stop, after = words
    name = (scene.pieces[first].start, scene.pieces[stop - 1].end)
    outer = beside_place(scene, after, known)
    return Spot(
        head.first, after, head.start, max(scene.pieces[after - 1].end, head.end), name,
        f"place:{head.id}:{scene.folded(first, stop)}", head.id,
        outer.chain() if outer else _told_country(scene, after), (), head.clitics,
    )  # fmt: skip


def _told_country(scene: Scene, at: int) -> tuple[str, ...]:
    """Return the country of the nationality right after a name (`the town of X, Nigerien`)."""
    hit = scene.hit(at, "nationality", clitics=False)
    return (hit.id, *ancestors(hit.id)) if hit and hit.definite else ()


def beside_place(scene: Scene, at: int, known: Spots) -> Spot | None:
    """Return the place said to contain what ends before an atom: `, Y`, `in Y`, `بـY`."""
    if scene.cased and (scene.text(at) in _COMMAS or scene.said(at, "of")):
        return known.get(at + 1)
    inside = scene.said(at, "in")
    first = at + inside
    first += inside and scene.said(first, "article")
    spot = known.get(first)
    if spot is None and (hit := scene.hit(first, "place-head", "direction")):
        return known.get(hit.stop) if inside or "ب" in hit.clitics else None
    return spot if spot and (inside or "ب" in spot.clitics) else None


def parts(scene: Scene, known: Spots, home: str) -> Iterator[Spot]:
    """Yield the parts of places that a direction names (`eastern Russia`).

    home: the country that the article is about, for `the south of the country`.
    """
    done = 0
    inner = {at for spot in known.values() for at in range(spot.first + 1, spot.stop)}
    for first in scene.firsts("direction", "side"):
        for hit in scene.hits(first) if first >= done and first not in inner else ():
            spot = None
            if hit.kind == "direction" and first not in known:
                spot = _directed(scene, hit, known, home)
            elif hit.kind == "side":
                spot = _sided(scene, hit)
            if spot:
                done = spot.stop
                yield spot
                break


def _directed(scene: Scene, hit: Hit, known: Spots, home: str) -> Spot | None:
    at = hit.stop
    while scene.said(at, "of"):
        at += 1
    if scene.hit(at, "homeland") and home:
        stop = scene.hits(at)[0].stop
        return _part(hit, hit.start, (stop, scene.pieces[stop - 1].end), home)
    spot = known.get(at)
    if spot is None or spot.clitics or not scene.beside(at):
        return None
    return _part(hit, hit.start, (spot.stop, spot.end), spot.id, spot)


def _part(hit: Hit, start: int, end: tuple[int, int], whole: str, spot: Spot | None = None) -> Spot:
    """Return a part of a place; beside a town it lies only in what contains the town."""
    kind = spot.type if spot else kind_of(whole)
    named = f"{whole}.{hit.id}"
    identity = named if kind_of(named) else f"region:{hit.id}:{whole}"
    outer = spot.within if spot else ancestors(whole)
    within = (whole, *outer) if kind in _AREAS else outer
    return Spot(
        hit.first, end[0], start, end[1], None, identity, "region", within, (), hit.clitics
    )  # fmt: skip


def _sided(scene: Scene, hit: Hit) -> Spot | None:
    """Return the part of a country that its nationality tells (`the Russian Far East`)."""
    after = scene.hit(hit.stop, "nationality", clitics=False)
    if after and after.definite and hit.definite:
        return _part(hit, hit.start, (after.stop, after.end), after.id)
    if not scene.cased or not scene.capital(hit.first):
        return None
    owner = scene.hit_ending(hit.first, "nationality", "place")
    if owner is None or not scene.beside(hit.first):
        return None
    return _part(hit._replace(first=owner.first), owner.start, (hit.stop, hit.end), owner.id)
