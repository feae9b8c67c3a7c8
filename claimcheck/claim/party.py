"""On which side of public life they stand who give a figure: they may be at odds over it."""

from typing import get_args

from claimcheck.claim.scene import Scene
from claimcheck.claim.subject import gap
from claimcheck.model.claim import Party
from claimcheck.model.mention import Cue, Quantity

_PARTY, _SOURCE, _CONTENT = "party", "source", "content"
_TELLING = ("attribution", "estimate")
# How far from a word of saying they stand at most who say it.
_REACH = 30
_PARTIES: dict[str, Party] = {name: name for name in get_args(Party)}


def party_of(scene: Scene, figure: Quantity) -> Party:
    """Return who gives a figure, as the word of saying nearest to it tells; empty if nobody."""
    told = [cue for cue in scene.cues if cue.kind in _TELLING]
    if not told:
        return ""
    saying = min(told, key=lambda cue: (gap(cue.span, figure.span), cue.span.start))
    speakers = [cue for cue in scene.cues if cue.kind == _PARTY and _says(scene, cue, saying)]
    if not speakers:
        return ""
    nearest = min(speakers, key=lambda cue: (_is_behind(cue, saying), gap(cue.span, saying.span)))
    return _PARTIES[nearest.value]


def _is_behind(speaker: Cue, saying: Cue) -> bool:
    """Return whether a word stands behind that of saying; where one names a source, before it."""
    behind = speaker.span.start >= saying.span.end
    return behind != (saying.value == _SOURCE)


def _says(scene: Scene, speaker: Cue, saying: Cue) -> bool:
    """Return whether nothing that is said or done stands between two words."""
    if gap(speaker.span, saying.span) > _REACH:
        return False
    start, end = sorted((speaker.span, saying.span), key=lambda span: span.start)
    between = range(start.end, end.start)
    contents = [cue.span for cue in scene.cues if cue.kind == _CONTENT]
    told = [*contents, *(q.span for q in scene.quantities), *(t.span for t in scene.events)]
    return not any(span.start in between for span in told)
