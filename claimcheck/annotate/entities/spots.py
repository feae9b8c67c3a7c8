"""Which names of the gazetteer an article uses, and which of their bearers it means."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.annotate.entities.bearer import (
    LARGE_KINDS,
    bearer,
    container,
    context,
    head_before,
    is_large,
)
from claimcheck.annotate.entities.gazetteer import (
    ancestors,
    country_of,
    has_article,
    kind_of,
    lookup_words,
    place,
    vowelled,
)
from claimcheck.annotate.entities.name_words import is_common
from claimcheck.annotate.entities.placed import is_at_home, is_placed
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit

_MOST = 60  # per cent of an article's countries
_RANK = {"nationality": 0, "organisation": 1, "place": 2}
# Behind a preposition of place `جيبوتي` is the country, not somebody from it.
_RANK_OF_PLACE = {"place": 0, "nationality": 1, "organisation": 2}
_RARE_CLITICS = ("ف", "ك")
_SHORT = 3
_PAST = "h."
_TOWNS = ("city", "capital", "district")
_KNOWN_SIZE = 300_000
_FREQUENT = 30  # rarities below which a word is ordinary: a usual name, another spelling
_USUAL = 38
_STEMMED = ("ين", "ان", "ات", "ون")
_ARABIC = "ar"


class Spot(NamedTuple):
    """A place, or a part of one, at a stretch of the text.

    first, stop: atoms, half-open. start, end: code points. name: the same of its proper name.
    clitics: what stands glued before it.
    """

    first: int
    stop: int
    start: int
    end: int
    name: tuple[int, int] | None
    id: str
    type: str
    within: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    clitics: str = ""

    def chain(self) -> tuple[str, ...]:
        """Return its id and the ids of what contains it."""
        return (self.id, *self.within)


def names(scene: Scene) -> dict[int, Hit]:
    """Return the gazetteer names of an article by their first atom; none overlap.

    What is an ordinary word too is a name where the rest tells that it is one of its country.
    """
    found = _sure(scene)
    home = home_of(found)
    taken = {at for hit in found.values() for at in range(hit.first, hit.stop)}
    for first in scene.firsts("place") if home else ():
        if first not in taken and first not in scene.blocked:
            hit = next((hit for hit in scene.hits(first) if hit.kind == "place"), None)
            fitting = _fitting(hit, scene.language) if hit else None
            if fitting and (own := is_at_home(scene, fitting, home)):
                found[first] = own
    return found


def home_of(chosen: Mapping[int, Hit]) -> str:
    """Return the country that an article is about, or nothing where none has most mentions."""
    named = (hit for hit in chosen.values() if hit.kind in ("place", "nationality"))
    counts = Counter(country for hit in named if (country := country_of(hit.id)))
    for country, count in counts.most_common(1):
        if 100 * count >= _MOST * counts.total():
            return country
    return ""


def _sure(scene: Scene) -> dict[int, Hit]:
    """Return the names that are names whatever else the article mentions, by their first atom."""
    found: dict[int, Hit] = {}
    at = 0
    for first in scene.firsts(*_RANK):
        if first < at or first in scene.blocked:
            continue
        hit = _name_at(scene, first)
        if hit:
            found[first] = hit
            at = hit.stop
    return found


def _name_at(scene: Scene, first: int) -> Hit | None:
    hits = [hit for hit in scene.hits(first) if hit.kind in _RANK]
    other = scene.hit(first, "not-name")
    if other and all(hit.stop < other.stop for hit in hits):
        return None
    rank = _RANK_OF_PLACE if scene.hit(first - 1, "near", "into") else _RANK
    hits.sort(key=lambda hit: (-hit.stop, _is_past(hit), len(hit.clitics), rank[hit.kind]))
    for hit in hits:
        if hit.kind != "place":
            if _is_spelled(scene, hit):
                return hit
            continue
        fitting = _fitting(_as_vowelled(scene, hit), scene.language)
        if fitting and not _is_surname(scene, fitting) and _is_meant(scene, fitting):
            return fitting
    return None


def _is_meant(scene: Scene, hit: Hit) -> bool:
    """Return whether the place is meant by its name: no ordinary word, or told to be a place."""
    return _strong(scene, hit) or _supported(scene, hit) or is_placed(scene, hit)


def _is_past(hit: Hit) -> bool:
    """Return whether a name is of a state that is no more (Prussia)."""
    return hit.id.startswith(_PAST)


def _is_spelled(scene: Scene, hit: Hit) -> bool:
    """Return whether an acronym stands in capitals and a short name without a preposition."""
    if hit.term.weak == "capitals":
        return all(scene.text(at).isupper() for at in (hit.first, hit.stop - 1))
    if hit.term.weak == "article" and not hit.definite:
        return False
    return hit.kind != "organisation" or not hit.clitics or len(hit.key) > _SHORT + 1


def _is_surname(scene: Scene, hit: Hit) -> bool:
    """Return whether a capitalised word follows a smaller place's name, as in a person's."""
    at = hit.stop
    if not scene.cased or not (scene.beside(at) and scene.is_word(at) and scene.capital(at)):
        return False
    if scene.pieces[at].start == scene.pieces[at - 1].end or is_large(hit.id):
        return False
    return not scene.hits(at) and not scene.said(at, "end") and hit.stop == hit.first + 1


def _strong(scene: Scene, hit: Hit) -> bool:
    """Return whether a name is no ordinary word as it is written."""
    if hit.term.weak == "article" and not hit.definite:
        return False
    if hit.term.weak == "weak":
        return False
    if hit.stop > hit.first + 1:
        return True
    return not scene.said(hit.first, "not-place") and (scene.cased or not _ordinary(hit))


def _ordinary(hit: Hit) -> bool:
    """Return whether one Arabic word is too frequent for what it would name."""
    here = place(hit.id)
    if here is None or here.kind in LARGE_KINDS[:1] or hit.key.endswith(_STEMMED):
        return False
    if hit.key == " ".join(lookup_words(here.arabic, _ARABIC)):
        return here.population < _KNOWN_SIZE and is_common(hit.key, _ARABIC, _FREQUENT)
    return is_common(hit.key, _ARABIC, _USUAL)


def _as_vowelled(scene: Scene, hit: Hit) -> Hit:
    """Return a place name with the one bearer that its vowel signs leave, where it has any."""
    if hit.stop > hit.first + 1 or len(hit.term.ids) == 1 or scene.cased:
        return hit
    written = scene.text(hit.first)
    told = next((one for name, one in vowelled().items() if written.endswith(name)), "")
    return hit._replace(term=hit.term._replace(ids=(told,))) if told in hit.term.ids else hit


def _fitting(hit: Hit, language: str) -> Hit | None:
    """Return a place name with the bearers whose article and clitics are as written."""
    ids = hit.term.ids
    if hit.clitics and (hit.clitics[-1] in _RARE_CLITICS or len(hit.key) <= _SHORT):
        ids = tuple(one for one in ids if is_large(one))
    if language == _ARABIC and hit.stop == hit.first + 1:
        ids = tuple(one for one in ids if has_article(one) in (None, hit.definite))
    if ids == hit.term.ids:
        return hit
    return hit._replace(term=hit.term._replace(ids=ids)) if ids else None


def _supported(scene: Scene, hit: Hit) -> bool:
    """Return whether a place head stands before a name or its container after it."""
    return head_before(scene, hit) != "" or bool(container(scene, hit.stop, hit.term.ids))


def spots(scene: Scene, chosen: dict[int, Hit]) -> Iterator[Spot]:
    """Yield the known places of an article, each with the bearer that it means."""
    known = context(chosen)
    for hit in chosen.values():
        if hit.kind == "place":
            one = bearer(scene, hit, known)
            others = tuple(other for other in hit.term.ids if other != one)
            name = (hit.start, hit.end)
            spot = Spot(
                hit.first, hit.stop, *name, name, one, kind_of(one), ancestors(one), others,
                hit.clitics,
            )  # fmt: skip
            yield _elsewhere(scene, spot, chosen) or spot


def _elsewhere(scene: Scene, spot: Spot, chosen: dict[int, Hit]) -> Spot | None:
    """Return a namesake that no gazetteer knows, in the province after it (`Paris, Texas`)."""
    province = chosen.get(spot.stop + 1) if scene.text(spot.stop) == "," else None
    if spot.type not in _TOWNS or province is None or kind_of(province.id) != "admin1":
        return None
    if any(
        set(province.term.ids) & {one, *ancestors(one)} for one in (spot.id, *spot.alternatives)
    ):
        return None
    return spot._replace(
        id=f"place:city:{scene.folded(spot.first, spot.stop)}",
        type="city",
        within=(province.id, *ancestors(province.id)),
        alternatives=(spot.id, *spot.alternatives),
    )
