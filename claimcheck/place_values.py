"""Whether two places can be one."""

from claimcheck.lang.consonants import consonants
from claimcheck.lang.entity_types import entity_types
from claimcheck.lang.sounds import written_alike
from claimcheck.model.mention import Entity
from claimcheck.model.relation import Relation
from claimcheck.place_names import UNKNOWN, compare_names, name_in, sounds_of

# How many consonants of a name tell it in another script at least.
_FEWEST_SOUNDS = 3
_DIRECTION = "region:"
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
    apart = left.id.startswith(UNKNOWN[1]) and _told_apart(left, right)
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
    return place.type in _AREAS and place.id.startswith(UNKNOWN) and not place.within


def _is_vague(place: Entity) -> bool:
    """Return whether a place has no borders: the east of a country, a part of the world."""
    return place.id.startswith(_DIRECTION) or place.type in _BORDERLESS


def _compare_facilities(left: Entity, right: Entity) -> Relation:
    """Two facilities are different if their names are, or their types, or their regions."""
    if _told_apart(left, right):
        return "different"
    rooms = [entity_types().is_room(place.type) for place in (left, right)]
    if rooms[0] != rooms[1]:
        return "incomparable"
    meeting = _types_meet(left.type, right.type)
    akin = meeting or _akin(left.type, right.type)
    towns = _of_town(left) + _of_town(right)
    if akin and towns and left.within[:1] == right.within[:1]:
        return "equal" if meeting and towns == 2 else "compatible"
    if left.name and right.name and not any(rooms):
        named = _compare_called(left, right)
        unlike: Relation = "different" if towns else "incomparable"
        return named if akin or named == "different" else unlike
    if meeting:
        return "compatible"
    return "incomparable" if akin else "different"


def _compare_called(left: Entity, right: Entity) -> Relation:
    """Compare the names of two facilities; a known one may have others in its town."""
    if _same_name(left, right):
        return "equal"
    known = left.id.startswith(UNKNOWN) + right.id.startswith(UNKNOWN) == 1
    named = compare_names(name_in(left.id), name_in(right.id))
    beside = left.within[:1] == right.within[:1] != () and _types_meet(left.type, right.type)
    return "incomparable" if known and beside and named != "equal" else named


def _of_town(place: Entity) -> bool:
    """Return whether a facility has no name but its town's, so that it may be any there."""
    if not place.name or not place.within:
        return False
    sounds = sounds_of(name_in(place.id))
    return bool(sounds) and sounds == sounds_of(name_in(place.within[0]))


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


def _same_name(left: Entity, right: Entity) -> bool:
    """Return whether a place that no gazetteer knows has the other's name, in whatever script."""
    if not (left.id.startswith(UNKNOWN) or right.id.startswith(UNKNOWN)):
        return False
    one, other = name_in(left.id), name_in(right.id)
    if not one or not other:
        return False
    if one == other:
        return True
    one, other = one.replace(" ", ""), other.replace(" ", "")
    sounds = consonants(one)
    return len(sounds) >= _FEWEST_SOUNDS and (
        sounds == consonants(other) or written_alike(one, other)
    )
