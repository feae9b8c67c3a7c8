"""The order of the pipes, and an article through them."""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_lang_class
from spacy.vocab import Vocab

from claimcheck.annotate import qualifier, sentence, trigger  # noqa: F401 (each registers its pipe)
from claimcheck.annotate.dates import timex  # noqa: F401
from claimcheck.annotate.dates.anchor import SILENT, anchored, dated_heads
from claimcheck.annotate.deeds import deed  # noqa: F401
from claimcheck.annotate.doc import (
    AtomTokenizer,
    anchor_of,
    mentions_of,
    notes_of,
    placed,
    prepare,
    roles_of,
    sentences_of,
    words_of,
)
from claimcheck.annotate.entities import entity  # noqa: F401
from claimcheck.annotate.entities.aliases import Known, known_as
from claimcheck.annotate.numbers import numeral  # noqa: F401
from claimcheck.annotate.quantities import quantity  # noqa: F401
from claimcheck.annotate.syntax import role  # noqa: F401
from claimcheck.annotate.syntax.carrier import parsed_doc
from claimcheck.annotate.syntax.words import Syntax
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Annotation, AnyMention, Entity
from claimcheck.model.text import Article, Interval, Segment, TextSpan

PIPES = (
    "sentence",
    "numeral",
    "quantity",
    "timex",
    "entity",
    "trigger",
    "qualifier",
    "role",
    "deed",
)
_BLANK = " "
_NAMED = ("place", "facility", "organisation", "person")


@cache
def pipes(language: str) -> Language:
    """Return the spaCy pipeline of a language: our tokenizer and our pipes."""
    # A vocabulary without the language's tables: our pipes read the text, and what spaCy would
    # note of each new word nobody asks for.
    vocab = Vocab()
    nlp = get_lang_class(language)(vocab, create_tokenizer=lambda _: AtomTokenizer(vocab))
    nlp.max_length = 1 << 30
    for name in PIPES:
        nlp.add_pipe(f"claimcheck_{name}")
    return nlp


@cache
def steps(language: str) -> tuple[tuple[str, Callable[[Doc], Doc]], ...]:
    """Return the pipes of a language with their names, in order, listed once."""
    return tuple(pipes(language).pipeline)


def reading(article: Article, text: str) -> tuple[str, tuple[Segment, ...]]:
    """Return the text of the segments that claims may come from, and those segments.

    What lies outside them is blank, so that offsets stay the source's.
    """
    segments = tuple(segment for segment in article.segments if segment.kind not in SILENT)
    parts, at = [], 0
    for segment in segments:
        parts.append(_BLANK * (segment.start - at - 1) + "\n" if segment.start > at else "")
        parts.append(text[segment.start : segment.end])
        at = segment.end
    return "".join(parts), segments


Aliases = tuple[tuple[str, ...], ...]


def annotate(
    article: Article, text: str, aliases: Aliases = (), syntax: Syntax | None = None
) -> Annotation:
    """Return what one article mentions; `text` is its source's.

    aliases: the names of one person, place or body each, the full one first.
    syntax: what a parser said of the article's `reading`, if one has read it.
    """
    anchor, origin = anchored(article, text)
    readable, segments = reading(article, text)
    nlp = pipes(article.language)
    if syntax is None:
        doc = prepare(nlp, readable, anchor, segments)
    else:
        doc = placed(parsed_doc(nlp.vocab, readable, syntax), anchor, segments)
    notes = notes_of(doc)
    notes.known = _known(aliases)
    doc = piped(doc, article.language)
    return Annotation.model_construct(
        article=article.id,
        anchor=anchor_of(doc),
        anchor_from=notes.anchor_from or origin,
        heads=dated_heads(article, text),
        sentences=sentences_of(doc),
        words=words_of(doc),
        mentions=mentions_of(doc),
        roles=roles_of(doc),
    )


def annotate_text(text: str, language: str, anchor: Interval | None = None) -> list[AnyMention]:
    """Return the mentions of a bare text, by position."""
    doc = prepare(pipes(language), text, anchor or Interval(), ())
    return list(mentions_of(piped(doc, language)))


@cache
def _known(aliases: Aliases) -> tuple[Known, ...]:
    """Return who has the names of each line, as far as our own reading of them tells."""
    return tuple(known_as(names, [e for name in names for e in _whole(name)]) for names in aliases)


def _whole(name: str) -> Iterator[Entity]:
    """Yield what a name is read as that stands alone, in any language."""
    for language in PACKS:
        for one in annotate_text(name, language):
            if (
                isinstance(one, Entity)
                and one.kind in _NAMED
                and one.span == TextSpan(0, len(name))
            ):
                yield one


def piped(doc: Doc, language: str) -> Doc:
    """Return a Doc, its article's anchor and segments set, after all pipes of its language."""
    for _, pipe in steps(language):
        doc = pipe(doc)
    return doc
