"""Which part a place plays in its sentence: in, near, to, from, as what stands around it tells."""

import pytest

from claimcheck.annotate.nlp import annotate_text
from claimcheck.model.mention import Cue


def parts(text: str, lang: str) -> dict[str, str]:
    """Return the part of each place that has one, by its words."""
    cues = (m for m in annotate_text(text, lang) if isinstance(m, Cue) and m.kind == "place")
    return {text[cue.span.start : cue.span.end]: cue.value for cue in cues}


@pytest.mark.parametrize(
    ("text", "lang", "place", "part"),
    [
        ("الميلاد: الإسكندرية، مارس 1931.", "ar", "الإسكندرية", "in"),
        ("الوجهة: مرسيليا، فرنسا", "ar", "مرسيليا", "to"),
        ("بلد المنشأ: الهند", "ar", "الهند", "from"),
        ("ولد: مايو 1941، القاهرة.", "ar", "القاهرة", "in"),
        ("نهائي 2003، طرابلس، 4-1.", "ar", "طرابلس", "in"),
        ("Destination: Haifa", "en", "Haifa", "to"),
        ("Sold at auction, Minneapolis, May 3, 1988: $12,000", "en", "Minneapolis", "in"),
        ("Final: Lisbon, 2007.", "en", "Lisbon", "in"),
    ],
)
def test_a_place_by_itself_in_a_note_is_where_it_was(
    text: str, lang: str, place: str, part: str
) -> None:
    assert parts(text, lang)[place] == part


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("ضرب زلزال فجر أمس أغادير. يضرب أغادير", "ar", "أغادير"),
        ("السيول تجتاح درنة منذ الفجر", "ar", "درنة"),
        ("An earthquake struck Agadir on Monday.", "en", "Agadir"),
    ],
)
def test_what_is_struck_is_where_it_was(text: str, lang: str, place: str) -> None:
    assert parts(text, lang)[place] == "in"


@pytest.mark.parametrize(
    ("text", "lang", "place", "part"),
    [
        ("توفي في أحد مستشفيات صفاقس", "ar", "صفاقس", "in"),
        ("وهي ابنة مدينة قفصة", "ar", "مدينة قفصة", "from"),
        ("وهي من مواليد قابس", "ar", "قابس", "in"),
        ("She was outbound for Haifa", "en", "Haifa", "to"),
    ],
)
def test_words_between_a_preposition_and_its_place_change_nothing(
    text: str, lang: str, place: str, part: str
) -> None:
    assert parts(text, lang)[place] == part


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("20 جوان: ألمانيا - الشيلي 4-1", "ar"),  # who plays, behind a date
        ("Sanctions hit Iran.", "en"),  # a state is hit, not where something is
        (
            "The two men, who had met when they were young and poor, Paris being where "
            "all of their friends then lived, said that they would not meet again.",
            "en",
        ),
    ],
)
def test_a_place_that_nothing_tells_the_part_of_has_none(text: str, lang: str) -> None:
    assert not parts(text, lang)
