"""Negations that do not stand right before what they deny: `none of the men met`, `told nobody`."""

from collections.abc import Iterable

from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.lang.deeds import DID_NOTHING, NOBODY_DID, WITHHELD
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Cue, Trigger

# How many atoms a subject may have between the word that denies all of it and its verb.
_SUBJECT = 6
_BARS = frozenset(".!?؟;؛,،:\n")


class Scopes:
    """The words of one text that deny what stands at their other end, over a subject or beside."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._fold = PACKS[passage.language].fold
        self._stops = folded_set(passage.language, "deeds", "subject_stops")
        self._nobody = passage.beside(NOBODY_DID)
        self._withheld = {spot.stop: spot for spot in passage.beside(WITHHELD)}
        self._nothing = {spot.first: spot for spot in passage.beside(DID_NOTHING)}
        self._verbs = {
            passage.first(one.span)
            for one in passage.mentions
            if self._nobody and isinstance(one, Trigger) and one.form == "verb"
        }

    def around(self, first: int, stop: int) -> Cue | None:
        """Return what denies the words at some atoms, half-open, if anything does."""
        spot = self._withheld.get(first) or self._nothing.get(stop) or self._subject(first)
        if spot is None:
            return None
        span = self._passage.span(spot)
        return Cue(span=span, kind="negation", scope=span)

    def _subject(self, first: int) -> Spot | None:
        """Return the word that denies all of the subject of the verb at an atom."""
        near = [spot for spot in self._nobody if 0 <= first - spot.stop <= _SUBJECT]
        opening = [one for one in near if one.first == 0 or self._barred([one.first - 1])]
        return next((one for one in opening if not self._barred(range(one.stop, first))), None)

    def _barred(self, between: Iterable[int]) -> bool:
        """Return whether a clause ends among some atoms, or another verb takes the subject."""
        texts = ((at, self._passage.pieces[at].text) for at in between)
        return any(
            text in _BARS or at in self._verbs or self._fold(text) in self._stops
            for at, text in texts
        )
