"""Dates: the relative corpora, laws over every day, and what text around them does."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.dates.date_hijri import hijri_days
from claimcheck.annotate.dates.date_reader import DateReading, read_dates
from claimcheck.annotate.nlp import annotate_text
from claimcheck.model.day import day
from claimcheck.model.mention import Quantity, Timex
from claimcheck.model.text import Interval, TextSpan
from claimcheck.resources import load_yaml

CORPUS = Path(__file__).parent / "corpus"
WEDNESDAY = date(2024, 5, 15)
DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))
ARABIC = [Locale.parse(code) for code in ("ar", "ar_SY", "ar_DZ", "ar_MA")]
ENGLISH = Locale.parse("en")
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
HIJRI_MONTHS = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
    "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
ORDINALS = {1: "الأول", 3: "الثالث", 10: "العاشر", 11: "الحادي عشر", 24: "الرابع والعشرين"}


def on(day_: date) -> Interval:
    return Interval(first=day_.toordinal(), last=day_.toordinal())


def read(text: str, lang: str, anchor: Interval | None = None) -> DateReading:
    return read_dates(atoms(text), lang, anchor or Interval())


def found(text: str, lang: str, anchor: Interval | None = None) -> list[tuple[str, str]]:
    dates = read(text, lang, anchor).dates
    return [(str(t), text[t.span.start : t.span.end]) for t in dates]


def relative_cases() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(CORPUS.glob("*/timex_relative.yaml")):
        tree = load_yaml(path)
        assert isinstance(tree, dict)
        assert tree.pop("anchor") == WEDNESDAY.isoformat()
        for value, texts in tree.items():
            assert isinstance(texts, list), value
            assert texts, value
            yield path.parent.name, value, [str(text) for text in texts]


@pytest.mark.parametrize(("lang", "value", "texts"), list(relative_cases()))
def test_dates_lean_on_the_day_of_the_article(lang: str, value: str, texts: list[str]) -> None:
    dates, expected = {}, {}
    for text in texts:
        start, end = text.find("["), text.find("]") - 1
        start, end = (start, end) if start >= 0 else (0, len(text))
        clean = text.replace("[", "").replace("]", "")
        found = annotate_text(clean, lang, on(WEDNESDAY))
        dates[text] = [
            (str(t), clean[t.span.start : t.span.end]) for t in found if isinstance(t, Timex)
        ]
        expected[text] = [] if value == "nothing" else [(value, clean[start:end])]
    assert dates == expected


@cache
def months(locale: Locale) -> dict[int, str]:
    return dict(locale.months["format"]["wide"])


def arabic_forms(that: date) -> Iterator[str]:
    year, month, dom = that.year, that.month, that.day
    for locale in ARABIC:
        name = months(locale)[month]
        yield from (f"{dom} {name} {year}", f"{dom}{name}{year}م", f"{dom}/{name}/{year}")
        yield f"{locale.days['format']['wide'][that.weekday()]} {dom} {name} {year}"
    double = f"{dom} {months(ARABIC[1])[month]}/{months(ARABIC[0])[month]} {year}"
    yield from (double, f"{dom}/{month}/{year}", f"{dom:02d}-{month:02d}-{year}", that.isoformat())
    yield f"{dom} {months(ARABIC[0])[month]} {year}".translate(DIGITS)
    yield f"{dom}.{month}.{year}"
    yield f"{dom} {months(ARABIC[1])[month]} {year}".translate(PERSIAN)
    yield f"{year}/{month:02d}/{dom:02d}"
    if dom in ORDINALS:
        yield f"{ORDINALS[dom]} من {months(ARABIC[0])[month]} {year}"
        yield f"{ORDINALS[dom]} من شهر {months(ARABIC[1])[month]} عام {year}"


def english_forms(that: date) -> Iterator[str]:
    year, dom = that.year, that.day
    name = months(ENGLISH)[that.month]
    short = ENGLISH.months["format"]["abbreviated"][that.month]
    weekday = ENGLISH.days["format"]["wide"][that.weekday()]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(dom if dom < 20 else dom % 10, "th")
    yield from (f"{dom} {name} {year}", f"{name} {dom}, {year}", f"{weekday}, {name} {dom}, {year}")
    yield from (f"{dom}{suffix} {name} {year}", f"{name} {dom}{suffix}, {year}", that.isoformat())
    yield from (
        f"{short} {dom}, {year}",
        f"{dom} {short} {year}",
        f"{dom}{suffix} of {name} {year}",
    )


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_every_day_is_read_in_every_arabic_form(that: date) -> None:
    for form in arabic_forms(that):
        assert found(form, "ar") == [(that.isoformat(), form)]
        sentence = f"وقال الوزير إن الاتفاق أبرم في {form}، وإنه ما زال قائما."
        assert found(sentence, "ar") == [(that.isoformat(), form)]


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_every_day_is_read_in_every_english_form(that: date) -> None:
    for form in english_forms(that):
        assert found(form, "en") == [(that.isoformat(), form)]
        sentence = f"The deal was signed on {form}, officials said."
        assert found(sentence, "en") == [(that.isoformat(), form)]


@given(st.integers(1343, 1500), st.integers(1, 12), st.integers(1, 29))
@settings(max_examples=100, deadline=None)
def test_every_day_of_the_islamic_calendar_is_read(year: int, month: int, dom: int) -> None:
    days = hijri_days(year, month, dom)
    assert days is not None
    value = date.fromordinal(days[0]).isoformat()
    name = HIJRI_MONTHS[month - 1]
    for form in (
        f"{dom} {name} {year}هـ",
        f"{dom}/{month}/{year} هـ",
        f"{dom} من {name} {year} هجرية",
    ):
        assert found(form, "ar") == [(value, form)]
        assert found(f"عقدت الجلسة في {form}، وفق البيان.", "ar") == [(value, form)]
    both = f"{dom} {name} {year}هـ الموافق {value}"
    assert found(both, "ar") == [(value, both)]


@given(DAYS, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_numbers_in_a_range_are_in_one_order(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    for lang, order in (("ar", "{0.day}/{0.month}/{0.year}"), ("en", "{0.day}/{0.month}/{0.year}")):
        form = f"{order.format(first)} - {order.format(last)}"
        (mention,) = read(form, lang).dates
        assert (mention.span.start, mention.span.end) == (0, len(form))
        if lang == "ar" or first.day > 12 or last.day > 12:
            assert (mention.first, mention.last) == (first.toordinal(), last.toordinal())


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 0, 1]))
@settings(max_examples=100, deadline=None)
def test_a_weekday_of_a_week_lies_in_it(anchor: date, weekday: int, step: int) -> None:
    names = {"ar": ARABIC[0].days["format"]["wide"][weekday]}
    names["en"] = ENGLISH.days["format"]["wide"][weekday]
    ar = {-1: "الأسبوع الماضي", 0: "هذا الأسبوع", 1: "الأسبوع المقبل"}[step]
    en = {-1: "last week", 0: "this week", 1: "next week"}[step]
    monday = anchor.toordinal() - anchor.weekday() + 7 * step
    expected = date.fromordinal(monday + weekday).isoformat()
    for lang, text in (("ar", f"{names['ar']} من {ar}"), ("en", f"{names['en']} of {en}")):
        assert found(text, lang, on(anchor)) == [(expected, text)]


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1818, "03-22"), (1943, "04-25"), (2000, "04-23"), (2008, "03-23"), (2024, "03-31"),
     (2025, "04-20"), (2038, "04-25"), (2100, "03-28")],
)  # fmt: skip
def test_easter_is_where_the_tables_put_it(year: int, easter: str) -> None:
    assert found(f"Easter {year}", "en") == [(f"{year}-{easter}", f"Easter {year}")]


@given(DAYS)
@settings(max_examples=100, deadline=None)
def test_a_day_without_its_year_is_the_last_one(anchor: date) -> None:
    that = anchor - timedelta(days=40)
    forms = {"ar": f"{that.day} {months(ARABIC[0])[that.month]}"}
    forms["en"] = f"{that.day} {months(ENGLISH)[that.month]}"
    for lang, form in forms.items():
        if (that.month, that.day) != (2, 29):
            assert found(form, lang, on(anchor)) == [(that.isoformat(), form)]


@given(DAYS, st.integers(0, 6))
@settings(max_examples=100, deadline=None)
def test_a_bare_weekday_lies_within_the_last_week(anchor: date, weekday: int) -> None:
    name = ARABIC[0].days["format"]["wide"][weekday]
    dates = read(f"وصل {name}.", "ar", on(anchor)).dates
    assert len(dates) == 1
    assert dates[0].first is not None
    assert 0 <= anchor.toordinal() - dates[0].first < 7
    assert date.fromordinal(dates[0].first).weekday() == weekday == dates[0].weekday


@given(st.text(alphabet="05 2014/-.:()،,وم هـ15مايو يوليو عام الماضي", max_size=60))
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in read(text, "ar", on(WEDNESDAY)).dates:
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@pytest.mark.parametrize(
    ("lang", "text", "dates"),
    [
        ("ar", "بين عامي 2014 و2015 تبادلا الزيارات", ["2014/2015"]),
        ("ar", "خلال عامي 2014 و2015", ["2014", "2015"]),
        ("ar", "في مايو ويونيو 2014", ["2014-05", "2014-06"]),
        ("ar", "في 12 و13 مايو 2014", ["2014-05-12", "2014-05-13"]),
        ("en", "in 2014 and 2015", ["2014", "2015"]),
        ("en", "in May and June 2014", ["2014-05", "2014-06"]),
    ],
)
def test_a_list_is_as_many_dates(lang: str, text: str, dates: list[str]) -> None:
    assert [value for value, _ in found(text, lang)] == dates


@pytest.mark.parametrize(
    ("lang", "text", "dates"),
    [
        ("ar", "انتخب عام 2000. وزارها في يوليو من ذلك العام", ["2000", "2000-07"]),
        ("ar", "وقع في 3 مارس 2019. وبعد ذلك بيومين عاد", ["2019-03-03", "2019-03-05"]),
        ("ar", "بدأ عام 2010. وبعد عامين انتهى", ["2010", "2012"]),
        ("ar", "وصل في 3 مارس 2019، وغادر في اليوم التالي", ["2019-03-03", "2019-03-04"]),
        ("ar", "وصل في 3 مارس 2019، وعاد في 24 من الشهر ذاته", ["2019-03-03", "2019-03-24"]),
        ("ar", "في 3 مارس 2019، ثم في أبريل من العام نفسه", ["2019-03-03", "2019-04"]),
        ("en", "Elected in 2000. He went in July that year", ["2000", "2000-07"]),
        ("en", "Signed on 3 March 2019. Two days later he left", ["2019-03-03", "2019-03-05"]),
        ("en", "He came on 3 March 2019 and left the following day", ["2019-03-03", "2019-03-04"]),
        ("en", "It began in 2010. Two years later it ended", ["2010", "2012"]),
    ],
)
def test_a_date_leans_on_the_one_before_it(lang: str, text: str, dates: list[str]) -> None:
    for anchor in (None, on(WEDNESDAY)):
        assert [value for value, _ in found(text, lang, anchor)] == dates


def test_a_timelines_heading_dates_the_lines_below_it() -> None:
    text = (
        "12 سبتمبر 2023\n\nوصل إلى روسيا بعد زيارة الوزير في يوليو.\n\n2019\n\nعقدت القمة في أبريل."
    )
    dates = [value for value, _ in found(text, "ar", on(WEDNESDAY))]
    assert dates == ["2023-09-12", "2023-07", "2019", "2019-04"]


def test_a_weekday_stays_with_its_date_even_where_they_disagree() -> None:
    (mention,) = read("يوم الاثنين الموافق 19 يونيو 2024", "ar").dates
    assert (str(mention), mention.weekday) == ("2024-06-19", 0)


def test_a_date_in_both_calendars_is_one_day() -> None:
    (mention,) = read("في 15 رمضان 1445هـ الموافق 25 مارس 2024م", "ar").dates
    assert (str(mention), mention.calendar) == ("2024-03-25", "gregorian")


def test_a_length_of_time_since_is_a_date_and_stays_a_quantity() -> None:
    text = "أول زيارة منذ 24 عاما"
    mentions = annotate_text(text, "ar", on(WEDNESDAY))
    since = [m for m in mentions if isinstance(m, Timex)]
    assert [(str(m), m.since, m.grain) for m in since] == [("2000", True, "year")]
    durations = [m for m in mentions if isinstance(m, Quantity) and m.dimension == "duration"]
    assert [text[m.span.start : m.span.end] for m in durations] == ["24 عاما"]


def test_a_year_is_no_count() -> None:
    mentions = annotate_text("في عام 2014 زار موسكو", "ar", on(WEDNESDAY))
    assert [str(m) for m in mentions if isinstance(m, Timex)] == ["2014"]
    assert not [m for m in mentions if m.span == TextSpan(start=7, end=11)]


def test_an_unknown_day_keeps_what_is_said() -> None:
    dates = read("كورونا: 24 من الشهر ذاته، وفي مايو، ويوم الخميس، وأمس", "ar").dates
    assert [str(t) for t in dates] == ["XXXX-XX-24", "XXXX-05", "XXXX-XX-XX", "XXXX-XX-XX"]
    assert {t.resolved_by for t in dates} == {"none"}


def test_an_anchor_that_is_an_interval_gives_an_interval() -> None:
    week = Interval(first=day(2024, 5, 1), last=day(2024, 5, 7))
    assert found("العام الماضي", "ar", week) == [("2023", "العام الماضي")]
    assert found("أمس", "ar", week) == [("2024-04-30/2024-05-06", "أمس")]
    later = Interval(first=day(2024, 5, 1))
    (mention,) = read("العام الماضي", "ar", later).dates
    assert (str(mention), mention.resolved_by) == ("2023-01-01/..", "none")


def test_the_newest_past_date_is_the_earliest_day_of_an_article_without_one() -> None:
    text = "التقيا عام 2019. وفي 19 يونيو 2024 وقعا الاتفاق. ومن المقرر أن يعودا عام 2026."
    reading = read(text, "ar")
    assert reading.anchor == Interval(first=day(2024, 6, 19))
    assert reading.anchor_from == "newest date mentioned"


def test_today_and_its_weekday_correct_a_page_date_that_is_a_day_off() -> None:
    assert read("قال اليوم الخميس إن", "ar", on(WEDNESDAY)).anchor == on(date(2024, 5, 16))
    assert read("قال أمس الاثنين إن", "ar", on(WEDNESDAY)).anchor == on(date(2024, 5, 14))
    assert read("قال اليوم السبت إن", "ar", on(WEDNESDAY)).anchor == on(WEDNESDAY)


def test_numbers_of_one_order_settle_the_others() -> None:
    text = "Signed on 5/3/2024, ratified on 25/3/2024."
    assert [value for value, _ in found(text, "en")] == ["2024-03-05", "2024-03-25"]
    text = "Signed on 5/3/2024, ratified on 3/25/2024."
    assert [value for value, _ in found(text, "en")] == ["2024-05-03", "2024-03-25"]
    (mention,) = read("Signed on 5/3/2024.", "en").dates
    assert (mention.first, mention.last) == (day(2024, 3, 5), day(2024, 5, 3))
    assert mention.resolved_by == "none"


def test_a_clock_time_has_its_zone() -> None:
    (mention,) = read("الساعة السادسة مساء بتوقيت مكة المكرمة", "ar").dates
    assert (mention.clock, mention.zone, mention.grain) == ((1080, 1080), 180, "hour")


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("ar", "الساعة 3:40 صباح الأحد بتوقيت مكة المكرمة", ["XXXX-XX-XXT03:40+03:00"]),
        ("ar", "الساعة العاشرة صباحا (0700 ت غ)", ["T10:00+03:00"]),
        (
            "ar",
            "الساعة العاشرة صباحا (07:00 بتوقيت غرينتش) في 4 مارس 2021",
            ["2021-03-04T10:00+03:00"],
        ),
        ("ar", "الساعة 10:00 بتوقيت مكة المكرمة (09:00 ت غ)", ["T10:00+03:00", "T09:00Z"]),
        ("en", "at 6:15 pm (1715 GMT) on 4 March 2021", ["2021-03-04T18:15+01:00"]),
        ("en", "at 4:30 am on Sunday, GMT", ["XXXX-XX-XXT04:30Z"]),
        ("en", "at 6:15 pm (1703 GMT)", ["T18:15", "T17:03Z"]),
    ],
)
def test_a_time_of_day_told_in_two_zones_is_one(lang: str, text: str, values: list[str]) -> None:
    assert [value for value, _ in found(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ar", "بين السبعينيات والثمانينيات", "197X/198X"),
        ("ar", "من منتصف الأربعينيات حتى الخمسينيات", "1944~/1959~"),
        ("en", "from 1975 to the eighties", "1975/198X"),
        ("en", "in the eighties", "198X"),
    ],
)
def test_a_decade_that_ends_a_stretch_lies_behind_its_start(lang, text, value) -> None:
    (mention,) = read(text, lang, on(WEDNESDAY)).dates
    assert str(mention) == value
    assert mention.first is not None
    assert mention.last is not None
    assert mention.first < mention.last


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "12 ",
        "و",
        "و ",
        "1/",
        "2 و",
        "بعد عام و",
        "ليل الجمعة ",
        "قبل يومين من ",
        "(",
        "5/3/",
        "2014-",
        "مايو ",
        "12 و",
        "10:",
        "من 12 إلى ",
    ],
)
def test_no_text_takes_more_than_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        pieces = atoms(unit * (size // len(unit)))
        start = time.process_time()
        read_dates(pieces, "ar", on(WEDNESDAY))
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 12 * seconds(10_000) + 1
