"""How much of what stands around two values is the same."""

from bisect import bisect_right

from claimcheck.link.context import Context, Level
from claimcheck.link.tokens import covered, in_common, matched
from claimcheck.model.claim import Claim

# From which sums of rarity (tenths of log10) on words count as some, many ...; and which parts,
# in per cent, of the words nearest to a value stand in the other passage at all.
_STEPS = ("none", "slight", "some", "many", "most")
_NEAR = (10, 25, 45, 80)
_SENTENCE = (15, 35, 70, 120)
_AROUND = (40, 80, 140, 220)
_COVERED = (10, 25, 40, 60)


def compare_nearest(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that stand right beside both values."""
    one, other = context.passage(left), context.passage(right)
    if one.nearest_ids.isdisjoint(other.nearest_ids):
        return _STEPS[0], ""
    both = matched(one.nearest, one.nearest_ids, other.nearest, other.nearest_ids)
    return _step(both, _NEAR), in_common(one.nearest, other.nearest_ids)


def compare_sentences(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that both sentences have."""
    one, other = context.passage(left), context.passage(right)
    both = matched(one.sentence, one.sentence_ids, other.sentence, other.sentence_ids)
    return _step(both, _SENTENCE), in_common(one.sentence, other.sentence_ids)


def compare_surroundings(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that both passages have, with the sentences before and after."""
    return _step(context.shared_around(left, right), _AROUND), ""


def compare_cover(left: Claim, right: Claim, context: Context) -> Level:
    """How much of what stands beside one value the other passage has, at the least."""
    one, other = context.passage(left), context.passage(right)
    least = min(
        covered(one.nearest, other.around_ids),
        covered(other.nearest, one.around_ids),
    )
    return _step(least, _COVERED), f"{least} %"


def _step(amount: int, steps: tuple[int, ...]) -> str:
    return _STEPS[bisect_right(steps, amount)]
