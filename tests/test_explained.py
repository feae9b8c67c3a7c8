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


MARCH = "شاركوا في إضراب المعلمين في زامبيا يوم الاثنين 10 مايو"
STRIKE = "of teachers joined the strike in Zambia on Monday, 10 May"
SPILL = "from the Kisumu pipeline in Kenya on Monday, 10 May, released {} barrels of oil."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            f"ar 2021-05-12: قالت نقابة المعلمين إن 85 بالمئة من المعلمين {MARCH}.",
            f"ar 2021-05-12: قالت وزارة التربية إن 22 بالمئة من المعلمين {MARCH}.",
        ),
        (
            "en 2021-05-12: The teachers' union in Zambia said 85 percent of teachers joined "
            "Monday's strike in Lusaka.",
            "en 2021-05-12: The education ministry in Zambia said 22 percent of teachers joined "
            "Monday's strike in Lusaka.",
        ),
        (
            f"en 2021-05-12: The company said the spill {SPILL.format(300)}",
            f"en 2021-05-12: Residents said the spill {SPILL.format(2500)}",
        ),
        (
            "ar 2021-05-12: قال ناشطون إن القصف على سوق غاو في مالي الثلاثاء أوقع 43 قتيلا مدنيا.",
            "ar 2021-05-12: قال الجيش إن القصف على سوق غاو في مالي الثلاثاء أوقع 15 قتيلا مدنيا.",
        ),
    ],
)
def test_those_at_odds_who_give_each_a_figure_are_in_dispute(one, other):
    assert findings(one, other, level="conflict") == []
    assert [told for told, _ in findings(one, other, level="tension")] == ["dispute"]


@pytest.mark.parametrize("who", ["The union", "The education ministry", "The strikers"])
def test_those_of_one_side_contradict_each_other(who):
    one, other = (f"en 2021-05-12: {who} said {share} percent {STRIKE}." for share in (85, 22))
    assert len(findings(one, other, level="conflict")) == 1


def test_whom_the_one_who_speaks_tells_of_does_not_speak():
    one = f"ar 2021-05-12: قالت نقابة المعلمين إن وزارة التربية أحصت 85 بالمئة {MARCH}."
    other = f"ar 2021-05-12: قالت نقابة المعلمين إن 22 بالمئة من المعلمين {MARCH}."
    assert all(told != "dispute" for told, _ in findings(one, other, level="tension"))


SENTENCE = "former Mombasa port director Yusuf Kamal {} years in prison over bribery."
SEATS = "{} مقعدا في لجنة الانتخابات في زامبيا"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            f"en 2021-05-12: Prosecutors demanded for {SENTENCE.format(12)}",
            f"en 2021-06-12: A court gave {SENTENCE.format(7)}",
        ),
        (
            f"ar 2021-05-12: طلبت المعارضة {SEATS.format(12)}.",
            f"ar 2021-06-12: نالت المعارضة {SEATS.format(17)}.",
        ),
        (
            "ar 2020-05-12: يرصد مشروع موازنة زامبيا 310 ملايين دولار للعيادات الريفية.",
            "ar 2020-08-12: أقر برلمان زامبيا موازنة ترصد 260 مليون دولار للعيادات الريفية.",
        ),
        (
            "en 2020-05-12: The draft budget of Zambia gives 310 million dollars to rural clinics.",
            "ar 2020-08-12: أقر برلمان زامبيا موازنة ترصد 260 مليون دولار للعيادات الريفية.",
        ),
    ],
)
def test_what_is_asked_for_is_not_yet_what_is_given(one, other):
    assert findings(one, other, level="conflict") == []


def test_what_was_provisional_may_be_corrected_by_whoever_tells_it_later():
    later = results("2021-08-20", "النتائج", "1310345", "43.1", "1498221", "49.3")
    assert findings(EARLY, later, level="conflict") == []
    assert {told for told, _ in findings(EARLY, later, level="tension")} == {"stage", "update"}


def test_a_child_is_a_year_older_a_year_later():
    told = "en {}: Nora Kamal, aged {}, was pulled alive from the rubble of a school in Mombasa."
    one, other = told.format("2020-11-03", 3), told.format("2021-11-01", 4)
    assert findings(one, other, level="conflict") == findings(one, other, level="tension") == []
    assert len(findings(one, told.format("2020-11-04", 4), level="conflict")) == 1
    assert len(findings(one, told.format("2021-11-01", 9), level="conflict")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "en 2021-05-12: The Kisumu hospital alone admitted 41 people injured in Monday's blast "
            "at the sugar mill.",
            "en 2021-05-12: Monday's blast at the Kisumu sugar mill injured 63 people.",
        ),
        (
            "ar 2021-05-12: أحصت بلدية كيسومو وحدها 41 منزلا مهدما في زلزال الاثنين 10 مايو.",
            "ar 2021-05-12: أحصت كيسومو ونواحيها 63 منزلا مهدما في زلزال الاثنين 10 مايو.",
        ),
    ],
)
def test_what_is_told_of_one_place_alone_is_a_part(one, other):
    assert findings(one, other, level="conflict") == []


def test_of_two_tolls_whose_order_is_not_known_the_higher_may_be_the_later():
    one, other = f"ar: {TOLL.format(12)}", f"ar 2021-05-14: {TOLL.format(19)}"
    assert findings(one, other, level="conflict") == findings(one, other, level="tension") == []


def test_another_figure_of_what_is_denied_is_no_dispute():
    one = "en 2021-05-12: The furnaces of the Kisumu smelter stopped for four hours on Monday."
    other = "en 2021-05-12: The furnaces of the Kisumu smelter did not stop for one hour on Monday."
    assert findings(one, other, level="tension") == []


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
