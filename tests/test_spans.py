import json
from decimal import Decimal

import pytest

from claimcheck.model.day import day
from claimcheck.model.mention import Entity, Numeral, Quantity, Timex
from claimcheck.model.text import TextSpan
from claimcheck.spans import annotated_lines, spans


def at(start, end):
    return TextSpan(start=start, end=end)


def amount(low, high=None):
    numbers = {"low": Decimal(low), "high": Decimal(low if high is None else high)}
    return {**numbers, "grain": Decimal(1)}


def quantity(dimension, unit, low=3, high=None, **more):
    return Quantity(span=at(0, 9), dimension=dimension, unit=unit, **amount(low, high), **more)


@pytest.mark.parametrize(
    ("mention", "kind", "value", "unit"),
    [
        (Numeral(span=at(0, 2), **amount(12)), "number", "12", None),
        (Numeral(span=at(0, 2), **amount(10, 12)), "range", "10..12", None),
        (Numeral(span=at(0, 2), kind="ordinal", **amount(3)), "ordinal", "3", None),
        (quantity("money", "USD", "11E9"), "money", "11000000000", "USD"),
        (quantity("money", "?dollar"), "money", "3", "dollar"),
        (quantity("percent", "percent", "7.50"), "percent", "7.5", "%"),
        (quantity("length", "kilometer"), "quantity", "3", "kilometre"),
        (quantity("volume", "liter", per="hour"), "quantity", "3", "litre per hour"),
        (quantity("frequency", "hertz"), "quantity", "3", "hertz"),
        (quantity("age", "year"), "quantity", "3", "year"),
        (quantity("count", "person", numeral=at(0, 1)), "count", "3", "person"),
        (quantity("duration", "day"), "duration", "P3D", "day"),
        (quantity("duration", "hour", "1.5"), "duration", "PT1.5H", "hour"),
        (quantity("duration", "decade", 2), "duration", "P20Y", "decade"),
        (quantity("duration", "week", 3, 5), "duration", "P3W/P5W", "week"),
        (quantity("duration", "night", 2), "duration", "P2D", "night"),
        (
            quantity("duration", "minute", parts=((Decimal(2), "year"), (Decimal(5), "minute"))),
            "duration",
            "P2YT5M",
            "minute",
        ),
        (
            quantity("duration", "day", parts=((Decimal(3), "day"), (Decimal(1), "decade"))),
            "duration",
            "P10Y3D",
            "day",
        ),
        (Timex(span=at(0, 9), edtf="2014-05", grain="month"), "date", "2014-05", None),
        (Timex(span=at(0, 9), edtf="2014-21~", grain="season"), "date", "2014-21~", None),
        (Timex(span=at(0, 9), edtf="199X", grain="decade"), "date", "199X", None),
        (Timex(span=at(0, 9), edtf="../2014-05", grain="month"), "date", "../2014-05", None),
        (Timex(span=at(0, 9), edtf="2015-XX-24", grain="day"), "date", "2015-XX-24", None),
        (
            Timex(span=at(0, 9), edtf="2014-05-03T14:30", grain="minute", clock=(870, 870)),
            "time",
            "2014-05-03T14:30",
            None,
        ),
        (
            Timex(
                span=at(0, 9),
                edtf="2014-40",
                first=day(2014, 1, 1),
                last=day(2014, 6, 30),
                grain="half",
            ),
            "date",
            "2014-01-01/2014-06-30",
            None,
        ),
    ],
)
def test_a_mention_has_a_kind_a_value_and_a_unit(mention, kind, value, unit):
    (span,) = spans([mention])
    assert (span.kind, span.value, span.unit) == (kind, value, unit)


def test_a_number_inside_a_quantity_is_not_repeated():
    number = Numeral(span=at(0, 2), **amount(3))
    assert [s.kind for s in spans([number, quantity("money", "USD")])] == ["money"]


def test_a_number_inside_a_duration_is():
    number = Numeral(span=at(0, 2), **amount(3))
    assert [s.kind for s in spans([quantity("duration", "day"), number])] == ["number", "duration"]


