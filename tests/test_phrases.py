from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.phrases import Phrases


def found(vocabulary, text, language="ar"):
    phrases = Phrases(((entry, entry) for entry in vocabulary), language)
    pieces = atoms(text)
    hits = [phrases.longest(pieces, at) for at in range(len(pieces))]
    return [(text[hit.start : hit.end], hit.payloads[0]) for hit in hits if hit]


def test_a_phrase_is_found_under_its_clitics_and_articles():
    assert found(["شرق أقصى"], "وللشرق الأقصى") == [("شرق الأقصى", "شرق أقصى")]


def test_a_word_given_with_its_article_is_found_with_it_only():
    assert found(["الماضي"], "ماضي الماضي والماضي") == [("الماضي", "الماضي")] * 2


def test_the_longest_phrase_wins():
    assert found(["كوريا", "كوريا شمالية"], "كوريا الشمالية") == [
        ("كوريا الشمالية", "كوريا شمالية")
    ]


def test_a_hyphen_may_stand_between_the_words_of_a_phrase():
    assert found(["بيونغ يانغ"], "بيونغ-يانغ") == [("بيونغ-يانغ", "بيونغ يانغ")]


def test_an_english_possessive_does_not_hide_a_word():
    assert found(["moscow"], "Moscow's offer", "en") == [("Moscow's", "moscow")]
