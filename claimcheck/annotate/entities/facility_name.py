"""The proper name of a facility, before or after its common noun."""

from typing import NamedTuple

from claimcheck.annotate.entities.name_run import (
    capital_start,
    capital_stop,
    is_kunya,
    name_stop,
    place_stop,
)
from claimcheck.annotate.entities.places import Spots
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import Hit

_ARTICLE = "ال"
_LONGEST = 3
_LONGEST_QUOTED = 5
_NOT_NAMES = ("adjective", "subtype", "nationality", "former", "current")


class Name(NamedTuple):
    """The atoms of a name, the index after it, and the place that it is named after."""

    first: int
    stop: int
    after: int
    place: Spot | None = None


def name_before(scene: Scene, at: int) -> int:
    """Return where the capitalised name starts that ends before an English head, or `at`.

    A place that owns it is no name of it (`Leeds's hospital`); a saint is (`St Mary's hospital`).
    """
    start = capital_start(scene, at)
    for first in range(at - 1, start - 1, -1):
        hit = scene.hit(first, "nationality", "office", "place")
        possessive = scene.text(first).endswith(("'s", "’s", "s'"))
        owner = possessive and hit and hit.kind == "place" and not hit.term.weak
        if hit and (hit.kind == "nationality" or (owner and first == start)):
            return max(hit.stop, first + 1)
    return start


def name_after(scene: Scene, head: Hit, at: int, known: Spots) -> Name | None:
    """Return the name that follows a head."""
    quoted = scene.quoted(at)
    if quoted and quoted.stop - quoted.first <= (_LONGEST if head.definite else _LONGEST_QUOTED):
        return Name(quoted.first, quoted.stop, quoted.after)
    if scene.hit(head.first, "shy"):
        return _numbered(scene, at)
    return _numbered(scene, at) or (
        _after_arabic(scene, head, at, known)
        if not scene.cased
        else _after_english(scene, head, at, known)
    )


def _numbered(scene: Scene, at: int) -> Name | None:
    """Return a number as a name (`hangar 12`, `المستودع رقم 9`)."""
    first = at
    if scene.said(at, "numbering"):
        first += 1
        first += scene.text(first) == "."
    told = first > at or scene.capital(at - 1)
    number = first < len(scene.pieces) and scene.pieces[first].kind == "number"
    if number and told and first not in scene.blocked:
        return Name(first, first + 1, first + 1)
    return None


def _after_english(scene: Scene, head: Hit, at: int, known: Spots) -> Name | None:
    first = at
    if scene.said(at, "of"):
        first = at + 1
        first += scene.key(first) == "the"
    elif not scene.capital(head.first):
        return None
    kinds = ("heading", "of-only") if first > at else ("heading",)
    if not scene.hit(head.stop - 1, *kinds) or not scene.capital(first):
        return None
    stop = capital_stop(scene, first)
    spot = known.get(first)
    if spot:
        stop = max(stop, spot.stop)
    return Name(first, stop, stop, spot) if stop > first else None


def _after_arabic(scene: Scene, head: Hit, at: int, known: Spots) -> Name | None:
    spot = known.get(at)
    if spot and not spot.clitics and spot.type != "region":
        return Name(at, spot.stop, spot.stop, spot) if not head.definite else None
    if at > head.stop or head.definite:
        return _personal(scene, at) if head.kind == "facility" else None
    if not scene.is_word(at) or scene.said(at, "generic"):
        return None
    if scene.hit(at, *_NOT_NAMES, clitics=False) and not _is_owner(scene, head, at):
        return None
    key = scene.key(at)
    if key.startswith(_ARTICLE) and len(key) > 4:
        stop = _definite_stop(scene, at)
    elif scene.said(at, "given") or scene.said(at, "particle"):
        stop = name_stop(scene, at)
    else:
        stop = place_stop(scene, at)
    return Name(at, stop, stop) if stop > at else None


def _is_owner(scene: Scene, head: Hit, at: int) -> bool:
    """Return whether an adjective with the article names a bare head («جامعة الجديدة»)."""
    hit = scene.hit(at, "adjective", clitics=False)
    return hit is not None and hit.definite and head.stop == head.first + 1


def _personal(scene: Scene, at: int) -> Name | None:
    """Return the person that a definite head or its adjectives are named after."""
    if not scene.is_word(at) or not (scene.is_name(at) or is_kunya(scene, at)):
        return None
    stop = name_stop(scene, at)
    return Name(at, stop, stop) if stop > at + 1 else None


def _definite_stop(scene: Scene, at: int) -> int:
    """Return the index after the words with the article that name a facility."""
    if scene.hit(at, "office"):
        return max(name_stop(scene, at + 1), at)
    if scene.hit(at, "facility", "organisation-head", "place-head", "ministry", "direction"):
        side = scene.hit(at, "side")
        return side.stop if side else at
    stop = at
    while stop < at + _LONGEST and _is_definite(scene, stop) and not _ends(scene, stop, at):
        stop += 1
    return stop


def _ends(scene: Scene, at: int, first: int) -> bool:
    if scene.said(at, "end") or scene.said(at, "function"):
        return True
    return at > first and scene.hit(at, *_NOT_NAMES, "office", "place", "organisation") is not None


def _is_definite(scene: Scene, at: int) -> bool:
    key = scene.key(at)
    return scene.is_word(at) and scene.beside(at) and key.startswith(_ARTICLE) and len(key) > 3
