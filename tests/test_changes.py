"""`gate --since` and `--changed`: what a change brings in, checked against all the rest."""

import shutil
import subprocess
from pathlib import Path

import pytest
from shell import code

ROOT = Path(__file__).parents[1]
DEBT = "وافقت روسيا في عام {} على شطب 90 في المئة من ديون كوريا الشمالية البالغة 11 مليار دولار.\n"
SUMMIT = "عقد الرئيس الكيني ونظيره الأوغندي قمة في مومباسا في {} مايو 2021.\n"


def write(path, text):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def git(*arguments):
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """Go to a repository with an old conflict in it."""
    monkeypatch.chdir(tmp_path)
    write("news/a.txt", DEBT.format(2012))
    write("news/b.txt", DEBT.format(2014))
    write("news/c.txt", SUMMIT.format(12))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "archive")


@pytest.fixture
def gate(capsys):
    """Return the exit code of the gate and what it printed."""

    def run(*arguments):
        capsys.readouterr()
        ended = code("gate", *arguments)
        printed = capsys.readouterr()
        return ended, printed.out + printed.err

    return run


def test_an_old_conflict_is_not_held_against_a_new_source(archive, gate):
    write("news/d.txt", SUMMIT.format(14))
    ended, said = gate("news", "--since", "HEAD")
    assert ended == 1
    assert "Gate failed: 1 conflict." in said
    assert "Judged is what touches news/d.txt." in said
    assert {"news/c.txt:1", "news/d.txt:1"} <= set(said.split())
    assert "news/a.txt:1" not in said
    assert gate("news")[1].endswith("Gate failed: 2 conflicts.\n")


def test_a_new_source_that_agrees_passes(archive, gate):
    write("news/d.txt", SUMMIT.format(12))
    assert gate("news", "--since", "HEAD")[0] == 0


def test_an_edited_source_is_judged_a_renamed_or_removed_one_is_not(archive, gate):
    git("mv", "news/a.txt", "news/z.txt")
    assert gate("news", "--since", "HEAD")[0] == 0
    Path("news/c.txt").unlink()
    ended, said = gate("news", "--since", "HEAD")
    assert ended == 0
    assert "No source that is read has changed." in said
    write("news/b.txt", DEBT.format(2014) + SUMMIT.format(12))
    assert gate("news", "--since", "HEAD")[0] == 1


def test_a_branch_answers_only_for_its_own_changes(archive, gate):
    git("checkout", "-qb", "desk")
    write("news/d.txt", SUMMIT.format(12))
    git("add", ".")
    git("commit", "-qm", "d")
    git("checkout", "-q", "main")
    write("news/a.txt", DEBT.format(2012) + "\n" + DEBT.format(2012))
    git("commit", "-qam", "an edit elsewhere")
    git("checkout", "-q", "desk")
    assert gate("news", "--since", "main")[0] == 0
    assert gate("news", "--since", "HEAD~1")[0] == 0


def test_files_that_are_no_sources_do_not_matter(archive, gate):
    write("README.md", "x")
    write("news/notes.py", "x")
    assert gate("news", "--since", "HEAD")[0] == 0


def test_it_works_below_the_top_of_the_repository(archive, gate, monkeypatch):
    write("news/d.txt", SUMMIT.format(14))
    monkeypatch.chdir("news")
    ended, said = gate(".", "--since", "HEAD")
    assert ended == 1
    assert "Judged is what touches d.txt." in said


@pytest.mark.parametrize("revision", ["nothing", "--output=x", "HEAD:news", ""])
def test_a_revision_that_is_none_ends_with_2(archive, gate, revision):
    ended, said = gate("news", f"--since={revision}")
    if revision:
        assert ended == 2
        assert "git knows no such revision" in said
    else:
        assert ended == 1
    assert not Path("x").exists()


def test_before_the_first_commit_everything_is_new(tmp_path, monkeypatch, gate):
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    write("news/a.txt", DEBT.format(2012))
    write("news/b.txt", DEBT.format(2014))
    assert gate("news", "--since", "HEAD")[0] == 1
    git("add", "news/a.txt")
    assert gate("news", "--since", "HEAD")[0] == 1
    assert gate("news", "--since", "main")[0] == 2


