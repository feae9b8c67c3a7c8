import os
import pty
import re
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest
import yaml
from shell import claimcheck, code

from claimcheck import reviewing
from claimcheck.evaluation.gold import load_stories
from claimcheck.reviewing import Signed

ROOT = Path(__file__).parents[1]
FILE = Path("claimcheck.reviews.yaml")


@pytest.fixture(scope="session")
def conflicts(tmp_path_factory):
    """Return the ids of the two conflicts of the seeds."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        return tuple(finding.id for finding in reviewing.desk(reviewing.Options()).open)


@pytest.fixture
def desk(conflicts, tmp_path, monkeypatch, capsys):
    """Go to a folder with the seeds; return the ids of their two conflicts."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return list(conflicts)


def written():
    return yaml.safe_load(FILE.read_text("utf-8"))["reviews"]


def test_a_finding_is_dismissed_by_the_beginning_of_its_id(desk, capsys):
    first = desk[0]
    signed = ("--by", "منى", "--date", "2025-01-02")
    assert code("review", first[:6], "--dismiss", "--reason", "another debt", *signed) == 0
    assert capsys.readouterr().out == f"dismissed: {first}\n"
    (entry,) = written()
    assert {key: entry[key] for key in ("fingerprint", "verdict", "reason", "by", "date")} == {
        "fingerprint": first,
        "verdict": "dismissed",
        "reason": "another debt",
        "by": "منى",
        "date": "2025-01-02",
    }
    assert entry["values"] == ["2012", "2014-05"]
    assert code("gate", "seeds") == 1
    out = capsys.readouterr().out
    assert first not in out
    assert desk[1] in out
    assert out.endswith("Gate failed: 1 conflict. 1 finding reviewed.\n")


def test_all_that_is_open_is_accepted_for_an_old_archive(desk, capsys):
    assert code("review", "seeds", "--accept-all-open", "--reason", "before 2025") == 0
    assert [entry["fingerprint"] for entry in written()] == sorted(desk)
    assert code("gate", "seeds") == 0
    assert capsys.readouterr().out.endswith("Gate passed. 2 findings reviewed.\n")
    page = Path("reports/conflicts.md").read_text("utf-8")
    assert len(re.findall(r"\*\*Reviewed, a known conflict:\*\* \W?before 2025", page)) == 2


def test_a_review_is_taken_back(desk):
    code("review", "--accept-all-open", "--reason", "known")
    assert code("review", "--reopen", desk[0]) == 0
    assert [entry["fingerprint"] for entry in written()] == [desk[1]]
    assert code("review", "--reopen", desk[0]) == 2


def test_a_second_review_replaces_the_first(desk):
    code("review", desk[0], "--dismiss", "--reason", "one")
    code("review", desk[0], "--accept", "--reason", "two")
    (entry,) = written()
    assert (entry["verdict"], entry["reason"]) == ("accepted", "two")


