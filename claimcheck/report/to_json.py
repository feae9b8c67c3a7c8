"""The report as JSON, and the JSON Schema that it follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.report.escape import json_text
from claimcheck.report.target import Rendered

if TYPE_CHECKING:
    from claimcheck.model.finding import Report
    from claimcheck.report.target import Target

FILE = "report.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(report: Report, _: Target) -> Rendered:
    """Return the report as JSON: keys sorted, UTF-8, with a final newline."""
    return Rendered({FILE: spelled(report.model_dump(mode="json", by_alias=True))})


def schema() -> str:
    """Return the JSON Schema (draft 2020-12) of the report, spelled like the report."""
    from claimcheck.model.finding import Report

    described = Report.model_json_schema(by_alias=True, mode="serialization")
    version = described["properties"]["schema"]
    version["const"] = version["default"]
    return spelled({**described, "$schema": DIALECT, "title": "A claimcheck report"})


def spelled(tree: object) -> str:
    """Return a tree of JSON values as text to read and to compare."""
    return json_text(json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def compact(tree: object) -> str:
    """Return a tree of JSON values as text on one line, for programs alone."""
    packed = json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return json_text(packed) + "\n"
