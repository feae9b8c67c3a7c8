"""Capitals that a text names by their country."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.annotate.entities.gazetteer import ancestors, capitals, country_of
from claimcheck.annotate.entities.name_run import ends_phrase
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.spots import Spot
from claimcheck.annotate.entities.terms import Hit

Spots = Mapping[int, Spot]


class _Told(NamedTuple):
    """A capital as a text says it: of which country, from which term on, up to where.

    stop: the atom behind it. end: the code point behind it.
    """

    country: str
    opening: Hit
    stop: int
    end: int


def seats_of(scene: Scene, known: Spots, home: str) -> Iterator[Spot]:
    """Yield the capitals that a nationality names (`the British capital`), or nothing but `the`.

    home: the country that the article is about.
    """
    for first in scene.firsts("capital"):
        hit = scene.hit(first, "capital")
        if hit is None or first in known:
            continue
        told = (
            _of_nation(scene, hit) or _of_country(scene, hit, known) or _of_home(scene, hit, home)
        )
        found = _seat(told, known) if told else None
        if found:
            yield found


def _of_nation(scene: Scene, hit: Hit) -> _Told | None:
    after = scene.hit(hit.stop, "nationality", clitics=False) if hit.definite else None
    if after:
        return _Told(country_of(after.id), hit, after.stop, after.end)
    before = scene.hit_ending(hit.first, "nationality", "place") if scene.cased else None
    return _Told(country_of(before.id), before, hit.stop, hit.end) if before else None


def _of_country(scene: Scene, hit: Hit, known: Spots) -> _Told | None:
    """Return the capital of the country named after the word (`the capital of Chad`).

    An adjective tells of another city: between the English article and the word, or behind an
    Arabic country.
    """
    at = hit.stop + scene.said(hit.stop, "of")
    country = known.get(at) if scene.cased == (at > hit.stop) and not hit.definite else None
    if country is None or country.clitics or not scene.beside(at):
        return None
    if scene.cased and not scene.said(hit.first - 1, "article"):
        return None
    described = scene.beside(country.stop) and scene.definite(country.stop)
    if described and country.stop not in known:
        return None
    return _Told(country.id, hit, country.stop, country.end)


def _of_home(scene: Scene, hit: Hit, home: str) -> _Told | None:
    """Return the capital of an article's country (`in the capital`), of which no more is told."""
    definite = scene.said(hit.first - 1, "article") if scene.cased else hit.definite
    more = scene.said(hit.stop, "of") or not ends_phrase(scene, hit.stop)
    return _Told(home, hit, hit.stop, hit.end) if definite and not more else None


def _seat(told: _Told, known: Spots) -> Spot | None:
    """Return the capital of a country: the one named right behind, or any of those it has."""
    cities = capitals().get(told.country, ())
    if not cities:
        return None
    named = known.get(told.stop)
    if named and named.id in cities and not named.clitics:
        stop, end, name = named.stop, named.end, named.name
        cities = (named.id,)
    else:
        stop, end, name = told.stop, told.end, None
    shared = [set(ancestors(city)) for city in cities]
    within = tuple(one for one in ancestors(cities[0]) if all(one in others for others in shared))
    return Spot(
        told.opening.first, stop, told.opening.start, end, name, cities[0], "capital", within,
        cities[1:], told.opening.clitics,
    )  # fmt: skip
