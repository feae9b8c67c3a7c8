"""Texts through our pipes, on top of a syntax made by hand."""

from notation import syntax

from claimcheck.annotate.doc import mentions_of, placed, roles_of
from claimcheck.annotate.nlp import piped, pipes
from claimcheck.annotate.syntax.carrier import parsed_doc
from claimcheck.model.mention import Entity, Trigger
from claimcheck.model.text import Interval


def annotated(language, *lines, names=None):
    """Return the Doc of sentences in the notation, after all pipes of their language."""
    return placed_and_piped(language, *syntax(*lines, names=names))


def placed_and_piped(language, text, tree):
    """Return the Doc of a text with a syntax, after all pipes of its language."""
    doc = parsed_doc(pipes(language).vocab, text, tree)
    return piped(placed(doc, Interval(), ()), language)


def entities(doc):
    """Return the words, kinds and identities of the entities of a Doc, by position."""
    return [
        (doc.text[m.span.start : m.span.end], m.kind, m.id)
        for m in mentions_of(doc)
        if isinstance(m, Entity)
    ]


def events(doc):
    """Return the words and frames of the events of a Doc, by position."""
    return [
        (doc.text[m.span.start : m.span.end], m.frames[0])
        for m in mentions_of(doc)
        if isinstance(m, Trigger) and m.kind == "event"
    ]


def roles(doc):
    """Return who does what to whom in a Doc: the event's words, the part, the entity's words."""
    text = doc.text
    return {
        (text[r.event.start : r.event.end], r.part, text[r.entity.start : r.entity.end])
        for r in roles_of(doc)
    }
