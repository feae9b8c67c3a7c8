"""A text and its syntax <-> a spaCy Doc."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimcheck.annotate.atoms import atoms
from claimcheck.annotate.doc import covering, notes_of
from claimcheck.annotate.syntax.words import (
    NAME_KINDS,
    NO_HEAD,
    OPEN_TAGS,
    Name,
    Syntax,
    SyntaxWord,
    depths,
)

_BLANK_RELATION = "dep"
_LABELS = {"person": "PERSON", "place": "LOC", "organisation": "ORG"}


class Written(NamedTuple):
    """A written word: its span, the numbers of its pieces, and of the one that is its core."""

    start: int
    end: int
    pieces: range
    core: int


def parsed_doc(vocab: Vocab, text: str, syntax: Syntax) -> Doc:
    """Return a Doc whose tokens are the written words; `doc.text` is the text to the letter.

    A token has the lemma, tag and relation of its core; all pieces stay in `doc._.syntax`. What
    stands between words is a token that depends on the word before it.
    """
    known = written(syntax.words)
    doc, places = covering(vocab, text, [(word.start, word.end) for word in known])
    notes = notes_of(doc)
    notes.source, notes.pieces, notes.syntax = text, atoms(text), syntax
    if known:
        _annotate(doc, syntax, known, places)
    return doc


def written(words: Sequence[SyntaxWord]) -> list[Written]:
    """Return the written words in order; the core of each is its piece next to the root."""
    deep = depths(words)
    found = []
    for (start, end), group in groupby(range(len(words)), lambda n: words[n][:2]):
        pieces = list(group)
        core = min(pieces, key=lambda n: (deep[n], words[n].tag not in OPEN_TAGS, n))
        found.append(Written(start, end, range(pieces[0], pieces[-1] + 1), core))
    return found


def _annotate(doc: Doc, syntax: Syntax, known: Sequence[Written], places: Sequence[int]) -> None:
    """Set what spaCy has fields for."""
    token_of = {n: places[at] for at, word in enumerate(known) for n in word.pieces}
    heads = [max(at - 1, 0) for at in range(len(doc))]
    heads[: places[0]] = [places[0]] * places[0]
    relations = [_BLANK_RELATION] * len(doc)
    for word, at in zip(known, places, strict=True):
        core = syntax.words[word.core]
        token = doc[at]
        token.lemma_, token.pos_ = core.lemma, core.tag
        # spaCy's stub lacks it.
        token.set_morph(core.features)  # type: ignore[attr-defined]
        heads[at] = at if core.head == NO_HEAD else token_of[core.head]
        relations[at] = core.relation or _BLANK_RELATION
    starts = {token_of[first] for first in syntax.sentences}
    if syntax.parsed:
        for token, head, relation in zip(doc, heads, relations, strict=True):
            token.dep_, token.head = relation, doc[head]
    else:
        for token in doc:
            token.is_sent_start = token.i in starts or token.i == 0
    spans = (doc.char_span(n.start, n.end, _LABELS[n.kind], alignment_mode="expand")
             for n in syntax.names)  # fmt: skip
    doc.set_ents(list(_apart(span for span in spans if span is not None)))


def _apart(spans: Iterator[Span]) -> Iterator[Span]:
    """Yield the spans that do not overlap the one before them."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def syntax_of(doc: Doc) -> Syntax:
    """Return what a parser said of a text: nothing where none has read it.

    A Doc that another spaCy pipeline annotated is read from its tokens, at the first question.
    """
    notes = notes_of(doc)
    if notes.syntax is None:
        annotated = doc.has_annotation("DEP") or doc.has_annotation("ENT_IOB")
        notes.syntax = _of_tokens(doc) if annotated else Syntax()
    return notes.syntax


def _of_tokens(doc: Doc) -> Syntax:
    """Return what the tokens of a Doc say."""
    tokens = [token for token in doc if token.text.strip()]
    number = {token.i: at for at, token in enumerate(tokens)}
    words = tuple(
        SyntaxWord(
            start=token.idx,
            end=token.idx + len(token.text),
            form=token.text,
            lemma=token.lemma_,
            tag=token.pos_,
            head=NO_HEAD if token.head.i == token.i else number.get(token.head.i, NO_HEAD),
            relation=token.dep_,
            features=str(token.morph),
        )
        for token in tokens
    )
    sentences = tuple(number[token.i] for token in tokens if token.is_sent_start)
    names = tuple(
        Name(ent.start_char, ent.end_char, NAME_KINDS[ent.label_])
        for ent in doc.ents
        if ent.label_ in NAME_KINDS
    )
    return Syntax(words, sentences, names)
