import re
from pathlib import Path
from typing import get_args

import pytest
from sample_report import evidence, finding

from claimcheck.lang.report_words import report_words
from claimcheck.link import guards as link_guards
from claimcheck.link.place_guards import PLACE_GUARDS
from claimcheck.model.claim import Attribute, Guard
from claimcheck.model.finding import Diagnosis, FindingReading, Kind
from claimcheck.model.language import Language
from claimcheck.report.bidi import is_right_to_left
from claimcheck.report.dates import plain_date
from claimcheck.report.figures import plain_figure
from claimcheck.report.place_names import facility_kind, place_name
from claimcheck.report.reasons import MARKS, beside_the_point, reason_of, sentence
from claimcheck.report.statement import question, sides, statement
from claimcheck.report.values import plain_value

ROOT = Path(__file__).parents[1]
EN, AR = (report_words(language) for language in Language)
LENGTH_OF_TIME = "a length of time, and other words stand beside them"
SHARE = "they share 71 % of what the closest articles do"
GAPS = re.compile(r"\{\w*\}")
CODE = "".join(path.read_text("utf-8") for path in (ROOT / "claimcheck/report").glob("*.py"))


def told(words, where=()):
    """Yield every text of a table of words, by its path."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from told(value, (*where, key))
        else:
            yield (*where, key), value


def test_both_languages_say_the_same_things_with_the_same_gaps():
    keys = ("phrases", "counts", "guards", "months", "anchors", "languages", "scales")
    for key in keys:
        english, arabic = getattr(EN, key), getattr(AR, key)
        assert set(english) == set(arabic) or key == "months"
    for phrase, text in EN.phrases.items():
        assert set(GAPS.findall(text)) == set(GAPS.findall(AR.phrases[phrase])), phrase


@pytest.mark.parametrize("words", [EN, AR], ids=["en", "ar"])
def test_everything_that_a_finding_may_be_has_words(words):
    for table, choices in (
        (words.kinds, Kind),
        (words.questions, Kind),
        (words.settle, Kind),
        (words.readings, FindingReading),
        (words.attributes, Attribute),
        (words.diagnoses, Diagnosis),
    ):
        assert set(table) == set(get_args(choices)) - {""}


@pytest.mark.parametrize("words", [EN, AR], ids=["en", "ar"])
def test_words_hold_no_markup(words):
    texts = dict(told(words.model_dump(exclude={"reasons"}))).values()
    flat = [text for text in texts if isinstance(text, str)]
    assert len(flat) > 100
    assert not [text for text in flat if re.search(r"[<>|*`\[\]]", text)]


def test_no_phrase_is_left_that_nothing_says():
    unsaid = [p for p in EN.phrases if not re.search(rf"['\"]{p.removeprefix('head_')}['\"]", CODE)]
    assert unsaid == []


def test_every_fault_of_reading_has_arabic_words():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "claimcheck").rglob("*.py"))
    faults = set(re.findall(r'code="([a-z0-9-]+)"', code)) | {"no-claims", "no-anchor"}
    assert faults <= set(AR.problems)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالا"),
        (99, "99 مقالا"),
        (100, "100 مقال"),
        (103, "103 مقالات"),
        (1512, "1,512 مقالا"),
    ],
)
def test_arabic_counts_agree_with_their_noun(number, words):
    assert AR.counted(number, "article") == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014-05", "مايو 2014"),
        ("2014-05-03", "3 مايو 2014"),
        ("2014-22", "صيف 2014"),
        ("2014~", "نحو 2014"),
        ("2014-05/..", "مايو 2014 أو بعده"),
        ("2015-XX-24", ""),
    ],
)
def test_a_date_is_in_arabic_words(edtf, words):
    assert plain_date(edtf, AR) == words


@pytest.mark.parametrize(
    ("spelled", "words"),
    [
        ("~11000000000 USD", "نحو 11 مليار دولار أمريكي"),
        ("3000000000 EUR", "3 مليارات يورو"),
        ("90 percent", "90%"),
        ("12.. person", "ما لا يقل عن 12 شخصا"),
        ("2 person", "شخصان"),
        ("10..12 person", "10 إلى 12 شخصا"),
        ("3 kilometer", "3 كيلومترات"),
        ("1..2 year", "1 إلى 2 سنة"),
        ("2 year", "سنتان"),
        ("2000000 barrel/day", "2 مليون برميل في اليوم"),
        ("3 body", "3 bodies"),
    ],
)
def test_a_figure_is_in_arabic_words(spelled, words):
    assert plain_figure(spelled, AR) == words


@pytest.mark.parametrize(
    ("quote", "value", "english", "arabic"),
    [
        ("58 راكبا", "58 راكب", "58", "58 راكبا"),
        ("58 passengers", "58 passenger", "58 passengers", "58 passengers"),
        ("جامعة الساحل", "facility:university:ساحل", "university “جامعة الساحل”", "جامعة الساحل"),
        ("a space base", "facility:base.space:", "a space base", "space base «a space base»"),
        ("روسيا", "ru", "Russia", "روسيا"),
        ("east of Russia", "region:east:ru", "the east of Russia", "شرق روسيا"),
        ("اليوم الجمعة", "2023-12-22", "22 December 2023", "22 ديسمبر 2023"),
        ("24 من الشهر", "2015-XX-24", "24 من الشهر", "24 من الشهر"),
        ("لم يوقع", "not sign", "لم يوقع", "لم يوقع"),
        ("سالم", "person:salim", "سالم", "سالم"),
    ],
)
def test_a_value_is_in_the_readers_words_or_in_the_sources(quote, value, english, arabic):
    piece = evidence(f"قال {quote} أمس", quote, "A", value)
    assert (plain_value(piece, EN), plain_value(piece, AR)) == (english, arabic)


def test_only_a_facility_has_a_facilitys_kind():
    assert facility_kind("facility:base.space:") == "space base"
    assert facility_kind("ru.vladivostok") == ""


def test_a_quote_of_another_script_is_put_into_the_readers_words():
    english = evidence("on February 9, 1917", "February 9, 1917", "A", "1917-02-09")
    arabic = evidence("في 9 فبراير 1916", "9 فبراير 1916", "B", "1916-02-09")
    said = {"message": "x: February 9, 1917 or 9 فبراير 1916?", "message_ar": "س: February 9, 1917"}
    made = finding(**said, evidence=(english, arabic))
    assert statement(made, EN) == "X: February 9, 1917 or 9 February 1916?"
    assert statement(made, AR) == "س: 9 فبراير 1917"
    assert question(made, AR) == "شطب الديون: متى؟"


def test_a_number_alone_is_no_foreign_word():
    piece = evidence("2012", "2012", "A", "2012~")
    assert statement(finding(message_ar="عام 2012", evidence=(piece,)), AR) == "عام 2012"


def test_reasons_that_the_sentence_tells_are_left_out():
    told = [
        Guard(guard="same event", result="pass", because="the evidence sums to -1.2 bits"),
        Guard(guard="two articles", result="pass", because="a.txt#0, b.txt#0"),
        Guard(guard="not kept apart", result="fail", because="a tells of another one, which fits"),
    ]
    assert [reason_of(guard, words) for guard in told for words in (EN, AR)] == [""] * 6


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014", "2014"),
        ("2014-05", "May 2014"),
        ("2014-05-03", "3 May 2014"),
        ("2014-05-03T14:30", "3 May 2014, 14:30"),
        ("2014-22", "summer 2014"),
        ("2014~", "about 2014"),
        ("201X", "the 2010s"),
        ("2014-05/2015-06", "May 2014 to June 2015"),
        ("2014-05/..", "May 2014 or later"),
        ("../2014", "2014 or earlier"),
        ("2015-XX-24", ""),
        ("2014-33", ""),
        ("-0043", ""),
        ("../..", ""),
        ("", ""),
    ],
)
def test_a_date_is_in_words_and_nothing_is_guessed(edtf, words):
    assert plain_date(edtf, EN) == words


@pytest.mark.parametrize(
    ("spelled", "words"),
    [
        ("~11000000000 USD", "about 11 billion USD"),
        ("2500000 EUR", "2.5 million EUR"),
        ("44777668 person", "44,777,668 people"),
        ("90 percent", "90%"),
        ("1.5 percentage_point", "1.5 percentage points"),
        ("12.. person", "at least 12 people"),
        ("..12 person", "at most 12 people"),
        ("10..12 person", "10 to 12 people"),
        ("~1200..1300 person", "about 1,200 to 1,300 people"),
        ("-3 celsius", "-3 celsius"),
        ("2000000 barrel/day", "2 million barrels a day"),
        ("90 kilometer_per_hour", "90 kilometers per hour"),
        ("1 tonne", "1 tonne"),
        ("86 year", "86 years"),
        ("3 body", "3 bodies"),
        ("5 ايراني", "5"),
        ("3..0 score", "3-0"),
        ("3 foot", "3 feet"),
        ("..", ""),
        ("1.2.3 person", ""),
        ("many", ""),
    ],
)
def test_a_figure_is_in_words_and_loses_no_digit(spelled, words):
    assert plain_figure(spelled, EN) == words


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("ru.vladivostok", "Vladivostok"),
        ("ru", "Russia"),
        ("region:east:ru", "the east of Russia"),
        ("region:east:nowhere", ""),
        ("nowhere", ""),
        ("", ""),
        ("ru\n", ""),
    ],
)
def test_a_place_has_its_english_name(identity, name):
    assert place_name(identity, EN) == name


def test_a_value_without_a_name_is_told_in_its_own_words():
    piece = evidence("في القرية", "القرية", "A", "xx.nowhere")
    assert plain_value(piece, EN) == "القرية"


def test_a_side_of_many_values_names_two():
    said = [evidence("x", "x", "A", value) for value in ("2012", "2012", "2012-03", "2012-03-04")]
    (side,) = sides(finding(evidence=tuple(said)), EN)
    assert (side.letter, side.value) == ("A", "2012 / March 2012")
    assert len(side.evidence) == 4


def test_the_longest_quote_is_put_into_words_first():
    pieces = (
        evidence("عام 2012", "عام 2012", "A", "2012"),
        evidence("مارس عام 2012", "مارس عام 2012", "B", "2012-03"),
    )
    told = finding(message="a pact: عام 2012 or مارس عام 2012?", evidence=pieces)
    assert statement(told, EN) == "A pact: 2012 or March 2012?"


def test_a_value_that_holds_its_quote_is_put_into_words_once():
    piece = evidence("في جامعة الساحل", "جامعة الساحل", "A", "facility:university:ساحل")
    told = finding(message="a meeting: جامعة الساحل?", evidence=(piece, piece))
    assert statement(told, EN) == "A meeting: university “جامعة الساحل”?"


def test_a_date_without_its_year_is_told_with_it():
    pieces = (
        evidence("صباح اليوم الجمعة", "اليوم الجمعة", "A", "2023-12-22"),
        evidence("on 27 December 2023", "27 December 2023", "B", "2023-12-27"),
    )
    said = "x: اليوم الجمعة or 27 December 2023"
    told = finding(message=said, message_ar=said, evidence=pieces)
    assert statement(told, EN) == "X: 22 December 2023 or 27 December 2023"
    assert statement(told, AR) == "X: 22 ديسمبر 2023 or 27 ديسمبر 2023"


def guard_names():
    return ["same event", *link_guards._GUARDS, *PLACE_GUARDS, link_guards.KEPT_APART]


@pytest.mark.parametrize("name", guard_names())
@pytest.mark.parametrize("result", ["pass", "unknown", "fail"])
def test_every_guard_is_told_in_a_sentence(name, result):
    told = [sentence(Guard(guard=name, result=result, because=""), words) for words in (EN, AR)]
    assert told[0] == EN.guards[name].of(result) != ""
    assert is_right_to_left(told[1])
    assert MARKS[result]


@pytest.mark.parametrize(
    ("guard", "because", "reason"),
    [
        ("same kind of event", "debt-relief", "a debt write-off"),
        ("same kind of event", "debt-relief, meeting", "a debt write-off, a meeting"),
        ("same measure", "debt", "debt"),
        ("same measure", "count:soldier", "soldier"),
        ("same status", "actual, actual", "as a fact"),
        ("same status", "actual, planned", "as a fact, as a plan"),
        ("same part", "in, to", "where it was, where to"),
        ("same in the series", "ordinal:1, ordinal:2", "number 1, number 2"),
        ("same time", "both are dated alike", "both are dated alike"),
        ("same measure", "age, duration:", "age, a length of time"),
        ("same measure", "duration:, and other words stand beside them", LENGTH_OF_TIME),
        ("told alike", "meet, ar:دين, ~srng", "meet, دين"),
        ("same scope", "sex.male, sex.female", "male, female"),
        ("same subject", "they share 71 % of what the closest articles do", SHARE),
    ],
)
def test_reasons_are_words_not_ids(guard, because, reason):
    told = sentence(Guard(guard=guard, result="pass", because=because), EN)
    assert told.endswith(f": {reason}")


def test_a_guard_of_a_newer_engine_is_told_by_its_name():
    told = Guard(guard="same mood", result="fail", because="glad")
    assert sentence(told, EN) == sentence(told, AR) == "same mood: glad"


def test_what_does_not_matter_is_one_line():
    told = [
        Guard(guard="same part", result="n.a.", because="no place is compared"),
        Guard(guard="same time", result="n.a.", because=""),
        Guard(guard="same event", result="pass", because=""),
    ]
    assert beside_the_point(told, EN) == "Does not matter here: same part, same time"
    assert beside_the_point(told[2:], EN) == ""
