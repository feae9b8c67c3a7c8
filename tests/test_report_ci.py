"""What CI systems read: JUnit XML, GitHub's commands and summary, GitLab's code quality."""

import json
import re
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from sample_report import (
    HOSTILE,
    agreement,
    evidence,
    figures,
    finding,
    hostile_report,
    report,
    sample,
    target,
    tension,
)

from claimcheck.model.problem import Problem
from claimcheck.report import to_github, to_gitlab, to_junit
from claimcheck.report.escape import visible

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\ud800-\udfff\ufffe]")


def junit(made, lang="en"):
    text = to_junit.render(made, target(lang=lang)).files["junit.xml"]
    return ElementTree.fromstring(text.encode("utf-8"))


def suites(made, lang="en"):
    return {suite.get("name"): suite for suite in junit(made, lang)}


# JUnit


def test_a_conflict_is_a_failed_test_and_a_tension_a_skipped_one():
    suite = suites(report(finding(), tension(), agreement()))["event-date"]
    told = {key: suite.get(key) for key in ("tests", "failures", "skipped", "errors")}
    assert told == {"tests": "2", "failures": "1", "skipped": "1", "errors": "0"}
    first, second = suite
    assert first.get("name") == "شطب الديون: when? [3f9a1c0b7d52e846]"
    failure = first.find("failure")
    assert failure.get("type") == "date"
    lines = failure.text.split("\n")
    assert lines[1] == "Perhaps: the dates are off by one year."
    assert lines[2] == "A: May 2014 · articles/a.txt:17 · صحيفة الساحل · written 13 September 2023"
    assert lines[3].strip().startswith("وكانت أوسلو")
    assert "an update of the other" in second.find("skipped").get("message")


def test_a_rule_without_a_conflict_is_a_test_that_passed():
    (case,) = suites(report())["figure"]
    assert list(case) == []


def test_a_source_that_was_not_checked_is_skipped():
    suite = suites(sample())["sources"]
    told = {case.get("name"): case.find("skipped") for case in suite}
    assert list(told) == ["articles/a.txt", "articles/ب.txt", "articles/c.md", "articles/d.bin"]
    assert told["articles/a.txt"] is None
    assert told["articles/d.bin"].get("message") == "it is no text"
    assert suite.get("skipped") == "3"


def test_junit_is_in_arabic_for_who_asks():
    fault = Problem(source="x.txt", code="no-claims", message="no claim was found")
    told = suites(report(figures(), problems=[fault]), "ar")
    assert told["figure"][0].get("name").startswith("الدين: كم؟")
    assert told["sources"][-1].find("skipped").get("message").startswith("لم يُعثر فيه")


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_holds_hostile_text_and_is_built_the_same(text):
    root = junit(hostile_report(text))
    assert [suite.tag for suite in root] == ["testsuite"] * len(root)
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert {case.tag for case in suite} == {"testcase"}
        assert {part.tag for case in suite for part in case} <= {"failure", "skipped"}
    texts = [part for node in root.iter() for part in (*node.attrib.values(), node.text or "")]
    assert not [part for part in texts if UNSEEN.search(part)]
    assert any(visible(text).strip() in part for part in texts)


# GitHub

COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")
UNESCAPED = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text):
    return re.sub("%(0D|0A|3A|2C|25)", lambda found: UNESCAPED[found[0]], text)


def commands(made, lang="en"):
    """Return each line of the log as a runner takes it: command, properties, message."""
    found = []
    for line in to_github.render(made, target(lang=lang)).log.splitlines():
        command, told, message = COMMAND.fullmatch(line).groups()
        properties = dict(pair.split("=", 1) for pair in told.split(","))
        properties = {key: unescaped(value) for key, value in properties.items()}
        found.append((command, properties, unescaped(message)))
    return found


