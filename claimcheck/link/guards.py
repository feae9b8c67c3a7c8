"""What must hold before two claims may be set against each other, each told with its reason."""

from collections.abc import Callable, Mapping

from claimcheck.lang.deeds import OF_EVENT, is_lasting
from claimcheck.lang.lexicon import events
from claimcheck.link.closeness import SWAPPED
from claimcheck.link.context import Context
from claimcheck.link.deeds import (
    deed_guards,
    is_deed,
    same_status,
    told_of_several,
    told_otherwise,
    two_places,
)
from claimcheck.link.explained import explaining, grows, has_grown
from claimcheck.link.place_guards import (
    are_two_places,
    kind_of_place_event,
    part_of_places,
    place_guards,
)
from claimcheck.model.claim import Claim, Comparison, Guard, GuardResult, Told
from claimcheck.model.mention import Quantity
from claimcheck.model.text import Interval
from claimcheck.values import compare_values

Levels = Mapping[str, Comparison]


def guards(
    left: Claim, right: Claim, compared: tuple[Comparison, ...], context: Context
) -> tuple[Guard, ...]:
    """Return the guards of a pair but `same_event`, in a fixed order."""
    levels = {comparison.component: comparison for comparison in compared}
    if is_deed(left):
        return _of_deeds(left, right, levels, context)
    told = (
        *(Guard.told(name, guard(left, right, levels)) for name, guard in _GUARDS.items()),
        *explaining(left, right),
        Guard.told("same subject", _subject(left, right, context)),
        *place_guards(left, right, levels, context),
        _kept_apart(left, right, context),
    )
    if _misread(levels):
        doubtful = _HOW_TOLD if has_grown(left, right) else (*_HOW_TOLD, *_GROWING)
        told = tuple(_doubted(guard) if guard.guard in doubtful else guard for guard in told)
    return told


def _misread(levels: Levels) -> bool:
    """Return whether two figures differ by a slip of the pen: they are of one thing.

    Two digits of two things are the same by chance too: 12 units are no slip for 21 ships.
    """
    if "closeness" not in levels or levels["closeness"].level != SWAPPED:
        return False
    return levels["unit"].level != "unlike" or levels["digits"].level == "exact"


def _doubted(guard: Guard) -> Guard:
    """Return a guard on how a thing is told, which a slip of the pen outweighs, as unknown."""
    if guard.result != "fail":
        return guard
    return Guard.told(guard.guard, ("unknown", f"{guard.because}, but both have the same digits"))


def _of_deeds(left: Claim, right: Claim, levels: Levels, context: Context) -> tuple[Guard, ...]:
    """Return the guards of two claims of who did it, or whether it came about."""
    alike = same_status(left, right)
    otherwise = told_otherwise(left, right, context) or (
        "" if levels["nearest"].level in _NEAR else told_of_several(left, right, context)
    )
    return (
        *deed_guards(left, right, copied=levels["copy"].level == "yes"),
        Guard.told("same place", _same_place(left, right, context)),
        *(Guard.told(name, _GUARDS[name](left, right, levels)) for name in _ALSO_OF_DEEDS),
        Guard.told("same scope", _deeds_of_one_scope(left, right, levels)),
        Guard.told("told alike", _deeds_told_alike(left, right, levels)),
        Guard.told("same status", ("pass" if alike else "fail", f"{left.status}, {right.status}")),
        Guard.told("same subject", _subject(left, right, context)),
        Guard.told(
            KEPT_APART,
            ("fail", f"{otherwise} tells both")
            if otherwise
            else ("pass", "neither article tells both"),
        ),
    )


def _same_place(left: Claim, right: Claim, context: Context) -> Told:
    """What happened in one town is not what happened in another."""
    if is_lasting(left.part):
        return "n.a.", "it is so wherever it is told"
    apart = two_places(left, right, context)
    return ("fail", apart) if apart else ("pass", "no two places are named")


