"""Laws of quantities: units convert, spans hold their numbers, context says by, to and from."""

from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.annotate.numbers.numeral import NumeralPipe
from claimcheck.annotate.quantities.quantity import QuantityPipe
from claimcheck.annotate.quantities.unit_lists import listed
from claimcheck.annotate.quantities.unit_table import factors
from claimcheck.lang.cldr import currency_plurals, unit_patterns
from claimcheck.model.mention import Quantity
from claimcheck.model.text import Interval
from claimcheck.values import compare_values

# The first text loads the vocabularies.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@cache
def blank(language: str) -> Language:
    return spacy.blank(language)


def quantities(text: str, language: str) -> list[Quantity]:
    doc = prepare(blank(language), text, Interval(), ())
    for pipe in (NumeralPipe(language), QuantityPipe(language)):
        doc = pipe(doc)
    return [mention for mention in mentions_of(doc) if isinstance(mention, Quantity)]


def one(text: str, language: str) -> Quantity:
    (quantity,) = quantities(text, language)
    return quantity


@given(st.integers(2, 10**9))
def test_a_kilometre_is_a_thousand_metres_in_both_languages(number: int) -> None:
    for text, language in ((f"{number} كيلومتر", "ar"), (f"{number:,} kilometres", "en")):
        quantity = one(text, language)
        assert (quantity.base_low, quantity.base_grain) == (number * 1000, 1000)


@given(st.integers(2, 10**6), st.sampled_from(["دولار", "في المئة", "طن", "برميل", "سنة"]))
def test_the_number_lies_in_the_quantity_and_the_quantity_in_the_text(
    number: int, unit: str
) -> None:
    text = f"بلغ {number} {unit}."
    quantity = one(text, "ar")
    assert quantity.numeral is not None
    assert text[quantity.numeral.start : quantity.numeral.end] == str(number)
    assert text[quantity.span.start : quantity.span.end] == f"{number} {unit}"


@given(st.text(alphabet="0123456789.,%$€ وسنةيوماندلر٪-()\nabkmn", max_size=50))
def test_no_text_breaks_it_and_spans_stay_apart(text: str) -> None:
    for language in ("ar", "en"):
        spans = [quantity.span for quantity in quantities(text, language)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "language", "changes"),
    [
        ("ارتفع السعر بنسبة 5% إلى 12 دولارا", "ar", ["by", "to"]),
        ("انخفض الإنتاج من 10 براميل إلى 8 براميل", "ar", ["from", "to"]),
        ("Prices rose by 5% to $12", "en", ["by", "to"]),
        ("Output fell from 10 barrels to 8 barrels", "en", ["from", "to"]),
        ("a 5% rise", "en", ["by"]),
        ("بلغ السعر 12 دولارا", "ar", [""]),
        ("They paid $12 to the owner", "en", [""]),
    ],
)
def test_a_change_is_told_from_the_levels_it_joins(
    text: str, language: str, changes: list[str]
) -> None:
    assert [quantity.change for quantity in quantities(text, language)] == changes


@pytest.mark.parametrize(
    ("text", "language", "per"),
    [
        ("مليونا برميل يوميا", "ar", "day"),
        ("5 ملايين طن سنويا", "ar", "year"),
        ("50 دولارا للبرميل", "ar", "barrel"),
        ("5 ملايين دولار في العام الماضي", "ar", ""),
        ("2 million barrels a day", "en", "day"),
        ("$50 a barrel", "en", "barrel"),
    ],
)
def test_a_rate_has_its_unit(text: str, language: str, per: str) -> None:
    assert one(text, language).per == per


def test_the_text_itself_names_whose_money_a_bare_name_is() -> None:
    units = [q.unit for q in quantities("5 ملايين جنيه مصري، ثم 3 ملايين جنيه", "ar")]
    assert units == ["EGP", "EGP"]
    units = [q.unit for q in quantities("5 جنيهات مصرية و4 جنيهات سودانية و3 جنيهات", "ar")]
    assert units == ["EGP", "SDG", "?pound"]


def test_a_year_is_months_exactly_and_days_within_its_grain() -> None:
    year, months, days = (one(t, "en") for t in ("2 years", "24 months", "730 days"))
    assert year.base_low == months.base_low
    assert year.base_low is not None
    assert days.base_low is not None
    assert year.base_grain is not None
    assert abs(year.base_low - days.base_low) < year.base_grain / 2


def test_fahrenheit_converts_with_its_offset() -> None:
    quantity = one("212 degrees Fahrenheit", "en")
    assert quantity.base_low is not None
    assert round(quantity.base_low) == Decimal(100)


def test_every_dimension_has_a_base_unit() -> None:
    bases = {factor.dimension for factor in factors().values() if factor.factor == 1}
    assert bases == {factor.dimension for factor in factors().values()}