def test_a_stale_review_is_told_with_its_line_and_pruned(desk, capsys):
    code("review", "--accept-all-open", "--reason", "known")
    Path("seeds/prospects-of-ties.txt").unlink()
    capsys.readouterr()
    assert code("gate", "seeds") == 0
    out = capsys.readouterr().out
    line = next(line for line in out.split("\n") if "stale review" in line)
    place, number, _ = line.split(":", 2)
    assert f'"{desk[0]}"' in Path(place).read_text("utf-8").split("\n")[int(number) - 1]
    assert "a debt write-off: 2012 / 2014-05" in line
    page = Path("reports/conflicts.md").read_text("utf-8")
    assert "Stale reviews" in page
    assert code("review", "--prune") == 0
    assert [entry["fingerprint"] for entry in written()] == [desk[1]]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["{0}", "--dismiss"], "needs a reason"),
        (["{0}", "--dismiss", "--reason", "  "], "needs a reason"),
        (["--dismiss", "--reason", "x"], "--dismiss needs the id of a finding"),
        (["{0}", "--dismiss", "--accept", "--reason", "x"], "cannot go together"),
        (["{0}"], "no such file or folder; for an id give --accept or --dismiss"),
        (["ffff", "--dismiss", "--reason", "x"], "ffff: no finding of these articles has this id"),
        (["{0}", "--dismiss", "--reason", "x", "--date", "May"], "'May' is no day"),
        (["--export-gold", "gold"], "no finding of these articles is reviewed"),
        ([], "no terminal to ask on"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(desk, capsys, arguments, fault):
    assert code("review", *(part.format(*desk) for part in arguments)) == 2
    assert fault in capsys.readouterr().err
    assert not FILE.exists()


def test_reviewed_findings_become_a_gold_story(desk, capsys):
    code("review", desk[0], "--dismiss", "--reason", "another debt")
    code("review", desk[1], "--accept", "--reason", "known")
    assert code("review", "--export-gold", "gold/ours") == 0
    (story,) = load_stories(Path("gold"))
    (conflict,) = story.conflicts
    assert (conflict.id, conflict.kind, conflict.about) == (desk[1], "place", "a meeting")
    assert sorted(len(side) for side in conflict.sides) == [1, 2]
    (trap,) = story.traps
    assert (trap.id, trap.about) == (desk[0], "another debt")
    capsys.readouterr()
    assert code("eval", "gold") == 0
    assert "traps sprung                      1.000  (1 of 1)" in capsys.readouterr().out


def test_gold_is_not_written_over_something_else(desk, capsys):
    code("review", "--accept-all-open", "--reason", "known")
    assert code("review", "--export-gold", "seeds") == 2
    assert "seeds: holds something else" in capsys.readouterr().err
    assert code("review", "--export-gold", "gold") == 0
    assert code("review", "--export-gold", "gold") == 0


SUMMIT = "عقد الرئيس الكيني ونظيره الأوغندي قمة في مومباسا في {} مايو 2021."
DEBT = "وافقت روسيا في عام {} على شطب 90 في المئة من ديون كوريا الشمالية البالغة 11 مليار دولار."


def test_open_conflicts_between_exported_sources_are_noted(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, day, year in (("a.txt", 12, 2012), ("b.txt", 14, 2014)):
        Path(name).write_text(f"{SUMMIT.format(day)}\n\n{DEBT.format(year)}\n", "utf-8")
    first, _ = reviewing.desk(reviewing.Options(["a.txt", "b.txt"])).open
    paths = ("a.txt", "b.txt")
    code("review", *paths, first.id, "--dismiss", "--reason", "x")
    assert code("review", *paths, "--export-gold", "gold") == 0
    assert "1 open conflict there will count as false alarms" in capsys.readouterr().err


def test_without_paths_the_sources_of_the_last_report_are_meant(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, year in (("a.txt", 2012), ("b.txt", 2014)):
        Path("news", name).write_text(DEBT.format(year), "utf-8")
    assert code("review", "--list") == 2
    assert code("gate", "news") == 1
    (finding,) = reviewing.desk(reviewing.Options()).open
    assert code("review", finding.id, "--accept", "--reason", "known") == 0
    assert code("gate", "news") == 0
    Path("reports/report.json").write_text("[", "utf-8")
    assert code("review", "--list") == 2


def keys(*pressed):
    waiting = iter(pressed)
    return lambda: next(waiting)


def test_the_walk_asks_for_each_finding_and_saves_each(desk, capsys):
    at = reviewing.desk(reviewing.Options())
    said = iter(["", "another debt"])
    reviewing.walk(at, keys("x", "w", "d", "s"), lambda _: next(said), Signed("Mona"))
    out = capsys.readouterr().out
    assert "1 of 2" in out
    assert "Guards" in out
    assert out.endswith("1 finding open, 1 reviewed.\n")
    (entry,) = written()
    assert (entry["fingerprint"], entry["verdict"], entry["by"]) == (desk[0], "dismissed", "Mona")


def test_a_keyboard_without_the_letters_has_the_numbers(desk):
    at = reviewing.desk(reviewing.Options())
    reviewing.walk(at, keys("٢", "5"), lambda _: "known", Signed())
    assert [entry["verdict"] for entry in written()] == ["accepted"]


def test_what_was_decided_is_kept_when_the_walk_is_broken_off(desk):
    at = reviewing.desk(reviewing.Options())

    def line(_):
        if FILE.exists():
            raise KeyboardInterrupt
        return "known"

    with pytest.raises(KeyboardInterrupt):
        reviewing.walk(at, keys("a", "a"), line, Signed())
    assert len(written()) == 1


def shown_until(wanted, terminal):
    """Read a terminal until it shows something, or until its program ends; never for ever."""
    shown = b""
    while wanted is None or wanted not in shown:
        ready, _, _ = select.select([terminal], [], [], 60)
        if not ready:
            raise TimeoutError(f"after {shown!r}")
        try:
            shown += os.read(terminal, 4096)
        except OSError:
            return


@pytest.mark.slow
def test_the_walk_on_a_real_terminal(desk):
    child, terminal = pty.fork()
    if not child:
        program = "import sys; from claimcheck.cli import main; sys.exit(main(['review', 'seeds']))"
        os.execv(sys.executable, [sys.executable, "-c", program])
    try:
        for wanted, typed in (
            (b"1 of 2", b"d"),
            (b"Reason:", b"another debt\n"),
            (b"2 of 2", b"q"),
        ):
            shown_until(wanted, terminal)
            time.sleep(0.2)
            os.write(terminal, typed)
        shown_until(None, terminal)
    except TimeoutError:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert [entry["reason"] for entry in written()] == ["another debt"]


def test_a_name_that_is_hostile_is_shown_harmless(desk):
    bad = "a\x1b[31m\u202e::error::x"
    done = claimcheck("review", bad, "--dismiss", "--reason", "x")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr + done.stdout
    assert "\u202e" not in done.stderr + done.stdout