def same_event(weight: int, needed: int, unknown: int) -> Guard:
    """Return whether comparisons that sum to `weight` say that two claims are of one event.

    needed: the sum that says so; unknown: how far below it they still may be.
    """
    because = f"the evidence sums to {weight / 100:.1f} bits"
    if weight >= needed:
        return Guard.told("same event", ("pass", because))
    near = weight >= needed - unknown
    return Guard.told("same event", ("unknown" if near else "fail", because))


def _by_level(levels: Levels, component: str, results: Mapping[str, GuardResult]) -> Told:
    """Return the result that a comparison level stands for; `fail` where none is named."""
    compared = levels[component]
    return results.get(compared.level, "fail"), compared.because


def _same_kind(left: Claim, right: Claim, levels: Levels) -> Told:
    """The event's type: it may be told in other words, but not be another."""
    if isinstance(left.value, Quantity) and levels["frame"].level != "same":
        return "n.a.", "a quantity is told by what it measures"
    if are_two_places(left, levels):
        return kind_of_place_event(levels)
    lasting = [frame for frame in left.frames[:1] + right.frames[:1] if events()[frame].state]
    if left.attribute == "when" and lasting:
        return "unknown", "it lasts, so that several dates may be true of it"
    return _by_level(
        levels, "frame", {"same": "pass", "near": "pass", "kin": "unknown", "unknown": "unknown"}
    )


def _same_measure(_: Claim, __: Claim, levels: Levels) -> Told:
    """A quantity that no word names is known by the words beside it, or not at all."""
    if "measure" not in levels:
        return "n.a.", "no quantity is compared"
    if "rows" in levels:
        same = levels["rows"].level == "same"
        return ("pass" if same else "fail"), levels["measure"].because
    told = _by_level(levels, "measure", _MEASURED)
    bare = levels["nearest"].level in _BARE and levels["sentence"].level != _ALIKE
    if told[0] == "unknown" and bare and levels["measure"].level != _KIN:
        return "fail", f"{told[1]}, and other words stand beside them"
    return told


_MEASURED: Mapping[str, GuardResult] = {
    "same": "pass",
    "near": "pass",
    "noun": "pass",
    "kin": "unknown",
    "unit": "unknown",
    "unknown": "unknown",
}
_BARE = ("none", "slight")
_ALIKE, _KIN = "most", "kin"


def _told_alike(left: Claim, right: Claim, levels: Levels) -> Told:
    """Two sentences about one thing share some telling word, name or concept.

    Of two places it is weighed: articles tell where something was in words of their own. So it is
    of two languages, of which few words are known to mean the same.
    """
    shared = levels["sentence"]
    if shared.level != "none":
        return "pass", shared.because
    weighed = are_two_places(left, levels) or left.language != right.language
    return ("unknown" if weighed else "fail"), "no telling word in common"


def _deeds_told_alike(left: Claim, right: Claim, levels: Levels) -> Told:
    """The words for a part are telling; those for a matter or an event may be told of much.

    Sentences of two languages share few words, so that there only those for an event are weighed.
    """
    one_language = left.attribute == "whether" and left.language == right.language
    if one_language or left.part.startswith(OF_EVENT):
        return _told_alike(left, right, levels)
    return "n.a.", "the part or the matter is told alike"


def _same_time(left: Claim, right: Claim, levels: Levels) -> Told:
    """A figure that grows is compared only with one of the same day."""
    if "time" not in levels:
        return "n.a.", "the date is what is compared"
    if grows(left) and levels["time"].level != "different":
        if _same_day(left.as_of, right.as_of):
            return "pass", "both articles are of one day"
        return "fail", "it changes with time, and the articles are not of one day"
    return _by_level(levels, "time", {"same": "pass", "news": "pass", "unknown": "unknown"})


def _same_day(left: Interval, right: Interval) -> bool:
    return left.days_from(right) == 0


def _same_in_series(_: Claim, __: Claim, levels: Levels) -> Told:
    return _by_level(
        levels, "markers", {"same": "pass", "unknown": "n.a.", "one": "n.a.", "apart": "unknown"}
    )


