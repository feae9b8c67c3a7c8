import pytest
from build import date, facility, place, quantity
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.date_values import days_apart
from claimcheck.values import compare_values

DATES = ["2012", "2014", "2014-05", "2014-05-03", "2014-06-01", "2013-12-31"]
PLACES = [
    place("ru", "w.europe"),
    place("ru.vladivostok", "ru.primorskiy", "ru"),
    place("ru.moscow", "ru"),
    facility("university", "far eastern", "ru.vladivostok", "ru.primorskiy", "ru"),
    facility("base.space", "vostochny", "ru.amur", "ru"),
    facility("base.space", "", "region:east:ru", "ru"),
]
VALUES = st.sampled_from(
    [date(d) for d in DATES]
    + PLACES
    + [quantity(n) for n in ("11", "10.9", "1100", "11000000000", "0")]
    + [quantity("90", "percent", "percent"), quantity("90", "soldier", "count")]
)


def yearly(month, dom=0, **more):
    """Return a month or a day of an unknown year."""
    stated = ("month", "day") if dom else ("month",)
    edtf = f"XXXX-{month:02d}" + (f"-{dom:02d}" if dom else "")
    unknown = {"edtf": edtf, "first": None, "last": None, "stated": stated, "resolved_by": "none"}
    return date("2000-01-01" if dom else "2000-01", **unknown, **more)


def hour(hours, minutes=0, zone=None, **more):
    """Return a time of an unknown day."""
    clock = (60 * hours + minutes,) * 2
    unknown = {"edtf": f"T{hours:02d}:{minutes:02d}", "first": None, "last": None, "zone": zone}
    unknown |= {"resolved_by": "none", "stated": (), "grain": "minute", "clock": clock}
    return date("2000", **{**unknown, **more})


def test_a_day_of_an_unknown_year_is_near_the_same_day_of_any():
    assert days_apart(yearly(12, 30), date("2014-01-02")) == 3
    assert days_apart(yearly(1, 2), yearly(12, 30)) == 3


@given(VALUES, VALUES)
def test_comparison_is_symmetric(left, right):
    assert compare_values(left, right) == compare_values(right, left)


@given(VALUES)
def test_no_value_conflicts_with_itself(value):
    assert compare_values(value, value) == "equal"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (date("2014-05"), date("2012"), "different"),
        (date("2014-05"), date("2014"), "compatible"),
        (date("2014-05-03"), date("2014-05-04"), "different"),
        (date("2014-05-03", calendar="hijri"), date("2014-05-04"), "compatible"),
        (date("2014-05-03", approximate=True), date("2014-05-04"), "different"),
        (yearly(5, 3), date("2014-05-03"), "equal"),
        (yearly(5, 3), date("2014-05-13"), "different"),
        (yearly(5, 3), date("2014-05"), "compatible"),
        (yearly(5, 3), date("2014-06"), "different"),
        (yearly(5, 3), date("2014"), "compatible"),
        (yearly(5), date("2014-06-30"), "different"),
        (yearly(5, 3), yearly(5, 4), "different"),
        (yearly(2, 29), date("2014-02-28"), "incomparable"),
        (yearly(5, 3, approximate=True), date("2014-05-13"), "incomparable"),
        (
            date("2014-05-03", edtf="2014-05-03/2012-05-03", last=734626),
            date("2014-05-03", edtf="2014-05-03/2012-05-03", last=734626),
            "equal",
        ),
        (hour(6, 58), hour(1, 58), "different"),
        (hour(6, 58), hour(6, 58), "equal"),
        (hour(6, grain="hour"), hour(6), "compatible"),
        (hour(9, zone=480), hour(1, zone=0), "equal"),
        (hour(1, 30, zone=240), hour(21, 30, zone=0), "equal"),
        (hour(9, zone=480), hour(2, zone=0), "different"),
        (hour(9, zone=480), hour(9), "incomparable"),
        (hour(9), date("2014-05-03"), "incomparable"),
        (hour(9), hour(9, 20, approximate=True), "equal"),
        (
            hour(9, zone=480, first=735000, last=735000),
            hour(1, zone=0, first=735000, last=735000),
            "equal",
        ),
    ],
)
def test_dates_conflict_where_no_day_fits_both(left, right, relation):
    assert compare_values(left, right) == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (quantity("11000000000"), quantity("10900000000"), "compatible"),
        (quantity("11000000000"), quantity("17000000000"), "different"),
        (quantity("12", approximate=True), quantity("12.5"), "compatible"),
        (quantity("12", high=None), quantity("40"), "compatible"),
        (quantity("12", low=None), quantity("40"), "different"),
        (quantity("12"), quantity("12", "EUR"), "incomparable"),
        (quantity("12"), quantity("12", "percent", "percent"), "incomparable"),
        (quantity("12", "?pound"), quantity("19", "GBP"), "different"),
        (quantity("12", "?pound"), quantity("12", "EGP"), "equal"),
        (quantity("12", "?pound"), quantity("19", "USD"), "incomparable"),
        (quantity("12", per="month"), quantity("15"), "different"),
        (quantity("12", per="month"), quantity("12"), "incomparable"),
        (quantity("12", per="month"), quantity("144"), "incomparable"),
        (quantity("12", per="month"), quantity("15", per="year"), "incomparable"),
    ],
)
def test_quantities_tolerate_half_a_grain_and_their_bounds(left, right, relation):
    assert compare_values(left, right) == relation


