import csv
import io

import pytest
from sample_report import HOSTILE, figures, finding, hostile_report, report, sample, target

from claimcheck.report import to_csv
from claimcheck.report.claims import Row

FORMULA = tuple("=+-@|%\t\r\uff1d\uff0b\uff0d\uff20")
CLAIM = Row(
    **{"source": "a.txt", "line": 3, "attribute": "when", "about": "debt", "value": "2012"},
    **{
        "quote": "عام 2012",
        "status": "actual",
        "voice": "",
        "sentence": "=1",
        "start": 0,
        "end": 8,
    },
    **{"language": "ar", "participants": "", "id": "c1"},
)


def table(made, name="findings.csv", lang="en"):
    """Return a file's rows, without the mark that tells spreadsheets its encoding."""
    text = to_csv.render(made, target(lang=lang, claims=[CLAIM])).files[name]
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_findings_are_rows_one_for_each_piece_of_evidence():
    rows = table(sample())
    assert len(rows) == 3 + 2 + 3 + 3
    assert rows[0] == {
        **{"id": "3f9a1c0b7d52e846", "level": "conflict", "kind": "date", "rule": "event-date"},
        **{"reading": "contradiction", "about": "شطب الديون: when?", "side": "A"},
        "message": "شطب الديون: May 2014 in one source, 2012 in two others",
        **{"diagnosis": "off-by-one-year", "value": "2014-05", "in_words": "May 2014"},
        **{"quote": "مايو 2014", "source": "articles/a.txt", "line": "17", "column": "1"},
        **{"publisher": "صحيفة الساحل", "written": "2023-09-13"},
        "sentence": finding().evidence[0].text,
    }


def test_csv_is_in_arabic_for_who_asks():
    row = table(report(figures()), lang="ar")[0]
    assert (row["about"], row["in_words"]) == ("الدين: كم؟", "46 مليون دولار أمريكي")


def test_claims_are_rows_of_a_file_of_their_own():
    (row,) = table(sample(), "claims.csv")
    assert (row["quote"], row["sentence"]) == ("عام 2012", "'=1")


@pytest.mark.parametrize("text", [*HOSTILE, "\uff1d1+1", "@SUM(A1)", "\t=1", "-2"])
def test_no_cell_is_a_formula_or_breaks_its_row(text):
    rows = table(hostile_report(text))
    assert len(rows) == 8
    for row in rows:
        assert None not in row
        assert not [cell for cell in row.values() if cell.startswith(FORMULA)]
        assert not [cell for cell in row.values() if "\n" in cell or "\x1b" in cell]
