"""Articles of a few sentences, and the claims that they make."""

from dataclasses import replace
from decimal import Decimal

import pytest

from claimcheck.annotate.nlp import annotate
from claimcheck.claim.assemble import claims_of
from claimcheck.claim.measures import measures_of
from claimcheck.claim.scene import Scene
from claimcheck.model.day import day
from claimcheck.model.mention import Quantity, Sentence, Trigger, plain
from claimcheck.model.text import Article, Interval, Segment, TextSpan


def claims(*paragraphs, language="ar", on=(2023, 9, 13)):
    text, segments, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        kind = "heading" if paragraph.startswith("2") and len(paragraph) < 12 else "body"
        segments.append(Segment(kind=kind, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    anchor = Interval(first=day(*on), last=day(*on)) if on else Interval()
    article = Article(source="a.txt", language=language, anchor=anchor, segments=tuple(segments))
    found = claims_of(article, annotate(article, text))
    return {text[c.value.span.start : c.value.span.end]: c for c in found}


def test_a_date_belongs_to_the_event_named_nearest_to_it():
    told = claims("وفي عام 2012، وافقت إيطاليا على شطب 60 في المئة من ديون موزمبيق.")
    assert told["عام 2012"].frames[0] == "debt-relief"


def test_a_date_under_a_heading_is_dated_by_it():
    told = claims("2018", "وافقت نيودلهي على إسقاط ثلاثة أرباع ديون إثيوبيا.")
    assert told["2018"].frames[0] == "debt-relief"


def test_the_day_of_a_statement_dates_no_event():
    told = claims("قال الوزير يوم الخميس 7 نوفمبر 2024 إن الجسر افتتح في عام 2019.")
    said, opened = (told[text] for text in told if "2024" in text or "2019" in text)
    assert said.frames == ()
    assert "opening" in opened.frames


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "جرف السيل حافلة صغيرة مساء الثلاثاء، حسب ما قاله شهود."),
        ("ar", "وأضاف أن آخر طلاء للجسر جرى سنة 1991."),
        ("ar", 'تقول المهندسة: "عبرنا الوادي في 1991".'),
        ("ar", "بعد عام على العرض الأول، في 3 مارس 2020، لا يرى الزائر سوى كراس فارغة."),
        ("en", "The bakery moved to the harbour in 1991, according to its owner."),
        ("en", "The owner said that the bakery moved to the harbour in 1991."),
        ("en", "The mill burned down in 1997 and its owners said nothing."),
        ("en", "The ferry, built in Port Said in 1994, sank."),
        ("en", "Built: 1984, Port Said"),
    ],
)
def test_a_date_of_what_is_said_is_none_of_the_saying(language, text):
    dates = [c for c in claims(text, language=language).values() if c.attribute == "when"]
    assert dates
    assert all(claim.part != "said" for claim in dates)


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("ar", "العفو: 20 غشت 2021، 4831 مستفيدا", ""),
        ("ar", "الافتتاح: 3 مايو 2001، 400 مدعو", ""),
        ("en", "Opening: 3 May 2001, 400 guests", ""),
        ("ar", "عدد السكان: 4000 في مايو 2001", "measured"),
        ("en", "In May 2001, 4000 people lived there.", "measured"),
    ],
)
def test_the_date_behind_a_label_is_of_its_event_not_of_the_figure(language, text, part):
    dates = [c for c in claims(text, language=language).values() if c.attribute == "when"]
    assert [claim.part for claim in dates] == [part]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أفادت إدارة الكوارث مساء الاثنين بأن عدد المشردين ارتفع."),
        ("ar", "يوم الاثنين قال الوزير إن الطريق مقطوع."),
        ("en", "The ministry said in a statement on Monday that the road was cut."),
        ("en", "On Monday the ministry said the road was cut."),
    ],
)
def test_a_date_beside_a_word_of_saying_is_of_the_saying(language, text):
    dates = [c for c in claims(text, language=language).values() if c.attribute == "when"]
    assert [claim.part for claim in dates] == ["said"]


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("ar", "بلغت إيرادات الميناء 80 مليون دولار في 2019.", "80000000"),
        ("ar", "وبلغت المبيعات العام الماضي 9.6 ملايين دولار.", "9600000"),
        ("en", "Net profit was 61 million dirhams in 2021.", "61000000"),
        ("en", "The fire killed 12 people in 2021.", None),
        ("en", "She sang at home for the first time in 28 years on Sunday.", None),
    ],
)
def test_a_date_beside_a_figure_is_of_it_where_nothing_happens(language, text, figure):
    dated = [c for c in claims(text, language=language).values() if c.attribute == "when"]
    assert [plain(c.figure.low) if c.figure else None for c in dated] == [figure]


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("ar", "لم تدخل المحطة الخدمة إلا عام 2011.", "plant-opened"),
        ("ar", "لم تفتح المكتبة أبوابها إلا في 1992.", "opening"),
        ("ar", "لم يصل الفريق إلى القرية إلا مساء الثلاثاء.", "arrival"),
        ("ar", "لم يفرج عن البحار سوى في يناير 2015.", "release"),
        ("ar", "لم تكتمل أعمال البناء إلا خلال 2018.", "construction-finished"),
        ("en", "The station did not open until May 2011, the ministry said.", "opening"),
        ("en", "The ship was not found until June 2004.", "discovery"),
        ("en", "It was not until 1987 that the dam was completed.", "construction-finished"),
        ("en", "Not until 2003 was the treaty signed.", "agreement"),
        ("en", "He wasn't arrested until 12 July 2016.", "arrest"),
        ("en", "The last train did not leave until midnight on Friday.", "departure"),
    ],
)
def test_what_did_not_happen_until_a_date_happened_then(language, text, frame):
    (date,) = (c for c in claims(text, language=language).values() if c.attribute == "when")
    assert (date.part, date.negated, frame in date.frames) == ("", False, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "لم تفتح القنصلية أبوابها قبل 1992."),
        ("ar", "لم يوقع الاتفاق حتى 12 مايو 2016."),
        ("en", "No embassy was opened before 1992."),
        ("en", "The mine did not close before 2016."),
    ],
)
def test_what_did_not_happen_before_a_date_is_denied(language, text):
    (date,) = (c for c in claims(text, language=language).values() if c.attribute == "when")
    assert (date.part, date.negated) == ("before", True)


