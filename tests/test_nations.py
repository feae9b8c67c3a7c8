"""Nationalities and capitals whose words hold those of another country."""

import pytest
from test_entity import entities, one, said


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("The South Sudanese capital was quiet", "en", "ss.juba"),
        ("The South Sudan capital was quiet", "en", "ss.juba"),
        ("The Sudanese capital was quiet", "en", "sd.khartoum"),
        ("Shells hit the South Korean capital", "en", "kr.seoul"),
        ("Flights to the North Korean capital resumed", "en", "kp.pyongyang"),
        ("The Equatorial Guinean capital Malabo lost power", "en", "gq.malabo"),
        ("The Papua New Guinean capital lost power", "en", "pg.port-moresby"),
        ("The Moroccan capital was quiet", "en", "ma.rabat"),
        ("They met in the capital of South Sudan", "en", "ss.juba"),
        ("They met in Chad's capital", "en", "td.ndjamena"),
        ("عادت الكهرباء إلى العاصمة الجنوب سودانية", "ar", "ss.juba"),
        ("عادت الكهرباء إلى العاصمة السودانية", "ar", "sd.khartoum"),
        ("سقطت أمطار على العاصمة الكورية الجنوبية", "ar", "kr.seoul"),
        ("سقطت أمطار على العاصمة المغربية", "ar", "ma.rabat"),
        ("اجتمعوا في عاصمة جنوب السودان", "ar", "ss.juba"),
        ("وصلوا إلى عاصمة تشاد نجامينا", "ar", "td.ndjamena"),
    ],
)
def test_a_capital_is_of_the_whole_name_before_or_behind_it(
    text: str, lang: str, identity: str
) -> None:
    found = [place for place in entities(text, lang) if place.type == "capital"]
    assert [place.id for place in found] == [identity]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("the economic capital of Morocco", "en"),
        ("the former capital of Nigeria", "en"),
        ("the cultural capital of Europe", "en"),
        ("المدينة عاصمة المغرب الاقتصادية", "ar"),
        ("صارت عاصمة الثقافة العربية", "ar"),
    ],
)
def test_another_capital_is_not_the_seat_of_government(text: str, lang: str) -> None:
    assert [place.id for place in entities(text, lang) if place.type == "capital"] == []


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("the South Korean embassy", "en", "kr"),
        ("the North Korean embassy", "en", "kp"),
        ("the South African embassy", "en", "za"),
        ("the Korean embassy", "en", "w.korean-peninsula"),
        ("السفارة الكورية الجنوبية", "ar", "kr"),
    ],
)
def test_an_embassy_is_of_the_whole_nationality(text: str, lang: str, identity: str) -> None:
    assert one(text, "facility", lang).governs == identity


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("A West Indian bowler won", "en", "w.caribbean"),
        ("A North Ossetian village burned", "en", "ru.north-ossetia"),
        ("A Northern Cypriot court ruled", "en", "cy.north"),
        ("A Cape Verdean sailor drowned", "en", "cv"),
        ("فاز اللاعب المقدوني الشمالي", "ar", "mk"),
        ("غرق بحار قبرصي تركي", "ar", "cy.north"),
        ("قال الطبيب الألماني ذلك", "ar", "de"),
        ("قالت الشرطة الألمانية ذلك", "ar", "de"),
        ("أصيب سائح ألماني", "ar", "de"),
        ("وقعت الحكومة الألبانية", "ar", "al"),
        ("استقال الوزير الألماني الشرقي", "ar", "h.east-germany"),
    ],
)
def test_a_nationality_is_read_whole(text: str, lang: str, identity: str) -> None:
    assert [name for _, name in said(text, "nationality", lang)] == [identity]
    assert said(text, "place", lang) == []


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("زاروا شمال كوريا", "kp"),
        ("زاروا جنوب كوريا", "kr"),
        ("زاروا كوريا الجنوبية", "kr"),
        ("زاروا شمال السودان", "region:north:sd"),
        ("زاروا جنوب السودان", "ss"),
        ("ولدت في بيت لحم", "ps.bethlehem"),
    ],
)
def test_a_direction_may_belong_to_the_name_of_a_country(text: str, identity: str) -> None:
    assert said(text, "place")[0][1] == identity


@pytest.mark.parametrize(
    ("text", "lang"),
    [("The South African capital was calm", "en"), ("هدأت عاصمة جنوب أفريقيا", "ar")],
)
def test_a_country_with_more_capitals_may_mean_any(text: str, lang: str) -> None:
    found = next(place for place in entities(text, lang) if place.type == "capital")
    assert {found.id, *found.alternatives} >= {"za.pretoria", "za.cape-town"}
    assert found.within[0] == "za"
