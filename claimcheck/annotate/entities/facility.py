"""Facilities: a common noun with its adjectives, its name and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.annotate.entities.facility_name import name_after, name_before
from claimcheck.annotate.entities.gazetteer import ancestors, kind_of, seats
from claimcheck.annotate.entities.places import Spots, beside_place
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import Hit, facility_type, is_site, sites_named
from claimcheck.lang.entity_types import entity_types
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan
from claimcheck.place_names import name_in

_LONGEST_PLACE = 5
_OWNED = ("embassy", "consulate", "mission")
_AGREEING = ("adjective", "nationality")
_MODIFIERS = ("subtype", "adjective", "nationality")


@dataclass(slots=True)
class Draft:
    """A facility as far as it has been read.

    first, stop: atoms, half-open. start: code point. name: the atoms of its proper name.
    head: its common noun. site: the place of the gazetteer that it is. place: where it stands.
    """

    type: str
    first: int
    stop: int
    start: int
    head: Hit | None = None
    name: tuple[int, int] | None = None
    subtypes: list[str] = field(default_factory=list)
    plain: list[tuple[int, int]] = field(default_factory=list)
    owner: str = ""
    place: Spot | None = None
    site: Spot | None = None

    @property
    def definite(self) -> bool:
        """Return whether it has the article or a name."""
        return self.name is not None or (self.head is not None and self.head.definite)


def facilities(scene: Scene, known: Spots, named: set[int]) -> Iterator[Entity]:
    """Yield the facilities of an article that have a name, a subtype or a place.

    named: atoms of the gazetteer's names, no head of a facility (`Dire Dawa`, `Port Sudan`).
    """
    done = 0
    for first in sorted({*scene.firsts("facility"), *filter(scene.hits, known)}):
        if first < done or first in scene.blocked:
            continue
        if _is_district(known.get(first)):
            continue
        draft = _site(scene, known.get(first)) or _headed(scene, first, named)
        if draft:
            _read(scene, draft, known)
            entity = _entity(scene, draft)
            if entity:
                done = draft.stop
                yield entity


def _is_district(spot: Spot | None) -> bool:
    """Return whether a known place stands there under its own common noun (`markaz Edfu`)."""
    known = spot is not None and spot.name is not None and ":" not in spot.id
    return (
        known
        and spot is not None
        and spot.name != (spot.start, spot.end)
        and not facility_type(spot.id)
    )


def _site(scene: Scene, spot: Spot | None) -> Draft | None:
    """Return a place of the gazetteer that is a facility by its name (`Osan Air Base`)."""
    if spot is None or ":" in spot.id:
        return None
    head = scene.hit(spot.first, "facility") or scene.hit(spot.stop - 1, "facility")
    inside = head and is_site(spot.id) and head.first >= spot.first and head.stop <= spot.stop
    kind = facility_type(spot.id) or (head.id if head and inside else "")
    if not kind:
        return None
    return Draft(
        kind, spot.first, spot.stop, spot.start,
        name=_proper(spot, head), site=spot,
    )  # fmt: skip


def _proper(spot: Spot, head: Hit | None) -> tuple[int, int]:
    """Return the atoms of a site's name without its common noun."""
    if head and head.first == spot.first and head.stop < spot.stop:
        return head.stop, spot.stop
    if head and head.stop == spot.stop and head.first > spot.first:
        return spot.first, head.first
    return spot.first, spot.stop


def _headed(scene: Scene, first: int, named: set[int]) -> Draft | None:
    """Return the facility whose common noun stands there."""
    head = scene.hit(first, "facility") if first not in named else None
    if head is None or _goes_on(scene, head):
        return None
    return Draft(head.id, first, head.stop, head.start, head)


def _goes_on(scene: Scene, head: Hit) -> bool:
    """Return whether a head is part of the name of the next one (`Palace Museum`)."""
    return (
        scene.cased
        and scene.capital(head.first)
        and scene.beside(head.stop)
        and scene.capital(head.stop)
        and scene.hit(head.stop, "facility") is not None
    )


def _read(scene: Scene, draft: Draft, known: Spots) -> None:
    """Read all that belongs to a facility around its head or name."""
    if draft.head and scene.cased:
        _read_before(scene, draft, known)
    while _read_modifier(scene, draft) or _read_name(scene, draft, known):
        pass
    place = beside_place(scene, draft.stop, known) or _direction(scene, draft, known)
    if place:
        draft.place = place
        draft.stop = place.stop


def _direction(scene: Scene, draft: Draft, known: Spots) -> Spot | None:
    spot = known.get(draft.stop)
    return spot if spot and spot.type == "region" and scene.beside(draft.stop) else None


def _read_before(scene: Scene, draft: Draft, known: Spots) -> None:
    """Read what stands before an English head: subtypes, then the name."""
    at = draft.first
    while at and scene.beside(at) and (hit := scene.hit_ending(at, *_MODIFIERS)):
        if scene.capital(at - 1) and hit.kind == "adjective" and not scene.capital(at):
            break
        _take(draft, hit)
        at = hit.first
    start = name_before(scene, at) if at and scene.beside(at) else at
    start = min(
        (one for one in range(max(at - _LONGEST_PLACE, 0), at) if _holds(known, one, start, at)),
        default=start,
    )
    if start < at:
        draft.name = (start, at)
        _set_place(draft, known.get(start))
    draft.first = min(start, at)
    draft.start = scene.pieces[draft.first].start


