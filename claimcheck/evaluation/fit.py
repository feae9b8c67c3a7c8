"""Learn the match weights from gold stories: a logistic regression on the comparison levels."""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimcheck.evaluation.gold import Item, Spot, Story
from claimcheck.evaluation.match import Piece, sides_under
from claimcheck.link.pairs import compared_pairs
from claimcheck.link.weights import Weights
from claimcheck.model.claim import Attribute, Claim
from claimcheck.model.finding import Kind

_KINDS: dict[Attribute, Kind] = {
    "when": "date",
    "where": "place",
    "how_many": "quantity",
    "who": "actor",
    "whether": "polarity",
}
_ATTRIBUTES: tuple[Attribute, ...] = ("when", "where", "how_many")
# How much less what is peculiar to one kind of value is trusted than what holds for all.
_PECULIAR = 0.7
SHRINK = 4.0
# What is expected of a level before any story is read, in bits: stories are few, and some evidence
# that they seldom show is strong (two exact figures that both sentences share, two leaders).
_EXPECTED = {
    "copy=yes": 6.0,
    "rows=same": 8.0,
    "rows=other": -4.0,
    "frame=same": 0.7,
    "frame=different": -1.0,
    "participants=several": 1.5,
    "participants=one": 0.7,
    "participants=context": 0.5,
    "participants=bodies": 0.5,
    "participants=crossed": -0.5,
    "participants=others": -0.3,
    "participants=different": -2.0,
    "slot=same_shared": 1.0,
    "slot=different_apart": -0.5,
    "where:slot=same_shared": 2.0,
    "support=several": 2.5,
    "support=one": 1.0,
    "markers=different": -2.0,
    "markers=apart": -0.5,
    "markers=one": -0.5,
    "contrasts=different": -2.0,
    "contrasts=baseline": -1.0,
    "contrasts=part": -0.7,
    "status=different": -1.0,
    "time=different": -2.0,
    "time=same": 0.7,
    "part=unlike": -1.0,
    "knowledge=none": 0.7,
    "knowledge=both": -1.0,
}
_STEPS = 60
_LONGEST_STEP, _LEAST_STEP = 1.0, 1e-6
_HUNDREDTHS_OF_A_BIT = 100 / log(2)

Levels = tuple[tuple[str, str], ...]
Label = Literal["conflict", "tension", "none"]
Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]


class Example(NamedTuple):
    """Two claims of a story with different values: the levels compared, and whether gold sets them
    against each other.
    """

    story: str
    attribute: Attribute
    levels: Levels
    is_conflict: bool


def examples(story: Story, claims: Sequence[Claim]) -> list[Example]:
    """Return the pairs of a story to learn from; what gold calls a tension is left out."""
    found = []
    for left, right, relation, compared, *_ in compared_pairs(claims):
        if relation != "different":
            continue
        label = label_of(story, left, right)
        if label != "tension":
            levels = tuple((c.component, c.level) for c in compared)
            found.append(Example(story.id, left.attribute, levels, label == "conflict"))
    return found


def label_of(story: Story, left: Claim, right: Claim) -> Label:
    """Return what gold says of two claims with different values: a conflict before a tension."""
    kind = _KINDS[left.attribute]
    fitting = [item for item in story.conflicts if kind in (item.kind, *item.also)]
    if any(_against(left, right, item) for item in fitting):
        return "conflict"
    tense = any(_against(left, right, item) for item in story.tensions)
    return "tension" if tense else "none"


def _against(left: Claim, right: Claim, item: Item) -> bool:
    """Return whether two claims lie on two sides of an item."""
    one, other = (min(sides_under(_piece(c, item), item), default=None) for c in (left, right))
    return one is not None and other is not None and one != other


def _piece(claim: Claim, item: Item) -> Piece:
    """Return a claim's value as evidence in the item's story."""
    file, span = claim.source.rpartition("/")[2], claim.value.span
    return Piece(item.story, "", Spot(file, span.start, span.end))


def fit(learnt_from: Sequence[Example], start: Weights, shrink: float = SHRINK) -> Weights:
    """Return the weights that best tell the conflicts from the rest.

    start: weights whose thresholds are kept, and what they give to who and whether, of which the
        stories tell too little; shrink: the weight of the penalty on large weights.
    """
    columns = _columns(learnt_from)
    inputs = np.zeros((len(learnt_from), len(columns)))
    for row, example in enumerate(learnt_from):
        for name, amount in _row(example).items():
            inputs[row, columns[name]] = amount
    truth = np.array([example.is_conflict for example in learnt_from], dtype=float)
    expected = np.array([_EXPECTED.get(name, 0.0) * log(2) for name in columns])
    solved = _regression(inputs, truth, expected, shrink)
    return _table(columns, solved, learnt_from, start)


def _row(example: Example) -> dict[str, float]:
    """Return what a pair is described by: each level, for all kinds and for its own."""
    row = {"": 1.0, example.attribute: _PECULIAR}
    for component, level in example.levels:
        row[f"{component}={level}"] = 1.0
        row[f"{example.attribute}:{component}={level}"] = _PECULIAR
    return row


def _columns(learnt_from: Iterable[Example]) -> dict[str, int]:
    names = sorted({*_EXPECTED, *(name for example in learnt_from for name in _row(example))})
    return {name: number for number, name in enumerate(names)}


def _regression(inputs: Matrix, truth: Vector, expected: Vector, shrink: float) -> Vector:
    """Return the coefficients of a penalised logistic regression, by Newton's method.

    The penalty is on their distance from the expected ones; the first column is the intercept,
    which none holds back.
    """
    solved = expected.copy()
    penalty = np.full(inputs.shape[1], shrink)
    penalty[0] = 1e-6
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ solved, -30, 30)))
        slope = inputs.T @ (truth - chance) - penalty * (solved - expected)
        curve = (inputs.T * (chance * (1 - chance))) @ inputs + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        # Far from the solution a whole step may lead away from it.
        step = step * min(1.0, _LONGEST_STEP / max(float(np.abs(step).max()), _LEAST_STEP))
        solved = solved + step
        if float(np.abs(step).max()) < _LEAST_STEP:
            break
    return solved


def _expected_of(seen: Iterable[tuple[Attribute, str, str]]) -> set[tuple[Attribute, str, str]]:
    """Return the levels that something is expected of, for the components that are seen."""
    expected = [tuple(name.rpartition(":")[2].split("=")) for name in _EXPECTED]
    components = {(attribute, component) for attribute, component, _ in seen}
    return {
        (attribute, component, level)
        for attribute, component in components
        for other, level in expected
        if other == component
    }


def _table(
    columns: Mapping[str, int],
    solved: Vector,
    learnt_from: Iterable[Example],
    start: Weights,
) -> Weights:
    """Return the coefficients in hundredths of a bit, those of all kinds added to each kind's."""

    def weight(*parts: tuple[str, float]) -> int:
        whole = sum(solved[columns[name]] * share for name, share in parts if name in columns)
        return round(float(whole) * _HUNDREDTHS_OF_A_BIT)

    tables: dict[str, dict[str, dict[str, int]]] = {name: {} for name in _ATTRIBUTES}
    seen = {(e.attribute, *level) for e in learnt_from for level in e.levels}
    for attribute, component, level in sorted(seen | _expected_of(seen)):
        name = f"{component}={level}"
        worth = weight((name, 1.0), (f"{attribute}:{name}", _PECULIAR))
        tables[attribute].setdefault(component, {})[level] = worth
    prior = {a: weight(("", 1.0), (a, _PECULIAR)) for a in _ATTRIBUTES}
    return start.model_copy(update={"prior": start.prior | prior, **tables})
