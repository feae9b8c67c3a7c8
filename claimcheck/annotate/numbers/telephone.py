"""Telephone numbers written in groups of digits."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.numbers.digits import is_padded
from claimcheck.annotate.numbers.number_words import is_listed

HYPHENS = frozenset("-‐‑")
BETWEEN = frozenset(".(-")
LEAST_DIGITS = 7
_MOST_GROUPS = 6


def telephones(pieces: Sequence[Atom], numbers: Sequence[int], language: str) -> Iterator[range]:
    """Yield the indices of each telephone number written in groups: +1 202 555 0143.

    numbers: the indices of the digits.
    """
    groups: list[int] = []
    for at in (*numbers, len(pieces)):
        if groups and not _adjoins(pieces, groups[-1], at):
            if len(groups) > 1 and _is_phone(pieces, groups, language):
                yield range(groups[0], groups[-1] + 1)
            groups = []
        groups.append(at)


def _adjoins(pieces: Sequence[Atom], before: int, at: int) -> bool:
    """Return whether one space, or a hyphen, stands between two numbers."""
    if at - before > 2 or at == len(pieces):
        return False
    if at == before + 2:
        return pieces[at - 1].text in HYPHENS and pieces[at].start - pieces[before].end == 1
    return pieces[at].start - pieces[before].end <= 1


def _is_phone(pieces: Sequence[Atom], numbers: Sequence[int], language: str) -> bool:
    """Return whether groups of digits are a telephone number, by its label, plus or zero."""
    groups = [pieces[at].text for at in numbers]
    if len(groups) > _MOST_GROUPS or sum(map(len, groups)) < LEAST_DIGITS:
        return False
    first = numbers[0]
    opened = pieces[first - 1].text if first else ""
    zero = groups[0].isdecimal() and is_padded(groups[0])
    return opened == "+" or zero or _rings(pieces, first, language)


def _rings(pieces: Sequence[Atom], first: int, language: str) -> bool:
    """Return whether a word for a telephone stands before an index."""
    label = first - 1
    if label > 0 and pieces[label].text in BETWEEN | {":"}:
        label -= 1
    return label >= 0 and is_listed(pieces[label].text, "phones", language)
