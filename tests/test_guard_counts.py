"""What each guard kept from being a conflict, beside the gold."""

import json
from pathlib import Path

from build import claim, date
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.evaluation.guards import counted, guards_as_text, stopping
from claimcheck.model.claim import CandidatePair, Guard

STORY = """
id: works
related: []
languages: [ar]
domain: works
conflicts:
  - id: opened
    kind: date
    about: when the bridge was opened
    sides:
      - mentions: [{file: a.txt, quote: "مايو 2014"}]
      - mentions: [{file: b.txt, quote: "عام 2012"}]
tensions: []
agreements: []
traps: []
"""
A = "افتتح الرئيس الكيني جسر مومباسا في مايو 2014. وزار وفد من أوغندا الجسر في عام 2019."
B = "افتتح الرئيس الكيني جسر مومباسا في عام 2012."


def pair(**results):
    guards = tuple(
        Guard(guard=name.replace("_", " "), result=result, because="")
        for name, result in results.items()
    )
    one, other = claim("a#0", date("2014")), claim("b#0", date("2012"))
    return CandidatePair(left=one, right=other, comparisons=(), guards=guards)


def test_a_guard_stops_what_it_fails_and_the_sum_what_it_does_not_pass():
    assert stopping(pair(same_event="unknown", same_scope="unknown", same_part="n.a.")) == (
        "same event",
    )
    assert stopping(pair(same_event="pass", same_scope="fail", same_time="fail")) == (
        "same scope",
        "same time",
    )
    assert stopping(pair(same_event="pass", same_scope="pass")) == ()


def test_what_a_guard_stops_alone_is_told_from_what_others_stop_too():
    found = [
        ("right", ("same scope",)),
        ("right", ()),
        ("wrong", ("same scope", "same time")),
        ("wrong", ("same time",)),
        ("wrong", ()),
    ]
    counts = counted([found[:2], found[2:]], 2, "isolated")
    assert (counts.right, counts.right_free, counts.wrong, counts.wrong_free) == (2, 1, 3, 1)
    assert [tuple(g.model_dump().values()) for g in counts.guards] == [
        ("same scope", 1, 0, 0, 1),
        ("same time", 0, 0, 1, 1),
    ]
    lines = guards_as_text(counts)
    assert lines[0] == "2 stories, isolated: 5 pairs of claims whose values differ"
    assert [line.split() for line in lines[-3:]] == [
        ["same", "scope", "1", "0", "0", "1"],
        ["same", "time", "0", "0", "1", "1"],
        ["no", "guard", "1", "1"],
    ]


def story(folder: Path) -> Path:
    works = folder / "works"
    works.mkdir()
    for name, text in (("story.yaml", STORY), ("a.txt", A), ("b.txt", B)):
        (works / name).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, *options: str):
    return json.loads(
        CliRunner().invoke(app, ["eval", str(folder), "--guards", "--json", *options]).stdout
    )


def test_the_command_counts_the_pairs_of_stories(tmp_path):
    alone = told(story(tmp_path))
    assert (alone["right"], alone["mode"], alone["stories"]) == (1, "isolated", 1)
    assert alone["wrong"] >= 1
    stopped = sum(g["wrong_alone"] for g in alone["guards"])
    assert stopped + alone["wrong_free"] <= alone["wrong"]
    pooled = told(tmp_path, "--pooled")
    assert {**pooled, "mode": "isolated"} == alone
    shown = CliRunner().invoke(app, ["eval", str(tmp_path), "--guards"]).stdout
    assert "right alone" in shown
    assert "no guard" in shown
