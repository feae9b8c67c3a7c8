"""English: letters and inflection."""

import unicodedata
from functools import lru_cache

from claimcheck.lang.marks import UNMARKED
from claimcheck.lang.reading import Reading

_CACHE = 1 << 16
_QUOTES = str.maketrans("’‘ʼ`", "''''")
_CONJUNCTIONS = ("and", "but", "or", "so", "yet")
_VOWELS = "aeiou"


@lru_cache(_CACHE)
def _fold(text: str) -> str:
    """Return `text` in lower case without accents and ignorable marks."""
    if text.isascii():
        return text.casefold().translate(_QUOTES)
    letters = unicodedata.normalize("NFKD", text).casefold().translate(_QUOTES)
    return letters.translate(UNMARKED)


@lru_cache(_CACHE)
def _readings(word: str) -> tuple[Reading, ...]:
    """Return the word, and without a possessive ending where it has one."""
    key = _fold(word)
    if key.endswith("'s"):
        return Reading(key), Reading(key[:-2], (), "'s")
    if key.endswith("s'"):
        return Reading(key), Reading(key[:-1], (), "'")
    return (Reading(key),)


@lru_cache(_CACHE)
def _noun_stems(word: str) -> tuple[str, ...]:
    """Return the word and the singulars it may be the plural of."""
    stems: dict[str, None] = {}
    for reading in _readings(word):
        key = reading.key
        stems[key] = None
        if key.endswith("ies") and len(key) > 4:
            stems[key[:-3] + "y"] = None
        if key.endswith("es") and len(key) > 4:
            stems[key[:-2]] = None
        if key.endswith("s") and not key.endswith("ss") and len(key) > 3:
            stems[key[:-1]] = None
        if key.endswith("men") and len(key) > 4:
            stems[key[:-2] + "an"] = None
    return tuple(stems)


@lru_cache(_CACHE)
def _verb_stems(word: str) -> tuple[str, ...]:
    """Return `+stem` for each base form that the word may inflect."""
    key = _fold(word)
    stems = dict.fromkeys([key])
    if key.endswith("ed"):
        stems[key[:-1]] = None
    for ending in ("s", "es", "ed", "ing"):
        if key.endswith(ending) and len(key) - len(ending) >= 2:
            base = key[: -len(ending)]
            stems[base] = None
            stems[base + "e"] = None
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in _VOWELS:
                stems[base[:-1]] = None
    for ending in ("ies", "ied"):
        if key.endswith(ending) and len(key) > 4:
            stems[key[:-3] + "y"] = None
    return tuple("+" + stem for stem in stems)


_ROOT = 5
_LEAST_PAST = 5


@lru_cache(_CACHE)
def _content_key(word: str) -> str:
    """Return one stem for a content word."""
    key = _readings(word)[-1].key
    for ending in ("ies", "ied"):
        if key.endswith(ending) and len(key) > 4:
            return key[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if key.endswith(ending) and len(key) - len(ending) >= 3 and not key.endswith("ss"):
            base = key[: -len(ending)]
            doubled = base[-1] == base[-2] and base[-1] not in "aeiouls"
            return (base[:-1] if doubled else base).removesuffix("e")
    return key.removesuffix("e") if len(key) > 4 else key


class English:
    """The English language pack."""

    code = "en"
    # As they stand, for a method in between would cost as much as looking up what they know.
    fold = staticmethod(_fold)
    readings = staticmethod(_readings)
    noun_stems = staticmethod(_noun_stems)
    verb_stems = staticmethod(_verb_stems)
    content_key = staticmethod(_content_key)

    def root(self, key: str) -> str:
        """Return what a long word and its derivations open with: produce, production."""
        return key[:_ROOT] if len(key) > _ROOT else ""

    def verb_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the form under which a verb, or an irregular form of one, is stored."""
        return ("+" + _fold(lexeme),)

    def present_keys(self, lexeme: str) -> tuple[str, ...]:  # noqa: ARG002 (the base form is one)
        """Return nothing: the form under which a verb is stored is that of its present."""
        return ()

    def jussive_keys(self, lexeme: str) -> tuple[str, ...]:  # noqa: ARG002 (no such form)
        """Return nothing: English has no form for what did not come about."""
        return ()

    def bases(self, past: str) -> tuple[str, ...]:
        """Return the bare forms that a past in -ed may be of: closed, of close or of clos."""
        key = _fold(past)
        if not key.endswith("ed") or len(key) < _LEAST_PAST:
            return ()
        stems = (stem[1:] for stem in _verb_stems(key))
        return tuple(stem for stem in stems if stem != key and not stem.endswith("ee"))

    def is_joined(self, word: str) -> bool:
        """Return whether the word joins clauses."""
        return _fold(word) in _CONJUNCTIONS

    def is_future(self, verb: str) -> bool:  # noqa: ARG002 (English says it with a word)
        """Return False: English says it with a word of its own."""
        return False
