import json

import jsonschema
from sample_report import evidence, finding, report, sample

from claimcheck.report.formats import RENDER, Format, render
from claimcheck.report.to_json import render as render_json
from claimcheck.report.to_json import schema

SCHEMA = json.loads(schema())


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_report_follows_the_schema():
    jsonschema.validate(json.loads(render_json(sample(), "reports")), SCHEMA)


def test_an_empty_report_follows_the_schema():
    jsonschema.validate(json.loads(render_json(report(claims=0), "reports")), SCHEMA)


def test_the_schema_refuses_another_version_and_a_missing_key():
    made = json.loads(render_json(sample(), "reports"))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert not validator.is_valid({**made, "schema": "claimcheck.report/2"})
    assert not validator.is_valid({key: made[key] for key in made if key != "findings"})


def test_the_report_has_what_the_contract_names():
    made = json.loads(render_json(sample(), "reports"))
    assert made["schema"] == "claimcheck.report/1"
    assert {"path", "sha256", "articles"} <= made["sources"][0].keys()
    article = made["sources"][0]["articles"][0]
    assert {
        "id",
        "language",
        "publisher",
        "published",
        "anchor",
        "zone",
        "claims",
    } <= article.keys()
    found = made["findings"][0]
    assert {"id", "rule", "kind", "level", "reading", "message", "weight"} <= found.keys()
    piece = {"source", "start", "end", "line", "quote", "side", "value", "sentence", "claim"}
    assert piece <= found["evidence"][0].keys()
    assert found["guards"][0].keys() == {"guard", "result", "because"}
    assert {"source", "code", "message"} <= made["problems"][0].keys()


def test_json_is_spelled_with_sorted_keys_and_letters_as_they_are():
    text = render_json(sample(), "reports")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "مايو 2014" in text


def test_json_keeps_hostile_text_as_it_is():
    hostile = 'a\u202eb\x1b"\\\n</script>'
    made = report(finding(evidence=(evidence(hostile, hostile, "A", hostile),)))
    assert json.loads(render_json(made, "r"))["findings"][0]["evidence"][0]["quote"] == hostile


def test_every_format_has_a_renderer_and_a_file_of_its_own():
    assert set(RENDER) == set(Format)
    assert len({made.file for made in RENDER.values()}) == len(Format)


def test_only_the_formats_asked_for_are_made():
    assert list(render(sample(), "reports", [Format.JSON])) == ["report.json"]
    assert list(render(sample(), "reports", Format)) == ["conflicts.md", "report.json"]
