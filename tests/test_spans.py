from decimal import Decimal

import pytest

from claimcheck.model.day import day
from claimcheck.model.mention import Entity, Numeral, Quantity, Timex
from claimcheck.model.text import TextSpan
from claimcheck.spans import spans


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
        (quantity("money", "?dollar"), "money", "3", None),
        (quantity("percent", "percent", "7.50"), "percent", "7.5", "%"),
        (quantity("length", "kilometer"), "quantity", "3", "kilometer"),
        (quantity("length", "kilometer", per="hour"), "quantity", "3", "kilometer per hour"),
        (quantity("age", "year"), "quantity", "3", "year"),
        (quantity("count", "person", numeral=at(0, 1)), "count", "3", "person"),
        (quantity("duration", "day"), "duration", "P3D", "day"),
        (quantity("duration", "hour", "1.5"), "duration", "PT1.5H", "hour"),
        (quantity("duration", "decade", 2), "duration", "P20Y", "decade"),
        (quantity("duration", "week", 3, 5), "duration", "P3W/P5W", "week"),
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


def test_a_number_inside_a_quantity_or_a_date_is_not_repeated():
    number = Numeral(span=at(0, 2), **amount(3))
    assert [s.kind for s in spans([number, quantity("money", "USD")])] == ["money"]
    date = Timex(span=at(0, 9), edtf="2014", grain="year")
    assert [s.kind for s in spans([number, date])] == ["date"]


def test_a_number_inside_a_duration_is():
    number = Numeral(span=at(0, 2), **amount(3))
    assert [s.kind for s in spans([quantity("duration", "day"), number])] == ["number", "duration"]


def test_names_are_no_spans():
    assert spans([Entity(span=at(0, 3), id="no.oslo", kind="place")]) == []
