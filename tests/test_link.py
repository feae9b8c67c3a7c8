from build import claim, date, facility, place, quantity

from claimcheck.link.blocking import blocking_keys
from claimcheck.link.compare import COMPONENTS, compare, scale_of
from claimcheck.link.context import Context
from claimcheck.link.pairs import pairs_of, weigh
from claimcheck.link.tokens import passage_of
from claimcheck.link.weights import weights
from claimcheck.model.day import day
from claimcheck.model.text import Interval

PEOPLE = ("person:amina noor", "person:paul otieno")


def levels(left, right, *others):
    context = Context([left, right, *others])
    return {
        c.component: c.level
        for c in compare(left, right, context, scale_of(weights(), left.attribute))
    }


def guard(left, right, name, *others):
    pair = weigh(left, right, Context([left, right, *others]), weights())
    return next(g.result for g in pair.guards if g.guard == name)


def when(year):
    return Interval(first=day(year), last=day(year, 12, 31))


def test_every_weight_is_of_a_component():
    table = weights()
    for components in (table.when, table.where, table.how_many, table.who, table.whether):
        assert set(components) <= {"slot", *COMPONENTS}
        assert components


def test_comparison_is_symmetric():
    one = claim("a#0", date("2012"), participants=PEOPLE, words=("شطب", "ديون"))
    other = claim("b#0", date("2014-05"), participants=PEOPLE[:1], words=("شطب",))
    assert levels(one, other) == levels(other, one)


def test_a_pair_that_cannot_reach_the_sum_is_left_early_and_no_other():
    one = claim("a#0", date("2012"), participants=PEOPLE, words=("شطب", "ديون"))
    other = claim("b#0", date("2014-05"), participants=PEOPLE[:1], words=("شطب",))
    context, scale = Context([one, other]), scale_of(weights(), "when")
    whole = compare(one, other, context, scale)
    weight = weights().total("when", whole)
    assert compare(one, other, context, scale, weight) == whole
    assert compare(one, other, context, scale, scale.prior + sum(scale.most.values())) == ()


def test_kin_events_that_share_a_word_are_the_same():
    one = claim("a#0", frames=("summit", "meeting"))
    other = claim("b#0", frames=("meeting",))
    assert levels(one, other)["frame"] == "same"
    assert levels(one, claim("b#0", frames=("election",)))["frame"] == "different"


def test_another_holder_of_an_office_is_another_person():
    one = claim("a#0", participants=("ru", PEOPLE[0]), offices=(("ru", PEOPLE[0]),))
    other = claim("b#0", participants=("ru", PEOPLE[1]), offices=(("ru", PEOPLE[1]),))
    assert levels(one, other)["participants"] == "different"


def test_leaders_of_two_countries_do_not_contradict_each_other():
    one = claim("a#0", participants=("vn", "ph", PEOPLE[0]), offices=(("vn", PEOPLE[0]),))
    other = claim("b#0", participants=("vn", "ph", PEOPLE[1]), offices=(("ph", PEOPLE[1]),))
    assert levels(one, other)["participants"] == "bodies"


def test_first_and_second_are_two_events():
    one, other = claim("a#0", markers=("ordinal:1",)), claim("b#0", markers=("ordinal:2",))
    assert guard(one, other, "same in the series") == "fail"


def test_places_of_events_dated_apart_are_not_compared():
    one = claim("a#0", place("ke.mombasa", "ke"), when=when(2021), part="in")
    other = claim("b#0", place("ke.nairobi", "ke"), when=when(2017), part="in")
    assert guard(one, other, "same time") == "fail"


def test_what_an_article_keeps_apart_stays_apart():
    base = claim("a#0", facility("base"), is_news=True, instance="a#0:meeting:0")
    earlier = claim("b#0", place("ru.vladivostok", "ru"), when=when(2019), part="in")
    told = claim("a#0", date("2019"), at=500, told_in=5, when=when(2019), instance="a#0:meeting:1")
    assert guard(base, earlier, "not kept apart") == "pass"
    assert guard(base, earlier, "not kept apart", told) == "fail"


def test_a_toll_is_compared_only_on_one_day():
    monday, tuesday = (Interval(first=n, last=n) for n in (100, 101))
    dead = {"measures": ("deaths",), "frames": ("earthquake",)}
    one = claim("a#0", quantity("9", "person", "count"), as_of=monday, **dead)
    assert (
        guard(
            one, claim("b#0", quantity("14", "person", "count"), as_of=tuesday, **dead), "same time"
        )
        == "fail"
    )
    assert (
        guard(
            one, claim("b#0", quantity("14", "person", "count"), as_of=monday, **dead), "same time"
        )
        == "pass"
    )


def test_other_exact_values_of_the_sentence_support_a_pair():
    def story(article, year):
        return (
            claim(article, date(year), frames=("debt-relief",)),
            claim(article, quantity("11000000000"), at=10),
            claim(article, quantity("90", "percent", "percent"), at=20),
        )

    one, other = story("a#0", "2012"), story("b#0", "2014")
    assert levels(one[0], other[0], *one[1:], *other[1:])["support"] == "several"


def test_only_claims_that_answer_the_same_question_meet():
    one, other = claim(words=("شطب",)), claim(value=place("ru"), words=("شطب",))
    dated = blocking_keys(one, passage_of(one))
    located = blocking_keys(other, passage_of(other))
    assert not dated & located


def test_pairs_come_from_articles_that_share_something_rare():
    shared = {"participants": PEOPLE, "words": ("فلاديفوستوك", "قاعده")}
    one, other = claim("a#0", date("2012"), **shared), claim("b#0", date("2014"), **shared)
    stranger = claim("c#0", date("2015"))
    found = {(p.left.article, p.right.article) for p in pairs_of([one, other, stranger])}
    assert found == {("a#0", "b#0")}
