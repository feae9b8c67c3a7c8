"""The README against the program: its commands, its settings, its rules, its quoted report.

`UPDATE_DOCS=1 pytest tests/test_docs.py` quotes the report anew, and writes the Arabic one.
"""

import json
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
import yaml
from typer.testing import CliRunner

from claimcheck import examples
from claimcheck.check.rule import load_rules
from claimcheck.cli import app, main
from claimcheck.config import FILE, Config, SourceSettings, load_config
from claimcheck.gate import Exit
from claimcheck.lang.lexicon_files import EventFamily
from claimcheck.model.finding import LEVELS, Evidence, Finding, Report, Review, StaleReview
from claimcheck.read.files import SUFFIXES
from claimcheck.read.front_matter import KEYS
from claimcheck.report.formats import FILES
from claimcheck.report.names import ClaimsFormat, Format

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
SEEDS = ROOT / "seeds"
# `gate` finds the conflicts of the seeds.
RUN_OPTIONS = ("--out", "--format", "--jobs", "--quiet", "--rules", "--lang", "--engine", "--gpu")
ENDS = {"gate": Exit.FAILED}

quoted = re.compile(r"(?<=<!-- from the report -->\n).*?(?=\n<!-- end -->)", re.DOTALL)


def code_blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def after(marker):
    """Return the code block under an HTML comment."""
    return re.search(rf"<!-- {marker} -->\n```\w+\n(.*?)^```$", TEXT, re.M | re.S)[1]


def shown_commands():
    """Return the commands in the README's code blocks, without their comments."""
    lines = [line for block in code_blocks("sh") for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines if line.startswith("claimcheck ")]


