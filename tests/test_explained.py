"""What may explain that two articles differ: such a pair is a tension and no conflict."""

import pytest
from build import claim, quantity

from claimcheck import pipeline
from claimcheck.check.rule import load_rules
from claimcheck.examples import source_of
from claimcheck.link.context import Context
from claimcheck.link.pairs import weigh
from claimcheck.link.weights import weights

BRIDGE = "The 320-metre bridge at Arusha in Tanzania {} million dollars."
RESULTS = (
    "أعلنت لجنة الانتخابات في زامبيا {}: كامو {} صوتا ({} بالمئة)، أوكيلو {} صوتا ({} بالمئة)."
)
TOLL = "قُتل {} شخصا في انفجار في ميناء مومباسا."


def findings(*written, level):
    sources = [source_of(f"{number}.txt", text) for number, text in enumerate(written)]
    found = pipeline.checked(sources, load_rules()).report.findings
    return [(f.reading, f.values) for f in found if f.level == level and f.rule == "figure"]


def bridge(day, told):
    return f"en {day}: {BRIDGE.format(told)}"


def results(day, *told):
    return f"ar {day}: {RESULTS.format(*told)}"


EARLY = results("2021-08-13", "النتائج الأولية", "1200345", "41.2", "1503221", "51.6")
FINAL = results("2021-08-20", "النتائج النهائية", "1310345", "43.1", "1498221", "49.3")


def test_a_provisional_result_and_the_final_one_are_two_stages_row_by_row():
    assert findings(EARLY, FINAL, level="conflict") == []
    assert sorted(findings(EARLY, FINAL, level="tension")) == [
        ("stage", ("1200345 صوت", "1310345 صوت")),
        ("stage", ("1503221 صوت", "1498221 صوت")),
        ("stage", ("41.2 percent", "43.1 percent")),
        ("stage", ("51.6 percent", "49.3 percent")),
    ]


def test_results_of_one_stage_that_differ_are_in_conflict():
    other = FINAL.replace("43.1", "41.3")
    assert findings(FINAL, other, level="conflict") == [
        ("contradiction", ("43.1 percent", "41.3 percent"))
    ]


def test_the_order_of_a_list_does_not_matter():
    turned = results("2021-08-13", "النتائج الأولية", "1200345", "41.2", "1503221", "51.6").replace(
        "كامو 1200345 صوتا (41.2 بالمئة)، أوكيلو 1503221 صوتا (51.6 بالمئة)",
        "أوكيلو 1503221 صوتا (51.6 بالمئة)، كامو 1200345 صوتا (41.2 بالمئة)",
    )
    assert turned != EARLY
    assert sorted(findings(turned, FINAL, level="tension")) == sorted(
        findings(EARLY, FINAL, level="tension")
    )


@pytest.mark.parametrize(
    ("one", "other", "reading"),
    [
        (
            bridge("2021-05-12", "is expected to cost 40"),
            bridge("2021-09-12", "is expected to cost 55"),
            "update",
        ),
        (bridge("2021-05-12", "will cost 40"), bridge("2021-05-12", "cost 55"), "stage"),
        (
            "en 2021-05-12: Experts estimate that the 320-metre bridge at Arusha in Tanzania cost "
            "40 million dollars.",
            bridge("2021-05-12", "cost between 60 and 70"),
            "spread",
        ),
        (
            f"ar 2021-05-12: {TOLL.format(19)}",
            f"ar 2021-05-14: {TOLL.format(12)}",
            "update",
        ),
    ],
)
def test_what_explains_a_difference_is_its_reading(one, other, reading):
    assert findings(one, other, level="conflict") == []
    assert [told for told, _ in findings(one, other, level="tension")] == [reading]


def test_two_plans_of_one_day_contradict_each_other():
    one, other = (bridge("2021-05-12", f"is expected to cost {n}") for n in (40, 55))
    assert len(findings(one, other, level="conflict")) == 1


def test_a_toll_that_grew_is_no_finding():
    one, other = f"ar 2021-05-12: {TOLL.format(12)}", f"ar 2021-05-14: {TOLL.format(19)}"
    assert findings(one, other, level="conflict") == findings(one, other, level="tension") == []


def test_what_explains_a_difference_does_not_part_those_who_agree():
    same = FINAL.replace("النهائية", "الأولية")
    agreed = {values for _, values in findings(FINAL, same, level="agreement")}
    assert {("43.1 percent",), ("49.3 percent",)} <= agreed


def test_what_explains_a_difference_makes_a_tension_of_less_evidence():
    """A plan and what came of it pass on evidence on which two outcomes would not."""
    table = weights()
    plan, outcome = (
        claim(
            f"{name}#0",
            quantity(amount, "bridge", "count"),
            attribute="how_many",
            measures=("count:bridge",),
            status=status,
            words=("شيد", "نهر"),
            participants=("person:amina noor", "person:paul otieno"),
        )
        for name, amount, status in (("a", "7", "planned"), ("b", "9", "actual"))
    )
    other = plan.model_copy(update={"status": "actual"})
    context = Context([plan, outcome])
    levels = {c.component: c.weight for c in weigh(plan, outcome, context, table).comparisons}
    weight = weigh(other, outcome, context, table).weight
    assert levels["status"] < 0
    passed = weight + table.explained // 2
    strict = table.model_copy(update={"passed": dict.fromkeys(table.passed, passed)})
    assert result(weigh(plan, outcome, context, strict)) == "pass"
    assert result(weigh(other, outcome, context, strict)) != "pass"


def result(pair):
    return next(guard.result for guard in pair.guards if guard.guard == "same event")
