"""Words that change how a clause is to be read -> Cue, with the stretch it applies to."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of, sentences_of, text_of
from claimcheck.annotate.lifted import lifted
from claimcheck.annotate.locative import STRUCK, Locatives
from claimcheck.annotate.noted import Notes
from claimcheck.annotate.phrases import Phrases, opens_any, phrase_words
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.pack import PACKS, folded_set, word_lists
from claimcheck.model.mention import Cue, Entity, Sentence, Timex, Trigger
from claimcheck.model.text import TextSpan

# Cues that hold for the whole sentence; the others hold for their clause.
_WHOLE_SENTENCE = ("attribution", "conditional")
_COMMAS = {"،", ","}
# How many words may stand between a preposition and its place.
_MOST_BEFORE = 8
_WIDE = ("continent", "world_region")
_TO, _IN = "to", "in"
_COLON = ":"
_SITES = ("place", "facility")
_THERE = "there"
_MARKERS = ("ordinal", "previous", "next", "final", "preliminary", "other")
_CONTRAST = "contrast"
_START = attrgetter("start")
_SENTENCE = attrgetter("span.start")


class _Around(NamedTuple):
    """An article's atoms and sentences.

    nations: where nationalities start. events, places, times: where words for events, places and
    dates end. there: where words start that open what happened at the place before.
    """

    pieces: tuple[Atom, ...]
    sentences: Sequence[Sentence]
    nations: set[int]
    events: set[int]
    places: set[int]
    times: set[int]
    there: set[int]


class QualifierPipe:
    """Adds a Cue for each word of `cues.yaml`, and for each verb in the future tense."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        entries = tuple(_entries(language))
        self._cues: Phrases[str] = Phrases(entries, language)
        self._first = {self._pack.fold(phrase_words(phrase)[0]) for phrase, _ in entries}
        self._opens = Remembered(self._may_open)
        self._locatives = Locatives(language)
        self._closing = _COMMAS | frozenset(word_lists(language, "negations")["exceptive"])
        self._lasting = folded_set(language, "negations", "lasting")
        self._past = folded_set(language, "negations", "not_future")
        self._notes = Notes(language)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its cues added to the mentions."""
        sentences = sentences_of(doc)
        starts = [sentence.span.start for sentence in sentences]
        inside = _in_names(doc)
        found = [one for one in (*self._listed(doc), *self._futures(doc)) if not inside(one[0])]
        commas = [start for start, _, text, _ in pieces_of(doc) if text in self._closing]
        cues = [
            Cue(span=span, kind=kind, value=value, scope=_scope(span, kind, sentence, commas))
            for span, kind, value in found
            for sentence in [sentences[bisect_right(starts, span.start) - 1]]
        ]
        times = [mention for mention in mentions_of(doc) if isinstance(mention, Timex)]
        lasting = {cue.span.start for cue in cues if self._lasts(text_of(doc), cue)}
        return add_mentions(
            doc, [*lifted(cues, times, lasting), *self._located(doc, _starts(cues, _THERE))]
        )

    def _lasts(self, text: str, cue: Cue) -> bool:
        """Return whether a word denies what then lasts: no date takes it back."""
        return self._pack.fold(text[cue.span.start : cue.span.end]) in self._lasting

    def _listed(self, doc: Doc) -> Iterator[tuple[TextSpan, str, str]]:
        pieces = pieces_of(doc)
        opens = self._opens
        free = 0
        for at in [
            at for at, (_, _, text, kind) in enumerate(pieces) if kind == "word" and opens[text]
        ]:
            found = self._cues.longest(pieces, at) if at >= free else None
            if found is None:
                continue
            free = found.stop
            span = TextSpan(start=found.start, end=found.end)
            for name in found.payloads:
                kind, _, value = name.partition(":")
                if kind in _MARKERS:
                    yield span, "marker", name
                else:
                    yield span, kind, value

    def _may_open(self, word: str) -> bool:
        """Return whether a cue may start with a word."""
        return opens_any(word, self._first, self._pack.code)

    def _futures(self, doc: Doc) -> Iterator[tuple[TextSpan, str, str]]:
        for mention in mentions_of(doc):
            if isinstance(mention, Trigger) and mention.form == "verb":
                word = text_of(doc)[mention.span.start : mention.span.end].split()[0]
                if self._pack.is_future(word) and not self._is_past(word):
                    yield mention.span, "plan", "future"

    def _is_past(self, word: str) -> bool:
        """Return whether a verb begins like one in the future and is none: سيطرت."""
        return any(
            stem[:1] == "+" and stem[1:] in self._past for stem in self._pack.verb_stems(word)
        )

    def _located(self, doc: Doc, there: set[int]) -> Iterator[Cue]:
        """Yield a `place` cue for each place whose part what stands around it tells.

        there: where words start that open what happened at the place before (`where`).
        """
        mentions = mentions_of(doc)
        around = _Around(
            pieces_of(doc),
            sentences_of(doc),
            {m.span.start for m in mentions if isinstance(m, Entity) and m.kind == "nationality"},
            {m.span.end for m in mentions if isinstance(m, Trigger)},
            {m.span.end for m in mentions if isinstance(m, Entity) and m.kind == "place"},
            {m.span.end for m in mentions if isinstance(m, Timex)},
            there,
        )
        for mention in mentions:
            if isinstance(mention, Entity) and mention.kind in _SITES:
                part = self._part(around, mention)
                if part:
                    yield Cue(span=mention.span, kind="place", value=part, scope=mention.span)

    def _part(self, around: "_Around", place: Entity) -> str:
        pieces = around.pieces
        at = bisect_right(pieces, place.span.start, key=_START) - 1
        after = bisect_left(pieces, place.span.end, key=_START)
        part = (
            self._letter(pieces, at, place, around.events)
            or self._locatives.behind(pieces[after : after + 2])
            or self._locatives.before(pieces[max(0, at - _MOST_BEFORE) : at], around.nations)
        )
        if not part and at and pieces[at - 1].end in around.events:
            part = self._locatives.struck(pieces[max(0, at - _MOST_BEFORE) : at])
        if part == STRUCK:
            return "" if place.governs or place.is_state else _IN
        return part or _opened(around, after) or self._noted(around, place, at, after)

    def _noted(self, around: "_Around", place: Entity, at: int, after: int) -> str:
        """Return the part of a place that stands by itself; one after another contains it."""
        pieces = around.pieces
        if at > 1 and pieces[at - 2].end in around.places:
            return ""
        labelled = at > 1 and pieces[at - 1].text == _COLON
        if labelled and pieces[at - 2].end in around.times:
            return ""
        if place.is_state and not labelled:
            return ""
        near = bisect_right(around.sentences, place.span.start, key=_SENTENCE) - 1
        span = around.sentences[near].span
        first, stop = (bisect_left(pieces, end, key=_START) for end in (span.start, span.end))
        return self._notes.part(pieces, at, after, pieces[first:stop])

    def _letter(self, pieces: tuple[Atom, ...], at: int, place: Entity, events: set[int]) -> str:
        """Return the part that a preposition written with a place gives it, or nothing.

        A letter joined to a part of the world means with or for rather than in; one that means
        to says so only after an event (`a visit to`), else whose something is.
        """
        piece = pieces[at]
        part = self._locatives.letter(piece.text[: place.span.start - piece.start])
        if place.type in _WIDE or (part == _TO and not (at and pieces[at - 1].end in events)):
            return ""
        return part


def _in_names(doc: Doc) -> Callable[[TextSpan], bool]:
    """Return whether a span is but a part of a place's name (`Port Said`)."""
    names = sorted(
        (mention.name.start, mention.name.end)
        for mention in mentions_of(doc)
        if isinstance(mention, Entity) and mention.kind in _SITES and mention.name
    )
    starts = [start for start, _ in names]

    def inside(span: TextSpan) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.end <= names[at][1] and names[at] != (span.start, span.end)

    return inside


