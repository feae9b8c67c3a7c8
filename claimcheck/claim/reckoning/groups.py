"""Groups of those counted together, each of another fate or place, told in sentences near it."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, Number, Told, beside, least, sort_of, term
from claimcheck.claim.reckoning.page import Made, Page
from claimcheck.model.mention import Quantity
from claimcheck.model.reckoning import Reckoning

# How many sentences behind a total its groups may stand.
_APART = 2
# How far from a figure, in code points, the words stand that say what it counts.
_BESIDE = 40
_MARKS = re.compile(r"[,،;؛.:()]")
# An axis of opposites -> the class of words beside a total whose members are all on one side of it.
_WHOLES = {"fate": "of_fates", "position": "of_positions"}
# The axes whose sides, all told, leave nobody out.
_CLOSED = {"fate": 3}
_FEWEST = 2


def of_groups(page: Page) -> Iterator[Reckoning]:
    """Yield `a boat with seven aboard ... two drowned, four were rescued, three are missing`."""
    for number, line in enumerate(page.lines):
        lines = page.lines[number : number + _APART + 1]
        told = [Told(v, one) for one in lines for v in one.values if isinstance(v, Number)]
        counted = [one for one in told if sort_of(one.number) == COUNT]
        for at, total in enumerate(counted):
            if total.line is not line or not isinstance(total.number, Quantity):
                continue
            for axis, name in _WHOLES.items():
                if any(cues.has(text, name, page.language) for text in _beside(page, total)):
                    made = _made(page, axis, total, counted[at + 1 :])
                    if made:
                        yield page.reckoning("parts-total", made)


def _made(page: Page, axis: str, total: Told, others: Sequence[Told]) -> Made | None:
    """Return a total and its groups, one for each side of an axis, up to a side told anew."""
    groups: dict[str, Told] = {}
    for one in others:
        sides = _sides(page, one, axis)
        if len(sides) != 1:
            continue
        (side,) = sides
        if side in groups:
            break
        groups[side] = one
    if len(groups) < _FEWEST or _sides(page, total, axis):
        return None
    if any(least(one.number) >= least(total.number) for one in groups.values()):
        return None
    return Made(
        left=(term(*total, "total"),),
        right=tuple(term(*one, "part") for one in groups.values()),
        closed=len(groups) == _CLOSED.get(axis),
    )


def _sides(page: Page, told: Told, axis: str) -> set[str]:
    """Return the sides of an axis that a figure is told to be on."""
    named = cues.sides(" ".join(_beside(page, told)), page.language)
    return {side for side in named if side.partition(cues.AXIS_MARK)[0] == axis}


def _beside(page: Page, told: Told) -> tuple[str, str]:
    """Return the text of a figure's clause before and behind it, up to the next figures."""
    span = told.number.span
    lead, tail = beside(page, told, _BESIDE, _BESIDE)
    own = page.between(span.start, span.end)
    return _MARKS.split(lead)[-1], f"{own} {_MARKS.split(tail)[0]}"
