"""Shares with the counts that they are of, and shares of one whole."""

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, PERCENT, Number, Told, least, sort_of, term
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
                made = (
                    _share_count(page, line, numbers, at)
                    or _pointed(page, number, at, numbers)
                    or _turned_out(page, number, share)
                )
                if made:
                    yield made
        around = page.lines[max(number - 1, 0) : number + 2]
        whole = _shares_whole(page, line, numbers, around)
        if whole:
            yield whole
        more = _answers_after(page, number)
        if more:
            yield more


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
    return _made(page, Told(part, line), Told(whole, line), Told(numbers[at], line))


def _sort(share: Number) -> str:
    return _FRACTION if isinstance(share, Numeral) else PERCENT


def _count_before(
    page: Page, line: Line, numbers: list[Number], at: int
) -> tuple[Number, Number] | None:
    """Return part and whole before a share: `21 of 41, or half`, `of 41 workers 21, or half`."""
    counts = [n for n in numbers[:at] if sort_of(n) == COUNT]
    if len(counts) < 2:
        return None
    first, second = counts[-2:]
    turnout = _is_turnout(page, line, first, numbers[at])
    if not turnout and not _equals(page, second, numbers[at], _MOST_BETWEEN):
        return None
    if cues.closes(page.between(first.span.end, second.span.start), "out_of", page.language):
        return first, second
    start = max(line.span.start, first.span.start - _BESIDE)
    opened = cues.closes(page.between(start, first.span.start), "out_of", page.language)
    told = opened or _joined(page, first, second, "some_parts", _MOST_TO_WHOLE)
    near = second.span.start - first.span.end <= _MOST_TO_WHOLE
    return (second, first) if told and near else None


def _is_turnout(page: Page, line: Line, voters: Number, share: Number) -> bool:
    """Return whether a share is told as the turnout of an election whose voters are counted."""
    if not isinstance(share, Quantity) or share.change:
        return False
    start = max(line.span.start, voters.span.start - _MOST_BETWEEN)
    lead = page.between(max(start, share.span.start - _MOST_BETWEEN), share.span.start)
    return cues.has(lead, "turnout", page.language) and cues.has(
        page.between(start, share.span.start), "voters", page.language
    )


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


def _pointed(page: Page, number: int, at: int, numbers: list[Number]) -> Reckoning | None:
    """Return a share with a part or a whole that a word points back to from another sentence.

    `two fifths of the 1,500 households ... those 600 households`, `half of this sum, or 500`.
    """
    line, share = page.lines[number], numbers[at]
    behind = page.between(share.span.end, line.span.end)
    names = ("of_whole", "this_sum")
    opened = any(cues.opens(behind, name, page.language) for name in names)
    if not opened and not cues.has(behind[:_MOST_BETWEEN], "whole_named", page.language):
        return None
    for part, whole in (*_part_later(page, number, at), *_whole_before(page, number, at)):
        made = _made(page, part, whole, Told(share, line))
        if made:
            return made
    return None


def _made(page: Page, part: Told, whole: Told, share: Told) -> Reckoning | None:
    """Return a share with its part and its whole, if that is the larger."""
    if not 0 < least(part.number) < least(whole.number):
        return None
    made = Made(
        left=(term(*part, "part"), term(*whole, "whole")),
        right=(term(*share, _sort(share.number)),),
    )
    return page.reckoning("share-count", made)


def _turned_out(page: Page, number: int, share: Number) -> Reckoning | None:
    """Return a turnout with those who voted of those entitled, told in the sentence before it."""
    line = page.lines[number]
    around = page.between(
        max(line.span.start, share.span.start - _BESIDE), share.span.end + _BESIDE
    )
    if not number or not cues.has(around, "turnout", page.language):
        return None
    before = page.lines[number - 1]
    counts = [v for v in before.values if isinstance(v, Number) and sort_of(v) == COUNT]
    said = page.between(before.span.start, before.span.end)
    pairs = [
        (part, whole)
        for part, whole in pairwise(counts)
        if cues.closes(page.between(part.span.end, whole.span.start), "out_of", page.language)
    ]
    if len(pairs) != 1 or not cues.has(said, "voters", page.language):
        return None
    ((part, whole),) = pairs
    return _made(page, Told(part, before), Told(whole, before), Told(share, line))


