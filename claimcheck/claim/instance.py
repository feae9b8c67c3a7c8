"""Which claims of an article are about one and the same event.

The article's news is its *current* event; an event that the text dates outside its own days is a
background event, and what an article so keeps apart is two events.
"""

from collections.abc import Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.text import Interval

# An article's news happened in the month before it was written.
_NEWS_DAYS = 31
_SAME_PASSAGE = 150
CURRENT = 0


def instances(claims: Sequence[Claim], anchor: Interval) -> tuple[Claim, ...]:
    """Return the claims, in order, each with the number of its event within its frame."""
    known: dict[str, list[Interval]] = {}
    latest: dict[str, tuple[int, int]] = {}
    named = []
    for claim in claims:
        frame = claim.frames[0] if claim.frames else ""
        number = _number(known.setdefault(frame, []), claim, anchor)
        if number is None:
            place, before = latest.get(frame, (-_SAME_PASSAGE, CURRENT))
            number = before if claim.value.span.start - place < _SAME_PASSAGE else CURRENT
        latest[frame] = (claim.value.span.start, number)
        instance = f"{claim.article}:{frame}:{number}"
        named.append(claim.in_instance(instance, is_news=number == CURRENT))
    return tuple(named)


def _number(known: list[Interval], claim: Claim, anchor: Interval) -> int | None:
    """Return the number of the event that a dated claim is about, None for an undated one."""
    when = claim.when
    if when.first is None and when.last is None:
        return None
    if _is_news(claim, anchor):
        return CURRENT
    for number, other in enumerate(known):
        if other.overlaps(when):
            return number + 1
    known.append(when)
    return len(known)


def _is_news(claim: Claim, anchor: Interval) -> bool:
    """Return whether a date lies in the days that the article reports on."""
    if anchor.first is None:
        return claim.lead
    if anchor.last is None:
        recent = claim.when.last is None and claim.when.overlaps(anchor)
        return recent or (claim.lead and claim.when.overlaps(anchor))
    return claim.when.overlaps(Interval(first=anchor.first - _NEWS_DAYS))
