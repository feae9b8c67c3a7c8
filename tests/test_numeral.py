"""Laws of numerals: digits or words, alone or in a sentence, the value is the same."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.ar import Arabic
from spacy.lang.en import English
from spelled import Style, in_arabic, in_english

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

GROUPING = [",", "٬", "\u00a0", "\u202f", "'", "’"]
styles = st.builds(
    Style,
    gender=st.sampled_from(["masculine", "feminine"]),
    case=st.sampled_from(["nominative", "oblique"]),
    hundred=st.sampled_from(["مئة", "مائة"]),
    fused=st.booleans(),
    tanwin=st.booleans(),
)
# Sentences around a number, the brackets standing for it.
ARABIC_SENTENCES = [
    "قال إن {} كانوا هناك",
    "وأفادت الوزارة بمقتل {} منهم أمس",
    "بلغت الحصيلة، بحسب المصدر، {}.",
    "أُحصي («{}») في اليوم نفسه",
]
ENGLISH_SENTENCES = [
    "She said {} were there",
    "The tally, officials said, was {}.",
    'Another source put it at "{}" on that day',
]


def found(text: str, language: str) -> list[Numeral]:
    return list(numerals(number_pieces(atoms(text), text), language))


def only_value(text: str, language: str) -> Decimal:
    (numeral,) = found(text, language)
    assert numeral.low == numeral.high is not None
    return numeral.low


@given(whole, styles)
def test_arabic_words_say_the_number_that_was_written(number: int, style: Style) -> None:
    assert only_value(in_arabic(number, style), "ar") == number


@given(whole.filter(lambda number: number > 1), st.booleans(), st.sampled_from(["-", " ", "‑"]))
def test_english_words_say_the_number(number: int, conjunction: bool, hyphen: str) -> None:
    assert only_value(in_english(number, conjunction=conjunction, hyphen=hyphen), "en") == number


@given(
    whole,
    st.sampled_from(["ar", "en"]),
    st.sampled_from([{}, ARABIC_DIGITS, PERSIAN_DIGITS]),
    st.sampled_from(GROUPING),
)
def test_digits_say_the_number_plain_and_grouped(
    number: int, language: str, digits: dict[int, int], mark: str
) -> None:
    assert only_value(str(number).translate(digits), language) == number
    assert only_value(f"{number:,}".replace(",", mark).translate(digits), language) == number


@given(st.integers(10**6, LARGEST - 1), st.sampled_from(["ar", "en"]))
def test_dots_and_spaces_group_millions(number: int, language: str) -> None:
    assert only_value(f"{number:,}".replace(",", "."), language) == number
    assert only_value(f"{number:,}".replace(",", " "), language) == number


@given(st.integers(1000, LARGEST - 1))
def test_agencies_set_the_groups_from_right_to_left(number: int) -> None:
    groups = f"{number:,}".split(",")
    assert only_value("ر".join(reversed(groups)), "ar") == number


@given(whole, styles, st.sampled_from(ARABIC_SENTENCES))
def test_a_number_in_an_arabic_sentence_is_the_number_alone(
    number: int, style: Style, sentence: str
) -> None:
    inside = found(sentence.format(in_arabic(number, style)), "ar")
    assert [numeral.low for numeral in inside] == [number]
    assert [n.low for n in found(sentence.format(f"{number:,}"), "ar")] == [number]


@given(whole, st.booleans(), st.sampled_from(ENGLISH_SENTENCES))
def test_a_number_in_an_english_sentence_is_the_number_alone(
    number: int, conjunction: bool, sentence: str
) -> None:
    words = in_english(number, conjunction=conjunction, hyphen="-")
    inside = found(sentence.format(words), "en")
    assert [n.low for n in inside] == ([number] if number > 1 else [])
    assert [n.low for n in found(sentence.format(f"{number:,}"), "en")] == [number]


@pytest.mark.parametrize("clutter", ["[0m", "[31m", "[1;32m", "\x1b[31m", "\x1b[1;31;40m"])
def test_what_a_terminal_leaves_is_no_number(clutter: str) -> None:
    assert [str(n) for n in found(f"{clutter} قتل 12 شخصا {clutter}", "ar")] == ["12"]
    assert [str(n) for n in found(f"{clutter} 12 people died {clutter}", "en")] == ["12"]


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


REPEATED = [
    "7",
    "1 ",
    "777 ",
    "و",
    " ",
    "([{",
    "مليون ",
    "1-",
    "9ر",
    "½",
    "3 or ",
    "1k-",
    "1 over ",
]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_run_of_anything_is_read_in_linear_time(unit: str, language: str) -> None:
    text = (unit * 20_000)[:20_000]
    start = time.process_time()
    assert all(numeral.span.end <= len(text) for numeral in found(text, language))
    assert time.process_time() - start < 10


def test_the_pipe_adds_what_the_function_finds() -> None:
    for make, language, text in ((Arabic, "ar", "12 شخصا"), (English, "en", "12 people")):
        doc = prepare(make(), text, Interval(), ())
        (numeral,) = mentions_of(NumeralPipe(language)(doc))
        assert str(numeral) == "12"
