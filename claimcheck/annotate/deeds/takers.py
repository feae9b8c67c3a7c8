"""Who stands beside the words that give a part."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.annotate.atoms import CLOSING_QUOTES, OPENING_QUOTES
from claimcheck.annotate.deeds.kinds import Kinds, told_by_kind
from claimcheck.annotate.deeds.order import Order
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.lang.deeds import Taker, has_capitals, subjects_follow
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Actor, Entity, Sort
from claimcheck.model.text import TextSpan

_COMMAS = frozenset(",،")
_ENDS = frozenset(".!?؟;؛…\n")
_LONGEST_QUOTE = 5
_LONGEST_RUN = 4
_LONGEST_KIND = 3
_LONGEST_APPOSITION = 9
# How many atoms may stand between the words and the one that they tell of.
_REACH = 7
_BACK = 6
_NEXT = 8
_SORTS: dict[str, Sort] = {
    "person": "person",
    "organisation": "body",
    "role": "office",
}
_TAKERS: dict[Sort, tuple[Taker, ...]] = {
    "person": ("person",),
    "office": ("person",),
    "body": ("body",),
    "country": ("country",),
    "name": ("person", "body"),
    "kind": (),
}


class Found(NamedTuple):
    """Somebody at some atoms, half-open."""

    first: int
    stop: int
    actor: Actor


class Takers:
    """Finds who stands beside the words that give a part, in one text."""

    def __init__(self, passage: Passage, entities: Sequence[Entity], kinds: Kinds) -> None:
        language = passage.language
        self._kinds = kinds
        self._order = Order(passage, entities)
        self._pieces = passage.pieces
        self._index = passage.index
        self._first_of = passage.first
        self._fold = PACKS[language].fold
        self._cased = has_capitals(language)
        self.subjects_follow = subjects_follow(language)
        self._entities = [one for one in entities if _sort(one) or one.governs]
        self._known = {one.span.start for one in entities}
        self._starts = [one.span.start for one in self._entities]
        self._stops = folded_set(language, "deeds", "stops")
        self._links = folded_set(language, "deeds", "links")
        self._and = folded_set(language, "deeds", "and")

    def after(self, spot: Spot, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who follows some words, over a few others that tell of nobody else."""
        first = spot.stop
        if self._text(first) in _COMMAS or self._text(first) == ":":
            first += 1
        return self._first(first, first + _REACH, role, takes)

    def next(self, spot: Spot, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who stands right behind some words."""
        return self._first(spot.stop, spot.stop + 1, role, takes)

    def beyond(self, spot: Spot, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who stands behind the object of some words, and behind where and when it was.

        «افتتح المتحف الجديد في المدينة وزير الثقافة».
        """
        for at in self._order.places(spot.stop):
            found = self._entity_at(at, takes, role) or self._bare_kind(at, role, takes)
            # Behind a preposition written with his name he is no subject: «المستحقة لروسيا».
            if found and found.actor.span.start > self._pieces[at].start:
                return None
            nearer = self._nearer(found, role, takes) if found else None
            named = nearer is not None and nearer.actor.sort == "person"
            if nearer is None or (named and not self._order.is_subject(nearer.first, spot)):
                continue
            if _may_play(nearer.actor, takes):
                return nearer
        return None

    def _bare_kind(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        return self._kind(at, role, takes) if self._order.is_bare(at) else None

    def between(self, spot: Spot, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who stands among some words."""
        return self._first(spot.first + 1, spot.stop, role, takes)

    def _first(self, first: int, stop: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return the first one from an atom on whom nothing bars."""
        for at in range(first, min(stop, len(self._pieces))):
            found = self._at(at, role, takes) or self._land(at, role) or self._kind(at, role, takes)
            nearer = self._nearer(found, role, takes) if found else None
            if nearer and _may_play(nearer.actor, takes):
                return nearer if nearer is not found or not self._is_possessive(at) else None
            if self._bars(at) and not self._sets_off(at, takes):
                return None
        return None

    def _land(self, at: int, role: str) -> Found | None:
        """Return the country that is named at an atom, or that its capital stands for."""
        for one in self._near(at):
            who = one.governs if one.kind == "place" else ""
            if self._tells_of_money(one, at):
                continue
            if who or _sort(one) == "country":
                actor = Actor(span=one.span, role=role, who=who or one.id, sort="country")
                return Found(at, self._index(one.span.end), actor)
        return None

    def _sets_off(self, at: int, takes: Sequence[Taker]) -> bool:
        """Return whether a comma only sets off the name of an office: `the minister, X`."""
        return self._text(at) in _COMMAS and self._entity_at(at + 1, takes) is not None

    def before(self, spot: Spot, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who stands right before some words, over relatives and auxiliaries."""
        at = spot.first - 1
        for _ in range(_BACK):
            found = self._ending(at, role, takes)
            if found is None or found.actor.sort in ("office", "kind"):
                found = self._set_off(at, role, takes) or found
            if found:
                wider = self._ending(found.first - 1, role, takes)
                named = wider is not None and wider.actor.sort in ("body", "name")
                return wider if named and found.actor.sort == "country" else found
            if not self._is_link(at):
                return None
            at -= 1
        return None

    def _set_off(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return the person whom words between commas tell of: `X, head of the union, chaired`."""
        if self._text(at) not in _COMMAS or "person" not in takes:
            return None
        for first in range(at - 1, max(at - 1 - _LONGEST_APPOSITION, 0), -1):
            if self._text(first) in _ENDS:
                return None
            if self._text(first) in _COMMAS:
                found = self._ending(first - 1, role, takes)
                return found if found and found.actor.sort == "person" else None
        return None

    def is_joint(self, found: Found) -> bool:
        """Return whether somebody else is named beside: `X and Y`."""
        nxt = found.stop
        if self._text(nxt) in CLOSING_QUOTES:
            nxt += 1
        while self._entity_at(nxt, ("country",)) and not self._is_and(nxt):
            nxt += 1
        return self._is_and(nxt) or self._is_and(found.first - 1) or self._joined(found.first)

    def _is_and(self, at: int) -> bool:
        """Return whether a conjunction joins somebody here to the one before."""
        word = self._fold(self._text(at)) if at >= 0 else ""
        if word in self._and:
            return True
        return self._joined(at) and any(
            self._pieces[at].start < one.span.start < self._pieces[at].end for one in self._near(at)
        )

    def _joined(self, at: int) -> bool:
        text = self._text(at)
        inside = 0 <= at < len(self._pieces)
        return (
            inside
            and not self._cased
            and self._fold(text)[:1] in self._and
            and len(text) > 2
            and any(one.span.start == self._pieces[at].start + 1 for one in self._near(at))
        )

    def _near(self, at: int) -> Sequence[Entity]:
        """Return the entities that start within an atom."""
        start, end = self._pieces[at].start, self._pieces[at].end
        return self._entities[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _at(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        return (
            self._entity_at(at, takes, role)
            or self._quoted(at, role, takes)
            or self._run(at, role, takes)
        )

    def _nearer(self, found: Found, role: str, takes: Sequence[Taker]) -> Found:
        """Return the person or body that a country or an office before it tells of, if any."""
        if found.actor.sort not in ("country", "office", "kind"):
            return found
        at = found.stop
        while at < min(found.stop + _NEXT, len(self._pieces)):
            other = self._behind(at, found, role, takes)
            if other and other.actor.sort in ("person", "body", "name", "kind"):
                if found.actor.office == "body" and other.actor.sort == "person":
                    break
                if other.actor.sort == "kind":
                    other = self._nearer(other, role, takes)
                return Found(other.first, other.stop, _as_told(other.actor, found.actor))
            if self._bars(at) and not self._sets_off(at, takes):
                break
            # The words of an office bar nothing: `Ghana's minister of culture, X`.
            at = other.stop if other and other.actor.sort == "office" else at + 1
        return found

    def _behind(self, at: int, found: Found, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who stands at an atom behind a country, an office or a kind that tells of him."""
        named = self._entity_at(at, takes, role)
        if named or found.actor.sort == "office":
            return named
        if found.actor.sort == "kind":
            beside = at == found.stop
            return self._quoted(at, role, takes) or self._run(at, role, takes) if beside else None
        run = self._run(at, role, takes) if self._is_possessive(found.stop - 1) else None
        return run or self._kind(at, role, takes)

    def _kind(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return one of whom the words from an atom on tell the kind alone."""
        known = self._kinds.at(self._pieces, at)
        kind = next((one for one in known.payloads if one.family in takes), None) if known else None
        if known is None or kind is None:
            return None
        actor = told_by_kind(known, kind, role, self._nation(known.stop))
        return Found(at, known.stop, actor)

    def _entity_at(self, at: int, takes: Sequence[Taker], role: str = "") -> Found | None:
        if not 0 <= at < len(self._pieces):
            return None
        fitting = [one for one in self._near(at) if _fits(one, takes)]
        if not fitting:
            return None
        chosen = max(
            fitting, key=lambda one: (one.kind in ("person", "organisation"), one.span.end)
        )
        stop = self._index(chosen.span.end)
        if self._tells_of_money(chosen, at):
            return None
        return Found(at, stop, self._actor(chosen, role, stop))

    def _tells_of_money(self, one: Entity, at: int) -> bool:
        """Return whether an adjective of a country tells whose money it is: `a French loan`."""
        if one.kind != "nationality":
            return False
        noun = self._index(one.span.end) if self._cased else at - 1
        told = self._kinds.at(self._pieces, noun)
        return told is not None and any(one.bears_part for one in told.payloads)

    def _ending(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return who is named up to an atom, that included."""
        if at < 0:
            return None
        end = self._pieces[at].end
        near = self._entities[
            max(0, bisect_left(self._starts, end) - 8) : bisect_left(self._starts, end)
        ]
        fitting = [one for one in near if one.span.end == end and _fits(one, takes)]
        if fitting:
            chosen = max(
                fitting,
                key=lambda one: (one.kind in ("person", "organisation"), -one.span.start),
            )
            first = self._first_of(chosen.span)
            return Found(first, at + 1, self._actor(chosen, role, at + 1))
        return (
            self._quoted_back(at, role, takes)
            or self._kind_back(at, role, takes)
            or self._run_back(at, role, takes)
        )

    def _kind_back(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return one of whom the words up to an atom tell the kind alone."""
        for first in range(at - _LONGEST_KIND + 1, at + 1):
            found = self._kind(first, role, takes)
            if found and found.stop == at + 1:
                return found
        return None

    def _quoted(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return the name in quotation marks that opens at an atom."""
        if self._text(at) not in OPENING_QUOTES or "body" not in takes:
            return None
        for stop in range(at + 2, min(at + 2 + _LONGEST_QUOTE, len(self._pieces))):
            if self._text(stop) in CLOSING_QUOTES:
                return self._named(at + 1, stop, stop + 1, role)
            if self._pieces[stop].kind not in ("word", "number") and self._text(stop) not in "-&":
                return None
        return None

    def _quoted_back(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        if self._text(at) not in CLOSING_QUOTES or "body" not in takes:
            return None
        for first in range(at - 1, max(at - 2 - _LONGEST_QUOTE, -1), -1):
            if self._text(first) in OPENING_QUOTES:
                return self._named(first + 1, at, at + 1, role) if first + 1 < at else None
            if self._pieces[first].kind not in ("word", "number") and self._text(first) not in "-&":
                return None
        return None

    def _run(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        """Return the run of capitalised words that starts at an atom."""
        named = self._cased and _takes("name", takes) and self._capital(at)
        if not named or self._is_possessive(at):
            return None
        stop = at
        while stop - at < 2 * _LONGEST_RUN and (self._capital(stop) or self._joint(stop)):
            stop += 1
        for inner in range(at, stop):
            found = self._entity_at(inner, takes, role)
            if found:
                return found
        return self._named(at, stop, stop, role) if self._is_name(at, stop) else None

    def _run_back(self, at: int, role: str, takes: Sequence[Taker]) -> Found | None:
        if not self._cased or not _takes("name", takes) or not self._capital(at):
            return None
        first = at
        while at - first < 2 * _LONGEST_RUN and (
            self._capital(first - 1) or self._joint(first - 1)
        ):
            first -= 1
        if self._fold(self._text(first)) in self._stops or self._is_possessive(first):
            first += 1
        is_name = first <= at and self._is_name(first, at + 1)
        return self._named(first, at + 1, at + 1, role) if is_name else None

    def _is_name(self, first: int, stop: int) -> bool:
        """Return whether capitalised words are a name and not only the opening of a sentence."""
        if self._fold(self._text(first)) in self._stops:
            return False
        opens = self._text(first - 1) in ("", ".", "\n", *OPENING_QUOTES)
        return stop - first > 1 or not (opens or self._pieces[first].start in self._known)

    def _is_possessive(self, at: int) -> bool:
        return self._cased and self._text(at).replace("’", "'").endswith("'s")

    def _joint(self, at: int) -> bool:
        return self._text(at) in ("&", "-") and self._capital(at + 1) and self._capital(at - 1)

    def _capital(self, at: int) -> bool:
        text = self._text(at)
        return text[:1] != text[:1].lower() and self._pieces[at].kind == "word"

    def _named(self, first: int, stop: int, after: int, role: str) -> Found:
        words = [self._fold(self._text(at)) for at in range(first, stop)]
        span = TextSpan(self._pieces[first].start, self._pieces[stop - 1].end)
        nation = self._nation(after)
        actor = Actor(
            span=span, role=role, who=f"name:{' '.join(words)}", sort="name", nation=nation
        )
        return Found(first, stop, actor)

    def _actor(self, one: Entity, role: str, stop: int) -> Actor:
        sort = _sort(one)
        assert sort is not None
        named = sort in ("person", "body") and one.name is not None
        span = one.name if named and one.name is not None else one.span
        return Actor(
            span=span,
            role=role,
            who=(one.governs or one.id) if sort == "country" else one.id,
            sort=sort,
            nation=one.governs if sort != "body" else self._nation(stop),
            office=one.type if sort in ("person", "office") else "",
            known_as=one.alternatives,
        )

    def _nation(self, at: int) -> str:
        """Return the country that an adjective, or a name in brackets, gives behind a name."""
        for place in (at, at + 1):
            found = self._entity_at(place, ("country",)) if place < len(self._pieces) else None
            if found:
                return found.actor.who
            if self._text(place) not in (*CLOSING_QUOTES, "("):
                return ""
        return ""

    def _bars(self, at: int) -> bool:
        """Return whether nobody behind an atom is meant any more."""
        text = self._text(at)
        return text in _ENDS or text in _COMMAS or self._fold(text) in self._stops

    def _is_link(self, at: int) -> bool:
        text = self._text(at)
        linked = (
            text in _COMMAS
            or text in CLOSING_QUOTES
            or text == ")"
            or self._fold(text) in self._links
        )
        return linked or self._entity_at(at, ("country",)) is not None

    def _text(self, at: int) -> str:
        return self._pieces[at].text if 0 <= at < len(self._pieces) else ""


def _sort(one: Entity) -> Sort | None:
    if one.kind in ("place", "nationality"):
        return "country" if one.is_state else None
    return _SORTS.get(one.kind)


def _fits(one: Entity, takes: Sequence[Taker]) -> bool:
    sort = _sort(one)
    return sort is not None and _takes(sort, takes)


def _as_told(actor: Actor, before: Actor) -> Actor:
    """Return somebody with what a country or a kind before him tells of him."""
    if before.sort == "kind":
        nation = actor.nation or before.nation
        return replace(actor, nation=nation, kinds=(before.who, *before.known_as))
    of = before.who if before.sort == "country" else ""
    return replace(actor, of=of, nation=actor.nation or of)


def _may_play(actor: Actor, takes: Sequence[Taker]) -> bool:
    """Return whether a part may be played by one of a sort."""
    return actor.sort == "kind" or _takes(actor.sort, takes)


def _takes(sort: Sort, takes: Sequence[Taker]) -> bool:
    return any(taker in takes for taker in _TAKERS[sort])
