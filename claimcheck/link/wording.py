"""How much of what stands around two values is the same."""

from bisect import bisect_right

from claimcheck.link.context import Context, Level
from claimcheck.link.tokens import Bag, common, covered, matched, told
from claimcheck.model.claim import Claim

# From which sums of rarity (tenths of log10) on words count as some, many ...; and which parts,
# in per cent, of the words nearest to a value stand in the other passage at all.
_STEPS = ("none", "slight", "some", "many", "most")
_NEAR = (10, 25, 45, 80)
_SENTENCE = (15, 35, 70, 120)
_AROUND = (40, 80, 140, 220)
_COVERED = (10, 25, 40, 60)
# From how many words on a sentence is not alike by chance, and how much of a copy is, in per cent.
_LONG = 6
_COPIED = 75


def compare_nearest(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that stand right beside both values."""
    return _matched(context.passage(left).nearest, context.passage(right).nearest, _NEAR)


def compare_sentences(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that both sentences have."""
    return _matched(context.passage(left).sentence, context.passage(right).sentence, _SENTENCE)


def compare_surroundings(left: Claim, right: Claim, context: Context) -> Level:
    """How rare the words are that both passages have, with the sentences before and after."""
    one, other = context.passage(left).around, context.passage(right).around
    return _step(matched(one, other, common(one, other)), _AROUND), ""


def compare_cover(left: Claim, right: Claim, context: Context) -> Level:
    """How much of what stands beside one value the other passage has, at the least."""
    one, other = context.passage(left), context.passage(right)
    least = min(covered(one.nearest, other.around), covered(other.nearest, one.around))
    return _step(least, _COVERED), f"{least} %"


def compare_copies(left: Claim, right: Claim, context: Context) -> Level:
    """Whether the two sentences are one but for the values: a copy that was changed."""
    one, other = context.passage(left).sentence, context.passage(right).sentence
    alike = _LONG <= len(one.words) < 2 * len(other.words) < 4 * len(one.words)
    if not alike or 2 * len(common(one, other)) < len(one.by_id):
        return "no", ""
    least = min(covered(one, other), covered(other, one))
    return ("yes" if least >= _COPIED else "no"), f"{least} %"


def _matched(one: Bag, other: Bag, steps: tuple[int, ...]) -> Level:
    """Return the level of two passages by what matches in them, and some of it."""
    names = common(one, other)
    return _step(matched(one, other, names), steps), told(names)


def _step(amount: int, steps: tuple[int, ...]) -> str:
    return _STEPS[bisect_right(steps, amount)]
