"""The same articles give the same bytes, whatever the machine is set to."""

import subprocess
from pathlib import Path

import pytest
from shell import claimcheck

from claimcheck.report.formats import FILES
from claimcheck.report.names import Format

ROOT = Path(__file__).parents[1]
ARTICLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").glob("*.txt"))


def other_locale():
    """Return an installed locale that writes from right to left or sorts otherwise, if any."""
    known = subprocess.run(["locale", "-a"], capture_output=True, check=False, text=True).stdout
    wanted = ("ar_", "fa_", "tr_", "de_", "fr_", "en_", "C.")
    return next((name for start in wanted for name in known.split() if name.startswith(start)), "C")


def reports(folder, articles, jobs, **env):
    """Return the bytes of each report that a run writes under an environment."""
    formats = [part for name in Format for part in ("--format", name)]
    options = ("--out", folder, "--jobs", jobs, *formats)
    done = claimcheck("run", *articles, *options, cwd=ROOT, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    return {path.name: path.read_bytes() for path in folder.iterdir()}, done.stdout


@pytest.mark.slow
def test_reports_are_the_same_bytes_under_other_seeds_orders_locales_zones_and_jobs(tmp_path):
    plain, summary = reports(
        tmp_path / "one",
        ARTICLES,
        "1",
        PYTHONHASHSEED="1",
        LC_ALL="C",
        LANG="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        TZ="UTC",
    )
    other, other_summary = reports(
        tmp_path / "two",
        ARTICLES[::-1],
        "2",
        PYTHONHASHSEED="2",
        LC_ALL=other_locale(),
        LANG=other_locale(),
        TZ="Asia/Pyongyang",
        COLUMNS="40",
    )
    assert sorted(plain) == sorted(name for name in FILES if "*" not in name)
    assert other == plain
    assert summary.replace("/one/", "/two/") == other_summary