def _holds(known: Spots, first: int, at: int, stop: int) -> bool:
    """Return whether a known place stands from one atom up to another and holds a third."""
    return first < at < stop and first in known and known[first].stop == stop


def _read_modifier(scene: Scene, draft: Draft) -> bool:
    """Read one adjective after an Arabic head or name; return whether there was one."""
    if scene.cased or not scene.beside(draft.stop):
        return False
    hit = scene.hit(draft.stop, *_MODIFIERS, clitics=False)
    if hit is None or (not hit.definite and draft.definite):
        return False
    if hit.definite and not draft.definite and hit.kind in _AGREEING and _is_bare(draft):
        return False
    _take(draft, hit)
    draft.stop = hit.stop
    return True


def _is_bare(draft: Draft) -> bool:
    """Return whether a facility is one word so far, which an adjective with the article names."""
    return draft.head is not None and draft.stop == draft.head.first + 1


def _take(draft: Draft, hit: Hit) -> None:
    if hit.kind == "subtype":
        draft.subtypes.append(hit.id)
    elif hit.kind == "nationality":
        draft.owner = hit.id
    elif hit.id == "naming":
        draft.plain.append((hit.first, hit.stop))


def _read_name(scene: Scene, draft: Draft, known: Spots) -> bool:
    """Read the proper name after a head; return whether there was one."""
    if draft.head is None or draft.name or not scene.beside(draft.stop):
        return False
    found = name_after(scene, draft.head, draft.stop, known)
    if found is None:
        return False
    draft.name, draft.stop = (found.first, found.stop), found.after
    spot = found.place or known.get(found.first)
    if spot and draft.type in _OWNED:
        draft.owner = spot.id
    else:
        _set_place(draft, spot)
    return True


def _set_place(draft: Draft, spot: Spot | None) -> None:
    """Take a place in a facility's name for the facility itself, or for where it stands."""
    if spot and facility_type(spot.id):
        draft.site = spot
    elif spot:
        draft.place = spot


def _entity(scene: Scene, draft: Draft) -> Entity | None:
    capital = draft.head is not None and scene.capital(draft.head.first)
    if draft.name is None and draft.plain and (draft.definite or capital):
        draft.name = draft.plain[0]
    owned = draft.type in _OWNED
    owner = draft.owner
    told = draft.name or draft.place or draft.subtypes or (owned and owner)
    if not told and not entity_types().is_room(draft.type):
        return None
    if draft.site and draft.place and not _may_stand_in(draft.site, draft.place):
        draft.site = None
    if draft.name and draft.place and not draft.site:
        draft.site = _listed(scene, draft, draft.name, draft.place)
    where = draft.site or draft.place
    return Entity(
        span=TextSpan(start=draft.start, end=scene.pieces[draft.stop - 1].end),
        id=draft.site.id if draft.site else _identity(scene, draft, owner if owned else ""),
        kind="facility",
        type=_type(draft),
        within=() if not where else where.within if draft.site else where.chain(),
        name=scene.span(*draft.name) if draft.name else None,
        governs=owner if owned else seats().get(draft.site.id, "") if draft.site else "",
    )


def _listed(scene: Scene, draft: Draft, name: tuple[int, int], place: Spot) -> Spot | None:
    """Return the site of the gazetteer that stands in a place under another word for its type."""
    named = scene.folded(*name), _own_name(scene, place), name_in(place.id)
    for identity in sites_named(draft.type, tuple(filter(None, named)), scene.language):
        spot = place._replace(
            id=identity, type=kind_of(identity), within=ancestors(identity), alternatives=()
        )
        if place.id in spot.within:
            return spot
    return None


def _own_name(scene: Scene, place: Spot) -> str:
    """Return the proper name of a place in lookup form, or nothing."""
    if place.name is None:
        return ""
    atoms = sorted(scene.atoms_of((TextSpan(start=place.name[0], end=place.name[1]),)))
    return scene.folded_from(atoms[0], atoms[-1] + 1, place.name[0])


def _may_stand_in(site: Spot, place: Spot) -> bool:
    """Return whether a site of the gazetteer can stand where the text puts it."""
    return not site.within or bool({*site.chain()} & {*place.chain()[:2]})


def _type(draft: Draft) -> str:
    return entity_types().facility(draft.type, tuple(dict.fromkeys(draft.subtypes)))


def _identity(scene: Scene, draft: Draft, owner: str) -> str:
    """Return the id of a facility that no gazetteer has: its type, and its name or owner.

    A place that it is named after is called in it as the gazetteer does, so in all languages.
    """
    return f"facility:{_type(draft)}:{owner or _named(scene, draft)}"


def _named(scene: Scene, draft: Draft) -> str:
    if draft.name is None:
        return ""
    called = scene.folded(*draft.name)
    town = draft.place
    if (
        town is None
        or ":" in town.id
        or called not in (scene.folded(town.first, town.stop), _own_name(scene, town))
    ):
        return called
    return name_in(town.id)
