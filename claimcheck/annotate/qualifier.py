"""Words that change how a clause is to be read -> Cue, with the stretch it applies to."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of, sentences_of, text_of
from claimcheck.annotate.phrases import Phrases
from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.model.mention import Cue, Entity, Sentence, Trigger
from claimcheck.model.text import TextSpan

# Cues that hold for the whole sentence; the others hold for their clause.
_WHOLE_SENTENCE = ("attribution", "conditional")
# Marks that may stand between a preposition and its place, and how many of them.
_OPENERS = {'"', "“", "«", "'", "‘", "(", "”"}
_MOST_BEFORE = 2
_HOSTS = "hosts"
_COMMAS = {"،", ","}
_WIDE = ("continent", "world_region")
_MARKERS = ("ordinal", "previous", "next", "final", "preliminary", "other")


class QualifierPipe:
    """Adds a Cue for each word of `cues.yaml`, and for each verb in the future tense."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        entries = (
            (word, name) for name, listed in word_lists(language, "cues").items() for word in listed
        )
        self._cues: Phrases[str] = Phrases(entries, language)
        self._locatives = locatives(language)
        hosts = word_lists(language, "locatives")[_HOSTS]
        self._hosts = {key for verb in hosts for key in self._pack.verb_keys(verb)}

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its cues added to the mentions."""
        sentences = sentences_of(doc)
        starts = [sentence.span.start for sentence in sentences]
        found = [*self._listed(doc), *self._futures(doc)]
        commas = [piece.start for piece in pieces_of(doc) if piece.text in _COMMAS]
        cues = [
            Cue(span=span, kind=kind, value=value, scope=_scope(span, kind, sentence, commas))
            for span, kind, value in found
            for sentence in [sentences[bisect_right(starts, span.start) - 1]]
        ]
        return add_mentions(doc, [*cues, *self._located(doc)])

    def _listed(self, doc: Doc) -> Iterator[tuple[TextSpan, str, str]]:
        pieces = pieces_of(doc)
        at = 0
        while at < len(pieces):
            found = self._cues.longest(pieces, at) if pieces[at].kind == "word" else None
            if found:
                for name in found.payloads:
                    kind, _, value = name.partition(":")
                    span = TextSpan(start=found.start, end=found.end)
                    if kind in _MARKERS:
                        yield span, "marker", name
                    else:
                        yield span, kind, value
            at = found.stop if found else at + 1

    def _futures(self, doc: Doc) -> Iterator[tuple[TextSpan, str, str]]:
        for mention in mentions_of(doc):
            if isinstance(mention, Trigger) and mention.form == "verb":
                word = text_of(doc)[mention.span.start : mention.span.end].split()[0]
                if self._pack.is_future(word):
                    yield mention.span, "plan", "future"

    def _located(self, doc: Doc) -> Iterator[Cue]:
        """Yield a `place` cue for each place that a preposition stands before."""
        pieces = pieces_of(doc)
        starts = [piece.start for piece in pieces]
        for mention in mentions_of(doc):
            if isinstance(mention, Entity) and mention.kind in ("place", "facility"):
                at = bisect_right(starts, mention.span.start) - 1
                part = self._preposition(pieces, at, mention.span.start, mention.type)
                if part:
                    yield Cue(span=mention.span, kind="place", value=part, scope=mention.span)

    def _preposition(self, pieces: tuple[Atom, ...], at: int, start: int, kind: str) -> str:
        """Return the part that the preposition before a place gives it, or nothing.

        A letter joined to a part of the world means with or for rather than in.
        """
        clitics = self._pack.fold(pieces[at].text[: start - pieces[at].start])
        if clitics and kind in _WIDE:
            return ""
        for letter in reversed(clitics):
            if letter in self._locatives:
                return self._locatives[letter]
        for back in range(1, min(at, _MOST_BEFORE) + 1):
            piece = pieces[at - back]
            if piece.kind == "word":
                return self._part_after(piece.text)
            if piece.text not in _OPENERS:
                return ""
        return ""

    def _part_after(self, word: str) -> str:
        """Return the part that a preposition, or a verb of hosting, gives to the place after it."""
        if any(stem in self._hosts for stem in self._pack.verb_stems(word)):
            return "in"
        keys = (reading.key for reading in self._pack.readings(word))
        return next((self._locatives[key] for key in keys if key in self._locatives), "")


@cache
def locatives(language: str) -> dict[str, str]:
    """Return the part that each preposition gives to the place after it."""
    fold = PACKS[language].fold
    listed = word_lists(language, "locatives")
    return {fold(word): part for part, words in listed.items() if part != _HOSTS for word in words}


def _scope(span: TextSpan, kind: str, sentence: Sentence, commas: Sequence[int]) -> TextSpan:
    """Return the stretch a cue applies to: from it to its clause's end, or its sentence.

    A negation reaches no farther than the next comma.
    """
    if kind in _WHOLE_SENTENCE:
        return sentence.span
    clause = next((c for c in sentence.clauses if c.start <= span.start < c.end), sentence.span)
    start = clause.start if kind == "marker" else span.start
    end = clause.end
    if kind == "negation":
        end = min([end, *commas[bisect_right(commas, span.start) :][:1]])
    return TextSpan(start=start, end=max(end, span.end))


@Language.factory("claimcheck_qualifier")
def make_qualifier(nlp: Language, name: str) -> QualifierPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return QualifierPipe(nlp.lang or "")
