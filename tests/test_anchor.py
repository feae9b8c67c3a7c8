"""The day of an article, from what its page says."""

import pytest

from claimcheck.annotate.dates.anchor import anchored
from claimcheck.model.day import day
from claimcheck.model.text import Article, Interval, Segment, SegmentKind

Part = tuple[SegmentKind, str]


def article(parts: list[Part], language: str = "ar", **known: Interval) -> tuple[Article, str]:
    """Return an article of these segments, and its text."""
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind=kind, start=len(text), end=len(text) + len(words)))
        text += words + "\n"
    return Article(source="a.txt", language=language, segments=tuple(segments), **known), text


def on(year: int, month: int, dom: int) -> Interval:
    number = day(year, month, dom)
    return Interval(first=number, last=number)


BODY: Part = ("body", "التقى الرئيسان في 3 مارس 2019 في موسكو.")
URL = on(2020, 1, 2)


def test_what_is_given_comes_first() -> None:
    known, text = article([("published", "نشر في 5 مايو 2021"), BODY], anchor=on(2022, 1, 1))
    assert anchored(known, text)[0] == on(2022, 1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "تاريخ النشر: 13 سبتمبر 2023",
        "تاريخ النشر: 13th, September 2023 GMT",
        "نشر في: 13/09/2023 - 10:15",
        "نُشر الأربعاء 13 أيلول/سبتمبر 2023 الساعة 10:15 ت غ",
        "2023-09-13 | 10:15",
        "الأربعاء، 13 سبتمبر 2023م",
    ],
)
def test_a_published_line_says_the_day(line: str) -> None:
    known, text = article([("title", "عنوان"), ("published", line), BODY], url_day=URL)
    assert anchored(known, text) == (on(2023, 9, 13), "published line")


def test_published_comes_before_updated() -> None:
    lines: list[Part] = [
        ("published", "آخر تحديث: 14 سبتمبر 2023"),
        ("published", "تاريخ النشر: 13 سبتمبر 2023"),
    ]
    assert anchored(*article([*lines, BODY]))[0] == on(2023, 9, 13)


def test_a_dateline_says_the_day() -> None:
    known, text = article([("dateline", "موسكو، 13 سبتمبر 2023 (وكالة)"), BODY], url_day=URL)
    assert anchored(known, text) == (on(2023, 9, 13), "dateline")
    english = [("dateline", "MOSCOW, Sept. 13, 2023 (Agency)"), ("body", "They met.")]
    assert anchored(*article(english, "en")) == (on(2023, 9, 13), "dateline")


def test_a_line_that_is_only_a_date_says_the_day() -> None:
    for parts in ([("body", "13 سبتمبر 2023"), BODY], [BODY, ("heading", "13 سبتمبر 2023")]):
        assert anchored(*article(parts, url_day=URL))[0] == on(2023, 9, 13)


def test_a_timelines_headings_say_no_day() -> None:
    parts: list[Part] = [("heading", "13 سبتمبر 2023"), BODY, ("heading", "2 مايو 2022"), BODY]
    assert anchored(*article(parts)) == (Interval(), "")


def test_a_crawlers_stamp_says_no_day() -> None:
    assert anchored(*article([("body", "2024-12-22@19:31:58 GMT"), BODY])) == (Interval(), "")


def test_the_address_is_the_last_resort() -> None:
    assert anchored(*article([BODY], url_day=URL)) == (URL, "url")
    assert anchored(*article([BODY])) == (Interval(), "")
