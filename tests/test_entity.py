"""Entities that nest, refer back to one another or depend on the rest of the article."""

import pytest

from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.annotate.nlp import PIPES, pipes
from claimcheck.lang.entity_types import entity_types
from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.model.mention import Entity
from claimcheck.model.text import Interval
from claimcheck.resources import read_table, rules_root

PAST = "h."  # states that are no more


def entities(text: str, lang: str = "ar") -> list[Entity]:
    """Return the entities of a text, by position."""
    nlp = pipes(lang)
    doc = prepare(nlp, text, Interval(), ())
    for name in PIPES[: PIPES.index("entity") + 1]:
        doc = nlp.get_pipe(f"claimcheck_{name}")(doc)
    return [mention for mention in mentions_of(doc) if isinstance(mention, Entity)]


def said(text: str, kind: str, lang: str = "ar") -> list[tuple[str, str]]:
    """Return the words and ids of the entities of one kind."""
    found = [one for one in entities(text, lang) if one.kind == kind]
    return [(text[one.span.start : one.span.end], one.id) for one in found]


def one(text: str, kind: str, lang: str = "ar") -> Entity:
    """Return the only entity of a kind."""
    found = [entity for entity in entities(text, lang) if entity.kind == kind]
    assert len(found) == 1, found
    return found[0]


def test_a_facility_lies_in_the_place_named_after_it() -> None:
    text = "التقيا في جامعة تيفوري في فلاديفوستوك أمس"
    site = one(text, "facility")
    assert text[site.span.start : site.span.end] == "جامعة تيفوري في فلاديفوستوك"
    assert site.name is not None
    assert text[site.name.start : site.name.end] == "تيفوري"
    assert site.within[0] == "ru.vladivostok"
    assert "ru" in site.within
    assert said(text, "place") == [("فلاديفوستوك", "ru.vladivostok")]


def test_a_known_site_has_one_id_in_both_languages() -> None:
    arabic = one("عقدت في قاعدة «فوستوشني» الفضائية", "facility")
    english = one("It was held at the Vostochny Cosmodrome", "facility", "en")
    assert arabic.id == english.id == "ru.vostochny"


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("في قاعدة فضائية في شرق روسيا", "ar", "region:east:ru"),
        ("عواصف جنوب غرب مراكش", "ar", "region:southwest:ma.marrakesh"),
        ("غادر إلى أقصى الشرق الروسي", "ar", "ru.far-east"),
        ("floods in northern Italy", "en", "region:north:it"),
        ("storms south-west of Marrakesh", "en", "region:southwest:ma.marrakesh"),
        ("troops in Russia's Far East", "en", "ru.far-east"),
    ],
)
def test_a_direction_makes_a_part_of_a_place(text: str, lang: str, identity: str) -> None:
    assert identity in [entity.id for entity in entities(text, lang)]


def test_a_part_of_a_country_lies_in_it_and_what_is_beside_a_town_does_not_lie_in_the_town() -> (
    None
):
    inside = next(e for e in entities("انهيار في شرق روسيا") if e.type == "region")
    beside = next(e for e in entities("زلزال جنوب مراكش") if e.type == "region")
    assert inside.within[0] == "ru"
    assert "ma.marrakesh" not in beside.within
    assert "ma" in beside.within


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("وصل إلى العاصمة الروسية", "ar", "ru.moscow"),
        ("في العاصمة السورية دمشق", "ar", "sy.damascus"),
        ("She flew to the British capital", "en", "gb.london"),
    ],
)
def test_a_capital_is_named_by_its_country(text: str, lang: str, identity: str) -> None:
    assert [entity.id for entity in entities(text, lang) if entity.kind == "place"] == [identity]


def test_the_capital_alone_is_that_of_the_country_that_an_article_is_about() -> None:
    found = {
        one.id for one in entities("شكت بلدات عراقية من الجفاف، ثم هطل المطر في العاصمة.", "ar")
    }
    assert "iq.baghdad" in found
    assert all(one.id != "iq.baghdad" for one in entities("هطل المطر في العاصمة.", "ar"))


def test_an_ordinary_word_is_a_town_of_the_country_that_an_article_is_about() -> None:
    text = "قالت الشرطة الأردنية إنها ضبطت المزرعة في جرش."
    assert "jo.jarash" in {one.id for one in entities(text, "ar")}
    assert "jo.jarash" not in {one.id for one in entities("ضبطت المزرعة في جرش.", "ar")}


def test_a_capital_and_a_palace_stand_for_a_government() -> None:
    assert one("رفضت موسكو العرض", "place").governs == "ru"
    assert [e.governs for e in entities("The Kremlin declined", "en")] == ["ru"]


def test_a_namesake_is_chosen_by_the_countries_of_the_article() -> None:
    assert said("في طرابلس، لبنان", "place")[0][1] == "lb.tripoli"
    assert said("غرق القارب قبالة ليبيا قرب طرابلس", "place")[1][1] == "ly.tripoli"


def test_a_river_is_not_the_country_that_shares_its_name() -> None:
    places = said("على ضفة نهر الأردن", "place")
    assert [identity for _, identity in places] != ["jo"]


