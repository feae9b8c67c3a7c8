"""The sentence that tells what a value is about, and the words for the events in it."""

from collections.abc import Sequence

from claimcheck.claim.scene import Scene
from claimcheck.claim.setting import events_at, told_before
from claimcheck.claim.stance import antecedents, dates_a_statement, heads_line, relation
from claimcheck.claim.subject import gap, nearest
from claimcheck.model.mention import Cue, Entity, Quantity, Timex, Trigger, Value

_FIRST = "ordinal:1"
_FEW = 1
_SINCE, _DATED = "since", "dated"
_ANAPHOR, _ELAPSED = "anaphor", "elapsed"
_BESIDE_ELAPSED = 15
# How far a word that stands for an event told before is from its date at most: it, the operation.
_REACH = {"it": 8, "thing": 40}
# How many sentences before its own the event that such a word stands for is named at most.
_MOST_BACK = 2
# Words beside a length of time behind which the event stands that it is counted from; and how far
# off a noun for it stands at most where they stand before the length.
_OFF = ("before", "after", "since")
_RIGHT_BEHIND, _JOINED = 2, 14
# How far from the start of its clause a negation starts at most that opens it: and has never.
_DENIAL_OPENS = 10


def subject_scene(told: Sequence[Scene], scene: Scene, value: Value) -> Scene:
    """Return the sentence that tells what a value is about.

    A date that stands as a heading belongs to what the sentence under it tells, one that is a
    sentence by itself to what the one before it does, and so does one of which a word says no
    more than that it happened then. An entry of a list belongs to what its title tells of.
    """
    if not isinstance(value, Timex) or _names_one(scene):
        return scene
    below = told[scene.number + 1 : scene.number + 2]
    if scene.sentence.kind == "heading":
        return below[0] if below else scene
    if any(_stands_for(cue, value) for cue in scene.cues):
        return _last_told(told, scene)
    if scene.lead or scene.events:
        return scene
    above = told[scene.number - 1] if scene.number else scene
    beside = above.sentence.kind == "body" and above.sentence.segment == scene.sentence.segment
    if beside and _is_all(scene, value):
        return above
    return _listed_under(told, scene) if _is_entry(scene, value) else scene


def _names_one(scene: Scene) -> bool:
    """Return whether a sentence names an event by more than a word that stands for any."""
    stand = [cue.span for cue in scene.cues if cue.kind == _ANAPHOR]
    return any(not any(t.span.overlaps(span) for span in stand) for t in scene.events)


def _is_all(scene: Scene, time: Timex) -> bool:
    """Return whether a sentence tells a date, and hardly a word beside it."""
    return sum(not word.overlaps(time.span) for word in scene.words) <= _FEW


def _stands_for(cue: Cue, time: Timex) -> bool:
    """Return whether a word beside a date stands for an event: `it happened on`."""
    return cue.kind == _ANAPHOR and gap(cue.span, time.span) <= _REACH[cue.value]


def _last_told(told: Sequence[Scene], scene: Scene) -> Scene:
    """Return the sentence shortly before one, or the first, that names an event."""
    before = told[max(scene.number - _MOST_BACK, 0) : scene.number]
    return next((other for other in (*reversed(before), told[0]) if other.events), scene)


def _is_entry(scene: Scene, time: Timex) -> bool:
    """Return whether a sentence is an entry of a list that its date opens: `11 May: a tanker`."""
    return heads_line(scene, time, scene.clause(time.span))


def _listed_under(told: Sequence[Scene], scene: Scene) -> Scene:
    """Return the title of the list that an entry is of, where it names an event."""
    title = next(
        (other for other in reversed(told[: scene.number]) if other.sentence.kind != "body"),
        told[0],
    )
    return title if title.events and (title.lead or title.sentence.kind != "body") else scene


def events_of(
    told: Sequence[Scene], about: Scene, scene: Scene, value: Value
) -> tuple[Trigger, ...]:
    """Return the words for the events that a value may belong to, the likeliest first.

    about: the sentence that tells what the value in `scene` is about.
    """
    if isinstance(value, Timex):
        return _events_dated(about, scene, value)
    if isinstance(value, Entity):
        above = told[about.number - 1] if about.number else about
        return events_at(about, value) or told_before(above, about)
    beside = [trigger for trigger in about.events if not trigger.span.overlaps(value.span)]
    return nearest(about, value.span, beside)