def test_what_lasts_is_not_taken_back_by_a_date():
    told = claims("The town was without power until Monday.", language="en")
    assert told["Monday"].part == "before"


@pytest.mark.parametrize(
    ("language", "text", "date", "frames"),
    [
        ("ar", "السفينة حاضرة في المرفأ منذ عام 2009 ولم تغادره.", "عام 2009", ()),
        ("ar", "يعمل الميناء منذ 1974 ولم يتوقف يوما.", "1974", ()),
        ("ar", "تدير الشركة المحطة منذ 2011 ولن تغادر المدينة.", "2011", ()),
        ("ar", "أقام في البلدة منذ عام 1990 ولم يسافر قط.", "عام 1990", ()),
        ("en", "The firm has run the port since 2009, and never left.", "2009", ()),
        ("en", "The firm has run the port since 2009 and has never left it.", "2009", ()),
        ("en", "It has stood there since 1974 and never closed.", "1974", ()),
        ("ar", "سعر الرغيف ثابت منذ 1980، وكانت محاولة رفع الأسعار قد فشلت.", "1980", ()),
        ("en", "The mine opened in 1901 and has not closed.", "1901", ("opening",)),
        ("en", "The bridge was built in 1934 but was never opened.", "1934", ("construction",)),
    ],
)
def test_a_date_is_not_that_of_what_the_next_clause_denies(language, text, date, frames):
    assert claims(text, language=language)[date].frames == frames


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("ar", "ستفتح المكتبة في 12 مايو 2024.", "opening"),
        ("ar", "قد تفتح المكتبة في مايو 2024.", "opening"),
        ("en", "The library will open on 4 May 2024.", "opening"),
        ("en", "The owner plans to close the hotel in June 2024.", "closure"),
        ("en", "The convoy had left on Tuesday.", "departure"),
        ("en", "A goat was found alive on Sunday.", "discovery"),
        ("en", "The plan was finally approved in 2012.", "approval"),
        ("en", "Closed: 1989.", "closure"),
    ],
)
def test_a_verb_that_is_another_word_is_read_behind_an_auxiliary(language, text, frame):
    (date,) = (c for c in claims(text, language=language).values() if c.attribute == "when")
    assert frame in date.frames


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "حركة فتح حاضرة هنا عام 1965."),
        ("en", "The open sea froze in 1991."),
        ("en", "They were close friends in 1991."),
        ("en", "A find of 1991 made him known."),
    ],
)
def test_the_same_word_by_itself_is_none(language, text):
    found = claims(text, language=language).values()
    assert not {"opening", "closure", "discovery"} & {f for c in found for f in c.frames}


