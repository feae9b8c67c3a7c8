"""Names that no gazetteer knows: places after a preposition, and names told once and used again."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.annotate.entities.name_run import (
    capital_stop,
    ends_phrase,
    is_contained,
    place_stop,
)
from claimcheck.annotate.entities.name_words import is_unheard
from claimcheck.annotate.entities.places import Spots
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import openings_of
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

_UNKNOWN = "place:"
_SHORTEST = 4
_RAREST = 51  # a word that the frequency table does not have
_UNUSUAL = 40
_LONGEST = 3
_LONG = 5


def near(scene: Scene, known: Spots) -> Iterator[Spot]:
    """Yield the unknown places that stand after a preposition of place (`off Corvane`)."""
    told = {s.id.rpartition(":")[2]: s for s in known.values() if s.id.startswith(_UNKNOWN)}
    for first in scene.firsts("near", "into"):
        hit = scene.hit(first, "near", "into", clitics=False)
        at = hit.stop if hit else 0
        if hit is None or at in known or not scene.is_word(at) or not scene.beside(at):
            continue
        stop = _place_stop(scene, at)
        if stop > at and (hit.kind == "near" or _is_foreign(scene, at, stop)):
            name = (scene.pieces[at].start, scene.pieces[stop - 1].end)
            words = scene.folded(at, stop)
            spot = Spot(at, stop, *name, name, f"{_UNKNOWN}:{words}", "", ())
            same = told.get(words, spot)
            yield spot._replace(id=same.id, type=same.type, within=same.within)


def _place_stop(scene: Scene, at: int) -> int:
    """Return the index after the rare words there that can name a place, or `at`."""
    if not scene.cased:
        if scene.common(at, _RAREST):
            return at
        return (
            at + 1
            if scene.definite(at) and _is_told_where(scene, at + 1)
            else place_stop(scene, at)
        )
    return unknown_name(scene, at)


def unknown_name(scene: Scene, at: int) -> int:
    """Return the index after the rare capitalised words there that name nobody known, or `at`."""
    stop = capital_stop(scene, at, _LONGEST)
    words = range(at, stop)
    ordinary = any(scene.hits(i) or scene.common(i, _UNUSUAL) or scene.given(i) for i in words)
    return at if ordinary or scene.text(at).isupper() else stop


def _is_foreign(scene: Scene, first: int, stop: int) -> bool:
    """Return whether a word unknown in any inflection ends a phrase: «في نالوت، حيث».

    So it is where what follows tells where it lies: «في غات جنوب البلاد».
    """
    if not is_unheard(scene.text(stop - 1), scene.language):
        return False
    long = len(scene.text(first)) >= _LONG
    return (long and ends_phrase(scene, stop)) or _is_told_where(scene, stop)


def _is_told_where(scene: Scene, at: int) -> bool:
    """Return whether what stands there tells where the place before it lies."""
    if not scene.beside(at):
        return False
    if is_contained(scene, at):
        return True
    side = scene.hit(at, "direction")
    of = scene.hit(side.stop, "homeland", "capital", "place", "nationality") if side else None
    return of is not None and not of.clitics


class Name(NamedTuple):
    """The words of a name in lookup form, and what it names."""

    words: tuple[str, ...]
    id: str
    kind: str
    type: str
    within: tuple[str, ...]


def again(scene: Scene, told: Iterable[Entity], taken: set[int]) -> Iterator[Entity]:
    """Yield the places where unknown places and bodies, told once, are named alone."""
    names: dict[str, list[Name]] = {}
    for one in told:
        name = _name(scene, one)
        if name and name not in names.get(name.words[0], ()):
            names.setdefault(name.words[0], []).append(name)
    keys = openings_of(scene.language)
    for at, (_, _, text, kind) in enumerate(scene.pieces if names else ()):
        if kind != "word":
            continue
        for key, skip in keys[text]:
            if key not in names or at in taken or at in scene.blocked:
                continue
            found = next((n for n in names[key] if _stands(scene, at, n, taken)), None)
            if found:
                yield _mention(scene, at, skip, found)
                taken.update(range(at, at + len(found.words)))
                break


def _name(scene: Scene, one: Entity) -> Name | None:
    """Return the name of an entity that may be used again, or None."""
    if one.name is None or not one.id.startswith((_UNKNOWN, "organisation:")):
        return None
    atoms = sorted(scene.atoms_of((one.name,)))
    words = tuple(scene.folded(atoms[0], atoms[-1] + 1).split())
    if len(words) != len(atoms) or (len(words) == 1 and _is_ordinary(scene, atoms[0])):
        return None
    return Name(words, one.id, one.kind, one.type, one.within)


def _is_ordinary(scene: Scene, at: int) -> bool:
    return len(scene.text(at)) < _SHORTEST or scene.common(at, _UNUSUAL) or scene.definite(at)


def _stands(scene: Scene, at: int, name: Name, taken: set[int]) -> bool:
    """Return whether a name's later words stand after its first."""
    stop = at + len(name.words)
    if stop > len(scene.pieces) or (scene.cased and not scene.capital(at)):
        return False
    later = range(at + 1, stop)
    if any(i in taken or not scene.is_word(i) for i in later):
        return False
    return all(
        scene.folded(i, i + 1) == word for i, word in zip(later, name.words[1:], strict=True)
    )


def _mention(scene: Scene, at: int, skip: int, name: Name) -> Entity:
    piece, last = scene.pieces[at], scene.pieces[at + len(name.words) - 1]
    span = TextSpan(start=piece.start + skip, end=last.end)
    return Entity(
        span=span, id=name.id, kind="place" if name.kind == "place" else "organisation",
        type=name.type, within=name.within, name=span,
    )  # fmt: skip
