"""What a run finds in whole stories: ours, the seeds, and the seeds under other names."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from originals import EVAL, SEEDS, needs_scorer, needs_seeds
from shell import claimcheck

from claimcheck.evaluation.gold import Story, load_stories
from claimcheck.evaluation.measure import findings_under
from claimcheck.evaluation.score import evaluation
from claimcheck.model.finding import Finding
from claimcheck.pipeline import Settings

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"


class Outcome(NamedTuple):
    """A story, what a run found in it, and how right that is."""

    story: Story
    findings: tuple[Finding, ...]
    measured: object

    def ids(self, level):
        return sorted(finding.id for finding in self.findings if finding.level == level)


def retold(folder):
    """Return the seeds as a gold story: the articles, and our gold beside them."""
    story = folder / "seeds"
    story.mkdir(parents=True)
    for article in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(article, story)
    shutil.copy(ROOT / "tests" / "seeds_story.yaml", story / "story.yaml")
    return story


def renamed(story, folder):
    """Return a story with other file names, whose order is the reverse."""
    copy = folder / story.name
    copy.mkdir(parents=True)
    gold = (story / "story.yaml").read_text("utf-8")
    articles = sorted(path for path in story.iterdir() if path.name != "story.yaml")
    for number, article in enumerate(reversed(articles), 1):
        name = f"{number}-source{article.suffix}"
        shutil.copy(article, copy / name)
        gold = re.sub(rf"\b{re.escape(article.name)}", name, gold)
    (copy / "story.yaml").write_text(gold, "utf-8")
    return copy


def folder_of(name, work):
    """Return the folder of a story; one that is made is made in `work`."""
    if name.endswith("-renamed"):
        return renamed(folder_of(name.removesuffix("-renamed"), work / "before"), work)
    if name == "retold":
        return retold(work)
    return SEEDS if name == "original" else GOLD / name


SEED_STORIES = ("original", "original-renamed", "retold", "retold-renamed")
STORIES = (*SEED_STORIES, "other-debt", "other-meeting", "no-conflict")


def of(*names):
    """Run a test on each story."""
    return pytest.mark.parametrize(
        "name",
        [
            pytest.param(name, marks=[needs_seeds] if name.startswith("original") else [])
            for name in names
        ],
    )


@pytest.fixture(scope="session")
def outcome(tmp_path_factory):
    """Return what a run makes of a story, each story run once."""
    known = {}

    def run(name):
        if name not in known:
            folder = folder_of(name, tmp_path_factory.mktemp(name))
            (story,) = load_stories(folder)
            found = findings_under([folder.as_posix()], Settings())
            known[name] = Outcome(story, found, evaluation([story], found, "isolated"))
        return known[name]

    return run


seeds = of(*SEED_STORIES)


@of(*STORIES)
def test_every_conflict_is_found_and_nothing_else_is_called_one(outcome, name):
    measured = outcome(name).measured
    details = measured.details
    assert (details.missed, details.false_alarms, details.wrong_kind) == ((), (), ())
    assert (measured.counts.duplicates, measured.counts.forgiven) == (0, 0)
    assert measured.counts.right == len(outcome(name).story.conflicts)


@of(*STORIES)
def test_no_trap_is_sprung(outcome, name):
    assert outcome(name).measured.details.sprung == ()


@of(*STORIES)
def test_no_agreement_joins_values_in_conflict(outcome, name):
    assert outcome(name).measured.counts.joining == 0


@seeds
def test_every_source_of_a_conflict_stands_on_its_side(outcome, name):
    wanted = {
        frozenset(frozenset(spot.file for spot in side) for side in conflict.sides)
        for conflict in outcome(name).story.conflicts
    }
    assert {sides(f) for f in outcome(name).findings if f.level == "conflict"} == wanted


def sides(finding):
    """Return the file names on each side of a finding."""
    files = {}
    for piece in finding.evidence:
        files.setdefault(piece.side, set()).add(Path(piece.source).name)
    return frozenset(map(frozenset, files.values()))


@seeds
def test_the_seeds_have_exactly_two_conflicts(outcome, name):
    assert len(outcome(name).ids("conflict")) == 2


@seeds
def test_five_of_the_seven_agreements_are_found(outcome, name):
    found = outcome(name).measured.rates.agreement_recall
    assert found.whole == 7
    assert found.part >= 5


@of("original", "retold")
@pytest.mark.parametrize("level", ["conflict", "tension", "agreement"])
def test_other_names_in_another_order_change_no_finding(outcome, name, level):
    assert outcome(f"{name}-renamed").ids(level) == outcome(name).ids(level)


@needs_seeds
@needs_scorer
def test_the_scorer_that_is_not_ours_says_the_same(tmp_path):
    assert claimcheck("run", SEEDS, "--out", tmp_path, "--quiet").returncode == 0
    report = tmp_path / "report.json"
    scored = subprocess.run(
        [sys.executable, EVAL / "score.py", SEEDS, report, "--show"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    lines = scored.stdout.splitlines()
    assert {"precision: 1.000", "recall: 1.000", "traps_sprung: 0"} <= set(lines)
    assert json.loads(report.read_text("utf-8"))["summary"]["conflicts"] == 2
