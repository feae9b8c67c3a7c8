"""Date expressions as Timex mentions, resolved against the article's day and each other."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.dates.date_reader import read_dates
from claimcheck.annotate.doc import (
    anchor_of,
    mentions_of,
    notes_of,
    pieces_of,
    segments_of,
    set_mentions,
)
from claimcheck.model.mention import AnyMention, Numeral, Quantity, Timex


class TimexPipe:
    """Adds a Timex for each date, and takes away the numbers that only spell one.

    Where the article's day is unknown, the newest date that it tells of becomes its earliest.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its dates added to the mentions, and its anchor made better."""
        reading = read_dates(
            pieces_of(doc), self._language, anchor_of(doc), mentions_of(doc), segments_of(doc)
        )
        notes = notes_of(doc)
        notes.anchor = reading.anchor
        if reading.anchor_from:
            notes.anchor_from = reading.anchor_from
        kept = _outside(mentions_of(doc), reading.dates)
        return set_mentions(doc, (*kept, *reading.dates))


def _outside(mentions: Sequence[AnyMention], dates: Sequence[Timex]) -> list[AnyMention]:
    """Return the mentions without the numbers inside dates; durations stay, and their numbers."""
    within = _covered(dates)
    lengths = _covered(
        [m for m in mentions if isinstance(m, Quantity) and m.dimension == "duration"]
    )
    kept: list[AnyMention] = []
    for mention in mentions:
        number = isinstance(mention, Numeral | Quantity)
        if number and mention.span.start in within and mention.span.start not in lengths:
            continue
        kept.append(mention)
    return kept


def _covered(mentions: Sequence[AnyMention]) -> set[int]:
    """Return the code points that the mentions cover."""
    return {at for m in mentions for at in range(m.span.start, m.span.end)}


@Language.factory("claimcheck_timex")
def make_timex(nlp: Language, name: str) -> TimexPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return TimexPipe(nlp.lang or "")
