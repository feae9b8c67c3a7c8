"""The time that an article takes grows with its length, whatever stands in it."""

import time

import pytest

from claimcheck.annotate.nlp import annotate_text

pytestmark = pytest.mark.timing

SIZE = 100_000
# Other work on the machine only adds: the least of several is the closest to the truth.
TRIES = 3
ORDINARY = (
    "وقال الوزير سالم حمدان في موسكو يوم 5 مايو 2014 إن البلدين شطبا 90 في المئة من الديون"
    " البالغة 11 مليار دولار، ثم زار الوفد مصنعا للسكك الحديدية قرب الحدود.\n"
)
HOSTILE = {
    "digits": "1234567890",
    "conjunctions": "و",
    "nested brackets": "",
    "spaces": " ",
    "ones": "1 ",
    "fractions": "½ ",
    "addresses": "a@",
    "name particles": "عبد ",
    "units of tables": "الربح: 5 (مليون ريال) ",
    "limited denials": "لم تسجل إصابات بين الركاب سوى ثلاث ",
}
# How many times an ordinary text's time a hostile one of its length may take.
MOST = 8


def filled(pattern, size):
    """Return a text of `size` code points that repeats a pattern."""
    return (pattern * (size // len(pattern) + 1))[:size]


def seconds(text):
    """Return the processor time that all pipes take; the machine's other work may only add."""
    started = time.process_time()
    annotate_text(text, "ar")
    return time.process_time() - started


@pytest.fixture(scope="module")
def ordinary():
    annotate_text(ORDINARY, "ar")
    return min(seconds(filled(ORDINARY, SIZE)) for _ in range(TRIES))


def test_ten_times_the_text_takes_at_most_twelve_times_as_long():
    short, long = filled(ORDINARY, SIZE // 4), filled(ORDINARY, 5 * SIZE // 2)
    told = []
    for _ in range(TRIES):
        # The short text ten times, so that both take as long and a slow moment meets both.
        told.append((sum(seconds(short) for _ in range(10)), seconds(long)))
        if told[-1][1] <= 1.2 * told[-1][0]:
            return
    pytest.fail(f"ten short ones beside the long one, each time: {told}")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_a_few_times_an_ordinary_ones_time(name, ordinary):
    pattern = HOSTILE[name]
    text = filled(pattern, SIZE) if pattern else "(" * (SIZE // 2) + ")" * (SIZE // 2)
    assert any(seconds(text) <= MOST * ordinary for _ in range(TRIES))
