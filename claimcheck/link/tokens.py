"""What two passages have in common: words, the concepts they stand for, and rare names."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.consonants import consonants
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS
from claimcheck.model.claim import Claim

# How many words are the nearest to a value.
_NEAREST = 6
# What another word for the same concept is worth less than the word itself, and one of its root.
_OTHER_WORD = 6
_AMBIGUOUS = 4
_SAME_ROOT = 8
# What somebody or something named is worth, under whatever name.
_NAMED = 10
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
    """Return a content word itself, its concepts, its root, and the consonants of a rare one."""
    key = _without_joiner(key) if language == "ar" else key
    rare = rarity(key, language)
    concepts = concepts_of(key, language)
    other = rare - _OTHER_WORD - _AMBIGUOUS * len(concepts)
    ids = [(f"{language}:{key}", rare), *((concept, max(0, other)) for concept in concepts)]
    root = PACKS[language].root(key)
    if root and rare > _SAME_ROOT:
        ids.append((f"{language}:√{root}", rare - _SAME_ROOT))
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


class Bag(NamedTuple):
    """Words in order, and by what each can be matched: its place and what the match is worth."""

    words: tuple[Tokens, ...]
    by_id: Mapping[str, Sequence[tuple[int, int]]]


class Passage(NamedTuple):
    """The words of a claim by how near they stand to its value.

    nearest: of its clause; sentence: all of its sentence; around: with the sentences beside it.
    """

    nearest: Bag
    sentence: Bag
    around: Bag


def passage_of(claim: Claim) -> Passage:
    """Return the words that a claim stands among."""
    words = [tokens_of(key, claim.language) for key in (*claim.words, *claim.context)]
    beside = [tokens_of(key, claim.language) for key in claim.around]
    named, known = (list(map(_named, names)) for names in (claim.participants, claim.inherited))
    sentence = [*words, *named]
    return Passage(bag(words[:_NEAREST]), bag(sentence), bag([*sentence, *beside, *known]))


def _named(name: str) -> Tokens:
    return Tokens(((name, _NAMED),), _NAMED)


def bag(words: Iterable[Tokens]) -> Bag:
    """Return words with the index that they are matched by."""
    kept = tuple(words)
    by_id: dict[str, list[tuple[int, int]]] = {}
    for at, word in enumerate(kept):
        for name, worth in word.ids:
            by_id.setdefault(name, []).append((at, worth))
    return Bag(kept, by_id)


def shared(left: Bag, right: Bag) -> int:
    """Return what the words of `left` that `right` has are worth; each for its best match."""
    best: dict[int, int] = {}
    for name in left.by_id.keys() & right.by_id.keys():
        for at, worth in left.by_id[name]:
            best[at] = max(worth, best.get(at, 0))
    return sum(best.values())


def matched(left: Bag, right: Bag) -> int:
    """Return what the words of two passages that match are worth, on the mean of the two."""
    return (shared(left, right) + shared(right, left)) // 2


def covered(left: Bag, right: Bag) -> int:
    """Return how many per cent of what `left` is worth `right` has; 50 for no words."""
    whole = sum(word.worth for word in left.words)
    return 100 * shared(left, right) // whole if whole else 50


def in_common(left: Bag, right: Bag) -> str:
    """Return up to five of the words that match, for an explanation."""
    return ", ".join(sorted(left.by_id.keys() & right.by_id.keys())[:5])
