"""The event types and measures in `rules/`, and the words that evoke them."""

import re
import shutil
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from claimcheck.annotate import trigger  # noqa: F401 (registers its pipe)
from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.annotate.quantities.unit_table import mapping
from claimcheck.errors import RuleError
from claimcheck.lang import lexicon, lexicon_files
from claimcheck.lang.lexicon import TABLE, events, measures
from claimcheck.lang.lexicon_files import (
    WrittenEvent,
    WrittenMeasure,
    table,
    written_events,
    written_measures,
)
from claimcheck.lang.notation import spelled
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Trigger
from claimcheck.model.text import Interval
from claimcheck.resources import load_yaml, rules_root, sorted_lines

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("ar", "en")
DIMENSIONS = {"money", "percent", "percentage_point", "count", "age", "rank", "score"} | set(
    mapping(load_yaml(rules_root() / "units.yaml"), "dimensions")
)
BUDGET = 0.1


def frames() -> Iterator[WrittenEvent | WrittenMeasure]:
    yield from written_events().values()
    yield from written_measures().values()


@cache
def sentences(language: str) -> dict[str, list[str]]:
    found = load_yaml(CORPUS / language / "trigger.yaml")
    assert isinstance(found, dict)
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
    pytest.param(language, frame, texts, id=f"{language}-{frame}")
    for language in LANGUAGES
    for frame, texts in sentences(language).items()
    if frame not in ("nothing", "not_yet")
]
MISSED = [
    (language, frame, sentence)
    for language in LANGUAGES
    for frame, texts in sentences(language)["not_yet"].items()
    for sentence in texts
]
SILENT = [(language, text) for language in LANGUAGES for text in sentences(language)["nothing"]]


@pytest.mark.parametrize(("language", "frame", "texts"), CASES)
def test_words_evoke_frame(language: str, frame: str, texts: list[str]) -> None:
    assert texts
    silent = {}
    for sentence in texts:
        marked, found = evoked(language, frame, sentence)
        if marked not in found:
            silent[sentence] = found
    assert silent == {}


@pytest.mark.parametrize(("language", "frame", "sentence"), MISSED)
def test_a_known_miss_is_still_one(language: str, frame: str, sentence: str) -> None:
    marked, found = evoked(language, frame, sentence)
    assert marked not in found, "it passes now: move it out of not_yet"


