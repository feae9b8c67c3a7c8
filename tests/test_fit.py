"""Weights learnt from gold: `claimcheck fit`."""

from dataclasses import dataclass

import pytest
from shell import claimcheck

from claimcheck.evaluation.fit import Example, fit
from claimcheck.evaluation.learn import as_yaml
from claimcheck.link.weights import Weights, weights
from claimcheck.resources import read_yaml


@dataclass(frozen=True)
class Told:
    level: str
    conflicts: int
    others: int


def lessons(*lots):
    return [
        Example("story", "when", (("support", lot.level),), number < lot.conflicts)
        for lot in lots
        for number in range(lot.conflicts + lot.others)
    ]


def test_what_conflicts_show_more_often_weighs_more():
    taught = lessons(Told("several", 20, 5), Told("one", 5, 20), Told("none", 2, 60))
    learnt = fit(taught, weights()).when["support"]
    assert learnt["several"] > learnt["one"] > learnt["none"]


def test_a_great_penalty_leaves_what_is_expected():
    taught = lessons(Told("several", 0, 50), Told("none", 50, 0))
    free, held = (fit(taught, weights(), shrink).when["support"] for shrink in (0.1, 1e6))
    assert free["several"] < free["none"]
    assert held["several"] > held["none"]


def test_the_thresholds_are_kept():
    learnt = fit(lessons(Told("one", 3, 3)), weights())
    assert (learnt.passed, learnt.agreed) == (weights().passed, weights().agreed)


def test_weights_are_written_as_they_are_read():
    tree = read_yaml(as_yaml(weights()), "weights.yaml")
    assert Weights.model_validate(tree) == weights()


@pytest.mark.parametrize("missing", ["no-such-folder"])
def test_stories_that_cannot_be_used_are_told(missing, tmp_path):
    done = claimcheck("fit", tmp_path / missing, "--out", tmp_path / "w.yaml")
    assert done.returncode == 2
    assert missing in done.stderr
    assert not (tmp_path / "w.yaml").exists()
