"""The language of a text, told by its letters and a few words."""

import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.read.zone_words import TABLE, tokens

# So much of a text tells its language.
_SAMPLE = 20_000
_FOREIGN_LETTERS_SHARE = 0.015
_FEWEST_FOREIGN = 3
# In a text whose encoding is guessed, one word in so many has to be a known one.
_KNOWN_SHARE = 0.05
_CODE_LENGTH = 2


class _Words(NamedTuple):
    """The function words of a language, and those of others in the same script; folded."""

    own: frozenset[str]
    foreign: frozenset[str]
    foreign_letters: frozenset[str]


def language_of(text: str, declared: str = "") -> str | None:
    """Return the code of the language that a text is in, None for one that we do not read.

    declared: what the article says itself; it decides only where the text has no letters.
    """
    sample = text[:_SAMPLE]
    told = Counter(sample)
    letters = Counter({character: told[character] for character in told if character.isalpha()})
    scripts: Counter[str] = Counter()
    for character, number in letters.items():
        scripts[_script(character)] += number
    if not scripts:
        code = declared[:_CODE_LENGTH].lower()
        return code if code in PACKS else next(iter(PACKS))
    script = min(scripts, key=lambda name: (-scripts[name], name))
    code = _languages().get(script, "")
    return code if code and not _is_foreign(sample, code, letters) else None


def reads_as_language(text: str) -> bool:
    """Return whether a text whose encoding is a guess has the function words of a language."""
    sample = text[:_SAMPLE]
    if any("\x80" <= character < "\xa0" for character in sample):
        return False
    code = language_of(sample)
    if code is None:
        return False
    words = tokens(sample, 0, len(sample))
    known = sum(PACKS[code].fold(word) in _words(code).own for word in words)
    return known >= _KNOWN_SHARE * len(words)


def _is_foreign(sample: str, code: str, letters: Counter[str]) -> bool:
    """Return whether letters or words of other languages in the script outweigh the language's."""
    table = _words(code)
    strange = sum(letters[letter] for letter in table.foreign_letters)
    if strange > _FOREIGN_LETTERS_SHARE * letters.total() and strange >= _FEWEST_FOREIGN:
        return _count(sample, code, table.own) <= _count(sample, code, table.foreign)
    foreign = _count(sample, code, table.foreign)
    return foreign >= _FEWEST_FOREIGN and foreign > _count(sample, code, table.own)


def _count(sample: str, code: str, words: frozenset[str]) -> int:
    fold = PACKS[code].fold
    return sum(fold(word) in words for word in tokens(sample, 0, len(sample)))


@cache
def _script(character: str) -> str:
    """Return the first word of a letter's Unicode name, which is its script's."""
    return unicodedata.name(character, "").split(" ")[0]


@cache
def _languages() -> dict[str, str]:
    return {script: code for code in PACKS for script in word_lists(code, TABLE)["script"]}


@cache
def _words(code: str) -> _Words:
    fold = PACKS[code].fold
    own = frozenset(fold(word) for word in word_lists(code, "function_words")["particles"])
    table = word_lists(code, TABLE)
    foreign = frozenset(fold(word) for word in table["foreign_words"])
    return _Words(own, foreign - own, frozenset(table["foreign_letters"]))
