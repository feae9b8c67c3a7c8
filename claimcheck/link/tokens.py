"""What two passages have in common: words, the concepts they stand for, and rare names."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
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
# What a word is worth at least to bring two claims together.
_TELLING = 12
# What somebody or something named is worth, under whatever name.
_NAMED = 10
# From which rarity on a word may be a name, how many consonants it needs, what it is worth then.
_NAME_RARITY = 45
_NAME_CONSONANTS = 4
_NAME = 30
_JOINERS = ("و", "ف")
_SHORTEST = 3


class Tokens(NamedTuple):
    """What a word may match by, each with what a match is worth in tenths of log10 rarity.

    worth: what it is worth itself; telling: what it matches by that two claims may meet for.
    """

    ids: tuple[tuple[str, int], ...]
    worth: int
    telling: tuple[str, ...]


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
    return Tokens(tuple(ids), rare, tuple(name for name, worth in ids if worth >= _TELLING))


def noun_key(unit: str, language: str) -> str:
    """Return the content key of a counted noun, under which its rarity and concepts are known."""
    return PACKS[language].content_key(unit)


def _without_joiner(key: str) -> str:
    """Return an Arabic key without a conjunction that is written with it, where that is likelier.

    A content key keeps the first letter of `وارتفعت`; the rest of it is the commoner word.
    """
    rest = key[1:]
    if key[0] not in _JOINERS or len(rest) < _SHORTEST:
        return key
    return rest if rarity(rest, "ar") < rarity(key, "ar") else key


class Bag(NamedTuple):
    """Words in order, and by what each can be matched: its place and what the match is worth.

    worth: what all words are worth.
    """

    words: Sequence[Tokens]
    by_id: Mapping[str, Sequence[tuple[int, int]]]
    worth: int


class Passage:
    """The words of a claim by how near they stand to its value; most claims need few of them."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim

    @cached_property
    def nearest(self) -> Bag:
        """The words of the claim's clause."""
        return bag(self._words[:_NEAREST])

    @cached_property
    def sentence(self) -> Bag:
        """All words of its sentence, and who is named there."""
        return bag(self.in_sentence)

    @cached_property
    def around(self) -> Bag:
        """The same with the sentences beside it."""
        return bag(self.all)

    @cached_property
    def in_sentence(self) -> list[Tokens]:
        """What `sentence` is made of, where no index of it is needed."""
        return [*self._words, *map(_named, self._claim.participants)]

    @cached_property
    def all(self) -> list[Tokens]:
        """What `around` is made of."""
        claim = self._claim
        beside = [tokens_of(key, claim.language) for key in claim.around]
        return [*self.in_sentence, *beside, *map(_named, claim.inherited)]

    @cached_property
    def _words(self) -> list[Tokens]:
        claim = self._claim
        return [tokens_of(key, claim.language) for key in (*claim.words, *claim.context)]


@lru_cache(1 << 14)
def _named(name: str) -> Tokens:
    return Tokens(((name, _NAMED),), _NAMED, ())


def bag(words: Sequence[Tokens]) -> Bag:
    """Return words with the index that they are matched by."""
    by_id: dict[str, list[tuple[int, int]]] = {}
    for at, word in enumerate(words):
        for name, worth in word.ids:
            if name in by_id:
                by_id[name].append((at, worth))
            else:
                by_id[name] = [(at, worth)]
    return Bag(words, by_id, sum([word.worth for word in words]))


def common(left: Bag, right: Bag) -> Collection[str]:
    """Return what the words of two passages match by."""
    return left.by_id.keys() & right.by_id.keys()


def _worth(one: Bag, names: Collection[str]) -> int:
    """Return what the words of a passage that match by `names` are worth, each for its best."""
    best: dict[int, int] = {}
    for name in names:
        for at, worth in one.by_id[name]:
            if worth > best.get(at, 0):
                best[at] = worth
    return sum(best.values())


def matched(left: Bag, right: Bag, names: Collection[str]) -> int:
    """Return what the words of two passages that match by `names` are worth, on their mean."""
    return (_worth(left, names) + _worth(right, names)) // 2 if names else 0


def covered(left: Bag, right: Bag) -> int:
    """Return how many per cent of what `left` is worth `right` has; 50 for no words."""
    return 100 * _worth(left, common(left, right)) // left.worth if left.worth else 50


def told(names: Collection[str]) -> str:
    """Return up to five of the words that match, for an explanation."""
    return ", ".join(sorted(names)[:5])
