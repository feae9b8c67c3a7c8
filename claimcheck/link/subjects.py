"""Articles -> their subjects: those that are alike, on average over all of a subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

# Two lots of articles are of two subjects where those of each are, on average, so much more alike
# than those of one are to those of the other. Copies of two reports on one event are too: from so
# many thousandths on between them, lots are of one subject all the same.
_TIMES = 1.5
_ENOUGH = 70


class _Lot(NamedTuple):
    """Articles of one subject; alike: how alike they are, summed over all pairs of them."""

    articles: tuple[str, ...]
    alike: int = 0

    def hangs_together(self, average: float) -> bool:
        """Return whether its articles are on average more alike than `_TIMES` the average."""
        pairs = len(self.articles) * (len(self.articles) - 1) // 2
        return pairs > 0 and self.alike > _TIMES * average * pairs


def subjects(
    articles: Iterable[str], alike: Mapping[tuple[str, str], int], least: int
) -> dict[str, int]:
    """Return the number of each article's subject: clusters by average linkage.

    alike: how alike two articles are; 0 where it does not tell. The two lots whose articles are
    the most alike on average become one while that is at least `least` (Sokal and Michener, 1958),
    but for two that both hang together much better and share little.
    """
    lots = {number: _Lot((article,)) for number, article in enumerate(articles)}
    number_of = {lot.articles[0]: number for number, lot in lots.items()}
    # How alike the articles of two lots are, summed over all pairs of them.
    sums: dict[int, dict[int, int]] = defaultdict(dict)
    for (left, right), likeness in alike.items():
        one, other = number_of[left], number_of[right]
        sums[one][other] = sums[other][one] = likeness
    queue = [
        (-float(likeness), one, other)
        for one, beside in sums.items()
        for other, likeness in beside.items()
        if one < other and likeness >= least
    ]
    heapify(queue)
    merged = len(lots)
    while queue:
        average, one, other = heappop(queue)
        if one not in lots or other not in lots:
            continue
        apart = lots[one].hangs_together(-average) and lots[other].hangs_together(-average)
        if apart and -average < _ENOUGH:
            continue
        lots[merged] = _joined(lots.pop(one), lots.pop(other), sums[one][other])
        sums[merged] = _summed(sums.pop(one), sums.pop(other), lots)
        for beside, likeness in sums[merged].items():
            sums[beside][merged] = likeness
            average = likeness / (len(lots[merged].articles) * len(lots[beside].articles))
            if average >= least:
                heappush(queue, (-average, beside, merged))
        merged += 1
    return {article: number for number, lot in lots.items() for article in lot.articles}


def _joined(one: _Lot, other: _Lot, between: int) -> _Lot:
    return _Lot((*one.articles, *other.articles), one.alike + other.alike + between)


def _summed(
    one: Mapping[int, int], other: Mapping[int, int], lots: Mapping[int, _Lot]
) -> dict[int, int]:
    """Return how alike two lots together are to each of the others."""
    beside = [number for number in one.keys() | other.keys() if number in lots]
    return {number: one.get(number, 0) + other.get(number, 0) for number in sorted(beside)}
