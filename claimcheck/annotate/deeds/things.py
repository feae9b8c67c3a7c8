"""Names in quotation marks beside somebody: the film, the ship, the law that it is about."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from claimcheck.annotate.deeds.passage import Passage
from claimcheck.lang.deeds import has_capitals
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Actor, Entity
from claimcheck.model.text import TextSpan

_OPENING = frozenset('"“«')
_CLOSING = frozenset('"”»')
_MOST_WORDS = 5
# Whoever acts is no thing; a street or a market may be the name of a film.
_ACTING = ("person", "organisation")


class Things:
    """The short names in quotation marks of one text that are nobody's and no body's."""

    def __init__(self, passage: Passage, entities: Sequence[Entity]) -> None:
        self._cased = has_capitals(passage.language)
        self._fold = PACKS[passage.language].fold
        self._passage = passage
        self._pieces = passage.pieces
        self._entities = [one for one in entities if one.kind in _ACTING]

    def beside(self, actor: Actor) -> Actor:
        """Return an actor with the names that stand in its sentence."""
        around = self._passage.sentences[self._passage.number(actor.span.start)].span
        names = [
            name
            for span, name in self._quoted
            if around.start <= span.start < around.end and not span.overlaps(actor.span)
        ]
        return replace(actor, things=tuple(names)) if names else actor

    @cached_property
    def _quoted(self) -> list[tuple[TextSpan, str]]:
        found = []
        opened = -1
        for at, piece in enumerate(self._pieces):
            if opened >= 0 and piece.text in _CLOSING and 0 < at - opened - 1 <= _MOST_WORDS:
                span = TextSpan(self._pieces[opened + 1].start, self._pieces[at - 1].end)
                capital = self._pieces[opened + 1].text[:1]
                named = not self._cased or capital != capital.lower()
                if named and not any(one.span.overlaps(span) for one in self._entities):
                    words = (self._fold(self._pieces[i].text) for i in range(opened + 1, at))
                    found.append((span, " ".join(words)))
                opened = -1
            elif piece.text in _OPENING:
                opened = at
            elif piece.text == "\n":
                opened = -1
        return found
