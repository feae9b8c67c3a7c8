import csv
import io
import json
import re
from decimal import Decimal

import pytest
from sample_report import DEBT_2014, evidence, finding, report, sample, venue

from claimcheck.lang.pack import PACKS
from claimcheck.lang.report_words import report_words
from claimcheck.model.claim import CandidatePair, Claim, Comparison
from claimcheck.model.mention import Annotation, Entity, Numeral, Quantity, Timex
from claimcheck.model.text import Source, TextSpan
from claimcheck.report import to_terminal
from claimcheck.report.claims import as_csv, as_jsonl, rows
from claimcheck.report.mentions import marked_lines
from claimcheck.report.to_terminal import pair_lines

EN = report_words("en")
TEXT = f"العنوان\r\n{DEBT_2014}\r\nOslo wrote off the debt in 2012."


def summary_lines(made):
    return to_terminal.summary_lines(made, EN)


def finding_lines(made):
    return to_terminal.finding_lines(made, EN)


def span(words, text=TEXT):
    start = text.index(words)
    return TextSpan(start=start, end=start + len(words))


def claim(quote, value, sentence, **changed):
    fields = {
        "id": f"c-{value}",
        "article": "a.txt#0",
        "source": "a.txt",
        "language": "ar",
        "attribute": "when",
        "value": Timex(span=span(quote), edtf=value, grain="year"),
        "sentence": span(sentence),
        "clause": span(sentence),
        "frames": ("debt_relief",),
        "participants": ("no.oslo",),
    }
    return Claim(**{**fields, **changed})


ARABIC = claim("مايو 2014", "2014-05", DEBT_2014, words=(PACKS["ar"].content_key("ديون"),))
ENGLISH = claim(
    "2012", "2012", "Oslo wrote off the debt in 2012.", language="en", participants=("km.moroni",)
)
SOURCE = Source(path="a.txt", sha256="", text=TEXT, articles=())


def test_the_summary_shows_both_sides_with_their_lines():
    text = "\n".join(summary_lines(sample()))
    assert "3 sources, 3 articles, 40 claims: 2 conflicts, 1 tension, 1 agreement." in text
    assert "1. شطب الديون: when?" in text
    assert "A  May 2014  articles/a.txt:17" in text
    assert "B  2012  articles/ب.txt:4" in text
    assert "شطبت في مايو 2014 نحو" in text
    assert "claimcheck explain 3f9a1c0b7d52e846" in text
    assert "3 problems" in text


def test_a_quote_stands_alone_on_its_line():
    lines = summary_lines(report(finding()))
    assert [line for line in lines if "أعفت" in line] == [
        "      وفي عام 2012 أعفت أوسلو موروني من معظم ما عليها من ديون."
    ]


def test_the_summary_fits_a_screen():
    many = [finding(id=f"{n:016x}") for n in range(200)]
    lines = summary_lines(report(*many))
    assert len(lines) <= 40
    assert re.fullmatch(r"... and 19\d more in the report.", lines[-1])


def test_a_conflict_of_many_sources_shows_the_first_of_each_side():
    many = [evidence("in 2012", "2012", "A", "2012", line=n) for n in range(1, 100)]
    assert len(summary_lines(report(finding(evidence=tuple(many))))) < 12


def test_terminal_text_obeys_nothing_from_a_source():
    hostile = "\x1b[31mred\x07\u202eturned\x9b\nnext\r\x08"
    piece = evidence(hostile, hostile, "A", hostile, source=hostile)
    made = finding(evidence=(piece,), message=hostile, title=hostile)
    lines = [*summary_lines(report(made)), *finding_lines(made)]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", "\n".join(lines))
    assert all("\n" not in line for line in lines[1:])


def test_an_explanation_shows_guards_comparisons_and_weights():
    pair = CandidatePair(
        left=ARABIC,
        right=ENGLISH,
        comparisons=(
            Comparison(component="frame", level="same", weight=450, because="debt_relief"),
            Comparison(component="words", level="few", weight=-125),
        ),
        weight=325,
    )
    pieces = (
        evidence(DEBT_2014, "مايو 2014", "A", "2014-05").model_dump() | {"claim": ARABIC.id},
        evidence("in 2012", "2012", "B", "2012").model_dump() | {"claim": ENGLISH.id},
    )
    found = finding(evidence=pieces)
    text = "\n".join([*finding_lines(found), *pair_lines(found, [pair])])
    assert "pass     same event: debt, Oslo and Moroni in both" in text
    assert "  +4.50  frame: same  debt_relief" in text
    assert "  -1.25  words: few" in text
    assert "  +3.25  in all" in text
    assert "perhaps the dates are off by one year" in text


def test_pairs_of_other_findings_are_not_explained():
    pair = CandidatePair(left=ARABIC, right=ENGLISH, comparisons=())
    assert pair_lines(venue(), [pair]) == []


def test_claims_are_rows_with_their_line():
    first, second = rows([ARABIC, ENGLISH], [SOURCE])
    assert (first.line, first.value, first.quote) == (2, "2014-05", "مايو 2014")
    assert (second.line, second.about, second.sentence[:4]) == (3, "debt_relief", "Oslo")


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("", ["2014-05", "2012"]),
        ("oslo", ["2014-05", "2012"]),  # an identity in Arabic, a word in English
        ("moroni", ["2012"]),
        ("ديون أوسلو", ["2014-05"]),
        ("الديون", ["2014-05"]),
        ("2014", ["2014-05"]),
        ("oslo elsewhere", []),
    ],
)
def test_claims_about_words_speak_of_all_of_them(about, found):
    assert [row.value for row in rows([ARABIC, ENGLISH], [SOURCE], about)] == found


def test_claims_as_json_lines():
    lines = as_jsonl(rows([ARABIC, ENGLISH], [SOURCE])).splitlines()
    assert [json.loads(line)["value"] for line in lines] == ["2014-05", "2012"]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\u200e=1", " =1"])
def test_csv_holds_no_formula(formula):
    made = rows([claim("مايو 2014", "2014-05", DEBT_2014, voice=formula)], [SOURCE])
    cells = list(csv.DictReader(io.StringIO(as_csv(made))))
    assert cells[0]["voice"].startswith("'")
    assert cells[0]["quote"] == "مايو 2014"


def test_marked_lines_show_the_more_telling_of_overlapping_mentions():
    text = "first\nقتل 12 شخصا في أوسلو\n"
    number = span("12", text)
    ones = {"low": Decimal(12), "high": Decimal(12), "grain": Decimal(1)}
    annotation = Annotation(
        article="a#0",
        sentences=(),
        words=(),
        mentions=(
            Numeral(span=number, **ones),
            Quantity(span=span("12 شخصا", text), dimension="count", unit="person", **ones),
            Entity(span=span("أوسلو", text), id="no.oslo", kind="place"),
        ),
    )
    (line,) = marked_lines(text, annotation)
    assert line.number == 2
    assert [(line.text[m.start : m.end], m.group, m.value) for m in line.marks] == [
        ("12 شخصا", "quantity", "12 person"),
        ("أوسلو", "place", "no.oslo"),
    ]
