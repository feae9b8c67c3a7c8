"""Which articles tell of the same things: the rare names, words and values that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from heapq import nsmallest
from itertools import combinations
from math import isqrt, log
from typing import NamedTuple

from claimcheck.lang.deeds import NAMED
from claimcheck.link.subjects import subjects
from claimcheck.link.tokens import noun_key, tokens_of
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Quantity, Timex
from claimcheck.values import figures

# A key that as many articles share tells nothing; one of fewer tells the more the fewer they are.
_MOST_ARTICLES = 25
# What a word must be worth at least to tell a subject, and what names and exact values are.
_LEAST_WORTH = 12
_NAME_WORTH = 60
_WORTH_OF_DATES = {"day": 60, "month": 30}
_VALUE_WORTH = 60
_ROUND_FIGURES = 2
_WHOLE = 1000
# How alike the articles of a subject are on average, in thousandths.
_ONE_SUBJECT = 40
# How many of the names and words that two articles share are told.
_MOST_TELLING = 5


class Topics:
    """What the articles of some claims tell of, how alike they are, and which tell of one subject.

    Of two languages only what both may have counts: names, values, and the concepts of words.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        told: dict[str, Told] = {}
        for claim in claims:
            one = told.setdefault(claim.article, Told(claim.language, set(), set(), {}))
            # Whoever is named is told by all other claims of the sentence.
            if claim.part != NAMED:
                one.add(claim)
        self._language = {article: one.language for article, one in told.items()}
        self._worth = _worths({article: told[article].keys() for article in sorted(told)})
        self._alike = self._shares()
        self._keys: dict[tuple[str, str], tuple[str, ...]] = {}
        self._subject = subjects(self._worth, self._alike, _ONE_SUBJECT)

    def _shares(self) -> dict[tuple[str, str], int]:
        """Return how alike each two articles are that share anything, in name order."""
        holders: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for article, keys in self._worth.items():
            for key, worth in keys.items():
                holders[key].append((article, worth))
        shared: dict[tuple[str, str], int] = defaultdict(int)
        for held in holders.values():
            for (left, ours), (right, theirs) in combinations(held, 2):
                shared[left, right] += min(ours, theirs)
        whole = {article: sum(keys.values()) for article, keys in self._worth.items()}
        across = {article: _worth_across(keys) for article, keys in self._worth.items()}
        found = {}
        for pair in sorted(shared):
            left, right = pair
            most = across if self._language[left] != self._language[right] else whole
            found[pair] = _WHOLE * shared[pair] // max(isqrt(most[left] * most[right]), 1)
        return found

    def alike(self, left: str, right: str) -> int:
        """Return how much of what two articles tell of is the same, in thousandths."""
        return self._alike.get((left, right) if left < right else (right, left), 0)

    def shared(self, left: str, right: str) -> tuple[str, ...]:
        """Return the most telling of what two articles share."""
        found = self._keys.get((left, right))
        if found is None:
            ours, theirs = self._worth[left], self._worth[right]
            worth = {key: min(ours[key], theirs[key]) for key in ours.keys() & theirs.keys()}
            found = tuple(nsmallest(_MOST_TELLING, worth, key=lambda key: (-worth[key], key)))
            self._keys[left, right] = found
        return found

    def pairs(self) -> list[tuple[str, str]]:
        """Return each two articles of one subject, in name order."""
        lots: dict[int, list[str]] = defaultdict(list)
        for article in sorted(self._subject):
            lots[self._subject[article]].append(article)
        return sorted(pair for lot in lots.values() for pair in combinations(lot, 2))

    def one_subject(self, left: str, right: str) -> bool:
        """Return whether two articles tell of one subject."""
        return self._subject[left] == self._subject[right]


def _worths(keys: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Return what each article's keys are worth where others have them too."""
    held = Counter(key for each in keys.values() for key in each)
    kept = {key: _kept(articles) for key, articles in held.items()}
    return {
        article: {key: worth * kept[key] for key, worth in each.items() if kept[key]}
        for article, each in keys.items()
    }


@cache
def _kept(articles: int) -> int:
    """Return what a key that so many articles have keeps of its worth, in thousandths."""
    return max(0, round(_WHOLE * (1 - log(articles) / log(_MOST_ARTICLES))))


def _worth_across(worth: Mapping[str, int]) -> int:
    """Return what the keys are worth that articles of two languages may share."""
    return sum(one for key, one in worth.items() if not key.startswith(("ar:", "en:")))


class Told(NamedTuple):
    """What the claims of one article tell of: names, words and telling values, each once."""

    language: str
    names: set[str]
    words: set[str]
    values: dict[str, int]

    def add(self, claim: Claim) -> None:
        """Add what a claim tells of."""
        self.names.update(claim.participants, claim.inherited)
        self.words.update(claim.words, claim.context, claim.around)
        value = claim.value
        if isinstance(value, Quantity):
            if telling(value):
                self.values[str(value)] = _VALUE_WORTH
            if value.dimension == "count" and value.unit:
                self.words.add(noun_key(value.unit, self.language))
        elif isinstance(value, Timex):
            if value.grain in _WORTH_OF_DATES:
                self.values[value.edtf] = _WORTH_OF_DATES[value.grain]
        elif claim.attribute == "where":
            self.names.add(str(value))

    def keys(self) -> dict[str, int]:
        """Return the names, values and what the words may match by, each with its worth."""
        found = dict.fromkeys(self.names, _NAME_WORTH) | self.values
        for word in self.words:
            for name, worth in tokens_of(word, self.language).ids:
                if worth >= _LEAST_WORTH and worth > found.get(name, 0):
                    found[name] = worth
        return found


def telling(quantity: Quantity) -> bool:
    """Return whether a quantity is exact and has digits enough not to be shared by chance."""
    if quantity.low is None or quantity.low != quantity.high:
        return False
    return figures(quantity) >= _ROUND_FIGURES
