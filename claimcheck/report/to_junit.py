"""The report as JUnit XML, for CI systems: a conflict is a failed test."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from claimcheck.report.escape import xml_text
from claimcheck.report.plain import articles_of, evidence_lines, told
from claimcheck.report.statement import question, statement
from claimcheck.report.target import Rendered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import ArticleSummary, Finding, Report
    from claimcheck.model.problem import Problem
    from claimcheck.report.target import Target

FILE = "junit.xml"
_SOURCES = "sources"


def render(report: Report, target: Target) -> Rendered:
    """Return a suite of the sources, where what was not checked is skipped, and one a rule."""
    root = ElementTree.Element("testsuites", name="claimcheck")
    root.append(_suite(_SOURCES, _source_cases(report, target.words)))
    articles = articles_of(report)
    by_rule: dict[str, list[Finding]] = {rule.id: [] for rule in report.rules}
    for finding in report.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        root.append(_suite(rule, _rule_cases(rule, findings, articles, target.words)))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return Rendered({FILE: f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'})


def _suite(name: str, cases: Sequence[Element]) -> Element:
    """Return a suite with the counts that its schema asks for."""
    counts: dict[str, int] = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    suite = ElementTree.Element("testsuite", name=xml_text(name))
    for key, count in counts.items():
        suite.set(key, str(count))
    suite.extend(cases)
    return suite


def _source_cases(report: Report, words: ReportWords) -> list[Element]:
    problems: dict[str, list[Problem]] = {source.path: [] for source in report.sources}
    for problem in report.problems:
        problems.setdefault(problem.source, []).append(problem)
    return [_source_case(source, faults, words) for source, faults in problems.items()]


def _source_case(source: str, faults: Sequence[Problem], words: ReportWords) -> Element:
    case = _case(_SOURCES, source)
    if faults:
        said = "\n".join(words.problems.get(fault.code, fault.message) for fault in faults)
        ElementTree.SubElement(case, "skipped", message=xml_text(said))
    return case


def _rule_cases(
    rule: str,
    findings: Sequence[Finding],
    articles: Mapping[str, ArticleSummary],
    words: ReportWords,
) -> list[Element]:
    """Return the rule's conflicts and tensions; one test that passed where it has none."""
    cases = [
        _finding_case(finding, articles, words)
        for finding in findings
        if finding.level != "agreement"
    ]
    return cases or [_case(rule, words.say("none_found"))]


def _finding_case(
    finding: Finding, articles: Mapping[str, ArticleSummary], words: ReportWords
) -> Element:
    case = _case(finding.rule, f"{question(finding, words)} [{finding.id}]")
    case.set("file", xml_text(finding.evidence[0].source))
    if finding.level == "tension":
        reading = words.say("no_conflict", reading=words.readings[finding.reading])
        said = f"{statement(finding, words)}\n{reading}"
        ElementTree.SubElement(case, "skipped", message=xml_text(said))
        return case
    if finding.review:
        ElementTree.SubElement(case, "skipped", message=xml_text(finding.review.reason))
        return case
    message = xml_text(statement(finding, words))
    failure = ElementTree.SubElement(case, "failure", message=message, type=finding.kind)
    lines = (told(finding, words), *evidence_lines(finding, articles, words))
    failure.text = xml_text("\n".join(lines))
    return case


def _case(classname: str, name: str) -> Element:
    return ElementTree.Element(
        "testcase", classname=f"claimcheck.{xml_text(classname)}", name=xml_text(name)
    )
