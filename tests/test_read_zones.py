"""What of a page's text is an article, and what stands around it."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.read.sources import read_source, read_sources

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

LEAD = "انهار جسر قديم في وادي الرمان صباح الجمعة وأصيب 12 شخصا بجروح، كما قال الدفاع المدني."
MORE = "وبني الجسر عام 1962 ولم يرمم منذ ذلك الحين، رغم مطالب السكان المتكررة للبلدية."
LAST = "وتعهدت البلدية ببناء جسر جديد في غضون عامين بكلفة أربعة ملايين دينار."
OTHER_TITLE = "حريق يلتهم مصنعا للورق في ضواحي المدينة"
OTHER_LEAD = "التهم حريق كبير مصنعا للورق في ضواحي المدينة مساء أمس، ولم تسجل إصابات بين العمال."
OTHER_MORE = "واستغرق إخماد الحريق ست ساعات بمشاركة 14 سيارة إطفاء من ثلاث محافظات مجاورة."

E_LEAD = (
    "An old bridge in the valley fell on Friday morning and twelve people were hurt, police said."
)
E_MORE = (
    "The bridge was built in 1962 and had not been repaired since, residents of the valley say."
)
E_OTHER = "A large fire destroyed a paper mill on the edge of town last night, but no one was hurt."


def articles_of(*lines: str, name: str = "a.txt"):
    """Return each article's segments as (kind, text), and the articles."""
    text = "\n".join(lines)
    source = read_source(name, text.encode()).source
    assert source is not None
    assert source.text == text
    shown = []
    for article in source.articles:
        ends = [0, *(segment.end for segment in article.segments)]
        for segment, end in zip(article.segments, ends, strict=False):
            assert end <= segment.start < segment.end <= len(text)
        shown.append([(s.kind, text[s.start : s.end]) for s in article.segments])
    return shown, source.articles


def segments_of(*lines: str):
    """Return the segments of the only article."""
    (segments,), _ = articles_of(*lines)
    return segments


def bodies_of(*lines: str):
    return [text for kind, text in segments_of(*lines) if kind == "body"]


def kind_of(line: str, *lines: str) -> str | None:
    """Return the kind of the segment that a line is in a text, None where it is in none."""
    return next((kind for kind, text in segments_of(*lines) if text == line), None)


def test_each_paragraph_is_a_segment_of_its_own():
    assert segments_of(LEAD, MORE, "", "", LAST) == [("body", p) for p in (LEAD, MORE, LAST)]


@pytest.mark.parametrize("title", ["انهيار جسر في الوادي", "لماذا انهار الجسر؟", "Bridge falls!"])
@pytest.mark.parametrize("gap", [[], [""], ["", "\u00a0", ""]])
def test_a_short_first_line_without_a_stop_is_the_headline(title, gap):
    (segments,), (article,) = articles_of(title, *gap, LEAD, MORE)
    assert segments[0] == ("title", title)
    assert article.title == title


def test_a_first_line_with_a_stop_is_body():
    assert segments_of("انهار الجسر أمس.", LEAD)[0] == ("body", "انهار الجسر أمس.")


def test_a_headline_that_is_repeated_counts_once():
    segments = segments_of("انهيار جسر", "انهيار جسر", LEAD)
    assert segments == [("title", "انهيار جسر"), ("body", LEAD)]


def test_a_list_of_figures_has_no_headline_and_no_headings():
    lines = ["النتائج النهائية في الدائرة:", "المسجلون 24350", "المصوتون 11220", "الملغاة 1760"]
    assert segments_of(*lines) == [("body", line) for line in lines]


@pytest.mark.parametrize(
    "rows",
    [
        ["الاسم: جسر النور", "الافتتاح: 9 يوليو 2012", "الطول: 400 متر"],
        [
            "بدء الحفر: 3 مايو 2001",
            "نهاية الحفر: 8 يونيو 2004",
            "الكلفة: مئة مليون دينار، منها النصف قرض",
        ],
        ["Opened: 4 May 2001", "Closed: 2005", "Architect: an office in the next town, now gone"],
        ["3 May 1999 | Eastgate | 38 km | 36", "12 May 2010 | Westgate | 24 km | 13"],
        ["سباق المدينة – سعاد – 26 فبراير 2023", "سباق الساحل – هدى – 16 سبتمبر 2018"],
    ],
)
def test_rows_of_a_card_or_a_table_are_body_though_they_hold_days(rows):
    assert segments_of("بطاقة", "", *rows)[1:] == [("body", row) for row in rows]