@pytest.mark.parametrize(
    ("language", "paragraphs", "date", "frame"),
    [
        (
            "ar",
            ("انقلبت حافلة قرب الجسر. وكان ذلك مساء الأربعاء 7 يوليو 1999.",),
            "1999",
            "road-crash",
        ),
        (
            "ar",
            ("وقع الجانبان اتفاقا.", "وجرى ذلك في 12 مايو 2021 بحضور الصحافة."),
            "2021",
            "agreement",
        ),
        ("ar", ("افتتح الوزير المكتبة.", "وتم ذلك في مارس 2014."), "2014", "opening"),
        ("ar", ("أضرب العمال شهرا عن العمل.", "حدث ذلك في صيف 1984."), "1984", "strike"),
        ("ar", ("انهار المنجم.", "كان الحادث في 3 مارس 2018 قبيل الفجر."), "2018", "collapse"),
        ("ar", ("خضعت لجراحة.", "استغرقت العملية، يوم 22 فبراير، ثماني ساعات."), "22", "surgery"),
        ("ar", ("سطا لصوص على المتحف.", "وكان ذلك ليل الخميس."), "ليل", "painting-theft"),
        ("en", ("The two sides signed a treaty.", "That was in May 2021."), "2021", "agreement"),
        (
            "en",
            ("The minister opened the library.", "It took place on March 3, 2014."),
            "2014",
            "opening",
        ),
        (
            "en",
            ("The miners went on strike.", "It happened in the summer of 1984."),
            "1984",
            "strike",
        ),
        (
            "en",
            ("She underwent surgery.", "The operation, on February 22, lasted 8 hours."),
            "22",
            "surgery",
        ),
        ("en", ("A cleaner discovered the box.", "That was on Monday."), "Monday", "discovery"),
    ],
)
def test_a_word_for_what_was_told_dates_that(language, paragraphs, date, frame):
    told = claims(*paragraphs, language=language)
    (claim,) = (c for text, c in told.items() if c.attribute == "when" and date in text)
    assert claim.frames[0] == frame


def test_a_pronoun_far_from_a_date_stands_for_no_event():
    told = claims("The mill burned down.", "It was 40 degrees on Monday.", language="en")
    assert told["Monday"].frames == ()


@pytest.mark.parametrize(
    ("language", "title", "entry", "date", "frame"),
    [
        (
            "ar",
            "حرائق المصانع",
            "- 8 فبراير 2011: معمل أحذية، الضاحية الشرقية.",
            "8 فبراير 2011",
            "fire",
        ),
        ("ar", "زلازل الشمال", "3 مايو 2012: وادي الطواحين.", "3 مايو 2012", "earthquake"),
        (
            "en",
            "Bank robberies",
            "- 8 February 2011: Hill Street branch.",
            "8 February 2011",
            "theft",
        ),
        ("en", "Earthquakes of the north", "3 May 2012: Mill Valley.", "3 May 2012", "earthquake"),
    ],
)
def test_an_entry_of_a_list_is_about_what_its_title_names(language, title, entry, date, frame):
    assert claims(title, "", entry, language=language)[date].frames[0] == frame


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("ar", "وقعت الغارة في 7 يونيو 1982.", "air-strike"),
        ("ar", "سقط سقف المدرسة في 3 مايو.", "collapse"),
        ("ar", "دخل المصنع الخدمة في 2004.", "plant-opened"),
        ("ar", "غير أن الاختبار جرى في شتاء 2017.", "inspection"),
        ("ar", "آخر سيل بهذا الحجم وقع سنة 1980.", "flood"),
        ("ar", "الانقطاع الكبير الذي حدث في 13 أغسطس 2004 عطل المدينة.", "outage"),
        ("ar", "العقد المبرم في 3 ديسمبر 2013 لم ينص على ذلك.", "contract"),
        ("ar", "تبدأ الرحلات ابتداء من 3 مايو 2024 مع افتتاح المطار.", "line-opened"),
        ("en", "War broke out in 1975.", "war"),
        ("en", "The quake struck on Friday.", "earthquake"),
        ("en", "The festival was held in 2012.", "festival"),
        ("en", "The inspection was carried out in October 2019.", "inspection"),
        ("en", "A fire in 1997 destroyed the mill.", "fire"),
        ("en", "She will take office on July 1.", "inauguration"),
        ("en", "6 March 1998: Mine closes, the last in the valley.", "closure"),
    ],
)
def test_a_date_belongs_to_the_event_that_its_sentence_names(language, text, frame):
    (date,) = (c for c in claims(text, language=language).values() if c.attribute == "when")
    assert date.frames[0] == frame


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "نوع من الطيور حاضر هنا في 2011."),
        ("ar", "كتب الرواية على مهل عام 1960."),
        ("ar", "دخل الضيف في 3 مايو من الباب."),
        ("en", "The firm refused to wait in 2012."),
        ("en", "They had a share of it in 2012."),
    ],
)
def test_words_that_stand_anywhere_name_no_event(language, text):
    (date,) = (c for c in claims(text, language=language).values() if c.attribute == "when")
    assert date.frames == ()


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("ar", "بلغت حصيلة الزلزال الذي ضرب المدينة أمس الجمعة 35 قتيلا.", "أمس الجمعة"),
        ("en", "The quake which struck the town on Friday killed 35 people.", "Friday"),
    ],
)
def test_a_date_in_what_is_told_of_an_event_is_of_the_event(language, text, date):
    claim = claims(text, language=language)[date]
    assert (claim.part, claim.frames[0]) == ("", "earthquake")


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("ar", "تمر اليوم مئة يوم على فتح المعبر.", "اليوم"),
        ("en", "Monday marked 100 days since the opening of the bridge.", "Monday"),
    ],
)
def test_the_day_so_long_after_an_event_is_not_its_own(language, text, date):
    assert claims(text, language=language)[date].frames == ()


