"""Matters told the one way or the other -> Outcome."""

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.annotate.atoms import starting
from claimcheck.annotate.deeds.limits import Limits
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.annotate.deeds.scope import Scopes
from claimcheck.lang.deeds import (
    BUT_FOR,
    NOT_YET,
    OF_EVENT,
    SAID_OF,
    SEEMING,
    WITHHELD,
    matters,
    subjects_follow,
    told_by_events,
)
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Cue, Outcome, Trigger
from claimcheck.model.text import TextSpan

# How many atoms may stand between a negation and what it denies, and behind which an exception
# still takes it back.
_REACH = 2
_EXCEPTION_REACH = 12
_ANY_REACH = 5
# How many atoms may stand between the word by which somebody denies and what is denied.
_DENIAL_REACH = 10
_ARTICLE = "ال"
_ENDS = frozenset(".!?؟;؛\n")


class _Told(NamedTuple):
    """A matter told by the words at `span`, which start at the atom `first`."""

    span: TextSpan
    first: int
    matter: str
    yes: bool


class Outcomes:
    """Finds the outcomes of a language's texts: of the matters, and of each event type's verbs.

    A negation right before the words turns them round.
    """

    def __init__(self, language: str) -> None:
        self._fold = PACKS[language].fold
        self._denials = folded_set(language, "deeds", "denials")
        self._never = folded_set(language, "deeds", "never")
        self._exceptions = folded_set(language, "deeds", "exceptions")
        self._before_verbs = folded_set(language, "deeds", "before_verbs")
        self._relative_after = folded_set(language, "deeds", "relative_after")
        # Only where the noun that another belongs to has no article of its own.
        self._annexes = subjects_follow(language)
        self._still = folded_set(language, "deeds", "still")
        self._any = folded_set(language, "deeds", "any")
        self._adverbs = folded_set(language, "deeds", "adverbs")

    def of(self, passage: Passage) -> Iterator[Outcome]:
        """Yield the outcomes that a text tells."""
        negations = _negations(passage)
        yet = {passage.number(spot.start) for spot in passage.beside(NOT_YET)}
        but_for = [spot.first for spot in passage.beside(BUT_FOR)]
        scopes, limits = Scopes(passage), Limits(passage)
        for told in _told(passage):
            cue = (
                self._negation(passage, told, negations)
                or self._old(passage, told)
                or scopes.around(told.first, passage.index(told.span.end))
                or self._denied(passage, told, negations)
            )
            if cue and (_is_stated(told.matter) or self._excepted(passage, cue, told.first)):
                continue
            held = told.yes == (cue is None)
            stop = passage.index(told.span.end)
            if any(told.first < at < stop for at in but_for):
                continue
            if not held and _is_limited(limits, told, stop):
                continue
            start = min(told.span.start, cue.span.start) if cue else told.span.start
            span = TextSpan(start, told.span.end)
            yield Outcome(
                span=span,
                matter=told.matter,
                held=held,
                not_yet=not held
                and (passage.number(start) in yet or self._may_come(passage, told.matter, span)),
                denies=cue is not None and self._is_denial(passage, cue),
                among=""
                if held
                else limits.group(told.first, stop, stated=_is_stated(told.matter)),
                of=self._completed(passage, told.first, stop),
                goes_on=any(
                    self._fold(piece.text) in self._still
                    for piece in passage.pieces[told.first : stop]
                ),
            )

    def _completed(self, passage: Passage, first: int, stop: int) -> str:
        """Return the definite noun that some words end in front of: «أسعار الخبز»."""
        if stop - first < 2 or stop >= len(passage.pieces) or not self._annexes:
            return ""
        last, behind = passage.pieces[stop - 1].text, passage.pieces[stop].text
        readings = PACKS[passage.language].readings
        if any(_ARTICLE in one.proclitics for one in readings(last)):
            return ""
        definite = any(one.proclitics == (_ARTICLE,) for one in readings(behind))
        return PACKS[passage.language].content_key(behind) if definite else ""

    def _negation(self, passage: Passage, told: _Told, negations: dict[int, Cue]) -> Cue | None:
        """Return the negation right before some words, over adverbs, or among them."""
        # `Did not see any strike`: behind the word for any the negation may stand further off.
        any_ = told.first > 0 and self._fold(passage.pieces[told.first - 1].text) in self._any
        reach = _ANY_REACH if any_ else _REACH
        for at in range(told.first - 1, max(told.first - 2 - reach, -1), -1):
            if at in negations:
                return negations[at]
            word = passage.pieces[at].text
            if word in _ENDS or not (any_ or self._fold(word) in self._adverbs):
                break
        if not told.yes or not negations:
            return None
        inside = range(told.first + 1, passage.index(told.span.end))
        return next((negations[at] for at in inside if at in negations), None)

    def _denied(self, passage: Passage, told: _Told, negations: dict[int, Cue]) -> Cue | None:
        """Return the word by which somebody denies what stands further behind it, if any."""
        for at in range(told.first - 1, max(told.first - 1 - _DENIAL_REACH, -1), -1):
            if at in negations and self._is_denial(passage, negations[at]):
                return negations[at]
            if passage.pieces[at].text in _ENDS:
                return None
        return None

    def _old(self, passage: Passage, told: _Told) -> Cue | None:
        """Return the negation that is another word but right before a verb, if it is one here."""
        at = told.first - 1
        if at < 0 or self._fold(passage.pieces[at].text) not in self._before_verbs:
            return None
        before = self._fold(passage.pieces[at - 1].text) if at else ""
        if before in self._relative_after or not told.matter.startswith(OF_EVENT):
            return None
        span = TextSpan(passage.pieces[at].start, passage.pieces[at].end)
        return Cue(span=span, kind="negation", scope=span)

    def _excepted(self, passage: Passage, cue: Cue, first: int) -> bool:
        """Return whether an exception takes a negation back: `agreed on nothing but`."""
        behind = min(first, passage.index(cue.span.end))
        for piece in passage.pieces[behind : first + _EXCEPTION_REACH]:
            if piece.text in _ENDS:
                return False
            if self._fold(piece.text) in self._exceptions:
                return True
        return False

    def _may_come(self, passage: Passage, matter: str, span: TextSpan) -> bool:
        """Return whether it may come about after all: nothing says that it never did."""
        known = matters().get(matter)
        if known is not None and not known.passing:
            return False
        words = passage.text[span.start : span.end].split()
        return not any(self._fold(word) in self._never for word in words)

    def _is_denial(self, passage: Passage, cue: Cue) -> bool:
        return self._fold(passage.text[cue.span.start : cue.span.end]) in self._denials


