"""The match weights, as `rules/weights.yaml` tells them."""

from functools import cache

from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root

Levels = dict[str, int]


class Weights(Frozen):
    """What each comparison level adds, in hundredths of a bit (log2 odds).

    prior: what a pair starts with.
    passed: the sum from which two claims count as being about the same thing.
    unknown: the sum from which they may be.
    """

    prior: int
    passed: int
    unknown: int
    components: dict[str, Levels]

    def of(self, component: str, level: str) -> int:
        """Return what one level of one component adds."""
        return self.components[component][level]


class _File(Frozen):
    prior: int
    passed: int
    unknown: int
    frame: Levels
    measure: Levels
    participants: Levels
    words: Levels
    markers: Levels
    time: Levels
    support: Levels
    topic: Levels
    lead: Levels
    rivals: Levels


@cache
def weights() -> Weights:
    """Return the shipped weights.

    Raises:
        RuleError: for a file that does not fit.
    """
    told = load_model(rules_root() / "weights.yaml", _File)
    scalars = {"prior", "passed", "unknown"}
    components = {name: levels for name, levels in told if name not in scalars}
    return Weights(
        prior=told.prior, passed=told.passed, unknown=told.unknown, components=components
    )
