import json
from fnmatch import fnmatch

import jsonschema
from sample_report import evidence, finding, report, sample, target

from claimcheck.report import to_json
from claimcheck.report.formats import RENDER, render
from claimcheck.report.names import Format
from claimcheck.report.to_json import schema


def render_json(made):
    return to_json.render(made, target()).files[to_json.FILE]


SCHEMA = json.loads(schema())


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_report_follows_the_schema():
    jsonschema.validate(json.loads(render_json(sample())), SCHEMA)


def test_an_empty_report_follows_the_schema():
    jsonschema.validate(json.loads(render_json(report(claims=0))), SCHEMA)


def test_the_schema_refuses_another_version_and_a_missing_key():
    made = json.loads(render_json(sample()))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert not validator.is_valid({**made, "schema": "claimcheck.report/2"})
    assert not validator.is_valid({key: made[key] for key in made if key != "findings"})


def test_the_report_has_what_the_contract_names():
    made = json.loads(render_json(sample()))
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
    text = render_json(sample())
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "مايو 2014" in text


def test_json_keeps_hostile_text_as_it_is():
    hostile = 'a\u202eb\x1b"\\\n</script>'
    made = report(finding(evidence=(evidence(hostile, hostile, "A", hostile),)))
    assert json.loads(render_json(made))["findings"][0]["evidence"][0]["quote"] == hostile


def test_every_format_has_a_renderer_and_files_of_its_own():
    assert set(RENDER) == set(Format)
    files = [name for made in RENDER.values() for name in made.files]
    assert len(set(files)) == len(files)


def test_only_the_formats_asked_for_are_made():
    assert list(render(sample(), target(), [Format.JSON]).files) == ["report.json"]
    made = render(sample(), target(), [Format.JSON, Format.MARKDOWN]).files
    assert list(made) == ["conflicts.md", "report.json"]


def test_every_file_made_is_one_that_the_format_names():
    many = [finding(id=f"{n:012x}") for n in range(51)]
    for name, way in RENDER.items():
        made = way.render(report(*many), target()).files
        assert all(any(fnmatch(file, named) for named in way.files) for file in made), name
        assert {file for file in way.files if "*" not in file} <= set(made)


def test_a_finding_says_what_it_is_about_in_both_languages_and_what_may_have_happened():
    found = json.loads(render_json(sample()))["findings"][0]
    assert found["subject_ar"] == "شطب الديون"
    assert found["title_ar"].startswith("مصدران")
    assert found["diagnosis"] == "off-by-one-year"
    assert found["evidence"][0]["column"] == 1


def test_the_schema_names_every_diagnosis():
    assert "swapped-digits" in SCHEMA["$defs"]["Finding"]["properties"]["diagnosis"]["enum"]
