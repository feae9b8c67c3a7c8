"""What two passages have in common: words, the concepts they stand for, and rare names."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.consonants import consonants
from claimcheck.lang.frequency import rarity
from claimcheck.model.claim import Claim

# How many words are the nearest to a value.
_NEAREST = 6
# What another word for the same concept is worth less than the word itself.
_OTHER_WORD = 6
_AMBIGUOUS = 2
# From which rarity on a word may be a name, how many consonants it needs, what it is worth then.
_NAME_RARITY = 45
_NAME_CONSONANTS = 4
_NAME = 30
_JOINERS = ("و", "ف")
_SHORTEST = 3


class Tokens(NamedTuple):
    """What a word may match by, each with what a match is worth in tenths of log10 rarity."""

    ids: tuple[tuple[str, int], ...]
    worth: int


@lru_cache(1 << 16)
def tokens_of(key: str, language: str) -> Tokens:
    """Return a content word itself, its concepts, and the consonants of a rare one."""
    key = _without_joiner(key) if language == "ar" else key
    rare = rarity(key, language)
    concepts = concepts_of(key, language)
    other = rare - _OTHER_WORD - _AMBIGUOUS * len(concepts)
    ids = [(f"{language}:{key}", rare), *((concept, max(0, other)) for concept in concepts)]
    if rare >= _NAME_RARITY:
        sounds = consonants(key)
        if len(sounds) >= _NAME_CONSONANTS:
            ids.append((f"~{sounds}", _NAME))
    return Tokens(tuple(ids), rare)


def _without_joiner(key: str) -> str:
    """Return an Arabic key without a conjunction that is written with it, where that is likelier.

    A content key keeps the first letter of `وارتفعت`; the rest of it is the commoner word.
    """
    rest = key[1:]
    if key[0] not in _JOINERS or len(rest) < _SHORTEST:
        return key
    return rest if rarity(rest, "ar") < rarity(key, "ar") else key


class Passage(NamedTuple):
    """The words of a claim by how near they stand to its value, as tokens.

    nearest: of its clause; sentence: all of its sentence; around: with the sentences beside it;
    the sets hold what each can be matched by.
    """

    nearest: tuple[Tokens, ...]
    sentence: tuple[Tokens, ...]
    around: tuple[Tokens, ...]
    nearest_ids: frozenset[str]
    sentence_ids: frozenset[str]
    around_ids: frozenset[str]


def passage_of(claim: Claim) -> Passage:
    """Return the words that a claim stands among."""
    near = [tokens_of(key, claim.language) for key in (*claim.words, *claim.context)[:_NEAREST]]
    sentence = [tokens_of(key, claim.language) for key in (*claim.words, *claim.context)]
    around = [*sentence, *(tokens_of(key, claim.language) for key in claim.around)]
    return Passage(
        tuple(near), tuple(sentence), tuple(around), _ids(near), _ids(sentence), _ids(around)
    )


def _ids(words: Iterable[Tokens]) -> frozenset[str]:
    return frozenset(name for word in words for name, _ in word.ids)


def shared(words: Iterable[Tokens], ids: frozenset[str]) -> int:
    """Return what the words that `ids` match are worth, summed; each counts for its best match."""
    total = 0
    for word in words:
        best = 0
        for name, worth in word.ids:
            if worth > best and name in ids:
                best = worth
        total += best
    return total


def matched(
    left: Iterable[Tokens],
    left_ids: frozenset[str],
    right: Iterable[Tokens],
    right_ids: frozenset[str],
) -> int:
    """Return what the words of two passages that match are worth, on the mean of the two."""
    return (shared(left, right_ids) + shared(right, left_ids)) // 2


def covered(words: Sequence[Tokens], ids: frozenset[str]) -> int:
    """Return how many per cent of what words are worth `ids` match; 50 for no words."""
    whole = sum(word.worth for word in words)
    return 100 * shared(words, ids) // whole if whole else 50


def in_common(left: Iterable[Tokens], right: frozenset[str]) -> str:
    """Return up to five of the words that match, for an explanation."""
    names = [name for word in left for name, _ in word.ids if name in right]
    return ", ".join(sorted(dict.fromkeys(names))[:5])
