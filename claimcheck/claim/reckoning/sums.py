"""Totals with the parts that their words give them."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import (
    COUNT,
    Number,
    Row,
    is_series,
    least,
    row,
    sort_of,
    sorts,
    stretch,
    term,
)
from claimcheck.claim.reckoning.page import Line, Made, Page
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Reckoning

# How long, in code points, the text of one part may be, and that between a total and its parts.
_MOST_OF_PART = 70
_MOST_TO_PARTS = 60
_MOST_TO_ONE = 14
_MOST_TO_TURNED = 25
_MOST_TO_TOTAL = 40
# How many words a part without a figure has at most: a new clause has more.
_WORDS_OF_PART = 4
# How many words the name of who has a part has at most.
_WORDS_OF_NAME = 3
# Brackets in which parts may stand: roads ($2m) and schools ($1m).
_OPENING, _CLOSING = "(", ")"
_MARKS = re.compile(r"[,،;؛.:()]")
# How many sentences back the total of a list may stand, how near to it the word for what it
# counts, and how many such words before the list are looked at.
_BEFORE = 2
_NEAR_TOTAL = 45
_LAST_NAMED = 3


# How parts are introduced: all are told, some, some of a whole before it, some behind the first.
ALL, SOME, OF, TURNED = "all", "some", "of", "turned"


class Parts(NamedTuple):
    """A run of figures in a row: from `first` to before `stop`.

    rest: the last is what the others leave; closed: the words say that they are all.
    """

    first: int
    stop: int
    rest: bool
    closed: bool = False


def of_sums(page: Page) -> Iterator[Reckoning]:
    """Yield each total of an article with its parts, whether or not they add up."""
    before: list[Line] = []
    for line in page.lines:
        if is_series(page, line):
            before = []
            continue
        for sort in sorts(line):
            yield from _in_row(page, row(page, line, sort))
            yield from _across(page, before[-_BEFORE:], line, sort)
        before.append(line)


def _in_row(page: Page, told: Row) -> Iterator[Reckoning]:
    at = 0
    while at + 1 < len(told.numbers):
        parts = _parts_after(page, told, at)
        if parts:
            made = _made(page, told, (told.numbers[_total(told, at, parts)], told.line), parts)
            if made:
                yield made
            at = parts.stop
        else:
            at += 1
    yield from _total_behind(page, told)


def _total(told: Row, at: int, parts: Parts) -> int:
    """Return which figure parts belong to: `210 pilgrims on two planes: 120 on the first ...`."""
    parts_of = told.numbers[parts.first : parts.stop]
    smaller = all(least(told.numbers[at]) < least(n) for n in parts_of)
    # `31 seats ... in three groups: 16, 9 and 6` counts the parts.
    counts = least(told.numbers[at]) == len(parts_of) and _noun(told.numbers[at]) != _noun(
        parts_of[0]
    )
    near = len(told.gaps[at]) <= (_MOST_TO_PARTS if counts else _MOST_TO_TOTAL)
    return at - 1 if (smaller or counts) and at > 0 and near else at


def _parts_after(page: Page, told: Row, at: int) -> Parts | None:
    """Return the parts that follow a total in its sentence."""
    lead = told.gaps[at + 1]
    how = _introduced(page, told, at)
    if not how:
        return None
    parts = _run(page, told, at + 1, loose=how != SOME)
    single = parts.stop - parts.first == 1
    if single and (how != SOME or len(lead) > _MOST_TO_ONE):
        return None
    if how == TURNED and not parts.rest:
        return None
    return parts._replace(closed=parts.rest or how == ALL)


def _introduced(page: Page, told: Row, at: int) -> str:
    """Return how the text between a total and the next figure makes that one its part, if so."""
    lead, language = told.gaps[at + 1], page.language
    every, some = cues.last(lead, "all_parts", language), cues.last(lead, "some_parts", language)
    if cues.has(told.gaps[at], "distributed", language) and cues.has(lead, "between", language):
        return ALL
    named = max(every, some)
    near = len(lead) <= _MOST_TO_PARTS and len(lead) - named <= _MOST_TO_TURNED
    if named >= 0 and near and not _breaks(page, lead[named:]):
        return ALL if every > some else SOME
    if lead.endswith(_OPENING) and len(lead) <= _MOST_TO_TOTAL and _in_one_bracket(told, at):
        return ALL
    if cues.closes(told.gaps[at], "out_of", language):
        return OF
    turned = cues.opens(told.gaps[at + 2], "some_parts", language)
    return TURNED if turned and len(lead) <= _MOST_TO_TURNED else ""


def _in_one_bracket(told: Row, at: int) -> bool:
    """Return whether two figures or more stand in the bracket that opens behind a figure."""
    inner = [_CLOSING in gap for gap in told.gaps[at + 2 :]]
    if _MARKS.search(told.gaps[at + 1][:-1]):
        return False
    return len(inner) > 1 and not inner[0] and any(inner)


def _run(page: Page, told: Row, first: int, *, loose: bool) -> Parts:
    """Return the figures that stand in one list from `first` on.

    loose: the list may have a verb or a name before each figure.
    """
    stop = first + 1
    while stop < len(told.numbers) and _joins(page, told, stop, loose=loose):
        stop += 1
        if _is_rest(page, told, stop - 1):
            return Parts(first, stop, rest=True)
    return Parts(first, stop, rest=False)


def _is_rest(page: Page, told: Row, at: int) -> bool:
    """Return whether a figure counts what the parts before it leave."""
    return cues.has(told.gaps[at], "rest", page.language) or cues.opens(
        told.gaps[at + 1], "rest", page.language
    )


def _joins(page: Page, told: Row, at: int, *, loose: bool) -> bool:
    """Return whether a figure and the one before it are parts of one list."""
    gap = told.gaps[at]
    if len(gap) > _MOST_OF_PART:
        return False
    if cues.has(gap, "rest", page.language):
        return True
    if cues.has(gap, "some_parts", page.language) or _breaks(page, gap):
        return False
    if cues.closes(gap, "plus", page.language):
        return True
    behind = gap[
        max(cues.last(gap, "plus", page.language), cues.last(gap, "adds", page.language)) :
    ]
    if gap.endswith(_OPENING):
        return behind != gap[-1:]
    bare = all(isinstance(number, Numeral) for number in told.numbers[at - 1 : at + 1])
    return loose and bare and behind != gap[-1:] and len(behind.split()) <= _WORDS_OF_NAME


def _breaks(page: Page, gap: str) -> bool:
    return cues.has(gap, "breaks", page.language)


def _made(page: Page, told: Row, total: tuple[Number, Line], parts: Parts) -> Reckoning | None:
    """Return a total and its parts, None where the parts may overlap or are not all told."""
    numbers = told.numbers[parts.first : parts.stop]
    whole = parts.closed and not _goes_on(page, told, parts)
    if not parts.closed and not _are_apart(page, told, parts):
        return None
    if any(cues.opens(gap, "for_each", page.language) for gap in _behind_each(told, parts)):
        return None
    if not parts.rest and _counts_others(told, total[0], numbers):
        return None
    made = Made(
        left=(term(*total, "total"),),
        right=tuple(term(number, told.line, "part") for number in numbers),
        closed=whole,
    )
    return page.reckoning("parts-total", made)


def _behind_each(told: Row, parts: Parts) -> Sequence[str]:
    """Return the text behind each part."""
    return told.gaps[parts.first + 1 : parts.stop + 1]


def _counts_others(told: Row, total: Number, parts: Sequence[Number]) -> bool:
    """Return whether the first part counts what a total counts, and a later one something else.

    A bare total counts what the figure before it does: `eleven points of 24`.
    """
    at = told.numbers.index(parts[0]) - 2
    before = at >= 0 and told.numbers[at + 1] == total
    counted = _noun(total) or (_noun(told.numbers[at]) if before else "")
    others = {_noun(part) for part in parts[1:]} - {"", counted}
    return counted != "" and _noun(parts[0]) == counted and bool(others)


def _noun(number: Number) -> str:
    return number.unit if isinstance(number, Quantity) and number.dimension == COUNT else ""


def _goes_on(page: Page, told: Row, parts: Parts) -> bool:
    """Return whether a part without a figure may stand in a list, or behind it."""
    inner = told.gaps[parts.first + 1 : parts.stop]
    if parts.rest:
        return False
    joined = [cues.count(gap, "adds", page.language) for gap in inner]
    if not joined or joined[-1] == 0 or max(joined) > 1:
        return True
    if cues.has(told.gaps[parts.stop], "rest", page.language):
        return True
    tail, *after = _MARKS.split(told.gaps[parts.stop], maxsplit=2)
    if cues.has(tail, "adds", page.language):
        return True
    return any(
        cues.opens(clause, "adds", page.language) and len(clause.split()) <= _WORDS_OF_PART
        for clause in after[:1]
    )


def _are_apart(page: Page, told: Row, parts: Parts) -> bool:
    """Return whether nobody and nothing can be in two of the parts; no money is spent twice."""
    if any(sort_of(number) not in (COUNT, "") for number in told.numbers[parts.first - 1 :]):
        return True
    kinds = [_kind(page, told, at) for at in range(parts.first, parts.stop)]
    return all(_is_other(left, right) for left, right in combinations(kinds, 2))


class _Kind(NamedTuple):
    """What a part is.

    sides: the sides of contrasts and opposites that its words name.
    noun: its own noun; placed: a place is said for it; nation: a people.
    """

    sides: frozenset[str]
    noun: str
    placed: bool
    nation: bool


def _kind(page: Page, told: Row, at: int) -> _Kind:
    number, span = told.numbers[at], stretch(told.numbers, at, told.line)
    contrasts = (cue for cue in told.line.cues if cue.kind == "contrast")
    named = {cue.value for cue in contrasts if cue.span.overlaps(span)}
    own = page.between(number.span.start, number.span.end)
    text = f"{_own_part(page, told, at)} {own} {_rest_of_part(page, told.gaps[at + 1])}"
    return _Kind(
        cues.sides(text, page.language) | named,
        number.unit if isinstance(number, Quantity) else "",
        cues.opens(page.between(number.span.end, span.end), "placed", page.language),
        any(number.span.start <= n.start <= number.span.end + 1 for n in told.line.nations),
    )


def _own_part(page: Page, told: Row, at: int) -> str:
    """Return the text before a figure that belongs to it and not to the part before."""
    lead, joined = told.gaps[at], ("adds", "plus")
    return lead[max(0, *(cues.last(lead, name, page.language) for name in joined)) :]


def _rest_of_part(page: Page, gap: str) -> str:
    """Return the text behind a figure that belongs to it and not to the part behind."""
    return gap[: cues.first(gap, "adds", page.language)]


def _is_other(left: _Kind, right: _Kind) -> bool:
    """Return whether two parts exclude each other."""
    axes = {side.partition(cues.AXIS_MARK)[0] for side in left.sides}
    shared = axes & {side.partition(cues.AXIS_MARK)[0] for side in right.sides}
    if shared:
        return not left.sides & right.sides
    if left.sides or right.sides:
        return False
    alike = left.noun == right.noun or not (left.noun and right.noun)
    return (left.nation and right.nation) or (alike and left.placed and right.placed)


def _total_behind(page: Page, told: Row) -> Iterator[Reckoning]:
    """Yield totals that their parts stand before: `12 men and 9 women, 21 in all`."""
    for at in range(2, len(told.numbers)):
        lead, after = told.gaps[at], told.gaps[at + 1]
        named = cues.has(lead, "in_all", page.language)
        if not (named or cues.opens(after, "in_all_behind", page.language)):
            continue
        if len(lead) > _MOST_TO_TOTAL:
            continue
        first = at - 1
        while first > 0 and _joins(page, told, first, loose=at == 2):
            first -= 1
        if at - first > 1 and not _has_total(page, told, first):
            parts = Parts(first, at, rest=False, closed=True)
            made = _made(page, told, (told.numbers[at], told.line), parts)
            if made:
                yield made


def _has_total(page: Page, told: Row, first: int) -> bool:
    """Return whether a list has its total before it already."""
    return first > 0 and _parts_after(page, told, first - 1) is not None


def _across(page: Page, earlier: Sequence[Line], line: Line, sort: str) -> Iterator[Reckoning]:
    """Yield the total of a sentence with the parts of a later one, which points back to it."""
    told = row(page, line, sort)
    if len(told.numbers) < 2:
        return
    lead = told.gaps[0]
    pointed = len(lead) <= _MOST_TO_PARTS and cues.has(lead, "of_these", page.language)
    parts = _run(page, told, 0, loose=False)
    if parts.stop - parts.first < 2:
        return
    every = cues.has(lead, "all_parts", page.language) or cues.closes(lead, "are", page.language)
    for nearest, before in enumerate(reversed(earlier)):
        totals = [v for v in before.values if isinstance(v, Quantity) and sort_of(v) == sort]
        named = [v for v in totals if every and _names(line, told.numbers[0], before, v)]
        found = totals if pointed and nearest == 0 else named
        if len(found) == 1 and (named or len(totals) == 1):
            closed = parts.rest or every
            made = _made(page, told, (found[0], before), parts._replace(closed=closed))
            if made:
                yield made
            return


def _names(line: Line, first: Number, before: Line, total: Quantity) -> bool:
    """Return whether words before a list of parts name what a total of another sentence counts.

    `14 people were killed ... The dead were nine men and five women`.
    """
    counted = {
        frame
        for word in before.events
        if abs(word.span.start - total.span.start) <= _NEAR_TOTAL and word.kind == "measure"
        for frame in word.frames[:1]
    }
    lead = [word for word in line.events if word.span.end <= first.span.start]
    return any(word.frames[0] in counted for word in lead[-_LAST_NAMED:] if word.kind == "measure")
