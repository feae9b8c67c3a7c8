"""Words that look like the word for an event or a measure inflected, and mean something else."""

import unicodedata
from functools import cache

from claimcheck.lang.pack import PACKS, word_lists

_TATWEEL = "\u0640"


def is_homograph(word: str, kind: str, language: str) -> bool:
    """Return whether a word as it stands, or behind its clitics, names no event, or no measure."""
    listed = _listed(kind, language)
    bare = _bare(word)
    if bare in listed:
        return True
    return any(bare[reading.skip :] in listed for reading in PACKS[language].readings(bare))


@cache
def _listed(kind: str, language: str) -> frozenset[str]:
    return frozenset(_bare(word) for word in word_lists(language, "homographs")[f"{kind}s"])


def _bare(word: str) -> str:
    """Return a word without vowel signs, in small letters; its hamzas tell it from others."""
    plain = "".join(letter for letter in word if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain).replace(_TATWEEL, "").lower()
