"""Shares with the counts that they are of, and shares of one whole."""

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, PERCENT, Number, least, sort_of, term
from claimcheck.claim.reckoning.page import Line, Made, Page
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Reckoning

# How long the text between the figures of one share is at most, in code points.
_MOST_BETWEEN = 60
_MOST_TO_WHOLE = 90
# How long the text is that stands between the word for `that is` and the share.
_MOST_BEHIND = 22
# How far before a sentence the words may stand that say that a whole is shared out.
_BEFORE = 40
_CLOSING = " )"
# How much of the text before a figure tells what it is.
_BESIDE = 24
_FRACTION = "fraction"


def of_shares(page: Page) -> Iterator[Reckoning]:
    """Yield each share with its count and whole, and the shares of each whole."""
    for number, line in enumerate(page.lines):
        numbers = [value for value in line.values if isinstance(value, Number)]
        for at, share in enumerate(numbers):
            if _is_share(share):
                made = _share_count(page, line, numbers, at)
                if made:
                    yield made
        around = page.lines[max(number - 1, 0) : number + 2]
        whole = _shares_whole(page, line, numbers, around)
        if whole:
            yield whole


def _is_share(number: Number) -> bool:
    if isinstance(number, Numeral):
        return number.kind == _FRACTION and number.form == "words" and 0 < least(number) < 1
    return number.dimension == PERCENT and number.unit == PERCENT


def _share_count(page: Page, line: Line, numbers: list[Number], at: int) -> Reckoning | None:
    """Return a share with the part and the whole that stand beside it."""
    found = _count_before(page, line, numbers, at) or _count_behind(page, numbers, at)
    if found is None:
        return None
    part, whole = found
    if not 0 < least(part) < least(whole):
        return None
    made = Made(
        left=(term(part, line, "part"), term(whole, line, "whole")),
        right=(term(numbers[at], line, _sort(numbers[at])),),
    )
    return page.reckoning("share-count", made)


def _sort(share: Number) -> str:
    return _FRACTION if isinstance(share, Numeral) else PERCENT


def _count_before(
    page: Page, line: Line, numbers: list[Number], at: int
) -> tuple[Number, Number] | None:
    """Return part and whole before a share: `21 of 41, or half`, `of 41 workers 21, or half`."""
    counts = [n for n in numbers[:at] if sort_of(n) == COUNT]
    if len(counts) < 2 or not _equals(page, counts[-1], numbers[at], _MOST_BETWEEN):
        return None
    first, second = counts[-2:]
    if cues.closes(page.between(first.span.end, second.span.start), "out_of", page.language):
        return first, second
    start = max(line.span.start, first.span.start - _BESIDE)
    opened = cues.closes(page.between(start, first.span.start), "out_of", page.language)
    told = opened or _joined(page, first, second, "some_parts", _MOST_TO_WHOLE)
    near = second.span.start - first.span.end <= _MOST_TO_WHOLE
    return (second, first) if told and near else None


def _count_behind(page: Page, numbers: list[Number], at: int) -> tuple[Number, Number] | None:
    """Return part and whole around or behind a share: `21 (half) of 41`, `half of 41, or 21`."""
    before, after = numbers[max(at - 1, 0) : at], numbers[at + 1 : at + 3]
    if not after or sort_of(after[0]) != COUNT:
        return None
    between = page.between(numbers[at].span.end, after[0].span.start).lstrip(_CLOSING)
    if len(between) > _BESIDE or not cues.opens(between, "of_whole", page.language):
        return None
    found = None
    close = cues.closes(between, "of_whole", page.language)
    if (
        close
        and before
        and sort_of(before[0]) == COUNT
        and _equals(page, before[0], numbers[at], _BESIDE)
    ):
        found = before[0], after[0]
    elif len(after) == 2 and sort_of(after[1]) == COUNT:
        found = (after[1], after[0]) if _equals(page, after[0], after[1], _MOST_BETWEEN) else None
    return found


def _joined(page: Page, left: Number, right: Number, name: str, most: int) -> bool:
    """Return whether a word of a class stands between two figures that are near each other."""
    between = page.between(left.span.end, right.span.start)
    return len(between) <= most and cues.has(between, name, page.language)


def _equals(page: Page, left: Number, right: Number, most: int) -> bool:
    """Return whether the words between two figures make them one and the same."""
    between = page.between(left.span.end, right.span.start)
    behind = cues.last(between, "equals", page.language)
    if len(between) > most or behind < 0 or len(between) - behind > _MOST_BEHIND:
        return False
    return not cues.has(between, "other_share", page.language)


def _shares_whole(
    page: Page, line: Line, numbers: list[Number], around: tuple[Line, ...]
) -> Reckoning | None:
    """Return the percentages of a sentence that are all of one whole."""
    percents = [n for n in numbers if isinstance(n, Quantity) and _is_share(n)]
    shares = [n for n in percents if n.change != "by"]
    run: list[Quantity] = shares[:1]
    rest = False
    for before, after in pairwise(shares):
        between = page.between(before.span.end, after.span.start)
        if not _goes_on(page, between):
            break
        run.append(after)
        rest = cues.has(between, "rest", page.language)
    if len(run) < 2 or _have_wholes(page, run) > 1:
        return None
    said = " ".join(
        (
            page.between(max(0, line.span.start - _BEFORE), line.span.start),
            *(page.between(one.span.start, one.span.end) for one in around),
        )
    )
    if not rest and not cues.has(said, "shared_out", page.language):
        return None
    if _is_of_other(page, line, run) or _is_of_stages(page, line, run):
        return None
    parts = tuple(term(share, line, "part") for share in run)
    return page.reckoning("shares-whole", Made(left=parts, closed=rest))


def _goes_on(page: Page, between: str) -> bool:
    """Return whether the text between two percentages makes them shares of one whole."""
    if len(between) > _MOST_BETWEEN or not (
        cues.has(between, "plus", page.language) or cues.has(between, "adds", page.language)
    ):
        return False
    others = ("other_share", "breaks", "some_parts")
    return not any(cues.has(between, name, page.language) for name in others)


def _have_wholes(page: Page, shares: list[Quantity]) -> int:
    """Return how many of some percentages name the whole that they are of."""
    ends = (share.span.end for share in shares)
    return sum(
        cues.opens(page.between(end, end + _BESIDE), "of_whole", page.language) for end in ends
    )


def _is_of_other(page: Page, line: Line, shares: list[Quantity]) -> bool:
    """Return whether the sentence speaks of rates that are shares of nothing."""
    before = page.between(line.span.start, shares[0].span.start)
    return cues.has(before[-_MOST_BETWEEN:], "other_share", page.language)


def _is_of_stages(page: Page, line: Line, shares: list[Quantity]) -> bool:
    """Return whether each share is that of another time: 30% at first, 40% from the third year."""
    starts = [share.span.start for share in shares[1:]]
    ends = [*starts, min(shares[-1].span.end + _BESIDE, line.span.end)]
    behind = [page.between(share.span.end, end) for share, end in zip(shares, ends, strict=True)]
    return any(cues.has(text, "stages", page.language) for text in behind)
