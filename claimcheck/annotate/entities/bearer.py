"""Which bearer of a name an article means, by the other places that it mentions."""

from typing import NamedTuple

from claimcheck.annotate.entities.gazetteer import COUNTRY, ancestors, country_of, kind_of, place
from claimcheck.annotate.entities.kinds import entity_types
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit

LARGE_KINDS = (COUNTRY, "capital", "continent", "world_region")
_LARGE = 500_000
_MAJOR = 1_000_000


def is_large(identity: str) -> bool:
    """Return whether a place is a country, a capital or a large city."""
    here = place(identity)
    return here is not None and (here.kind in LARGE_KINDS or here.population >= _LARGE)


def head_before(scene: Scene, hit: Hit) -> str:
    """Return the type of the place head that ends where a name starts, or nothing."""
    if hit.clitics:
        return ""
    for at in range(hit.first - 1, max(hit.first - 4, -1), -1):
        for head in scene.hits(at):
            if head.kind == "place-head" and head.stop == hit.first:
                return head.id
    return ""


def container(scene: Scene, at: int, ids: tuple[str, ...]) -> str:
    """Return the place named right after a name (`X, Y`; `X in Y`) that contains one of `ids`."""
    nearby = {above for one in ids for above in ancestors(one)}
    start = at + 1 if scene.text(at) in (",", "،", "(") or scene.said(at, "in") else at
    for first in range(start, min(start + 3, len(scene.pieces))):
        hit = scene.hit(first, "place")
        if hit and (start > at or hit.clitics or first > start):
            return next((one for one in hit.term.ids if one in nearby), "")
        if not scene.hit(first, "place-head"):
            return ""
    return ""


class Context(NamedTuple):
    """The countries and provinces that an article mentions."""

    countries: frozenset[str]
    provinces: frozenset[str]


def context(chosen: dict[int, Hit]) -> Context:
    """Return the countries and provinces among an article's names."""
    countries, provinces = set(), set()
    for hit in chosen.values():
        if hit.kind == "nationality" or kind_of(hit.id) in (COUNTRY, "capital"):
            countries.add(country_of(hit.id))
        elif kind_of(hit.id).startswith("admin"):
            provinces.add(hit.id)
    return Context(frozenset(countries), frozenset(provinces))


def bearer(scene: Scene, hit: Hit, known: Context) -> str:
    """Return the likeliest bearer of a name beside the article's other places."""
    ids = hit.term.ids
    if len(ids) == 1:
        return ids[0]
    head = head_before(scene, hit)
    fits = entity_types().fits(head)
    above = container(scene, hit.stop, ids)
    here = place(ids[0])
    major = (
        is_large(ids[0]) and here is not None and (here.kind != "city" or here.population > _MAJOR)
    )

    def support(one: str) -> int:
        chain = ancestors(one)
        direct = 8 * (above in chain) + 4 * (kind_of(one) in fits)
        if major:
            return direct
        return (
            direct
            + 2 * any(p in chain for p in known.provinces)
            + (country_of(one) in known.countries)
        )

    return max(ids, key=lambda one: (support(one), -ids.index(one)))
