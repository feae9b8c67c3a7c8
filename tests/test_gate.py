from sample_report import agreement, finding, report, tension, venue

from claimcheck.gate import Exit, FailOn, judge


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
    verdict = judge(report(finding(), tension(), agreement()), FailOn.TENSION)
    assert verdict.reasons == ("1 conflict", "1 tension")
    assert len(verdict.failing) == 2


def test_a_run_without_any_claim_fails():
    verdict = judge(report(claims=0))
    assert verdict.exit == Exit.FAILED
    assert "nothing was checked" in verdict.reasons[0]


def test_what_could_not_run_has_a_code_of_its_own():
    assert Exit.UNUSABLE == 2