@pytest.mark.parametrize(
    ("language", "text", "date", "frames"),
    [
        ("ar", "في عام 1991، بعد سبعة أعوام من الزلزال، افتتح المتحف.", "عام 1991", {"opening"}),
        ("ar", "توفي في 1964، قبل شهرين من افتتاح المسرح.", "1964", {"death"}),
        ("ar", "أقر القانون في 2009، بعد ثلاثة أعوام على اندلاع الحريق.", "2009", {"law-passed"}),
        ("en", "In 1991, seven years after the earthquake, it held a census.", "1991", {"census"}),
        ("en", "She died in 1964, two months before the fire.", "1964", {"death"}),
        ("en", "He died in 2009, two years after the opening.", "2009", {"death"}),
    ],
)
def test_a_date_is_not_that_of_what_it_is_counted_from(language, text, date, frames):
    assert set(claims(text, language=language)[date].frames) == frames


@pytest.mark.parametrize(
    ("language", "text", "date", "frame"),
    [
        ("ar", "بعد سبعة أعوام من الزلزال الذي وقع في 1984، أجري تعداد.", "1984", "earthquake"),
        ("en", "Seven years after the earthquake of 1984, it held a census.", "1984", "earthquake"),
    ],
)
def test_the_date_behind_what_it_is_counted_from_is_of_that(language, text, date, frame):
    assert claims(text, language=language)[date].frames[0] == frame


@pytest.mark.parametrize(
    ("language", "text", "date", "frame", "other"),
    [
        ("ar", "افتتح المتحف في 2005، وأغلق المسرح في 2011.", "2005", "opening", "closure"),
        ("en", "The fire was in 1975, and the flood followed in 1983.", "1975", "fire", "flood"),
    ],
)
def test_what_another_clause_dates_otherwise_is_not_of_a_date(language, text, date, frame, other):
    frames = claims(text, language=language)[date].frames
    assert frame in frames
    assert other not in frames


@pytest.mark.parametrize(
    ("language", "text", "number", "beside"),
    [
        ("ar", "أعيد التمثال مع تسعة كتب أخرى.", "تسعة كتب", True),
        ("ar", "سافر الطيار وكان معه خمسة ركاب.", "خمسة ركاب", True),
        ("ar", "نجا السائق و4 ركاب آخرون.", "4 ركاب", True),
        ("ar", "سرق اللصوص عشرة كتب.", "عشرة كتب", False),
        ("ar", "نقل مرة أخرى خمسة ركاب إلى المستشفى.", "خمسة ركاب", False),
        ("en", "The statue came back, and nine others stayed away.", "nine", True),
        ("en", "With him were five passengers.", "five passengers", True),
        ("en", "The statue came back with nine other masks.", "nine other masks", True),
        ("en", "The thieves took ten masks.", "ten masks", False),
    ],
)
def test_a_number_of_others_leaves_one_out(language, text, number, beside):
    found = claims(text, language=language)
    (claim,) = (
        one
        for said, one in found.items()
        if said.startswith(number) and one.attribute == "how_many"
    )
    assert ("others.beside" in claim.contrasts) == beside


def test_a_day_of_an_unknown_year_is_claimed():
    told = claims("انقلب القارب في الثالث من أغسطس.", on=None)
    assert told["الثالث من أغسطس"].value.yearly == (8, 3)


def test_the_date_since_the_last_one_is_not_this_ones():
    told = claims("هذه أول زيارة للرئيس إلى كينيا منذ 24 عاما.")
    assert all(claim.frames == () for text, claim in told.items() if claim.attribute == "when")


def test_a_place_that_hosts_is_where_it_happens():
    told = claims("المحادثات التي احتضنها فندق «الواحة» في مومباسا انتهت أمس.")
    hotel = next(claim for text, claim in told.items() if "فندق" in text)
    assert (hotel.part, hotel.frames[0]) == ("in", "talks")


def test_where_somebody_works_is_not_where_anybody_met():
    told = claims("وقال خبير من جامعة نيروبي إن القمة كانت ناجحة.")
    assert all(claim.part != "in" for claim in told.values() if claim.attribute == "where")


def test_a_clause_without_names_takes_them_from_the_sentences_before():
    told = claims(
        "التقى الرئيس الكيني جون كامو الرئيس الأوغندي بول أوكيلو.",
        "واختار الزعيمان الاجتماع في قاعدة «الشاطئ» البحرية.",
    )
    base = next(claim for text, claim in told.items() if "قاعدة" in text)
    assert {"ke", "ug"} <= {*base.participants, *base.inherited}


