"""Articles written against their reader: their text is shown, and nothing obeys it."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from shell import claimcheck, code

from claimcheck.report.names import Format

# What turns a line around, hides a letter or drives a terminal; a line end and a tab do not.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u206a-\u206f\U000e0000-\U000e007f]")
ISOLATES = re.compile("[\u2066\u2067]")
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
ANSI = "\x1b[31m\x1b]8;;http://evil.example\x07\x9b2J"
BIDI = "\u202eevil\u202c\u2066\u2067\U000e0041"
COMMAND = "::error file=a.py::obey"
FENCE = "``` | [x](javascript:alert(3)) ![i](http://evil.example/i.png) <!-- @someone"
SAID = "وافقت روسيا على شطب 90 في المئة من ديون كوريا الشمالية البالغة 11 مليار دولار."
ORDINARY = "وجرى الحديث طويلا عن العلاقات بين البلدين وعن التجارة والحدود والسكك الحديدية. " * 5
# A name with a line end in it, and what Markdown, HTML, a shell and a CI system obey.
NAMES = ("::error::a|`b`.txt", "c\n<b>d<b>\x1b[31m.txt", "e\u202efdp.txt")
DAYS = ("مايو 2014", "عام 2012", "عام 2012")


class Page(HTMLParser):
    """The tags and links of a page that was made from Markdown."""

    def __init__(self, text):
        super().__init__()
        self.tags = set()
        self.links = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for key, value in attrs if key in {"href", "src"}]
        assert not [key for key, _ in attrs if key.startswith("on")]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Return how a run over hostile articles ended, and the folder of its reports."""
    desk = tmp_path_factory.mktemp("hostile")
    for name, day in zip(NAMES, DAYS, strict=True):
        path = desk / "news" / name
        path.parent.mkdir(exist_ok=True)
        said = SAID.replace("روسيا", f"روسيا {BIDI}##[x]في {day}")
        path.write_text(
            f'---\ntitle: "{SCRIPT} {COMMAND}"\npublisher: "{BIDI}|`x`<i>{SCRIPT}"\n---\n\n'
            f"::error::obey {said[:-1]} {BIDI} ##vso[task]obey {SCRIPT} {FENCE} {ANSI}\n\n"
            f"{COMMAND}\n\n{ORDINARY}",
            "utf-8",
        )
    (desk / "news" / "x\n::warning::y|`.txt").write_bytes(b"\0")
    return claimcheck("run", "news", cwd=desk), desk / "reports"


def test_the_conflict_is_found_all_the_same(hostile):
    done, reports = hostile
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((reports / "report.json").read_text("utf-8"))
    (conflict,) = [f for f in report["findings"] if f["level"] == "conflict"]
    assert {Path(piece["source"]).name for piece in conflict["evidence"]} == set(NAMES)
    assert conflict["evidence"][0]["text"].count(SCRIPT) == 1


def test_the_terminal_gets_no_control_and_the_log_no_command(hostile):
    done, _ = hostile
    assert "error::obey وافقت روسيا <U+202E>evil" in done.stdout
    assert not UNSEEN.search(done.stdout)
    assert not ISOLATES.search(done.stdout)
    for line in done.stdout.splitlines():
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)


def test_the_page_has_no_tag_and_no_link_of_theirs(hostile):
    _, reports = hostile
    text = (reports / "conflicts.md").read_text("utf-8")
    assert not UNSEEN.search(text)
    assert not ISOLATES.search(text)
    page = Page(text)
    assert "mark" in page.tags
    assert not page.tags & {"script", "img", "i", "b2"}
    assert all(link.startswith(("../news/", "#")) for link in page.links)


def test_every_row_of_a_table_keeps_its_cells(hostile):
    _, reports = hostile
    lines = (reports / "conflicts.md").read_text("utf-8").split("\n")
    for rule in [n for n, line in enumerate(lines) if line.startswith("| ---")]:
        rows = [rule - 1]
        while lines[rows[-1]].startswith("|"):
            rows.append(rows[-1] + 1)
        cells = {len(re.findall(r"(?<!\\)\|", lines[n])) for n in rows[:-1]}
        assert len(cells) == 1


def test_the_json_shows_what_cannot_be_seen_as_escapes(hostile):
    _, reports = hostile
    text = (reports / "report.json").read_text("utf-8")
    assert not UNSEEN.search(text)
    assert not ISOLATES.search(text)
    assert "\\u202e" in text
    assert "\\u001b" in text


def test_every_other_format_shows_them_and_obeys_nothing(hostile, monkeypatch, capsys):
    _, reports = hostile
    monkeypatch.chdir(reports.parent)
    formats = [part for name in Format for part in ("--format", name)]
    assert code("run", "news", "--out", "all", "--quiet", *formats) == 0
    log = capsys.readouterr().out
    assert [line.split(" ")[0] for line in log.splitlines()] == ["::error"] * len(NAMES)
    texts = {path.name: path.read_text("utf-8") for path in Path("all").iterdir()}
    assert len(texts) == 7
    for name, text in {**texts, "log": log}.items():
        assert not UNSEEN.search(text), name
        assert not ISOLATES.search(text), name
    conflict = json.loads(texts["report.sarif"])["runs"][0]["results"][0]
    places = [*conflict["locations"], *conflict["relatedLocations"]]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]
    assert {unquote(uri) for uri in uris} == {f"news/{name}" for name in NAMES}
    root = ElementTree.fromstring(texts["junit.xml"])
    assert len(root.findall(".//failure")) == 1
    assert len(json.loads(texts["gl-code-quality-report.json"])) == len(NAMES)
    cells = [row for name in ("findings.csv", "claims.csv") for row in _rows(texts[name])]
    assert cells
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]


def _rows(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("command", [["claims"], ["annotate"], ["claims", "--format", "csv"]])
def test_the_other_views_are_as_harmless(hostile, monkeypatch, capsys, command):
    _, reports = hostile
    monkeypatch.chdir(reports.parent)
    assert code(*command, "news") == 0
    printed = "".join(capsys.readouterr())
    assert not UNSEEN.search(printed)
    assert not [line for line in printed.splitlines() if line.lstrip().startswith("::")]


def test_a_missing_path_is_named_without_its_controls(capsys):
    assert code("run", f"{ANSI}##[error]\n::error::x") == 2
    said = capsys.readouterr().err
    assert not UNSEEN.search(said)
    assert all(line.startswith("claimcheck: ") for line in said.splitlines())
    assert "##[" not in said
