"""What our pipes keep on a spaCy Doc, declared once."""

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.annotate.atoms import Atom, atoms
from claimcheck.model.mention import AnyMention, Role, Sentence, Word
from claimcheck.model.text import Interval, Segment

for _name, _default in {
    "source": "",
    "pieces": (),
    "segments": (),
    "sentences": (),
    "words": (),
    "mentions": (),
    "known": (),
    "anchor": None,
    "anchor_from": "",
    "syntax": None,
    "roles": (),
}.items():
    Doc.set_extension(_name, default=_default, force=True)


def prepare(nlp: Language, text: str, anchor: Interval, segments: tuple[Segment, ...]) -> Doc:
    """Return a Doc with its text, its atoms, its article's anchor and its segments set."""
    return placed(AtomTokenizer(nlp.vocab)(text), anchor, segments)


def placed(doc: Doc, anchor: Interval, segments: tuple[Segment, ...]) -> Doc:
    """Return a tokenized Doc with its article's anchor and its segments set."""
    doc._.anchor = anchor
    doc._.segments = segments or (Segment(kind="body", start=0, end=len(text_of(doc))),)
    return doc


class AtomTokenizer:
    """Splits a text into its atoms; `doc.text` is the text to the letter."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose tokens are the text's atoms and what stands between them."""
        pieces = atoms(text)
        doc, _ = covering(self._vocab, text, [(start, end) for start, end, _, _ in pieces])
        doc._.source = text
        doc._.pieces = pieces
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
    return doc._.source  # type: ignore[no-any-return]


def pieces_of(doc: Doc) -> tuple[Atom, ...]:
    """Return the atoms of the text, in order."""
    return doc._.pieces  # type: ignore[no-any-return]


def segments_of(doc: Doc) -> tuple[Segment, ...]:
    """Return the article's segments."""
    return doc._.segments  # type: ignore[no-any-return]


def sentences_of(doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences found so far."""
    return doc._.sentences  # type: ignore[no-any-return]


def words_of(doc: Doc) -> tuple[Word, ...]:
    """Return the content words found so far."""
    return doc._.words  # type: ignore[no-any-return]


def mentions_of(doc: Doc) -> tuple[AnyMention, ...]:
    """Return the mentions found so far, by position."""
    return doc._.mentions  # type: ignore[no-any-return]


def roles_of(doc: Doc) -> tuple[Role, ...]:
    """Return the parts that entities were found to play in events."""
    return doc._.roles  # type: ignore[no-any-return]


def anchor_of(doc: Doc) -> Interval:
    """Return the days on which the article may have been written."""
    return doc._.anchor or Interval()


def set_mentions(doc: Doc, mentions: Iterable[AnyMention]) -> Doc:
    """Return `doc` with these mentions instead of those it had, sorted by position."""
    doc._.mentions = tuple(sorted(mentions, key=_by_position))
    return doc


def add_mentions(doc: Doc, found: Iterable[AnyMention]) -> Doc:
    """Return `doc` with more mentions."""
    return set_mentions(doc, (*mentions_of(doc), *found))


def _by_position(mention: AnyMention) -> tuple[int, int, str]:
    return mention.span.start, -mention.span.end, type(mention).__name__
