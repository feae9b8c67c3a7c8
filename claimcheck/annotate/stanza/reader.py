"""Texts through Stanza's models -> their syntax."""

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.annotate.stanza.folder import RESOURCES, model_of, stanza_version
from claimcheck.annotate.syntax.words import (
    NAME_KINDS,
    NO_HEAD,
    OPEN_TAGS,
    Name,
    Syntax,
    SyntaxWord,
)
from claimcheck.errors import ClaimcheckError

# Stanza brings torch, which takes seconds to load.
if TYPE_CHECKING:
    from stanza import Pipeline
    from stanza.models.common.doc import Document, Sentence, Token, Word

_MOST_TOLD = 300
_ROOT = 0
_NOTHING = "_"
# The tree of a sentence takes the square of its length, and a text may have no stop for pages.
_LONGEST = 1000
_SENTENCE_END = re.compile(r"[.!?؟…]\s|\n")


class Stretch(NamedTuple):
    """A part of a text that is read by itself; start counts code points of the text."""

    start: int
    text: str


def read(
    texts: Sequence[Sequence[Stretch]], language: str, folder: str, *, gpu: bool = False
) -> list[Syntax]:
    """Return the syntax of texts of one language, read as one batch.

    texts: of each, the stretches to read, in order; offsets of the result are the text's.

    Raises:
        ClaimcheckError: where the models cannot be used.
    """
    flat = [piece for stretches in texts for stretch in stretches for piece in _cut(stretch)]
    documents = iter(_documents([piece.text for piece in flat], language, folder, gpu=gpu))
    return [
        _joined(_syntax(next(documents), piece) for stretch in stretches for piece in _cut(stretch))
        for stretches in texts
    ]


def _cut(stretch: Stretch) -> Iterator[Stretch]:
    """Yield a stretch in pieces of bounded length, cut at blanks; none is without letters."""
    start, text = stretch
    at = 0
    while at < len(text):
        end = _end(text, at)
        piece = text[at:end]
        if any(letter.isalnum() for letter in piece):
            yield Stretch(start + at, piece)
        at = end


def _end(text: str, at: int) -> int:
    """Return where a piece ends that starts there: with a sentence if it can be, or a word."""
    end = at + _LONGEST
    if end >= len(text):
        return len(text)
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, at, end)]
    return stops[-1] if stops else text.rfind(" ", at, end) + 1 or end


def _documents(
    texts: Sequence[str], language: str, folder: str, *, gpu: bool
) -> Sequence["Document"]:
    if not texts:
        return ()
    pipeline = load(language, folder, gpu=gpu)
    import torch

    with torch.inference_mode():
        found: Sequence[Document] = pipeline.bulk_process(list(texts))
    return found


@cache
def load(language: str, folder: str, *, gpu: bool = False) -> "Pipeline":
    """Return Stanza's pipeline with the models that a folder has for a language.

    Raises:
        ClaimcheckError: where Stanza is missing, or a model is missing, broken or of another
            version.
    """
    version = stanza_version()
    model = model_of(folder, language)
    try:
        import stanza
        import torch
    except (ImportError, OSError) as fault:
        raise ClaimcheckError(
            f"engine stanza: its packages cannot be loaded: {told(fault)}: install torch and"
            " stanza anew (README: Stanza)"
        ) from None
    if gpu and not torch.cuda.is_available():
        raise ClaimcheckError("--gpu: torch finds no GPU here: leave the option out")
    # A process computes on one core, so that sums come out alike however many there are.
    torch.set_num_threads(1)
    try:
        with TemporaryDirectory() as empty:
            # What to load is said by path, so that nothing else is looked for or fetched.
            resources = Path(empty) / RESOURCES
            resources.write_text(f'{{"{language}": {{}}}}', "utf-8")
            with warnings.catch_warnings():
                # torch speaks to those who write models, not to those who use them.
                warnings.simplefilter("ignore")
                return stanza.Pipeline(
                    language,
                    dir=folder,
                    package=None,
                    processors={},
                    resources_filepath=str(resources),
                    download_method=None,
                    use_gpu=gpu,
                    logging_level="CRITICAL",
                    **{option: str(file) for option, file in model.files.items()},
                )
    # Whatever a broken file makes Stanza and torch raise, its remedy is the same.
    except Exception as fault:
        raise ClaimcheckError(
            f"engine stanza: {folder}/{language}: Stanza {version} cannot use these models:"
            f" {told(fault)}: get them anew with `claimcheck models add stanza --lang {language}`,"
            " or take those made for this version"
        ) from None


def told(fault: Exception) -> str:
    """Return what a library says of a fault, in one line that is not too long."""
    return " ".join(str(fault).split())[:_MOST_TOLD] or type(fault).__name__


def _joined(pieces: Iterator[Syntax]) -> Syntax:
    """Return the syntax of a text of that of its stretches."""
    words: list[SyntaxWord] = []
    sentences: list[int] = []
    names: list[Name] = []
    for piece in pieces:
        base = len(words)
        words += (
            word if word.head == NO_HEAD else word._replace(head=word.head + base)
            for word in piece.words
        )
        sentences += (first + base for first in piece.sentences)
        names += piece.names
    return Syntax(tuple(words), tuple(sentences), tuple(names))


def _syntax(document: "Document", piece: Stretch) -> Syntax:
    words: list[SyntaxWord] = []
    sentences: list[int] = []
    names: list[Name] = []
    for sentence in document.sentences:
        sentences.append(len(words))
        words += _words(sentence, len(words), piece.start)
        names += _names(sentence, piece)
    return Syntax(tuple(words), tuple(sentences), tuple(names))


def _words(sentence: "Sentence", base: int, start: int) -> Iterator[SyntaxWord]:
    for token in sentence.tokens:
        for word in token.words:
            yield SyntaxWord(
                start=start + token.start_char,
                end=start + token.end_char,
                form=word.text,
                lemma="" if word.lemma in (None, _NOTHING) else word.lemma,
                tag=word.upos or "",
                head=NO_HEAD if word.head in (None, _ROOT) else base + word.head - 1,
                relation=word.deprel or "",
                features=word.feats or "",
            )


def _names(sentence: "Sentence", piece: Stretch) -> Iterator[Name]:
    for entity in getattr(sentence, "ents", ()):
        kind = NAME_KINDS.get(entity.type)
        if kind is not None:
            start = entity.start_char + _before(entity.tokens[0])
            yield Name(piece.start + start, piece.start + entity.end_char, kind)


def _before(token: "Token") -> int:
    """Return the length of the clitics before a name's first word, 0 where they are not known."""
    pieces: Sequence[Word] = token.words
    if len(pieces) < 2 or "".join(word.text for word in pieces) != token.text:
        return 0
    length = 0
    for word in pieces[:-1]:
        if word.upos is None or word.upos in OPEN_TAGS:
            return length
        length += len(word.text)
    return length
