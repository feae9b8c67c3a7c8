"""The pipe of the deeds: who did what, and whether it came about."""

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.deeds.actor import actors
from claimcheck.annotate.deeds.kinds import Kinds
from claimcheck.annotate.deeds.outcome import Outcomes
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Patterns
from claimcheck.annotate.doc import add_mentions, pieces_of
from claimcheck.lang.deeds import phrases
from claimcheck.model.mention import AnyMention


class DeedPipe:
    """Adds an Actor for each part played, and an Outcome for each matter told."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._patterns = Patterns(phrases(language), language)
        self._outcomes = Outcomes(language)
        self._kinds = Kinds(language)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its actors and outcomes added to the mentions."""
        passage = Passage(doc, self._language, self._patterns.spots(pieces_of(doc)))
        found: list[AnyMention] = [*actors(passage, self._kinds), *self._outcomes.of(passage)]
        return add_mentions(doc, found) if found else doc


@Language.factory("claimcheck_deed")
def make_deed(nlp: Language, name: str) -> DeedPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return DeedPipe(nlp.lang or "")