def _negations(passage: Passage) -> dict[int, Cue]:
    """Return the negations of a text by their last atoms, without those that deny nothing."""
    seeming = {at for spot in passage.beside(SEEMING) for at in range(spot.first, spot.stop)}
    return {
        passage.index(cue.span.end) - 1: cue
        for cue in passage.mentions
        if isinstance(cue, Cue)
        and cue.kind == "negation"
        and passage.index(cue.span.start) not in seeming
    }


def _told(passage: Passage) -> Iterator[_Told]:
    """Yield each matter told, and each event's verb that tells none."""
    spots = [spot for spot in passage.spots if spot.told.side in ("yes", "no")]
    longest = max((spot.stop - spot.first for spot in spots), default=0)
    firsts = {spot.first for spot in spots}
    known = {(at, spot.told.name) for spot in spots for at in range(spot.first, spot.stop)}
    for spot in spots:
        around = starting(spots, spot.first - longest, spot.first)
        if not any(_holds(other, spot) for other in around):
            side, name = spot.told
            yield _Told(passage.span(spot), spot.first, name, side == "yes")
    said = {spot.stop for name in (SAID_OF, WITHHELD) for spot in passage.beside(name)}
    for one in passage.mentions:
        if isinstance(one, Trigger) and one.kind == "event":
            first = passage.first(one.span)
            if one.form != "verb" and first not in said:
                continue
            matter = told_by_events().get(one.frames[0])
            if matter and (first, matter.name) not in known:
                yield _Told(one.span, first, matter.name, matter.side == "yes")
            elif not matter and first not in firsts:
                yield _Told(one.span, first, OF_EVENT + one.frames[0], yes=True)


def _holds(other: Spot, spot: Spot) -> bool:
    """Return whether some words tell the same matter with another's among them."""
    around = other.first <= spot.first and spot.stop <= other.stop
    same = other.told.name == spot.told.name and other != spot
    return around and same and _size(other) >= _size(spot)


def _size(spot: Spot) -> tuple[int, bool]:
    return spot.stop - spot.first, spot.told.side == "no"


def _is_limited(limits: Limits, told: _Told, stop: int) -> bool:
    """Return whether a denial up to an atom leaves room for what it denies."""
    of_degree = _is_stated(told.matter) and limits.is_of_degree(told.first, stop)
    return of_degree or limits.takes_back(told.first, stop)


def _is_stated(matter: str) -> bool:
    return matter in matters() and matters()[matter].stated
