"""How settled a figure was when it was told: provisional, final, an estimate."""

from collections.abc import Sequence

from claimcheck.claim.scene import Scene
from claimcheck.claim.subject import gap
from claimcheck.model.claim import Stage
from claimcheck.model.mention import Cue, Quantity, Value

_STAGE = "stage"
_ESTIMATE = "estimate"
# What no count or result is told in.
_NO_RESULTS = ("age", "rank")
_STAGES: dict[str, Stage] = {"early": "early", "final": "final"}
# How far behind a figure the word that tells its stage stands at most.
_BEHIND = 25


def stage_of(told: Sequence[Scene], scene: Scene, value: Value) -> Stage:
    """Return how far a count had come: as its sentence says, else as the last one that says so."""
    if not isinstance(value, Quantity) or value.dimension in _NO_RESULTS:
        return ""
    own = _stages(scene)
    if own:
        return _STAGES[min(own, key=lambda cue: gap(cue.span, value.span)).value]
    return next(
        (stage for before in reversed(told[: scene.number]) if (stage := _sets(before))), ""
    )


def has_stage(scene: Scene) -> bool:
    """Return whether a sentence says itself how far a count had come."""
    return bool(_stages(scene))


def _stages(scene: Scene) -> list[Cue]:
    return [cue for cue in scene.cues if cue.kind == _STAGE]


def _sets(scene: Scene) -> Stage:
    """Return the stage that a sentence begins to tell of; a word behind a figure is of that one."""
    first = min((q.span.start for q in scene.quantities), default=scene.sentence.span.end)
    told = [cue for cue in _stages(scene) if cue.span.start < first]
    return _STAGES[told[-1].value] if told else ""


def estimated(scene: Scene, quantity: Quantity) -> bool:
    """Return whether a quantity is told as an estimate: as a range, or by a word that says so."""
    if quantity.low is not None and quantity.high is not None and quantity.low < quantity.high:
        return quantity.dimension != "score"
    clause = scene.clause(quantity.span)
    return any(
        cue.kind == _ESTIMATE
        and clause.start <= cue.span.start
        and cue.span.end - _BEHIND <= quantity.span.end
        for cue in scene.cues
    )
