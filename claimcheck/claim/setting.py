"""Which events happen at a place, as its sentence tells."""

from collections.abc import Sequence

from claimcheck.claim.scene import Scene, place_part
from claimcheck.claim.stance import dates_a_statement
from claimcheck.claim.subject import distance
from claimcheck.lang.entity_types import entity_types
from claimcheck.lang.lexicon import events
from claimcheck.model.mention import Entity, Timex, Trigger
from claimcheck.model.text import TextSpan

# Between a place and the word that opens what happened there: a comma, a quotation mark.
_ADJACENT = 4
# A word that stands for what was told before.
ANAPHOR = ("anaphor", "it")
# How far before a place its event is named, and how far behind it where the place opens a clause.
_REACH = 140
_OPENING = 14
# Between what somebody is and where from: a preposition and an article.
_NEAR = 10
_BEHIND = 90
_HOSTING = 1
# How many letters are written with a verb, before it.
_CLITICS = 2
# The parts of a place that something moves to, from or through.
_MOVED = ("from", "to", "via")
# What lasts at a place that plays a part, as the events call it: the seat of somebody.
_LASTING = {"seat": "headquarters"}
_ORIGIN, _LEARNING = "native-place", "study"
# The family of facilities where somebody learns.
_SCHOOLS = "learning"


def events_at(scene: Scene, place: Entity) -> tuple[Trigger, ...]:
    """Return the words for the events that happen at a place, the likeliest first.

    Those named before it in its clause, the nearest first, with the verb that governs them; else
    those behind it, where it opens its clause or stands between a verb and what the verb is about
    (`they signed in Paris an accord`), or the last of the clauses before (`the meeting which was
    held in`); then what `where` tells of it, which goes before what only lasts there.
    """
    told = (*scene.events, *scene.settings)
    beside = [one for one in told if not one.span.overlaps(place.span)]
    clause = scene.clause(place.span)
    own = [one for one in beside if _inside(one.span, clause)]
    there = (
        _told_there(scene, place, beside, "there")
        or _lasting(scene, place, own)
        or _taken_up(scene, place, beside)
        or _told_there(scene, place, beside, "then")
    )
    hosted = [one for one in own if not _hosts(scene, one, place)]
    if len(hosted) < len(own):
        governing = _carried_over(scene, place, beside) or _opened_by(scene, place, hosted)
    else:
        governing = (
            _governing(scene, place, own)
            or _opened_by(scene, place, own)
            or _done_there(scene, place, own)
        )
    found = governing or _carried_over(scene, place, beside)
    if found and (_lasts(found[0]) or _only_lasts(there)):
        return tuple(dict.fromkeys((*there, *found)))
    return tuple(dict.fromkeys((*found, *there)))


