"""Negations that a date takes back: what did not happen until then happened then."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.mention import Cue, Timex

_NEGATION, _DATED, _CONTENT = "negation", "dated", "content"
_THEN, _BEFORE = "then", "before"
# How far before its date the word that takes a negation back ends at most.
_ADJACENT = 2


def lifted(cues: Sequence[Cue], times: Sequence[Timex], lasting: set[int]) -> list[Cue]:
    """Return the cues as a date leaves them: a negation that it takes back denies nothing.

    The word right before the date that does so (`until`, `but in`) says no more than that it
    happened then.

    lasting: where negations start that no date takes back: `without power until Monday`.
    """
    dates = {time.span.start for time in times}
    denied: dict[int, Cue] = {}
    lifting = set()
    for end in cues:
        if _is_then(end) and any(end.span.end + gap in dates for gap in range(_ADJACENT + 1)):
            found = _taken_back(end, [cue for cue in cues if cue.span.start not in lasting])
            if found is not None:
                denied[found.span.start] = found
                lifting.add(end.span)
    return [
        replace(cue, scope=cue.span) if denied.get(cue.span.start) == cue else cue
        for cue in cues
        if cue.kind != _DATED or _stays(cue, lifts=cue.span in lifting)
    ]


def _is_then(cue: Cue) -> bool:
    return cue.kind == _DATED and cue.value == _THEN


def _stays(cue: Cue, *, lifts: bool) -> bool:
    """Return whether a word before a date says so of it: `until` two things, of which one holds."""
    return lifts if cue.value == _THEN else not (lifts and cue.value == _BEFORE)


def _taken_back(end: Cue, cues: Sequence[Cue]) -> Cue | None:
    """Return the negation before a word that reaches up to it, unless what is said lies between."""
    before = [
        cue for cue in cues if cue.kind in (_NEGATION, _CONTENT) and cue.span.end <= end.span.start
    ]
    last = max(before, key=lambda cue: cue.span.start, default=None)
    reaches = last is not None and last.kind == _NEGATION and last.scope.end >= end.span.start
    return last if reaches else None