def test_a_subtitle_with_a_colon_and_a_day_is_no_masthead():
    line = "Report 4: the fall of the north tower, 13 January 2014"
    assert kind_of(line, "Inquiry", line, "", LEAD) == "heading"


@pytest.mark.parametrize(
    "heading",
    ["1950- 1953", "12 سبتمبر 2023", "خلفية", "لماذا انهار؟", "## ما بعد الجسر", "**خلفية**"],
)
def test_a_short_line_over_a_paragraph_is_a_heading(heading):
    segments = segments_of("عنوان النص", "", LEAD, "", heading, "", MORE)
    assert segments[2] == ("heading", heading.strip("#* "))


def test_the_days_of_a_timeline_are_headings_even_at_its_top():
    lines = ["محطات الجسر", "", "3 مايو 2020", "", LEAD, "", "9 يونيو 2021", "", MORE]
    assert [kind for kind, _ in segments_of(*lines)] == [
        "title",
        "heading",
        "body",
        "heading",
        "body",
    ]


def test_a_short_line_over_nothing_is_body():
    assert segments_of("عنوان", "", LEAD, "المصوتون 11220")[-1] == ("body", "المصوتون 11220")


@pytest.mark.parametrize(
    ("dateline", "gap", "rest"),
    [
        ("عمّان، 29 تشرين الثاني 2022", " - ", LEAD),
        ("عمّان 29 نوفمبر 2022 (وكالة النهر)", " – ", LEAD),
        ("عمّان", "- ", LEAD),
        ("وادي الرمان (الأردن)", " - ", LEAD),
        ("عمّان – الخميس ١ أيار/مايو ٢٠٢٥", " – ", LEAD),
        ("عمّان في 12 فبراير 2024 /أنباء النهر/", " ", LEAD),
        ("عمّان 9-9-2023 نهر", "- ", LEAD),
        ("عمّان - 10 رجب 1445 هـ", ": ", LEAD),
        ("دبي، الإمارات العربية المتحدة (CNN)", " — ", LEAD),
        ("٩ سبتمبر ٢٠٢٣", "", LEAD),
        ("LONDON, May 3 (Reuters)", " - ", E_LEAD),
        ("PORT ELLERY, Oct. 6, 2021 (Coast Agency)", " — ", E_LEAD),
        ("MANILA", " - ", E_LEAD),
        ("أم قصر – 11 مارس 2014", " – ", LEAD),
        ("أم درمان (نهر برس)", " - ", LEAD),
        ("THE HAGUE, May 3 (Reuters)", " - ", E_LEAD),
    ],
)
def test_a_dateline_is_parted_from_its_sentence(dateline, gap, rest):
    title = ["انهيار جسر", ""]
    expected = [("dateline", dateline), ("body", rest)]
    assert segments_of(*title, f"{dateline}{gap}{rest}", MORE)[1:3] == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        f"في 7 فبراير 2022 - وهو يوم عطلة - {LEAD}",
        f"3 مايو 2020: {LEAD}",
        f"الرئيس - بعد عودته - قال: {LEAD}",
        f"مقتل 12 شخصا في الوادي - {LEAD}",
        f"ولد الشاعر في بغداد في 12 فبراير 1920 - {LEAD}",
        f"النتائج النهائية لاقتراع 7 سبتمبر 2024 من المحكمة: {LEAD}",
        f"الثلاثاء - {LEAD}",
        f"أم – أو هكذا قيل – {LEAD}",
        f"a small town - {E_LEAD}",
        f"The plan - which was never approved - {E_LEAD}",
        f"August 2002 - {E_LEAD}",
    ],
)
def test_the_start_of_a_sentence_is_no_dateline(paragraph):
    assert segments_of("انهيار جسر", "", paragraph)[1:] == [("body", paragraph)]


def test_only_the_first_paragraph_has_a_dateline():
    second = f"إربد، 3 مايو 2024 - {MORE}"
    assert bodies_of(LEAD, second) == [LEAD, second]


