"""A match's result told in goals: two goals to nil, بهدفين نظيفين, بهدف دون رد."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.measured import Measured
from claimcheck.annotate.quantities.unit_lists import folded, phrases
from claimcheck.annotate.quantities.unit_names import Unit

_SCORE = Unit("score", "score")
_NIL, _ONE = Decimal(0), Decimal(1)


def in_goals(pieces: Sequence[Atom], found: Sequence[Measured], language: str) -> list[Measured]:
    """Return the quantities with goals that the other side had none against as results."""
    scores = [*_to_nil(pieces, found, language), *_one_to_nil(pieces, language)]
    if not scores:
        return list(found)
    taken = {at for score in scores for at in range(score.first, score.stop)}
    others = [one for one in found if one.first not in taken]
    return sorted([*others, *scores], key=lambda one: one.start)


def _to_nil(pieces: Sequence[Atom], found: Sequence[Measured], language: str) -> Iterator[Measured]:
    for one in found:
        goals = one.unit.dimension == "count" and one.unit.unit in folded(language, "goals")
        nil = phrases(language, "to_nil").longest(pieces, one.stop) if goals else None
        if nil and one.exact():
            score = one._replace(unit=_SCORE, high=_NIL, end=nil.end, stop=nil.stop, noun=None)
            yield score._replace(numeral=None)


def _one_to_nil(pieces: Sequence[Atom], language: str) -> Iterator[Measured]:
    for at, (_, _, _, kind) in enumerate(pieces):
        found = phrases(language, "one_to_nil").longest(pieces, at) if kind == "word" else None
        if found:
            yield Measured(
                start=found.start,
                end=found.end,
                first=at,
                stop=found.stop,
                low=_ONE,
                high=_NIL,
                grain=_ONE,
                approximate=False,
                unit=_SCORE,
            )
