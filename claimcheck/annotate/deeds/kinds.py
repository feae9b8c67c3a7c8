"""Kinds of people, bodies, causes and goods in a text -> whom or what they tell of."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import Found, Phrases
from claimcheck.lang.deeds import kinds
from claimcheck.lang.kinds import Kind, kind_identity
from claimcheck.lang.pack import folded_set
from claimcheck.model.mention import Actor
from claimcheck.model.text import TextSpan


class Kinds:
    """The kinds that a language's texts tell."""

    def __init__(self, language: str) -> None:
        entries = ((word, one) for one in kinds().values() for word in getattr(one, language))
        self._phrases: Phrases[Kind] = Phrases(entries, language)
        self.stops = folded_set(language, "deeds", "stops")
        self.copulas = folded_set(language, "deeds", "copulas")
        self.articles = folded_set(language, "deeds", "articles")
        self.withs = folded_set(language, "deeds", "with")
        self.ands = folded_set(language, "deeds", "and")

    def at(self, pieces: Sequence[Atom], at: int) -> Found[Kind] | None:
        """Return the kind that the words from an atom on tell, if any."""
        inside = 0 <= at < len(pieces) and pieces[at].kind == "word"
        return self._phrases.longest(pieces, at) if inside else None


def told_by_kind(found: Found[Kind], kind: Kind, role: str, nation: str) -> Actor:
    """Return one of whom words tell the kind alone."""
    return Actor(
        span=TextSpan(found.start, found.end),
        role=role,
        who=kind.who,
        sort="kind",
        nation=nation,
        office=kind.family,
        known_as=tuple(kind_identity(name) for name in kind.like),
    )
