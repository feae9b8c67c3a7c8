from build import claim, date, facility, place, quantity

from claimcheck.link.blocking import blocking_keys
from claimcheck.link.compare import COMPONENTS, compare, scale_of
from claimcheck.link.context import Context
from claimcheck.link.pairs import pairs_of, weigh
from claimcheck.link.place_guards import PLACE_GUARDS
from claimcheck.link.tokens import Passage
from claimcheck.link.weights import weights
from claimcheck.model.day import day
from claimcheck.model.text import Interval
from claimcheck.values import compare_values

PEOPLE = ("person:amina noor", "person:paul otieno")


def compared(left, right, context, least=None):
    relation = compare_values(left.value, right.value)
    scale = scale_of(weights(), left.attribute)
    return compare(left, right, context, scale, relation=relation, least=least)


def levels(left, right, *others):
    context = Context([left, right, *others])
    return {c.component: c.level for c in compared(left, right, context)}


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


def count(article, amount, *contrasts):
    value = quantity(amount, "person", "count")
    return claim(article, value, measures=("count:person",), contrasts=contrasts)


def test_those_beside_somebody_are_one_or_a_few_fewer_than_all():
    others = count("a#0", 13, "others.beside")
    for amount, level in ((14, "different"), (16, "different"), (12, "none"), (20, "none")):
        assert levels(others, count("b#0", amount))["contrasts"] == level
    assert levels(others, count("b#0", 14, "others.beside"))["contrasts"] == "none"


def test_comparison_is_symmetric():
    one = claim("a#0", date("2012"), participants=PEOPLE, words=("شطب", "ديون"))
    other = claim("b#0", date("2014-05"), participants=PEOPLE[:1], words=("شطب",))
    assert levels(one, other) == levels(other, one)


def test_a_pair_that_cannot_reach_the_sum_is_left_early_and_no_other():
    one = claim("a#0", date("2012"), participants=PEOPLE, words=("شطب", "ديون"))
    other = claim("b#0", date("2014-05"), participants=PEOPLE[:1], words=("شطب",))
    context, scale = Context([one, other]), scale_of(weights(), "when")
    whole = compared(one, other, context)
    weight = weights().total("when", whole)
    assert compared(one, other, context, weight) == whole
    assert compared(one, other, context, scale.prior + scale.steps[0].most + 1) == ()


def of_figures(left, right):
    one, other = (
        claim(f"{name}#0", value, attribute="how_many", measures=("cost",))
        for name, value in (("a", left), ("b", right))
    )
    return levels(one, other)["closeness"]


def test_two_figures_of_the_same_digits_are_a_slip_of_the_pen():
    assert (
        of_figures(quantity("860", "meter", "length"), quantity("680", "meter", "length"))
        == "swapped"
    )
    assert of_figures(quantity("19.93"), quantity("19.39")) == "swapped"
    assert (
        of_figures(quantity("102", "good", "count"), quantity("120", "سلعة", "count")) == "swapped"
    )
    assert of_figures(quantity("865"), quantity("867")) == "tenth"
    assert of_figures(quantity("22"), quantity("33")) == "half"


def test_two_figures_that_differ_in_their_zeros_are_of_two_scales():
    assert of_figures(quantity("120"), quantity("120000")) == "scaled"
    assert of_figures(quantity("2.05"), quantity("20.5")) == "scaled"


def test_figures_of_the_same_digits_meet_whatever_stands_beside_them():
    one, other = (
        claim(
            f"{name}#0",
            quantity(amount, "seat", "count"),
            attribute="how_many",
            measures=("count:seat",),
            words=(),
        )
        for name, amount in (("a", "168"), ("b", "186"))
    )
    keys = [blocking_keys(c, Passage(c)) for c in (one, other)]
    assert keys[0] & keys[1]


def test_figures_of_two_measures_are_no_slip():
    one, other = (
        claim(f"{name}#0", quantity(amount, "person", "count"), attribute="how_many", measures=(m,))
        for name, amount, m in (("a", "17", "injuries"), ("b", "71", "deaths"))
    )
    assert levels(one, other)["closeness"] == "far"