@pytest.mark.parametrize("unit", ["7 ", "و ", " ", "([{", "سنة ونصف ", "5% إلى ", "-5 "])
def test_a_long_run_of_anything_is_read(unit: str) -> None:
    text = (unit * 5_000)[:5_000]
    assert all(quantity.span.end <= len(text) for quantity in quantities(text, "ar"))


def plurals(language: str) -> list[tuple[str, str]]:
    """Return every CLDR unit that we know, in each of its own plural forms."""
    unused = set(listed(language, "not_cldr"))
    found = []
    for name, widths in unit_patterns(language).items():
        unit = name.partition("-")[2].replace("-", "_")
        for category, pattern in widths.get("long", {}).items():
            text = str(pattern).replace("{0}", "").strip()
            plural = category in ("one", "few", "many", "other") and "{0}" in str(pattern)
            if unit in factors() and plural and text and text not in unused:
                found.append((unit, text))
    return found


# Names that news gives another meaning than CLDR does: a ton is a tonne, Calories are kilocalories.
OTHERWISE = {"tonne", "foodcalorie", "kilocalorie", "carat", "karat", "night", "quarter"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_unit_of_cldr_reads_back_as_itself(language: str) -> None:
    for unit, name in plurals(language):
        found = quantities(f"7 {name}", language)
        read = [(quantity.unit, quantity.low) for quantity in found]
        assert unit in OTHERWISE or read == [(unit, Decimal(7))], (unit, name, read)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_currency_of_cldr_reads_back_as_itself(language: str) -> None:
    unused = set(listed(language, "not_cldr"))
    for code, names in currency_plurals(language).items():
        for name in map(str, names.values()):
            if name in unused or "(" in name:
                continue
            read = [quantity.unit for quantity in quantities(f"7 {name}", language)]
            assert read == [code], (code, name, read)


@given(st.integers(1, 10**6), st.sampled_from(["USD", "EUR", "KWD", "JPY", "CHF", "EGP", "SEK"]))
def test_a_code_before_or_after_a_number_is_the_same_money(number: int, code: str) -> None:
    for text in (f"{code} {number}", f"{code}{number}", f"{number} {code}", f"{number}{code}"):
        assert [(q.unit, q.low) for q in quantities(text, "en")] == [(code, number)]


@given(st.integers(1, 99), st.integers(1, 99))
def test_cents_are_hundredths_of_their_dollars(dollars: int, cents: int) -> None:
    quantity = one(f"{dollars} dollars and {cents} cents", "en")
    assert quantity.low == dollars + Decimal(cents) / 100


@given(st.integers(2, 50), st.integers(1, 11), st.integers(1, 27))
def test_a_length_of_time_keeps_its_parts(years: int, months: int, days: int) -> None:
    quantity = one(f"{years} years, {months} months and {days} days", "en")
    assert quantity.parts == (
        (Decimal(years), "year"),
        (Decimal(months), "month"),
        (Decimal(days), "day"),
    )


def test_an_escape_sequence_of_a_terminal_measures_nothing() -> None:
    assert quantities("\x1b[31mred\x1b[0m and \x1b[1;32mgreen", "en") == []


def test_a_cent_is_of_the_only_money_that_the_text_names() -> None:
    assert [str(q) for q in quantities("$3.20, up 5 cents", "en")] == ["3.2 USD", "0.05 USD"]
    units = [q.unit for q in quantities("$3.20 and €4, up 5 cents", "en")]
    assert units == ["USD", "EUR", "?cent"]


def test_months_with_days_tolerate_how_much_months_differ() -> None:
    quantity = one("3 months and 5 days", "en")
    assert quantity.grain > 1


def test_degrees_are_heat_only_beside_a_word_of_heat() -> None:
    assert one("The temperature reached 40 degrees", "en").dimension == "temperature"
    assert one("It turned 180 degrees", "en").dimension == "degree"
    assert one("بلغت درجة الحرارة 40 درجة", "ar").dimension == "temperature"


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("a room of 20 by 30 metres", ["20 meter", "30 meter"]),
        ("a 9 x 12 feet rug", ["9 foot", "12 foot"]),
        ("panels of 2 x 3 metres", ["2 meter", "3 meter"]),
        ("10 km by 5 km, 6 feet tall", ["10 kilometer", "5 kilometer", "6 foot"]),
    ],
)
def test_both_sides_of_a_surface_have_its_unit(text: str, sizes: list[str]) -> None:
    found = quantities(text, "en")
    assert [f"{m.low} {m.unit}" for m in found] == sizes


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("قتل 12 شخصا وجرح 420 آخرون", "ar", ["12 شخص", "420 شخص"]),
        ("بأغلبية 67 صوتا مقابل 33", "ar", ["67 صوت", "33 صوت"]),
        ("passed by 67 votes to 33", "en", ["67 vote", "33 vote"]),
        ("sold 67 cars to 33 firms", "en", ["67 car", "33 firm"]),
        ("فازت بسبعة من مقاعد المجلس العشرة", "ar", ["7 مقعد", "10 مقعد"]),
        ("حضر خمسة من أعضاء اللجنة السبعة", "ar", ["5 عضو", "7 عضو"]),
        ("نال 2341 صوتا مقابل 1532 لمنافسه", "ar", ["2341 صوت", "1532 صوت"]),
        ("ب20 في المئة بدلا من الـ16 التي رفضها العمال", "ar", ["20 percent", "16 percent"]),
        ("كلف 40 مليون دولار مقابل 25 كانت مقدرة", "ar", ["40000000 USD", "25000000 USD"]),
        ("زاره 12 ألف شخص مقابل مليونين العام الماضي", "ar", ["12000 شخص"]),
        ("20 percent in all against the 16 that was offered", "en", ["20 percent", "16 percent"]),
        ("40 million dollars, from the 31 it had made", "en", ["40000000 USD", "31000000 USD"]),
        ("it cost $40m, not 31.", "en", ["40000000 USD", "31000000 USD"]),
        ("9 percent, from 31 Main Street", "en", ["9 percent"]),
        ("drew 12,000 people, against 9,000 before", "en", ["12000 person", "9000 person"]),
        ("قتل 12 شخصا. وجرح 420 آخرون", "ar", ["12 شخص"]),
    ],
)
def test_a_number_counts_what_the_one_before_it_counts(
    text: str, language: str, counts: list[str]
) -> None:
    assert [f"{m.low} {m.unit}" for m in quantities(text, language)] == counts


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("صافي الأرباح: 2011: 175؛ 2012: 203 (مليون ريال).", "ar", ["175 million", "203 million"]),
        (
            "المبيعات (ألف دينار): 2015: 60، 2016: 72. الفروع 4",
            "ar",
            ["60 thousand", "72 thousand"],
        ),
        ("الصادرات (بملايين الدولارات): 410", "ar", ["410 million"]),
        ("الإنتاج بالمليون برميل: 12", "ar", ["12 million"]),
        ("المساحة (كم²): 450", "ar", ["450"]),
        ("عدد الزوار (بالآلاف): 340", "ar", []),
        ("عدد الزوار بالآلاف: 340", "ar", []),
        (
            "Net profit: 2011: 175; 2012: 203 (million riyals).",
            "en",
            ["175 million", "203 million"],
        ),
        ("Catch (thousand tonnes): 2011: 5; 2012: 7.", "en", ["5 thousand", "7 thousand"]),
        ("Revenue in $ million: 2015: 44; 2016: 51.", "en", ["44 million", "51 million"]),
        ("Exports (US$ million): 512", "en", ["512 million"]),
        ("Length (m): 120", "en", ["120"]),
        ("Exports ($ million) rose in 2012.", "en", []),
        ("Staff: 340 (in thousands).", "en", []),
        # A sum in brackets that is told in a sentence is one.
        ("ذهبت الجائزة الأولى (مليون ريال) إلى شاعر.", "ar", ["1 million"]),
        ("He won the top prize (a million dollars) and left.", "en", ["1 million"]),
        ("The grant ($10 million): see below.", "en", ["10 million"]),
        # What another label counts is no figure of the table.
        ("Budget (USD million): 33. Staff: 120.", "en", ["33 million"]),
    ],
)
def test_a_table_gives_its_unit_to_its_figures_and_is_no_figure_itself(
    text: str, language: str, told: list[str]
) -> None:
    scales = {"million": 10**6, "thousand": 10**3, "": 1}
    amounts = (one.partition(" ") for one in told)
    expected = [int(number) * scales[scale] for number, _, scale in amounts]
    measured = [m for m in quantities(text, language) if m.dimension != "count"]
    assert [m.low for m in measured] == expected


@pytest.mark.parametrize(
    ("text", "language", "share", "relation"),
    [
        ("a little more than a third", "en", "38%", "compatible"),
        ("a little more than a third", "en", "34%", "compatible"),
        ("a little more than a third", "en", "29%", "different"),
        ("a little more than a third", "en", "44%", "different"),
        ("أكثر بقليل من ثلث", "ar", "38%", "compatible"),
        ("أقل بقليل من النصف", "ar", "46%", "compatible"),
        ("just under half of it", "en", "46%", "compatible"),
        ("just under half of it", "en", "54%", "different"),
        ("just over half of it", "en", "46%", "different"),
        ("a bit over a tenth", "en", "16%", "different"),
    ],
)
def test_a_little_more_than_a_part_is_near_it_on_one_side(
    text: str, language: str, share: str, relation: str
) -> None:
    about, exact = one(text, language), one(share, "en")
    assert compare_values(exact, about) == relation
