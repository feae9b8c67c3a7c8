"""The figures that stand next to a figure in its sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.claim.scene import Scene
from claimcheck.model.mention import Quantity

# Of how many sentences is kept what is worked out once for all of their figures.
_SENTENCES = 4


def neighbours(scene: Scene, quantity: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """Return the figures right before and right behind one."""
    figures, starts = _figures(scene)
    at = bisect_left(starts, quantity.span.start)
    before = figures[at - 1] if at else None
    return before, figures[at + 1] if at + 1 < len(figures) else None


@lru_cache(_SENTENCES)
def _figures(scene: Scene) -> tuple[Sequence[Quantity], Sequence[int]]:
    """Return the figures of a sentence in order, and where each starts."""
    figures = sorted(scene.quantities, key=lambda q: q.span.start)
    return figures, [figure.span.start for figure in figures]
