"""How an article stands to what it says: asserts, denies, plans, quotes."""

from collections.abc import Callable

from claimcheck.claim.scene import Scene
from claimcheck.claim.subject import distance, gap
from claimcheck.model.claim import Status
from claimcheck.model.mention import Cue, Quantity, Timex, Trigger, Value
from claimcheck.model.text import TextSpan

MEASURED = "measured"
# It happened at the date, and not before: not until then.
_THEN = "then"
_STATUS: dict[str, Status] = {
    "target": "target",
    "forecast": "forecast",
    "plan": "planned",
    "conditional": "conditional",
}
_RIGHT_BEHIND = 2
_SOUGHT = "sought"
# How far behind the word for it stands at most what is asked for.
_BEHIND_SOUGHT = 60
# How far before a deed a word stands at most that makes a plan or a condition of it.
_BESIDE_DEED = 30
# How far behind a figure its own date stands at most.
_BESIDE_FIGURE = 12
_ADJACENT = 2
# Between a label and its value; and before a label, an article.
_COLON_AND_SPACE = 2
_CLITIC_LETTERS = 3
_MONTH = 31
# What names a source, which is of no day: according to.
_SOURCE = "source"
_CONTENT = "content"
_RELATIVE = "relative"
# How far before the clause that tells of it an event is named at most.
_BEFORE_RELATIVE = 20
# How far from the start of its clause a date stands at most that opens it.
_OPENING = 12
# What tells how long an event was, or whose it was, and so is dated with it.
_OF_EVENTS = ("duration", "age", "rank")
_VOICES = ("person", "role", "organisation", "nationality")


def status(scene: Scene, value: TextSpan, trigger: Trigger | None) -> Status:
    """Return whether a value's event is said to have happened, to be planned, forecast ..."""
    spans = [value, *([trigger.span] if trigger else [])]
    for kind, name in _STATUS.items():
        for cue in scene.cues:
            if cue.kind != kind or _is_counted(scene, cue):
                continue
            if any(_governs(scene, cue, span) for span in spans):
                return name
    return "actual"


def _is_counted(scene: Scene, cue: Cue) -> bool:
    """Return whether a word for what is aimed at is one of a figure: three goals, بهدف دون رد."""
    return cue.kind == "target" and any(q.span.overlaps(cue.span) for q in scene.quantities)


def is_sought(scene: Scene, value: TextSpan) -> bool:
    """Return whether a figure is what somebody asks for or proposes, right before it."""
    return any(
        cue.kind == _SOUGHT
        and 0 <= value.start - cue.span.end <= _BEHIND_SOUGHT
        and scene.clause(cue.span) == scene.clause(value)
        and not any(cue.span.end <= q.span.start < value.start for q in scene.quantities)
        for cue in scene.cues
    )


def deed_status(scene: Scene, deed: TextSpan) -> Status:
    """Return whether a deed is said to be done, to be planned, forecast ... right beside it."""
    for kind, name in _STATUS.items():
        for cue in scene.cues:
            near = cue.span.start <= deed.start <= cue.span.end + _BESIDE_DEED
            near = near and not _is_event(scene, cue)
            if cue.kind == kind and near and _governs(scene, cue, deed):
                return name
    return "actual"


def _is_event(scene: Scene, cue: Cue) -> bool:
    """Return whether a word for what is aimed at is one for an event: the goal of a match."""
    told = any(trigger.span.overlaps(cue.span) for trigger in scene.events)
    return cue.kind == "target" and told


def _governs(scene: Scene, cue: Cue, span: TextSpan) -> bool:
    """Return whether a cue stands before a span in its clause, or right behind it."""
    clause = scene.clause(cue.span)
    before = cue.span.start <= span.start < clause.end
    return before or 0 <= cue.span.start - span.end <= _RIGHT_BEHIND


def negated(scene: Scene, trigger: Trigger | None, value: Value) -> bool:
    """Return whether a negation's scope covers the event's word, and a figure with it."""
    figure = value.span if isinstance(value, Quantity) else None
    return trigger is not None and any(
        cue.kind == "negation"
        and cue.scope.overlaps(trigger.span)
        and (figure is None or cue.scope.overlaps(figure))
        for cue in scene.cues
    )


def hedged(scene: Scene, value: TextSpan) -> bool:
    """Return whether the sentence keeps its distance from what it says."""
    return any(cue.kind == "hedge" and cue.scope.overlaps(value) for cue in scene.cues)


def dates_a_statement(scene: Scene, time: Timex) -> bool:
    """Return whether a date tells when something was said, not when it happened.

    It stands behind the word of saying in its clause, before what is said, or opens the clause.
    """
    cues = [
        cue
        for cue in scene.cues
        if cue.kind == "attribution" and cue.value != _SOURCE and _may_date(scene, cue, time)
    ]
    if any(cue.span.end <= time.span.start for cue in cues) and _ends_saying(scene, time):
        return True
    said = [distance(scene, time.span, cue.span) for cue in cues]
    happened = [distance(scene, time.span, trigger.span) for trigger in scene.events]
    return bool(said) and (not happened or min(said) < min(happened))


