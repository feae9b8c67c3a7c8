"""Laws of numerals: digits or words, alone or in a sentence, the value is the same."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.ar import Arabic
from spacy.lang.en import English

from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.annotate.numbers.number_tokens import number_pieces
from claimcheck.annotate.numbers.numeral import NumeralPipe, numerals
from claimcheck.model.mention import Numeral
from claimcheck.model.text import Interval

# The first text loads the vocabularies.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

LARGEST = 10**15
whole = st.integers(min_value=1, max_value=LARGEST - 1)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

ONES = ["x", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TEENS = ["أحد", "اثنا", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["x", "x", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    "x",
    "مئة",
    "مئتان",
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
]
SCALES = (
    ("تريليون", "تريليونان", "تريليونات", "تريليونا"),
    ("مليار", "ملياران", "مليارات", "مليارا"),
    ("مليون", "مليونان", "ملايين", "مليونا"),
    ("ألف", "ألفان", "آلاف", "ألفا"),
)
EN_ONES = [
    "x",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["x", "x", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_SCALES = ("trillion", "billion", "million", "thousand", "")


def arabic_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [HUNDREDS[hundreds]] if hundreds else []
    if 0 < rest <= 10:
        parts.append(ONES[rest])
    elif 10 < rest < 20:
        parts.append(f"{TEENS[rest - 11]} عشر")
    elif rest:
        tens, ones = divmod(rest, 10)
        parts += [ONES[ones]] if ones else []
        parts.append(TENS[tens])
    return " و".join(parts)


def arabic_scaled(count: int, names: tuple[str, str, str, str]) -> str:
    one, two, few, many = names
    if count <= 2:
        return (one, two)[count - 1]
    last = count % 100
    name = few if 3 <= last <= 10 else many if last > 10 else one
    return f"{arabic_below_thousand(count)} {name}"


def groups(number: int) -> list[int]:
    return [number // 1000**power % 1000 for power in (4, 3, 2, 1, 0)]


def in_arabic(number: int) -> str:
    *large, small = groups(number)
    parts = [arabic_scaled(n, names) for n, names in zip(large, SCALES, strict=True) if n]
    return " و".join([*parts, *([arabic_below_thousand(small)] if small else [])])


def english_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{EN_ONES[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        twenties = EN_TENS[tens] + (f"-{EN_ONES[ones]}" if ones else "") if tens > 1 else ""
        parts.append(twenties or EN_ONES[rest])
    return " and ".join(parts)


def in_english(number: int) -> str:
    named = zip(groups(number), EN_SCALES, strict=True)
    return " ".join(f"{english_below_thousand(n)} {name}".strip() for n, name in named if n)


def found(text: str, language: str) -> list[Numeral]:
    return list(numerals(number_pieces(atoms(text), text), language))


def only_value(text: str, language: str) -> Decimal:
    (numeral,) = found(text, language)
    assert numeral.low == numeral.high is not None
    return numeral.low


@given(whole)
def test_arabic_words_say_the_number_that_was_written(number: int) -> None:
    assert only_value(in_arabic(number), "ar") == number


@given(whole.filter(lambda number: number > 1))
def test_english_words_say_the_number_that_was_written(number: int) -> None:
    assert only_value(in_english(number), "en") == number


@given(whole, st.sampled_from(["ar", "en"]))
def test_digits_say_the_number_plain_and_grouped(number: int, language: str) -> None:
    assert only_value(str(number), language) == number
    assert only_value(f"{number:,}", language) == number
    assert only_value(str(number).translate(ARABIC_DIGITS), language) == number
    assert only_value(f"{number:,}".replace(",", "٬").translate(PERSIAN_DIGITS), language) == number


@given(whole)
def test_a_number_in_a_sentence_is_the_number_alone(number: int) -> None:
    words = in_arabic(number)
    inside = found(f"قال إن {words} كانوا هناك", "ar")
    assert [numeral.low for numeral in inside] == [number]
    text = f"She said {in_english(number)} were there"
    assert [n.low for n in found(text, "en")] == ([number] if number > 1 else [])


@given(st.integers(1, 999_999), st.integers(1, 99))
def test_decimals_keep_their_value_and_their_grain(number: int, cents: int) -> None:
    for mark in ".,٫":
        (numeral,) = found(f"{number}{mark}{cents:02d}", "ar")
        assert (numeral.low, numeral.grain) == (Decimal(f"{number}.{cents:02d}"), Decimal("0.01"))


@given(st.text(alphabet="0123456789.,٫٬ر،-/ ونصفمليأ%$()[]\n", max_size=60))
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    for language in ("ar", "en"):
        spans = [numeral.span for numeral in found(text, language)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(whole)
def test_the_grain_is_the_last_digit_written(number: int) -> None:
    (numeral,) = found(f"{number} مليون", "ar")
    assert numeral.grain == 10**6


@pytest.mark.parametrize("unit", ["7", "7 ", "777 ", "و", "و ", " ", "([{", "مليون ", "1-", "9ر"])
def test_a_long_run_of_anything_is_read_in_linear_time(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    assert all(numeral.span.end <= len(text) for numeral in found(text, "ar"))


def test_the_pipe_adds_what_the_function_finds() -> None:
    for make, language, text in ((Arabic, "ar", "12 شخصا"), (English, "en", "12 people")):
        doc = prepare(make(), text, Interval(), ())
        (numeral,) = mentions_of(NumeralPipe(language)(doc))
        assert str(numeral) == "12"