def test_a_number_inside_a_duration_counts_its_unit():
    number = Numeral(span=at(0, 2), **amount(3))
    spans_found = spans([quantity("duration", "day", numeral=at(0, 2)), number])
    assert [(s.kind, s.unit) for s in spans_found] == [("number", "day"), ("duration", "day")]


def bound(low, high, **more):
    return {"low": low and Decimal(low), "high": high and Decimal(high), "grain": Decimal(1)} | more


@pytest.mark.parametrize("sides", [("500", None), (None, "500")])
def test_a_bound_is_reported_with_the_number_that_is_written(sides):
    number = Numeral(span=at(0, 3), **bound(*sides))
    both = [(s.kind, s.value) for s in spans([number])]
    assert sorted(both) == sorted(
        [("range", "..".join(side or "" for side in sides)), ("range", "500")]
    )
    plants = Quantity(span=at(0, 9), dimension="count", unit="plant", **bound(*sides))
    assert [(s.kind, s.value) for s in spans([number, plants]) if s.kind == "range"] == [
        ("range", "500")
    ]


def test_a_vague_plural_is_a_bound_alone():
    number = Numeral(span=at(0, 9), form="words", approximate=True, **bound("2000", None))
    assert [(s.kind, s.value) for s in spans([number])] == [("range", "2000..")]


def reported(text, language="en"):
    (answer,) = annotated_lines([json.dumps({"text": text, "lang": language})], "x")
    return [(s["kind"], s["value"]) for s in json.loads(answer)["spans"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [("He left on 4 October 1988.", "en"), ("غادر في 4 أكتوبر 1988.", "ar")],
)
def test_the_numbers_of_a_date_are_numbers_too(text, language):
    assert sorted(reported(text, language)) == [
        ("date", "1988-10-04"),
        ("number", "1988"),
        ("number", "4"),
    ]


def test_a_year_alone_is_no_number():
    assert reported("He left in 1988.") == [("date", "1988")]


def test_a_text_that_is_but_a_year_may_be_a_number():
    assert sorted(reported("١٩٨٥", "ar")) == [("date", "1985"), ("number", "1985")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge stood before 2018.", "../2017-12-31"),
        ("They must pay prior to March 2019.", "../2019-02-28"),
        ("The tower closed before the end of May 2016.", "../2016-05-31"),
        ("It must be sent no later than 4 March 2019.", "../2019-03-04"),
        ("The road stays closed until May 2016.", "../2016-05-31"),
        ("Prices fell after 2014.", "2015-01-01/.."),
        ("Prices fell after May 2014.", "2014-06-01/.."),
        ("Nobody saw them after 6 May 2014.", "2014-05-06/.."),
        ("He has led the party since 2014.", "2014-01-01/.."),
        ("A toll applies starting on 3 June 2017.", "2017-06-03/.."),
        ("A house built in 2012 or later is exempt.", "2012-01-01/.."),
        ("Those born on 1/1/1990 or earlier may vote.", "../1990-01-01"),
        ("From 2015 onwards it lost money.", "2015-01-01/.."),
        ("Shortly after 2014 it closed.", "2014"),
        ("Two years before 2014 it closed.", "2014"),
        ("It closed in 2014 or after 2015 it was sold.", "2014"),
        ("It closed on 6 May 2014.", "2014-05-06"),
        ("They met on the Tuesday after Christmas 2014.", "2014-12-25"),
        ("It was there in 2010 or before 2000.", "../1999-12-31"),
    ],
)
def test_a_date_that_bounds_an_open_stretch_is_one(text, value):
    assert ("date", value) in reported(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أغلق المصنع قبل عام 2018", "../2017-12-31"),
        ("ارتفعت الأسعار منذ 4 مايو 2014", "2014-05-04/.."),
        ("يسري القرار ابتداء من 1 يونيو 2017", "2017-06-01/.."),
        ("أغلق المصنع بعد عامين من 2014", "2014"),
    ],
)
def test_an_arabic_date_that_bounds_an_open_stretch_is_one(text, value):
    assert ("date", value) in reported(text, "ar")


def test_names_are_no_spans():
    assert spans([Entity(span=at(0, 3), id="no.oslo", kind="place")]) == []