def _ends_saying(scene: Scene, time: Timex) -> bool:
    """Return whether what is said follows right behind a date: 'announced on Monday that'."""
    return any(
        cue.kind == _CONTENT and 0 <= cue.span.start - time.span.end <= _ADJACENT
        for cue in scene.cues
    )


def _may_date(scene: Scene, cue: Cue, time: Timex) -> bool:
    """Return whether a date may be that of a word of saying, as far as their order tells."""
    clause = scene.clause(time.span)
    if time.span.start < cue.span.start:
        if any(_relates(one, time) for one in scene.cues):
            return False
        return cue.span.start < clause.end and time.span.start - clause.start <= _OPENING
    if clause != scene.clause(cue.span):
        return False
    return not any(
        other.kind == _CONTENT and cue.span.end <= other.span.start < time.span.start
        for other in scene.cues
    )


def dated(scene: Scene, time: Timex) -> str:
    """Return what a date is of: a statement, a figure beside it, or an event and how.

    `said`, `measured`; `before`, `after`, `since` or `between` it; else nothing.
    """
    if dates_a_statement(scene, time):
        return "said"
    return relation(scene, time) or (MEASURED if figure_of(scene, time) else "")


def _labelled(scene: Scene, time: Timex) -> bool:
    """Return whether a word for an event and a colon stand right before a date (`Opening: May`)."""
    start = scene.sentence.span.start
    return any(
        time.span.start - event.span.end == _COLON_AND_SPACE
        and event.span.start - start <= _CLITIC_LETTERS
        for event in scene.events
    )


def relation(scene: Scene, time: Timex) -> str:
    """Return how what happened lies to a date: `before`, `after`, `since`, `between`, or ``."""
    told = (cue.value for cue in scene.cues if _relates(cue, time) and cue.value != _THEN)
    return next(told, "")


def _relates(cue: Cue, time: Timex) -> bool:
    """Return whether a word right before a date tells how what happened lies to it: since."""
    return cue.kind == "dated" and -1 <= time.span.start - cue.span.end <= _ADJACENT


def figure_of(scene: Scene, time: Timex) -> Quantity | None:
    """Return the figure that a date right beside it is of, in a clause that tells no event.

    A day that stands as the head of its line is the day of what the line tells.
    """
    clause = scene.clause(time.span)
    if heads_line(scene, time, clause) or antecedents(scene, clause) or _labelled(scene, time):
        return None
    events = [t for t in scene.events if t.form == "verb" and t.span.overlaps(clause)]
    for figure in scene.quantities:
        own = [figure.span, *([figure.noun] if figure.noun else [])]
        if figure.dimension in _OF_EVENTS or figure.span.overlaps(time.span):
            continue
        apart = min(gap(time.span, span) for span in own)
        if apart > (_BESIDE_FIGURE if scene.clause(figure.span) == clause else _ADJACENT):
            continue
        if all(any(t.span.overlaps(span) for span in own) for t in events):
            return figure
    return None


def antecedents(scene: Scene, clause: TextSpan) -> tuple[Trigger, ...]:
    """Return the event right before a clause that tells of it: `the quake which struck on`."""
    opens = any(
        cue.kind == _RELATIVE and 0 <= cue.span.start - clause.start <= _ADJACENT
        for cue in scene.cues
    )
    before = [t for t in scene.events if 0 <= clause.start - t.span.end <= _BEFORE_RELATIVE]
    return tuple(before[-1:]) if opens else ()


def heads_line(scene: Scene, time: Timex, clause: TextSpan) -> bool:
    """Return whether a day or a month opens its sentence and is all that its clause says."""
    if time.first is None or time.last is None or time.last - time.first >= _MONTH:
        return False
    opens = time.span.start - scene.sentence.span.start <= _OPENING
    return opens and 0 <= clause.end - time.span.end <= _ADJACENT


def deed_voice(scene: Scene, deed: TextSpan) -> str:
    """Return whom the sentence quotes for a deed: what is told before it is told by the outlet."""
    clause = scene.clause(deed)
    return voice(scene, lambda cue: cue.span.start < deed.start or cue.span.overlaps(clause))


def voice(scene: Scene, speaks: Callable[[Cue], bool] = lambda _: True) -> str:
    """Return whom the sentence quotes: an identity, `?` for someone unnamed, or nothing.

    speaks: which of its words of saying count.
    """
    cues = [cue for cue in scene.cues if cue.kind == "attribution" and speaks(cue)]
    if not cues:
        return ""
    after = [
        entity
        for entity in scene.entities
        if entity.kind in _VOICES and entity.span.start >= cues[0].span.start
    ]
    before = [entity for entity in scene.entities if entity.kind in _VOICES]
    return (after or before)[0].id if after or before else "?"
