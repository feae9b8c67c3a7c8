"""An article's mentions, sorted into its sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.claim.bare_count import bare_counts
from claimcheck.date_values import tells_hour
from claimcheck.lang.lexicon import events
from claimcheck.model.mention import (
    Actor,
    Annotation,
    AnyMention,
    Cue,
    Entity,
    Outcome,
    Quantity,
    Role,
    Sentence,
    Timex,
    Trigger,
    Value,
    Word,
)
from claimcheck.model.text import TextSpan

# The parts of a place that an event is at, not of one that takes part in it.
_AROUND = ("in", "near")
# Where something lasts to stand, as the events call it, and what stands between two words.
_STANDS = "siting"
_SPACE = 1
_PARTICIPANTS = ("person", "role", "organisation", "nationality")


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence with all that it mentions.

    number: its place in the article; lead: it is the title or the first of the body.
    events: those that a date or a figure may be of; settings: those that tell but where.
    roles: the parts of its entities in its events, where a reader could tell.
    deeds: who plays the parts that only one can play, and what came about or did not.
    """

    number: int
    sentence: Sentence
    lead: bool
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    entities: tuple[Entity, ...]
    events: tuple[Trigger, ...]
    measures: tuple[Trigger, ...]
    cues: tuple[Cue, ...]
    words: tuple[Word, ...]
    roles: tuple[Role, ...] = ()
    deeds: tuple[Actor | Outcome, ...] = ()
    settings: tuple[Trigger, ...] = ()

    def clause(self, span: TextSpan) -> TextSpan:
        """Return the clause in which `span` starts."""
        return self.sentence.clauses[self.clause_number(span)]

    def clause_number(self, span: TextSpan) -> int:
        """Return the number of the clause in which `span` starts."""
        return max(bisect_right(self._clause_starts, span.start) - 1, 0)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.sentence.clauses]

    @cached_property
    def participants(self) -> tuple[Entity, ...]:
        """Who takes part: people, bodies, peoples, and countries that are not its place."""
        located = {cue.span for cue in self.cues if cue.kind == "place" and cue.value in _AROUND}
        return tuple(
            entity
            for entity in self.entities
            if entity.kind in _PARTICIPANTS
            or entity.governs
            or (entity.is_state and entity.span not in located)
        )

    @cached_property
    def identities(self) -> tuple[str, ...]:
        """Whom its participants are."""
        return identities(self.participants)


def identities(entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return whom entities are, each once: holders of an office, and what they stand for."""
    found: dict[str, None] = {}
    for entity in entities:
        if entity.kind == "role":
            found.update(dict.fromkeys(entity.alternatives or (entity.id,)))
        elif entity.kind != "place" or not entity.governs:
            found[entity.id] = None
        if entity.governs:
            found[entity.governs] = None
    return tuple(found)


def scenes(annotation: Annotation) -> tuple[Scene, ...]:
    """Return the sentences of an article in order, each with its mentions."""
    starts = [mention.span.start for mention in annotation.mentions]
    word_starts = [word.start for word in annotation.words]
    role_starts = [role.event.start for role in annotation.roles]
    first_body = next((s.segment for s in annotation.sentences if s.kind == "body"), -1)
    made = []
    for number, sentence in enumerate(annotation.sentences):
        span = sentence.span
        inside = annotation.mentions[
            bisect_left(starts, span.start) : bisect_left(starts, span.end)
        ]
        words = annotation.words[
            bisect_left(word_starts, span.start) : bisect_left(word_starts, span.end)
        ]
        lead = sentence.kind == "title" or sentence.segment == first_body
        roles = annotation.roles[
            bisect_left(role_starts, span.start) : bisect_left(role_starts, span.end)
        ]
        made.append(_scene(number, sentence, inside, lead=lead, words=words, roles=roles))
    return tuple(made)


def _scene(  # noqa: PLR0913 (fields)
    number: int,
    sentence: Sentence,
    inside: tuple[AnyMention, ...],
    *,
    lead: bool,
    words: tuple[Word, ...],
    roles: tuple[Role, ...],
) -> Scene:
    triggers = [m for m in inside if isinstance(m, Trigger)]
    return Scene(
        number=number,
        sentence=sentence,
        lead=lead,
        times=tuple(m for m in inside if isinstance(m, Timex)),
        quantities=(*(m for m in inside if isinstance(m, Quantity)), *bare_counts(inside)),
        entities=tuple(m for m in inside if isinstance(m, Entity)),
        events=tuple(m for m in triggers if m.kind == "event" and not _only_where(m)),
        settings=tuple(m for m in triggers if m.kind == "event" and _only_where(m)),
        measures=tuple(m for m in triggers if m.kind == "measure"),
        cues=tuple(m for m in inside if isinstance(m, Cue)),
        words=words,
        roles=roles,
        deeds=tuple(m for m in inside if isinstance(m, Actor | Outcome)),
    )


def _only_where(trigger: Trigger) -> bool:
    return all(events()[frame].where for frame in trigger.frames)


def values(scene: Scene) -> Iterator[Value]:
    """Yield what a claim may state: dates, quantities, places, actors and outcomes.

    A country or its capital is a place only where a preposition says so: else it acts. Where a
    facility stands is a place of its own only where a verb says so.
    """
    located = {c.span for c in scene.cues if c.kind == "place"}
    yield from (time for time in scene.times if _is_told(time))
    yield from scene.quantities
    for entity in scene.entities:
        placed = entity.kind == "facility" or (
            entity.kind == "place" and (not _inside(entity, scene) or _sited(entity, scene))
        )
        acts = entity.governs or entity.is_state
        if placed and (entity.span in located or not acts):
            yield entity
    yield from scene.deeds


def _is_told(time: Timex) -> bool:
    """Return whether a date says which days, be it of an unknown year, or which hour."""
    days = time.days.known or time.yearly is not None
    return days or tells_hour(time)


def place_part(scene: Scene, place: Entity) -> str:
    """Return the part that its preposition gives to a place: in, near, to, from, via."""
    return next((c.value for c in scene.cues if c.kind == "place" and c.span == place.span), "")


def _sited(place: Entity, scene: Scene) -> bool:
    """Return whether a verb before a facility says that it stands at a place in its phrase."""
    part = place_part(scene, place)
    whole = [other for other in scene.entities if other.kind == "facility" and _holds(other, place)]
    return part in _AROUND and any(
        0 < one.span.start - trigger.span.end <= _SPACE and _STANDS in trigger.frames
        for one in whole
        for trigger in scene.settings
    )


def _holds(whole: Entity, part: Entity) -> bool:
    return whole.span.start < part.span.start and part.span.end <= whole.span.end


def _inside(place: Entity, scene: Scene) -> bool:
    """Return whether a place is only part of the name or location of a facility."""
    return any(
        other.kind in ("facility", "organisation")
        and other.span.start <= place.span.start
        and place.span.end <= other.span.end
        for other in scene.entities
    )
