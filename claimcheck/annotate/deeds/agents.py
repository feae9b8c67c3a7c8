"""Words for an event beside words for its doer: "rescued on Monday by" -> Spot."""

from collections.abc import Iterator, Mapping

from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.lang.deeds import BY, Side, Told, active, agents, subjects_follow
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Trigger

# How many atoms may stand between the word for an event and the one before its doer.
_REACH = 5
_BARS = frozenset(".!?؟;؛,،:\n")


def agent_spots(passage: Passage) -> Iterator[Spot]:
    """Yield the words for events behind which their doer stands, as those of a part.

    A verb with its object behind it as a pronoun has its subject next: «أنقذتها».
    """
    told = {
        trigger.span.end: (trigger, part)
        for trigger in passage.mentions
        if isinstance(trigger, Trigger) and trigger.kind == "event"
        for part in _parts(trigger)
    }
    if not told:
        return
    by_last = {passage.index(end) - 1: one for end, one in told.items()}
    yield from _active(passage, by_last)
    for spot in passage.beside(BY):
        found = _before(passage, spot.first, by_last)
        if found:
            yield _spot(passage, found, spot.stop)
    readings = PACKS[passage.language].readings
    for last, (trigger, part) in by_last.items():
        if trigger.form == "verb" and any(r.enclitic for r in readings(passage.pieces[last].text)):
            yield _spot(passage, (trigger, part), last + 1)


def _active(passage: Passage, by_last: Mapping[int, tuple[Trigger, str]]) -> Iterator[Spot]:
    """Yield the verbs whose subject did what is mostly done to things, one for each side of them.

    `X opened the museum`, «افتتح X المتحف»; a passive has its doer behind `by`.
    """
    sides: tuple[Side, ...] = (
        ("next", "before", "beyond") if subjects_follow(passage.language) else ("before",)
    )
    passives = folded_set(passage.language, "deeds", "passives")
    by = {spot.first for spot in passage.beside(BY)}
    fold = PACKS[passage.language].fold
    for last, (trigger, part) in by_last.items():
        first = passage.first(trigger.span)
        if trigger.form != "verb" or trigger.frames[0] not in active():
            continue
        before = fold(passage.pieces[first - 1].text) if first else ""
        if before in passives or by & set(range(last + 1, last + 2 + _REACH)):
            continue
        for side in sides:
            yield Spot(first, last + 1, trigger.span.start, Told(side, part))


def _parts(trigger: Trigger) -> Iterator[str]:
    """Yield the part of the doer of an event, if its word leaves no doubt."""
    parts = {agents()[frame] for frame in trigger.frames if frame in agents()}
    if len(parts) == 1:
        yield from parts


def _before(
    passage: Passage, first: int, by_last: Mapping[int, tuple[Trigger, str]]
) -> tuple[Trigger, str] | None:
    """Return the nearest event told right before an atom."""
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if at in by_last:
            return by_last[at]
        if passage.pieces[at].text in _BARS:
            return None
    return None


def _spot(passage: Passage, told: tuple[Trigger, str], stop: int) -> Spot:
    trigger, part = told
    first = passage.first(trigger.span)
    return Spot(first, stop, trigger.span.start, Told("after", part))
