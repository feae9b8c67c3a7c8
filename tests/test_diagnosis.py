import itertools
from dataclasses import replace

import pytest
from build import date, place, quantity
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.diagnosis import diagnosis_of


def people(amount, **more):
    return quantity(amount, unit="person", dimension="count", **more)


def hijri(gregorian):
    return replace(date(gregorian), calendar="hijri")


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("14", "15", "off-by-one"),
        ("9", "10", "off-by-one"),
        ("14", "16", ""),
        ("1776952", "1767952", "swapped-digits"),
        ("46", "64", "swapped-digits"),
        ("4.5", "5.4", "swapped-digits"),
        ("1020000", "1200000", "swapped-digits"),
        ("1234", "4231", ""),  # no neighbours
        ("112", "121", "swapped-digits"),
        ("12", "21.0", "swapped-digits"),
        ("20", "200", "factor-of-ten"),
        ("2.6", "26", "factor-of-ten"),
        ("11000000", "11000000000", "factor-of-thousand"),
        ("11", "1100", ""),
        ("0", "10", ""),
        ("-1", "-10", ""),
        ("123", "234", ""),
    ],
)
def test_figures(left, right, told):
    assert diagnosis_of([people(left), people(right)]) == told
    assert diagnosis_of([people(right), people(left)]) == told


def test_one_off_is_said_of_what_is_counted_in_ones():
    assert diagnosis_of([quantity("11000000000"), quantity("12000000000")]) == ""
    assert diagnosis_of([quantity("1.5"), quantity("2.5")]) == ""


def test_metres_for_kilometres_are_a_thousand_apart():
    near = quantity("15", "meter", "length", base_low=15, base_high=15, base_grain=1)
    thousand = {"base_low": 15000, "base_high": 15000, "base_grain": 1000}
    far = quantity("15", "kilometer", "length", **thousand)
    assert diagnosis_of([near, far]) == "factor-of-thousand"


def test_other_money_is_not_compared_by_its_digits():
    assert diagnosis_of([quantity("46", "USD"), quantity("64", "EUR")]) == ""


def test_a_range_and_a_score_are_told_nothing_about():
    assert diagnosis_of([people("20", high=None), people("200")]) == ""
    scores = [quantity(n, "score", "score") for n in ("2", "3")]
    assert diagnosis_of(scores) == ""


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("2014-05-03", "2014-05-04", "off-by-one-day"),
        ("2014-12-31", "2015-01-01", "off-by-one-day"),
        ("2014-05-03", "2014-03-05", "swapped-month-and-day"),
        ("2013", "2014", "off-by-one-year"),
        ("2013-05-03", "2014-05-03", "off-by-one-year"),
        ("2013", "2014-05", "off-by-one-year"),
        ("2014-05", "2014-06", "neighbouring-month"),
        ("2014-12", "2015-01", "neighbouring-month"),
        ("2014-05-20", "2014-06-20", "neighbouring-month"),
        ("2021-02-04", "2021-03-04", "neighbouring-month"),  # four weeks as well
        ("2014-05", "2014-06-20", "neighbouring-month"),
        ("2014-05-12", "2014-05-21", "swapped-digits"),
        ("1938", "1983", "swapped-digits"),
        ("2014-01-07", "2014-10-07", "swapped-digits"),
        ("2014-05-03", "2014-05-10", "same-weekday"),
        ("2014-05-28", "2014-06-11", "same-weekday"),
        ("2014-05-03", "2014-06-07", ""),  # five weeks
        ("2012", "2014-05", ""),
        ("2014-05-03", "2014-05-06", ""),
    ],
)
def test_dates(left, right, told):
    assert diagnosis_of([date(left), date(right)]) == told
    assert diagnosis_of([date(right), date(left)]) == told


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (date("1445"), date("2023")),  # the year 1445 AH
        (date("1445-09"), date("2024-03")),
        (date("1445-09-01"), date("2024-03-11")),
        (hijri("2024-07-16"), date("2024-01-10")),  # 10 Muharram, the first month
        (
            replace(hijri("2024-03-11"), edtf="2024-03-11/2024-04-09", grain="month"),
            date("2024-09"),
        ),
    ],
)
def test_the_islamic_calendar_taken_for_the_other(left, right):
    assert diagnosis_of([left, right]) == "hijri-and-gregorian"
    assert diagnosis_of([right, left]) == "hijri-and-gregorian"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (hijri("2024-07-16"), date("2024-02-10")),
        (date("1445"), date("2019")),
        (date("1445-09-01"), date("2024-05-11")),
        (replace(date("2024"), edtf="2024-22"), date("2023")),
        (replace(date("2024"), first=None, last=None, edtf="2024-XX-24"), date("2024-05-24")),
        (place("ru"), place("jp")),
        (place("ru"), date("2024")),
    ],
)
def test_nothing_is_told_where_nothing_fits(left, right):
    assert diagnosis_of([left, right]) == ""
    assert diagnosis_of([right, left]) == ""


def test_of_several_sides_all_must_say_the_same():
    assert diagnosis_of([people("20"), people("200"), people("2")]) == "factor-of-ten"
    assert diagnosis_of([people("20"), people("200"), people("77")]) == ""
    assert diagnosis_of([people("20")]) == ""


DATES = st.dates().map(lambda drawn: date(drawn.isoformat()))
FIGURES = st.integers(0, 10**9).map(lambda drawn: people(str(drawn)))


@given(st.one_of(st.tuples(DATES, DATES), st.tuples(FIGURES, FIGURES)))
def test_the_order_of_the_sides_does_not_matter(pair):
    left, right = pair
    assert diagnosis_of([left, right]) == diagnosis_of([right, left])


def test_every_diagnosis_can_be_told():
    from typing import get_args

    from claimcheck.model.finding import Diagnosis

    days = [
        f"{y}-{m:02d}-{d:02d}" for y, m, d in itertools.product((2013, 2014), (1, 2), (1, 2, 8))
    ]
    pairs = [*itertools.combinations(days, 2), ("2014-05-12", "2014-05-21")]
    found = {diagnosis_of([date(a), date(b)]) for a, b in pairs}
    found |= {diagnosis_of([people(a), people(b)]) for a, b in (("1", "2"), ("1", "10"))}
    found |= {diagnosis_of([people("1"), people("1000")])}
    found |= {diagnosis_of([date("1445"), date("2023")])}
    assert found == set(get_args(Diagnosis))
