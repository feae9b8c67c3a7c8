"""Agreements count the origins that their sources have: a copy is no second source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import pipeline
from claimcheck.check.copies import Alike, near_copies
from claimcheck.check.rule import load_rules
from claimcheck.examples import source_of
from claimcheck.lang.agencies import agencies_credited, agencies_named
from claimcheck.lang.report_words import report_words
from claimcheck.model.language import Language
from claimcheck.model.text import Source
from claimcheck.report.target import Target
from claimcheck.report.to_markdown import render

TOLD = (
    "أعلنت وزارة الصحة الكينية أن 47 شخصا قُتلوا في انهيار سد قرب نيروبي يوم الاثنين 12 أبريل 2021."
)
RETOLD = "قال الصليب الأحمر إن انهيار السد قرب نيروبي في 12 أبريل 2021 أودى بحياة 47 شخصا."
MORE = (
    " وكانت الأمطار قد هطلت ثلاثة أيام متواصلة على المرتفعات المحيطة بالعاصمة، فارتفع منسوب"
    " المياه في الخزان إلى ما فوق حافته، ولم تُفتح البوابات إلا بعد منتصف الليل حين كان الوقت"
    " قد فات، بحسب سكان القرى الواقعة أسفله، وهم مزارعون يعيش معظمهم من زراعة الشاي والذرة."
)


def sources(*written, publishers=()):
    made = []
    for number, text in enumerate(written):
        source = source_of(f"{number}.txt", text)
        name = publishers[number] if number < len(publishers) else None
        articles = tuple(
            type(article).model_validate({**dict(article), "publisher": name})
            for article in source.articles
        )
        made.append(Source.model_validate({**dict(source), "articles": articles}))
    return made


def report(*written, publishers=()):
    return pipeline.checked(sources(*written, publishers=publishers), load_rules()).report


def deaths(told):
    return [f for f in told.of_level("agreement") if f.values == ("47 شخص",) or "47" in f.message]


def origins(*written, publishers=()):
    found = deaths(report(*written, publishers=publishers))
    assert found, "the articles agree on the deaths"
    return [finding.origins for finding in found]


def test_two_who_tell_it_in_their_own_words_are_two_origins():
    assert set(origins(f"ar: {TOLD}", f"ar: {RETOLD}")) == {2}


def test_a_sentence_copied_with_a_word_changed_has_one_origin():
    assert set(origins(f"ar: {TOLD}", f"ar: {TOLD.replace('أعلنت', 'وأكدت')}")) == {1}


def test_a_copy_of_a_whole_article_has_one_origin_though_its_sentence_is_rewritten():
    assert set(origins(f"ar: {TOLD}{MORE}", f"ar: {RETOLD}{MORE}")) == {1}


def test_a_copy_and_one_who_tells_it_otherwise_are_two_origins():
    found = deaths(report(f"ar: {TOLD}", f"ar: {TOLD} ", f"ar: {RETOLD}"))
    assert [f.origins for f in found] == [2]
    assert [e.origin for e in found[0].evidence] == [1, 1, 2]


def test_one_publisher_that_repeats_most_of_a_passage_is_one_origin():
    changed = TOLD.replace("أعلنت وزارة الصحة الكينية", "أكد متحدث باسم الحكومة مساء")
    assert set(origins(f"ar: {TOLD}", f"ar: {changed}", publishers=("الواحة", "الواحة"))) == {1}
    assert set(origins(f"ar: {TOLD}", f"ar: {changed}", publishers=("الواحة", "الساحل"))) == {2}


def test_two_who_credit_one_agency_have_one_origin():
    one, other = f"ar: نيروبي (رويترز) - {TOLD}", f"ar: نيروبي - رويترز: {RETOLD}"
    assert set(origins(one, other)) == {1}
    assert set(origins(one, f"ar: {RETOLD}", publishers=("الواحة", "Reuters"))) == {1}
    assert set(origins(one, f"ar: {RETOLD}", publishers=("الواحة", "الساحل"))) == {2}


def test_a_copy_that_differs_from_its_original_is_still_in_conflict_with_it():
    told = report(
        f"ar 2021-04-13: {TOLD}{MORE}", f"ar 2021-04-13: {TOLD.replace('47', '74')}{MORE}"
    )
    assert [f.kind for f in told.of_level("conflict")] == ["quantity"]


def test_agreements_of_one_origin_are_listed_and_not_counted():
    told = report(f"ar: {TOLD}", f"ar: {TOLD}")
    listed = told.of_level("agreement")
    assert listed
    assert (told.summary.agreements, told.summary.one_origin) == (0, len(listed))
    for language, said, note in (
        (Language.EN, "2 sources, one origin", "only copies of one text state"),
        (Language.AR, "مصدران، أصل واحد", "نسخ من نص واحد"),
    ):
        page = render(told, Target("reports", report_words(language))).files["conflicts.md"]
        assert said in page
        assert note in page


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("CAIRO (Reuters) - Two men", {"reuters"}),
        ("القاهرة (أ ف ب) - قال", {"afp"}),
        ("رويترز - قال", {"reuters"}),
        ("قال الوزير لوكالة رويترز إن", set()),
        ("The minister told Reuters that", set()),
        ("Text.\n\nSource: Reuters and staff\n", {"reuters"}),
        ("نص.\nالمصدر: وكالة الأناضول", {"anadolu"}),
        ("Text.\n\nReuters was there\n", set()),
    ],
)
def test_an_agency_is_credited_where_a_text_says_that_it_is_from_it(text, agencies):
    assert agencies_credited(text) == agencies


def test_an_agency_may_be_the_publisher():
    assert agencies_named(" reuters ") == {"reuters"}
    assert agencies_named("الواحة") == frozenset()


WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=12, max_size=30)


@given(st.lists(WORDS, max_size=6))
def test_copies_are_told_in_any_order(texts):
    alike = Alike(shortest=10, percent=90)
    told = near_copies([*texts, *texts], alike)
    assert told[: len(texts)] == told[len(texts) :]
    assert all(number <= at for at, number in enumerate(told))


def test_texts_without_words_in_common_are_not_compared():
    texts = [[f"{n}-{at}" for at in range(50)] for n in range(300)]
    assert near_copies(texts, Alike(shortest=10, percent=80)) == list(range(300))