def _opened(around: _Around, after: int) -> str:
    """Return the part of a place behind which what happened there is told, or nothing."""
    behind = around.pieces[after : after + 2]
    first = 1 if behind and behind[0].text in _COMMAS else 0
    return _IN if any(piece.start in around.there for piece in behind[: first + 1]) else ""


def _starts(cues: Sequence[Cue], kind: str) -> set[int]:
    return {cue.span.start for cue in cues if cue.kind == kind}


def _entries(language: str) -> Iterator[tuple[str, str]]:
    """Yield each word that changes a reading, with the kind of cue that it is."""
    for name, listed in word_lists(language, "cues").items():
        yield from ((word, name) for word in listed)
    for side, listed in word_lists(language, "contrasts").items():
        yield from ((word, f"{_CONTRAST}:{side}") for word in listed)


def _scope(span: TextSpan, kind: str, sentence: Sentence, commas: Sequence[int]) -> TextSpan:
    """Return the stretch a cue applies to: from it to its clause's end, or its sentence.

    A negation reaches no farther than the next comma, or the word that takes it back.
    """
    if kind in _WHOLE_SENTENCE:
        return sentence.span
    near = bisect_right(sentence.clauses, span.start, key=lambda clause: clause.start) - 1
    inside = near >= 0 and span.start < sentence.clauses[near].end
    clause = sentence.clauses[near] if inside else sentence.span
    start = clause.start if kind == "marker" else span.start
    end = clause.end
    if kind == "negation":
        end = min([end, *commas[bisect_right(commas, span.start) :][:1]])
    return TextSpan(start=start, end=max(end, span.end))


@Language.factory("claimcheck_qualifier")
def make_qualifier(nlp: Language, name: str) -> QualifierPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return QualifierPipe(nlp.lang or "")
