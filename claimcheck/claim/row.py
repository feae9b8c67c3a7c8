"""What stands before a figure in a list of figures: `Nairobi 12 (30 %), Mombasa 7 (18 %)`."""

from bisect import bisect_left

from claimcheck.claim.scene import Scene
from claimcheck.model.mention import Quantity, Word

# How many words name a row at most, the nearest to the figure.
_LONGEST = 4


def row_of(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    """Return the content keys between a figure and the one before it.

    A figure right behind another stands in the same row, in another column.
    """
    figures = sorted(scene.quantities, key=lambda q: q.span.start)
    at = bisect_left([q.span.start for q in figures], quantity.span.start)
    for number in range(at, -1, -1):
        start = figures[number - 1].span.end if number else scene.sentence.span.start
        words = _between(scene, start, figures[number].span.start)
        if words:
            return tuple(word.key for word in words[-_LONGEST:])
    return ()


def _between(scene: Scene, start: int, end: int) -> list[Word]:
    """Return the words of a stretch that neither say what is counted nor when."""
    taken = [q.noun for q in scene.quantities if q.noun] + [time.span for time in scene.times]
    return [
        word
        for word in scene.words
        if start <= word.start and word.end <= end and not any(map(word.overlaps, taken))
    ]
