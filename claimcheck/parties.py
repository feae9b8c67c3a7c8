"""Whether two who play one part can be one and the same."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from claimcheck.lang.consonants import consonants
from claimcheck.lang.deeds import umbrellas
from claimcheck.lang.sounds import is_latin, written_alike
from claimcheck.model.mention import Actor
from claimcheck.model.relation import Relation

# How alike, of 100, two spellings of one word of a name are at least, in one script and across two.
_SAME_WORD = 75
_SAME_SOUNDS = 70
_FEWEST_SOUNDS = 2
_FULL_NAME = 2
# Before the id of a well-known body.
_LISTED = "org."
_NAMED = ("person", "body", "name")
# Offices of which nobody holds two: the first of them, those beside it, and portfolios.
_TOP = "president"
_OTHERS = (_TOP, "vice-president", "prime-minister")
_PORTFOLIO = "-minister"


def compare_actors(left: Actor, right: Actor) -> Relation:
    """Return whether two who play one part can be one; what is not known of them tells nothing."""
    if left.role != right.role or (left.of and right.of and left.of != right.of):
        return "incomparable"
    if "kind" in (left.sort, right.sort) and _of_other_nations(left, right):
        return "different"
    if left.who == right.who:
        return "equal"
    known = left.who in right.known_as or right.who in left.known_as
    return "compatible" if known else _by_sort(left, right)


def _by_sort(left: Actor, right: Actor) -> Relation:
    """Two of whom nothing says that they are one."""
    if "kind" in (left.sort, right.sort):
        return _kinds(left, right)
    if "country" in (left.sort, right.sort):
        return _countries(left, right)
    if left.sort in _NAMED and right.sort in _NAMED:
        return _named(left, right)
    return _offices(left, right)


def _of_other_nations(left: Actor, right: Actor) -> bool:
    """Return whether two, of whom one is told by its kind alone, are of two countries."""
    one, other = _country(left), _country(right)
    return bool(one and other) and one != other


def _kinds(left: Actor, right: Actor) -> Relation:
    """Two kinds exclude each other; one who is named may be of any but where his is told."""
    if left.sort == right.sort == "kind":
        return "different"
    kind, named = (left, right) if left.sort == "kind" else (right, left)
    if not named.kinds:
        return "incomparable"
    same = kind.who in named.kinds or named.kinds[0] in kind.known_as
    return "incomparable" if same else "different"


def _countries(left: Actor, right: Actor) -> Relation:
    """A country acts through its people and bodies; two differ where both countries are told."""
    one, other = _country(left), _country(right)
    if not one or not other:
        return "incomparable"
    if left.sort == right.sort == "country":
        return "equal" if one == other else "different"
    if one == other:
        return "compatible"
    return "different" if "body" in (left.sort, right.sort) else "incomparable"


def _offices(left: Actor, right: Actor) -> Relation:
    """Two offices of which at least one is told without its holder's name.

    A monarch or a head of government may hold another office too; a deputy may stand for one.
    """
    one, other = left.office, right.office
    if one == other:
        return "compatible"
    of_one_state = not left.nation or not right.nation or left.nation == right.nation
    apart = _TOP in (one, other) and all(_is_office(office) for office in (one, other))
    portfolios = one.endswith(_PORTFOLIO) and other.endswith(_PORTFOLIO)
    return "different" if of_one_state and (apart or portfolios) else "incomparable"


def _is_office(office: str) -> bool:
    return office in _OTHERS or office.endswith(_PORTFOLIO)


def _country(actor: Actor) -> str:
    return actor.who if actor.sort == "country" else actor.nation


def _named(left: Actor, right: Actor) -> Relation:
    if left.who.startswith(_LISTED) and right.who.startswith(_LISTED):
        return "incomparable" if {left.who, right.who} & umbrellas() else "different"
    one, other = name_of(left), name_of(right)
    if not one or not other:
        return "incomparable"
    person = "person" in (left.sort, right.sort)
    if alike(one, other, person=person):
        return "compatible"
    if left.sort != right.sort and person:
        return "incomparable"
    if person:
        return "different" if _are_full(one, other) else "incomparable"
    return _bodies(left, right, one, other)


def _bodies(left: Actor, right: Actor, one: Sequence[str], other: Sequence[str]) -> Relation:
    """Two bodies; across scripts a name may be translated, and an acronym stands for any."""
    if _is_acronym(one) or _is_acronym(other):
        return "incomparable"
    if left.nation and right.nation and left.nation != right.nation:
        return "different"
    return "different" if is_latin(one[0]) == is_latin(other[0]) else "incomparable"


def _are_full(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names of people tell enough to be told apart."""
    return len(one) >= _FULL_NAME or len(other) >= _FULL_NAME


def _is_acronym(name: Sequence[str]) -> bool:
    return len(name) == 1 and len(name[0]) <= 4 and is_latin(name[0])


@lru_cache(1 << 12)
def _words(who: str) -> tuple[str, ...]:
    """Return the words of the name in an identity: `organisation:company:sea bridge`."""
    return tuple(who.rpartition(":")[2].split()) if ":" in who else ()


def name_of(actor: Actor) -> tuple[str, ...]:
    """Return the words of an actor's name in lookup form, none for one that a list knows."""
    return _words(actor.who)


def alike(one: Sequence[str], other: Sequence[str], *, person: bool) -> bool:
    """Return whether two names have a telling word in common, in whatever script.

    Two people may share a given name, and the one's may be the other's last: their last names, or
    two words, make them one.
    """
    shared = [word for word in one if any(_same_word(word, another) for another in other)]
    if not person or len(shared) != 1 or min(len(one), len(other)) < _FULL_NAME:
        return bool(shared)
    return _same_word(one[-1], other[-1])


@lru_cache(1 << 16)
def _same_word(one: str, other: str) -> bool:
    if is_latin(one) == is_latin(other):
        return fuzz.ratio(one, other) >= _SAME_WORD
    if written_alike(one, other):
        return True
    left, right = consonants(one), consonants(other)
    enough = min(len(left), len(right)) >= _FEWEST_SOUNDS
    return enough and fuzz.ratio(left, right) >= _SAME_SOUNDS