def _events_dated(about: Scene, scene: Scene, time: Timex) -> tuple[Trigger, ...]:
    if dates_a_statement(scene, time) or _dates_another(scene, time):
        return ()
    if about != scene and scene.sentence.kind == "body" and not _is_all(scene, time):
        return (*about.events, *scene.events)
    counted_from = _counted_from(about, time)
    beside = [
        trigger
        for trigger in about.events
        if not trigger.span.overlaps(time.span)
        and not _is_beyond(about, time, trigger)
        and not _has_own_date(about, time, trigger)
        and trigger not in counted_from
    ]
    clause = about.clause(time.span)
    told = antecedents(about, clause)
    own = [one for one in beside if clause.start <= one.span.start < time.span.start]
    order = _without_bounds_first(about, nearest(about, time.span, beside))
    return tuple(dict.fromkeys((*told, *order))) if told and not own else order


def _without_bounds_first(scene: Scene, events: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Return events with those last that a word for a bound is: `as of`, which tells of any."""
    bounds = [cue.span for cue in scene.cues if cue.kind == _DATED]
    return tuple(sorted(events, key=lambda t: any(t.span.overlaps(span) for span in bounds)))


def _dates_the_last(scene: Scene, time: Timex) -> bool:
    """Return whether a date is that of the one before: 'the first visit in 24 years'."""
    return time.since and any(cue.value == _FIRST for cue in scene.cues if cue.kind == "marker")


def _dates_another(scene: Scene, time: Timex) -> bool:
    """Return whether a date is none of its event: of the last one before, or so long after it."""
    return _dates_the_last(scene, time) or _dates_how_long_since(scene, time)


def _dates_how_long_since(scene: Scene, time: Timex) -> bool:
    """Return whether a date is that on which so much time is over: `a year today since`."""
    clause = scene.clause(time.span)
    passed = any(
        cue.kind == _ELAPSED and gap(cue.span, time.span) <= _BESIDE_ELAPSED for cue in scene.cues
    )
    return passed and any(
        q.dimension == "duration" and clause.start <= q.span.start < clause.end
        for q in scene.quantities
    )


def _has_own_date(scene: Scene, time: Timex, trigger: Trigger) -> bool:
    """Return whether an event stands in a clause that dates it otherwise."""
    clause = scene.clause(trigger.span)
    if clause == scene.clause(time.span):
        return False
    inside = [one.days for one in scene.times if scene.clause(one.span) == clause]
    own = [days for days in inside if days.known]
    return bool(own) and not any(days.overlaps(time.days) for days in own)


def _counted_from(scene: Scene, time: Timex) -> tuple[Trigger, ...]:
    """Return the events that a length of time behind a date is counted from or to.

    They are of another day than the date: `in 1983, six years after independence`.
    """
    return tuple(
        event
        for length in scene.quantities
        if length.dimension == "duration" and time.span.end <= length.span.start
        for event in _measured_off(scene, length)
    )


def _measured_off(scene: Scene, length: Quantity) -> Sequence[Trigger]:
    """Return the event that a length of time lies before or after: `six years after it`.

    One that is itself a date is counted from another: `six years later it opened`.
    """
    behind = [one for one in scene.events if length.span.end < one.span.start]
    dated = [cue.span for cue in scene.cues if cue.kind == _DATED and cue.value in _OFF]
    word = next((s for s in dated if 0 <= s.start - length.span.end <= _RIGHT_BEHIND), None)
    opened = any(0 <= length.span.start - span.end <= _RIGHT_BEHIND for span in dated)
    resolved = any(t.span.overlaps(length.span) and t.days.known for t in scene.times)
    if not behind or not (word or opened) or resolved:
        return ()
    near = behind[0].span.start - (word or length.span).end <= _JOINED
    return _with_its_own(behind) if near else ()


def _with_its_own(events: Sequence[Trigger]) -> Sequence[Trigger]:
    """Return the first of some events, with the second where it is of that: signing the accord."""
    joined = len(events) > 1 and events[1].span.start - events[0].span.end <= _RIGHT_BEHIND + 1
    return events[:2] if joined and events[1].form == "noun" else events[:1]


def _is_beyond(scene: Scene, time: Timex, trigger: Trigger) -> bool:
    """Return whether an event of a clause behind a date's own has nothing to do with it.

    What lasts since a date is told before it, and a clause that opens with a denial tells nothing
    of it: `has run it since 2009, and never left`.
    """
    clause = scene.clause(trigger.span)
    opening = time.span.start - scene.sentence.span.start <= _DENIAL_OPENS
    if clause.start <= time.span.start or opening:
        return False
    return relation(scene, time) == _SINCE or any(
        cue.kind == "negation"
        and clause.start <= cue.span.start <= clause.start + _DENIAL_OPENS
        and cue.scope.overlaps(trigger.span)
        for cue in scene.cues
    )