def test_a_slip_of_the_pen_outweighs_how_it_is_told():
    one, other = (
        claim(
            f"{name}#0",
            quantity(amount, "kilogram", "mass"),
            attribute="how_many",
            measures=(m,),
            words=(word,),
        )
        for name, amount, m, word in (("a", "132", "weight", "orbit"), ("b", "123", "mass:", "tub"))
    )
    assert guard(one, other, "same measure") == "unknown"
    assert guard(one, other, "told alike") == "unknown"


def test_two_digits_of_two_things_are_no_slip():
    def ships(article, amount, unit):
        value = quantity(amount, unit, "count")
        return claim(f"{article}#0", value, measures=(f"count:{unit}",), words=(unit,))

    few = ships("a", "12", "turbine"), ships("b", "21", "ship")
    many = ships("a", "1213", "turbine"), ships("b", "1231", "ship")
    assert guard(*few, "told alike") == "fail"
    assert guard(*many, "told alike") == "unknown"


def counted(article, unit, measure, language="en"):
    value = quantity("12" if article == "a" else "20", unit, "count")
    return claim(
        f"{article}#0", value, attribute="how_many", measures=(measure,), language=language
    )


def test_a_count_that_nothing_names_is_of_its_noun():
    named = counted("a", "flight", "flights")
    assert levels(named, counted("b", "flight", "count:flight"))["measure"] == "noun"
    assert levels(named, counted("b", "رحله", "count:رحله", "ar"))["measure"] == "noun"
    assert levels(named, counted("b", "donkey", "count:donkey"))["measure"] == "different"


def test_one_figure_may_be_told_as_two_kin_measures():
    spent, cost = counted("a", "loaf", "spending"), counted("b", "loaf", "cost")
    assert levels(spent, cost)["measure"] == levels(cost, spent)["measure"] == "kin"
    assert guard(spent, cost, "same measure") == "unknown"
    assert levels(cost, counted("b", "loaf", "revenue"))["measure"] == "different"


def test_a_currency_is_one_with_the_bare_name_that_it_has():
    bare, full, other = (
        claim(f"{name}#0", quantity("12", unit), attribute="how_many", measures=("cost",))
        for name, unit in (("a", "?pound"), ("b", "GBP"), ("c", "USD"))
    )
    assert levels(bare, full)["unit"].startswith("unit_")
    assert levels(bare, other)["unit"] == "alike"


def test_counts_meet_by_their_noun_in_either_language():
    cables = (
        counted("a", "cable", "count:cable"),
        counted("b", "كابل", "animals", "ar"),
        counted("c", "cable", "vehicles"),
    )
    one, two, three = (blocking_keys(cable, Passage(cable)) for cable in cables)
    assert one & two
    assert one & three


def test_two_named_measures_differ_though_their_noun_is_one():
    dead, hurt = counted("a", "person", "deaths"), counted("b", "person", "injuries")
    assert levels(dead, hurt)["measure"] == "different"


def test_digits_of_two_units_are_not_set_side_by_side():
    one, other = (
        quantity(amount, unit, "mass", base_low=low, base_high=low, base_grain=1)
        for amount, unit, low in (("53", "kilogram", 53), ("35", "tonne", 35000))
    )
    assert of_figures(one, other) == "far"


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


def test_an_ordinal_beside_one_of_two_speaks_against_them():
    second, plain = claim("a#0", markers=("ordinal:2",)), claim("b#0")
    assert levels(second, plain)["markers"] == "one"
    assert levels(plain, second)["markers"] == "one"
    assert guard(second, plain, "same in the series") == "n.a."


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


def test_the_dates_of_two_figures_are_no_two_dates_of_one_thing():
    one = claim("a#0", date("2019"), part="measured", figure=quantity("80"))
    same = claim("b#0", date("2021"), part="measured", figure=quantity("80"))
    other = claim("b#0", date("2021"), part="measured", figure=quantity("95"))
    assert guard(one, same, "same part") == "pass"
    assert guard(one, other, "same part") == "fail"


def test_since_when_may_be_when_only_of_one_kind_of_event():
    since = claim("a#0", date("2019"), part="since")
    assert guard(since, claim("b#0", date("2021")), "same part") == "unknown"
    assert guard(since, claim("b#0", date("2021"), frames=("election",)), "same part") == "fail"
    assert guard(since, claim("b#0", date("2021"), part="before"), "same part") == "fail"


