"""Which articles tell of the same things: the rare names, words and values that they share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from claimcheck.lang.frequency import rarity
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Quantity
from claimcheck.values import figures

# A key that more articles than this share tells nothing, nor does one of less rarity.
_MOST_ARTICLES = 12
_LEAST_RARITY = 20
_NAME_WEIGHT = 30
_VALUE_WEIGHT = 25
_ROUND_FIGURES = 2
# Articles of two languages share names and values only, no words: what they share counts so often.
_NAMES_ONLY = 3
# From what weight on two articles share much, whatever else they share with others.
MUCH = 150


def counted(left: str, right: str) -> int:
    """Return how often what articles of two languages share counts."""
    return 1 if left == right else _NAMES_ONLY


class Affinity(NamedTuple):
    """What two articles share: the summed rarity, and the rarest keys."""

    weight: int
    keys: tuple[str, ...]


def affinities(claims: Iterable[Claim]) -> dict[tuple[str, str], Affinity]:
    """Return for each pair of articles (in name order) what they share, if anything."""
    holders: dict[str, set[str]] = defaultdict(set)
    worth: dict[str, int] = {}
    for claim in claims:
        for key, weight in keys_of(claim).items():
            holders[key].add(claim.article)
            worth[key] = weight
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(holders):
        if 1 < len(holders[key]) <= _MOST_ARTICLES:
            for pair in combinations(sorted(holders[key]), 2):
                shared[pair].append(key)
    return {pair: _affinity(keys, worth) for pair, keys in shared.items()}


def _affinity(keys: Sequence[str], worth: Mapping[str, int]) -> Affinity:
    rarest = sorted(keys, key=lambda key: (-worth[key], key))
    return Affinity(sum(worth[key] for key in keys), tuple(rarest[:5]))


def keys_of(claim: Claim) -> dict[str, int]:
    """Return the names, rare words and telling values of a claim, each with its weight."""
    found = dict.fromkeys((*claim.participants, *claim.inherited), _NAME_WEIGHT)
    for word in (*claim.words, *claim.context):
        rare = rarity(word, claim.language)
        if rare >= _LEAST_RARITY:
            found[f"{claim.language}:{word}"] = rare
    if isinstance(claim.value, Quantity) and telling(claim.value):
        found[str(claim.value)] = _VALUE_WEIGHT
    return found


def telling(quantity: Quantity) -> bool:
    """Return whether a quantity is exact and has digits enough not to be shared by chance."""
    if quantity.low is None or quantity.low != quantity.high:
        return False
    return figures(quantity) >= _ROUND_FIGURES
