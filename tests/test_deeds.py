"""Who plays a part, what came about: the finders, the comparison of values, the guards."""

import pytest
from build import claim

from claimcheck.annotate.nlp import annotate_text
from claimcheck.lang.deeds import BESIDE, agents, deed_roles, deed_title, kinds, matters, phrases
from claimcheck.lang.lexicon import events
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


def kind(name, **more):
    return actor(f"kind:{name}", "kind", **more)


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
        ("Culture minister Anne Petit opened a coin museum.", EN, "opener", "Anne Petit"),
        ("افتتح وزير الثقافة سمير الحلو متحف الفسيفساء", AR, "opener", "سمير الحلو"),
        ("افتتح متحف الفسيفساء في المدينة أمس وزير الثقافة سمير الحلو", AR, "opener", "سمير الحلو"),
        ("ترأس الاجتماع الطارئ في الخرطوم الوزير سامي كريم", AR, "chair", "سامي كريم"),
        ("اكتشف المدينة الغارقة قرب الساحل غواص يوناني", AR, "discoverer", "غواص"),
        ("أسس المدرسة في حلب عام 1920 الشيخ عمر النجار", AR, "founder", "عمر النجار"),
        ("ومول المحطة قرض ألماني بقيمة 36 مليون يورو", AR, "lender", "ألماني"),
        ("A French loan paid for the road.", EN, "lender", "French"),
        ("عين المجلس سامي كريم محافظا للبنك", AR, "new-governor", "سامي كريم"),
        ("Anne Petit was appointed coach of Lund Rovers.", EN, "new-coach", "Anne Petit"),
        (
            "The chairman of the inquiry into the fire is Paul Moor.",
            EN,
            "investigator",
            "Paul Moor",
        ),
    ],
)
def test_words_beside_a_name_give_it_a_part(text, language, part, who):
    assert played(text, language)[part] == who


def kind_of(text, language, part):
    """Return whom a text tells to play a part, and of what country, by its kind alone."""
    found = (m for m in annotate_text(text, language) if isinstance(m, Actor))
    return {(m.who, m.nation) for m in found if m.role == part}


@pytest.mark.parametrize(
    ("text", "language", "part", "who", "nation"),
    [
        (
            "The jar was dug up in March by a shepherd.",
            EN,
            "discoverer",
            "shepherd",
            "",
        ),
        ("They were rescued on Monday by Japanese fishermen.", EN, "rescuer", "fisherman", "jp"),
        ("أنقذها صيادون من قرية قريبة", AR, "rescuer", "fisherman", ""),
        ("أغلقتها الشرطة الكينية مساء الأحد", AR, "closer", "police", "ke"),
        ("نفقات البئر تكفل بها متطوعون من مومباسا", AR, "donor", "volunteers", ""),
        ("The blaze was started by fireworks.", EN, "fire-cause", "fireworks", ""),
        ("اندلع الحريق في المستودع القديم ليلا بسبب عقب سيجارة", AR, "fire-cause", "cigarette", ""),
        ("The train was loaded with cement.", EN, "cargo", "cement", ""),
        ("كانت الشاحنة محملة بالقمح", AR, "cargo", "wheat", ""),
        ("Proceeds went to a hospital for mothers.", EN, "proceeds-to", "hospital-purpose", ""),
        ("توفي العازف إثر جلطة دماغية", AR, "death-cause", "stroke", ""),
        ("She studied law in Lerwick.", EN, "studied", "law", ""),
    ],
)
def test_a_kind_stands_for_one_without_a_name(text, language, part, who, nation):
    assert kind_of(text, language, part) == {(f"kind:{who}", nation)}


@pytest.mark.parametrize(
    ("text", "language", "part", "who"),
    [
        ("The jar was found by a student, Anne Petit.", EN, "discoverer", "Anne Petit"),
        ("The line was built by a French firm, Alpifune.", EN, "builder", "firm"),
        ("The bridge was opened on Monday by the governor Paul Moor.", EN, "opener", "Paul Moor"),
    ],
)
def test_a_name_beside_a_kind_is_taken_rather_than_it(text, language, part, who):
    assert played(text, language)[part] == who