@pytest.mark.parametrize(
    "line",
    [
        "عمّان 1 محرم 1445 هـ الموافق 19 يوليو 2023م (وكالة النهر)",
        "عمّان - إربد، 14 مارس 2024",
        "دار السلام في ٢٦ فبراير ٢٠٢٤",
        "بغداد - 7/2/2023 - وكالة النهر للأنباء",
        "عمّان - هدى سامي",
    ],
)
def test_a_line_of_place_and_day_above_the_text_is_a_dateline(line):
    assert kind_of(line, "انهيار جسر في الوادي", line, LEAD, MORE) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "تاريخ النشر: 13th, September 2023 GMT",
        "نُشر في 3 مايو 2024",
        "آخر تحديث: 03-11-2020 | 11:47 GMT",
        "Published: Friday, 3 May 2024 10:15 am",
        "Last updated 3 May 2024",
        "الخميس 09 يونيو 2022 10:15 ص",
        "September 14 2024, 02:32 PM  •  9755 views",
        "آب 2023",
        "26يوليو2022",
        "النهر بوست | 20-08-2024 | 14:30",
        "8 يوليوز 2024 - جريدة النهر",
    ],
)
def test_a_line_that_says_when_it_was_published_makes_no_claims(line):
    assert kind_of(line, "انهيار جسر في الوادي", line, LEAD, MORE) == "published"


def test_a_day_under_the_text_is_when_it_was_published():
    assert segments_of("جسر ينهار", "", LEAD, MORE, "", "25 فبراير 2024")[-1][0] == "published"


@pytest.mark.parametrize(
    "masthead",
    [
        "The Valley Chronicle - Friday 22nd November 2024",
        "Valley Gazette, Thursday 5 December 2024",
    ],
)
def test_a_masthead_is_not_the_headline(masthead):
    (kind, text), *rest = segments_of(masthead, "", "BRIDGE FALLS", "", E_LEAD)
    assert (kind in ("published", "dateline"), text) == (True, masthead)
    assert rest == [("title", "BRIDGE FALLS"), ("body", E_LEAD)]


@pytest.mark.parametrize("title", ["Valley bridge collapse, 4 August 2020", "حصيلة 9 قتلى في 2023"])
def test_a_headline_may_hold_a_day(title):
    assert segments_of(title, "", LEAD)[0] == ("title", title)


@pytest.mark.parametrize("stamp", ["2024-12-22@19:31:58 GMT", "2024-12-22T19:31:58Z"])
def test_a_crawl_stamp_is_nowhere(stamp):
    (segments,), (article,) = articles_of("النهر:", stamp, "", "انهيار جسر", "", LEAD)
    assert segments == [("title", "انهيار جسر"), ("body", LEAD)]
    assert article.publisher == "النهر"


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["صحيفة النهر -", "", "عنوان النص", "", LEAD], "صحيفة النهر"),
        (["عنوان النص", "صحيفة النهر -", "", LEAD], "صحيفة النهر"),
        (["عنوان النص", "", LEAD, "", "المصدر: النهر نت"], "النهر نت"),
        (["عنوان النص", "", LEAD, "", "المصدر / وكالات"], None),
        (["A headline", "", E_LEAD, "", "Source: Valley Wire"], "Valley Wire"),
        (["A headline", "", E_LEAD, "Sources: news agencies"], None),
        (["عنوان النص", "", f"المصدر: {LEAD}"], None),
        (["عنوان النص", "", LEAD], None),
    ],
)
def test_the_outlet_is_taken_from_a_line_that_says_so(lines, publisher):
    (segments,), (article,) = articles_of(*lines)
    assert article.publisher == publisher
    assert not any(publisher and publisher in text for _, text in segments)


@pytest.mark.parametrize(
    "line",
    [
        "Email",
        "شارك على فيسبوك | تويتر | واتساب   1.204 مشاهدة",
        "فيسبوك",
        "Share | Print | Comments (212)",
        "ت + ت - الحجم الطبيعي",
        "زر الذهاب إلى الأعلى",
        "اظهر المزيد",
        "تابع أحدث الأخبار عبر تطبيق",
        "إقرأ المزيد",
        "الرئيسيةدراساتسياسية",
        "الرئيسية » دولي",
        "Home > News > World",
        "© وكالة النهر 2024 – جميع الحقوق محفوظة",
        "Copyright 2024 Valley Media. All rights reserved.",
        "Sign up for our weekly letter",
        "We use cookies to improve your visit.",
        "اترك تعليقاً",
        "كتب - أحمد سالم:",
        "إعداد: د. أحمد سالم- باحث في شؤون الجسور",
        "By Inga Stone and Omar Said",
        "(Reporting by Inga Stone; editing by O. Said)",
        "الوسوم: جسر، الوادي، البلدية",
        "Tags: bridge, valley",
        "كلمات دلالية: الولایات المتحدة",
        "#جسر_الوادي #البلدية",
        "— Omar (@omar_s) September 13, 2023",
        "https://x.example/a/b",
        "![](photo.jpg)",
        "ـــــــــ",
        "* * *",
        "٦٣٥٢ قراءة",
        "Related: Mill fire put out | School opens",
    ],
)
@pytest.mark.parametrize("at", [1, 3])
def test_what_a_page_puts_around_the_text_is_in_no_segment(line, at):
    lines = ["عنوان النص هنا", LEAD, MORE]
    expected = [("title", lines[0]), ("body", LEAD), ("body", MORE)]
    assert segments_of(*lines[:at], line, *lines[at:]) == expected