def test_what_is_planned_or_denied_says_so():
    planned = claims("من المقرر أن يزور الرئيس نيروبي في مايو 2024.")["مايو 2024"]
    assert planned.status == "planned"
    denied = claims("لم يزر الرئيس نيروبي في مايو 2022.")["مايو 2022"]
    assert denied.negated


def test_the_news_and_a_background_event_of_one_kind_are_two_events():
    told = claims(
        "التقى الرئيسان أمس في نيروبي.",
        "وكان الرئيسان قد التقيا للمرة الأولى عام 2019 في مومباسا.",
    )
    news = next(claim for text, claim in told.items() if "نيروبي" in text)
    before = next(claim for text, claim in told.items() if "مومباسا" in text)
    assert news.is_news
    assert not before.is_news
    assert news.instance != before.instance
    assert "ordinal:1" in before.markers


def test_a_quantity_measures_what_its_words_say():
    told = claims("أسفر الزلزال عن مقتل 12 شخصا وإصابة 30 آخرين، وبلغت الخسائر 4 ملايين دولار.")
    assert "deaths" in next(c for t, c in told.items() if "12" in t).measures
    assert "deaths" not in next(c for t, c in told.items() if "4" in t).measures


@pytest.mark.parametrize(
    ("text", "language", "number", "measure"),
    [
        ("Thirty-four were hurt.", "en", "Thirty-four", "injuries"),
        ("توفي أحد عشر في المستشفى.", "ar", "أحد عشر", "deaths"),
        ("انتهت المداهمة بتوقيف ثلاثة: كاتب وناسخ وحارس.", "ar", "ثلاثة", "arrested"),
    ],
)
def test_a_number_beside_what_befell_the_counted_is_a_count(text, language, number, measure):
    assert measure in claims(text, language=language)[number].measures


def test_a_number_beside_nothing_that_is_counted_is_no_claim():
    assert "1998" not in claims("توفي 1998 في الرباط.")
    assert "ثلاثة" not in claims("كانت الساعة تقترب من ثلاثة حين سافر.")


@pytest.mark.parametrize(
    ("text", "language", "number", "other"),
    [
        ("وزعت الشركة 42 ألف زجاجة على القرى.", "ar", "42 ألف زجاجة", "companies"),
        ("أوقف سبعة أشخاص، بينهم امرأة.", "ar", "سبعة أشخاص", "women"),
        ("The company 40 bottles were stolen from sued.", "en", "40 bottles", "companies"),
    ],
)
def test_a_noun_for_other_things_says_nothing_of_a_count(text, language, number, other):
    assert other not in claims(text, language=language)[number].measures


def test_a_year_is_no_age():
    assert "age" not in claims("استغرق جمع الرسائل اثنتي عشرة سنة.")["اثنتي عشرة سنة"].measures


@pytest.mark.parametrize(
    ("text", "number", "denied"),
    [
        ("لم يقتل الحريق 12 شخصا.", "12 شخصا", True),
        ("لم يقتل الحريق سوى 12 شخصا.", "12 شخصا", False),
        ("لم يقتل الحريق إلا 12 شخصا.", "12 شخصا", False),
    ],
)
def test_a_negation_that_is_taken_back_denies_no_figure(text, number, denied):
    assert claims(text)[number].negated is denied


@pytest.mark.parametrize(
    ("language", "text", "date", "phase"),
    [
        ("ar", "انطلق مهرجان القصب أمس الأربعاء في المدينة.", "أمس الأربعاء", "phase.begin"),
        ("ar", "اختُتم مهرجان القصب أمس الأربعاء في المدينة.", "أمس الأربعاء", "phase.end"),
        ("ar", "استؤنفت أعمال الحفر يوم 3 مارس 2021.", "يوم 3 مارس 2021", "phase.again"),
        ("ar", "يفتح المعرض في نهاية مايو 2021.", "نهاية مايو 2021", ""),
        ("en", "The fair started on 3 March 2021 in the old mill.", "3 March 2021", "phase.begin"),
        ("en", "The fair ended on 3 March 2021 in the old mill.", "3 March 2021", "phase.end"),
        ("en", "The choir sings at the end of May 2021.", "end of May 2021", ""),
    ],
)
def test_a_date_is_that_of_a_beginning_or_an_end(language, text, date, phase):
    told = {name for name in claims(text, language=language)[date].contrasts if "phase" in name}
    assert told == ({phase} if phase else set())


def test_a_beginning_is_none_of_an_amount():
    told = claims("بدأ العرض بسعر 12 دينارا.")
    assert not any("phase" in name for name in told["12 دينارا"].contrasts)