@pytest.mark.parametrize(
    ("text", "language", "part", "country"),
    [
        ("تعمل شركة كينية على توسيع المدرج", AR, "nation:firm", "ke"),
        ("رافقتها فرقاطة يابانية إلى الميناء", AR, "nation:ship", "jp"),
        ("قال مهندس الشركة، وهي تركية، إن الرمل ناعم", AR, "nation:firm", "tr"),
        ("السفينة التي رمت الحبال كانت إيطالية", AR, "nation:ship", "it"),
        ("شركة «رمال» القطرية تبني الجسر", AR, "nation:firm", "qa"),
        ("The pilot, an Austrian, was found on Monday.", EN, "nation:pilot", "at"),
        ("A French construction firm widens the road.", EN, "nation:firm", "fr"),
        ("The captain was Greek.", EN, "nation:captain", "gr"),
    ],
)
def test_the_country_of_one_whose_kind_is_told_is_read(text, language, part, country):
    found = (m for m in annotate_text(text, language) if isinstance(m, Actor))
    assert {m.who for m in found if m.role == part} == {country}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("عثرت عليها بعثة كينية إيطالية", AR),
        ("قبطان سفينة يوناني", AR),
        ("بنته بالشراكة مع شركة كينية", AR),
        ("A French and Italian firm built it.", EN),
        ("The French said the firm would pay.", EN),
    ],
)
def test_no_country_is_told_of_two_or_of_another_or_of_a_partner(text, language):
    found = [m for m in annotate_text(text, language) if isinstance(m, Actor)]
    assert not [m for m in found if m.role in ("nation:firm", "nation:ship")]
    assert not [m for m in found if m.role == "nation:researchers-body"]


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
    "text",
    [
        "افتتح معرض الفنان سامي حسن أبوابه أمس",
        "افتتح المتحف بحضور السفير سامي حسن",
        "اكتشفت المقبرة عام 1922 في عهد الملك فؤاد",
        "افتتحت المدرسة الجديدة في القرية بعد زيارة الوزير سامي كريم",
        "شيدت المدرسة القديمة قرب منزل الوزير سامي كريم",
        "أغلق ملف الديون المستحقة لروسيا",
        "افتتح المركز الجديد الذي زاره المهندس سامي كريم",
    ],
)
def test_whoever_stands_behind_an_object_in_another_relation_is_no_subject(text):
    assert played(text, AR) == {}


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
        ("The blast left two dead.", EN, "casualties", "yes"),
        ("أصيبا بحروق طفيفة", AR, "casualties", "yes"),
        ("حول المالك المبلغ إلى الخاطفين", AR, "ransom", "yes"),
        ("نفى مالك السفينة، عوض العلي، دفع أي فدية", AR, "ransom", "no"),
        ("The crew wore life jackets.", EN, "lifejackets", "yes"),
        ("غرق المركب وركابه بلا سترات نجاة", AR, "lifejackets", "no"),
        ("The strike was called off on Sunday.", EN, "on-strike", "no"),
        ("Revenue rose to 40 million.", EN, "revenue-up", "yes"),
        ("بلغت الإيرادات 40 مليونا، بانخفاض طفيف", AR, "revenue-up", "no"),
    ],
)
def test_a_matter_is_told_either_way(text, language, matter, way):
    assert told(text, language)[matter] == way


@pytest.mark.parametrize(
    ("text", "language", "matter", "way"),
    [
        ("Parliament ratified the accord.", EN, "ratified", "yes"),
        ("Parliament failed to ratify the accord.", EN, "ratified", "no"),
        ("None of the ministers attended the summit.", EN, "in-person", "no"),
        ("The crew told nobody, and the minister attended the summit.", EN, "in-person", "yes"),
        ("The council did not fully lift the curfew.", EN, "lifted", None),
        ("مدد المجلس ولاية البعثة", AR, "extended", "yes"),
        ("امتنع المجلس عن تمديد ولاية البعثة", AR, "extended", "no"),
    ],
)
def test_a_negation_reaches_over_a_subject_but_not_beyond_its_clause(text, language, matter, way):
    assert told(text, language).get(matter) == way


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("لم تسجل أي إصابات بين عمال المصبغة عدا", AR),
        ("لم تقع إصابات خطيرة", AR),
        ("لم يفرج عن أحد سوى الطاهي", AR),
        ("أوقف عشرون، منهم ثلاثة لم يفرج عنهم", AR),
        ("Nobody was hurt, with the exception of the cook.", EN),
        ("Apart from the cook, nobody was hurt.", EN),
        ("No one else was hurt.", EN),
        ("Of the four stages, one of which was never recovered, none fell on land.", EN),
    ],
)
def test_a_denial_of_all_but_some_or_of_a_part_denies_nothing(text, language):
    assert "no" not in told(text, language).values()


@pytest.mark.parametrize(
    ("text", "language", "group"),
    [
        ("لم تقع إصابات بين ركاب الحافلة", AR, "ركاب"),
        ("لم تقع إصابات في صفوف أفراد الشرطة", AR, "شرط"),
        ("No injuries were reported among the crew.", EN, "crew"),
        ("None of the factory workers was hurt.", EN, "worker"),
        ("Nobody in the bus was hurt.", EN, "bus"),
        ("Nobody was hurt in the crew's quarters.", EN, ""),
    ],
)
def test_a_denial_tells_the_group_that_it_is_of(text, language, group):
    found = [m for m in annotate_text(text, language) if isinstance(m, Outcome)]
    assert [m.among for m in found if m.matter == "casualties"] == [group]


