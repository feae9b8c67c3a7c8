"""Offices and titles: what office, of which country or body, and where its holder's name starts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.annotate.entities.gazetteer import country_of
from claimcheck.annotate.entities.places import Spots
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit
from claimcheck.lang.entity_types import entity_types
from claimcheck.lang.pack import word_lists

_QUALIFIERS = ("former", "deputy", "acting")
_MINISTER = "minister"
_DOTTED = (".", "/")


@dataclass(slots=True)
class Title:
    """An office as a text says it.

    first, stop: its atoms with all its modifiers, half-open. start, end: its code points.
    of: id of the country, place or body it belongs to; country: of the country, where told.
    """

    office: str
    first: int
    stop: int
    start: int
    end: int
    definite: bool
    of: str = ""
    country: str = ""
    qualifiers: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return the office with what qualifies it: `former-president`."""
        words = [word for word in _QUALIFIERS if word in self.qualifiers]
        return "-".join([*words, self.office])

    @property
    def personal(self) -> bool:
        """Return whether it is a rank or a form of address rather than an office."""
        return entity_types().reach(self.office) == "rank"


def titles(scene: Scene, known: Spots) -> Iterator[Title]:
    """Yield the titles of an article in order; none overlap."""
    done = 0
    for first in scene.firsts("office"):
        hit = scene.hit(first, "office")
        if hit is None or first < done or first in scene.blocked:
            continue
        if _is_adjective(scene, hit) or _is_deputy(scene, hit):
            continue
        title = _read(scene, hit, known, done)
        if title:
            done = title.stop
            yield title


def _is_deputy(scene: Scene, hit: Hit) -> bool:
    """Return whether a title is the deputy of the office right after it."""
    return scene.hit(hit.first, "deputy") is not None and scene.hit(hit.stop, "office") is not None


def _is_adjective(scene: Scene, hit: Hit) -> bool:
    """Return whether an Arabic title only describes the definite noun before it."""
    if scene.cased or not hit.definite or hit.clitics or hit.stop > hit.first + 1:
        return False
    before = hit.first - 1
    noun = scene.is_word(before) and scene.beside(hit.first) and scene.definite(before)
    return noun and not scene.hit(before, "office", "former") and not scene.is_name(hit.stop)


def _read(scene: Scene, hit: Hit, known: Spots, done: int) -> Title | None:
    title = Title(hit.id, hit.first, hit.stop, hit.start, hit.end, hit.definite)
    if len(hit.key) == 1 or scene.text(title.stop) == ".":
        if scene.text(title.stop) not in _DOTTED or (len(hit.key) > 4 and not title.personal):
            return title if len(hit.key) > 1 else None
        while scene.text(title.stop) in _DOTTED or scene.hit(title.stop, "office"):
            title.stop += 1
    _read_leading(scene, title, known, done)
    while _read_trailing(scene, title, known):
        pass
    return title


def _kinds(scene: Scene, side: str) -> tuple[str, ...]:
    return word_lists(scene.language, "entities")[f"{side}.x"]


def _read_leading(scene: Scene, title: Title, known: Spots, done: int) -> None:
    """Read the modifiers before an office."""
    kinds = _kinds(scene, "leading")
    while title.first > done and scene.beside(title.first):
        hit = scene.hit_ending(title.first, *kinds, least=done)
        if hit is None:
            return
        _take(title, hit, known)
        title.first, title.start = hit.first, hit.start


def _read_trailing(scene: Scene, title: Title, known: Spots) -> bool:
    """Read one modifier after an office; return whether there was one."""
    at = title.stop
    linked = scene.said(at, "title-of")
    while scene.said(at, "title-of"):
        at += 1
    if not scene.beside(title.stop) or (not linked and _kinds(scene, "title-of")):
        return False
    hit = _modifier(scene, at)
    if hit is None or (hit.kind == "place" and at not in known):
        return False
    _take(title, hit, known)
    title.stop, title.end = hit.stop, hit.end
    return True


def _modifier(scene: Scene, at: int) -> Hit | None:
    ministry = scene.hit(at, "ministry", clitics=False)
    if ministry:
        at = ministry.stop
    hits = [
        hit for hit in scene.hits(at) if hit.kind in _kinds(scene, "trailing") and not hit.clitics
    ]
    return hits[0] if hits else ministry


def _take(title: Title, hit: Hit, known: Spots) -> None:
    """Add what a modifier says to a title."""
    if hit.kind in ("former", "deputy", "acting"):
        title.qualifiers.append(hit.kind)
    elif hit.kind == "portfolio" and title.office == _MINISTER:
        title.office = f"{hit.id}-{_MINISTER}"
    elif hit.kind in ("place", "nationality", "organisation"):
        spot = known.get(hit.first)
        title.of = title.of or (spot.id if spot and hit.kind == "place" else hit.id)
        if hit.kind != "organisation" and not title.country:
            title.country = country_of(title.of)
