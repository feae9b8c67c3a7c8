"""What a percentage is a share of: 412 votes (9.1%), 60% of the buildings."""

from collections.abc import Iterable, Sequence

from claimcheck.claim.neighbours import neighbours
from claimcheck.claim.scene import Scene
from claimcheck.claim.subject import gap
from claimcheck.lang.lexicon import Measure, measures
from claimcheck.model.mention import Quantity, Trigger
from claimcheck.model.text import TextSpan

PERCENT = "percent"
_COUNT = "count"
# What a measure whose parts are told in percent has at least one of.
_WHOLE = frozenset({"count", "money", "mass", "volume", "area", "energy", "power"})
# How far behind the count that it repeats as a share a percentage stands at most, or before it.
_BEHIND, _BEFORE = 20, 4


def shared(
    scene: Scene, share: Quantity, close: Sequence[str], fitting: Sequence[str]
) -> tuple[str, ...]:
    """Return the measures of a percentage: of its whole, of what it repeats, of words near it.

    close, fitting: what the words right beside it name, and all others with them. What is said of
    a share (46% of pupils passed) tells more than what it is a share of.
    """
    told = [*_shares_of(_words_of(scene, share)), *close]
    if not told:
        told = [*_repeated(scene, share), *_wholes(_words_of(scene, share))]
    return (*told, *fitting, *_wholes(_words_of(scene, share)))


def _repeated(scene: Scene, share: Quantity) -> tuple[str, ...]:
    """Return the measure of a percentage that says again what a count beside it does."""
    if share.change:
        return ()
    beside = (q for q in neighbours(scene, share) if q and _is_beside(scene, share.span, q))
    return next((found for count in beside if (found := _shares_of_count(scene, count))), ())


def _is_beside(scene: Scene, share: TextSpan, count: Quantity) -> bool:
    """Return whether a count stands beside a percentage, and nothing that is measured between."""
    if count.dimension != _COUNT:
        return False
    before = count.span.start < share.start
    if not 0 <= gap(share, count.span) <= (_BEHIND if before else _BEFORE):
        return False
    start, end = sorted((share, count.span), key=lambda span: span.start)
    return not any(start.end <= t.span.start < end.start for t in scene.measures)


def _shares_of_count(scene: Scene, count: Quantity) -> tuple[str, ...]:
    """Return the measures of shares of what a count's noun names."""
    words = (t for t in scene.measures if count.noun and t.span.overlaps(count.noun))
    named = tuple(m.share for m in measures().values() if m.share and count.unit in m.counted)
    return named or _shares_of(words)


def _words_of(scene: Scene, share: Quantity) -> tuple[Trigger, ...]:
    """Return the word that names the whole of a percentage: the last one of an English phrase."""
    return tuple(t for t in scene.measures if share.of and t.span.overlaps(share.of))[-1:]


def _shares_of(words: Iterable[Trigger]) -> tuple[str, ...]:
    """Return the measures that words say a share of themselves is: of voters, the turnout."""
    frames = (frame for trigger in words for frame in trigger.frames)
    return tuple(dict.fromkeys(measures()[f].share for f in frames if measures()[f].share))


def _wholes(words: Iterable[Trigger]) -> tuple[str, ...]:
    """Return `percent:` and the measure of each word for a whole that is shared."""
    frames = (frame for trigger in words for frame in trigger.frames)
    return tuple(f"{PERCENT}:{f}" for f in frames if _is_whole(measures()[f]))


def _is_whole(measure: Measure) -> bool:
    """Return whether a measure is of things or sums, and is no percentage itself."""
    return PERCENT not in measure.dimension and not _WHOLE.isdisjoint(measure.dimension)
