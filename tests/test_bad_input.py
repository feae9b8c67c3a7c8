"""What a user sees of input that cannot be used: the place and the remedy, never a traceback."""

import json
import os
import stat
from pathlib import Path

import pytest
from shell import claimcheck, code

ENGLISH = "The council agreed in May 2014 to write off the debt of the port, 40 million dollars."
ARABIC = "وافق المجلس في مايو 2014 على شطب ديون الميناء البالغة 40 مليون دولار."
RULE = Path(__file__).parents[1] / "rules" / "conflicts" / "figure.yaml"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Return the working folder: it holds one good article in `news`."""
    monkeypatch.chdir(tmp_path)
    write("news/good.txt", ENGLISH)
    return tmp_path


def write(name, content):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(capsys, *arguments):
    """Return what a command says on standard error that ends with 2 and leaves nothing behind."""
    before = sorted(Path().rglob("*"))
    assert code(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert all(line.startswith("claimcheck: ") for line in printed.err.splitlines())
    assert sorted(Path().rglob("*")) == before
    return printed.err


def problems(capsys, *arguments):
    """Return the problems in the report of a run, as code -> (file name, line, message)."""
    assert code("run", *arguments) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "Not everything was checked" in printed.out
    assert sorted(path.name for path in Path("reports").iterdir()) == [
        "conflicts.md",
        "report.json",
    ]
    told = json.loads(Path("reports/report.json").read_text("utf-8"))["problems"]
    page = Path("reports/conflicts.md").read_text("utf-8")
    assert page.index("## Not checked") < page.index("## Summary")
    for problem in told:
        assert f"<code>{problem['code']}</code>" in page
    return {p["code"]: (Path(p["source"]).name, p["line"], p["message"]) for p in told}


@pytest.mark.parametrize("command", ["run", "gate", "claims"])
def test_a_missing_path_is_named(desk, capsys, command):
    said = refused(capsys, command, "news", "nwes/good.txt")
    assert said == "claimcheck: nwes/good.txt: no such file or folder; check the path\n"


def test_an_empty_folder_is_named_with_what_would_be_read(desk, capsys):
    Path("empty").mkdir()
    said = refused(capsys, "run", "empty")
    assert said.startswith("claimcheck: empty: no source file found; sources are .txt, .md")


def test_an_empty_path_is_not_the_working_folder(desk, capsys):
    assert "a path is empty: name a file" in refused(capsys, "run", "")


@pytest.mark.parametrize(
    ("name", "content", "fault", "line", "message"),
    [
        ("a.txt", b"PK\x03\x04\x00\x00\x00\x08", "binary", 0, "is not a text file"),
        ("a.txt", bytes(range(256)) * 8, "binary", 0, "is not a text file"),
        (
            "a.txt",
            f"{ARABIC}\n{ARABIC}".encode() + b"\xff" + ARABIC.encode(),
            "broken-utf8",
            2,
            "(0xff) in line 2 is not UTF-8: save the file as UTF-8",
        ),
        ("a.txt", b"", "empty", 0, "has no text"),
        (
            "a.md",
            f"---\ntitle: one: two\n---\n{ENGLISH}",
            "front-matter",
            2,
            "put the value in quotes",
        ),
        ("a.md", f"---\ntitle: a\n{ENGLISH}", "front-matter", 1, "no closing `---` line"),
        (
            "a.md",
            f"---\npublished: soon\n---\n{ENGLISH}",
            "published",
            0,
            "'soon' is no ISO date such as 2024-05-03",
        ),
        ("a.jsonl", '{"text": "x"\n', "json-line", 1, "is not JSON"),
        ("a.html", "<html><body></body></html>", "empty", 0, "has no main text"),
    ],
)
def test_an_article_that_cannot_be_read_is_a_problem_with_its_place(  # noqa: PLR0913, PLR0917
    desk, capsys, name, content, fault, line, message
):
    write(f"news/{name}", content)
    told = problems(capsys, "news")
    assert told[fault][:2] == (name, line)
    assert message in told[fault][2]


def test_twenty_megabytes_are_a_problem_and_are_not_read(desk, capsys):
    with Path("news/big.txt").open("wb") as big:
        big.truncate(20 * 1024 * 1024)
    name, _, message = problems(capsys, "news")["too-large"]
    assert name == "big.txt"
    assert "has 20,971,520 bytes" in message
    assert "split it into smaller files" in message


@pytest.mark.slow
@pytest.mark.parametrize("line", ["والمسؤوليات", "ا" * 500_000])
def test_a_line_of_a_megabyte_is_read_to_its_end(desk, capsys, line):
    write("news/line.txt", f"{line} " * (500_000 // len(line)) + ARABIC)
    assert code("run", "news") == 0
    assert capsys.readouterr().err == ""
    told = json.loads(Path("reports/report.json").read_text("utf-8"))
    claims = {s["path"]: s["articles"][0]["claims"] for s in told["sources"]}
    assert claims["news/line.txt"] >= 1


def test_a_file_that_may_not_be_read_is_a_problem(desk, capsys):
    closed = write("news/closed.txt", ENGLISH)
    closed.chmod(0)
    if os.access(closed, os.R_OK):  # Root may read everything but this.
        closed.unlink()
        closed.symlink_to("/proc/self/mem")
    name, _, message = problems(capsys, "news")["unreadable"]
    assert name == "closed.txt"
    assert message.startswith("cannot be read: ")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{rule}frmaes: [visit]\n", "rules/a.yaml:{last}:1: frmaes: unknown key; allowed are "),
        ("just a text\n", "rules/a.yaml:1:1: expected `key: value` lines"),
        ("id: [a\n b: {{\n", "rules/a.yaml:2:3: "),
        ("id: a\nid: b\n", "rules/a.yaml:2:1: the key 'id' stands twice"),
        ("{rule}", "rules/a.yaml: the rule 'figure' is defined twice"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named_with_line_and_column(desk, capsys, rule, said):
    text = RULE.read_text("utf-8")
    write("rules/a.yaml", rule.format(rule=text))
    line = said.format(last=text.count("\n") + 1)
    assert f"claimcheck: {line}" in refused(capsys, "run", "news", "--rules", "rules")


def test_a_rule_in_another_encoding_is_named(desk, capsys):
    write("rules/a.yaml", "title: خلاف".encode("utf-16"))
    said = refused(capsys, "run", "news", "--rules", "rules")
    assert said == "claimcheck: rules/a.yaml: is not UTF-8\n"


def test_a_file_among_the_rules_that_is_none_is_named(desk, capsys):
    Path("rules/deep").mkdir(parents=True)
    Path("rules/README.md").write_text("about them")
    Path("rules/deep/a.json").write_text("{}")
    said = refused(capsys, "run", "news", "--rules", "rules")
    assert said.startswith("claimcheck: rules/deep/a.json: is no rule: rules are .yaml files;")


def test_a_rule_in_a_folder_below_is_read(desk, capsys):
    Path("rules/deep").mkdir(parents=True)
    Path("rules/deep/a.yml").write_text("id: x\n")
    assert "rules/deep/a.yml:1:1: " in refused(capsys, "run", "news", "--rules", "rules")


def test_a_folder_without_a_rule_is_named(desk, capsys):
    Path("rules/a.yaml").mkdir(parents=True)
    said = refused(capsys, "run", "news", "--rules", "rules")
    assert said == "claimcheck: rules: holds no rule: rules are .yaml files\n"


def test_a_missing_folder_of_rules_is_named(desk, capsys):
    said = refused(capsys, "run", "news", "--rules", "ruels")
    assert said == "claimcheck: ruels: no such folder of rules\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("paths = [\n", "claimcheck.toml:"),
        ("\npahts = ['news']\n", "claimcheck.toml:2:1: pahts: unknown key; allowed are "),
        ("jobs = 'two'\n", "claimcheck.toml:1:1: jobs: expected a whole number"),
        (b"\xff\xfe", "claimcheck.toml: is not UTF-8"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_named(desk, capsys, settings, said):
    write("claimcheck.toml", settings)
    assert f"claimcheck: {said}" in refused(capsys, "run", "news")


@pytest.mark.parametrize("out", ["news/good.txt", "news/good.txt/below"])
def test_a_file_in_the_place_of_the_reports_stays_as_it_is(desk, capsys, out):
    said = refused(capsys, "run", "news", "--out", out)
    assert said.startswith(f"claimcheck: {out}: cannot write here: ")
    assert said.endswith("name another folder with --out\n")
    assert Path("news/good.txt").read_text() == ENGLISH


def test_a_folder_that_may_not_be_written_is_named(desk, capsys):
    out = Path("closed")
    out.mkdir()
    out.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(out, os.W_OK):  # Root may write everywhere but here.
        out = Path("/proc/self/reports")
    said = refused(capsys, "run", "news", "--out", out.as_posix())
    assert said.startswith(f"claimcheck: {out}: cannot write here: ")


def test_an_old_report_survives_a_run_that_could_not_be(desk, capsys):
    write("reports/report.json", "old")
    write("rules/a.yaml", "id: a\n")
    refused(capsys, "run", "news", "--rules", "rules")
    assert Path("reports/report.json").read_text() == "old"


def test_nothing_of_this_prints_a_traceback_in_a_process_of_its_own(desk):
    write("news/binary.txt", b"\0\1\2")
    write("news/broken.txt", ARABIC.encode() + b"\xff" + ARABIC.encode())
    write("news/front.md", f"---\ntitle: a: b\n---\n{ENGLISH}")
    done = claimcheck("gate", "news", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in Path("reports").iterdir()) == [
        "conflicts.md",
        "report.json",
    ]
