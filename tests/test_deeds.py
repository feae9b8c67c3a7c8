"""Who plays a part, what came about: the finders, the comparison of values, the guards."""

import pytest
from build import claim

from claimcheck.annotate.nlp import annotate_text
from claimcheck.lang.deeds import BESIDE, deed_roles, deed_title, matters, phrases
from claimcheck.lang.pack import PACKS
from claimcheck.link.context import Context
from claimcheck.link.pairs import weigh
from claimcheck.link.weights import weights
from claimcheck.model.day import day
from claimcheck.model.mention import Actor, Outcome
from claimcheck.model.text import Interval, TextSpan
from claimcheck.values import compare_values

SPAN = TextSpan(0, 4)
AR, EN = "ar", "en"


def played(text, language):
    """Return the parts that a text gives, but for that of being named: part -> words."""
    found = (m for m in annotate_text(text, language) if isinstance(m, Actor))
    return {m.role: text[m.span.start : m.span.end] for m in found if m.role != "named"}


def told(text, language):
    """Return the matters that a text tells, but for events' own verbs: matter -> which way."""
    found = (m for m in annotate_text(text, language) if isinstance(m, Outcome))
    return {m.matter: str(m) for m in found if not m.matter.startswith("event:")}


def actor(who, sort="person", **more):
    return Actor(span=SPAN, role=more.pop("role", "owner"), who=who, sort=sort, **more)


def outcome(*, held, **more):
    return Outcome(span=SPAN, matter=more.pop("matter", "reopened"), held=held, **more)


@pytest.mark.parametrize(
    ("text", "language", "part", "who"),
    [
        ("السفينة التي تملكها شركة «نجم البحر» اليونانية", AR, "owner", "نجم البحر"),
        ("المقاول العام: شركة «رمال» القطرية", AR, "builder", "رمال"),
        ("شركة «رمال» التي كانت تقوم بأعمال الصيانة", AR, "maintainer", "رمال"),
        ("ترفع السفينة علم بنما منذ عام", AR, "flag", "بنما"),
        ("The ferry was owned by Norvik Shipping until May.", EN, "owner", "Norvik Shipping"),
        ("Norvik Shipping, the owner of the ferry, paid.", EN, "owner", "Norvik Shipping"),
        ("Tarn & Lowe carried out the last inspection.", EN, "inspector", "Tarn & Lowe"),
        ("The line was built by the Italian firm Alpifune.", EN, "builder", "Alpifune"),
        ("It was signed for France by Minister Anne Petit.", EN, "signer-for", "Anne Petit"),
    ],
)
def test_words_beside_a_name_give_it_a_part(text, language, part, who):
    assert played(text, language)[part] == who


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry was owned by Norvik Shipping and Tarbet Marine.", EN),
        ("It was signed by Minister Anne Petit on behalf of the president.", EN),
        ("The owner of the ferry said that Norvik Shipping would pay.", EN),
        ("وقعه الوزير محمد العلي نيابة عن الرئيس", AR),
        ("السفينة التي تملكها شركة «نجم البحر» وشركة «رمال»", AR),
    ],
)
def test_partners_and_those_who_stand_in_play_no_part(text, language):
    assert played(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language", "matter", "way"),
    [
        ("نطق بالحكم بحضور المتهم", AR, "defendant-present", "yes"),
        ("صدر الحكم عليه غيابيا", AR, "defendant-present", "no"),
        ("لم يمثل أمام المحكمة", AR, "defendant-present", "no"),
        ("لم تفرض الحكومة أي ضريبة", AR, "new-tax", "no"),
        ("لا يمانع استئناف المحادثات", AR, "consent", "yes"),
        ("The stage was recovered on Monday.", EN, "recovered", "yes"),
        ("The stage was never recovered.", EN, "recovered", "no"),
        ("Nobody was hurt.", EN, "casualties", "no"),
    ],
)
def test_a_matter_is_told_either_way(text, language, matter, way):
    assert told(text, language)[matter] == way


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president was not hurt.", EN),
        ("They did not agree to anything until Monday.", EN),
        ("لم يوافقوا على شيء إلا على موعدهم", AR),
    ],
)
def test_a_negation_that_something_takes_back_or_that_is_of_one_only_tells_nothing(text, language):
    assert told(text, language) == {}


def test_words_that_only_seem_to_deny_deny_nothing():
    assert told("لا يزال محتجزا في السجن", AR)["freed"] == "no"
    assert told("Not only was the stage recovered.", EN)["recovered"] == "yes"