def test_a_time_of_day_of_an_unknown_day_is_a_claim():
    told = claims("غادر القطار المحطة عند الساعة 06:58.", on=None)
    assert told["الساعة 06:58"].attribute == "when"
    assert "departure" in told["الساعة 06:58"].frames


def test_a_sum_given_in_exchange_is_compared_with_nothing():
    told = claims("ضم النادي المهاجم ثلاثة مواسم مقابل 2 مليون يورو.")
    assert "baseline" not in told["2 مليون يورو"].contrasts
    told = claims("بلغت الأرباح 5 ملايين يورو مقابل 2 مليون يورو قبل عام.")
    assert "baseline" in told["2 مليون يورو"].contrasts


def test_english_makes_the_same_claims():
    told = claims(
        "Italy agreed in 2011 to write off 60 percent of Mozambique's debt of 4 billion dollars.",
        language="en",
    )
    assert told["2011"].frames[0] == "debt-relief"
    assert {"it", "mz"} <= set(told["2011"].participants)


def test_a_claim_is_stated_on_the_day_that_its_article_was_written():
    told = claims("قُتل تسعة أشخاص في انفجار في ميناء مومباسا.", on=(2021, 5, 12))
    written = day(2021, 5, 12)
    assert all(c.as_of == Interval(first=written, last=written) for c in told.values())
    assert told


def places(*paragraphs, language="ar"):
    told = claims(*paragraphs, language=language).items()
    return {text: (c.part, c.frames[:1]) for text, c in told if c.attribute == "where"}


@pytest.mark.parametrize(
    ("language", "text", "place", "frame"),
    [
        ("ar", "الجرس صُنع في ميلانو قبل قرن.", "ميلانو", "manufacture"),
        ("ar", "جرى التوقيع في فندق بمدينة مومباسا.", "فندق بمدينة مومباسا", "signing"),
        ("ar", "رست السفينة في ميناء مومباسا.", "ميناء مومباسا", "port-call"),
        ("ar", "نُقلت اللوحات إلى نيروبي.", "نيروبي", "conveyance"),
        ("en", "He lives in Mombasa.", "Mombasa", "residence"),
        ("en", "The bells were cast in Milan.", "Milan", "manufacture"),
        ("en", "The freighter had loaded at Mombasa.", "Mombasa", "port-call"),
        ("en", "The paintings were taken to Nairobi.", "Nairobi", "conveyance"),
        ("en", "The deal was signed in Nairobi.", "Nairobi", "signing"),
    ],
)
def test_a_phrase_that_ends_in_a_preposition_tells_what_happens_at_its_place(
    language, text, place, frame
):
    assert places(text, language=language)[place][1] == (frame,)


@pytest.mark.parametrize(
    ("language", "text", "place", "part"),
    [
        ("ar", "تحطمت الطائرة على بعد 30 كيلومترا من مدينة نارين.", "مدينة نارين", "near"),
        ("ar", "غرقت العبّارة على مقربة من تشيتا.", "تشيتا", "near"),
        ("ar", "غرق القارب قبالة سواحل طرابلس في لبنان.", "طرابلس", "near"),
        ("ar", "أبحرت السفينة متجهة إلى مومباسا.", "مومباسا", "to"),
        ("ar", "وصلت الطائرة قادمة من مومباسا.", "مومباسا", "from"),
        ("ar", "باعت الشركة، ومقرها مومباسا، سفنها.", "مومباسا", "seat"),
        ("ar", "كان الوزير في زيارة لمومباسا.", "مومباسا", "to"),
        ("ar", "وقّع بنك من بنوك لمومباسا العقد.", "مومباسا", ""),
        ("ar", "ظلت البحرية معتمدة على ميناء مومباسا.", "ميناء مومباسا", ""),
        ("en", "The plane crashed 30 miles from Osh.", "Osh", "near"),
        ("en", "The ferry sank close to Mombasa.", "Mombasa", "near"),
        ("en", "The ship sailed for Mombasa on Monday.", "Mombasa", "to"),
        ("en", "The Mombasa-based company won the contract.", "Mombasa", "seat"),
        ("en", "The company, headquartered in Mombasa, won the contract.", "Mombasa", "seat"),
    ],
)
def test_the_words_before_a_place_tell_its_part(language, text, place, part):
    told = places(text, language=language)
    found = next(parts for name, (parts, _) in told.items() if place.removeprefix("ل") in name)
    assert found == part


