"""Which part a place plays, as the words before it tell: in, near, to, from, via, seat."""

from collections.abc import Sequence
from functools import cache

from claimcheck.annotate.atoms import Atom
from claimcheck.lang.pack import PACKS, word_lists

# Marks that may stand between a preposition and its place, and how many words.
_OPENERS = {'"', "“", "«", "'", "‘", "(", "”"}
_MOST_BEFORE = 6
# How many words a subject has at most that stands between a verb and its place.
_SUBJECT = 3
# Verbs that the place follows, with the part that they give it; words that may stand between;
# what stands after a place, joined by a hyphen, that is the seat of somebody.
STRUCK = "struck"
_VERBS = {"hosts": "in", "leaves": "from", "reaches": "to", "strikes": STRUCK}
_LABELS = ("to_labels", "from_labels")
_BETWEEN = "between"
_ARTICLES = "articles"
_SEATED = "seated"
_SEAT = "seat"
_HYPHENS = {"-", "\u2010", "\u2011"}
# What opens no part: it only looks like a preposition of place.
_NONE = "none"
Key = tuple[str, ...]


class Locatives:
    """The words of a language that tell which part the place beside them plays."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        listed = word_lists(language, "locatives")
        self._phrases = _phrases(language)
        self._longest = max(len(phrase) for phrase in self._phrases)
        self._verbs = {
            key: part
            for name, part in _VERBS.items()
            for verb in listed[name]
            for key in self._pack.verb_keys(verb)
        }
        self._articles = {self._pack.fold(word) for word in listed[_ARTICLES]}
        self._between = {self._pack.fold(word) for word in listed[_BETWEEN]}
        self._seated = {self._pack.fold(word) for word in listed[_SEATED]}

    def letter(self, written: str) -> str:
        """Return the part that the nearest of the letters written with a place gives it."""
        known = (self._phrases.get((letter,), "") for letter in reversed(self._pack.fold(written)))
        return next((part for part in known if part), "")

    def behind(self, after: Sequence[Atom]) -> str:
        """Return the part that a word joined to a place's end gives it (`Dakar-based`)."""
        texts = [piece.text for piece in after[:2]]
        seated = len(texts) > 1 and self._pack.fold(texts[1]) in self._seated
        return _SEAT if seated and texts[0] in _HYPHENS else ""

    def before(self, pieces: Sequence[Atom], nations: set[int]) -> str:
        """Return the part that the last of some words gives to the place after it, or nothing.

        nations: where nationalities start. Articles, nationalities and the like may stand between
        (`in the Kyrgyz city of Osh`).
        """
        for stop in range(len(pieces), max(0, len(pieces) - _MOST_BEFORE), -1):
            last = pieces[stop - 1]
            if last.kind != "word":
                if last.text in _OPENERS:
                    continue
                return ""
            part = self._ending(pieces, stop)
            if part:
                return "" if part == _NONE else part
            if last.start not in nations and self._pack.fold(last.text) not in self._between:
                return self._behind_subject(pieces, stop)
        return ""

    def _behind_subject(self, pieces: Sequence[Atom], stop: int) -> str:
        """Return the part that a verb gives whose definite subject stands behind it.

        An article keeps the subject's last word from being that of what follows (`the mayor of`).
        """
        if not self._is_definite(pieces[stop - 1].text):
            return ""
        for last in range(stop - 1, max(0, stop - 1 - _SUBJECT), -1):
            if pieces[last - 1].kind != "word":
                return ""
            part = self._ending(pieces, last)
            if part:
                return part if part in _VERBS.values() and self._is_verb(pieces[last - 1]) else ""
        return ""

    def _is_verb(self, piece: Atom) -> bool:
        return any(stem in self._verbs for stem in self._pack.verb_stems(piece.text))

    def _is_definite(self, word: str) -> bool:
        """Return whether an article is written with a word."""
        return any(
            reading.proclitics[-1:] and reading.proclitics[-1] in self._articles
            for reading in self._pack.readings(word)
        )

    def struck(self, pieces: Sequence[Atom]) -> str:
        """Return the part of a place behind what struck it, of which a verb before tells."""
        stems = self._pack.verb_stems(pieces[-2].text) if len(pieces) > 1 else ()
        return STRUCK if any(self._verbs.get(stem) == STRUCK for stem in stems) else ""

    def _ending(self, pieces: Sequence[Atom], stop: int) -> str:
        """Return the part that the longest phrase gives which ends there, or a verb of motion."""
        for first in range(max(0, stop - self._longest), stop):
            phrase = pieces[first:stop]
            if all(piece.kind == "word" for piece in phrase):
                part = self._told(phrase)
                if part:
                    return part
        stems = self._pack.verb_stems(pieces[stop - 1].text)
        return next((self._verbs[stem] for stem in stems if stem in self._verbs), "")

    def _told(self, phrase: Sequence[Atom]) -> str:
        later = tuple(self._pack.fold(piece.text) for piece in phrase[1:])
        keys = (reading.key for reading in self._pack.readings(phrase[0].text))
        return next(
            (self._phrases[key, *later] for key in keys if (key, *later) in self._phrases), ""
        )


@cache
def _phrases(language: str) -> dict[Key, str]:
    """Return the part that each preposition, of one word or several, gives to a place."""
    fold = PACKS[language].fold
    listed = word_lists(language, "locatives")
    return {
        tuple(fold(word) for word in phrase.split()): part
        for part, phrases in listed.items()
        if part not in (*_VERBS, *_LABELS, _BETWEEN, _SEATED, _ARTICLES)
        for phrase in phrases
    }
