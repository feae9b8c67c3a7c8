"""What a value is about: the events and measures named near it, who takes part, its markers."""

from collections.abc import Sequence

from claimcheck.claim.scene import Scene, identities
from claimcheck.model.mention import Cue, Entity, Outcome, Quantity, Timex, Trigger, Value, Word
from claimcheck.model.text import TextSpan

# How much farther than a character a clause boundary is.
_CLAUSE_COST = 60
_BEHIND_COST = 40
_MARKER_REACH = 30
FAR = 1 << 30
_ADJACENT = 2
_TELLING = ("contrast", "baseline", "part")
_BEFORE_COST = 5
_BASELINE = "baseline"
_PHASE = "phase"
_BESIDE = "others.beside"
# How far behind the words for it the number of those stands at most who are with somebody.
_COMPANY_REACH = 16
# What may be given against something else, or happen so often before it.
_EXCHANGED = ("money", "multiple")
_INHERITED_SENTENCES = 4


def nearest(
    scene: Scene, span: TextSpan, triggers: Sequence[Trigger], reach: int = FAR
) -> tuple[Trigger, ...]:
    """Return the triggers within reach of a value, the nearest first."""
    placed = ((distance(scene, span, t.span), t.span.start, n) for n, t in enumerate(triggers))
    return tuple(triggers[n] for how_far, _, n in sorted(placed) if how_far <= reach)


def distance(scene: Scene, value: TextSpan, other: TextSpan) -> int:
    """Return how far a value stands from another mention: characters, clauses counted extra."""
    clauses = abs(scene.clause_number(value) - scene.clause_number(other))
    if other.start >= value.end:
        return other.start - value.end + clauses * _CLAUSE_COST + _BEHIND_COST
    return max(value.start - other.end, 0) + clauses * _CLAUSE_COST


def participants(
    scenes: Sequence[Scene], scene: Scene, value: Value
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who takes part, as its own sentence says, and as the sentences before it do.

    Whoever stands among the words for a matter takes part in it: `the minister did X not attend`.
    """
    among = isinstance(value, Outcome)
    own = identities([e for e in scene.participants if among or not e.span.overlaps(value.span)])
    inherited: list[str] = []
    before = scenes[max(0, scene.number - _INHERITED_SENTENCES) : scene.number]
    leads = [other for other in scenes[: scene.number] if other.lead]
    for other in [*reversed(before), *leads]:
        inherited.extend(other.identities)
    return own, tuple(dict.fromkeys(x for x in inherited if x not in own))


def offices(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Return the people of a sentence with the country or body that each stands for."""
    return tuple(
        dict.fromkeys(
            (entity.governs, name)
            for entity in scene.entities
            if entity.governs and entity.kind in ("person", "role")
            for name in (entity.alternatives if entity.kind == "role" else ()) or (entity.id,)
        )
    )


def markers(scene: Scene, trigger: Trigger | None) -> tuple[str, ...]:
    """Return what tells the event from others of its kind: ordinals, 'previous', 'final'.

    The ordinals of a date and of a figure tell nothing of the event: the third of May.
    """
    if trigger is None:
        return ()
    clause = scene.clause(trigger.span)
    others = [mention.span for mention in (*scene.times, *scene.quantities)]
    near = (
        cue.value
        for cue in scene.cues
        if cue.kind == "marker"
        and scene.clause(cue.span) == clause
        and gap(trigger.span, cue.span) <= _MARKER_REACH
        and not any(cue.span.overlaps(span) for span in others)
    )
    return tuple(sorted(set(near)))


def contrasts(scene: Scene, value: Value) -> tuple[str, ...]:
    """Return what the words beside a value tell it from: of each axis the nearest side.

    A word that stands beyond another quantity speaks of that one; a baseline and a part are those
    of an amount or a date, not of a place, and a beginning or an end is none of an amount.
    """
    telling = _TELLING[:1] if isinstance(value, Entity) else _TELLING
    nearest_of: dict[str, tuple[int, str]] = {}
    for cue in scene.cues:
        if cue.kind not in telling or not _speaks_of(scene, cue, value.span):
            continue
        if cue.kind == _BASELINE and _stands_alone(scene, value):
            continue
        name = cue.value or cue.kind
        axis = name.partition(".")[0]
        if axis == _PHASE and (isinstance(value, Quantity) or _of_a_date(scene, cue)):
            continue
        before = _BEFORE_COST if cue.span.end <= value.span.start else 0
        nearest_of[axis] = min(
            nearest_of.get(axis, (FAR, "")), (gap(cue.span, value.span) + before, name)
        )
    beside = (_BESIDE,) if isinstance(value, Quantity) and _are_others(scene, value) else ()
    return tuple(sorted((*(name for _, name in nearest_of.values()), *beside)))


def _are_others(scene: Scene, value: Quantity) -> bool:
    """Return whether a number counts those beside one who is told of: with 13 others."""
    span = value.span
    if value.dimension != "count":
        return False
    return any(
        cue.value == "other" and span.start < cue.span.start <= span.end + _ADJACENT
        for cue in scene.cues
        if cue.kind == "marker"
    ) or any(
        cue.kind == "company"
        and 0 < span.start - cue.span.end <= _COMPANY_REACH
        and scene.clause(cue.span) == scene.clause(span)
        for cue in scene.cues
    )


def _of_a_date(scene: Scene, cue: Cue) -> bool:
    """Return whether a word is one of a date's: at the end of May."""
    return any(cue.span.overlaps(time.span) for time in scene.times)


def _stands_alone(scene: Scene, value: Value) -> bool:
    """Return whether a sentence has no other sum to set one against: bought against 2 million."""
    return (
        isinstance(value, Quantity)
        and value.dimension in _EXCHANGED
        and not any(q.dimension == value.dimension and q != value for q in scene.quantities)
    )


def _speaks_of(scene: Scene, cue: Cue, value: TextSpan) -> bool:
    """Return whether a cue stands beside a value; a baseline or a part is told before it."""
    if cue.kind != "contrast" and cue.span.end > value.start:
        return False
    if any(cue.span.overlaps(entity.span) for entity in scene.entities):
        return False
    if gap(cue.span, value) > _MARKER_REACH or scene.clause(cue.span) != scene.clause(value):
        return False
    start, end = min(cue.span.end, value.end), max(cue.span.start, value.start)
    return not any(
        other.span != value
        and not other.span.overlaps(value)
        and ((start <= other.span.start < end) or other.span.overlaps(cue.span))
        for other in scene.quantities
    )


def gap(left: TextSpan | Word, right: TextSpan) -> int:
    """Return how many characters lie between two stretches; less than 0 where they overlap."""
    return max(left.start - right.end, right.start - left.end)


def time_of(scene: Scene, trigger: Trigger | None, value: Value) -> Timex | None:
    """Return the date that the sentence gives to the event of a value that is no date."""
    where = trigger.span if trigger else value.span
    dated = [time for time in scene.times if time.days.known]
    near = sorted(dated, key=lambda t: (distance(scene, where, t.span), t.span.start))
    return near[0] if near else None