def evoked(language: str, frame: str, sentence: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The word in brackets, and the words that evoke the frame."""
    assert frame in events() or frame in measures()
    marked = re.findall(r"\[(.+?)\]", sentence)
    assert marked, "no word is in brackets"
    text = re.sub(r"[\[\]]", "", sentence)
    found = triggers(text, language)
    return marked[-1], {
        text[t.span.start : t.span.end]: t.frames for t in found if frame in t.frames
    }


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_homograph_is_silent(language: str, text: str) -> None:
    assert [(text[t.span.start : t.span.end], t.frames) for t in triggers(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("ar", "وفي لندن بدأت المرحلة الأولى.", ""),
        ("ar", "قرأ القرآن في أرجاء المدينة.", ""),
        ("ar", "ثبت الحد الأقصى عند 30 فرنكا في فيفري.", ""),
        ("ar", "بعضها من دول الخليج العربي.", ""),
        ("ar", "جرى ترحيل العمال.", "deportation"),
        ("ar", "عقد القران يوم الجمعة.", "marriage"),
        ("ar", "فر السائق من المكان.", "escape"),
        ("en", "Water levels on the bus routes.", ""),
        ("en", "The driver was convicted.", "conviction"),
    ],
)
def test_a_word_that_only_looks_like_an_events_names_none(
    language: str, text: str, frame: str
) -> None:
    told = {frame for t in triggers(text, language) if t.kind == "event" for frame in t.frames}
    assert frame in told if frame else not told


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


def test_table_is_current() -> None:
    """`make tables` brings it up to date."""
    assert (rules_root() / TABLE).read_text(encoding="utf-8") == table()


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the rules whose table is older than an edit."""
    caches = (
        lexicon._is_current,
        lexicon._made,
        lexicon._known,
        events,
        measures,
        lexicon.lexemes,
        written_events,
        written_measures,
    )
    copy = tmp_path / "rules"
    shutil.copytree(rules_root(), copy)
    for module in (lexicon, lexicon_files):
        monkeypatch.setattr(module, "rules_root", lambda: copy)
    for cached in caches:
        cached.cache_clear()
    yield copy
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


def test_edited_file_takes_effect_without_the_table(edited: Path) -> None:
    family = "family: sky\nabout: sky\nevents:\n  - {id: sky-turned, title: {en: a, ar: ب}, %s}\n"
    words = "en: {verbs: [skyturn], phrases: [fold ~ (sky|heaven)]}, state: true"
    (edited / "events" / "sky.yaml").write_text(family % words, encoding="utf-8")
    assert events()["sky-turned"].state
    assert [lexeme.frame for lexeme in lexicon.lexemes("+skyturn", "en")] == ["sky-turned"]
    (rest,) = {x.rest for x in lexicon.lexemes("+fold", "en") if x.frame == "sky-turned"}
    assert rest == (lexicon.Slot(frozenset(("sky", "heaven")), gap=True),)


def test_table_holds_what_the_files_say() -> None:
    assert list(events()) == list(written_events())
    assert list(measures()) == list(written_measures())
    for known, written in ((events(), written_events()), (measures(), written_measures())):
        for name, frame in known.items():
            assert frame.model_dump() == written[name].model_dump(exclude={"ar", "en"})


@pytest.mark.parametrize(
    ("phrase", "sequences"),
    [
        ("in force", ["in force"]),
        ("axe ~ (job|post)", ["axe ~job/post"]),
        ("(cut|slash) ~ interest rate", ["cut/slash ~interest rate"]),
        ("end ~ (strike|walk out)", ["end ~strike", "end ~walk out"]),
        ("cross (|the) line", ["cross the line", "cross line"]),
    ],
)
def test_phrase_stands_for_sequences(phrase: str, sequences: list[str]) -> None:
    found = [
        " ".join("~" * word.gap + "/".join(word.choices) for word in written)
        for written in spelled(phrase)
    ]
    assert found == sequences


@pytest.mark.parametrize("phrase", ["~ deal", "sign ~", "sign (a|b", "sign a) deal", ""])
def test_faulty_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(RuleError):
        list(spelled(phrase))


@pytest.mark.parametrize(
    ("language", "text", "evoked"),
    [
        ("en", "The bank bought its smaller Danish rival.", ("bought", "acquisition")),
        ("en", "The airline axed 200 jobs.", ("axed", "layoffs")),
        ("en", "They signed a long-awaited deal.", ("signed", "agreement")),
        ("ar", "قطعت المملكة رسميا علاقاتها.", ("قطعت", "ties-cut")),
        ("ar", "سرح المصنع نصف عماله.", ("سرح", "layoffs")),
    ],
)
def test_gap_holds_other_words(language: str, text: str, evoked: tuple[str, str]) -> None:
    (found,) = [t for t in triggers(text, language) if evoked[1] in t.frames]
    assert text[found.span.start : found.span.end] == evoked[0]


@pytest.mark.parametrize(
    ("language", "text", "frame"),
    [
        ("en", "The bank bought one and only one more rival.", "acquisition"),
        ("en", "The bank bought, its rival said.", "acquisition"),
        ("en", "They signed up to end the deal.", "agreement"),
        ("en", "They signed.\nDeal of the day", "agreement"),
        ("ar", "قطعت المملكة الطريق، علاقاتها حسنة.", "ties-cut"),
        ("ar", "قطعت المملكة التي علاقاتها حسنة.", "ties-cut"),
    ],
)
def test_gap_ends_with_its_clause(language: str, text: str, frame: str) -> None:
    verbs = [t for t in triggers(text, language) if t.form == "verb" and frame in t.frames]
    assert verbs == []


@pytest.mark.timing
def test_loads_within_its_budget(capsys: pytest.CaptureFixture[str]) -> None:
    spent = []
    for _ in range(3):
        loaded = (lexicon._is_current, lexicon._made, lexicon._known, sorted_lines)
        for cached in (*loaded, events, measures):
            cached.cache_clear()
        start = time.process_time()
        events()
        measures()
        for language in PACKS:
            lexicon._known(language)
        spent.append(time.process_time() - start)
    with capsys.disabled():
        print(f"\nlexicon: {len(events())} events, {len(measures())} measures, {min(spent):.3f} s")  # noqa: T201
    assert min(spent) < BUDGET
