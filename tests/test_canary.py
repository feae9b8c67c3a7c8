"""Contradictions planted in copies of the sources: what is planted, and what is told of it."""

from pathlib import Path

import pytest
from shell import code

from claimcheck.canary.plant import SORTS, _swapped, _times_ten
from claimcheck.canary.sing import Outcome, Song, sing
from claimcheck.canary.told import lines_of, share
from claimcheck.link import pairs
from claimcheck.link.weights import weights
from claimcheck.pipeline import Settings

DEBT = (
    "وافقت روسيا في عام 2012 على شطب 90 في المئة من ديون كوريا الشمالية البالغة 12 مليار دولار.\n"
)
SUMMIT = "عقد الرئيس فلاديمير بوتين ونظيره كيم جونغ أون قمة في موسكو في 12 مايو 2021.\n"
EN = "Russia wrote off 90 percent of North Korea's debt of 12 billion dollars in Moscow in 2014.\n"


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in (("a.txt", DEBT), ("b.txt", SUMMIT), ("c.txt", EN)):
        Path("news", name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def song(news):
    return sing(["news"], Settings(), 20)


@pytest.mark.parametrize(
    ("number", "tenfold"),
    [
        ("11", "110"),
        ("١١", "١١٠"),
        ("1,247", "12,470"),
        ("12,470", "124,700"),
        ("124,700", "1,247,000"),
        ("١٬٢٤٧", "١٢٬٤٧٠"),
        ("2.5", "25"),
        ("0.25", "2.5"),
        ("0.05", "0.5"),
        ("٢٫٥", "٢٥"),
    ],
)
def test_ten_times_as_much_is_written_as_the_number_was(number, tenfold):
    assert _times_ten(number) == tenfold


@pytest.mark.parametrize(
    ("number", "swapped"),
    [("12", "21"), ("112", "121"), ("1,247", "2,147"), ("٤٥", "٥٤"), ("2.5", "5.2"), ("10", "10"),
     ("105", "150"), ("7", "7"), ("77", "77")],
)  # fmt: skip
def test_swapped_digits_make_another_number_or_none(number, swapped):
    assert _swapped(number) == swapped


def test_every_sort_that_the_texts_allow_is_planted(song):
    assert set(song.possible) == set(song.rules) == set(SORTS)
    assert {sort for sort, number in song.possible.items() if number} >= {
        "another year",
        "another city",
        "ten times as much",
        "swapped digits",
        "another person",
    }
    planted = {(one.plant.old, one.plant.words) for one in song.outcomes}
    assert {("90", "900"), ("12", "120"), ("12", "21")} <= planted
    assert all(old != new for old, new in planted)


def test_a_shifted_year_is_caught_in_a_copy_and_an_unaltered_copy_is_silent(song):
    caught = [one.plant.old for one in song.outcomes if not one.cause]
    assert "2012" in caught
    assert song.alarms == 0
    assert song.copies == 3


def test_what_no_rule_compares_is_not_planted_and_told_so(song):
    blind = [sort for sort, rules in song.rules.items() if not rules]
    assert not {one.plant.sort for one in song.outcomes} & set(blind)
    told = lines_of(song, show=False)
    for sort in blind:
        (row,) = (line for line in told if line.startswith(sort))
        assert f"no rule compares this ({SORTS[sort][0]})" in row


def test_a_rule_that_is_off_catches_nothing(news):
    song = sing(["news"], Settings(off=frozenset({"event-date"})), 20)
    assert song.rules["another year"] == ()


def test_only_the_texts_decide_what_is_planted(news, song):
    for old, new in (("a.txt", "z.txt"), ("c.txt", "0.txt")):
        Path("news", old).rename(Path("news", new))
    again = sing(["news"], Settings(), 20)
    assert told(again) == told(song)
    few = sing(["news"], Settings(), 1)
    assert len(few.outcomes) == sum(
        bool(found and few.rules[sort]) for sort, found in few.possible.items()
    )
    assert set(told(few)) <= set(told(song))


def told(song):
    return [(one.plant.sort, one.plant.old, one.plant.words, one.cause) for one in song.outcomes]


def test_no_file_is_touched(news, song):
    assert {path.name: path.read_text("utf-8") for path in Path("news").iterdir()} == {
        "a.txt": DEBT,
        "b.txt": SUMMIT,
        "c.txt": EN,
    }
    assert [path.name for path in news.iterdir()] == ["news"]


def test_a_share_that_is_too_small_fails(news, capsys, monkeypatch):
    assert code("canary", "news", "--plants", "3") == 0
    out = capsys.readouterr().out
    assert "3 unaltered copies raised no conflict." in out
    out_of_reach = dict.fromkeys(weights().passed, 10_000)
    strict = weights().model_copy(update={"passed": out_of_reach})
    monkeypatch.setattr(pairs, "weights", lambda: strict)
    assert code("canary", "news", "--plants", "3", "--at-least", "1") == 1
    assert "0 % caught, at least 1 % asked for" in capsys.readouterr().out


def test_nothing_planted_is_no_pass(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("كلام عام عن الناس.\n", "utf-8")
    assert code("canary", "a.txt", "--at-least", "1") == 1
    assert share(()) == 0


def test_what_is_missed_is_shown_with_its_place_and_harmless(news, song, capsys):
    plant = song.outcomes[0].plant
    evil = plant.source.model_copy(
        update={"text": "\x1b[31m\u202e::error::x " * 9, "path": "news/\x1b[2J.txt"}
    )
    missed = Outcome(plant._replace(source=evil), "guarded", ("same place",))
    lines = lines_of(Song(song.possible, song.rules, (missed,), 1, 0), show=True)
    assert any("kept apart: same place" in line for line in lines)
    assert not any("\x1b" in line or "\u202e" in line for line in lines)
    assert "1 unaltered copy raised no conflict." in lines
