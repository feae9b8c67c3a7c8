"""What a word by itself tells about being a name: lists, rarity, clitics, verb forms."""

from functools import cache, lru_cache, partial

from claimcheck.annotate.remembered import Remembered
from claimcheck.annotate.trigger_phrases import opened
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS, word_lists

_ARTICLE = "ال"
_PEOPLE = ("given", "surname", "family-first", "wordlike")
_KNOWN = 51  # rarities (tenths of log10): below it a word is known at all
_MARGIN = 5
_SHORTEST_NAME = 3
_PRESENT = ("ي", "ت")
_BEFORE_VERBS = ("س", "ف", "و", "ل")


@cache
def folded_list(language: str, name: str) -> frozenset[str]:
    """Return the folded words of the lists of `entities.yaml` called `name.*`."""
    if name == "function":
        lists = word_lists(language, "function_words")
    elif name in _PEOPLE:
        lists = {name: word_lists(language, "people")[name]}
    else:
        lists = {
            k: v for k, v in word_lists(language, "entities").items() if k.startswith(name + ".")
        }
    fold = PACKS[language].fold
    return frozenset(fold(word) for words in lists.values() for word in words)


@cache
def is_cased(language: str) -> bool:
    """Return whether a language writes capitals, by which names show."""
    return any(word != word.upper() for word in word_lists(language, "entities")["in.x"])


@lru_cache(1 << 17)
def in_list(word: str, language: str, name: str) -> bool:
    """Return whether a word stands in one of the lists `name.*`, or is a function word."""
    return PACKS[language].fold(word) in folded_list(language, name)


@lru_cache(1 << 16)
def is_definite(word: str, language: str) -> bool:
    """Return whether a word has the Arabic article."""
    return any(_ARTICLE in reading.proclitics for reading in PACKS[language].readings(word))


@lru_cache(1 << 16)
def name_after_clitics(word: str, language: str) -> tuple[str, int] | None:
    """Return a listed name that stands under clitics, with the code points before it."""
    for reading in PACKS[language].readings(word):
        clitic = reading.proclitics and reading.proclitics[-1] != _ARTICLE
        if clitic and len(reading.key) >= _SHORTEST_NAME and is_name(reading.key, language):
            return reading.key, reading.skip
    return None


@cache
def name_openers(language: str) -> Remembered[bool]:
    """Return whether a person's name without a title may open with a word, as a first sieve."""
    return Remembered(partial(_may_open_name, language=language))


def _may_open_name(word: str, language: str) -> bool:
    if is_cased(language):
        return word[:1] != word[:1].lower()
    return is_name(word, language) or name_after_clitics(word, language) is not None


@lru_cache(1 << 16)
def is_common(word: str, language: str, least: int) -> bool:
    """Return whether a word's rarity is below `least`."""
    return rarity(PACKS[language].content_key(word), language) < least


@lru_cache(1 << 16)
def is_name(word: str, language: str) -> bool:
    """Return whether a word is a listed name; one that folds like a particle must be spelled so."""
    key = PACKS[language].fold(word)
    if key not in folded_list(language, "given") and key not in folded_list(language, "surname"):
        return False
    return key not in folded_list(language, "function") or word in _spelled_names(language)


@cache
def _spelled_names(language: str) -> frozenset[str]:
    """Return the listed given names and surnames as they are spelled."""
    people = word_lists(language, "people")
    return frozenset((*people["given"], *people["surname"]))


@lru_cache(1 << 16)
def is_glued(word: str, language: str) -> bool:
    """Return whether a word is rarer than what is left of it without its preposition."""
    whole = rarity(PACKS[language].content_key(word), language)
    rests = [
        reading.key
        for reading in PACKS[language].readings(word)
        if reading.proclitics and reading.proclitics[-1] != _ARTICLE
    ]
    return any(
        len(rest) >= _SHORTEST_NAME
        and (known := rarity(PACKS[language].content_key(rest), language)) < _KNOWN - _MARGIN
        and known + _MARGIN < whole
        for rest in rests
    )


@lru_cache(1 << 16)
def is_present(word: str, language: str) -> bool:
    """Return whether a known word opens with the prefix of an Arabic present tense."""
    if is_cased(language):
        return False
    key = PACKS[language].fold(word)
    bodies = (key, key[1:]) if key[:1] in _BEFORE_VERBS else (key,)
    return any(
        len(body) > _SHORTEST_NAME and body[:1] in _PRESENT and is_common(body, language, _KNOWN)
        for body in bodies
    )


@lru_cache(1 << 16)
def is_event(word: str, language: str) -> bool:
    """Return whether a word may evoke an event or a measure of the rules."""
    return bool(opened(language)[word].alone)
