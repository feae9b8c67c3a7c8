"""What `init` writes, and the files that other tools read: the action, the hook, the jobs."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import typer
import yaml
from shell import code

from claimcheck import __version__
from claimcheck.cli import app
from claimcheck.config import Config, SourceSettings, load_config
from claimcheck.report.names import Format

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "claimcheck" / "templates"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOBS = {"github": ".github/workflows/claimcheck.yml", "gitlab": ".gitlab-ci.yml"}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def options_of(command):
    return {
        name for made in typer.main.get_command(app).commands[command].params for name in made.opts
    }


def check(line):
    """Check that a command line of ours has only options and formats that exist."""
    words = shlex.split(
        re.sub(r"\$\{BASE:\+(\"--since=)[^}]*\"\}", r"\1x\"", line).replace('\\"', '"')
    )
    given = {word.partition("=")[0] for word in words if word.startswith("--")}
    assert given <= options_of(words[1])
    assert set(re.findall(r"--format[ =](\w+)", line)) <= set(Format)


def test_the_configuration_written_is_valid_and_names_the_paths(desk):
    paths = ['my "news"', "أخبار"]
    assert code("init", *paths) == 0
    assert load_config(desk).paths == tuple(paths)


def test_every_setting_is_in_it_and_valid_once_its_mark_is_taken_away(desk):
    code("init", "news")
    text = Path("claimcheck.toml").read_text("utf-8")
    told = re.sub(r"^# (?=\[|\"|\w+ = )", "", text, flags=re.M)
    Path("claimcheck.toml").write_text(told, "utf-8")
    config = load_config(desk)
    assert config.model_fields_set == set(Config.model_fields)
    (source,) = config.sources.values()
    assert source.model_fields_set == set(SourceSettings.model_fields)
    assert set(tomllib.loads(text)) == {"paths"}


@pytest.mark.parametrize("host", JOBS)
def test_the_job_of_the_host_runs_a_gate_that_exists(desk, host):
    assert code("init", "--host", host) == 0
    text = Path(JOBS[host]).read_text("utf-8")
    assert yaml.safe_load(text)
    assert f'"claimcheck-news=={__version__}"' in text
    assert "@" not in re.sub(r"actions/[\w-]+@v\d", "", text)
    (line,) = re.findall(r"claimcheck gate .*", text)
    check(line)


def test_what_is_there_is_kept_unless_forced(desk, capsys):
    Path("claimcheck.toml").write_text("# ours\n")
    assert code("init", "--host", "github") == 0
    assert "claimcheck.toml: kept as it is" in capsys.readouterr().out
    assert Path("claimcheck.toml").read_text() == "# ours\n"
    assert code("init", "--host", "github") == 2
    assert "--force" in capsys.readouterr().err
    assert code("init", "--host", "github", "--force") == 0
    assert "paths" in Path("claimcheck.toml").read_text("utf-8")


def scripts(tree):
    """Yield every shell script of a workflow or an action."""
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key == "run")
        tree = list(tree.values())
    if isinstance(tree, list):
        for item in tree:
            yield from scripts(item)


@pytest.mark.parametrize(
    "path", [ROOT / "action.yml", TEMPLATES / "github.yml"], ids=lambda p: p.name
)
def test_no_script_takes_text_from_outside(path):
    found = list(scripts(yaml.safe_load(path.read_text("utf-8"))))
    assert found
    assert not [script for script in found if "${{" in script]


def ran(desk, **given):
    """Return what the action's gate was called with."""
    fake = desk / "runner/claimcheck/bin/claimcheck"
    fake.parent.mkdir(parents=True)
    fake.write_text('#!/bin/sh\nfor one in "$@"; do printf "%s\\n" "$one"; done\n')
    fake.chmod(0o755)
    step = ACTION["runs"]["steps"][-1]
    inputs = {name: made.get("default", "") for name, made in ACTION["inputs"].items()}
    inputs |= {"since": ""} | given
    env = {
        key: inputs[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]
        for key, value in step["env"].items()
    }
    env |= {"RUNNER_TEMP": str(desk / "runner"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env=env,
        cwd=desk,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.splitlines()


def test_the_action_calls_the_gate_with_its_inputs(desk):
    called = ran(desk, paths="news\nmore news\n", since="origin/main", **{"allow-empty": "true"})
    assert called == [
        "gate",
        "--fail-on=conflict",
        "--format=markdown",
        "--format=json",
        "--format=github",
        "--since=origin/main",
        "--allow-empty",
        "--",
        "news",
        "more news",
    ]
    check("claimcheck " + " ".join(called[:7]))


def test_the_action_obeys_no_input(desk):
    called = ran(desk, paths="$(touch a)\n--out=/\n`touch b`", since="$(touch c); touch d")
    assert called[-3:] == ["$(touch a)", "--out=/", "`touch b`"]
    assert "--since=$(touch c); touch d" in called
    assert [path.name for path in desk.iterdir()] == ["runner"]


def test_the_hook_runs_a_gate_that_exists():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    check(hook["entry"])
    assert hook["pass_filenames"] is False
    for name in ("a.txt", "b/c.md", "d.html", "e.htm", "f.jsonl"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "a.py")
