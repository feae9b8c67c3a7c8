"""Towns whose names are ordinary words too, where somebody is born or lives in them."""

import pytest
from test_entity import said


@pytest.mark.parametrize(
    ("text", "lang", "identity"),
    [
        ("ولدت الكاتبة في الكرك، وهي صغرى أخواتها", "ar", "jo.karak"),
        ("شاعر من مواليد الخبر 1961", "ar", "sa.khobar"),
        ("ينحدر العداء من المحمدية", "ar", "ma.mohammedia"),
        ("ولد في إب عام 1979", "ar", "ye.ibb"),
        ("وصلت القافلة إلى ميناء صيدا", "ar", "lb.sidon"),
        ("احترق المصنع في جازان ليلا", "ar", "sa.jizan"),
        ("She was born in Canterbury in 1950", "en", "gb.canterbury"),
        ("The trial, in Rochester before a jury, lasted a week", "en", "us.rochester"),
    ],
)
def test_a_town_of_birth_or_trial_is_a_place(text: str, lang: str, identity: str) -> None:
    assert identity in [name for _, name in said(text, "place", lang)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("ولد في بيت فقير", "ar"),
        ("يقيم في المدينة منذ سنوات", "ar"),
        ("توفي في صمت", "ar"),
        ("اصطاد صيدا كثيرا", "ar"),
        ("قرأ في الخبر ما يسره", "ar"),
        ("اجتمعوا في عين المكان", "ar"),
        ("He was a keen reader and died in Pain", "en"),
        ("They were tried in Judge Rochester Hall's court", "en"),
    ],
)
def test_an_ordinary_word_is_none(text: str, lang: str) -> None:
    assert said(text, "place", lang) == []
