"""Whatever a source may say, each medium shows it and obeys none of it."""

import csv
import html
import io
import json
import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.report.escape import (
    command_data,
    command_property,
    csv_cell,
    json_text,
    markdown,
    sarif_text,
    visible,
    xml_text,
)

HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# Letters, and more often than chance would have it what means something to some reader.
SPECIAL = (
    "|`*_[](){}<>&#!~$\\@=+-%:,;.\"'/ \n\r\t\x00\x1b\x85\u2028\u202e\u2066\u200f\ufeff\ud800\uffff"
)
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(SPECIAL + "اب1w")), max_size=40)
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\uffff]")


def seen(page):
    """Return the text of a piece of HTML as a reader sees it."""
    return html.unescape(re.sub("<[^>]*>", "", page)).replace("\u2060", "")


@given(TEXTS)
def test_a_cell_of_a_markdown_table_reads_as_the_text(text):
    page = HOST.render(f"| {markdown(text)} | x |\n| --- | --- |\n| {markdown(text)} | y |\n")
    cells = re.findall(r"<t[hd]>(.*?)</t[hd]>", page, re.DOTALL)
    told = visible(text).strip()
    joined = " ".join(told.replace("\u2060", "").split())
    assert [" ".join(seen(cell).split()) for cell in cells] == [joined, "x", joined, "y"]
    assert set(re.findall("<([a-z]+)", page)) <= {"table", "thead", "tbody", "tr", "th", "td"}


@given(TEXTS)
def test_xml_holds_it_as_text_and_as_an_attribute(text):
    made = ElementTree.Element("a", b=visible(text))
    made.text = xml_text(text)
    read = ElementTree.fromstring(ElementTree.tostring(made, encoding="utf-8"))
    assert read.get("b") == visible(text)
    assert (read.text or "") == xml_text(text)
    assert not UNSEEN.search(read.text or "")


@given(TEXTS)
def test_a_workflow_command_stays_on_its_line(text):
    assert not re.search(r"[\r\n]", command_data(text))
    assert not re.search(r"[\r\n:,]", command_property(text))
    assert not UNSEEN.search(command_data(text))


@given(TEXTS)
def test_a_spreadsheet_gets_one_cell_that_is_no_formula(text):
    out = io.StringIO()
    csv.writer(out).writerow([csv_cell(text), "x"])
    ((cell, other),) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert (cell, other) == (csv_cell(text), "x")
    assert not cell.startswith(("=", "+", "-", "@", "|", "%", "\t", "\r"))


@given(TEXTS)
def test_a_sarif_message_has_no_link_and_no_placeholder(text):
    told = sarif_text(text)
    assert "](" not in told
    assert not re.search(r"\{\d", told.replace("{{", ""))


@given(TEXTS)
def test_json_means_the_same_and_hides_nothing(text):
    written = json_text(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not UNSEEN.search(written)
