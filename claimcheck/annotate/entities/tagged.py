"""Names that a model tags, taken where the rules and the gazetteers know nothing of their words.

What they know is better founded than a tag: a tag that contradicts it is left out.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.annotate.entities.person import Person
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import Hit
from claimcheck.annotate.syntax.words import NameKind
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

# A longer name is a sentence gone wrong.
_MOST_WORDS = 6
_UNUSUAL = 40
_INNER_MARKS = frozenset("-–‐'’.")
# Terms that say what a name is; the others are words that may also be part of one.
_KNOWN = ("place", "organisation", "nationality", "office", "facility", "ministry")


class Tagged(NamedTuple):
    """A tagged name: its atoms, half-open, and its code points, clitics left out."""

    kind: NameKind
    first: int
    stop: int
    start: int
    end: int


def tagged(scene: Scene, kind: NameKind) -> Iterator[Tagged]:
    """Yield the tagged names of a kind that may be names, by position."""
    for name in scene.tags:
        if name.kind != kind:
            continue
        atoms = sorted(scene.atoms_of((TextSpan(name.start, name.end),)))
        found = Tagged(kind, atoms[0], atoms[-1] + 1, name.start, name.end) if atoms else None
        if found and scene.pieces[atoms[-1]].end == name.end and _may_be_name(scene, found):
            yield found


def _may_be_name(scene: Scene, name: Tagged) -> bool:
    atoms = range(name.first, name.stop)
    words = [at for at in atoms if scene.is_word(at)]
    marks = [at for at in atoms if at not in words]
    if not words or len(words) > _MOST_WORDS or words[0] != name.first or words[-1] != atoms[-1]:
        return False
    if any(scene.text(at) not in _INNER_MARKS for at in marks):
        return False
    if any(scene.said(at, "function") for at in (words[0], words[-1])):
        return False
    if scene.cased:
        return scene.capital(words[0]) and scene.capital(words[-1])
    return not all(scene.common(at, _UNUSUAL) and not scene.is_name(at) for at in words)


def tagged_people(scene: Scene, taken: set[int], names: dict[int, Hit]) -> Iterator[Person]:
    """Yield the people whom only a tag tells; a place may be the later part of such a name."""
    for name in tagged(scene, "person"):
        atoms = range(name.first, name.stop)
        if any(at in taken for at in atoms) or _known(scene, name.first, names):
            continue
        taken.update(atoms)
        words = [scene.key(at) for at in atoms if scene.is_word(at)]
        skip = name.start - scene.pieces[name.first].start
        if skip:
            words[0] = PACKS[scene.language].fold(scene.text(name.first)[skip:])
        yield Person(name.first, name.stop, name.start, tuple(words))


def _known(scene: Scene, at: int, names: dict[int, Hit]) -> bool:
    """Return whether the rules know what a word names, other than a person."""
    chosen = names.get(at)
    return (chosen is not None and chosen.kind in _KNOWN) or (
        scene.hit(at, *_KNOWN, clitics=False) is not None and not scene.given(at)
    )


def tagged_places(scene: Scene, names: dict[int, Hit]) -> Iterator[Spot]:
    """Yield the places that only a tag tells."""
    for name in tagged(scene, "place"):
        if _free(scene, name, names) and not any(scene.is_name(at) for at in _atoms(name)):
            span = (name.start, name.end)
            words = scene.folded_from(name.first, name.stop, name.start)
            yield Spot(name.first, name.stop, *span, span, f"place:{words}", "", ())


def tagged_bodies(scene: Scene, taken: set[int], names: dict[int, Hit]) -> Iterator[Entity]:
    """Yield the organisations that only a tag tells."""
    for name in tagged(scene, "organisation"):
        if _free(scene, name, names) and not any(at in taken for at in _atoms(name)):
            span = TextSpan(start=name.start, end=name.end)
            words = scene.folded_from(name.first, name.stop, name.start)
            yield Entity(span=span, id=f"organisation::{words}", kind="organisation", name=span)


def _atoms(name: Tagged) -> range:
    return range(name.first, name.stop)


def _free(scene: Scene, name: Tagged, names: dict[int, Hit]) -> bool:
    """Return whether no term of the rules stands at any word of a name."""
    return not any(_known(scene, at, names) for at in _atoms(name))