@pytest.mark.parametrize(
    "line",
    [
        "وقال المصدر إن الجسر قديم.",
        "شارك في الاجتماع 12 وزيرا من ست دول عربية.",
        "Share prices fell by 12 percent on Friday.",
        "By the end of 2023 the mill had closed.",
        "Related claims were made by three other towns.",
        "Source code of the program was published in 2021.",
        "Published in 2021, the report counts 340 bridges.",
        "Updated figures show that 12 people died.",
        "الرئيسية في هذه القضية هي بلدية الوادي، كما قال.",
        "كتب الوزير إلى البلدية ثلاث مرات في عام 2023.",
        "- أصيب ثلاثة عمال من شركة المقاولات.",
        "Homeless people were moved to 3 shelters.",
        "نشر الجيش 5 آلاف جندي في الوادي.",
        "إعلان الهدنة صدر في 3 مايو من العام نفسه.",
        "Related costs rose to 4 million",
        "Follow-up work will cost 2 million more.",
    ],
)
def test_a_sentence_that_only_looks_like_clutter_is_kept(line):
    kind = kind_of(line.removeprefix("- "), "عنوان النص هنا", LEAD, line, MORE)
    assert kind in ("body", "heading")


def test_a_ticker_above_the_headline_is_clutter():
    ticker = "عاجل | الدينار 1310 | النهر 3 - 1 الوادي | وفاة ممثل"
    segments = segments_of(ticker, "انهيار جسر", LEAD)
    assert segments == [("title", "انهيار جسر"), ("body", LEAD)]


def test_a_picture_credit_ends_a_caption_and_a_heading_may_be_stuck_to_it():
    line = "سكان الوادي أمام الجسر القديم قبل انهياره (رويترز) أسباب الانهيار"
    assert segments_of("عنوان النص", "", LEAD, "", line, "", MORE)[2:4] == [
        ("caption", "سكان الوادي أمام الجسر القديم قبل انهياره"),
        ("heading", "أسباب الانهيار"),
    ]


def test_an_agency_in_a_sentence_makes_no_caption():
    line = "وقال مسؤول لوكالة (رويترز) أمس إن الجسر الذي انهار في الوادي كان مغلقا منذ شهر"
    assert line in bodies_of("عنوان النص", "", LEAD, line, MORE)


def test_an_article_appended_after_read_also_is_an_article_of_its_own():
    (main, appended), articles = articles_of(
        "انهيار جسر",
        "",
        LEAD,
        "",
        "المصدر: النهر",
        "",
        "كلمات دلالية: جسر",
        "",
        "إقرأ أيضاً:",
        "",
        OTHER_TITLE,
        "",
        "تابع أحدث الأخبار عبر تطبيق",
        "",
        f"إربد – {OTHER_LEAD}",
        OTHER_MORE,
        "",
        "المصدر: الوادي",
        "",
        "مقالات مشابهة",
        "",
        "  • انهيار جسر آخر في الجنوب",
        "  • وزير يزور الوادي.",
    )
    assert main == [("title", "انهيار جسر"), ("body", LEAD)]
    assert appended == [
        ("title", OTHER_TITLE),
        ("dateline", "إربد"),
        ("body", OTHER_LEAD),
        ("body", OTHER_MORE),
    ]
    assert [(a.number, a.zone, a.publisher) for a in articles] == [
        (0, "main", "النهر"),
        (1, "appended", "الوادي"),
    ]
    assert articles[1].id == "a.txt#1"


def test_front_matter_is_the_main_articles_alone():
    lines = ["---", "published: 2024-05-03", "url: https://x.example/2024/05/03/a", "---"]
    _, (main, appended) = articles_of(
        *lines, LEAD, "المصدر: النهر", "اقرأ أيضا", OTHER_TITLE, OTHER_LEAD
    )
    assert (main.published, appended.published) == ("2024-05-03", None)
    assert appended.url_day.first is None