def test_what_has_not_come_about_yet_may_still_do():
    (found,) = (m for m in annotate_text("He has not resigned yet.", EN) if isinstance(m, Outcome))
    assert (str(found), found.not_yet) == ("no", True)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (actor("person:anne petit"), actor("person:anne petit"), "equal"),
        (actor("person:anne petit"), actor("person:paul moor"), "different"),
        (actor("person:anne petit"), actor("person:anne moor"), "different"),
        (actor("person:anne petit"), actor("person:petit"), "compatible"),
        (actor("person:petit"), actor("person:moor"), "incomparable"),
        (actor("person:ناتاليا تيماكوفا"), actor("person:natalia timakova"), "compatible"),
        (actor("person:anne petit"), actor("person:paul moor", role="buyer"), "incomparable"),
        (actor("fr", "country"), actor("it", "country"), "different"),
        (actor("fr", "country"), actor("person:anne petit", nation="fr"), "compatible"),
        (actor("fr", "country"), actor("name:norvik", "name", nation="it"), "incomparable"),
        (actor("fr", "country"), actor("organisation:company:norvik", "body"), "incomparable"),
        (actor("name:norvik shipping", "name"), actor("name:norvik", "name"), "compatible"),
        (actor("name:norvik shipping", "name"), actor("name:tarbet marine", "name"), "different"),
        (actor("name:norvik", "name"), actor("name:رمال", "name"), "incomparable"),
        (
            actor("role:president:fr", "office", office="president"),
            actor("person:anne petit", office="prime-minister"),
            "different",
        ),
        (
            actor("role:minister:fr", "office", office="minister"),
            actor("person:anne petit", office="deputy-minister"),
            "incomparable",
        ),
    ],
)
def test_two_who_play_one_part_differ_only_where_both_are_known(left, right, relation):
    assert compare_values(left, right) == compare_values(right, left) == relation


def test_outcomes_differ_in_one_matter_only():
    assert compare_values(outcome(held=True), outcome(held=False)) == "different"
    assert compare_values(outcome(held=True), outcome(held=True)) == "equal"
    other = outcome(held=False, matter="signed")
    assert compare_values(outcome(held=True), other) == "incomparable"


def guards(left, right, *others):
    pair = weigh(left, right, Context([left, right, *others]), weights())
    return {guard.guard: guard.result for guard in pair.guards}


def stated(article, value, **more):
    return claim(article, value, part="reopened", language=EN, **more)


def on(*date):
    return Interval(first=day(*date), last=day(*date))


def test_not_yet_contradicts_nothing_later_but_does_what_was_said_before():
    early = {"as_of": on(2022, 5, 1)}
    late = {"as_of": on(2022, 5, 9)}
    waiting = outcome(held=False, not_yet=True)
    done = outcome(held=True)
    assert guards(stated("a#0", waiting, **early), stated("b#0", done, **late))["settled"] == "fail"
    assert guards(stated("a#0", waiting, **late), stated("b#0", done, **early))["settled"] == "pass"


def test_a_denial_is_a_dispute():
    denial = stated("a#0", outcome(held=False, denies=True), voice="?")
    assert guards(denial, stated("b#0", outcome(held=True)))["own voice"] == "fail"
    own = stated("a#0", outcome(held=False))
    assert guards(own, stated("b#0", outcome(held=True)))["own voice"] == "pass"


def test_an_article_that_tells_both_is_set_against_neither():
    one, other = stated("a#0", outcome(held=True)), stated("b#0", outcome(held=False))
    also = stated("a#0", outcome(held=False), at=200)
    assert guards(one, other)["not kept apart"] == "pass"
    assert guards(one, other, also)["not kept apart"] == "fail"


def test_things_named_beside_two_who_play_a_part_tell_them_apart():
    def film(article, who, *things):
        value = actor(who, role="director", things=things)
        return claim(article, value, part="director", language=EN)

    left = film("a#0", "person:anne petit", "salt road")
    assert guards(left, film("b#0", "person:paul moor", "ice market"))["same thing"] == "fail"
    assert guards(left, film("b#0", "person:paul moor", "the salt road"))["same thing"] == "pass"
    assert guards(left, film("b#0", "person:paul moor"))["same thing"] == "n.a."


@pytest.mark.parametrize("language", PACKS)
def test_every_part_and_matter_has_words_and_a_title_in_every_language(language):
    names = {named.name for _, named in phrases(language)} - set(BESIDE)
    assert names == {*deed_roles(), *matters()} - {"named"}
    assert all(getattr(deed_title(name), language) for name in names)
