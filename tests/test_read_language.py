"""The language of an article."""

import pytest

from claimcheck.read.language import language_of
from claimcheck.read.sources import read_source


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصل الوفد إلى المدينة أمس", "ar"),
        ("الولایات المتحدة وکوریا في قمة", "ar"),  # Persian ya and kaf in Arabic words
        ("زار تشيرنوبيل وبيتسبرغ وگوادلوپ العام الماضي في جولة من أربعة أيام", "ar"),
        ('قال ترامب على تويتر: "This is the best deal ever made" ثم غادر إلى القصر مع الوفد', "ar"),
        ("The delegation arrived in the city", "en"),
        ("Los Angeles beat San Diego", "en"),
        ("The premier (رئيس الوزراء) left", "en"),
        ("ملف وصلنا إليه", "ar"),
    ],
)
def test_the_language_is_told_from_letters_and_words(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "این کتاب برای کودکان نوشته شده است و در تهران چاپ می شود",
        "یہ کتاب بچوں کے لئے ہے اور لاہور میں چھپی ہے",
        "Le président a été reçu par les ministres dans la capitale selon une source",
        "Der Minister hat die Stadt nicht mit dem Zug erreicht und ist abgereist",
        "El presidente llegó con los ministros para una reunión, según las fuentes",
        "Президент встретился с министром",
        "会议在北京举行",
    ],
)
def test_another_language_is_a_problem_and_its_article_is_not_read(text):
    assert language_of(text) is None
    outcome = read_source("a.txt", text.encode())
    assert [problem.code for problem in outcome.problems] == ["language"]
    assert outcome.source is not None
    assert outcome.source.articles == ()


@pytest.mark.parametrize(("declared", "language"), [("en-GB", "en"), ("ar", "ar"), ("", "ar")])
def test_only_a_text_without_letters_takes_the_language_it_declares(declared, language):
    assert language_of("12 + 30 = 42", declared) == language
    assert language_of("وصل الوفد", declared) == "ar"
