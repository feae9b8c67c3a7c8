"""One article's mentions -> its claims."""

import hashlib
from collections.abc import Sequence

from claimcheck.claim.about import events_of, subject_scene
from claimcheck.claim.instance import instances
from claimcheck.claim.measures import measures_of
from claimcheck.claim.party import party_of
from claimcheck.claim.role import roles
from claimcheck.claim.row import row_of
from claimcheck.claim.scene import Scene, place_part, scenes, values
from claimcheck.claim.setting import time_at
from claimcheck.claim.stage import estimated, has_stage, stage_of
from claimcheck.claim.stance import (
    MEASURED,
    dated,
    deed_status,
    deed_voice,
    figure_of,
    hedged,
    is_sought,
    negated,
    status,
    voice,
)
from claimcheck.claim.subject import (
    contrasts,
    markers,
    nearest,
    offices,
    participants,
    time_of,
)
from claimcheck.lang.deeds import is_lasting
from claimcheck.model.claim import Attribute, Claim, Status
from claimcheck.model.mention import (
    Actor,
    Annotation,
    Entity,
    Outcome,
    Quantity,
    Timex,
    Trigger,
    Value,
    Word,
)
from claimcheck.model.text import Article, Interval, TextSpan


def claims_of(article: Article, annotation: Annotation) -> tuple[Claim, ...]:
    """Return every value that an article states, with what it is the value of, by position."""
    told = scenes(annotation)
    anchor = annotation.anchor
    found = [
        _claim(article, anchor, told, scene, value) for scene in told for value in values(scene)
    ]
    return instances(found, anchor)


def _claim(
    article: Article, anchor: Interval, told: Sequence[Scene], scene: Scene, value: Value
) -> Claim:
    about = subject_scene(told, scene, value)
    triggers = events_of(told, about, scene, value)
    trigger = triggers[0] if triggers else None
    own, inherited = participants(told, about, value)
    attribute = _ATTRIBUTES[type(value)]
    clause = about.clause(value.span)
    deed = isinstance(value, Actor | Outcome)
    words, context = _words(about, clause, value)
    part = _part(scene, value)
    return Claim(
        id=_identity(article.id, _question(attribute, value), value.span),
        article=article.id,
        source=article.source,
        language=article.language,
        attribute=attribute,
        measures=measures_of(scene, value, triggers) if isinstance(value, Quantity) else (),
        part=part,
        value=value,
        figure=figure_of(scene, value) if isinstance(value, Timex) and part == MEASURED else None,
        frames=tuple(dict.fromkeys(frame for t in triggers for frame in t.frames)),
        trigger=trigger.span if trigger else None,
        participants=own,
        inherited=inherited,
        offices=offices(about),
        roles=roles(about, trigger),
        words=words,
        context=context,
        around=_around(told, about),
        row=row_of(scene, value) if isinstance(value, Quantity) else (),
        markers=markers(about, trigger),
        contrasts=contrasts(scene, value),
        when=_when(told, scene, value, triggers),
        as_of=anchor,
        status=_status(scene, value, trigger),
        negated=negated(scene, trigger, value),
        hedged=hedged(scene, value.span),
        voice=deed_voice(scene, value.span) if deed else voice(scene),
        party=party_of(scene, value) if isinstance(value, Quantity) else "",
        stage=stage_of(told, scene, value),
        staged=has_stage(scene),
        estimated=isinstance(value, Quantity) and estimated(scene, value),
        lead=scene.lead,
        told_in=about.number,
        sentence=_stretch(scene, about),
        clause=clause,
    )


def _status(scene: Scene, value: Value, trigger: Trigger | None) -> Status:
    """Return whether a value's event is said to have happened, to be planned or asked for ..."""
    deed = isinstance(value, Actor | Outcome)
    told = deed_status(scene, value.span) if deed else status(scene, value.span, trigger)
    sought = isinstance(value, Quantity | Outcome) and is_sought(scene, value.span)
    return "target" if sought and told == "actual" else told


def _stretch(scene: Scene, about: Scene) -> TextSpan:
    """Return the text of the sentence with a value and of the one that tells what it is about."""
    first, last = sorted((scene.sentence.span, about.sentence.span), key=lambda s: s.start)
    return TextSpan(start=first.start, end=last.end)


_ATTRIBUTES: dict[type, Attribute] = {
    Timex: "when",
    Quantity: "how_many",
    Entity: "where",
    Actor: "who",
    Outcome: "whether",
}


def _when(told: Sequence[Scene], scene: Scene, value: Value, events: Sequence[Trigger]) -> Interval:
    """Return the days that the value's event may have happened on, as its text says."""
    if isinstance(value, Timex):
        return value.days
    if isinstance(value, Actor) and is_lasting(value.role):
        return Interval()
    if isinstance(value, Entity):
        time = time_at(scene, value, events)
    else:
        triggers = nearest(scene, value.span, scene.events)
        time = time_of(scene, triggers[0] if triggers else None, value)
    if time is None:
        time = _heading_time(told, scene)
    return time.days if time else Interval()


def _heading_time(told: Sequence[Scene], scene: Scene) -> Timex | None:
    """Return the date of the heading that a sentence stands under."""
    for other in reversed(told[: scene.number]):
        if other.sentence.kind == "heading":
            return other.times[0] if other.times else None
    return None


def _part(scene: Scene, value: Value) -> str:
    """Return what is dated, the part that a place or somebody plays, or the matter."""
    if isinstance(value, Entity):
        return place_part(scene, value)
    if isinstance(value, Actor):
        return value.role
    if isinstance(value, Outcome):
        return value.matter
    return dated(scene, value) if isinstance(value, Timex) else ""


def _words(scene: Scene, clause: TextSpan, value: Value) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the content keys of a value's clause, and those of the rest of its sentence."""
    noun = value.noun if isinstance(value, Quantity) else None
    own = [span for span in (*_edges(value), noun) if span is not None]
    words: Sequence[Word] = scene.words
    for span in own:
        words = [word for word in words if word.end <= span.start or span.end <= word.start]
    # Written out, as this is done for each word of each value's sentence: gaps and overlaps.
    start, end = value.span.start, value.span.end
    others = sorted([(max(w.start - end, start - w.end), *w) for w in words])
    start, end = clause.start, clause.end
    near = dict.fromkeys([key for _, first, stop, key in others if first < end and start < stop])
    far = dict.fromkeys([key for *_, key in others if key not in near])
    return tuple(near), tuple(far)


def _edges(value: Value) -> tuple[TextSpan, ...]:
    """Return the stretches of text that are the value's own: of a matter its first and last letter.

    Between its words others may stand that tell of whom or what.
    """
    start, end = value.span.start, value.span.end
    if not isinstance(value, Outcome):
        return (value.span,)
    return TextSpan(start, start + 1), TextSpan(end - 1, end)


def _around(told: Sequence[Scene], scene: Scene) -> tuple[str, ...]:
    """Return the content keys of the sentences before and after one."""
    beside = (*told[max(scene.number - 1, 0) : scene.number], *told[scene.number + 1 :][:1])
    return tuple(dict.fromkeys([word.key for other in beside for word in other.words]))


def _question(attribute: Attribute, value: Value) -> str:
    """Return what a value answers; one name may play several parts."""
    if isinstance(value, Actor):
        return f"{attribute} {value.role}"
    return f"{attribute} {value.matter}" if isinstance(value, Outcome) else attribute


def _identity(article: str, question: str, span: TextSpan) -> str:
    text = f"{article}\n{question}\n{span.start}\n{span.end}"
    return hashlib.sha256(text.encode()).hexdigest()[:12]
