"""Long reports: a page for each conflict, and how long and large they may be to write."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from sample_report import agreement, figures, finding, report, target, tension, venue
from shell import code

from claimcheck import pipeline
from claimcheck.pipeline import Run
from claimcheck.report.formats import RENDER, render
from claimcheck.report.names import Format
from claimcheck.report.to_markdown import FILE, PAGE, PAGED_ABOVE, PAGES

HOST = MarkdownIt("commonmark", {"html": True}).enable("table")
MAKERS = (finding, venue, figures)
SECONDS = 10
BYTES = 1 << 30


def conflicts(number):
    """Return that many conflicts of all kinds."""
    return [MAKERS[n % len(MAKERS)](id=f"{n:012x}") for n in range(number)]


def pages(made, lang="en"):
    return RENDER[Format.MARKDOWN].render(made, target(lang=lang)).files


def test_fifty_conflicts_stand_on_one_page():
    assert list(pages(report(*conflicts(PAGED_ABOVE)))) == [FILE]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_more_conflicts_have_a_page_each_that_the_contents_lead_to(lang):
    made = pages(report(*conflicts(PAGED_ABOVE + 1)), lang)
    assert len(made) == PAGED_ABOVE + 2
    first = made[FILE]
    for name in list(made)[1:]:
        assert name.startswith(f"{PAGES}/")
        assert PAGE.fullmatch(Path(name).name)
        assert f"]({name})" in first
        assert f"](../{FILE})" in made[name]
    assert "](../../articles/a.txt#L17)" in made[f"{PAGES}/000000000000.md"]
    assert "<mark>" not in first.partition("## ")[0]


def test_the_contents_of_a_long_report_are_folded_by_kind():
    page = HOST.render(pages(report(*conflicts(60)))[FILE])
    for kind in ("Dates: 20 conflicts", "Places: 20 conflicts", "Figures: 20 conflicts"):
        assert f"<summary>{kind}</summary>" in page


def test_tensions_and_agreements_beyond_what_anyone_reads_are_counted():
    many = [tension(id=f"{n:012x}") for n in range(60)] + [agreement()] * 320
    page = pages(report(*many))[FILE]
    assert page.count("Why no conflict") == 50
    assert "10 more are in report.json." in page
    assert "20 more are in report.json." in page


@pytest.fixture
def desk(monkeypatch, tmp_path):
    """Stand in for the pipeline, which answers with the report under `report`."""
    answer = {}

    def run(paths, settings, progress=None):
        return Run(report=answer["report"], sources=(), claims=(), pairs=())

    monkeypatch.setattr(pipeline, "run", run)
    monkeypatch.chdir(tmp_path)
    return answer


def written():
    folder = Path("reports", PAGES)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else None


def test_pages_of_conflicts_that_are_gone_are_removed_and_nothing_else(desk, capsys):
    desk["report"] = report(*conflicts(60))
    assert code("run", "x") == 0
    assert "reports/conflicts/ (60 pages)" in capsys.readouterr().out
    Path("reports", PAGES, "notes.md").write_text("ours")
    Path("reports", PAGES, f"{0:012x}-2.md").write_text("of two alike")
    desk["report"] = report(*conflicts(55))
    assert code("run", "x") == 0
    assert written() == [*(f"{n:012x}.md" for n in range(55)), "notes.md"]
    desk["report"] = report(*conflicts(5))
    assert code("run", "x", "--format", "json") == 0
    assert len(written()) == 56
    assert code("run", "x") == 0
    assert written() == ["notes.md"]


def test_an_empty_folder_of_pages_goes_too(desk):
    desk["report"] = report(*conflicts(51))
    code("run", "x")
    desk["report"] = report()
    code("run", "x")
    assert written() is None


def test_pages_are_no_articles():
    from claimcheck.config import Config
    from claimcheck.invocation import Options, settings

    assert "out/conflicts/*.md" in settings(Options(out="out"), Config()).ignore


def test_github_gets_its_commands_on_the_log_and_its_summary_where_it_asks(
    desk, capsys, monkeypatch, tmp_path
):
    desk["report"] = report(finding())
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", summary.as_posix())
    assert code("run", "x", "--format", "github", "--quiet") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 3
    assert summary.read_text("utf-8").startswith("before\n# Where the sources")
    assert not Path("reports", FILE).exists()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", tmp_path.as_posix())
    assert code("run", "x", "--format", "github") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_language_comes_from_the_configuration_and_the_option_comes_first(desk):
    desk["report"] = report(finding())
    Path("claimcheck.toml").write_text('lang = "ar"\n')
    code("run", "x")
    assert "# أين تتعارض المصادر" in Path("reports", FILE).read_text("utf-8")
    code("run", "x", "--lang", "en")
    assert "# Where the sources" in Path("reports", FILE).read_text("utf-8")


def long_report(size=5000):
    """Return a report of so many findings, one in ten with a dozen sources on a side."""
    piece = finding().evidence[2]
    crowd = tuple(
        piece.model_copy(update={"source": f"articles/{n}.txt", "article": f"articles/{n}.txt#0"})
        for n in range(12)
    )
    found = [
        one if n % 10 else one.model_copy(update={"evidence": (*one.evidence, *crowd)})
        for n, one in enumerate(conflicts(size * 8 // 10))
    ]
    found += [tension(id=f"{n:012x}") for n in range(size * 8 // 10, size * 9 // 10)]
    found += [agreement(id=f"{n:012x}") for n in range(size * 9 // 10, size)]
    return report(*found)


@pytest.mark.timing
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_five_thousand_findings_are_written_in_ten_seconds_and_a_gigabyte(lang):
    told = []
    for _ in range(3):
        files, size, spent = measured(lang)
        assert files > 4000
        assert size < BYTES
        told.append(spent)
        if spent < SECONDS:
            return
    pytest.fail(f"seconds, each time: {told}")


def measured(lang):
    """Return what `measure` prints in a process of its own, whose memory nothing else took."""
    done = subprocess.run(
        [sys.executable, "-c", f"import test_report_long; test_report_long.measure({lang!r})"],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parent,
        env={"PYTHONPATH": ":".join(sys.path), "PATH": ""},
    )
    files, size, spent = done.stdout.split()
    return int(files), int(size), float(spent)


def measure(lang):
    """Print how many files all formats make of a long report, their memory and their seconds."""
    told = long_report()
    started = time.process_time()
    made = render(told, target(lang=lang), Format)
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(f"{len(made.files)} {peak} {spent:.2f}\n")


@pytest.mark.slow
def test_a_long_report_renders_with_every_table_whole():
    made = pages(long_report(1000))
    for name in (FILE, f"{PAGES}/{0:012x}.md"):
        page = HOST.render(made[name])
        tables = page.count("<table>")
        assert tables == page.count("</table>") == made[name].count("\n| --- |")
        assert "| --- |" not in page
