import json
import re

import pytest
import yaml
from sample_report import agreement, evidence, finding, report, venue

from claimcheck.errors import ConfigError
from claimcheck.lang.report_words import report_words
from claimcheck.model.finding import Review
from claimcheck.report.formats import render
from claimcheck.report.names import Format
from claimcheck.report.target import Target
from claimcheck.report.to_terminal import finding_lines, summary_lines
from claimcheck.reviews import Reviews, applied, as_yaml, entry_of, load_reviews, pruned

UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0041]")
DISMISSED = Review(verdict="dismissed", reason="two debts", by="Mona", date="2025-01-02")


def dispute(name="aa", values=("2012", "2014-05"), more=(), **changed):
    """Return a conflict with a source for each value, and more evidence."""
    said = [
        evidence(f"في {value}", value, "AB"[side], value, source=f"{value}.txt")
        for side, value in enumerate(values)
    ]
    return finding(id=name, values=values, evidence=(*said, *more), **changed)


def reviews(tmp_path, *entries):
    return Reviews(
        path=tmp_path / "r.yaml", entries=entries, lines=tuple(range(1, 1 + len(entries)))
    )


def faults(tmp_path, text):
    path = tmp_path / "claimcheck.reviews.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_reviews(path)
    return [fault.removeprefix(tmp_path.as_posix() + "/") for fault in caught.value.faults]


def test_a_review_covers_the_finding_of_its_fingerprint(tmp_path):
    known = reviews(tmp_path, entry_of(dispute(), DISMISSED))
    done = applied(report(dispute(), dispute("bb", ("2001", "2002"))), known)
    assert [found.review for found in done.findings] == [DISMISSED, None]
    assert done.stale_reviews == ()


