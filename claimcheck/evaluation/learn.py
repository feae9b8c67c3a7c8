"""`claimcheck fit`: weights learnt from gold stories, scored on stories that they did not see."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar, get_args

from claimcheck.check.engine import findings
from claimcheck.check.rule import Rule, load_rules
from claimcheck.evaluation.figures import Score
from claimcheck.evaluation.fit import Example, examples, fit
from claimcheck.evaluation.gold import GoldError, Story, load_stories
from claimcheck.evaluation.score import evaluation
from claimcheck.link.pairs import pairs_of
from claimcheck.link.weights import Weights, weights
from claimcheck.model.claim import Attribute, Claim
from claimcheck.model.finding import Finding
from claimcheck.pipeline import Settings, claims_under

_FOLDS = 6
_FEWEST = 30
HEADER = """\
# What each comparison adds to the evidence that two claims are about the same thing, in
# hundredths of a bit (log2 odds). Learnt from gold stories by `claimcheck fit`, which says what
# they reach on stories that they were not learnt from. Edit freely: positive speaks for, negative
# against. Components and their levels: claimcheck/link/compare.py.
"""


class StoryRead(NamedTuple):
    """A gold story, its claims and its texts by path."""

    story: Story
    claims: tuple[Claim, ...]
    texts: Mapping[str, str]


class Learnt(NamedTuple):
    """Weights from all stories, and scores on them.

    before: of the weights in use; after: of these; unseen: of weights learnt in the same way from
        five sixths of the stories, each on the sixth that it has not seen.
    """

    weights: Weights
    before: Score
    after: Score
    unseen: Score


def learn(folders: Sequence[Path], settings: Settings) -> Learnt:
    """Return the weights that the gold stories under some folders teach.

    Raises:
        GoldError: for stories that cannot be used, or too few of them.
        ClaimcheckError: whatever reading them raises.
    """
    read = [_read(story, settings) for folder in folders for story in load_stories(folder)]
    rules, start = load_rules(settings.rules), weights()
    known = {one.story.id: examples(one.story, one.claims) for one in read}
    taught = [example for lot in known.values() for example in lot]
    if sum(example.is_conflict for example in taught) < _FEWEST:
        raise GoldError([f"too few conflicts to learn from: at least {_FEWEST} pairs of claims"])
    by_fold = {fold: fit(_others(known, fold), start) for fold in range(_FOLDS)}
    learnt = fit(taught, start)
    return Learnt(
        weights=learnt,
        before=_score(read, dict.fromkeys(by_fold, start), rules),
        after=_score(read, dict.fromkeys(by_fold, learnt), rules),
        unseen=_score(read, by_fold, rules),
    )


def _read(story: Story, settings: Settings) -> StoryRead:
    claims, texts = claims_under([story.path.as_posix()], settings)
    return StoryRead(story, claims, texts)


def _fold(story: str) -> int:
    """Return the fold of a story, by a hash of its name."""
    return int(hashlib.sha256(f"fold {story}".encode()).hexdigest(), 16) % _FOLDS


def _others(known: Mapping[str, list[Example]], fold: int) -> list[Example]:
    return [example for name, lot in known.items() if _fold(name) != fold for example in lot]


def _score(
    read: Sequence[StoryRead], tables: Mapping[int, Weights], rules: Sequence[Rule]
) -> Score:
    """Return the score of a run on each story alone, with the weights of its fold."""
    found = partial(_findings, rules=rules)
    reported = [f for one in read for f in found(one, tables[_fold(one.story.id)])]
    return evaluation([one.story for one in read], reported, "isolated").scores.overall


def _findings(one: StoryRead, table: Weights, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    return findings(pairs_of(one.claims, table), rules, one.texts)


def as_yaml(table: Weights) -> str:
    """Return weights as the text of `rules/weights.yaml`."""
    lines = [
        HEADER.rstrip("\n"),
        f"prior: {_flow(table.prior)}",
        "# The sum from which two claims are about one thing, by what they answer. Lower finds",
        "# more and errs more.",
        f"passed: {_flow(table.passed)}",
        "# How much more it takes where no word names what two quantities measure, or the event of",
        "# two dates or places.",
        f"unnamed: {table.unnamed}",
        "# How much more it takes where only the verb of an event tells whether it came about.",
        f"any_event: {table.any_event}",
        "# How much less it takes where something explains why two values differ: a tension alarms"
        " nobody.",
        f"explained: {table.explained}",
        "# How much more it takes where an article may tell a part or a matter of many things.",
        f"loose: {table.loose}",
        "# How far below it they still may be.",
        f"unknown: {table.unknown}",
        "# The sum from which two equal values are one fact.",
        f"agreed: {_flow(table.agreed)}",
    ]
    for attribute in get_args(Attribute):
        lines.append(f"{attribute}:")
        levels: Mapping[str, Mapping[str, int]] = getattr(table, attribute)
        lines += [f"  {name}: {_flow(levels[name])}" for name in levels]
    return "\n".join(lines) + "\n"


Name = TypeVar("Name", bound=str)


def _flow(table: Mapping[Name, int]) -> str:
    """Return a mapping on one line, the weightiest first."""
    ordered = sorted(table.items(), key=lambda item: (-item[1], str(item[0])))
    return "{" + ", ".join(f"{name}: {worth}" for name, worth in ordered) + "}"


def is_worse(learnt: Learnt) -> bool:
    """Return whether the learnt weights reach less than those in use, on the stories of both."""
    return float(str(learnt.after.f1)) < float(str(learnt.before.f1))
