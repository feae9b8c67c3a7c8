import json
import os
import re
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from sample_report import finding, report, sample, tension, venue
from shell import code

from claimcheck import __version__, pipeline
from claimcheck.errors import ClaimcheckError, RuleError, SourceError
from claimcheck.output import write_files
from claimcheck.pipeline import Run

COMMANDS = ["run", "gate", "review", "canary", "init", "claims", "explain", "eval"]
COMMANDS += ["annotate", "schema"]


@pytest.fixture
def called(monkeypatch, tmp_path):
    """Stand in for the pipeline: return what it was called with; it answers with `answer`."""
    calls = {"answer": sample()}

    def run(paths, settings, progress=None):
        calls.update(paths=list(paths), settings=settings, progress=progress)
        if isinstance(calls["answer"], BaseException):
            raise calls["answer"]
        return Run(report=calls["answer"], sources=(), claims=(), pairs=())

    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.chdir(tmp_path)
    return calls


def shell(*arguments, **options):
    command = [
        sys.executable,
        "-c",
        "import sys; from claimcheck.cli import main; sys.exit(main())",
    ]
    return subprocess.run([*command, *arguments], capture_output=True, check=False, **options)


def test_run_writes_the_report_and_passes_whatever_it_found(called, capsys):
    assert code("run", "articles") == 0
    assert called["paths"] == ["articles"]
    assert sorted(p.name for p in Path("reports").iterdir()) == ["conflicts.md", "report.json"]
    assert json.loads(Path("reports/report.json").read_text("utf-8"))["summary"]["conflicts"] == 2
    out = capsys.readouterr().out
    assert "2 conflicts" in out
    assert out.endswith("Report: reports/conflicts.md, reports/report.json\n")
    assert len(out.splitlines()) <= 40


def test_gate_fails_on_a_conflict(called, capsys):
    assert code("gate", "articles") == 1
    assert capsys.readouterr().out.endswith("Gate failed: 2 conflicts.\n")
    assert Path("reports/report.json").is_file()


def test_gate_passes_without_one(called, capsys):
    called["answer"] = report(tension())
    assert code("gate", "articles") == 0
    assert capsys.readouterr().out.endswith("Gate passed.\n")


def test_a_strict_gate_fails_on_a_tension(called):
    called["answer"] = report(tension())
    assert code("gate", "articles", "--fail-on", "tension") == 1


def test_gate_shows_every_finding_it_fails_on_and_how_to_review_it(called, capsys):
    called["answer"] = report(finding(), venue(), tension())
    code("gate", "my articles")
    out = capsys.readouterr().out
    for found in (finding(), venue()):
        assert f"claimcheck review {found.id} 'my articles' --dismiss --reason" in out
        assert {f"{piece.source}:{piece.line}" for piece in found.evidence} <= set(out.split())
    assert tension().id not in out
    code("gate", "articles", "--fail-on", "tension")
    assert f"claimcheck review {tension().id} articles" in capsys.readouterr().out


def test_gate_tells_to_review_with_the_same_engine(called, capsys):
    called["answer"] = report(finding())
    code("gate", "articles", "--engine", "rules")
    assert f"claimcheck review {finding().id} articles --engine=rules" in capsys.readouterr().out


def test_gate_fails_where_nothing_is_claimed(called, capsys):
    called["answer"] = report(claims=0)
    assert code("gate", "articles") == 1
    assert "no claim was found" in capsys.readouterr().out