def test_a_person_keeps_one_id_under_title_full_name_and_surname() -> None:
    text = (
        "قال الرئيس الروسي، فلاديمير بوتين، إنه سافر. "
        "وأضاف بوتين أن الوفد عاد، ثم غادر فلاديمير بوتين."
    )
    assert said(text, "person") == [
        ("فلاديمير بوتين", "person:فلاديمير بوتين"),
        ("بوتين", "person:فلاديمير بوتين"),
        ("فلاديمير بوتين", "person:فلاديمير بوتين"),
    ]
    first = next(entity for entity in entities(text) if entity.kind == "person")
    assert (first.type, first.governs) == ("president", "ru")


def test_a_surname_before_the_full_name_is_the_same_person() -> None:
    text = "Halvorsen resigns. Foreign Minister Ingrid Halvorsen left on Monday."
    assert {identity for _, identity in said(text, "person", "en")} == {"person:ingrid halvorsen"}


def test_two_people_of_one_surname_are_alternatives() -> None:
    text = "التقى الزعيم كيم جونغ أون الوفد. وكان والده كيم جونغ إيل قد زارها. وقال كيم إنه سعيد."
    last = [entity for entity in entities(text) if entity.kind == "person"][-1]
    assert last.id == "person:كيم جونغ ايل"
    assert last.alternatives == ("person:كيم جونغ اون",)


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("قال وزير الخارجية المصري إن الملف أغلق", "ar", "role:foreign-minister:eg"),
        ("التقى زعيم كوريا الشمالية ضيفه", "ar", "role:leader:kp"),
        ("صرح نائب وزير الدفاع الروسي", "ar", "role:deputy-defence-minister:ru"),
        ("غادر الرئيس الأمريكي السابق", "ar", "role:former-president:us"),
        ("the Egyptian prime minister left", "en", "role:prime-minister:eg"),
        ("Japan's foreign minister left", "en", "role:foreign-minister:jp"),
        ("the former president of Finland died", "en", "role:former-president:fi"),
    ],
)
def test_an_office_without_a_name_is_a_role_of_its_country(
    text: str, lang: str, identity: str
) -> None:
    assert [entity.id for entity in entities(text, lang) if entity.kind == "role"] == [identity]


def test_a_role_points_to_its_holder() -> None:
    text = "وصل الرئيس الروسي فلاديمير بوتين. ثم غادر الرئيس الروسي ليلا."
    role = one(text, "role")
    assert role.alternatives == ("person:فلاديمير بوتين",)


def test_an_unknown_place_keeps_its_id_without_its_common_noun() -> None:
    text = "They sailed to the island of Marlow. On Monday Marlow was quiet; near Marlow it rained."
    assert {identity for _, identity in said(text, "place", "en")} == {"place:island:marlow"}


def test_a_name_that_a_site_bears_is_no_person() -> None:
    assert said("طلاب جامعة الملك فهد", "person") == []


def test_an_embassy_belongs_to_one_country_and_stands_in_another() -> None:
    embassy = one("أغلقت السفارة الروسية في القاهرة أبوابها", "facility")
    assert embassy.id == "facility:embassy:ru"
    assert embassy.governs == "ru"
    assert embassy.within[0] == "eg.cairo"


def test_a_ministry_belongs_to_its_country() -> None:
    assert (
        one("نفت وزارة الدفاع الروسية الخبر", "organisation").id
        == "organisation:ministry.defence:ru"
    )
    assert one("Poland's defence ministry denied it", "organisation", "en").governs == "pl"


def test_no_entity_lies_inside_a_date_or_an_amount() -> None:
    assert [str(e) for e in entities("دفع 5 ملايين دولار أمريكي")] == []


def test_no_two_entities_of_a_kind_share_a_span() -> None:
    text = "في العاصمة السورية دمشق، قال الرئيس الروسي فلاديمير بوتين في جامعة دمشق بمدينة دمشق"
    spans = [(e.kind, e.span.start, e.span.end) for e in entities(text)]
    assert len(spans) == len(set(spans))


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "before"), [("ar", "زار الوفد"), ("en", "They visited")])
def test_every_country_is_found_by_its_usual_name(lang: str, before: str) -> None:
    rows = read_table(rules_root() / "gazetteer" / "places.tsv")
    named = {
        row[0]: row[6 if lang == "en" else 7]
        for row in rows
        if row[1] == "country" and not row[0].startswith(PAST)
    }
    missed = {
        identity: name
        for identity, name in named.items()
        if identity not in [entity.id for entity in entities(f"{before} {name}.", lang)]
    }
    assert missed == {}


def test_every_type_in_the_vocabulary_is_defined() -> None:
    types = entity_types()
    offices = {office for listed in types.offices.values() for office in listed}
    for lang in PACKS:
        for name in word_lists(lang, "entities"):
            kind, _, identity = name.partition(".")
            if kind == "facility":
                assert identity.partition(".")[0] in types.facilities, name
            elif kind == "place-head":
                assert identity in types.places, name
            elif kind == "office":
                assert identity in offices, name


def test_every_type_that_a_type_refers_to_is_defined() -> None:
    types = entity_types()
    named = {k for f in types.facilities.values() for k in (*f.kin, *f.holds)}
    assert {name.partition(".")[0] for name in named} <= set(types.facilities)
