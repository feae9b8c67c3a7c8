"""Texts that are copies of one another, in whole or in great part."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from claimcheck.check.joined import Joined

# How many words in a row are compared first, and how many texts may share them by chance.
_SHINGLE = 5
_MOST_HOLDERS = 60
# How many such rows two texts share at least before they are compared.
_LEAST_SHARED = 2

Words = Sequence[str]


class Alike(NamedTuple):
    """What makes two texts copies.

    shortest: how many words each has at least; percent: how many of the shorter one's words stand
    in the other in the same order, at least.
    """

    shortest: int
    percent: int


def near_copies(texts: Sequence[Words], alike: Alike) -> list[int]:
    """Return a number for each text that its near copies have too: that of the first of them.

    Texts are only compared where they share some rows of words that few texts have.
    """
    joined = Joined[int]()
    for number, same in enumerate(_equal(texts, alike.shortest)):
        joined.join(number, same)
    for left, right in _likely(texts):
        apart = joined.first(left) != joined.first(right)
        if apart and _is_copy(texts[left], texts[right], alike):
            joined.join(left, right)
    return [joined.first(number) for number in range(len(texts))]


def _equal(texts: Sequence[Words], shortest: int) -> list[int]:
    """Return for each text the number of the first that is the same; a short one is its own."""
    seen: dict[tuple[str, ...], int] = {}
    return [
        seen.setdefault(tuple(words), number) if len(words) >= shortest else number
        for number, words in enumerate(texts)
    ]


def _likely(texts: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that share enough rare rows of words, in order."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        for shingle in dict.fromkeys(_shingles(words)):
            holders[shingle].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        # A row that many hold joins each with the next: copies of copies still meet.
        few = len(numbers) <= _MOST_HOLDERS
        pairs = combinations(numbers, 2) if few else pairwise(numbers)
        for pair in pairs:
            shared[pair] += 1
    return (pair for pair, count in sorted(shared.items()) if count >= _LEAST_SHARED)


def _shingles(words: Words) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _is_copy(left: Words, right: Words, alike: Alike) -> bool:
    least = min(len(left), len(right))
    needed = -(-alike.percent * least // 100)
    return least >= alike.shortest and LCSseq.similarity(left, right, score_cutoff=needed) >= needed