@pytest.mark.parametrize(
    ("language", "text", "place", "frame"),
    [
        ("ar", "لم ينم أحد في مومباسا، حيث جرى توقيع الاتفاق، تلك الليلة.", "مومباسا", "agreement"),
        ("ar", "اللقاء الذي جرى في جامعة نيروبي انتهى أمس.", "جامعة نيروبي", "meeting"),
        ("ar", "في مومباسا وُقّع الاتفاق أمس.", "مومباسا", "agreement"),
        ("ar", "زار الوزير كينيا بعدما اندلع حريق في مومباسا.", "مومباسا", "fire"),
        ("en", "She lives in Mombasa, where the fire broke out.", "Mombasa", "fire"),
        ("en", "The minister left after a fire broke out in Mombasa.", "Mombasa", "fire"),
    ],
)
def test_a_place_belongs_to_the_event_of_its_clause(language, text, place, frame):
    assert places(text, language=language)[place][1] == (frame,)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ar", "ولد الشاعر في عدن، واشتهر في بيروت بعد سنوات.", "بيروت"),
        ("ar", "وقع الزلزال في إزمير، وشعر به الناس في أثينا.", "أثينا"),
        ("en", "The quake struck in Izmir, and people felt it in Athens.", "Athens"),
    ],
)
def test_an_event_with_a_place_of_its_own_is_not_at_that_of_the_next_clause(language, text, place):
    assert claims(text, language=language)[place].frames == ()


def test_where_something_is_said_is_where_nothing_happens():
    told = places("اندلع حريق أمس، وقال الوزير في مومباسا إن السبب مجهول.")
    assert told["مومباسا"][1] == ()


def test_a_place_takes_no_date_of_another_clause_nor_the_day_of_a_statement():
    told = claims(
        "The wreck lies off Mombasa, the ministry said on Monday.", language="en", on=(2021, 11, 22)
    )
    assert told["Mombasa"].when == Interval()


def test_a_hall_named_as_one_elsewhere_is_where_the_text_puts_it():
    hall = claims("غنى في قاعة الشعب ببغداد عام 1957.")["قاعة الشعب ببغداد"].value
    assert hall.within[0] == "iq.baghdad"


@pytest.mark.parametrize(
    ("language", "text", "number", "measures"),
    [
        (
            "en",
            "12 passengers were killed in the crash.",
            "12 passengers",
            ("deaths", "passengers"),
        ),
        ("en", "Seven workers died and 12 were hurt.", "12", ("injuries", "deaths", "employees")),
        ("en", "Police arrested nine protesters.", "nine protesters", ("arrested", "protesters")),
        ("en", "The raid freed 12 sailors.", "12 sailors", ("released", "crew")),
        ("en", "It killed 12 passengers, including two children.", "two children", ("children",)),
        ("ar", "قتل في الهجوم ثلاثة جنود وأصيب خمسة.", "ثلاثة جنود", ("deaths", "soldiers")),
        ("ar", "أودى الحريق بحياة أربع عاملات.", "أربع عاملات", ("deaths", "employees")),
        ("ar", "لقي سبعة ركاب مصرعهم.", "سبعة ركاب", ("deaths", "passengers")),
        ("ar", "سقوط 7 قتلى بينهم ثلاثة جنود.", "ثلاثة جنود", ("soldiers",)),
    ],
)
def test_what_befell_those_who_are_counted_comes_before_who_they_are(
    language, text, number, measures
):
    assert claims(text, language=language)[number].measures == measures


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("ar", "بقي الطريق مقطوعا خمسة أيام.", "خمسة أيام"),
        ("ar", "انقطعت المياه عن الحي 40 ساعة.", "40 ساعة"),
        ("ar", "مكث الباحث يجمع النقوش اثنتي عشرة سنة.", "اثنتي عشرة سنة"),
        ("en", "They spent three nights in the cave.", "three nights"),
        ("en", "A ceasefire of 72 hours took hold.", "72 hours"),
        ("en", "The permit is valid for ten years.", "ten years"),
    ],
)
def test_how_long_something_lasted_is_told_in_many_words(language, text, number):
    assert claims(text, language=language)[number].measures[0] == "duration"


def test_the_sums_of_a_list_measure_what_the_first_does():
    told = claims("خصصت الموازنة للتعليم 21 مليار دينار، وللصحة 11 مليار دينار.")
    first, second = (c.measures for t, c in told.items() if "مليار" in t)
    assert first[0] == second[0] == "budget"


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The old bridge collapsed at dawn. That was in May 2012.", "May 2012"),
        ("ar", "انهار الجسر القديم. كان ذلك عام 1992.", "عام 1992"),
    ],
)
def test_a_date_that_is_a_sentence_dates_what_the_one_before_tells(language, text, date):
    lead = {"ar": "يروي الحارس قصة الجسر.", "en": "The keeper tells the story of the bridge."}
    told = claims(lead[language], text, language=language)[date]
    assert told.frames == ("collapse",)


def test_the_day_at_the_head_of_a_line_is_no_figures_day():
    told = claims("اشتباكات متقطعة.", "12 تشرين الثاني 2021: 34 محتجزا وثلاث جثث.")
    assert told["12 تشرين الثاني 2021"].part == ""


