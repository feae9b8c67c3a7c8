"""The match weights, as `rules/weights.yaml` tells them."""

from collections.abc import Iterable
from functools import cache

from claimcheck.model.base import Frozen
from claimcheck.model.claim import Attribute, Comparison
from claimcheck.resources import load_model, rules_root

Levels = dict[str, int]


class Weights(Frozen):
    """What each comparison level adds, in hundredths of a bit (log2 odds).

    prior: what a pair of claims that answer each question starts with.
    passed: the sum from which two such claims count as being about the same thing; how high it is
        says how often a finding may be wrong.
    unnamed: how much more it takes where no word names what two quantities measure, or the event
        of two dates or places.
    any_event: how much more it takes where only the verb of an event tells whether it came about.
    explained: how much less it takes where something explains why the values differ.
    loose: how much more it takes where an article may tell a part or a matter of many things.
    unknown: how far below that sum they still may be.
    agreed: the sum from which two claims with one value state one fact, with what the value tells.
    when, where, how_many, who, whether: component -> level -> what it adds; a level that is not
        named adds 0.
    """

    prior: dict[Attribute, int]
    passed: dict[Attribute, int]
    unnamed: int
    any_event: int
    explained: int
    loose: int
    unknown: int
    agreed: dict[Attribute, int]
    when: dict[str, Levels]
    where: dict[str, Levels]
    how_many: dict[str, Levels]
    who: dict[str, Levels]
    whether: dict[str, Levels]

    def levels(self, attribute: Attribute, component: str) -> Levels:
        """Return what the levels of one component add for claims that answer one question."""
        table: dict[str, Levels] = getattr(self, attribute)
        return table.get(component, {})

    def total(self, attribute: Attribute, compared: Iterable[Comparison]) -> int:
        """Return the evidence that two claims are about the same thing."""
        return self.prior[attribute] + sum(comparison.weight for comparison in compared)


@cache
def weights() -> Weights:
    """Return the shipped weights.

    Raises:
        RuleError: for a file that does not fit.
    """
    return load_model(rules_root() / "weights.yaml", Weights)