def test_quiet_prints_nothing_unless_the_gate_fails(called, capsys):
    assert code("run", "articles", "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert code("gate", "articles", "-q") == 1
    assert capsys.readouterr().out.strip() == "Gate failed: 2 conflicts."


def test_one_format_only(called):
    assert code("run", "articles", "--format", "json", "--out", "deep/check") == 0
    assert [p.name for p in Path("deep/check").iterdir()] == ["report.json"]


def test_options_reach_the_pipeline(called):
    code("run", "articles", "--rules", "one", "--rules", "two", "--jobs", "3", "--out", "check")
    settings = called["settings"]
    assert settings.rules == (Path("one"), Path("two"))
    assert settings.jobs == 3
    assert "check/conflicts.md" in settings.ignore


def test_the_configuration_reaches_the_pipeline_and_options_come_first(called):
    Path("claimcheck.toml").write_text(
        'paths = ["news"]\nout = "check"\nrules = ["ours"]\njobs = 2\nignore = ["old/*"]\n'
        '[sources."articles/a.txt"]\npublished = 2024-05-17\npublisher = "Post"\n'
    )
    assert code("run", "--jobs", "4", "--rules", "more", "--quiet") == 0
    settings = called["settings"]
    assert called["paths"] == ["news"]
    assert settings.rules == (Path("ours"), Path("more"))
    assert settings.jobs == 4
    assert settings.ignore[:3] == ("old/*", "check/conflicts.md", "check/conflicts/*.md")
    assert {"check/report.json", "check/report.sarif", "check/claims.csv"} <= {*settings.ignore}
    assert settings.published == {"articles/a.txt": "2024-05-17"}
    assert settings.publishers == {"articles/a.txt": "Post"}
    assert Path("check/report.json").is_file()


def test_a_level_for_a_rule_that_does_not_exist_is_refused_with_its_place(called, capsys):
    Path("claimcheck.toml").write_text('paths = ["x"]\n\n[levels]\nevent-dat = "off"\n')
    assert code("run") == 2
    said = capsys.readouterr().err
    assert said.startswith("claimcheck: claimcheck.toml:4:1: levels.event-dat: no such rule; there")
    assert "event-date, event-place, figure" in said


def test_settings_for_a_source_that_was_not_read_are_noted(called, capsys):
    Path("claimcheck.toml").write_text(
        'paths = ["x"]\n[sources."artcles/a.txt"]\npublisher = "P"\n'
    )
    assert code("run") == 0
    assert '[sources."artcles/a.txt"]' in capsys.readouterr().err


def test_without_paths_the_seeds_are_read(called):
    Path("seeds").mkdir()
    assert code("run") == 0
    assert called["paths"] == ["seeds"]


def test_without_paths_and_seeds_it_says_what_to_do(called, capsys):
    assert code("run") == 2
    assert "name files or folders" in capsys.readouterr().err


@pytest.mark.parametrize(
    "fault", [RuleError(["a.yaml:3:1: no", "b.yaml:9: nor this"]), SourceError("x: no such file")]
)
@pytest.mark.parametrize("command", ["run", "gate", "claims", "explain"])
def test_what_the_user_has_to_put_right_ends_with_2_and_no_traceback(
    called, capsys, command, fault
):
    called["answer"] = fault
    assert code(command, *(["abc"] if command == "explain" else []), "articles") == 2
    printed = capsys.readouterr()
    lines = str(fault).splitlines()
    assert printed.err == "".join(f"claimcheck: {line}\n" for line in lines)
    assert printed.out == ""
    assert not Path("reports").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--nothing"],
        ["run", "--format", "pdf"],
        ["run", "--jobs", "0"],
        ["claims"],
        ["explain"],
        ["annotate"],
        ["nothing"],
    ],
)
def test_a_usage_error_ends_with_2(called, capsys, arguments):
    assert code(*arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_broken_configuration_ends_with_2(called, capsys):
    Path("claimcheck.toml").write_text("paths = [\n")
    assert code("run") == 2
    assert capsys.readouterr().err.startswith("claimcheck: claimcheck.toml:")


def test_explain_finds_a_finding_by_the_beginning_of_its_id(called, capsys):
    assert code("explain", "3f9a", "articles") == 0
    assert "conflict 3f9a1c0b7d52e846" in capsys.readouterr().out


def test_explain_needs_one_finding(called, capsys):
    assert code("explain", "ffff", "articles") == 2
    assert "no finding" in capsys.readouterr().err
    called["answer"] = report(finding(id="aa01"), finding(id="aa02"))
    assert code("explain", "aa", "articles") == 2
    assert "aa01 (conflict), aa02 (conflict)" in capsys.readouterr().err


def test_claims_in_every_format(called, capsys):
    assert code("claims", "articles", "--format", "csv") == 0
    assert capsys.readouterr().out.startswith("source,line,attribute,")
    assert code("claims", "articles", "--format", "jsonl") == 0
    assert capsys.readouterr().out == ""
    assert code("claims", "articles", "--about", "debt") == 0


def test_schema_prints_json(capsys):
    assert code("schema") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "A claimcheck report"


def test_version(capsys):
    assert code("--version") == 0
    assert capsys.readouterr().out == f"claimcheck {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(capsys, command):
    assert code(command, "--help") == 0
    out = capsys.readouterr().out
    assert re.search(rf"^  claimcheck {command}( |$)", out, re.M)
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "standard input:2: not JSON"),
        ("[]", "standard input:2: expected an object"),
        ('{"text": "a"}', "standard input:2: lang: expected a string"),
        ('{"text": 1, "lang": "ar"}', "standard input:2: text: expected a string"),
        ('{"text": "a", "lang": "xx"}', "standard input:2: lang: 'xx'; known are ar, en"),
    ],
)
def test_a_wrong_line_of_json_is_named(capsys, monkeypatch, line, fault):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(f"\n{line}\n".encode())))
    assert code("annotate", "--jsonl") == 2
    assert fault in capsys.readouterr().err


