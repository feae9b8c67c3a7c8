"""Concepts: the words of both languages that stand for one thing."""

from claimcheck.lang.concept_files import table
from claimcheck.lang.concepts import TABLE, concepts_of
from claimcheck.lang.pack import PACKS
from claimcheck.resources import rules_root


def of(word, language):
    return set(concepts_of(PACKS[language].content_key(word), language))


def test_table_is_current():
    """`make tables` brings it up to date."""
    assert (rules_root() / TABLE).read_text(encoding="utf-8") == table()


def test_words_of_two_languages_stand_for_one_concept():
    assert of("السفينة", "ar") & of("vessel", "en")
    assert not of("السفينة", "ar") & of("hospital", "en")


def test_a_verb_stands_for_its_concept_in_the_feminine_too():
    assert of("ارتفع", "ar")
    assert of("ارتفعت", "ar") == of("ترتفع", "ar")
    assert of("ارتفعت", "ar") & of("ارتفع", "ar")


def test_a_word_with_a_pronoun_stands_for_its_concept():
    assert of("منازلهم", "ar") & of("house", "en")
    assert of("سيارتها", "ar") & of("car", "en")
    assert of("عائلتنا", "ar") & of("family", "en")


def test_a_common_word_is_no_rare_word_with_a_pronoun():
    """Not `كنة` (a son's wife) but `I was`; not `بدو` (nomads) but `without`."""
    assert not of("كنت", "ar")
    assert not of("بدون", "ar")


def test_a_verb_stands_for_its_concept_in_the_plural_and_the_future():
    for form in ("رفضوا", "سيرفض", "سترفض"):
        assert of(form, "ar") & of("يرفض", "ar"), form


def test_endings_replace_the_last_letter_of_a_weak_verb():
    assert of("نفت", "ar") & of("نفى", "ar")
    assert of("أدانت", "ar") & of("أدان", "ar")


def test_what_only_looks_like_a_present_has_no_future():
    assert not of("سيمين", "ar") & of("يمين", "ar")
