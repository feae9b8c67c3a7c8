"""Which part a place plays that stands by itself in a note: `Final: Lisbon`, `(Leeds, 1926)`."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.lang.pack import PACKS, word_lists

_COLON = ":"
_BEFORE = frozenset({",", "،", ";", "؛", "(", "-", "–", "—", "|", "/"})
_AFTER = _BEFORE | {".", ")", _COLON}
_AT = "in"
# The parts that the word before a colon may tell, as its lists are called.
_LABELS = {"to": "to_labels", "from": "from_labels"}
# How many words before a colon are its label, and how many stand between two marks of a note.
_LABEL = 3
_WORDS = 4


class Notes:
    """The labels of a language, and where a place stands by itself."""

    def __init__(self, language: str) -> None:
        self._pack = PACKS[language]
        listed = word_lists(language, "locatives")
        self._parts = {
            self._pack.content_key(word): part
            for part, name in _LABELS.items()
            for word in listed[name]
        }

    def part(self, pieces: Sequence[Atom], at: int, after: int, sentence: Sequence[Atom]) -> str:
        """Return the part of the place from atom `at` to `after`, or nothing.

        sentence: the atoms of its sentence, which is a note where marks divide it into few words.
        """
        if not at or not _ends(pieces, after):
            return ""
        mark = pieces[at - 1].text
        if mark == _COLON:
            return self._label(pieces[max(0, at - 1 - _LABEL) : at - 1])
        return _AT if mark in _BEFORE and _is_note(sentence) else ""

    def _label(self, words: Sequence[Atom]) -> str:
        """Return the part that a label gives: where to, where from, else where."""
        keys = [self._pack.content_key(word.text) for word in words if word.kind == "word"]
        return next((self._parts[key] for key in keys if key in self._parts), _AT)


def _ends(pieces: Sequence[Atom], at: int) -> bool:
    """Return whether a mark or nothing stands there, with nothing of the phrase before."""
    return at >= len(pieces) or pieces[at].kind == "newline" or pieces[at].text in _AFTER


def _is_note(sentence: Sequence[Atom]) -> bool:
    """Return whether marks divide a sentence into stretches of few words."""
    marks = sum(piece.text in _AFTER for piece in sentence)
    words = sum(piece.kind == "word" for piece in sentence)
    return marks > 1 and words <= _WORDS * marks
