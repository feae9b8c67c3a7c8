"""Lists that two articles give of the same things: which figure stands for which in the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from claimcheck.lang.consonants import consonants
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Quantity

# How alike, of 100, two spellings of one name are at least, and how long both are.
_SAME_SPELLING = 80
_LONG = 5
# How long a name is to which a preposition or conjunction may be joined in writing.
_JOINABLE = 4
_MOST_JOINED = 2
_NAME_CONSONANTS = 3
# Longer lists of one unit are prose, and would take long to set side by side.
_LONGEST_LIST = 60
# How many per cent of the words of a row the other has at least.
_HALF = 50


class Row(NamedTuple):
    """A figure of the one article beside one of the other, by the words that name both.

    share: how many per cent these are of the words of the row that has fewer.
    """

    left: Claim
    right: Claim
    named: frozenset[str]
    share: int


# An article's figures that words stand before, by their unit.
Figures = Mapping[str, list[Claim]]


def rows(left: Figures, right: Figures) -> dict[str, str]:
    """Return which claim of one article stands in one row with which of the other, both ways.

    A list has two rows at least, in neighbouring sentences of each article; figures are of one
    row where none fits either better or as well.
    """
    found: list[Row] = []
    for unit in sorted(left.keys() & right.keys()):
        one, other = left[unit], right[unit]
        if min(len(one), len(other)) > 1 and max(len(one), len(other)) <= _LONGEST_LIST:
            found += _listed(_best(_fitting(one, other)))
    ours = {row.left.id: row.right.id for row in found}
    return ours | {other: one for one, other in ours.items()}


def unit_of(quantity: Quantity) -> str:
    """Return what two figures in one row have in common."""
    return f"{quantity.dimension} {quantity.unit} {quantity.per}"


def _fitting(left: Iterable[Claim], right: Sequence[Claim]) -> list[Row]:
    """Return the pairs of figures of which half of the words that name either name both."""
    pairs = (_row(one, other) for one in left for other in right)
    return [row for row in pairs if row.share >= _HALF]


def _row(one: Claim, other: Claim) -> Row:
    alike = one.language == other.language
    named = frozenset(key for key in one.row if any(_same(key, w, alike) for w in other.row))
    share = 100 * len(named) // min(len(one.row), len(other.row))
    return Row(one, other, named, share)


def _best(fitting: Sequence[Row]) -> list[Row]:
    """Return the rows whose figures fit no other as well."""
    shares: dict[str, list[int]] = defaultdict(list)
    for row in fitting:
        for claim in (row.left, row.right):
            shares[claim.id].append(row.share)
    return [row for row in fitting if all(_is_best(row, shares[c.id]) for c in row[:2])]


def _is_best(row: Row, shares: Sequence[int]) -> bool:
    return row.share == max(shares) and shares.count(row.share) == 1


def _listed(unique: Sequence[Row]) -> list[Row]:
    return [row for row in unique if any(_neighbours(row, other) for other in unique)]


def _neighbours(row: Row, other: Row) -> bool:
    beside = all(
        abs(one.told_in - two.told_in) <= 1
        for one, two in ((row.left, other.left), (row.right, other.right))
    )
    return beside and row.named != other.named


def _same(one: str, other: str, same_language: bool) -> bool:  # noqa: FBT001 (a comparison)
    """Return whether two words name one thing, as spelled or as spoken."""
    if one == other:
        return True
    if not same_language:
        sounds = consonants(one)
        return len(sounds) >= _NAME_CONSONANTS and sounds == consonants(other)
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    joined = long.endswith(short) and len(long) - len(short) <= _MOST_JOINED
    if len(short) >= _JOINABLE and joined:
        return True
    return len(short) >= _LONG and fuzz.ratio(one, other) >= _SAME_SPELLING