def test_dates_of_events_that_nothing_names_need_more_evidence():
    shared = {"participants": PEOPLE, "words": ("شطب", "ديون")}
    for frames, day_, doubts in (
        (("meeting",), "2021-03-04", 0),
        ((), "2019-03-04", 1),
        ((), "2021-03-04", 2),
    ):
        one = claim("a#0", date("2019-05-07"), frames=frames, **shared)
        other = claim("b#0", date(day_), frames=frames, **shared)
        pair = weigh(one, other, Context([one, other]), weights())
        least = weights().passed["when"] + weights().unnamed * doubts
        told = next(g.result for g in pair.guards if g.guard == "same event")
        assert (told == "pass") == (pair.weight >= least)


def test_places_of_events_that_nothing_names_need_more_evidence():
    results = []
    table = weights().model_copy(update={"passed": weights().passed | {"where": 0}})
    for frames in (("meeting",), ()):
        shared = {"part": "from", "frames": frames, "participants": PEOPLE[:1]}
        one = claim("a#0", place("ke.mombasa", "ke"), **shared)
        other = claim("b#0", place("ke.nairobi", "ke"), **shared)
        pair = weigh(one, other, Context([one, other]), table)
        assert pair.weight >= table.passed["where"]
        results.append(next(g.result for g in pair.guards if g.guard == "same event"))
    assert results == ["pass", "unknown"]


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


def test_a_slip_of_the_pen_outweighs_the_day_of_a_toll_that_has_not_grown():
    def dead(article, amount, day):
        told = {"measures": ("deaths",), "as_of": Interval(first=day, last=day)}
        return claim(f"{article}#0", quantity(amount, "person", "count"), **told)

    first = dead("a", "67", 100)
    assert guard(first, dead("b", "76", 101), "same time") == "fail"
    assert guard(first, dead("b", "76", 900), "same time") == "unknown"
    assert guard(dead("a", "76", 100), dead("b", "67", 101), "same time") == "unknown"
    assert guard(first, dead("b", "70", 900), "same time") == "fail"


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
    dated = blocking_keys(one, Passage(one))
    located = blocking_keys(other, Passage(other))
    assert not dated & located


def test_pairs_come_from_articles_that_share_something_rare():
    shared = {"participants": PEOPLE, "words": ("فلاديفوستوك", "قاعده")}
    one, other = claim("a#0", date("2012"), **shared), claim("b#0", date("2014"), **shared)
    stranger = claim("c#0", date("2015"))
    found = {(p.left.article, p.right.article) for p in pairs_of([one, other, stranger])}
    assert found == {("a#0", "b#0")}


WORDS = ("مروحية", "بركان", "زورق", "مستودع")


def where(article, name, *, words=WORDS, at=0, part="in", **more):
    value = more.pop("value", None) or place(name, name.partition(".")[0], type="city")
    known = {"value": value, "words": words, "part": part, "is_news": True, "told_in": at}
    return claim(article, at=at, **{**known, **more})


def test_a_place_that_the_other_article_names_too_is_known_there():
    one, other = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu")
    assert levels(one, other)["sole"] == "sole"
    too = where("b#0", "ke.mombasa", at=900, words=())
    assert levels(one, other, too)["sole"] == "known"


def test_a_place_is_sole_where_no_other_of_its_sort_plays_its_part():
    one, other = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu")
    elsewhere = where("b#0", "ke.eldoret", at=900, part="from")
    assert levels(one, other, elsewhere)["sole"] == "sole"
    more = [where("b#0", f"ke.{name}", at=900 + n) for n, name in enumerate(("voi", "lamu"))]
    assert levels(one, other, more[0])["sole"] == "few"
    assert levels(one, other, *more)["sole"] == "many"
    untold = where("b#0", "ke.kisumu", part="")
    assert levels(one, untold)["sole"] == "untold"
    province = where("b#0", "", value=place("ke.nyanza", "ke", type="admin1"))
    assert levels(one, province)["sole"] == "unlike"


def test_one_place_is_told_most_like_another():
    one, other = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu", words=WORDS[:2])
    assert levels(one, other)["fits"] == "both"
    closer = where("b#0", "ke.eldoret", at=900)
    assert levels(one, other, closer)["fits"] == "one"


def test_where_something_is_near_a_town_is_no_other_town():
    one, near = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu", part="near")
    assert levels(one, near)["part"] == "beside"
    assert levels(near, where("a#0", "ke.mombasa", part="near"))["part"] == "both_near"


