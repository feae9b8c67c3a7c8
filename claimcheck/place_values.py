"""Whether two places can be one."""

from rapidfuzz import fuzz

from claimcheck.lang.consonants import consonants
from claimcheck.lang.entity_types import entity_types
from claimcheck.lang.sounds import written_alike
from claimcheck.model.mention import Entity
from claimcheck.model.relation import Relation

# How alike, of 100, two spellings of one proper name are at least.
_SAME_NAME = 80
# How many consonants of a name tell it in another script at least.
_FEWEST_SOUNDS = 3
# What is left of an ending that is silent in the other script.
_SILENT = "h"
_DIRECTION = "region:"
_UNKNOWN = ("place:", "facility:")
_BORDERLESS = ("continent", "world_region", "region")
# What stretches over land or water, so that a town may lie in it or beside it, told or not.
_STRETCHES = (
    "sea", "ocean", "gulf", "strait", "river", "lake", "coast", "mountain", "valley", "desert",
    "forest", "plain", "volcano", "cape", "delta", "peninsula", "marsh", "plateau", "oasis",
)  # fmt: skip
# Areas of which, unless a gazetteer knows them, nobody can tell which towns they hold.
_AREAS = ("region", "admin1", "district", "island", "islands", "neighbourhood")


def compare_places(left: Entity, right: Entity) -> Relation:
    """Return whether the two can be one place: the same, one within the other, or too vague."""
    if left.id == right.id:
        return _compare_namesakes(left, right)
    if left.id in right.within or right.id in left.within:
        return "compatible"
    facilities = [place for place in (left, right) if place.kind == "facility"]
    if len(facilities) == 2:
        return _compare_facilities(left, right)
    if _is_vague(left) or _is_vague(right):
        return "incomparable"
    if _same_name(left, right):
        return "compatible"
    return _facility_and_place(left, right) if facilities else _compare_named(left, right)


def _compare_namesakes(left: Entity, right: Entity) -> Relation:
    """Two places of one name are one, but for facilities told to stand in different towns."""
    apart = left.id.startswith(_UNKNOWN[1]) and _told_apart(left, right)
    return "different" if apart else "equal"


def _compare_named(left: Entity, right: Entity) -> Relation:
    """Two places of which neither holds the other differ, unless a name may mean both."""
    if set(left.alternatives) & {right.id, *right.alternatives} or left.id in right.alternatives:
        return "compatible"
    stretching = (left.type in _STRETCHES) + (right.type in _STRETCHES)
    if stretching == 1:
        return "incomparable"
    unplaced = _is_unplaced_area(left) or _is_unplaced_area(right)
    return "incomparable" if unplaced and left.type != right.type else "different"


def _is_unplaced_area(place: Entity) -> bool:
    return place.type in _AREAS and place.id.startswith(_UNKNOWN) and not place.within


def _is_vague(place: Entity) -> bool:
    """Return whether a place has no borders: the east of a country, a part of the world."""
    return place.id.startswith(_DIRECTION) or place.type in _BORDERLESS


def _compare_facilities(left: Entity, right: Entity) -> Relation:
    """Two facilities are different if their names are, or their types, or their regions."""
    if _told_apart(left, right):
        return "different"
    meeting = _types_meet(left.type, right.type)
    if meeting and left.within[:1] == right.within[:1] and (_of_town(left) or _of_town(right)):
        return "compatible"
    if left.name and right.name:
        return "equal" if _alike(left.id, right.id) or _same_name(left, right) else "different"
    if meeting:
        return "compatible"
    return "incomparable" if _akin(left.type, right.type) else "different"


def _of_town(place: Entity) -> bool:
    """Return whether a facility has no name but its town's, so that it may be any there."""
    if not place.name or not place.within:
        return False
    sounds = _sounds(_name(place.id))
    return bool(sounds) and sounds == _sounds(_name(place.within[0]))


def _sounds(name: str) -> str:
    """Return the consonants of a name but the ending that only one script writes."""
    return consonants(name.replace(" ", "")).rstrip(_SILENT)


def _types_meet(left: str, right: str) -> bool:
    """Return whether one type is the other or a kind of it (`base`, `base.space`)."""
    return left == right or left.startswith(right + ".") or right.startswith(left + ".")


def _akin(left: str, right: str) -> bool:
    """Return whether one type may be another word for the other, or stand inside it."""
    known = entity_types().facilities
    return any(
        other in {*known[one].kin, *known[one].holds}
        for one, other in ((left, right), (right, left))
        if one in known
    )


def _told_apart(left: Entity, right: Entity) -> bool:
    """Return whether the texts put two facilities in places of which neither holds the other.

    A direction ('the east of the country') is too vague to keep two places apart.
    """
    one = [name for name in left.within if not name.startswith(_DIRECTION)]
    other = [name for name in right.within if not name.startswith(_DIRECTION)]
    return bool(one) and bool(other) and one[0] not in other and other[0] not in one


def _facility_and_place(left: Entity, right: Entity) -> Relation:
    """A facility and a town differ only where the facility is told to lie elsewhere."""
    facility, place = (left, right) if left.kind == "facility" else (right, left)
    if not facility.within or place.type in _STRETCHES or _is_unplaced_area(place):
        return "incomparable"
    if place.id in facility.within or facility.within[0] in place.within:
        return "compatible"
    return "different"


def _alike(left: str, right: str) -> bool:
    """Return whether the names in two facility ids are spellings of one."""
    return fuzz.ratio(_name(left), _name(right)) >= _SAME_NAME


def _same_name(left: Entity, right: Entity) -> bool:
    """Return whether a place that no gazetteer knows has the other's name, in whatever script."""
    if not (left.id.startswith(_UNKNOWN) or right.id.startswith(_UNKNOWN)):
        return False
    one, other = _name(left.id), _name(right.id)
    if not one or not other:
        return False
    if one == other:
        return True
    one, other = one.replace(" ", ""), other.replace(" ", "")
    sounds = consonants(one)
    return len(sounds) >= _FEWEST_SOUNDS and (
        sounds == consonants(other) or written_alike(one, other)
    )


def _name(identity: str) -> str:
    """Return the name in an id: after the type, or after the country."""
    if identity.startswith(_UNKNOWN):
        return identity.rsplit(":", 1)[-1]
    return identity.rpartition(".")[2].replace("-", " ")
