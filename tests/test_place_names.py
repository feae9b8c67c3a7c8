"""Facilities that two texts name in their own words, of one language or of two."""

from itertools import combinations

import pytest
from test_entity import entities

from claimcheck.model.mention import Entity
from claimcheck.place_names import compare_names
from claimcheck.values import compare_values


def site(text: str) -> Entity:
    """Return the only facility of a text of either language."""
    lang = "en" if text.isascii() else "ar"
    found = [entity for entity in entities(text, lang) if entity.kind == "facility"]
    assert len(found) == 1, (text, found)
    return found[0]


ONE_SITE = [
    ("the port of Beirut", "Beirut harbour", "مرفأ بيروت"),
    ("the port of Beirut", "Beirut seaport", "ميناء بيروت", "مرفأ العاصمة بيروت"),
    ("the port of Hodeida", "Hodeidah port", "ميناء الحديدة"),
    ("Cairo airport", "Cairo International Airport", "مطار القاهرة الدولي", "مطار القاهرة"),
    ("Damascus University", "the University of Damascus", "جامعة دمشق"),
    ("Mosul General Hospital", "مستشفى الموصل العام"),
    ("Seville Cathedral", "the cathedral of Seville", "كاتدرائية إشبيلية"),
    ("the Rades stadium", "ملعب رادس", "استاد رادس"),
    ("the Ras Ajdir crossing", "the Ras Ajdir border crossing", "منفذ رأس جدير"),
    ("Evin prison", "سجن إيفين"),
    ("the Mosul dam", "سد الموصل"),
    ("the Merowe Dam", "سد مروي"),
    ("Qasr al-Nil Bridge", "the bridge of Qasr al-Nil", "كوبري قصر النيل", "جسر قصر النيل"),
    ("Omonia Square", "ميدان أومونيا", "ساحة أومونيا"),
    ("Martyrs' Square in Tripoli", "ساحة الشهداء في طرابلس", "ميدان الشهداء بطرابلس"),
    ("Ibn Sina Hospital in Baghdad", "مستشفى ابن سينا ببغداد", "Ibn Sina hospital"),
    ("Al-Azhar mosque", "جامع الأزهر", "مسجد الأزهر"),
    ("the Umayyad Mosque in Damascus", "الجامع الأموي بدمشق"),
    ("the National Museum in Baghdad", "المتحف الوطني في بغداد"),
    ("the Church of the Nativity in Bethlehem", "كنيسة المهد في بيت لحم"),
    ("St Mark's Cathedral in Cairo", "كاتدرائية القديس مرقس في القاهرة"),
    ("Victoria Station", "محطة فيكتوريا"),
]


@pytest.mark.parametrize("texts", ONE_SITE)
def test_one_site_is_equal_whatever_words_name_it(texts: tuple[str, ...]) -> None:
    sites = [site(text) for text in texts]
    assert {compare_values(one, other) for one, other in combinations(sites, 2)} == {"equal"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Latakia harbour", "ميناء اللاذقية"),
        ("كنيسة إشبيلية", "Seville Cathedral"),
        ("the airport of Cairo", "مطار القاهرة"),
        ("the stadium of Rades", "ملعب رادس"),
        ("the Grand Mosque of Mecca", "المسجد الحرام في مكة"),
        ("St Joseph's University in Beirut", "جامعة القديس يوسف في بيروت"),
        ("the Republican Hospital in Taiz", "المستشفى الجمهوري في تعز"),
        ("Liberation Square in Cairo", "ميدان التحرير"),
        ("Al-Azhar mosque", "جامعة الأزهر"),
    ],
)
def test_what_may_be_one_site_is_not_two(left: str, right: str) -> None:
    assert compare_values(site(left), site(right)) != "different"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the port of Beirut", "ميناء صيدا"),
        ("Aden port", "ميناء الحديدة"),
        ("Damascus University", "جامعة حلب"),
        ("Thamar hospital", "مستشفى الرازي"),
        ("Omonia Square", "ميدان رابعة"),
        ("Seville Cathedral", "جامعة إشبيلية"),
        ("Evin prison", "سجن كرج"),
        ("the Rades stadium", "ملعب سوسة"),
    ],
)
def test_two_sites_are_different(left: str, right: str) -> None:
    assert compare_values(site(left), site(right)) == "different"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The fire began in the kitchen", "شب الحريق في المطبخ", "equal"),
        ("The fire began in the engine room", "شب الحريق في غرفة المحركات", "equal"),
        ("The fire began in the kitchen", "اندلعت النار في مطبخ الركاب", "compatible"),
        ("The fire began in the laundry", "شب الحريق في المطبخ", "different"),
        ("شب الحريق في غرفة المحركات", "شب الحريق في غرفة الطعام", "different"),
        ("The fire began in the kitchen", "شب الحريق في فندق النور", "incomparable"),
        ("The fire began in the basement", "شب الحريق في المطبخ", "incomparable"),
    ],
)
def test_a_room_is_another_room_but_may_be_in_any_building(
    left: str, right: str, relation: str
) -> None:
    assert compare_values(site(left), site(right)) == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("king fahd", "ملك فهد", "equal"),
        ("king fahd", "ملك فيصل", "incomparable"),
        ("hilmar", "هيلمار", "equal"),
        ("hilmar", "كرنفال", "different"),
        ("al razi", "رازي", "equal"),
        ("independence", "استقلال", "equal"),
        ("hope", "شفا", "incomparable"),
        ("vostochny", "vostochniy", "equal"),
        ("north", "south", "different"),
    ],
)
def test_names_are_compared_by_sound_and_by_meaning(left: str, right: str, relation: str) -> None:
    assert compare_names(left, right) == relation
    assert compare_names(right, left) == relation
