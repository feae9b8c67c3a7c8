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
    told: dict[str, Told] = {}
    for claim in claims:
        told.setdefault(claim.article, Told(claim.language, set(), set(), set())).add(claim)
    holders: dict[str, list[str]] = defaultdict(list)
    worth: dict[str, int] = {}
    for article in sorted(told):
        keys = told[article].keys()
        worth |= keys
        for key in keys:
            holders[key].append(article)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(holders):
        if 1 < len(holders[key]) <= _MOST_ARTICLES:
            for pair in combinations(holders[key], 2):
                shared[pair].append(key)
    return {pair: _affinity(keys, worth) for pair, keys in shared.items()}


def _affinity(keys: Sequence[str], worth: Mapping[str, int]) -> Affinity:
    rarest = sorted(keys, key=lambda key: (-worth[key], key))
    return Affinity(sum(worth[key] for key in keys), tuple(rarest[:5]))


class Told(NamedTuple):
    """What the claims of one article tell of: names, words and telling values, each once."""

    language: str
    names: set[str]
    words: set[str]
    values: set[str]

    def add(self, claim: Claim) -> None:
        """Add what a claim tells of."""
        self.names.update(claim.participants, claim.inherited)
        self.words.update(claim.words, claim.context)
        if isinstance(claim.value, Quantity) and telling(claim.value):
            self.values.add(str(claim.value))

    def keys(self) -> dict[str, int]:
        """Return the names, rare words and values, each with its weight."""
        found = dict.fromkeys(self.names, _NAME_WEIGHT)
        for word in self.words:
            rare = rarity(word, self.language)
            if rare >= _LEAST_RARITY:
                found[f"{self.language}:{word}"] = rare
        return found | dict.fromkeys(self.values, _VALUE_WEIGHT)


def telling(quantity: Quantity) -> bool:
    """Return whether a quantity is exact and has digits enough not to be shared by chance."""
    if quantity.low is None or quantity.low != quantity.high:
        return False
    return figures(quantity) >= _ROUND_FIGURES