def test_every_article_of_a_conflict_is_annotated():
    told = commands(report(finding(), tension(), agreement()))
    files = ["articles/a.txt", "articles/ب.txt", "articles/c.md"]
    assert [properties["file"] for _, properties, _ in told] == files * 2
    assert [command for command, _, _ in told] == ["error"] * 3 + ["warning"] * 3
    _, properties, message = told[0]
    place = {key: properties[key] for key in ("line", "endLine", "col", "endColumn")}
    assert place == {"line": "17", "endLine": "17", "col": "1", "endColumn": "10"}
    assert properties["title"] == "شطب الديون: when?"
    assert message.split("\n")[0] == "A: May 2014"
    assert message.endswith("\nMore: claimcheck explain 3f9a1c0b7d52e846")


def test_an_extracted_page_is_annotated_without_lines():
    made = report(finding(evidence=(evidence("in 2012", "2012", "A", "2012", source="a.html"),)))
    assert set(commands(made)[0][1]) == {"file", "title"}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_gives_a_command_of_its_own(text, lang):
    made = hostile_report(text)
    told = commands(made, lang)
    assert len(told) == 6
    for _, properties, message in told:
        assert not UNSEEN.search(message.replace("\n", ""))
        assert properties["file"] == visible(made.findings[0].evidence[0].source)
        lines = {"line", "endLine", "col", "endColumn"}
        assert {"file", "title"} <= set(properties) <= {"file", "title", *lines}


def test_the_summary_of_the_job_is_the_report_without_links():
    page = to_github.render(sample(), target()).summary
    assert page.startswith("# Where the sources contradict each other\n\n## Not checked")
    assert "</a>2. Meeting of the ministers: where?" in page
    assert not re.search(r"\]\([^#]", page)


def test_the_summary_of_a_job_with_too_much_to_say_stays_below_its_limit():
    text = "كلمة " * 40
    pieces = [evidence(text, "كلمة", "A", "2012", line=n) for n in range(40)]
    many = [finding(id=f"{n:012x}", evidence=tuple(pieces)) for n in range(100)]
    page = to_github.render(report(*many), target()).summary
    assert 100_000 < len(page.encode()) < 1 << 20
    assert re.search(r"\n\n\d+ more are in report.json.\n$", page)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_summary_obeys_nothing(text):
    page = to_github.render(hostile_report(text), target()).summary
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(page)
    assert not re.search(r"<(script|img|iframe|i|!--)\b", shown)
    assert shown.count("<h3>") == 2
    assert not UNSEEN.search(page)


# GitLab

ENTRY = {"check_name", "description", "fingerprint", "location", "severity"}


def entries(made, lang="en"):
    text = to_gitlab.render(made, target(lang=lang)).files["gl-code-quality-report.json"]
    return json.loads(text)


def test_every_piece_of_evidence_is_an_entry_of_its_own():
    told = entries(report(finding(), tension(), agreement()))
    assert [one["severity"] for one in told] == ["major"] * 3 + ["minor"] * 3
    assert [one["location"] for one in told][:2] == [
        {"path": "articles/a.txt", "lines": {"begin": 17}},
        {"path": "articles/ب.txt", "lines": {"begin": 4}},
    ]
    assert len({one["fingerprint"] for one in told}) == 6


def test_a_moved_line_keeps_its_entry():
    before = evidence("in 2012", "2012", "A", "2012", line=3)
    after = evidence("in 2012", "2012", "A", "2012", line=9)
    one, other = (entries(report(finding(evidence=(piece, piece)))) for piece in (before, after))
    assert [e["fingerprint"] for e in one] == [e["fingerprint"] for e in other]
    assert len({e["fingerprint"] for e in one}) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_gitlab_gets_what_it_asks_for_and_no_controls(text):
    told = entries(hostile_report(text))
    assert len(told) == 6
    for entry in told:
        assert set(entry) == ENTRY
        assert re.fullmatch("[0-9a-f]{32}", entry["fingerprint"])
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not UNSEEN.search(entry["description"] + entry["location"]["path"])


def test_no_finding_is_an_empty_list():
    assert entries(report()) == []