def _governing(scene: Scene, place: Entity, own: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the nearest event before a place, and the verb before that."""
    before = [t for t in own if 0 <= place.span.start - t.span.end <= _REACH]
    before.sort(key=lambda t: -t.span.start)
    if not before or _only_said(scene, place, before[0]):
        return ()
    verb = next((t for t in before if t.form == "verb"), before[0])
    return (before[0], verb)


def _hosts(scene: Scene, trigger: Trigger, place: Entity) -> bool:
    """Return whether a verb stands right before a place: its subject hosts, not happens.

    A phrase tells what happens there (`made in`, `a quake hit`). What lasts there is not hosted
    (`its seat Dakar`), nor what starts or ends there (`left Dakar`).
    """
    if _lasts(trigger) or place_part(scene, place) in _MOVED:
        return False
    beside = trigger.form == "verb" and 0 <= place.span.start - trigger.span.end <= _HOSTING
    return beside and any(
        word.end == trigger.span.end and word.start - trigger.span.start <= _CLITICS
        for word in scene.words
    )


def _only_said(scene: Scene, place: Entity, event: Trigger) -> bool:
    """Return whether somebody says something at a place: a word of saying stands in between."""
    return any(
        cue.kind == "attribution" and event.span.end <= cue.span.start < place.span.start
        for cue in scene.cues
    )


def _opened_by(scene: Scene, place: Entity, own: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the first event of a clause that opens with a place, or right before it."""
    if place.span.start - scene.clause(place.span).start > _OPENING:
        return ()
    behind = [t for t in own if 0 <= t.span.start - place.span.end <= _BEHIND]
    return tuple(behind[:1])


def _done_there(scene: Scene, place: Entity, own: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the first event behind a place whose clause a verb opens that needs one.

    Of those that somebody signs, holds, ends or sees (`signed in Paris with its lenders a deal`).
    """
    clause = scene.clause(place.span)
    needed = any(
        cue.kind == "does" and clause.start <= cue.span.start < place.span.start
        for cue in scene.cues
    )
    behind = [t for t in own if 0 <= t.span.start - place.span.end <= _BEHIND]
    if not needed or not behind or _another_between(scene, place, behind[0]):
        return ()
    return (behind[0],)


def _another_between(scene: Scene, place: Entity, event: Trigger) -> bool:
    """Return whether another place than the one around a place stands before an event."""
    return any(
        other.kind in ("place", "facility")
        and place.span.end + _ADJACENT < other.span.start < event.span.start
        and place_part(scene, other) == place_part(scene, place)
        for other in scene.entities
    )


def _lasting(scene: Scene, place: Entity, own: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return what lasts at a place as its part tells: somebody has the seat or the home there."""
    frame = _LASTING.get(place_part(scene, place)) or _home(scene, place)
    told = [t for t in own if 0 <= place.span.start - t.span.end <= _NEAR and _lasts(t)]
    if not frame or told:
        return tuple(told[-1:])
    return (Trigger(span=place.span, kind="event", form="noun", frames=(frame,)),)


def _home(scene: Scene, place: Entity) -> str:
    """Return what the place that somebody is from is to them: their home, or their school."""
    if place_part(scene, place) != "from" or not _of_folk(scene, place):
        return ""
    if place.kind == "facility":
        known = entity_types().facilities.get(place.type)
        return _LEARNING if known and known.family == _SCHOOLS else ""
    return _ORIGIN


def _of_folk(scene: Scene, place: Entity) -> bool:
    """Return whether a word for a person stands before a place's preposition (`a man from`)."""
    folk = [cue.span for cue in scene.cues if cue.kind == "folk"]
    named = [one.span for one in scene.entities if one.kind in ("person", "role")]
    return any(0 < place.span.start - span.end <= _NEAR for span in (*folk, *named))


def _lasts(event: Trigger) -> bool:
    return events()[event.frames[0]].state


def _only_lasts(told: Sequence[Trigger]) -> bool:
    return bool(told) and all(_lasts(one) for one in told)


def _taken_up(scene: Scene, place: Entity, beside: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the event behind a place that is told to be in it (`near X, they met there`)."""
    for cue in scene.cues:
        if cue.kind != "therein" or not 0 < cue.span.start - place.span.end <= _BEHIND:
            continue
        events = [
            t
            for t in beside
            if place.span.end < t.span.start and 0 < cue.span.start - t.span.end <= _NEAR
        ]
        if events and not _another_between(scene, place, events[-1]):
            return (events[-1],)
    return ()


def _told_there(
    scene: Scene, place: Entity, beside: Sequence[Trigger], opened: str
) -> tuple[Trigger, ...]:
    """Return the first event of the clause that `where`, or `when`, opens behind a place."""
    for cue in scene.cues:
        if cue.kind == opened and _follows(scene, place, cue.span):
            clause = scene.clause(cue.span)
            inside = [
                t for t in beside if _inside(t.span, clause) and t.span.start > cue.span.start
            ]
            return tuple(inside[:2])
    return ()


def _follows(scene: Scene, place: Entity, word: TextSpan) -> bool:
    """Return whether nothing but what contains a place stands between it and a word."""
    if word.start < place.span.end:
        return False
    between = sum(
        one.span.end - max(one.span.start, place.span.end)
        for one in scene.entities
        if one.span.end > place.span.end
        and one.span.start >= place.span.start
        and one.span.end <= word.start
    )
    return word.start - place.span.end - between <= _ADJACENT


def _carried_over(scene: Scene, place: Entity, beside: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the last event of the clauses before a place's own, which names none."""
    before = [
        t
        for t in beside
        if 0 <= place.span.start - t.span.end <= _BEHIND
        and not _hosts(scene, t, place)
        and not _placed_itself(scene, place, t)
    ]
    last = sorted(before, key=lambda t: -t.span.start)[:1]
    return tuple(event for event in last if not _only_said(scene, place, event))


def _placed_itself(scene: Scene, place: Entity, event: Trigger) -> bool:
    """Return whether an event of another clause has a place there that plays the same part."""
    clause = scene.clause(event.span)
    return clause != scene.clause(place.span) and any(
        other.kind in ("place", "facility")
        and event.span.end <= other.span.start < clause.end
        and place_part(scene, other) == place_part(scene, place)
        for other in scene.entities
    )


def told_before(above: Scene, scene: Scene) -> tuple[Trigger, ...]:
    """Return the event of the sentence before, where one says but where `that` was."""
    beside = above.sentence.segment == scene.sentence.segment
    start = scene.sentence.span.start
    alone = any(
        (cue.kind, cue.value) == ANAPHOR and cue.span.start - start <= _ADJACENT
        for cue in scene.cues
    )
    if scene.events or not (beside and alone):
        return ()
    verbs = [event for event in above.events if event.form == "verb"]
    return tuple((verbs or above.events)[:1])


def time_at(scene: Scene, place: Entity, events: Sequence[Trigger]) -> Timex | None:
    """Return the date of what happens at a place: in its clause or in that of its event.

    The day of a statement is none, nor is the day from which on something lasts.
    """
    clauses = {scene.clause(place.span), *(scene.clause(event.span) for event in events[:1])}
    dated = [
        time
        for time in scene.times
        if time.days.known
        and not time.since
        and scene.clause(time.span) in clauses
        and not dates_a_statement(scene, time)
    ]
    return min(dated, key=lambda time: distance(scene, place.span, time.span), default=None)


def _inside(span: TextSpan, clause: TextSpan) -> bool:
    return clause.start <= span.start < clause.end
