"""Gold stories run, each alone or all together, and scored."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from claimcheck import pipeline
from claimcheck.check.rule import load_rules
from claimcheck.evaluation.figures import Evaluation
from claimcheck.evaluation.gold import Story, load_stories
from claimcheck.evaluation.guards import (
    GuardCounts,
    guard_counts,
    guards_as_json,
    guards_as_text,
)
from claimcheck.evaluation.score import evaluation
from claimcheck.evaluation.table import as_json, as_text
from claimcheck.model.finding import Finding
from claimcheck.pipeline import Settings

Runner = Callable[[Sequence[str], Settings], tuple[Finding, ...]]
Shape = Literal["text", "json"]
Wanted = Literal["scores", "details", "guards"]


def evaluate(
    gold: Path,
    settings: Settings,
    *,
    pooled: bool = False,
    wanted: Wanted = "scores",
    shape: Shape = "text",
) -> list[str]:
    """Return the lines that say how right a run over gold stories is; see `measure`.

    wanted: the `scores`, them with the `details`, every miss and false alarm, which JSON always
        has, or what each of the `guards` stopped, see `guard_counts`.
    """
    if wanted == "guards":
        return _guard_lines(guard_counts(gold, settings, pooled=pooled), shape)
    measured = measure(gold, settings, pooled=pooled)
    return as_json(measured) if shape == "json" else as_text(measured, show=wanted == "details")


def _guard_lines(counts: GuardCounts, shape: Shape) -> list[str]:
    return guards_as_json(counts) if shape == "json" else guards_as_text(counts)


def findings_under(paths: Sequence[str], settings: Settings) -> tuple[Finding, ...]:
    """Return what the pipeline reports of the articles under `paths`."""
    return pipeline.run(paths, settings).report.findings


def measure(
    gold: Path, settings: Settings, *, pooled: bool = False, run: Runner = findings_under
) -> Evaluation:
    """Return how a run over the gold stories under a folder compares with their gold.

    pooled: one run over all stories, else each is run alone, in as many processes as
        `settings.jobs` says.

    Raises:
        GoldError: for stories that cannot be used.
        ClaimcheckError: whatever the pipeline raises.
    """
    stories = load_stories(gold)
    if pooled:
        paths = [story.path.as_posix() for story in stories]
        return evaluation(stories, run(paths, settings), "pooled")
    return evaluation(stories, _each_alone(stories, settings, run), "isolated")


def _each_alone(stories: Sequence[Story], settings: Settings, run: Runner) -> list[Finding]:
    """Return the findings of a run on each story, in story order."""
    paths = [story.path.as_posix() for story in stories]
    jobs = min(settings.jobs, len(stories))
    # The stories share the processes out; a run inside one of them starts no others.
    alone = partial(_alone, run, Settings.model_validate({**dict(settings), "jobs": 1}))
    if jobs == 1:
        found = [alone(path) for path in paths]
    else:
        load_rules(settings.rules)  # Tells of their faults before any process starts.
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            found = list(pool.map(alone, paths))
    return [finding for findings in found for finding in findings]


def _alone(run: Runner, settings: Settings, path: str) -> tuple[Finding, ...]:
    return run([path], settings)
