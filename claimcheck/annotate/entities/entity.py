"""Places, facilities, people, organisations and nationalities -> Entity."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.doc import add_mentions, notes_of
from claimcheck.annotate.entities.aliases import aliased
from claimcheck.annotate.entities.capital import seats_of
from claimcheck.annotate.entities.echo import again, near
from claimcheck.annotate.entities.facility import facilities
from claimcheck.annotate.entities.gazetteer import kind_of, seats
from claimcheck.annotate.entities.listed import listed
from claimcheck.annotate.entities.organisation import acronyms, known_bodies, ministries, patterned
from claimcheck.annotate.entities.people import People, person_entities, role_entities
from claimcheck.annotate.entities.person import Person, titled, untitled
from claimcheck.annotate.entities.places import headed, parts
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot, home_of, names, spots
from claimcheck.annotate.entities.tagged import tagged_bodies, tagged_people, tagged_places
from claimcheck.annotate.entities.terms import Hit
from claimcheck.annotate.entities.title import Title, titles
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

_NAMES = ("place", "organisation")


class EntityPipe:
    """Adds an Entity for each place, facility, person, organisation, nationality and role.

    A known name means the bearer that the article's other places support; an unknown one needs a
    common noun or a title beside it. Entities may nest; inside a date or a quantity is none.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its entities added to the mentions."""
        scene = Scene(doc, self._language)
        found = aliased(
            scene.pieces, scene.blocked, entities(scene), notes_of(doc).known, self._language
        )
        return add_mentions(doc, distinct(scene.free(found)))


def entities(scene: Scene) -> Iterator[Entity]:
    """Yield all entities of an article, those that a longer one replaces left out."""
    chosen = names(scene)
    known = _places(scene, chosen)
    named_places = {at for hit in chosen.values() for at in range(hit.first, hit.stop)}
    sites = list(facilities(scene, known, {at for at, hit in chosen.items() if hit.kind in _NAMES}))
    bodies = [*ministries(scene, known), *known_bodies(chosen)]
    taken = scene.atoms_of(one.span for one in (*sites, *bodies))
    bodies += patterned(scene, known, taken)
    bodies += tagged_bodies(scene, scene.atoms_of(one.span for one in (*sites, *bodies)), chosen)
    named_after = scene.atoms_of(one.name for one in (*sites, *bodies) if one.name)
    offices = [title for title in titles(scene, known) if title.first not in named_after]
    persons = _persons(scene, offices, chosen, named_after)
    people = People(scene, persons)
    named = list(person_entities(scene, persons, people))
    taken |= scene.atoms_of(one.span for one in named)
    bodies += acronyms(scene, taken | named_places)
    named += people.again(taken, persons)
    found = list(_place_entities(known, {one.id for one in sites}))
    taken |= named_places | scene.atoms_of(one.span for one in (*found, *named))
    echoes = list(again(scene, (*found, *bodies), taken))
    inside_people = scene.atoms_of(one.span for one in named)
    inside = inside_people | scene.atoms_of(one.span for one in bodies)
    yield from (one for one in found if not scene.covers(inside, one.span))
    yield from echoes
    yield from (one for one in _nations(chosen) if not scene.covers(inside_people, one.span))
    yield from (*sites, *bodies, *named, *role_entities(offices, persons, people))


def _places(scene: Scene, chosen: dict[int, Hit]) -> dict[int, Spot]:
    """Return the places of an article by their first atom; a larger one replaces its parts."""
    known = {spot.first: spot for spot in spots(scene, chosen)}
    home = home_of(chosen)
    known |= {spot.first: spot for spot in sorted(headed(scene, known), key=_length)}
    known |= {spot.first: spot for spot in sorted(seats_of(scene, known, home), key=_length)}
    for found in (near, listed):
        for spot in list(found(scene, known)):
            known.setdefault(spot.first, spot)
    covered = {at for spot in known.values() for at in range(spot.first, spot.stop)}
    for spot in tagged_places(scene, chosen):
        if covered.isdisjoint(range(spot.first, spot.stop)):
            known[spot.first] = spot
    known |= {spot.first: spot for spot in sorted(parts(scene, known, home), key=_length)}
    return known


def _length(spot: Spot) -> int:
    return spot.stop - spot.first


def _persons(
    scene: Scene, offices: list[Title], chosen: dict[int, Hit], named_after: set[int]
) -> list[Person]:
    """Return the people whom a title or a given name tells, by position."""
    found = list(titled(scene, offices))
    taken = named_after | {at for person in found for at in range(person.first, person.stop)}
    taken |= {at for hit in chosen.values() for at in range(hit.first + 1, hit.stop)}
    found += untitled(scene, taken, chosen)
    found += tagged_people(scene, taken, chosen)
    return sorted(found, key=lambda person: person.first)


def _place_entities(known: dict[int, Spot], sites: set[str]) -> Iterator[Entity]:
    """Yield the places that are no facilities and stand under no common noun of their own."""
    wider = {(spot.name, spot.id) for spot in known.values() if spot.name != (spot.start, spot.end)}
    for spot in known.values():
        bare = spot.name == (spot.start, spot.end)
        if (bare and (spot.name, spot.id) in wider) or spot.id in sites:
            continue
        yield Entity(
            span=TextSpan(start=spot.start, end=spot.end),
            id=spot.id,
            kind="place",
            type=spot.type,
            within=spot.within,
            name=TextSpan(start=spot.name[0], end=spot.name[1]) if spot.name else None,
            governs=seats().get(spot.id, ""),
            alternatives=spot.alternatives,
        )


def _nations(chosen: dict[int, Hit]) -> Iterator[Entity]:
    for hit in chosen.values():
        if hit.kind == "nationality":
            yield Entity(
                span=TextSpan(start=hit.start, end=hit.end),
                id=hit.id,
                kind="nationality",
                type=kind_of(hit.id),
                alternatives=hit.term.ids[1:],
            )


def distinct(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the first entity of each kind at each span."""
    seen: set[tuple[int, int, str]] = set()
    for one in entities:
        key = (one.span.start, one.span.end, one.kind)
        if key not in seen:
            seen.add(key)
            yield one


@Language.factory("claimcheck_entity")
def make_entity(nlp: Language, name: str) -> EntityPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return EntityPipe(str(nlp.lang))
