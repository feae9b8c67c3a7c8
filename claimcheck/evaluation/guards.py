"""What each guard kept from being a conflict: gold conflicts, and pairs that are none."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from claimcheck import pipeline
from claimcheck.evaluation.figures import Mode
from claimcheck.evaluation.fit import label_of
from claimcheck.evaluation.gold import Story, load_stories
from claimcheck.link.pairs import weighed_pairs
from claimcheck.model.base import Frozen
from claimcheck.model.claim import CandidatePair, Claim
from claimcheck.pipeline import Settings
from claimcheck.report.to_json import spelled

Pair = Literal["right", "wrong"]
# What a pair is counted under: whether gold sets it apart, and which guards stop it.
Stopped = tuple[Pair, tuple[str, ...]]
_SUM = "same event"
_HEADINGS = ("right alone", "with others", "wrong alone", "with others")


class GuardCount(Frozen):
    """How many pairs a guard stopped: `alone`, or together with other guards.

    right: gold conflicts, whose stopping is a miss; wrong: pairs that gold does not set against
        each other, whose stopping is what the guard is for.
    """

    guard: str
    right_alone: int
    right_with_others: int
    wrong_alone: int
    wrong_with_others: int


class GuardCounts(Frozen):
    """What all guards did with the pairs of claims whose values differ.

    right, wrong: the pairs; right_free, wrong_free: those of them that no guard stops.
    """

    mode: Mode
    stories: int
    right: int
    wrong: int
    right_free: int
    wrong_free: int
    guards: tuple[GuardCount, ...]


def guard_counts(gold: Path, settings: Settings, *, pooled: bool = False) -> GuardCounts:
    """Return what the guards stop in gold stories; see `measure` for `pooled`.

    Pairs that gold calls a tension, and those of two stories, are left out.

    Raises:
        GoldError: for stories that cannot be used.
        ClaimcheckError: whatever the pipeline raises.
    """
    stories = load_stories(gold)
    if pooled:
        return counted([stopped(stories, settings)], len(stories), "pooled")
    alone = partial(_alone, Settings.model_validate({**dict(settings), "jobs": 1}))
    jobs = min(settings.jobs, len(stories))
    if jobs == 1:
        return counted([alone(story) for story in stories], len(stories), "isolated")
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return counted(list(pool.map(alone, stories)), len(stories), "isolated")


def _alone(settings: Settings, story: Story) -> list[Stopped]:
    return stopped([story], settings)


def stopped(stories: Sequence[Story], settings: Settings) -> list[Stopped]:
    """Return the pairs of a run over stories, each with the guards that stop it."""
    claims, _ = pipeline.claims_under([story.path.as_posix() for story in stories], settings)
    by_name = {story.id: story for story in stories}
    found: list[Stopped] = []
    for pair in weighed_pairs(claims):
        names = {_story_of(claim) for claim in (pair.left, pair.right)}
        label = label_of(by_name[min(names)], pair.left, pair.right) if len(names) == 1 else None
        if label in ("conflict", "none"):
            found.append(("right" if label == "conflict" else "wrong", stopping(pair)))
    return found


def _story_of(claim: Claim) -> str:
    return Path(claim.source).parent.name


def stopping(pair: CandidatePair) -> tuple[str, ...]:
    """Return the guards that keep a pair from being a conflict.

    Of the evidence's sum it takes a pass, of the others that they do not fail.
    """
    return tuple(
        guard.guard
        for guard in pair.guards
        if guard.result == "fail" or (guard.guard == _SUM and guard.result == "unknown")
    )


def counted(found: Iterable[Sequence[Stopped]], stories: int, mode: Mode) -> GuardCounts:
    """Return the counts of pairs, the guard that stops most first."""
    tally: dict[str, Counter[tuple[Pair, bool]]] = defaultdict(Counter)
    pairs: Counter[Pair] = Counter()
    free: Counter[Pair] = Counter()
    for label, names in (one for each in found for one in each):
        pairs[label] += 1
        free[label] += not names
        for name in names:
            tally[name][label, len(names) == 1] += 1
    order = sorted(tally, key=lambda name: (-tally[name].total(), name))
    return GuardCounts(
        mode=mode,
        stories=stories,
        right=pairs["right"],
        wrong=pairs["wrong"],
        right_free=free["right"],
        wrong_free=free["wrong"],
        guards=tuple(_count(name, tally[name]) for name in order),
    )


def _count(name: str, told: Counter[tuple[Pair, bool]]) -> GuardCount:
    return GuardCount(
        guard=name,
        right_alone=told["right", True],
        right_with_others=told["right", False],
        wrong_alone=told["wrong", True],
        wrong_with_others=told["wrong", False],
    )


def guards_as_json(counts: GuardCounts) -> list[str]:
    """Return the counts as lines of JSON, keys sorted."""
    return spelled(counts.model_dump(mode="json")).rstrip("\n").split("\n")


def guards_as_text(counts: GuardCounts) -> list[str]:
    """Return the counts as a table, with what its columns are above it."""
    free = ("no guard", counts.right_free, "", counts.wrong_free, "")
    rows = [(g.guard, *_cells(g)) for g in counts.guards] + [free]
    width = max(len(str(row[0])) for row in rows) + 2
    stories = "story" if counts.stories == 1 else "stories"
    return [
        f"{counts.stories} {stories}, {counts.mode}: {counts.right + counts.wrong} pairs of claims "
        "whose values differ",
        f"right: {counts.right} that gold sets against each other, to be let through",
        f"wrong: {counts.wrong} that it does not, to be stopped",
        "",
        _row("stopped by", _HEADINGS, width),
        *(_row(str(name), cells, width) for name, *cells in rows),
    ]


def _cells(count: GuardCount) -> tuple[int, int, int, int]:
    return (
        count.right_alone,
        count.right_with_others,
        count.wrong_alone,
        count.wrong_with_others,
    )


def _row(name: str, cells: Iterable[object], width: int) -> str:
    return (f"{name:{width}}" + "".join(f"{cell:>13}" for cell in cells)).rstrip()
