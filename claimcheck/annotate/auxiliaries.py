"""Whether an auxiliary stands before a word, so that it is a verb: `did not open`."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.lang.lexicon import JUSSIVE, Lexeme
from claimcheck.lang.pack import PACKS, folded_set

# How many adverbs may stand between an auxiliary and its verb.
_MOST_BETWEEN = 2
_COLON = ":"


class Auxiliaries:
    """The words of a language that a verb follows, over adverbs."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        self._bare = folded_set(language, "sentences", "before_bare_verbs")
        self._inflected = folded_set(language, "sentences", "before_inflected_verbs")
        self._jussive = folded_set(language, "sentences", "before_jussives")
        self._adverbs = folded_set(language, "sentences", "auxiliary_adverbs")
        self._purpose = folded_set(language, "sentences", "purpose")
        self._meant = folded_set(language, "sentences", "before_purpose")

    def helps(self, pieces: Sequence[Atom], at: int, lexeme: Lexeme) -> bool:
        """Return whether the word at an atom is a verb by what stands beside it, or its future."""
        text = pieces[at].text
        if lexeme.helped == JUSSIVE:
            return at > 0 and not self._keys(pieces, at - 1).isdisjoint(self._jussive)
        if self._pack.is_future(text) or self._labels(pieces, at, lexeme):
            return True
        helping = self._bare if self._pack.fold(text) == lexeme.helped else self._inflected
        for before in range(at - 1, max(at - 2 - _MOST_BETWEEN, -1), -1):
            keys = self._keys(pieces, before)
            if not keys.isdisjoint(helping):
                return keys.isdisjoint(self._purpose) or self._is_meant(pieces, before)
            if keys.isdisjoint(self._adverbs):
                return False
        return False

    def _labels(self, pieces: Sequence[Atom], at: int, lexeme: Lexeme) -> bool:
        """Return whether a participle is a label: `Closed: 1989`."""
        behind = at + 1 < len(pieces) and pieces[at + 1].text == _COLON
        return behind and self._pack.fold(pieces[at].text) != lexeme.helped

    def _is_meant(self, pieces: Sequence[Atom], at: int) -> bool:
        """Return whether a word of purpose tells what comes about: `is to open`, no `need to`."""
        return at > 0 and not self._keys(pieces, at - 1).isdisjoint(self._meant)

    def _keys(self, pieces: Sequence[Atom], at: int) -> set[str]:
        return {reading.key for reading in self._pack.readings(pieces[at].text)}
