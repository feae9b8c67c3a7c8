import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lang.pack import PACKS

AR, EN = PACKS["ar"], PACKS["en"]
ARABIC = st.text("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًٌٍَُِّْپچڤگیک ", max_size=12)


@given(ARABIC)
def test_folding_arabic_twice_is_folding_it_once(text):
    assert AR.fold(AR.fold(text)) == AR.fold(text)


@given(st.text(max_size=12))
def test_folding_english_twice_is_folding_it_once(text):
    assert EN.fold(EN.fold(text)) == EN.fold(text)


@given(ARABIC.filter(lambda word: word.strip() and " " not in word))
def test_every_reading_says_where_its_word_starts(word):
    for reading in AR.readings(word):
        assert 0 <= reading.skip <= len(word)
        assert AR.fold(word[reading.skip :]).endswith(reading.key)


@pytest.mark.parametrize(
    ("word", "proclitics", "key"),
    [
        ("وللرئيس", ("و", "ل", "ال"), "رييس"),
        ("بالجامعة", ("ب", "ال"), "جامعه"),
        ("والقمة", ("و", "ال"), "قمه"),
        ("فلاديفوستوك", (), "فلاديفوستوك"),
    ],
)
def test_clitics_come_off(word, proclitics, key):
    assert (proclitics, key) in {(r.proclitics, r.key) for r in AR.readings(word)}


@pytest.mark.parametrize(
    ("word", "lexeme"),
    [
        ("التقت", "التقى"),
        ("والتقيا", "التقى"),
        ("سيلتقيان", "يلتقي"),
        ("زارها", "زار"),
        ("يزوران", "يزور"),
        ("وقّعوا", "وقع"),
        ("اجتمعا", "اجتمع"),
    ],
)
def test_a_verb_is_found_in_its_inflections(word, lexeme):
    assert set(AR.verb_keys(lexeme)) & set(AR.verb_stems(word))


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("زيارته", "زيارة"),
        ("الاجتماعات", "اجتماع"),
        ("لقاؤهما", "لقاء"),
        ("مباحثاتهم", "مباحثات"),
        ("اتفاقيتين", "اتفاقية"),
        ("ديونها", "ديون"),
    ],
)
def test_a_noun_is_found_in_its_inflections(word, noun):
    assert AR.fold(noun) in AR.noun_stems(word)


@pytest.mark.parametrize(
    ("word", "verb"), [("agreed", "agree"), ("stopped", "stop"), ("denies", "deny"), ("met", "met")]
)
def test_an_english_verb_is_found_in_its_inflections(word, verb):
    assert set(EN.verb_keys(verb)) & set(EN.verb_stems(word))


@pytest.mark.parametrize(
    ("one", "other"), [("الاجتماعات", "اجتماع"), ("القمة", "قمة"), ("والرئيس", "الرئيس")]
)
def test_inflections_of_a_content_word_share_a_key(one, other):
    assert AR.content_key(one) == AR.content_key(other)


def test_the_future_particle_is_told_from_a_first_letter():
    assert AR.is_future("سيلتقي")
    assert AR.is_future("وستزور")
    assert not AR.is_future("سافر")
    assert not AR.is_future("ساهمت")
    assert AR.is_future("سأعود")
