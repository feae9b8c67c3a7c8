"""The country of one whose kind is told: a Kuwaiti firm, the pilot, an Austrian -> Actor."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.atoms import CLOSING_QUOTES, OPENING_QUOTES
from claimcheck.annotate.deeds.kinds import Kinds
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.lang.deeds import adjectives_lead
from claimcheck.lang.kinds import Kind
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Actor, Entity

_COMMAS = frozenset(",،(")
_ENDS = frozenset(".!?؟;؛…:\n")
_FEMININE = "ة"
# How many words may stand between one and the adjective of its country, beside its name or with
# a verb between them.
_BESIDE = 3
_PREDICATE = 8


def nations(passage: Passage, entities: Sequence[Entity], kinds: Kinds) -> Iterator[Actor]:
    """Yield the countries of those whose kind is told, but for those of several."""
    found = [one for one in entities if one.kind == "nationality" and one.is_state]
    if not found:
        return
    bearers = _Bearers(passage, kinds)
    starts = {passage.first(one.span) for one in found}
    for one in found:
        at = passage.first(one.span)
        stop = passage.index(one.span.end)
        if at - 1 in starts or stop in starts or (stop + 1 in starts and bearers.is_and(stop)):
            continue
        if at - 2 in starts and bearers.is_and(at - 1):
            continue
        kind = bearers.of(at, stop)
        if kind is not None:
            yield Actor(
                span=one.span, role=kind.nation_part, who=one.governs or one.id, sort="country"
            )


class _Bearers:
    """Finds whose country an adjective tells, in one text."""

    def __init__(self, passage: Passage, kinds: Kinds) -> None:
        self._pieces = passage.pieces
        self._kinds = kinds
        self._fold = PACKS[passage.language].fold
        self._leads = adjectives_lead(passage.language)
        self._of = folded_set(passage.language, "deeds", "of")

    def of(self, at: int, stop: int) -> Kind | None:
        """Return the kind of whom the adjective at some atoms, half-open, tells the country."""
        if self._leads:
            return self._after(stop) or self._told(at)
        return self._told(at) or self._before(at)

    def is_and(self, at: int) -> bool:
        """Return whether a conjunction stands at an atom."""
        return self._word(at) in self._kinds.ands

    def _after(self, stop: int) -> Kind | None:
        """Return the kind of the last noun right behind: `a French construction firm`."""
        known = None
        for at in range(stop, min(stop + _BESIDE, len(self._pieces))):
            if self._pieces[at].kind != "word" or self._word(at) in self._kinds.stops:
                break
            known = self._kind(at) or known
        return known

    def _before(self, at: int) -> Kind | None:
        """Return the kind of the noun before an adjective, over its name: `a firm, "X", Turkish`.

        Both are of one gender.
        """
        left, quoted = _BESIDE, False
        for place in range(at - 1, -1, -1):
            text = self._pieces[place].text
            if text in CLOSING_QUOTES and not quoted:
                quoted = True
                continue
            if text in OPENING_QUOTES:
                quoted = False
                continue
            kind = None if quoted else self._kind(place)
            if kind:
                return kind if self._agree(place, at) else None
            left -= not quoted
            if text in _ENDS or left < 0 or (not quoted and self._bars(place)):
                return None
        return None

    def _told(self, at: int) -> Kind | None:
        """Return the kind of one of whom the country is told aside or by a verb."""
        if self._leads and self._word(at - 1) in self._kinds.articles:
            at -= 1
        before = self._word(at - 1)
        if before in self._kinds.copulas:
            return self._nearest(at - 1)
        if at > 0 and self._pieces[at - 1].text in _COMMAS:
            return self._kind(at - 2)
        return None

    def _nearest(self, at: int) -> Kind | None:
        """Return the kind told nearest before a verb in its sentence."""
        for place in range(at - 1, max(at - 1 - _PREDICATE, -1), -1):
            if self._pieces[place].text in _ENDS:
                return None
            kind = None if self._is_owner(place) else self._kind(place)
            if kind:
                return kind
        return None

    def _is_owner(self, at: int) -> bool:
        """Return whether a noun only tells whose somebody is: `the cook of the tanker`."""
        at -= self._word(at - 1) in self._kinds.articles
        return self._word(at - 1) in self._of

    def _bars(self, at: int) -> bool:
        text = self._pieces[at].text
        return text in _COMMAS or self._word(at) in self._kinds.stops

    def _agree(self, noun: int, adjective: int) -> bool:
        one, other = self._pieces[noun].text, self._pieces[adjective].text
        return one.endswith(_FEMININE) == other.endswith(_FEMININE)

    def _kind(self, at: int) -> Kind | None:
        """Return the kind that a noun tells of whom a country may be told."""
        found = self._kinds.at(self._pieces, at)
        if found is None or self._word(at - 1) in self._kinds.withs:
            return None
        return next((kind for kind in found.payloads if kind.bears), None)

    def _word(self, at: int) -> str:
        return self._fold(self._pieces[at].text) if 0 <= at < len(self._pieces) else ""