def test_a_few_words_are_enough_for_a_review(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text("reviews:\n- {fingerprint: aa, verdict: accepted, reason: known}\n")
    (found,) = applied(report(dispute()), load_reviews(path)).findings
    assert found.review == Review(verdict="accepted", reason="known")


def test_a_review_that_covers_nothing_is_stale_and_has_its_line(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(as_yaml(reviews(tmp_path, entry_of(dispute(), DISMISSED))), "utf-8")
    (stale,) = applied(report(venue()), load_reviews(path)).stale_reviews
    assert path.read_text("utf-8").split("\n")[stale.line - 1].endswith('fingerprint: "aa"')
    assert stale.about == "شطب الديون: 2012 / 2014-05"
    assert stale.review == DISMISSED


def test_a_review_of_sources_that_were_not_asked_for_is_not_stale(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    known = reviews(tmp_path, entry_of(dispute(), DISMISSED))
    (tmp_path / "2012.txt").write_text("here, and not read")
    assert applied(report(venue()), known).stale_reviews == ()
    (tmp_path / "2012.txt").unlink()
    assert len(applied(report(venue()), known).stale_reviews) == 1


def test_a_review_is_carried_over_when_a_more_precise_source_joins_a_side(tmp_path):
    known = reviews(tmp_path, entry_of(dispute(), DISMISSED))
    third = evidence("في 3 مايو 2014", "3 مايو 2014", "B", "2014-05-03", source="c.txt")
    done = applied(report(dispute("cc", more=(third,))), known)
    assert done.findings[0].review == DISMISSED
    assert done.stale_reviews == ()
    assert [entry.fingerprint for entry in pruned(known, done).entries] == ["cc"]


@pytest.mark.parametrize(
    "other",
    [
        dispute("cc", ("2013", "2014-05")),
        dispute("cc", rule="other"),
        dispute("cc", subject="another debt"),
        dispute("cc", more=(evidence("في 2016", "2016", "C", "2016"),)),
    ],
    ids=["another value", "another rule", "another subject", "one side more"],
)
def test_what_differs_in_more_is_a_new_finding(tmp_path, other):
    known = reviews(tmp_path, entry_of(dispute(), DISMISSED))
    done = applied(report(other), known)
    assert done.findings[0].review is None
    assert len(done.stale_reviews) == 1


def test_a_review_of_a_tension_does_not_cover_the_conflict_it_becomes(tmp_path):
    known = reviews(tmp_path, entry_of(dispute(level="tension"), DISMISSED))
    assert applied(report(dispute(level="tension")), known).findings[0].review
    assert applied(report(dispute()), known).findings[0].review is None
    graver = reviews(tmp_path, entry_of(dispute(), DISMISSED))
    assert applied(report(dispute(level="tension")), graver).findings[0].review


def test_an_agreement_is_no_matter_for_a_review(tmp_path):
    known = reviews(tmp_path, entry_of(agreement(), DISMISSED))
    assert applied(report(agreement()), known).findings[0].review is None


def test_pruning_keeps_what_still_covers(tmp_path):
    known = reviews(
        tmp_path, entry_of(dispute(), DISMISSED), entry_of(dispute("zz", ("1", "2")), DISMISSED)
    )
    kept = pruned(known, applied(report(dispute()), known))
    assert [entry.fingerprint for entry in kept.entries] == ["aa"]


def test_what_is_written_is_read_again_whatever_it_holds(tmp_path):
    nasty = "x\x1b[31m\"\\ '# : - [{\n::error::y\u202eevil\u2066\U000e0041\x85\u2028 ؟ 😀"
    said = Review(verdict="accepted", reason=nasty, by=nasty, date="2025-01-02")
    entry = entry_of(dispute(subject=nasty, values=(nasty, "b")), said)
    text = as_yaml(reviews(tmp_path, entry))
    assert not UNSEEN.search(text)
    assert (
        len(text.splitlines())
        == len(as_yaml(reviews(tmp_path, entry_of(dispute(), said))).split("\n")) - 1
    )
    path = tmp_path / "r.yaml"
    path.write_text(text, "utf-8")
    assert load_reviews(path).entries == (entry,)
    assert yaml.safe_load(text)["reviews"][0]["reason"] == nasty


def test_reviews_are_sorted_so_that_branches_merge(tmp_path):
    known = reviews(tmp_path).replaced(
        entry_of(dispute(name), DISMISSED) for name in ("cc", "aa", "bb", "aa")
    )
    assert [entry.fingerprint for entry in known.entries] == ["aa", "bb", "cc"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "reviews:\n", "reviews: []\n"])
def test_an_empty_file_has_no_reviews(tmp_path, text):
    path = tmp_path / "r.yaml"
    path.write_text(text)
    assert load_reviews(path).entries == ()
    assert load_reviews(tmp_path / "missing.yaml").entries == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "reviews:\n- fingerprint: aa\n  verdict: maybe\n  reason: x\n",
            "claimcheck.reviews.yaml:3:3: reviews.0.verdict: Input should be 'accepted' or",
        ),
        (
            "reviews:\n- fingerprint: aa\n  verdict: accepted\n",
            "claimcheck.reviews.yaml:2:3: reviews.0.reason: Field required",
        ),
        (
            "reviews:\n- fingerprint: aa\n  verdict: accepted\n  reason: x\n  who: me\n",
            "claimcheck.reviews.yaml:5:3: reviews.0.who: unknown key",
        ),
        ("- aa\n", "claimcheck.reviews.yaml:1:1: expected `key: value` lines"),
        ("reviews: [\n", "claimcheck.reviews.yaml:2:1: "),
        (
            "reviews:\n" + "- {fingerprint: aa, verdict: accepted, reason: x}\n" * 2,
            "claimcheck.reviews.yaml:3:3: aa is reviewed twice, also in line 2; keep one",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path, text, fault):
    (found,) = faults(tmp_path, text)
    assert found.startswith(fault)


WORDS = report_words("en")


def rendered(name, *findings):
    made = render(report(*findings), Target("reports", WORDS), [name])
    return made.log + "".join(made.files.values())


def test_what_is_reviewed_is_no_fault_in_any_format_of_ci():
    known = dispute().reviewed(DISMISSED)
    assert rendered(Format.GITHUB, dispute()).count("::error") == 2
    assert "::error" not in rendered(Format.GITHUB, known)
    assert json.loads(rendered(Format.GITLAB, known)) == []
    assert "<failure" not in rendered(Format.JUNIT, known)
    assert 'message="two debts"' in rendered(Format.JUNIT, known)
    (result,) = json.loads(rendered(Format.SARIF, known))["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "two debts"}
    ]
    (result,) = json.loads(rendered(Format.SARIF, dispute()))["runs"][0]["results"]
    assert "suppressions" not in result


def test_the_page_tells_the_review_and_asks_for_none():
    page = rendered(Format.MARKDOWN, dispute().reviewed(DISMISSED))
    assert "**Reviewed, no conflict:** two debts (Mona, 2025-01-02)" in page
    assert "claimcheck review" not in page
    assert "claimcheck review aa --dismiss" in rendered(Format.MARKDOWN, dispute())


def test_the_terminal_counts_what_is_reviewed_and_shows_what_is_open():
    known = report(dispute().reviewed(DISMISSED), venue())
    told = "\n".join(summary_lines(known, WORDS))
    assert "reviewed and not shown here: 1" in told
    assert "explain aa" not in told
    assert venue().id in told
    assert "dismissed: two debts" in finding_lines(dispute().reviewed(DISMISSED), WORDS)
