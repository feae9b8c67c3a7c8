from sample_report import agreement, article, finding, report, source, tension, venue

from claimcheck.gate import Exit, FailOn, Policy, judge
from claimcheck.model.finding import Review
from claimcheck.model.problem import Problem
from claimcheck.pipeline import lowered

KNOWN = Review(verdict="accepted", reason="known")


def test_a_conflict_fails():
    verdict = judge(report(finding(), venue(), tension()))
    assert verdict.exit == Exit.FAILED == 1
    assert verdict.reasons == ("2 conflicts",)
    assert [found.level for found in verdict.failing] == ["conflict", "conflict"]


def test_tensions_and_agreements_pass():
    verdict = judge(report(tension(), agreement()))
    assert verdict.exit == Exit.PASSED == 0
    assert verdict.failing == ()


def test_a_strict_gate_fails_on_a_tension():
    verdict = judge(report(finding(), tension(), agreement()), Policy(FailOn.TENSION))
    assert verdict.reasons == ("1 conflict", "1 tension")
    assert len(verdict.failing) == 2


def test_a_run_without_any_claim_fails():
    verdict = judge(report(claims=0))
    assert verdict.exit == Exit.FAILED
    assert "nothing was checked" in verdict.reasons[0]


def test_what_a_review_covers_passes():
    verdict = judge(
        report(finding().reviewed(KNOWN), tension().reviewed(KNOWN)), Policy(FailOn.TENSION)
    )
    assert verdict.exit == Exit.PASSED
    assert [found.level for found in verdict.covered] == ["conflict", "tension"]
    verdict = judge(report(finding().reviewed(KNOWN), venue()))
    assert verdict.reasons == ("1 conflict",)
    assert [found.id for found in verdict.failing] == [venue().id]


def test_an_empty_run_passes_where_that_is_allowed():
    assert judge(report(claims=0), Policy(allow_empty=True)).exit == Exit.PASSED
    assert judge(report(finding(), claims=0), Policy(allow_empty=True)).exit == Exit.FAILED


def test_only_findings_that_touch_the_sources_named_count():
    assert judge(report(venue()), Policy(touched=frozenset({"articles/ب.txt"}))).failing == ()
    verdict = judge(report(finding(), venue()), Policy(touched=frozenset({"articles/ب.txt"})))
    assert verdict.failing == (finding(),)


def test_nothing_named_is_nothing_to_fail_on():
    assert judge(report(finding(), claims=0), Policy(touched=frozenset())).exit == Exit.PASSED


def test_a_named_source_without_a_claim_fails():
    read = (source("a.txt"), source("b.txt", article("b.txt", claims=0)))
    verdict = judge(report(sources=read), Policy(touched=frozenset({"b.txt"})))
    assert "no claim was found in the sources named" in verdict.reasons[0]
    assert judge(report(sources=read), Policy(touched=frozenset({"a.txt"}))).reasons == ()


def test_a_named_source_that_could_not_be_read_fails_whatever_else_may_pass():
    policy = Policy(touched=frozenset(), unread=("b.txt was not read",), allow_empty=True)
    assert judge(report(), policy).reasons == ("b.txt was not read",)


def test_sources_that_could_not_be_read_are_not_empty():
    fault = Problem(source="a.txt", code="unreadable", message="cannot be read")
    nothing = report(problems=[fault], sources=[source("a.txt")]).model_copy(update={"sources": ()})
    assert judge(nothing, Policy(allow_empty=True)).exit == Exit.FAILED


def test_what_could_not_run_has_a_code_of_its_own():
    assert Exit.UNUSABLE == 2


def test_a_rule_that_is_lowered_makes_tensions():
    found = lowered([finding(), venue(), agreement()], {"event-date"})
    assert [(one.level, one.rule) for one in found] == [
        ("conflict", "event-place"),
        ("tension", "event-date"),
        ("agreement", "event-date"),
    ]
    assert judge(report(*found)).reasons == ("1 conflict",)
    assert judge(report(*found), Policy(FailOn.TENSION)).reasons == ("1 conflict", "1 tension")