def commands(group=None, before=""):
    """Yield the full name of each command, with what it takes."""
    for name, command in (group or typer.main.get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Go to a folder with the seeds, a gold story, the README's own rule and its review."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(ROOT / "tests/gold/other-debt", tmp_path / "tests/gold/other-debt")
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "our-rules/summit-day.yaml").write_text(after("a rule"), "utf-8")
    (tmp_path / "claimcheck.reviews.yaml").write_text(after("a review"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code(arguments):
    try:
        return int(main(arguments))
    except SystemExit as ended:
        return int(ended.code or 0)


def test_there_are_commands_to_check():
    assert len(shown_commands()) >= 12


@pytest.mark.slow
@pytest.mark.parametrize("line", dict.fromkeys(shown_commands()))
def test_every_command_shown_runs(line, desk, capsys):
    arguments = shlex.split(line)[1:]
    assert code(arguments) == ENDS.get(arguments[0], Exit.PASSED), capsys.readouterr()


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_documented_and_has_help(name):
    assert f"claimcheck {name}" in TEXT
    told = CliRunner().invoke(app, [*name.split(), "--help"])
    assert told.exit_code == 0
    assert f"claimcheck {name}" in told.output  # an example


@pytest.mark.parametrize("option", RUN_OPTIONS)
def test_every_option_of_run_is_documented(option):
    (run,) = (command for name, command in commands() if name == "run")
    known = {name for made in run.params for name in made.opts if name.startswith("--")}
    assert option in known
    assert known == set(RUN_OPTIONS)
    assert option in TEXT


def test_every_setting_is_documented_and_the_example_is_valid(tmp_path):
    (example,) = code_blocks("toml")
    (tmp_path / FILE).write_text(example, "utf-8")
    config = load_config(tmp_path)
    assert config.model_fields_set == set(Config.model_fields)
    (source,) = config.sources.values()
    assert source.model_fields_set == set(SourceSettings.model_fields)


def test_every_rule_is_listed():
    listed = re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \| (.*) \|$", TEXT, re.MULTILINE)
    rules = [(rule.id, rule.kind, rule.title.en) for rule in load_rules()]
    assert [row for row in listed if row[1] in {rule.kind for rule in load_rules()}] == rules


@pytest.mark.slow
def test_the_rule_shown_passes_its_examples(desk):
    passed, failures = examples.test_rules([desk / "our-rules"])
    assert failures == ()
    assert passed > 2


def test_the_event_shown_is_valid():
    events = yaml.load(after("an event"), yaml.BaseLoader)
    family = EventFamily.model_validate({"family": "sky", "about": "sky", "events": events})
    assert family.events[0].ar.nouns


def test_what_a_source_may_be_and_say_is_documented():
    assert all(f"`{suffix}`" in TEXT for suffix in SUFFIXES)
    assert all(re.search(rf"^{key}: ", TEXT, re.MULTILINE) for key in KEYS)


def test_every_format_exit_code_and_key_of_the_report_is_documented():
    assert all(f"--format {name}" in TEXT for name in Format)
    assert all(
        name in TEXT for name in (*ClaimsFormat, *(file for file in FILES if "*" not in file))
    )
    assert all(re.search(rf"^\| {int(code)} \| ", TEXT, re.MULTILINE) for code in Exit)
    assert all(f"`{level}`" in TEXT for level in LEVELS)
    for model in (Report, Finding, Review, StaleReview):
        told = {"schema_": "schema", "version": "schema", "title": "title", "subject": "subject"}
        keys = {told.get(key, key) for key in model.model_fields}
        assert {key for key in keys if f"`{key}`" not in TEXT} <= {"title", "subject"}
    evidence = {key for key in Evidence.model_fields if f"`{key}`" not in TEXT}
    assert evidence <= {"article", "sentence", "text", "claim"}


def test_every_file_linked_exists():
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", TEXT)
    missing = {link for link in links if not (ROOT / link).exists()}
    assert missing <= {f"reports/{file}" for file in FILES}
    assert links


@pytest.mark.slow
def test_the_review_shown_covers_the_finding_shown(desk):
    assert code(["run", "seeds", "--quiet"]) == 0
    report = json.loads((desk / "reports/report.json").read_text("utf-8"))
    assert [found["review"]["by"] for found in report["findings"] if found["review"]] == ["Mona"]
    assert report["stale_reviews"] == []


@pytest.mark.slow
def test_the_report_shown_is_the_real_one(desk, capsys):
    (desk / "claimcheck.reviews.yaml").unlink()
    code(["run", "seeds", "--quiet"])
    report = (desk / "reports/conflicts.md").read_text("utf-8").replace("](../", "](")
    (shown,) = quoted.findall(TEXT)
    sections = re.split(r"^(?=##)", report, flags=re.MULTILINE)
    about = shown.split("\n")[0].partition("</a>")[2].partition(". ")[2]
    real = next(part.strip() for part in sections if part.split("\n")[0].endswith(f". {about}"))
    if os.environ.get("UPDATE_DOCS"):
        old, new = (re.search(r"explain (\w+)", part)[1] for part in (shown, real))
        README.write_text(quoted.sub(lambda _: real, TEXT).replace(old, new), "utf-8")
    number = re.compile(r"</a>\d+\. ")
    assert number.sub("", real) == number.sub("", shown), (
        "run UPDATE_DOCS=1 pytest tests/test_docs.py"
    )


@pytest.mark.slow
def test_the_arabic_report_is_the_real_one(desk):
    (desk / "claimcheck.reviews.yaml").unlink()
    arabic = ("--lang", "ar", "--format", "markdown", "--out", "reports/ar")
    code(["run", "seeds", "--quiet", *arabic])
    real = (desk / "reports/ar/conflicts.md").read_text("utf-8")
    committed = ROOT / "reports/ar/conflicts.md"
    if os.environ.get("UPDATE_DOCS"):
        committed.parent.mkdir(exist_ok=True)
        committed.write_text(real, "utf-8")
    assert committed.read_text("utf-8") == real, "run UPDATE_DOCS=1 pytest tests/test_docs.py"