def test_units_of_one_dimension_are_converted():
    def length(amount, unit, base, grain):
        return quantity(amount, unit, "length", base_low=base, base_high=base, base_grain=grain)

    kilometres = length("5", "kilometer", 5000, 1000)
    metres = length("5200", "meter", 5200, 100)
    miles = length("5", "mile", 8047, 1609)
    assert compare_values(kilometres, metres) == "compatible"
    assert compare_values(kilometres, miles) == "different"


def test_a_score_is_the_same_whoever_is_named_first():
    one, other = (quantity("0", "score", "score", low=a, high=b) for a, b in ((3, 0), (0, 3)))
    assert compare_values(one, other) == "equal"
    assert compare_values(one, one) == "equal"
    third = quantity("0", "score", "score", low=3, high=1)
    assert compare_values(one, third) == "different"


def test_a_space_base_and_a_university_are_two_places_even_in_one_region():
    university = facility("university", "x", "ru.vladivostok", "ru.far-east", "ru")
    base = facility("base.space", "y", "ru.amur", "ru.far-east", "ru")
    assert compare_values(university, base) == "different"


def test_a_nameless_base_in_the_region_may_be_the_named_one():
    vague = facility("base.space", "", "ru")
    assert compare_values(vague, facility("base.space", "vostochny")) == "compatible"


def test_spellings_of_one_name_are_one_place():
    one, other = facility("base", "فوستوشني"), facility("station", "فوستوتشني")
    assert compare_values(one, other) == "equal"


def test_a_university_lies_in_its_city():
    university = facility("university", "x", "ru.vladivostok", "ru")
    assert compare_values(university, place("ru.vladivostok", "ru")) == "compatible"
    assert compare_values(university, place("ru.moscow", "ru")) == "different"


def test_a_facility_named_after_its_town_alone_may_be_any_there():
    of_town = facility("hospital", "عنابه", "dz.annaba", "dz")
    assert compare_values(of_town, facility("hospital", "سينا", "dz.annaba", "dz")) == "compatible"
    assert compare_values(of_town, facility("hospital", "سينا", "dz.oran", "dz")) == "different"
    assert compare_values(of_town, facility("school", "سينا", "dz.annaba", "dz")) == "different"


def test_facilities_of_one_name_in_two_towns_are_two():
    one = facility("school", "model", "tn.sfax", "tn")
    assert compare_values(one, facility("school", "model", "tn.sousse", "tn")) == "different"
    assert compare_values(one, facility("school", "model", "tn")) == "equal"
    assert compare_values(one, facility("school", "model")) == "equal"


def test_a_place_that_no_gazetteer_knows_may_be_one_of_its_name():
    village = place("place:village:stirniene", type="village")
    assert compare_values(village, place("place::stirniene")) == "compatible"
    river, same = place("place:river:ak talas"), place("place:river:اق طلاس")
    assert compare_values(river, same) == "compatible"
    assert compare_values(facility("barracks", "نوفي بور"), place("place:town:نوفي بور")) == (
        "compatible"
    )
    assert compare_values(village, place("place:village:sabile", type="village")) == "different"


def test_nobody_can_tell_whether_a_town_lies_on_a_sea_or_in_an_unknown_area():
    town = place("eg.safaga", "eg.red-sea-governorate", "eg", type="city")
    assert compare_values(town, place("sea.red-sea", type="sea")) == "incomparable"
    assert compare_values(town, place("place:district:x", type="district")) == "incomparable"
    assert compare_values(town, place("eg.qena", "eg", type="city")) == "different"


def test_two_words_for_one_sort_of_building_tell_no_two_buildings():
    station = facility("station", "", "ru.amur")
    assert compare_values(station, facility("base", "", "ru.amur")) == "incomparable"
    assert compare_values(station, facility("university", "", "ru.amur")) == "different"


def test_the_level_that_a_change_leads_to_is_compared_with_a_level():
    risen = quantity("521", change="to")
    assert compare_values(risen, quantity("512")) == "different"
    assert compare_values(risen, quantity("521")) == "equal"
    assert compare_values(quantity("521", change="by"), quantity("512")) == "incomparable"