def _same_status(left: Claim, right: Claim, _: Levels) -> Told:
    """Figures and dates of plans change until they come true; where it is to be seldom does."""
    told = f"{left.status}, {right.status}"
    if left.status == right.status:
        return "pass", told
    return ("unknown" if left.attribute == "where" else "fail"), told


def _same_scope(_: Claim, __: Claim, levels: Levels) -> Told:
    """What is counted: men are not women, the old bridge is not the new one."""
    return _by_level(
        levels, "contrasts", {"same": "pass", "one": "unknown", "part": "unknown", "none": "n.a."}
    )


def _deeds_of_one_scope(left: Claim, right: Claim, levels: Levels) -> Told:
    """What a figure is set against tells no deed from another."""
    if levels["contrasts"].level == _BASELINE:
        return "n.a.", "no figure is compared"
    return _same_scope(left, right, levels)


def _same_part(left: Claim, right: Claim, levels: Levels) -> Told:
    """What a place is to an event, and a date: where to or where from, since when or when."""
    if left.attribute == "how_many":
        return "n.a.", "a quantity is compared"
    if _SAID in (left.part, right.part):
        return "fail", "a statement is dated, not what it tells of"
    parts = {left.part, right.part}
    if left.attribute == "where" and "" in parts:
        return "unknown", "the words before one of them do not tell"
    if are_two_places(left, levels) and _one_part(parts)[0] == "fail":
        return part_of_places(left.part, right.part)
    return _dated_alike(left, right, levels) if left.attribute == "when" else _one_part(parts)


def _dated_alike(left: Claim, right: Claim, levels: Levels) -> Told:
    """How the event lies to its date; the dates of two figures are two."""
    parts = {left.part, right.part}
    if left.figure and right.figure and compare_values(left.figure, right.figure) != "equal":
        return "fail", f"the dates of two figures, {left.figure} and {right.figure}"
    if parts == _FROM_THEN_ON and levels["frame"].level in ("same", "near", "kin"):
        return "unknown", "one tells since when"
    return _one_part(parts)


def _one_part(parts: set[str]) -> Told:
    """Two places or dates play one part."""
    if len(parts) == 1 or parts == _AROUND:
        return "pass", min(parts) or "at it"
    return "fail", ", ".join(sorted(parts))


_FROM_THEN_ON = {"", "since"}
_AROUND = {"in", "near"}
_SAID = "said"


def _two_articles(left: Claim, right: Claim, _: Levels) -> Told:
    return "fail" if left.article == right.article else "pass", f"{left.article}, {right.article}"


def _subject(left: Claim, right: Claim, context: Context) -> Told:
    """Articles that are more like others tell of something else."""
    share = context.topics.alike(left.article, right.article)
    one = context.topics.one_subject(left.article, right.article)
    return ("pass" if one else "fail"), f"they share {share // 10} % of what they tell"


def _kept_apart(left: Claim, right: Claim, context: Context) -> Guard:
    """What one article keeps apart stays apart everywhere."""
    for one, other in ((left, right), (right, left)):
        if context.twin(one, other) is not None:
            because = f"{other.article} tells of another one, which fits better"
            return Guard.told(KEPT_APART, ("fail", because))
    return Guard.told(KEPT_APART, ("pass", "neither article tells of both"))


# Guards that claims of who and whether have in common with the others.
_ALSO_OF_DEEDS = ("same time", "same in the series", "two articles")
_BASELINE = "baseline"
KEPT_APART = "not kept apart"
# How near the words beside two values are where they tell one of several from the others.
_NEAR = ("most", "many")
_GROWING = ("same time", "not grown")
_HOW_TOLD = ("same measure", "same status", "told alike", KEPT_APART)
_GUARDS: dict[str, Callable[[Claim, Claim, Levels], Told]] = {
    "same kind of event": _same_kind,
    "same measure": _same_measure,
    "same time": _same_time,
    "same in the series": _same_in_series,
    "same status": _same_status,
    "same scope": _same_scope,
    "same part": _same_part,
    "told alike": _told_alike,
    "two articles": _two_articles,
}
