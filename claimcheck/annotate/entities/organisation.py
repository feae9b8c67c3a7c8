"""Organisations: known bodies, ministries, a common noun with a name, acronyms."""

from collections.abc import Iterator

from claimcheck.annotate.entities.facility_name import name_after
from claimcheck.annotate.entities.gazetteer import country_of, seats
from claimcheck.annotate.entities.name_run import capital_start
from claimcheck.annotate.entities.name_words import folded_list, is_common
from claimcheck.annotate.entities.places import Spots
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit
from claimcheck.lang.entity_types import entity_types
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

_ACRONYM = range(2, 7)
_MOST_WORDS = 2
_WORDLIKE = 4
_ORDINARY = 45


def known_bodies(chosen: dict[int, Hit]) -> Iterator[Entity]:
    """Yield the well-known bodies of an article."""
    for hit in chosen.values():
        if hit.kind == "organisation":
            span = TextSpan(start=hit.start, end=hit.end)
            yield Entity(
                span=span, id=hit.id, kind="organisation", type="body", name=span,
                governs=seats().get(hit.id, ""),
            )  # fmt: skip


def ministries(scene: Scene, known: Spots) -> Iterator[Entity]:
    """Yield the ministries of an article with the country that they belong to."""
    for first in scene.firsts("ministry"):
        for hit in scene.hits(first):
            found = _ministry(scene, hit, known) if hit.kind == "ministry" else None
            if found:
                yield found
                break


def _ministry(scene: Scene, hit: Hit, known: Spots) -> Entity | None:
    after = scene.hit(hit.stop, "portfolio", clitics=False)
    before = scene.hit_ending(hit.first, "portfolio")
    portfolio = after or before
    if portfolio is None:
        return None
    first = hit if portfolio is after else portfolio
    last = portfolio if portfolio is after else hit
    owner = _owner(scene, first, last, known)
    country = country_of(owner.id) if owner else ""
    if owner:
        first = owner if owner.first < first.first else first
        last = owner if owner.first > last.first else last
    return Entity(
        span=TextSpan(start=first.start, end=last.end),
        id=f"organisation:ministry.{portfolio.id}:{country}",
        kind="organisation",
        type=f"ministry.{portfolio.id}",
        governs=country,
    )


def _owner(scene: Scene, first: Hit, last: Hit, known: Spots) -> Hit | None:
    """Return the country beside a ministry."""
    after = scene.hit(last.stop, "nationality", "place", clitics=False)
    if after and not scene.cased and (after.kind == "nationality" or after.first in known):
        return after
    before = scene.hit_ending(first.first, "nationality", "place")
    return before if scene.cased else None


def patterned(scene: Scene, known: Spots, taken: set[int]) -> Iterator[Entity]:
    """Yield the organisations that a common noun tells."""
    for first in scene.firsts("organisation-head"):
        head = scene.hit(first, "organisation-head")
        if head is None or first in taken or first in scene.blocked:
            continue
        found = _named(scene, head, known, taken)
        if found:
            yield found


def _named(scene: Scene, head: Hit, known: Spots, taken: set[int]) -> Entity | None:
    start, stop, name = head.first, head.stop, (0, 0)
    before = head.first
    if scene.cased and scene.capital(head.first):
        before = _start_before(scene, head)
    if before < head.first:
        start, name = before, (before, head.stop)
        stop = _last_head(scene, head.stop)
        name = (before, stop)
    elif scene.beside(head.stop):
        after = name_after(scene, head, head.stop, known)
        if after:
            name, stop = (after.first, after.stop), after.after
    if name == (0, 0) or (start in taken or stop - 1 in taken):
        return None
    nation = scene.hit(stop, "nationality", clitics=False)
    country = ""
    if nation and head.id in entity_types().state_bodies and not scene.cased:
        stop, country = nation.stop, country_of(nation.id)
    taken.update(range(start, stop))
    begin = head.start if start == head.first else scene.pieces[start].start
    return Entity(
        span=scene.span(start, stop, begin),
        id=f"organisation:{head.id}:{scene.folded(*name)}" + (f":{country}" if country else ""),
        kind="organisation",
        type=head.id,
        name=scene.span(*name),
        governs=country,
    )


def _start_before(scene: Scene, head: Hit) -> int:
    """Return where the capitalised name starts that an English head closes."""
    start = capital_start(scene, head.first)
    while start < head.first and (hit := scene.hit(start, "nationality", "office")):
        start = min(hit.stop, head.first)
    return start


def _last_head(scene: Scene, stop: int) -> int:
    """Return the index after further capitalised words of an English name."""
    while scene.beside(stop) and scene.capital(stop) and scene.hit(stop, "organisation-head"):
        stop += 1
    return stop


def acronyms(scene: Scene, taken: set[int]) -> Iterator[Entity]:
    """Yield the unknown acronyms of an article: one or two words of capitals in mixed text."""
    done = 0
    for at in [at for at, (_, _, text, _) in enumerate(scene.pieces) if text.isupper()]:
        if at < done or scene.pieces[at].kind != "word":
            continue
        done = stop = _capitals_stop(scene, at)
        words = range(at, stop)
        if 0 < len(words) <= _MOST_WORDS and all(_is_acronym(scene, i, taken) for i in words):
            taken.update(words)
            span = scene.span(at, stop)
            yield Entity(
                span=span, id=f"organisation:acronym:{scene.folded(at, stop)}",
                kind="organisation", type="acronym", name=span,
            )  # fmt: skip


def _capitals_stop(scene: Scene, at: int) -> int:
    """Return the index after the words in capitals that stand from an atom on."""
    stop = at
    while stop < len(scene.pieces) and (stop == at or scene.beside(stop)):
        text = scene.text(stop)
        if not (text.isascii() and text.isalpha() and text.isupper()):
            break
        stop += 1
    return stop


def _is_acronym(scene: Scene, at: int, taken: set[int]) -> bool:
    """Return whether a word in capitals is no ordinary word."""
    text = scene.text(at)
    if at in taken or at in scene.blocked or len(text) not in _ACRONYM or _touches(scene, at):
        return False
    if is_function(text) or any(scene.said(at, name) for name in ("not-acronym", "end")):
        return False
    return len(text) < _WORDLIKE or not is_common(text, "en", _ORDINARY)


def _touches(scene: Scene, at: int) -> bool:
    """Return whether a number touches a word, as in a code."""
    here = scene.pieces[at]
    near = scene.pieces[max(at - 1, 0) : at + 2]
    return any(p.kind == "number" and (p.end == here.start or p.start == here.end) for p in near)


def is_function(text: str) -> bool:
    """Return whether a Latin word is an English function word."""
    return text.casefold() in folded_list("en", "function")