def test_words_that_only_seem_to_deny_deny_nothing():
    assert told("لا يزال محتجزا في السجن", AR)["freed"] == "no"
    assert told("Not only was the stage recovered.", EN)["recovered"] == "yes"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("تمت مصادرة القوارب", "yes"),
        ("أفرج عنهم دون مصادرة القوارب", "no"),
        ("لم تصادر قواربهم", "no"),
    ],
)
def test_a_noun_for_an_event_tells_it_behind_words_that_say_so(text, way):
    found = (m for m in annotate_text(text, AR) if isinstance(m, Outcome))
    assert {str(m) for m in found if m.matter == "event:seizure"} == {way}


@pytest.mark.parametrize(
    "text", ["They opened the bridge on Sunday.", "They take office on July 1.", "He won the race."]
)
def test_a_pronoun_is_nobodys_name(text):
    assert played(text, EN) == {}


def test_a_noun_alone_tells_nothing():
    assert not [m for m in annotate_text("طلب مصادرة القوارب", AR) if isinstance(m, Outcome)]


def test_what_has_not_come_about_yet_may_still_do():
    (found,) = (m for m in annotate_text("He has not resigned yet.", EN) if isinstance(m, Outcome))
    assert (str(found), found.not_yet) == ("no", True)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (actor("person:anne petit"), actor("person:anne petit"), "equal"),
        (actor("person:anne petit"), actor("person:paul moor"), "different"),
        (actor("person:anne petit"), actor("person:anne moor"), "different"),
        (actor("person:anne petit"), actor("person:petit anton"), "different"),
        (actor("person:ziad farah"), actor("person:وليد سعد"), "different"),
        (actor("org.isis", "body"), actor("org.al-qaeda", "body"), "different"),
        (actor("org.un", "body"), actor("org.unhcr", "body"), "incomparable"),
        (actor("person:anne petit"), actor("person:petit"), "compatible"),
        (actor("person:petit"), actor("person:moor"), "incomparable"),
        (actor("person:ناتاليا تيماكوفا"), actor("person:natalia timakova"), "compatible"),
        (actor("person:anne petit"), actor("person:paul moor", role="buyer"), "incomparable"),
        (actor("fr", "country"), actor("it", "country"), "different"),
        (kind("shepherd"), kind("fisherman"), "different"),
        (kind("shepherd"), kind("farmer", known_as=("kind:shepherd",)), "compatible"),
        (kind("firm", nation="fr"), kind("firm", nation="it"), "different"),
        (kind("firm", nation="fr"), kind("firm"), "equal"),
        (kind("firm", nation="fr"), actor("name:norvik", "name", nation="it"), "different"),
        (kind("shepherd"), actor("person:anne petit"), "incomparable"),
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


def test_a_country_is_told_of_one_of_several_only_in_much_the_same_words():
    def firm(article, country, at=10):
        value = Actor(span=TextSpan(at, at + 4), role="nation:firm", who=country, sort="country")
        return claim(article, value, part="nation:firm", language=EN, at=at)

    left, right = firm("a#0", "fr"), firm("b#0", "it")
    assert guards(left, right)["not kept apart"] == "pass"
    assert guards(left, right, firm("a#0", "no", at=200))["not kept apart"] == "fail"


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


def test_what_may_be_reversed_is_set_against_the_news_of_the_same_days_alone():
    def ruled(article, held, *date):
        value = outcome(held=held, matter="verdict")
        return claim(article, value, part="verdict", language=EN, as_of=on(*date))

    first = ruled("a#0", True, 2022, 5, 1)
    assert guards(first, ruled("b#0", False, 2022, 5, 3))["settled"] == "pass"
    assert guards(first, ruled("b#0", False, 2022, 9, 3))["settled"] == "fail"


def test_what_many_may_be_told_of_takes_more_evidence():
    def played_by(article, part, who):
        value = actor(who, "kind", role=part)
        return claim(article, value, part=part, language=EN)

    for part, result in (("owner", "pass"), ("colour", "fail")):
        left, right = (played_by(a, part, who) for a, who in (("a#0", "kind:x"), ("b#0", "kind:y")))
        assert guards(left, right)["same event"] == result


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
    assert all(getattr(kind, language) for kind in kinds().values())
    assert all(getattr(deed_title(name), language) for name in names)


def test_kinds_and_doers_name_what_there_is():
    assert {name for kind in kinds().values() for name in kind.like} <= kinds().keys()
    assert {kind.bears_as for kind in kinds().values()} - {""} <= kinds().keys()
    assert agents().keys() <= events().keys()
    assert set(agents().values()) <= deed_roles().keys()
