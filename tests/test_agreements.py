"""What two articles state alike, though one planned it or dated it otherwise."""

import pytest

from claimcheck import pipeline
from claimcheck.check.rule import load_rules
from claimcheck.examples import source_of

PLAN = "en 2021-03-02: The 640-metre Kisumu bridge in Kenya will cost 84 million dollars."
DONE = "en 2022-05-12: The 640-metre Kisumu bridge in Kenya cost 84 million dollars."
PLAN_AR = "ar 2021-03-02: سيكلف جسر كيسومو في كينيا، وطوله 640 مترا، 84 مليون دولار."
DONE_AR = "ar 2022-05-12: بلغت كلفة جسر كيسومو في كينيا، وطوله 640 مترا، 84 مليون دولار."
RAID = "ar 2016-04-09: داهمت الشرطة في مومباسا {} مخزنا وصادرت 312 كيلوغراما من العاج."
FOUND = "en 2016-04-10: Police in Mombasa raided a store on {} and seized 312 kg of ivory."


def agreed(*written, kind):
    sources = [source_of(f"{number}.txt", text) for number, text in enumerate(written)]
    found = pipeline.checked(sources, load_rules()).report.findings
    return [f.values[0] for f in found if f.level == "agreement" and f.kind == kind]


@pytest.mark.parametrize(
    ("one", "other"), [(PLAN, DONE), (PLAN_AR, DONE_AR), (PLAN_AR, DONE), (PLAN, DONE_AR)]
)
def test_what_was_planned_and_came_about_at_one_figure_is_one_fact(one, other):
    assert "84000000 USD" in agreed(one, other, kind="quantity")


def test_a_round_figure_of_a_plan_tells_nothing_of_what_came_about():
    one, other = (told.replace("84", "80").replace("640", "600") for told in (PLAN, DONE))
    assert "80000000 USD" not in agreed(one, other, kind="quantity")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RAID.format("أمس الجمعة"), FOUND.format("8 April 2016")),
        (RAID.format("في 8 نيسان/أبريل 2016"), FOUND.format("Friday")),
        (RAID.format("يوم الجمعة"), RAID.format("في 8 نيسان/أبريل")),
    ],
)
def test_a_date_told_from_the_article_and_one_of_the_calendar_are_one(one, other):
    assert "2016-04-08" in agreed(one, other, kind="date")


def test_a_date_alone_brings_together_what_shares_no_telling_word():
    one = "en 2019-11-25: Some 900 farmers under Rosa Njoroge reached Nakuru on 24 November 2019."
    other = "en 2019-12-02: 24 November 2019: Rosa Njoroge and 900 others are in Nakuru."
    assert "2019-11-24" in agreed(one, other, kind="date")
