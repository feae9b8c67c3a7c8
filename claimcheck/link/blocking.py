"""Candidate pairs: claims of two articles that share a blocking key."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.deeds import NAMED
from claimcheck.lang.frequency import rarity
from claimcheck.link.context import Context
from claimcheck.link.tokens import Passage, noun_key
from claimcheck.model.claim import DEEDS, Claim
from claimcheck.model.mention import Quantity, Timex
from claimcheck.values import digits, figures

_LARGEST_BLOCK = 60
_FRAMES = 4
_COPIED_WORDS = 3
# What a counted noun is worth at least to do so.
_SCARCE = 25
# From how many digits on a figure may be known again by them, and what is measured in many units.
_TOLD_FIGURES = 2
# Dates that two articles hardly share by chance, but for the days on which something is said.
_TOLD_GRAINS = ("day", "month")
_SAID = "said"
_ANY_UNIT = ("count", "money", "percent", "duration")
_RARE_LENGTHS = ("second", "minute", "hour", "night", "week", "fortnight", "decade", "century")


def candidates(claims: Sequence[Claim], context: Context) -> Iterator[tuple[Claim, Claim]]:
    """Yield each pair once, left article before right in name order.

    Only articles of one subject are paired, and only claims that answer the same question and name
    the same event, measure or word.
    """
    by_article: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, claim in enumerate(claims):
        blocks = by_article[claim.article]
        for key in blocking_keys(claim, context.passage(claim)):
            blocks[key].append(number)
    for left, right in context.topics.pairs():
        if left in by_article and right in by_article:
            for one, other in _pairs(by_article[left], by_article[right]):
                yield claims[one], claims[other]


def _pairs(
    left: Mapping[str, list[int]], right: Mapping[str, list[int]]
) -> Mapping[tuple[int, int], None]:
    """Return the numbers of the claims that share a key, each pair once, by their first key."""
    found: dict[tuple[int, int], None] = {}
    for key in sorted(left.keys() & right.keys()):
        if len(left[key]) * len(right[key]) <= _LARGEST_BLOCK * _LARGEST_BLOCK:
            found |= dict.fromkeys(product(left[key], right[key]))
    return found


def _rarest(claim: Claim) -> list[str]:
    """Return the words that a copy of a claim's sentence surely shares, the rarest of it."""
    words = sorted({*claim.words, *claim.context})
    return sorted(words, key=lambda word: -rarity(word, claim.language))[:_COPIED_WORDS]


def blocking_keys(claim: Claim, passage: Passage) -> set[str]:
    """Return the keys under which a claim meets others: its events, measures, figures and
    telling words.

    Who did it meets only who did the same, and whether it came about only the same matter.
    """
    value = claim.value
    if claim.part == NAMED:
        return {f"{NAMED} {word}" for word in _rarest(claim)}
    if claim.attribute in DEEDS:
        return {f"{claim.attribute} {claim.part}"}
    figure: tuple[str, ...] = ()
    if isinstance(value, Quantity):
        figure = (*_figure(value), *_nouns(value, claim))
    elif isinstance(value, Timex) and value.grain in _TOLD_GRAINS and claim.part != _SAID:
        figure = (f"date {value.edtf}",)
    unit = f":{value.dimension}" if isinstance(value, Quantity) else ""
    question = f"{claim.attribute}{unit}"
    keys = {f"{question} frame {frame}" for frame in claim.frames[:_FRAMES]}
    keys |= {f"{question} measure {m}" for m in claim.measures if not m.endswith(":")}
    beside = passage.all if claim.attribute == "where" else passage.in_sentence
    keys |= {f"{question} {name}" for word in beside for name in word.telling}
    return keys | {f"{question} {key}" for key in figure}


def _nouns(quantity: Quantity, claim: Claim) -> Iterator[str]:
    """Yield what a count counts, as a word and as concepts, where many things are not that."""
    if quantity.dimension != "count" or not quantity.unit:
        return
    noun = noun_key(quantity.unit, claim.language)
    if rarity(noun, claim.language) >= _SCARCE:
        yield f"noun {noun}"
        yield from (f"concept {concept}" for concept in concepts_of(noun, claim.language))


def _figure(quantity: Quantity) -> Iterator[str]:
    """Yield the digits of a figure in whatever order, and its unit where that is a measure's."""
    if figures(quantity) >= _TOLD_FIGURES:
        yield f"digits {''.join(sorted(digits(quantity)))}"
    if quantity.dimension not in _ANY_UNIT or quantity.unit in _RARE_LENGTHS:
        yield f"unit {quantity.unit}"