def test_outside_a_repository_it_ends_with_2(tmp_path, monkeypatch, gate):
    monkeypatch.chdir(tmp_path)
    write("news/a.txt", DEBT.format(2012))
    ended, said = gate("news", "--since", "HEAD")
    assert ended == 2
    assert "not a git repository" in said
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git was not found" in gate("news", "--since", "HEAD")[1]


def test_the_named_sources_alone_are_judged(archive, gate):
    assert gate("news", "--changed", "news/c.txt")[0] == 0
    assert gate("news", "--changed", "./news/../news/a.txt")[0] == 1
    assert gate("--changed", "news/c.txt", "news/b.txt", "news")[0] == 1
    assert gate("news", "--changed", "news/c.txt", "news/b.txt", "--quiet")[0] == 1
    assert gate("news", "--changed=news")[1].endswith("Gate failed: 1 conflict.\n")


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("news/gone.txt", None, "news/gone.txt: no such file"),
        ("other/d.txt", SUMMIT, "other/d.txt: is not among the sources that were read"),
        ("news/d.txt", "", "news/d.txt: has no text"),
        ("news/d.txt", "\0\0", "news/d.txt: is not a text file"),
        ("news/d.jsonl", '{"text": "x"}\n{', "news/d.jsonl: "),
    ],
)
def test_a_named_source_that_cannot_be_read_fails_the_gate(archive, gate, path, text, fault):
    if text is not None:
        write(path, text)
    ended, said = gate("news", "--changed", path, "--allow-empty")
    assert ended == 1
    assert f"Gate failed: {fault}" in said
    # A fault of a source that was not named is told and fails nothing.
    assert gate("news", "--changed", "news/c.txt")[0] == 0


def test_a_changed_source_that_cannot_be_read_fails_the_gate(archive, gate):
    write("news/d.txt", "\0\0")
    ended, said = gate("news", "--since", "HEAD")
    assert ended == 1
    assert "news/d.txt: is not a text file" in said


def test_a_source_that_the_configuration_ignores_may_be_named(archive, gate):
    write("claimcheck.toml", 'ignore = ["news/drafts"]\n')
    write("news/drafts/d.txt", SUMMIT.format(14))
    ended, said = gate("news", "--changed", "news/drafts/d.txt")
    assert ended == 0
    assert "No source that is read has changed." in said


def test_a_changed_source_without_a_claim_is_no_pass(archive, gate):
    write("news/d.txt", "كلام عام عن الطقس والناس والحياة في المدن البعيدة.\n")
    ended, said = gate("news", "--since", "HEAD")
    assert ended == 1
    assert "no claim was found in the sources named" in said
    assert gate("news", "--since", "HEAD", "--allow-empty")[0] == 0


def test_no_source_at_all_passes_only_where_that_is_allowed(tmp_path, monkeypatch, gate):
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    assert gate("news")[0] == 2
    assert gate("news", "--allow-empty")[0] == 0
    assert gate("nowhere", "--allow-empty")[0] == 2
    write("news/d.txt", "\0\0")
    assert gate("news", "--allow-empty")[0] == 1


def test_both_ways_to_name_a_change_cannot_go_together(archive, gate):
    assert gate("news", "--since", "HEAD", "--changed", "news/a.txt")[0] == 2


def test_the_repository_cannot_make_git_run_anything(archive, gate):
    mark = Path("ran")
    script = Path("run.sh").absolute()
    script.write_text(f"#!/bin/sh\ntouch {mark.absolute()}\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager"):
        git("config", key, str(script))
    mark.unlink(missing_ok=True)
    write("news/d.txt", SUMMIT.format(12))
    assert gate("news", "--since", "HEAD")[0] == 0
    assert not mark.exists()


def test_a_hostile_file_name_is_shown_harmless(archive, gate):
    name = "news/::error::x\x1b[31m\u202e.txt"
    shutil.copy("news/c.txt", name)
    _, said = gate("news", "--since", "HEAD")
    assert "\x1b" not in said
    assert "\u202e" not in said
    ended, said = gate("news", "--changed", name + "y")
    assert ended == 1
    assert "\x1b" not in said
    assert not [line for line in said.split("\n") if line.lstrip().startswith("::")]
