import pytest
from sample_report import evidence, finding

from claimcheck.link import guards as link_guards
from claimcheck.model.claim import Guard
from claimcheck.report.place_names import english_place
from claimcheck.report.reasons import MARKS, SENTENCES, beside_the_point, sentence
from claimcheck.report.statement import sides, statement
from claimcheck.report.values import plain_date, plain_figure, plain_value


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
        ("2015-XX-24", "2015-XX-24"),
        ("2014-33", "2014-33"),
        ("-0043", "-0043"),
        ("", ""),
    ],
)
def test_a_date_is_in_words_and_nothing_is_guessed(edtf, words):
    assert plain_date(edtf) == words


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
        ("..", ".."),
        ("1.2.3 person", "1.2.3 person"),
        ("many", "many"),
    ],
)
def test_a_figure_is_in_words_and_loses_no_digit(spelled, words):
    assert plain_figure(spelled) == words


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("ru.vladivostok", "Vladivostok"),
        ("ru", "Russia"),
        ("facility:base.space:", "space base"),
        ("facility:university:الساحل", "university “الساحل”"),
        ("region:east:ru", "the east of Russia"),
        ("region:east:nowhere", ""),
        ("nowhere", ""),
        ("", ""),
        ("ru\n", ""),
    ],
)
def test_a_place_has_its_english_name(identity, name):
    assert english_place(identity) == name


def test_a_value_without_a_name_is_told_in_its_own_words():
    piece = evidence("في القرية", "القرية", "A", "xx.nowhere")
    assert plain_value(piece, "place") == "القرية"


def test_a_side_of_many_values_names_two():
    said = [evidence("x", "x", "A", value) for value in ("2012", "2012", "2012-03", "2012-03-04")]
    (side,) = sides(finding(evidence=tuple(said)))
    assert (side.letter, side.value) == ("A", "2012 / March 2012")
    assert len(side.evidence) == 4


def test_the_longest_quote_is_put_into_words_first():
    pieces = (
        evidence("عام 2012", "عام 2012", "A", "2012"),
        evidence("مارس عام 2012", "مارس عام 2012", "B", "2012-03"),
    )
    told = finding(message="a pact: عام 2012 or مارس عام 2012?", evidence=pieces)
    assert statement(told) == "A pact: 2012 or March 2012?"


def guard_names():
    return ["same event", *link_guards._GUARDS, link_guards.KEPT_APART]


@pytest.mark.parametrize("name", guard_names())
@pytest.mark.parametrize("result", ["pass", "unknown", "fail"])
def test_every_guard_is_told_in_a_sentence(name, result):
    told = sentence(Guard(guard=name, result=result, because=""))
    assert told == SENTENCES[name][result]
    assert MARKS[result]


@pytest.mark.parametrize(
    ("guard", "because", "reason"),
    [
        ("same event", "the evidence sums to 11.0 bits", "what they share weighs 11.0 bits"),
        ("same kind of event", "debt-relief", "a debt write-off"),
        ("same kind of event", "debt-relief, meeting", "a debt write-off, a meeting"),
        ("same measure", "debt", "debt"),
        ("same measure", "count:soldier", "soldier"),
        ("same status", "actual, actual", "as a fact"),
        ("same status", "actual, planned", "as a fact, as a plan"),
        ("same part", "in, to", "where it was, where to"),
        ("same in the series", "ordinal:1, ordinal:2", "number 1, number 2"),
        ("same time", "both are dated alike", "both are dated alike"),
    ],
)
def test_reasons_are_words_not_ids(guard, because, reason):
    assert sentence(Guard(guard=guard, result="pass", because=because)).endswith(f": {reason}")


def test_a_guard_of_a_newer_engine_is_told_by_its_name():
    assert sentence(Guard(guard="same mood", result="fail", because="glad")) == "same mood: glad"


def test_what_does_not_matter_is_one_line():
    told = [
        Guard(guard="same part", result="n.a.", because="no place is compared"),
        Guard(guard="same time", result="n.a.", because=""),
        Guard(guard="same event", result="pass", because=""),
    ]
    assert beside_the_point(told) == "Does not matter here: same part, same time"
    assert beside_the_point(told[2:]) == ""
