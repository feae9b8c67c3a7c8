"""The event types and measures in `rules/`, and the words that evoke them."""

import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
import yaml
from spacy.language import Language

from claimcheck.annotate import trigger  # noqa: F401 (registers its pipe)
from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.lang.lexicon import Event, Measure, events, measures
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Trigger
from claimcheck.model.text import Interval
from claimcheck.resources import rules_root

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("ar", "en")
DIMENSIONS = {"money", "percent", "percentage_point", "count", "age", "rank", "score"} | set(
    yaml.safe_load((rules_root() / "units.yaml").read_text(encoding="utf-8"))["dimensions"]
)
BUDGET = 0.25


def frames() -> Iterator[Event | Measure]:
    yield from events().values()
    yield from measures().values()


def sentences(language: str) -> dict[str, list[str]]:
    text = (CORPUS / language / "trigger.yaml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    return found


@cache
def pipe(language: str) -> Language:
    """The trigger pipe alone, so that a place of the same name does not hide a word."""
    nlp = spacy.blank(language)
    nlp.add_pipe("claimcheck_trigger")
    return nlp


def triggers(text: str, language: str) -> list[Trigger]:
    nlp = pipe(language)
    doc = prepare(nlp, text, Interval(), ())
    for _, step in nlp.pipeline:
        doc = step(doc)
    return [m for m in mentions_of(doc) if isinstance(m, Trigger)]


CASES = [
    pytest.param(language, frame, sentence, id=f"{language}-{frame}-{at}")
    for language in LANGUAGES
    for frame, texts in sentences(language).items()
    if frame != "nothing"
    for at, sentence in enumerate(texts)
]
SILENT = [(language, text) for language in LANGUAGES for text in sentences(language)["nothing"]]


@pytest.mark.parametrize(("language", "frame", "sentence"), CASES)
def test_word_evokes_frame(language: str, frame: str, sentence: str) -> None:
    assert frame in events() or frame in measures()
    marked = re.findall(r"\[(.+?)\]", sentence)
    assert marked, "no word is in brackets"
    text = re.sub(r"[\[\]]", "", sentence)
    found = triggers(text, language)
    evoked = {text[t.span.start : t.span.end]: t.frames for t in found if frame in t.frames}
    assert marked[-1] in evoked, found


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_homograph_is_silent(language: str, text: str) -> None:
    assert [(text[t.span.start : t.span.end], t.frames) for t in triggers(text, language)] == []


def test_frames_have_words_in_both_languages() -> None:
    assert [
        (frame.id, language)
        for frame in frames()
        for language in LANGUAGES
        if not any(vars(getattr(frame, language)).values())
    ] == []


def test_no_lexeme_is_listed_twice() -> None:
    twice = []
    for frame in frames():
        for language in LANGUAGES:
            lexemes = getattr(frame, language)
            fold = PACKS[language].fold
            for words in (lexemes.verbs, (*lexemes.nouns, *lexemes.phrases)):
                folded = [fold(word) for word in words]
                twice += [(frame.id, word) for word in set(folded) if folded.count(word) > 1]
    assert twice == []


def test_verbs_are_single_words() -> None:
    assert [
        (frame.id, verb)
        for frame in frames()
        for language in LANGUAGES
        for verb in getattr(frame, language).verbs
        if len(atoms(verb)) > 1
    ] == []


def test_kin_is_symmetric() -> None:
    known = events()
    assert [(a.id, b) for a in known.values() for b in a.kin if a.id not in known[b].kin] == []
    assert [a.id for a in known.values() if a.id in a.kin] == []


def test_opposite_is_no_kin() -> None:
    assert [event.id for event in events().values() if event.opposite in event.kin] == []


def test_measures_name_events_and_dimensions() -> None:
    for measure in measures().values():
        assert measure.dimension, measure.id
        assert set(measure.of) <= set(events()), measure.id
        assert set(measure.dimension) <= DIMENSIONS, measure.id


def test_families_say_whose_words_they_are() -> None:
    for path in (*rules_root().glob("events/*.yaml"), *rules_root().glob("measures/*.yaml")):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first.startswith("#"), path
        assert "Words: ours" in first, path


def test_loads_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    spent = []
    for _ in range(3):
        events.cache_clear()
        measures.cache_clear()
        start = time.process_time()
        events()
        measures()
        spent.append(time.process_time() - start)
    with capsys.disabled():
        print(f"\nlexicon: {len(events())} events, {len(measures())} measures, {min(spent):.3f} s")  # noqa: T201
    assert min(spent) < BUDGET