def _part_later(page: Page, number: int, at: int) -> Iterator[tuple[Told, Told]]:
    """Yield the part that the next sentence points back to, and the whole behind the share."""
    line = page.lines[number]
    numbers = [value for value in line.values if isinstance(value, Number)]
    if at + 1 >= len(numbers) or number + 1 == len(page.lines):
        return
    share, whole = numbers[at : at + 2]
    between = page.between(share.span.end, whole.span.start)
    beside = cues.closes(between, "of_whole", page.language) and len(between) <= _BESIDE
    named = cues.closes(between, "whole_named", page.language) and len(between) <= _MOST_BETWEEN
    if not (beside or named) or not isinstance(whole, Quantity):
        return
    after = page.lines[number + 1]
    for part in after.values:
        if not isinstance(part, Number) or sort_of(part) != COUNT:
            continue
        start = max(after.span.start, part.span.start - _BESIDE)
        lead = page.between(start, part.span.start)
        if not cues.has(lead, "these", page.language):
            continue
        same = isinstance(part, Quantity) and part.unit == whole.unit
        unit = page.stems(whole.unit)
        if same or (
            isinstance(part, Numeral) and unit & page.stems(page.text[start : part.span.start])
        ):
            yield Told(part, after), Told(whole, line)


def _whole_before(page: Page, number: int, at: int) -> Iterator[tuple[Told, Told]]:
    """Yield the part that a share of `this sum` is, and the one such sum of the sentence before."""
    line = page.lines[number]
    numbers = [value for value in line.values if isinstance(value, Number)]
    if not number or at + 1 >= len(numbers):
        return
    share, part = numbers[at], numbers[at + 1]
    between = page.between(share.span.end, part.span.start)
    pointed = cues.has(between, "this_sum", page.language)
    if not pointed or not _equals(page, share, part, _MOST_BETWEEN) or not sort_of(part):
        return
    before = page.lines[number - 1]
    alike = [v for v in before.values if isinstance(v, Number) and sort_of(v) == sort_of(part)]
    if len(alike) == 1:
        yield Told(part, line), Told(alike[0], before)


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


def _answers_after(page: Page, number: int) -> Reckoning | None:
    """Return the answers of a poll, of which the next sentence tells the last."""
    lines = page.lines[number : number + 2]
    told = [[v for v in one.values if isinstance(v, Quantity) and _is_share(v)] for one in lines]
    if len(told) < 2 or len(told[0]) < 2 or not told[1]:
        return None
    said = page.between(lines[0].span.start, lines[1].span.end)
    shares = [Told(share, lines[0]) for share in told[0]] + [Told(told[1][0], lines[1])]
    ends = [share.number.span for share in shares]
    gaps = [page.between(a.end, b.start) for a, b in pairwise(ends)]
    tail = page.between(ends[-1].end, ends[-1].end + _BESIDE)
    if not (cues.has(said, "asked", page.language) and cues.has(said, "answered", page.language)):
        return None
    if not cues.has(tail, "answered", page.language) or any(len(g) > _MOST_BETWEEN for g in gaps):
        return None
    changed = any(isinstance(s.number, Quantity) and s.number.change for s in shares)
    if changed or any(cues.has(gap, "some_parts", page.language) for gap in gaps):
        return None
    parts = tuple(term(*share, "part") for share in shares)
    return page.reckoning("shares-whole", Made(left=parts, closed=False))


def _goes_on(page: Page, between: str) -> bool:
    """Return whether the text between two percentages makes them shares of one whole."""
    if len(between) > _MOST_BETWEEN or not (
        cues.has(between, "plus", page.language) or cues.has(between, "adds", page.language)
    ):
        return False
    others = ("other_share", "some_parts")
    if any(cues.has(between, name, page.language) for name in others):
        return False
    answered = cues.has(between, "answered", page.language)
    return answered or not cues.has(between, "breaks", page.language)


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
