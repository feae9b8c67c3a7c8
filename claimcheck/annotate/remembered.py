"""What has been found out about words, kept for the next time they are met."""

from collections.abc import Callable
from typing import TypeVar

Known = TypeVar("Known")
# How many words are remembered before all are forgotten.
_MOST_WORDS = 1 << 16


class Remembered(dict[str, Known]):
    """What a function returns for each word, asked for once; looking it up runs no Python code."""

    def __init__(self, of_word: Callable[[str], Known]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, word: str) -> Known:
        """Return what a word is that was not asked for before."""
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self._of_word(word)
        return found
