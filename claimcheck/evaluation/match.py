"""What a finding shows of a gold item."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from claimcheck.evaluation.gold import ONE_SOURCE_KINDS, Item, Spot, Story
from claimcheck.model.finding import Finding

# The longest evidence that is a value and not a sentence: twice the quote, and some code points.
_TIMES_THE_QUOTE = 2
_MORE_CODE_POINTS = 24


class Piece(NamedTuple):
    """A piece of evidence, in the gold's terms."""

    story: str
    side: str
    spot: Spot

    def lies_on(self, story: str, gold: Spot) -> bool:
        """Return whether it overlaps a gold spot and is no sentence around it."""
        file, start, end = self.spot
        near = story == self.story and gold.file == file and start < gold.end and gold.start < end
        longest = _TIMES_THE_QUOTE * (gold.end - gold.start) + _MORE_CODE_POINTS
        return near and end - start <= longest


class Reported(NamedTuple):
    """A finding, in the gold's terms.

    joined: whether its stories are one, or known to be related.
    """

    finding: Finding
    pieces: tuple[Piece, ...]
    stories: frozenset[str]
    joined: bool


def reported(finding: Finding, stories: Mapping[str, Story]) -> Reported:
    """Return a finding with its evidence by story; its sources' paths end in `STORY/FILE`."""
    pieces = tuple(
        Piece(_story_of(one.source), one.side, Spot(_file_of(one.source), one.start, one.end))
        for one in finding.evidence
    )
    names = frozenset(piece.story for piece in pieces)
    return Reported(finding, pieces, names, _are_joined(names, stories))


def _story_of(source: str) -> str:
    return PurePosixPath(source).parent.name


def _file_of(source: str) -> str:
    return PurePosixPath(source).name


def _are_joined(names: frozenset[str], stories: Mapping[str, Story]) -> bool:
    """Return whether the first of the stories is known, and related to all others."""
    first = min(names, default="")
    if first not in stories:
        return False
    related = {story.id for story in stories.values() if first in story.related}
    return names <= {first, *stories[first].related, *related}


def fitting(one: Reported, items: Iterable[Item]) -> list[Item]:
    """Return the conflicts or tensions that a finding shows, whatever its kind."""
    if not one.joined:
        return []
    return [item for item in items if item.story in one.stories and fits(one, item)]


def fits(one: Reported, item: Item) -> bool:
    """Return whether a finding sets an item's sides against each other, and little else.

    At least half of its evidence lies on the item. Of an item that one source is enough for, any
    does; of the others it shows two sides, and none of its own sides lies on two of them.
    """
    on_item = [(piece.side, sides_under(piece, item)) for piece in one.pieces]
    if 2 * sum(bool(sides) for _, sides in on_item) < len(one.pieces):
        return False
    if item.kind in ONE_SOURCE_KINDS:
        return any(sides for _, sides in on_item)
    by_letter: dict[str, set[int]] = defaultdict(set)
    for letter, sides in on_item:
        by_letter[letter] |= sides
    shown: set[int] = set().union(*by_letter.values())
    return len(shown) > 1 and all(len(sides) < 2 for sides in by_letter.values())


def sides_under(piece: Piece, item: Item) -> set[int]:
    """Return the numbers of the item's sides that a piece of evidence lies on."""
    return {
        number
        for number, side in enumerate(item.sides)
        if any(piece.lies_on(item.story, spot) for spot in side)
    }


def joins(one: Reported, item: Item) -> bool:
    """Return whether a finding has at least two of the item's mentions as evidence."""
    return one.joined and item.story in one.stories and mentions_shown(one, item) > 1


def mentions_shown(one: Reported, item: Item) -> int:
    """Return how many of the item's mentions are evidence of a finding."""
    return sum(any(piece.lies_on(item.story, spot) for piece in one.pieces) for spot in item.spots)


def assigned(
    wanted: Mapping[int, Sequence[tuple[str, str]]],
) -> dict[tuple[str, str], int]:
    """Return a largest assignment of items to the findings that show them, one to one.

    Augmenting paths (Kuhn's algorithm), findings and items in the order given.
    """
    holders: dict[tuple[str, str], int] = {}
    for number in wanted:
        _seated(number, wanted, holders, set())
    return holders


def _seated(
    number: int,
    wanted: Mapping[int, Sequence[tuple[str, str]]],
    holders: dict[tuple[str, str], int],
    tried: set[tuple[str, str]],
) -> bool:
    """Return whether a finding got an item, others having moved to make room for it."""
    for key in wanted[number]:
        if key in tried:
            continue
        tried.add(key)
        if key not in holders or _seated(holders[key], wanted, holders, tried):
            holders[key] = number
            return True
    return False