def test_help_loads_nothing_heavy():
    heavy = "import sys, claimcheck.cli; print([m for m in ('spacy', 'pydantic', 'rich', 'yaml', "
    check = [sys.executable, "-c", heavy + "'trafilatura', 'babel') if m in sys.modules])"]
    assert subprocess.run(check, capture_output=True, check=True, text=True).stdout == "[]\n"


def test_a_closed_pipe_ends_quietly():
    read, written = os.pipe()
    os.close(read)
    command = "import sys; from claimcheck.cli import main; sys.exit(main(['schema']))"
    with os.fdopen(written, "w") as pipe:
        ended = subprocess.run(
            [sys.executable, "-c", command], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_a_usage_error_of_the_real_command_ends_with_2():
    ended = shell("run", "--nothing")
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr


def test_a_missing_file_of_json_lines_is_named(tmp_path):
    ended = shell("annotate", "--jsonl", "no.jsonl", cwd=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr == b"claimcheck: no.jsonl: cannot be read: No such file or directory\n"


def test_files_are_written_whole(tmp_path):
    folder = tmp_path / "a" / "b"
    written = write_files(folder, {"one.md": "سطر\n", "two.json": "{}\n"})
    assert [path.name for path in written] == ["one.md", "two.json"]
    assert (folder / "one.md").read_bytes() == "سطر\n".encode()
    assert sorted(p.name for p in folder.iterdir()) == ["one.md", "two.json"]


def test_a_new_report_replaces_the_old_one(tmp_path):
    write_files(tmp_path, {"one.md": "a long old report"})
    write_files(tmp_path, {"one.md": "new"})
    assert (tmp_path / "one.md").read_text() == "new"


def test_a_failed_write_leaves_the_old_files_and_no_temporary_one(tmp_path):
    (tmp_path / "one.md").write_text("old")
    (tmp_path / "two.md").mkdir()
    (tmp_path / "two.md" / "inside").write_text("")
    with pytest.raises(ClaimcheckError, match="cannot write"):
        write_files(tmp_path, {"two.md": "new", "one.md": "new"})
    assert (tmp_path / "one.md").read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.md", "two.md"]


def test_an_interrupted_write_leaves_no_temporary_file(tmp_path, monkeypatch):
    def interrupted(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"one.md": "new"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "reports").write_text("")
    with pytest.raises(ClaimcheckError, match="reports: cannot write here"):
        write_files(tmp_path / "reports", {"one.md": ""})


def test_a_file_name_that_is_not_utf8_is_written_escaped(tmp_path):
    write_files(tmp_path, {"one.md": "a\udce1b"})
    assert (tmp_path / "one.md").read_bytes() == b"a\\udce1b"


def test_an_interrupt_ends_quietly(called, capsys):
    called["answer"] = KeyboardInterrupt()
    assert code("run", "articles") == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.fixture
def articles(tmp_path):
    """Return the paths of two articles that date one decision differently."""
    texts = {
        "one.txt": "وفي عام 2007 وافقت روما على شطب 60٪ من ديون موزمبيق البالغة 4 مليارات دولار.",
        "two.txt": "في مارس 2009 وافقت روما على شطب 60٪ من ديون موزمبيق البالغة 4 مليارات دولار.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text + "\n", "utf-8")
    return [(tmp_path / name).as_posix() for name in texts]


def test_explain_tells_of_two_lines(articles, capsys):
    one, other = articles
    assert code("explain", f"{one}:1", f"{other}:1", one, other) == 0
    told = capsys.readouterr().out
    assert "evidence of finding" in told or "not set against each other" in told
    assert "in all (log2 odds" in told


def test_explain_says_which_line_tells_nothing(articles, capsys):
    one, other = articles
    assert code("explain", f"{one}:99", f"{other}:1", one, other) == 2
    assert f"{one}:99: no date, place or figure was read there" in capsys.readouterr().err
    assert code("explain", "elsewhere.txt:1", f"{other}:1", one, other) == 2
    assert "not among the sources that were read" in capsys.readouterr().err