def test_a_date_from_which_on_something_was_is_one_since_when():
    told = claims("The roof was repaired, from March 2021 on.", language="en")
    assert told["March 2021"].part == "since"


def test_the_ordinal_of_a_date_tells_no_event_from_others():
    told = claims("غرق القارب في الثالث من أغسطس 2018 قرب الميناء.")
    assert all(not claim.markers for claim in told.values())


def test_any_length_in_minutes_is_no_minute_of_a_goal():
    told = claims("تقطع العربة الخط في أربع وعشرين دقيقة.")["أربع وعشرين دقيقة"]
    assert "goal-minute" not in told.measures
    scored = claims("سجل الهدف الأول في الدقيقة 67.")["67"]
    assert "goal-minute" in scored.measures


def test_a_list_of_thousands_of_figures_shares_what_is_named_before_it():
    """A hostile text may have a sentence of any length: no step along a list is a nested call."""
    one = Decimal(1)
    figures = tuple(
        Quantity(
            span=TextSpan(8 * n, 8 * n + 4),
            low=one,
            high=one,
            grain=one,
            dimension="money",
            unit="USD",
        )
        for n in range(3000)
    )
    first, rest = TextSpan(0, 8), TextSpan(8, figures[-1].span.end)
    whole = TextSpan(first.start, rest.end)
    untold = Scene(
        number=0,
        sentence=Sentence(span=whole, segment=0, kind="body", clauses=(first, rest)),
        lead=False,
        times=(),
        quantities=figures,
        entities=(),
        events=(),
        measures=(),
        cues=(),
        words=(),
    )
    name = Trigger(span=TextSpan(5, 7), kind="measure", form="noun", frames=("cost",))
    assert measures_of(untold, figures[-1], ()) == ("money:",)
    assert measures_of(replace(untold, measures=(name,)), figures[-1], ()) == ("cost",)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ar", "ويتجاوز عدد عمالها 300 عامل.", "300.. عامل"),
        ("ar", "وتزيد قيمة اللوحات على 4 ملايين يورو.", "4000000.. EUR"),
        ("ar", "يربو عددها على 70 سفينة.", "70.. سفينه"),
        ("ar", "لا يقل عدد الركاب عن 20 راكبا.", "20.. راكب"),
        ("ar", "لم يتجاوز عدد الحضور 200 شخص.", "..200 شخص"),
        ("ar", "ولا تزيد مساحته عن 40 هكتارا.", "..40 hectare"),
        ("ar", "ويقل عدد السكان عن 5 آلاف نسمة.", "..5000 نسمه"),
        ("ar", "وتناهز قيمتها 8 ملايين دولار.", "~8000000 USD"),
        ("ar", "تجاوز الفريق في 12 مباراة خصومه.", "12 مباراه"),
        ("ar", "زادت الأسرة 4 غرف.", "4 غرفه"),
        ("en", "The crowd did not exceed 200 people.", "..200 person"),
        ("en", "The fee must not exceed 40 dollars.", "..40 USD"),
    ],
)
def test_a_verb_before_the_subject_bounds_its_number(language, text, value):
    found = claims(text, language=language, on=None).values()
    assert [str(c.value) for c in found if c.attribute == "how_many"] == [value]


@pytest.mark.parametrize(
    ("text", "date", "language"),
    [
        (
            "Masons who had hoped to finish the minaret in May 2019 ran out of lime.",
            "May 2019",
            "en",
        ),
        ("The ferry was supposed to be launched in May 2019.", "May 2019", "en"),
        ("The owners wanted to sell the mill in May 2019.", "May 2019", "en"),
        ("كان البناؤون يأملون إنجاز المئذنة في مايو 2019.", "مايو 2019", "ar"),
        ("من المفترض أن تدشن العبارة في مايو 2019.", "مايو 2019", "ar"),
        ("كان المفروض أن تغلق المطحنة في مايو 2019.", "مايو 2019", "ar"),
    ],
)
def test_what_is_hoped_for_is_no_fact(text, date, language):
    assert claims(text, language=language)[date].status == "planned"


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("سيطر المتمردون على الجسر أربع ساعات وسيطروا على المطار.", "أربع ساعات", "actual"),
        ("ساهمت الحكومة بمبلغ 40 مليون دينار.", "40 مليون دينار", "actual"),
        ("سيطرح البنك سندات بقيمة 40 مليون دينار.", "40 مليون دينار", "planned"),
        ("سيستمر الإضراب أربعة أيام.", "أربعة أيام", "planned"),
        ("توقف الحلم في الدوحة بهدف دون رد.", "هدف دون رد", "actual"),
    ],
)
def test_a_verb_that_begins_with_the_future_s_letter_is_not_always_one(text, figure, status):
    assert claims(text)[figure].status == status
