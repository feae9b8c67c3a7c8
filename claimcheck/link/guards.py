"""What must hold before two claims may be set against each other, each told with its reason."""

from collections.abc import Callable, Mapping

from claimcheck.lang.lexicon import events, measures
from claimcheck.link.context import Context
from claimcheck.link.weights import Weights
from claimcheck.model.claim import Claim, Comparison, Guard, GuardResult
from claimcheck.model.mention import Quantity
from claimcheck.model.text import Interval

Levels = Mapping[str, Comparison]


def guards(
    left: Claim, right: Claim, compared: tuple[Comparison, ...], context: Context, table: Weights
) -> tuple[Guard, ...]:
    """Return the guards of a pair, in a fixed order."""
    levels = {comparison.component: comparison for comparison in compared}
    weight = table.prior + sum(comparison.weight for comparison in compared)
    return (
        _same_event(weight, table),
        *(_guard(name, guard(left, right, levels)) for name, guard in _GUARDS.items()),
        _kept_apart(left, right, context),
    )


Told = tuple[GuardResult, str]


def _guard(name: str, told: Told) -> Guard:
    result, because = told
    return Guard(guard=name, result=result, because=because)


def _same_event(weight: int, table: Weights) -> Guard:
    because = f"the evidence sums to {weight / 100:.1f} bits"
    if weight >= table.passed:
        return Guard(guard="same event", result="pass", because=because)
    return Guard(
        guard="same event",
        result="unknown" if weight >= table.unknown else "fail",
        because=because,
    )


def _by_level(levels: Levels, component: str, results: Mapping[str, GuardResult]) -> Told:
    """Return the result that a comparison level stands for; `fail` where none is named."""
    compared = levels[component]
    return results.get(compared.level, "fail"), compared.because


def _same_kind(left: Claim, right: Claim, levels: Levels) -> Told:
    """The event's type: it may be told in other words, but not be another."""
    if isinstance(left.value, Quantity) and levels["frame"].level != "same":
        return "n.a.", "a quantity is told by what it measures"
    lasting = [frame for frame in left.frames[:1] + right.frames[:1] if events()[frame].state]
    if left.attribute == "when" and lasting:
        return "unknown", "it lasts, so that several dates may be true of it"
    return _by_level(
        levels, "frame", {"same": "pass", "near": "pass", "kin": "unknown", "unknown": "unknown"}
    )


def _same_measure(_: Claim, __: Claim, levels: Levels) -> Told:
    if "measure" not in levels:
        return "n.a.", "no quantity is compared"
    return _by_level(
        levels, "measure", {"same": "pass", "near": "pass", "unit": "unknown", "unknown": "unknown"}
    )


def _same_time(left: Claim, right: Claim, levels: Levels) -> Told:
    """A figure that grows is compared only with one of the same day."""
    if "time" not in levels:
        return "n.a.", "the date is what is compared"
    if _grows(left) and levels["time"].level != "different":
        if not _same_day(left.as_of, right.as_of):
            return "fail", "it changes with time, and the articles are not of one day"
        return "pass", "both articles are of one day"
    return _by_level(levels, "time", {"same": "pass", "news": "pass", "unknown": "unknown"})


def _grows(claim: Claim) -> bool:
    """Return whether a figure is a toll, which each day's articles count anew."""
    if not isinstance(claim.value, Quantity) or claim.value.dimension != "count":
        return False
    return any(measures()[m].grows for m in claim.measures if m in measures())


def _same_day(left: Interval, right: Interval) -> bool:
    return left.closed and right.closed and left.overlaps(right)


def _same_in_series(_: Claim, __: Claim, levels: Levels) -> Told:
    return _by_level(levels, "markers", {"same": "pass", "unknown": "n.a.", "apart": "unknown"})


def _same_status(left: Claim, right: Claim, _: Levels) -> Told:
    same = left.status == right.status and left.negated == right.negated
    return "pass" if same else "fail", f"{_stated(left)}, {_stated(right)}"


def _stated(claim: Claim) -> str:
    return f"not {claim.status}" if claim.negated else claim.status


def _same_part(left: Claim, right: Claim, _: Levels) -> Told:
    """The part that a place plays: where it was, where to, where from."""
    if left.attribute != "where":
        return "n.a.", "no place is compared"
    return "pass" if left.part == right.part else "fail", f"{left.part}, {right.part}"


def _two_articles(left: Claim, right: Claim, _: Levels) -> Told:
    return "fail" if left.article == right.article else "pass", f"{left.article}, {right.article}"


def _kept_apart(left: Claim, right: Claim, context: Context) -> Guard:
    """What one article keeps apart stays apart everywhere."""
    for one, other in ((left, right), (right, left)):
        if context.twin(one, other) is not None:
            because = f"{other.article} tells of another one, which fits better"
            return Guard(guard=KEPT_APART, result="fail", because=because)
    return Guard(guard=KEPT_APART, result="pass", because="neither article tells of both")


KEPT_APART = "not kept apart"
_GUARDS: dict[str, Callable[[Claim, Claim, Levels], Told]] = {
    "same kind of event": _same_kind,
    "same measure": _same_measure,
    "same time": _same_time,
    "same in the series": _same_in_series,
    "same status": _same_status,
    "same part": _same_part,
    "two articles": _two_articles,
}
