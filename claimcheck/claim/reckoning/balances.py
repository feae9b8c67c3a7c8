"""Two figures and the difference between them: votes and a majority, revenue, costs and profit."""

from collections.abc import Iterator, Sequence

from claimcheck.claim.reckoning import cues
from claimcheck.claim.reckoning.figures import COUNT, Told, beside, least, sort_of, term
from claimcheck.claim.reckoning.page import Made, Page
from claimcheck.model.mention import Quantity
from claimcheck.model.reckoning import Reckoning

# How many sentences the three may lie apart, and how far, in code points, their names.
_APART = 1
_BESIDE = 45
_NAMES = ("revenue", "costs", "profit")
_MONEY = "money"


def of_balances(page: Page) -> Iterator[Reckoning]:
    """Yield `187 votes to 142, a majority of 65`, and `revenue of 930 ... costs ... a profit`."""
    for number in range(len(page.lines)):
        lines = page.lines[number : number + _APART + 1]
        told = [Told(v, one) for one in lines for v in one.values if isinstance(v, Quantity)]
        for whole, part, rest in (*_profit(page, told), *_majority(page, told)):
            if least(part.number) < least(whole.number) > least(rest.number):
                made = Made(
                    left=(term(*whole, "total"),),
                    right=(term(*part, "part"), term(*rest, "part")),
                    closed=not _is_after_tax(page, rest),
                )
                yield page.reckoning("parts-total", made)


def _profit(page: Page, told: Sequence[Told]) -> Iterator[tuple[Told, Told, Told]]:
    """Yield revenue, costs and profit where each is told once, in one currency."""
    money = [one for one in told if sort_of(one.number).startswith(_MONEY)]
    if len(money) < len(_NAMES):
        return
    named = {name: [one for one in money if _name(page, one) == name] for name in _NAMES}
    if all(len(ones) == 1 for ones in named.values()):
        revenue, costs, profit = (named[name][0] for name in _NAMES)
        if sort_of(revenue.number) == sort_of(costs.number) == sort_of(profit.number):
            yield revenue, costs, profit


def _is_after_tax(page: Page, profit: Told) -> bool:
    """Return whether more than the costs may have been taken from a profit."""
    number, line = profit
    around = page.between(
        max(line.span.start, number.span.start - _BESIDE),
        min(line.span.end, number.span.end + _BESIDE),
    )
    return cues.has(around, "after_tax", page.language)


def _name(page: Page, told: Told) -> str:
    """Return which of the three a figure is, by the last such word before it."""
    lead = _lead(page, told)
    found = {name: cues.last(lead, name, page.language) for name in _NAMES}
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= 0 else ""


def _majority(page: Page, told: Sequence[Told]) -> Iterator[tuple[Told, Told, Told]]:
    """Yield the votes of two with what lies between them, where no others are counted."""
    counted = [one for one in told if sort_of(one.number) == COUNT]
    votes = [one for one in counted if cues.is_one(_unit(one), "vote", page.language)]
    between = [one for one in votes if cues.closes(_lead(page, one), "margin", page.language)]
    sides = sorted((one for one in votes if one not in between), key=lambda one: -least(one.number))
    if len(between) != 1 or len(sides) != 2:
        return
    spans = [one.number.span for one in (*sides, *between)]
    said = page.between(told[0].line.span.start, max(span.end for span in spans))
    if not cues.has(said, "provisional", page.language):
        yield sides[0], sides[1], between[0]


def _unit(told: Told) -> str:
    return told.number.unit if isinstance(told.number, Quantity) else ""


def _lead(page: Page, told: Told) -> str:
    """Return the text before a figure, up to the one before it."""
    return beside(page, told, _BESIDE, 0)[0]
