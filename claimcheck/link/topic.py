"""Which articles tell of the same things: the rare names, words and values that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations
from math import isqrt, log
from typing import NamedTuple

from claimcheck.link.tokens import tokens_of
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


class Likeness(NamedTuple):
    """How much of what two articles tell of is the same, in thousandths, and the rarest of it."""

    share: int
    keys: tuple[str, ...]


def likenesses(claims: Iterable[Claim]) -> dict[tuple[str, str], Likeness]:
    """Return for each pair of articles (in name order) how alike they are, if at all.

    Of two languages only what both may have counts: names, values, and the concepts of words.
    """
    told: dict[str, Told] = {}
    for claim in claims:
        told.setdefault(claim.article, Told(claim.language, set(), set(), {})).add(claim)
    worth = _worths({article: told[article].keys() for article in sorted(told)})
    whole = {article: (sum(keys.values()), _shared_worth(keys)) for article, keys in worth.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for article, keys in worth.items():
        for key in keys:
            holders[key].append(article)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(holders):
        for pair in combinations(holders[key], 2):
            shared[pair].append(key)
    found = {}
    for (left, right), names in shared.items():
        ours, theirs = worth[left], worth[right]
        weights = {name: min(ours[name], theirs[name]) for name in names}
        across = told[left].language != told[right].language
        most = isqrt(whole[left][across] * whole[right][across])
        rarest = sorted(weights, key=lambda name: (-weights[name], name))
        found[left, right] = Likeness(
            _WHOLE * sum(weights.values()) // max(most, 1), tuple(rarest[:5])
        )
    return found


def _worths(keys: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Return what each article's keys are worth where others have them too."""
    held = Counter(key for each in keys.values() for key in each)
    return {
        article: {key: worth * _kept(held[key]) for key, worth in each.items() if _kept(held[key])}
        for article, each in keys.items()
    }


@cache
def _kept(articles: int) -> int:
    """Return what a key that so many articles have keeps of its worth, in thousandths."""
    return max(0, round(_WHOLE * (1 - log(articles) / log(_MOST_ARTICLES))))


def _shared_worth(worth: Mapping[str, int]) -> int:
    """Return what the keys that are of no language are worth."""
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
                self.words.add(value.unit)
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
