"""The files of `rules/events/` and `rules/measures/`, and the table that is made of them."""

import json
from collections.abc import Iterable, Iterator
from functools import cache

from claimcheck.errors import RuleError
from claimcheck.lang import lexicon
from claimcheck.lang.lexicon import FOLDERS, JUSSIVE, Event, Form, Kind, Measure
from claimcheck.lang.notation import Written, spelled
from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root, shown

_ARTICLE = "ال"
# A shorter word that opens with the article's letters has them as its own.
_LEAST_WITH_ARTICLE = 5
# A stem of two letters with its mark; the letters of a bare verb.
_TWO_LETTERS, _BARE = 3, 3


class Lexemes(Frozen):
    """The words of one language that evoke a frame.

    verbs: Arabic in the past and the present, third person masculine singular; English in the
        base form, with the irregular forms beside it.
    helped: verbs that are other words too, and the frame's only behind an auxiliary: `will open`.
    nouns: verbal nouns, participles and other nouns and adjectives in the singular, with the
        broken plurals beside it.
    phrases: several words, each inflected as a noun or verb would be: `axe ~ (job|post)`, where
        up to three other words may stand at `~` and one of the words between `|` in brackets.
    """

    verbs: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class WrittenEvent(Event):
    """A type of event with its words."""

    ar: Lexemes = Lexemes()
    en: Lexemes = Lexemes()


class WrittenMeasure(Measure):
    """A measure with its words."""

    ar: Lexemes = Lexemes()
    en: Lexemes = Lexemes()


class EventFamily(Frozen):
    """One file of `rules/events/`."""

    family: str
    about: str
    events: tuple[WrittenEvent, ...]


class MeasureFamily(Frozen):
    """One file of `rules/measures/`."""

    family: str
    about: str
    measures: tuple[WrittenMeasure, ...]


@cache
def written_events() -> dict[str, WrittenEvent]:
    """Return all event types with their words by id.

    Raises:
        RuleError: for a file that does not fit, an id that stands twice or one that names no type.
    """
    found: dict[str, WrittenEvent] = {}
    faults: list[str] = []
    for path in sorted((rules_root() / FOLDERS[0]).glob("*.yaml")):
        for event in load_model(path, EventFamily).events:
            if event.id in found:
                faults.append(f"{shown(path)}: the event {event.id!r} is defined twice")
            found[event.id] = event
    for event in found.values():
        for other in (*event.kin, event.opposite):
            if other and other not in found:
                faults.append(f"rules/events: {event.id}: no event is called {other!r}")
    if faults:
        raise RuleError(faults)
    return found


@cache
def written_measures() -> dict[str, WrittenMeasure]:
    """Return all measures with their words by id.

    Raises:
        RuleError: for a file that does not fit or an id that stands twice.
    """
    found: dict[str, WrittenMeasure] = {}
    for path in sorted((rules_root() / FOLDERS[1]).glob("*.yaml")):
        for measure in load_model(path, MeasureFamily).measures:
            if measure.id in found:
                raise RuleError([f"{shown(path)}: the measure {measure.id!r} is defined twice"])
            found[measure.id] = measure
    return found


def table() -> str:
    """Return the table `rules/triggers.tsv`.

    Raises:
        RuleError: for a file that does not fit or a phrase that cannot be read.
    """
    return f"{lexicon.DIGEST_LINE}{lexicon.digest()}\n{_HEADER}" + "".join(
        f"{line}\n" for line in lines()
    )


_HEADER = """\
# The words that evoke events and measures: language:stem of a first word <TAB> lexemes,
# each its kind and form, its frame and its later words. Sorted by the first cell.
# Made by rules/build_triggers.py from rules/events/ and rules/measures/.
"""


def lines() -> list[str]:
    """Return the table's lines, sorted.

    Raises:
        RuleError: for a file that does not fit or a phrase that cannot be read.
    """
    found: dict[str, dict[str, None]] = {}
    frames: list[WrittenEvent | WrittenMeasure] = [*written_events().values()]
    for frame in [*frames, *written_measures().values()]:
        for language in PACKS:
            for key, cell in _cells(frame, language):
                found.setdefault(f"{language}:{key}", {})[cell] = None
    rows = ["\t".join((key, *cells)) for key, cells in found.items()]
    return sorted(
        (
            *rows,
            f"events\t{_data(written_events().values())}",
            f"measures\t{_data(written_measures().values())}",
        )
    )


def _data(frames: Iterable[WrittenEvent | WrittenMeasure]) -> str:
    """Return frames without their words; what is left out is as the model has it."""
    return json.dumps(
        [frame.model_dump(exclude={"ar", "en"}, exclude_defaults=True) for frame in frames],
        ensure_ascii=False,
    )


