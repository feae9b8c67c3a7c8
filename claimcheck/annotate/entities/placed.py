"""Names that are ordinary words too, taken for places by what stands beside them."""

from claimcheck.annotate.entities.gazetteer import country_of, kind_of, named_places
from claimcheck.annotate.entities.name_run import ends_phrase, goes_on_with_and
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit

_IN = "ب"
_WEAK, _ARTICLED = "weak", "article"
_WIDE = ("continent", "world_region")
_TOWNS = ("city", "capital", "admin1", "district")
_NO_TOWNS = ("place-head", "facility", "direction", "organisation-head", "office")
# How far before the preposition the word for being born stands: who was it.
_SUBJECT = 4
_RARE = 30  # from which rarity on a word is hardly meant as one


def is_placed(scene: Scene, hit: Hit) -> bool:
    """Return whether a preposition of place stands before a name that the gazetteer is sure of.

    A facility's common noun tells as much; of a name that it is not sure of, a word for being born
    or living there. What is only the name of a government's seat («المخزن») is no place by that.
    """
    if hit.term.weak == _WEAK:
        return _is_native(scene, hit)
    if hit.term.weak and (hit.term.weak == _ARTICLED) != hit.definite:
        return False
    if scene.said(hit.first, "not-place") or not (_is_told(scene, hit) or _serves(scene, hit)):
        return False
    if kind_of(hit.id) in _WIDE:
        return False
    return hit.id in named_places(hit.key, scene.language).ids


def is_at_home(scene: Scene, hit: Hit, home: str) -> Hit | None:
    """Return an unsure name as that of a town of the country that the article is about.

    A preposition of place stands before it, and nothing that would go on a phrase behind it.
    """
    ids = tuple(one for one in hit.term.ids if country_of(one) == home and kind_of(one) in _TOWNS)
    if not ids or not _is_told(scene, hit):
        return None
    if not ends_phrase(scene, hit.stop) and not goes_on_with_and(scene, hit.stop):
        return None
    if scene.said(hit.first, "not-place") or scene.common(hit.first, _RARE):
        return None
    return hit._replace(term=hit.term._replace(ids=ids))


def _serves(scene: Scene, hit: Hit) -> bool:
    """Return whether the common noun of a facility stands before an Arabic name («ميناء صيدا»)."""
    head = None if scene.cased or hit.clitics else scene.hit_ending(hit.first, "facility")
    return head is not None and not head.definite and ends_phrase(scene, hit.stop)


def _is_native(scene: Scene, hit: Hit) -> bool:
    """Return whether somebody is told to be born or to live in what may be an ordinary word."""
    if scene.said(hit.first, "not-place") or scene.hit(hit.first, *_NO_TOWNS):
        return False
    if kind_of(hit.id) not in _TOWNS or not _ends_there(scene, hit):
        return False
    at = hit.first - (scene.hit(hit.first - 1, "into", "near") is not None)
    told = at < hit.first or hit.clitics.endswith(_IN)
    if scene.hit_ending(hit.first, "natives"):
        return True
    return told and any(scene.hit(one, "native") for one in range(at - _SUBJECT, at))


def _ends_there(scene: Scene, hit: Hit) -> bool:
    """Return whether a date or nothing goes on behind a name."""
    if scene.cased:
        return not (scene.beside(hit.stop) and scene.capital(hit.stop))
    return ends_phrase(scene, hit.stop) or hit.stop in scene.blocked


def _is_told(scene: Scene, hit: Hit) -> bool:
    """Return whether a preposition of place stands right before a name, or is written with it."""
    before = scene.hit(hit.first - 1, "into", "near", clitics=False)
    return (before is not None and before.stop == hit.first) or hit.clitics.endswith(_IN)
