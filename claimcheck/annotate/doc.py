"""What our pipes keep on a spaCy Doc, declared once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.annotate.atoms import Atom, split
from claimcheck.model.mention import (
    AnyMention,
    Cue,
    Entity,
    Numeral,
    Quantity,
    Role,
    Sentence,
    Timex,
    Trigger,
    Word,
)
from claimcheck.model.text import Interval, Segment

if TYPE_CHECKING:
    from claimcheck.annotate.entities.aliases import Known
    from claimcheck.annotate.syntax.words import Syntax

_KEPT_AS = "claimcheck"


@dataclass(slots=True)
class Notes:
    """What our pipes keep on one Doc.

    source: its text. pieces: the text's atoms. known: who has several names in this project.
    syntax: what a parser said of the text.
    """

    source: str = ""
    pieces: tuple[Atom, ...] = ()
    segments: tuple[Segment, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Word, ...] = ()
    mentions: tuple[AnyMention, ...] = ()
    known: tuple["Known", ...] = ()
    anchor: Interval | None = None
    anchor_from: str = ""
    syntax: "Syntax | None" = None
    roles: tuple[Role, ...] = ()


def notes_of(doc: Doc) -> Notes:
    """Return what our pipes keep on a Doc; `doc._.mentions` and the like read the same."""
    found: Notes | None = doc.user_data.get(_KEPT_AS)
    if found is None:
        found = doc.user_data[_KEPT_AS] = Notes()
    return found


def _declare(name: str) -> None:
    """Make a field of the notes an extension of each Doc."""
    Doc.set_extension(
        name,
        getter=lambda doc: getattr(notes_of(doc), name),
        setter=lambda doc, value: setattr(notes_of(doc), name, value),
        force=True,
    )


for _field in fields(Notes):
    _declare(_field.name)


def prepare(nlp: Language, text: str, anchor: Interval, segments: tuple[Segment, ...]) -> Doc:
    """Return a Doc with its text, its atoms, its article's anchor and its segments set."""
    return placed(AtomTokenizer(nlp.vocab)(text), anchor, segments)


def placed(doc: Doc, anchor: Interval, segments: tuple[Segment, ...]) -> Doc:
    """Return a tokenized Doc with its article's anchor and its segments set."""
    notes = notes_of(doc)
    notes.anchor = anchor
    notes.segments = segments or (Segment(kind="body", start=0, end=len(notes.source)),)
    return doc


class AtomTokenizer:
    """Splits a text into its atoms; `doc.text` is the text to the letter."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose tokens are the text's atoms and what stands between them."""
        pieces, words, spaces = split(text)
        doc = Doc(self._vocab, words=words, spaces=spaces)
        notes = notes_of(doc)
        notes.source, notes.pieces = text, pieces
        return doc


def covering(
    vocab: Vocab, text: str, spans: Sequence[tuple[int, int]]
) -> tuple[Doc, Sequence[int]]:
    """Return a text as a Doc of the spans and what stands between them, and where the spans are.

    spans: half-open, in order, none empty or overlapping. The second value is the number of each
    span's token.
    """
    words: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        if start > at:
            if words and start == at + 1 and text[at] == " ":
                spaces[-1] = True
            else:
                words.append(text[at:start])
                spaces.append(False)
        places.append(len(words))
        words.append(text[start:end])
        spaces.append(False)
        at = end
    # The last stands for the end of the text and is no word.
    return Doc(vocab, words=words[:-1], spaces=spaces[:-1]), places[:-1]


def text_of(doc: Doc) -> str:
    """Return the text; spaCy's own `doc.text` puts it together anew at each call."""
    return notes_of(doc).source


def pieces_of(doc: Doc) -> tuple[Atom, ...]:
    """Return the atoms of the text, in order."""
    return notes_of(doc).pieces


def segments_of(doc: Doc) -> tuple[Segment, ...]:
    """Return the article's segments."""
    return notes_of(doc).segments


def sentences_of(doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences found so far."""
    return notes_of(doc).sentences


def words_of(doc: Doc) -> tuple[Word, ...]:
    """Return the content words found so far."""
    return notes_of(doc).words


def mentions_of(doc: Doc) -> tuple[AnyMention, ...]:
    """Return the mentions found so far, by position."""
    return notes_of(doc).mentions


def roles_of(doc: Doc) -> tuple[Role, ...]:
    """Return the parts that entities were found to play in events."""
    return notes_of(doc).roles


def anchor_of(doc: Doc) -> Interval:
    """Return the days on which the article may have been written."""
    return notes_of(doc).anchor or Interval()


def set_mentions(doc: Doc, mentions: Iterable[AnyMention]) -> Doc:
    """Return `doc` with these mentions instead of those it had, sorted by position."""
    notes_of(doc).mentions = tuple(sorted(mentions, key=_by_position))
    return doc


def add_mentions(doc: Doc, found: Iterable[AnyMention]) -> Doc:
    """Return `doc` with more mentions."""
    return set_mentions(doc, (*mentions_of(doc), *found))


def _by_position(mention: AnyMention) -> int:
    """Return what sorts by start, the longest first, then by kind; tuples take twice as long."""
    span = mention.span
    return ((span.start << _BITS) - span.end) * len(_RANKS) + _RANKS[type(mention)]


# More than any offset has.
_BITS = 40
_RANKS = {kind: rank for rank, kind in enumerate((Cue, Entity, Numeral, Quantity, Timex, Trigger))}
