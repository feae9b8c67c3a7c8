"""What a pair of claims is compared against: the other claims of their articles."""

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.link.rows import Figures, rows, unit_of
from claimcheck.link.tokens import Passage
from claimcheck.link.topic import Topics, telling
from claimcheck.model.claim import DEEDS, Claim
from claimcheck.model.mention import Quantity, Timex
from claimcheck.model.text import Interval
from claimcheck.values import compare_values, may_equal

# The level that two claims reach in a component, and why.
Level = tuple[str, str]
_NARROW = ("year", "half", "season", "quarter", "month", "week", "day", "hour", "minute")


class Context:
    """The claims of a run, indexed for comparison.

    topics: what the articles tell of, where more claims than these tell of it.
    """

    def __init__(self, claims: Sequence[Claim], topics: Topics | None = None) -> None:
        self.topics = topics or Topics(claims)
        self._values: dict[str, frozenset[str]] = {}
        self._rivals: dict[str, int] = {}
        self._beside: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        self._slots: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.by_frame: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        self._passages: dict[str, Passage] = {}
        self._answers: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._listed: dict[str, Figures] = defaultdict(lambda: defaultdict(list))
        self._units: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._known: dict[tuple[str, str], bool] = {}
        self._rows: dict[tuple[str, str], dict[str, str]] = {}
        self.likeness: dict[tuple[str, str], int] = {}
        self.other_places: dict[str, tuple[Claim, ...]] = {}
        self.unshared: dict[tuple[str, str, str, str], frozenset[str]] = {}
        for claim in claims:
            self._answers[claim.article, claim.attribute].append(claim)
            if isinstance(claim.value, Quantity):
                self._units[_unit(claim, claim.value)].add(str(claim.value))
                if claim.row:
                    self._listed[claim.article][unit_of(claim.value)].append(claim)
            if _exact(claim):
                self._beside[claim.article, claim.told_in][claim.id] = _bare(claim)
            self._slots[_slot(claim)].add(str(claim.value))
            for frame in claim.frames:
                self.by_frame[claim.article, claim.attribute, frame].append(claim)

    def values_beside(self, claim: Claim) -> frozenset[str]:
        """Return the other exact values of a claim's sentence."""
        found = self._values.get(claim.id)
        if found is None:
            beside = self._beside[claim.article, claim.told_in]
            found = frozenset(value for other, value in beside.items() if other != claim.id)
            self._values[claim.id] = found
        return found

    def answers(self, article: str, attribute: str) -> Sequence[Claim]:
        """Return the claims of an article that answer one question."""
        return self._answers[article, attribute]

    def rivals(self, claim: Claim) -> int:
        """Return how many other values the article has in the claim's slot."""
        found = self._rivals.get(claim.id)
        if found is None:
            found = self._rivals[claim.id] = len(self._slots[_slot(claim)]) - 1
        return found

    def passage(self, claim: Claim) -> Passage:
        """Return the words that a claim stands among, as tokens."""
        found = self._passages.get(claim.id)
        if found is None:
            found = self._passages[claim.id] = Passage(claim)
        return found

    def knows(self, article: str, claim: Claim) -> bool:
        """Return whether an article gives a claim's value too, for whatever."""
        key = (article, claim.id)
        if key not in self._known:
            self._known[key] = any(
                may_equal(claim.value, other.value)
                and compare_values(claim.value, other.value) == "equal"
                for other in self._answers[article, claim.attribute]
            )
        return self._known[key]

    def has(self, article: str, claim: Claim) -> bool:
        """Return whether an article gives a claim's value too, or one that fits it."""
        return any(
            compare_values(claim.value, other.value) in ("equal", "compatible")
            for other in self._answers[article, claim.attribute]
        )

    def row_partner(self, claim: Claim, article: str) -> str:
        """Return the id of the claim of an article that stands in a figure's row, or nothing."""
        if not claim.row:
            return ""
        one, other = sorted((claim.article, article))
        if (one, other) not in self._rows:
            self._rows[one, other] = rows(self._listed[one], self._listed[other])
        return self._rows[one, other].get(claim.id, "")

    def unit_rivals(self, claim: Claim) -> int:
        """Return how many values the claim's article gives in the unit of its quantity."""
        if not isinstance(claim.value, Quantity):
            return 0
        return len(self._units[_unit(claim, claim.value)])

    def twin(self, claim: Claim, other: Claim) -> Claim | None:
        """Return the claim of `other`'s article that dates its event as `claim` does, if any.

        None too where `other` itself may be of that date, or where `claim` has no date.
        """
        if not claim.when.closed or not claim.frames or _may_be_of(other, claim.when):
            return None
        for rival in self.by_frame[other.article, "when", claim.frames[0]]:
            same = rival.instance == other.instance or rival.told_in == other.told_in
            narrow = isinstance(rival.value, Timex) and rival.value.grain in _NARROW
            apart = not same or claim.attribute == "when"
            if apart and narrow and rival.when.overlaps(claim.when):
                return rival
        return None


def _may_be_of(claim: Claim, when: Interval) -> bool:
    return claim.when.closed and claim.when.overlaps(when)


def _unit(claim: Claim, quantity: Quantity) -> tuple[str, str, str]:
    return claim.article, quantity.dimension, quantity.unit


def _slot(claim: Claim) -> tuple[str, ...]:
    if claim.attribute in DEEDS:
        return claim.article, claim.attribute, claim.part
    frame = claim.frames[0] if claim.frames else ""
    return claim.article, claim.attribute, claim.part, *claim.measures[:1], frame


def _bare(claim: Claim) -> str:
    """Return a value's spelling without its hedge."""
    return str(claim.value).lstrip("~").rstrip("~")


def _exact(claim: Claim) -> bool:
    """Return whether a claim's value is unlikely to be shared by chance."""
    if isinstance(claim.value, Quantity):
        return telling(claim.value) or claim.value.dimension in ("money", "percent")
    return isinstance(claim.value, Timex) and claim.value.grain in ("day", "month", "minute")
