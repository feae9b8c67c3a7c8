"""Whether the proper names of two places can be one name, in one script or in two."""

from functools import lru_cache

from rapidfuzz import fuzz

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.consonants import consonants
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS
from claimcheck.model.relation import Relation

UNKNOWN = ("place:", "facility:")
# How alike, of 100, two spellings of one proper name are at least: in one script, and in two.
_SAME_NAME = 80
_SAME_SOUNDS = 75
# How many consonants tell a word in another script at least.
_FEWEST_SOUNDS = 2
# Rarity (tenths of log10) below which English texts know a word.
_KNOWN = 40
# What is left of an ending that is silent in the other script.
_SILENT = "h"
_ARABIC, _LATIN = "ar", "en"
# The Arabic article, which only one script writes apart, and the possessive.
_ARTICLES = ("al", "el", "ul")
_OWNED = "s"


def name_in(identity: str) -> str:
    """Return the name in a place's id: after the type, or after the country."""
    if identity.startswith(UNKNOWN):
        return identity.rsplit(":", 1)[-1]
    return identity.rpartition(".")[2].replace("-", " ")


def sounds_of(name: str) -> str:
    """Return the consonants of a name but the ending that only one script writes."""
    return consonants(name.replace(" ", "")).rstrip(_SILENT)


@lru_cache(1 << 14)
def compare_names(left: str, right: str) -> Relation:
    """Return whether two folded names can be one.

    In two scripts a word is spelled by its sounds or translated: `incomparable` where only some
    are found again, or where the Latin name has a word that somebody may translate freely.
    """
    if left == right:
        return "equal"
    if left.isascii() == right.isascii():
        return "equal" if fuzz.ratio(left, right) >= _SAME_NAME else "different"
    latin, arabic = sorted((_words(left), _words(right)), key=lambda words: not _is_latin(words))
    if sounds_of("".join(latin)) == sounds_of("".join(arabic)) != "":
        return "equal"
    met = [word for word in latin if any(_one_word(word, other) for other in arabic)]
    if met:
        same = len(met) == len(latin) == len(arabic)
        return "equal" if same else "incomparable"
    if any(_has_meaning(word) for word in latin):
        return "incomparable"
    alike = fuzz.ratio(sounds_of("".join(latin)), sounds_of("".join(arabic))) >= _SAME_SOUNDS
    return "compatible" if alike else "different"


def _words(name: str) -> tuple[str, ...]:
    words = name.replace("'", " ").split()
    return tuple(word for word in words if word not in _ARTICLES) or tuple(words)


def _is_latin(words: tuple[str, ...]) -> bool:
    return "".join(words).isascii()


def _one_word(latin: str, arabic: str) -> bool:
    """Return whether two words sound alike or stand for one concept."""
    heard = {sounds_of(latin), sounds_of(latin.removesuffix(_OWNED))}
    sounds = sounds_of(arabic)
    if len(sounds) >= _FEWEST_SOUNDS and sounds in heard:
        return True
    return bool(_concepts(latin, _LATIN) & _concepts(arabic, _ARABIC))


def _has_meaning(word: str) -> bool:
    """Return whether a Latin word is an English one, which the other script translates."""
    known = rarity(PACKS[_LATIN].content_key(word), _LATIN) < _KNOWN
    return known or bool(_concepts(word, _LATIN))


def _concepts(word: str, language: str) -> frozenset[str]:
    return frozenset(concepts_of(PACKS[language].content_key(word), language))