def _cells(frame: WrittenEvent | WrittenMeasure, language: str) -> Iterator[tuple[str, str]]:
    """Yield each lexeme of a frame under each stem that its first word is found by."""
    kind: Kind = "event" if isinstance(frame, WrittenEvent) else "measure"
    words: Lexemes = getattr(frame, language)
    for verb in words.verbs:
        yield from _verb_cells(kind, frame.id, verb, language)
    yield from _helped_cells(kind, frame.id, words, language)
    for first, rest in (keyed for noun in words.nouns for keyed in _keyed(noun, language)):
        yield first, _cell(kind, "noun", frame.id, rest)
    for phrase in words.phrases:
        for first, rest in _keyed(phrase, language):
            yield first, _cell(kind, "noun", frame.id, rest)
            yield from _phrase_cells(kind, frame.id, first, rest, language)


def _verb_cells(kind: Kind, frame: str, verb: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield a verb by itself under each stem of its forms."""
    pack = PACKS[language]
    for stem in pack.verb_keys(verb):
        yield stem, _cell(kind, "verb", frame, ())
    for stem in pack.jussive_keys(verb):
        # Of two letters it may be any of too many verbs.
        if len(stem) > _TWO_LETTERS or len(pack.fold(verb)) == _BARE:
            yield stem, _cell(kind, "verb", frame, (), helped=JUSSIVE)


def _phrase_cells(
    kind: Kind, frame: str, first: str, rest: tuple[str, ...], language: str
) -> Iterator[tuple[str, str]]:
    """Yield a phrase whose first word may be a verb, under each stem of its forms."""
    pack = PACKS[language]
    # No ending follows an irregular form: `founded` is none of `find`.
    for stem in _verb_keys(first, language):
        yield stem, _cell(kind, "verb", frame, rest)
    for stem in pack.jussive_keys(first):
        yield stem, _cell(kind, "verb", frame, rest, helped=JUSSIVE)
    for base in pack.bases(first) + _irregular_bases(language).get(first, ()):
        yield f"+{base}s", _cell(kind, "verb", frame, rest)
        yield f"+{base}", _cell(kind, "verb", frame, rest, helped=base)


def _helped_cells(
    kind: Kind, frame: str, words: Lexemes, language: str
) -> Iterator[tuple[str, str]]:
    """Yield the verbs of a frame that are its only behind an auxiliary, under each stem."""
    for verb in words.helped:
        key = PACKS[language].fold(verb)
        for stem in _verb_keys(key, language):
            yield stem, _cell(kind, "verb", frame, (), helped=key)


def _verb_keys(verb: str, language: str) -> tuple[str, ...]:
    """Return the stems of a verb that is given in one form, in its past and its present."""
    pack = PACKS[language]
    keys = (*pack.verb_keys(verb), *pack.present_keys(verb), *_irregular(language).get(verb, ()))
    return tuple(dict.fromkeys(keys))


def _cell(kind: Kind, form: Form, frame: str, rest: tuple[str, ...], *, helped: str = "") -> str:
    sort = f"{kind[0]}{form[0]}:{helped}" if helped else kind[0] + form[0]
    return " ".join((sort, frame, *rest))


def _keyed(phrase: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the stems of a phrase's first words, each with the cells of its later words."""
    for written in spelled(phrase):
        first, *rest = written
        cells = tuple(cell for word in rest for cell in _slot(word, language))
        for choice in first.choices:
            yield _key(choice, language), cells


def _slot(word: Written, language: str) -> tuple[str, ...]:
    """Return the cells of a later word: its stems, behind a gap where it has one."""
    keys: dict[str, None] = {}
    for key in (_key(choice, language) for choice in word.choices):
        told = PACKS[language].bases(key) + _irregular_bases(language).get(key, ())
        now = [f"{base}s" for base in told]
        keys |= dict.fromkeys((key, *_irregular(language).get(key, ()), *now))
    joined = lexicon.EITHER.join(keys)
    return (lexicon.GAP, joined) if word.gap else (joined,)


def _key(word: str, language: str) -> str:
    key = PACKS[language].fold(word)
    return key.removeprefix(_ARTICLE) if len(key) >= _LEAST_WITH_ARTICLE else key


@cache
def _irregular(language: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of verbs that no ending tells: bought, of buy."""
    return word_lists(language, "irregular") if language == "en" else {}


@cache
def _irregular_bases(language: str) -> dict[str, tuple[str, ...]]:
    """Return the verbs that a form which no ending tells may be of: buy, of bought."""
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in _irregular(language).items():
        for form in forms:
            found[form] = (*found.get(form, ()), base)
    return found