def test_one_of_several_places_is_set_against_none():
    one, other = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu")
    assert guard(one, other, "one place") == "pass"
    assert guard(one, other, "one place", where("b#0", "ke.eldoret", at=12, told_in=0)) == "fail"


def test_a_town_is_not_set_against_a_whole_state():
    state = where("b#0", "tz", value=place("tz", "w.africa", type="country"))
    assert guard(where("a#0", "ke.mombasa"), state, "one place") == "fail"


def test_something_near_a_town_is_not_set_against_the_province_it_is_in():
    province = where("b#0", "ke.coast", value=place("ke.coast", "ke", type="admin1"))
    near = where("a#0", "ke.mombasa", value=place("tz.tanga", "tz", type="city"), part="near")
    assert guard(near, province, "one place") == "fail"
    assert guard(where("a#0", "tz.tanga"), province, "one place") == "pass"


def test_an_event_that_is_named_at_one_place_only_may_be_of_both():
    one, other = where("a#0", "ke.mombasa", frames=()), where("b#0", "ke.kisumu")
    assert guard(one, other, "same kind of event") == "unknown"
    named = where("a#0", "ke.mombasa")
    assert guard(named, other, "same kind of event") == "pass"


def test_a_place_whose_part_nothing_tells_may_play_any():
    one, untold = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu", part="")
    assert guard(one, untold, "same part") == "unknown"
    near = where("b#0", "ke.kisumu", part="near")
    assert guard(one, near, "same part") == "pass"


def test_where_to_is_not_where_from():
    to, start = where("a#0", "ke.mombasa", part="to"), where("b#0", "ke.kisumu", part="from")
    assert guard(to, start, "same part") == "fail"
    assert guard(where("a#0", "ke.mombasa"), start, "same part") == "unknown"


def test_the_guards_of_places_are_those_of_two_that_differ():
    one, same = where("a#0", "ke.mombasa"), where("b#0", "ke.mombasa")
    dated, other = claim("a#0", date("2019")), claim("b#0", date("2020"))
    for left, right in ((one, same), (dated, other)):
        pair = weigh(left, right, Context([left, right]), weights())
        assert {g.guard for g in pair.guards}.isdisjoint(PLACE_GUARDS)


def test_a_place_that_the_other_article_names_too_is_of_something_else():
    one, other = where("a#0", "ke.mombasa"), where("b#0", "ke.kisumu")
    assert guard(one, other, "named once") == "pass"
    assert guard(one, other, "named once", where("b#0", "ke.mombasa", at=40)) == "fail"


def test_sentences_of_two_languages_need_share_no_telling_word():
    """Their words are weighed; of one language, sentences about one thing share some."""
    results = []
    for language in ("ar", "en"):
        one = claim("a#0", date("2012"), words=("افتتح",))
        other = claim("b#0", date("2014-05"), words=("opened",), language=language)
        results.append((levels(one, other)["language"], guard(one, other, "told alike")))
    assert results == [("one", "fail"), ("two", "unknown")]


def test_a_planned_place_is_set_against_the_actual_one_and_a_planned_date_is_not():
    def told(article, value, status):
        return claim(article, value, part="in", status=status, participants=PEOPLE)

    here, there = place("ke.mombasa", "ke"), place("ke.nairobi", "ke")
    sites = told("a#0", here, "planned"), told("b#0", there, "actual")
    days = told("a#0", date("2012"), "planned"), told("b#0", date("2014"), "actual")
    assert guard(*sites, "same status") == "unknown"
    assert guard(*days, "same status") == "fail"


def test_one_slip_of_the_pen_makes_one_date_another_or_not():
    def slip(left, right):
        return levels(claim("a#0", date(left)), claim("b#0", date(right))).get("slip")

    for left, right in (
        ("1984", "1994"),
        ("2019-05", "2019-07"),
        ("2019-05", "2020-05"),
        ("2019-05-03", "2019-05-13"),
        ("2019-05-03", "2018-05-03"),
    ):
        assert slip(left, right) == slip(right, left) == "one"
    for left, right in (("1984", "1975"), ("2019-05", "2020-06"), ("2019-05-03", "2019-06-04")):
        assert slip(left, right) == "more"
    assert slip("2019", "2020-06") is None
    assert slip("2019-05", "2019-05") is None
