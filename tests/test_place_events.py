"""Which event or lasting relation a place is read to be the place of, and with which part."""

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.annotate.nlp import annotate
from claimcheck.claim.assemble import claims_of
from claimcheck.model.claim import Claim
from claimcheck.model.day import day
from claimcheck.model.text import Article, Interval, Segment

_TOLD = yaml.safe_load((Path(__file__).parent / "place_events.yaml").read_text("utf-8"))
_CASES = [
    pytest.param(language, told, text, id=f"{language}-{told.replace(' ', '-')}-{number}")
    for language, by_event in _TOLD.items()
    for told, texts in by_event.items()
    for number, text in enumerate(texts)
]


def places(text: str, language: str) -> dict[tuple[int, int], Claim]:
    """Return the claims of a sentence that tell a place, by where the place stands."""
    on = day(2021, 5, 5)
    article = Article(
        source="a.txt",
        language=language,
        anchor=Interval(first=on, last=on),
        segments=(Segment(kind="body", start=0, end=len(text)),),
    )
    found = claims_of(article, annotate(article, text))
    return {(c.value.span.start, c.value.span.end): c for c in found if c.attribute == "where"}


@pytest.mark.parametrize(("language", "told", "marked"), _CASES)
def test_a_place_is_that_of_its_event(language: str, told: str, marked: str) -> None:
    event, _, part = told.partition(" ")
    mark = re.search(r"\[(.+?)\]", marked)
    assert mark, "no place is in brackets"
    text = marked.replace("[", "").replace("]", "")
    claim = places(text, language)[mark.start(), mark.end() - 2]
    assert (*claim.frames[:1], claim.part) == ((event, part) if event != "nothing" else (part,))
