"""What may explain that two values differ, so that both may be right.

Each guard fails where it does: of the pairs that differ, these are tensions and no conflicts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from claimcheck.lang.lexicon import measures
from claimcheck.model.claim import Claim, Comparison, Guard, Told
from claimcheck.model.mention import Quantity

# For how long after one article the same count may still grow in another.
_GROWING_DAYS = 92
_AGE = "age"
_YEAR = Decimal("365.2425")
# From how many days on between two articles somebody is likely to have had a birthday.
_SOME_TIME = 183
_HAPPENED = ("actual", "denied")
# What each guard that may explain a difference is compared by: what a component then takes away
# says that the values are not of one day, stage or part, not that the events are two.
_COMPARED_BY = {
    "same time": "time",
    "same status": "status",
    "same scope": "contrasts",
}
RELIEVED = frozenset(_COMPARED_BY.values())
# The guards that explain a difference where they fail: the values make a tension, and no conflict.
EXPLAIN = frozenset(
    (*_COMPARED_BY, "same stage", "same plan", "more than estimates", "not disputed")
)


def explaining(left: Claim, right: Claim) -> Iterator[Guard]:
    """Yield the guards that have something to say of a pair's stages, plans and estimates."""
    for name, guard in _GUARDS.items():
        result, because = guard(left, right)
        if result != "n.a.":
            yield Guard.told(name, (result, because))


def relief(left: Claim, compared: Iterable[Comparison]) -> Mapping[str, int]:
    """Return what the failing of each guard took from the evidence that an event is one.

    Another date explains another age, for all else it tells of another event.
    """
    taken = {c.component: -c.weight for c in compared if c.weight < 0}
    aged = isinstance(left.value, Quantity) and left.value.dimension == _AGE
    return {
        name: taken[by]
        for name, by in _COMPARED_BY.items()
        if by in taken and (aged or by != "time")
    }


def _same_stage(left: Claim, right: Claim) -> Told:
    """A provisional figure is not the final one."""
    if not left.stage or not right.stage:
        return _settled_since(left, right)
    return "pass" if left.stage == right.stage else "fail", f"{left.stage}, {right.stage}"


def _settled_since(left: Claim, right: Claim) -> Told:
    """What one calls provisional a later article may correct; so may one that gives the final."""
    if not left.as_of.days_from(right.as_of) or grows(left):
        return "n.a.", ""
    early, late = sorted((left, right), key=lambda claim: claim.as_of.first or 0)
    if early.staged and early.stage == "early":
        return "fail", "an early one, told again later"
    if late.staged and late.stage == "final":
        return "fail", "the final one, and an earlier one"
    return "n.a.", ""


def _same_plan(left: Claim, right: Claim) -> Told:
    """A plan or forecast may change until it has come true."""
    if left.status in _HAPPENED or right.status in _HAPPENED:
        return "n.a.", ""
    if left.as_of.days_from(right.as_of):
        return "fail", "one is newer than the other"
    return "pass", "neither is known to be newer"


def _more_than_estimates(left: Claim, right: Claim) -> Told:
    """Two who estimate a thing may arrive at two figures."""
    if not left.estimated and not right.estimated:
        return "n.a.", ""
    both = left.estimated and right.estimated
    return ("fail", "both are estimates") if both else ("pass", "one is no estimate")


def _not_disputed(left: Claim, right: Claim) -> Told:
    """Those who are at odds give each a figure of their own: organisers and the police."""
    if not left.party or not right.party:
        return "n.a.", ""
    return "fail" if left.party != right.party else "pass", f"{left.party}, {right.party}"


def _not_denied(left: Claim, right: Claim) -> Told:
    """What one tells of may be what the other says did not happen."""
    if not left.negated and not right.negated:
        return "n.a.", ""
    both = left.negated and right.negated
    return ("pass", "both deny it") if both else ("fail", "one of them denies it")


def _not_grown(left: Claim, right: Claim) -> Told:
    """A toll that a later article puts higher has grown: nobody erred, and nobody need look.

    So has a child that is a year older a year later.
    """
    if _has_aged(left, right):
        return "fail", "the age is higher by the years in between"
    if not grows(left) or _of_two_stages(left, right) or left.as_of.days_from(right.as_of) == 0:
        return "n.a.", "no count of two days is compared"
    early, late = sorted((left, right), key=lambda claim: claim.as_of.first or 0)
    if not (left.as_of.closed and right.as_of.closed):
        return "fail", "it is not known which is the later one"
    if _most(late) > _most(early):
        return "fail", "the later one is higher"
    return "pass", "the later one is no higher"


def _of_two_days(left: Claim, right: Claim) -> bool:
    """Return whether two figures are tolls of one stage and of two days not too far apart."""
    apart = left.as_of.days_from(right.as_of) or 0
    staged = _of_two_stages(left, right)
    return not staged and grows(left) and 0 < apart <= _GROWING_DAYS


def _of_two_stages(left: Claim, right: Claim) -> bool:
    return bool(left.stage and right.stage) and left.stage != right.stage


def has_grown(left: Claim, right: Claim) -> bool:
    """Return whether the later of two tolls is the higher one, and no long time after."""
    early, late = sorted((left, right), key=lambda claim: claim.as_of.first or 0)
    return _of_two_days(left, right) and _most(late) > _most(early)


def _most(claim: Claim) -> Decimal:
    """Return the least that a figure may be, or the most where that is all it says."""
    value = claim.value
    assert isinstance(value, Quantity), "what grows is counted"
    return (value.high if value.low is None else value.low) or Decimal(0)


def _has_aged(left: Claim, right: Claim) -> bool:
    """Return whether two ages are one person's, some years older in the later article."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    days = left.as_of.days_from(right.as_of) or 0
    if one.dimension != other.dimension or one.dimension != _AGE or days < _SOME_TIME:
        return False
    early, late = sorted((left, right), key=lambda claim: claim.as_of.first or 0)
    years = int(days / _YEAR)
    return max(years, 1) <= _most(late) - _most(early) <= years + 1


def grows(claim: Claim) -> bool:
    """Return whether a figure is a toll, which each day's articles count anew."""
    if not isinstance(claim.value, Quantity) or claim.value.dimension != "count":
        return False
    return any(measures()[m].grows for m in claim.measures if m in measures())


_GUARDS: dict[str, Callable[[Claim, Claim], Told]] = {
    "same stage": _same_stage,
    "same plan": _same_plan,
    "more than estimates": _more_than_estimates,
    "not denied": _not_denied,
    "not disputed": _not_disputed,
    "not grown": _not_grown,
}