@pytest.mark.parametrize("marker", ["Read also:", "**Related**", "### See also"])
def test_an_english_article_is_appended_where_it_repeats_its_headline(marker):
    title = "Fire destroys paper mill on edge of town"
    shown, _ = articles_of("Bridge falls", "", E_LEAD, "", marker, "", title, "", E_OTHER)
    assert [texts[0] for texts in shown] == [("title", "Bridge falls"), ("title", title)]


@pytest.mark.parametrize("marker", ["اقرأ أيضا", "Read also", "مواضيع ذات صلة", "Related stories"])
def test_a_box_of_headlines_in_mid_article_hides_nothing_of_the_text(marker):
    lines = ["انهيار جسر", LEAD, marker, OTHER_TITLE, "", MORE, LAST]
    assert bodies_of(*lines) == [LEAD, MORE, LAST]


def test_a_heading_after_a_box_of_bullets_is_kept():
    lines = ["انهيار جسر", LEAD, "اقرأ أيضا", "- خبر آخر", "- خبر ثالث", "", "خلفية", MORE]
    assert segments_of(*lines)[2:] == [("heading", "خلفية"), ("body", MORE)]


@pytest.mark.parametrize(
    "marker",
    [
        "مقالات مشابهة",
        "أخبار ذات صلة:",
        "MORE FROM THE LEDGER",
        "Most read",
        "-- موضوعات متعلقة --",
    ],
)
@pytest.mark.parametrize("bullet", ["", "- ", "• ", "» ", " * "])
def test_headlines_of_other_articles_make_no_claims(marker, bullet):
    headlines = [f"{bullet}{title}" for title in (OTHER_TITLE, "School opens in May", "جسر ثان")]
    lines = ["انهيار جسر", "", LEAD, "", marker, *headlines]
    assert segments_of(*lines) == [("title", "انهيار جسر"), ("body", LEAD)]


def test_a_hard_wrapped_paragraph_is_one_segment_with_its_line_ends():
    wrapped = [
        "An old bridge in the valley fell on Friday morning and twelve",
        "people were hurt, police said, among them three children who",
        "were on their way to school. The bridge was built in 1962.",
    ]
    second = [
        "The council had been warned four times since 2019 about the",
        "cracks in its pillars, according to minutes that were seen by",
        "the newspaper, and it promised a new one within two years.",
    ]
    segments = segments_of("Bridge falls", "", *wrapped, "", *second)
    assert segments[0] == ("title", "Bridge falls")
    assert [text for _, text in segments[1:]] == ["\n".join(wrapped), "\n".join(second)]


def test_a_file_of_nothing_but_labels_is_a_problem():
    outcome = read_source("a.txt", "شارك\n\nإقرأ المزيد\n\nEmail".encode())
    assert [problem.code for problem in outcome.problems] == ["empty"]


PIECES = [
    "إقرأ أيضاً:",
    "المصدر: X",
    "Tags:",
    "Related",
    "---",
    "# h",
    "- a",
    "2024-05-03",
    "()",
    "|",
]
PIECES += [
    "عمّان - 3 مايو 2024 -",
    "كتب:",
    "By",
    "(رويترز) x",
    "Published:",
    "صحيفة -",
    LEAD,
    E_LEAD,
]


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]),
)
def test_segments_lie_in_the_text_in_order_and_never_overlap(lines, end):
    source = read_source("a.txt", end.join(lines).encode()).source
    at = 0
    for article in source.articles if source else ():
        for segment in article.segments:
            assert at <= segment.start < segment.end <= len(source.text)
            quote = source.text[segment.start : segment.end]
            assert quote == quote.strip()
            at = segment.end


@pytest.mark.timing
def test_five_thousand_lines_are_read_in_a_moment():
    text = "\n".join([LEAD, MORE, "خلفية", "", LAST] * 1000).encode()
    read_source("a.txt", text)
    start = time.process_time()
    read_source("a.txt", text)
    assert time.process_time() - start < 0.5


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the original articles are not here")
def test_the_original_articles_read_without_a_problem():
    sources, problems = read_sources([SEEDS])
    assert problems == ()
    assert [len(source.articles) for source in sources] == [1, 2, 1, 1, 2]
    assert [source.articles[0].publisher for source in sources] == [
        None,
        "الجزيرة",
        None,
        "صحيفة الخليج",
        "الحرة",
    ]
