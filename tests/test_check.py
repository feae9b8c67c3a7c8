import pytest
from build import claim, date, place

from claimcheck.check.engine import findings
from claimcheck.check.rule import load_rules
from claimcheck.errors import RuleError
from claimcheck.link.weights import weights
from claimcheck.model.claim import CandidatePair, Comparison, Guard

TEXTS = dict.fromkeys(("a.txt", "b.txt", "c.txt"), "نص " * 40)
NAMES = (
    "same event",
    "same kind of event",
    "same measure",
    "same time",
    "same in the series",
    "same status",
    "same scope",
    "same part",
    "told alike",
    "same subject",
    "two articles",
    "not kept apart",
)


def pair(left, right, weight=600, **results):
    told = dict.fromkeys(NAMES, "pass") | {k.replace("_", " "): v for k, v in results.items()}
    guards = tuple(Guard(guard=n, result=r, because="as told") for n, r in told.items())
    agreed = weight - weights().agreed[left.attribute]
    same = Comparison(component="frame", level="same", weight=0)
    return CandidatePair(
        left=left,
        right=right,
        comparisons=(same,),
        guards=guards,
        weight=weight,
        agreed=agreed,
    )


def found(*pairs):
    return findings(pairs, load_rules(), TEXTS)


A, B, C = (
    claim("a.txt#0", date("2012")),
    claim("b.txt#0", date("2014-05")),
    claim("c.txt#0", date("2012")),
)


def test_dates_that_no_day_fits_are_a_conflict():
    (finding,) = found(pair(A, B))
    assert (finding.level, finding.kind, finding.reading) == ("conflict", "date", "contradiction")
    assert {e.value for e in finding.evidence} == {"2012", "2014-05"}


def test_all_sources_of_a_side_stand_in_one_finding():
    conflict, agreement = found(pair(A, B), pair(C, B), pair(A, C))
    assert sorted((e.side, e.source) for e in conflict.evidence) == [
        ("A", "a.txt"),
        ("A", "c.txt"),
        ("B", "b.txt"),
    ]
    assert agreement.level == "agreement"


@pytest.mark.parametrize("name", ["same event", "not kept apart", "two articles"])
def test_a_failed_guard_ends_it(name):
    assert found(pair(A, B, **{name.replace(" ", "_"): "fail"})) == ()


def test_another_status_makes_a_tension():
    (finding,) = found(pair(A, B, same_status="fail"))
    assert (finding.level, finding.reading) == ("tension", "stage")


def test_what_is_unknown_has_lowered_the_sum_and_ends_nothing_else():
    assert found(pair(A, B, same_event="unknown")) == ()
    (finding,) = found(pair(A, B, same_kind_of_event="unknown"))
    assert finding.level == "conflict"


def test_a_claim_is_set_against_the_one_that_fits_it_best():
    other = claim("b.txt#0", date("2016"), at=100)
    (finding,) = found(pair(A, B), pair(A, other, weight=500))
    assert {e.value for e in finding.evidence} == {"2012", "2014-05"}


def test_a_vague_place_that_fits_both_sides_is_evidence_for_none():
    one = claim("a.txt#0", place("ke.mombasa", "ke"), part="in")
    other = claim("b.txt#0", place("ke.nairobi", "ke"), part="in")
    vague = claim("c.txt#0", place("ke"), part="in")
    conflict = found(pair(one, other), pair(one, vague), pair(other, vague))[0]
    assert {e.source for e in conflict.evidence} == {"a.txt", "b.txt"}


def test_a_fingerprint_outlives_renaming_moving_and_one_more_source():
    (finding,) = found(pair(A, B))
    moved = claim("a.txt#0", date("2012"), at=50)
    (again,) = found(pair(moved, B))
    joined = found(pair(A, B), pair(C, B), pair(A, C))[0]
    assert finding.id == again.id == joined.id
    (changed,) = found(pair(claim("a.txt#0", date("2013")), B))
    assert changed.id != finding.id


def test_findings_come_in_a_fixed_order():
    pairs = [pair(A, B), pair(C, B), pair(A, C)]
    assert found(*pairs) == found(*reversed(pairs))


def test_a_rule_with_an_unknown_key_is_refused_with_its_place(tmp_path):
    (tmp_path / "x.yaml").write_text("id: x\nkind: date\nsurprise: 1\n", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules([tmp_path])
    assert any("x.yaml:3:1: surprise" in fault for fault in error.value.faults)


def test_a_rule_defined_twice_is_refused(tmp_path):
    from claimcheck.resources import rules_root

    copy = (rules_root() / "conflicts" / "figure.yaml").read_text(encoding="utf-8")
    (tmp_path / "copy.yaml").write_text(copy, encoding="utf-8")
    with pytest.raises(RuleError, match="defined twice"):
        load_rules([tmp_path])
