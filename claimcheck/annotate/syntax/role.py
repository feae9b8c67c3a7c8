"""Who does what to whom -> Role, where a parser has read the text."""

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.doc import mentions_of, notes_of
from claimcheck.annotate.syntax.carrier import syntax_of
from claimcheck.annotate.syntax.roles import Named, Sentences, parts_of
from claimcheck.model.mention import Entity, Role, Trigger
from claimcheck.model.text import TextSpan


class RolePipe:
    """Adds a Role for each entity that the arcs between words make doer or sufferer of an event."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its roles; it has none where no parser has read it."""
        syntax = syntax_of(doc)
        if not syntax.parsed:
            return doc
        found = mentions_of(doc)
        events = dict.fromkeys(
            (m.span.start, m.span.end)
            for m in found
            if isinstance(m, Trigger) and m.kind == "event"
        )
        names = dict.fromkeys(
            Named(m.span.start, m.span.end, titled=m.kind == "person" and bool(m.type))
            for m in found
            if isinstance(m, Entity)
        )
        notes_of(doc).roles = tuple(
            Role(TextSpan(*event), TextSpan(name.start, name.end), part)
            for event, name, part in parts_of(
                Sentences(syntax.words, self._language), events, tuple(names)
            )
        )
        return doc


@Language.factory("claimcheck_role")
def make_role(nlp: Language, name: str) -> RolePipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return RolePipe(nlp.lang or "")
