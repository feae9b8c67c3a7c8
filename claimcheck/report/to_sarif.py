"""The report as SARIF 2.1.0, for code hosts and editors that show findings beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import sarif_text, visible
from claimcheck.report.location import region, uri
from claimcheck.report.plain import told
from claimcheck.report.severity import results
from claimcheck.report.statement import question, title
from claimcheck.report.target import Rendered
from claimcheck.report.to_json import compact
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import Evidence, Finding, Report, RuleSummary
    from claimcheck.model.problem import Problem
    from claimcheck.report.severity import Severity
    from claimcheck.report.target import Target

FILE = "report.sarif"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# What paths are relative to: GitHub and others take it for the root of the repository.
ROOT = "%SRCROOT%"
# The scheme of our fingerprints, which outlive moved lines and renamed files.
FINGERPRINT = "claimcheck/v1"

Tree = dict[str, object]


def render(report: Report, target: Target) -> Rendered:
    """Return the report as a SARIF log of one run; agreements are no results."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, target.words)]}
    return Rendered({FILE: compact(log)})


def _run(report: Report, words: ReportWords) -> Tree:
    numbers = {rule.id: number for number, rule in enumerate(report.rules)}
    return {
        "tool": {"driver": _driver(report, words)},
        "automationDetails": {"id": "claimcheck/"},
        "columnKind": "unicodeCodePoints",
        "language": str(words.language),
        "originalUriBaseIds": {ROOT: {"description": {"text": "Where claimcheck was started."}}},
        "artifacts": [
            {
                "location": _artifact(source.path),
                "hashes": {"sha-256": source.sha256},
                "roles": ["analysisTarget"],
            }
            for source in report.sources
        ],
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_notification(p, words) for p in report.problems],
            }
        ],
        "results": [_result(*fault, numbers, words) for fault in results(report)],
    }


def _driver(report: Report, words: ReportWords) -> Tree:
    return {
        "name": "claimcheck",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [_rule(rule, words) for rule in report.rules],
    }


def _rule(rule: RuleSummary, words: ReportWords) -> Tree:
    name = sarif_text(rule.title_ar if words.language == "ar" else rule.title)
    settle = sarif_text(words.say("settle", what=words.settle[rule.kind]))
    why = sarif_text(rule.why.strip())
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": name},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n{settle}", "markdown": f"{why}\n\n{settle}"},
        "defaultConfiguration": {"level": "error"},
        "properties": {"kind": rule.kind, "tags": ["news", rule.kind]},
    }


def _result(
    finding: Finding, severity: Severity, numbers: Mapping[str, int], words: ReportWords
) -> Tree:
    first, *others = finding.evidence
    rule = {"ruleIndex": numbers[finding.rule]} if finding.rule in numbers else {}
    return {
        **rule,
        **_suppressed(finding),
        "ruleId": finding.rule,
        "kind": "fail",
        "level": severity.sarif,
        "message": {"text": sarif_text(told(finding, words))},
        "locations": [_location(first, words)],
        "relatedLocations": [
            {"id": number, **_location(piece, words)} for number, piece in enumerate(others, 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {
            "about": visible(question(finding, words)),
            "diagnosis": finding.diagnosis,
            "kind": finding.kind,
            "reading": finding.reading,
            "rule": visible(title(finding, words)),
            "values": {piece.side: visible(piece.value) for piece in reversed(finding.evidence)},
        },
    }


def _suppressed(finding: Finding) -> Tree:
    """Return what an editor said of a finding: 3.27.23, 3.35."""
    if finding.review is None:
        return {}
    reason = sarif_text(finding.review.reason)
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": reason}]}


def _location(piece: Evidence, words: ReportWords) -> Tree:
    value = plain_value(piece, words)
    said = words.say("said_in", side=piece.side, value=value, quote=piece.quote)
    physical: Tree = {"artifactLocation": _artifact(piece.source)}
    where = region(piece)
    if where:
        physical["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "charOffset": piece.start,
            "charLength": piece.end - piece.start,
            "snippet": {"text": visible(piece.quote)},
        }
    return {"physicalLocation": physical, "message": {"text": sarif_text(visible(said))}}


def _artifact(source: str) -> Tree:
    where = uri(source)
    return {"uri": where} if where.startswith("file:") else {"uri": where, "uriBaseId": ROOT}


def _notification(problem: Problem, words: ReportWords) -> Tree:
    message = words.problems.get(problem.code, problem.message)
    physical: Tree = {"artifactLocation": _artifact(problem.source.partition("#")[0])}
    if problem.line:
        physical["region"] = {"startLine": problem.line}
    where = {"locations": [{"physicalLocation": physical}]} if problem.source else {}
    return {
        **where,
        "descriptor": {"id": problem.code},
        "level": "warning",
        "message": {"text": sarif_text(message)},
    }
