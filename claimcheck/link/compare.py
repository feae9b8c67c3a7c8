"""Compare two claims in every component but the value."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from claimcheck.lang.lexicon import events
from claimcheck.link.closeness import (
    compare_closeness,
    compare_digits,
    compare_freshness,
    compare_grains,
    compare_slips,
    compare_stated,
)
from claimcheck.link.context import Context, Level
from claimcheck.link.explained import RELIEVED
from claimcheck.link.measure import compare_measures, compare_units
from claimcheck.link.people import same_person, shared_people
from claimcheck.link.places import at_part, compare_fits, compare_sole
from claimcheck.link.weights import Weights
from claimcheck.link.wording import (
    compare_copies,
    compare_cover,
    compare_nearest,
    compare_sentences,
    compare_surroundings,
)
from claimcheck.model.claim import DEEDS, OF_VALUES, Attribute, Claim, Comparison
from claimcheck.model.mention import Outcome, Quantity
from claimcheck.model.relation import Relation

# How many thousandths of what they tell two articles share that tell of the same, or of much of it.
_SAME_TOPIC, _NEAR_TOPIC = 200, 80
_MANY_RIVALS = 6
_FEW_RIVALS = 3
# The axis of a number that counts others only, and how many are told of beside them at most.
_OTHERS, _FEW = "others", 3
# A value that another is compared with, and one that is a part of another.
_OF_ANOTHER = ("baseline", "part")
# What is told of one place or body alone, beside which there are others.
_ALONE = "whole.alone"
# Of what is told of an event, most is told without a word for when in its course it was.
_PHASE = "phase"


class Step(NamedTuple):
    """A component, how it is compared, what its levels add, and what it and those after may."""

    component: str
    compared: "Compare"
    levels: Mapping[str, int]
    most: int


class Scale(NamedTuple):
    """What claims that answer one question are compared by.

    prior: what a pair starts with; slot: what the levels of the slot add.
    """

    prior: int
    slot: Mapping[str, int]
    steps: tuple[Step, ...]


def scale_of(table: Weights, attribute: Attribute) -> Scale:
    """Return the weights for claims that answer one question, in the order of comparison."""
    slot = table.levels(attribute, "slot")
    steps: list[Step] = []
    most = max(0, *slot.values(), 0)
    for component, compared in reversed(COMPONENTS.items()):
        levels = table.levels(attribute, component)
        most += max([0, *levels.values()])
        steps.append(Step(component, compared, levels, most))
    return Scale(table.prior[attribute], slot, tuple(reversed(steps)))


def compare(  # noqa: PLR0913 (a pair, what it is compared by, and when to leave it)
    left: Claim,
    right: Claim,
    context: Context,
    scale: Scale,
    *,
    relation: Relation,
    least: int | None = None,
) -> tuple[Comparison, ...]:
    """Return the level that two claims reach in each component: the slot, then `COMPONENTS`.

    relation: of their values.
    least: the sum that they must be able to reach, with what an explanation of their difference
        gives back; nothing is returned once they cannot.
    """
    differ = relation == "different"
    reached: list[tuple[str, str, int, str]] = []
    total, relieved = scale.prior, 0
    for component, compared, levels, most in scale.steps:
        if least is not None and total + relieved + most < least:
            return ()
        if not differ and component in OF_VALUES:
            continue
        told = compared(left, right, context)
        if told is None:
            continue
        weight = levels.get(told[0], 0)
        total += weight
        if weight < 0 and component in RELIEVED:
            relieved = max(relieved, -weight)
        reached.append((component, told[0], weight, told[1]))
    slot = slot_of(left, {component: level for component, level, *_ in reached})
    return (
        Comparison("slot", slot, scale.slot.get(slot, 0), ""),
        *(Comparison(*one) for one in reached),
    )


def compare_frames(left: Claim, right: Claim, _: Context) -> Level:
    """Whether the events named beside the two values are of one type."""
    if not left.frames or not right.frames:
        return "unknown", "no event is named beside one of them"
    first, other = left.frames[0], right.frames[0]
    shared = [frame for frame in left.frames if frame in right.frames]
    akin = first in events()[other].kin or other in events()[first].kin
    if first == other or (akin and shared):
        return "same", (shared or [first])[0]
    if shared:
        return "near", shared[0]
    kin = [f for f in left.frames if any(f in events()[other].kin for other in right.frames)]
    return ("kin", kin[0]) if kin else ("different", f"{first}, {other}")


def compare_participants(left: Claim, right: Claim, _: Context) -> Level:
    """How many people take part in both, else how many bodies and countries."""
    people = shared_people(left.participants, right.participants)
    if people:
        return ("several" if len(people) > 1 else "one"), ", ".join(people)
    others = _others_in_office(left, right)
    if others:
        return "different", others
    told = shared_people(left.participants + left.inherited, right.participants + right.inherited)
    if len(told) > 1:
        return "context", ", ".join(told[:3])
    own = [name for name in left.participants if name in right.participants]
    if own:
        return _shared_bodies(own, left, right)
    return ("near", told[0]) if told else _nobody_shared(left, right)


def _nobody_shared(left: Claim, right: Claim) -> Level:
    """Two claims that share nobody: others take part, or it is not told who."""
    if left.participants and right.participants:
        return "others", f"{left.participants[0]}, {right.participants[0]}"
    return "unknown", "nobody is named in one of them"


def _others_in_office(left: Claim, right: Claim) -> str:
    """Return two people who stand for one country or body, one in each claim; nothing if none."""
    for body, name in left.offices:
        names = [other for where, other in right.offices if where == body]
        if names and not any(same_person(name, other) for other in names):
            return f"{name}, {names[0]}"
    return ""


def _shared_bodies(own: list[str], left: Claim, right: Claim) -> Level:
    """Two claims that share a body or country: several, one, or one with another beside it."""
    only_left = [name for name in left.participants if name not in own]
    only_right = [name for name in right.participants if name not in own]
    if len(own) == 1 and only_left and only_right:
        return "crossed", f"{own[0]} with {only_left[0]}, with {only_right[0]}"
    return ("bodies" if len(own) > 1 else "body"), ", ".join(own)


def compare_markers(left: Claim, right: Claim, _: Context) -> Level:
    """Whether 'first', 'second', 'previous' tell the two events apart."""
    one = {m for m in left.markers if m.startswith("ordinal:")}
    other = {m for m in right.markers if m.startswith("ordinal:")}
    if one & other:
        return "same", ", ".join(sorted(one & other))
    if one and other:
        return "different", f"{min(one)}, {min(other)}"
    if one or other:
        return "one", min(one | other)
    if ("previous" in left.markers) != ("previous" in right.markers):
        return "apart", "one is a previous one"
    return "unknown", ""


def compare_times(left: Claim, right: Claim, _: Context) -> Level | None:
    """Whether the two events may be of one day; n.a. where the date is what is compared."""
    if left.attribute == "when":
        return None
    if not left.when.overlaps(right.when):
        if _outlasts(left, right) or _outlasts(right, left):
            return "unknown", "what goes on was so before"
        return "different", "dated apart"
    if left.when.closed and right.when.closed:
        return "same", "both are dated alike"
    if left.is_news and right.is_news:
        met = left.as_of.overlaps(right.as_of)
        return ("news", "the news of both") if met else ("unknown", "the news of two times")
    return "unknown", "one of them is not dated"


def _outlasts(state: Claim, turn: Claim) -> bool:
    """Return whether a state that goes on is told of a later day than what would have ended it."""
    goes_on = isinstance(state.value, Outcome) and state.value.goes_on
    since, until = turn.when.last, state.when.first
    return goes_on and since is not None and until is not None and until >= since


def compare_support(left: Claim, right: Claim, context: Context) -> Level:
    """How many other exact values stand in both sentences."""
    shared = context.values_beside(left) & context.values_beside(right)
    if not shared:
        return "none", ""
    return ("several" if len(shared) > 1 else "one"), ", ".join(sorted(shared))


def compare_topics(left: Claim, right: Claim, context: Context) -> Level | None:
    """Whether two articles that tell who did it, or whether, tell of the same things; else n.a.

    How alike articles of one subject are tells nothing of dates, places and figures.
    """
    if left.attribute not in DEEDS:
        return None
    alike = context.topics.alike(left.article, right.article)
    shared = ", ".join(context.topics.shared(left.article, right.article))
    if alike >= _SAME_TOPIC:
        return "same", shared
    return ("near", shared) if alike >= _NEAR_TOPIC else ("far", shared)


def compare_languages(left: Claim, right: Claim, _: Context) -> Level:
    """Whether both articles are of one language: in two, what is the same is less often seen."""
    return ("one" if left.language == right.language else "two"), ""


def compare_leads(left: Claim, right: Claim, _: Context) -> Level:
    """Whether both stand where an article tells its news."""
    if left.lead and right.lead:
        return "both", ""
    return ("one", "") if left.lead or right.lead else ("none", "")


def compare_rivals(left: Claim, right: Claim, context: Context) -> Level:
    """How many other values either article has for the same question about the same event."""
    rivals = context.rivals(left) + context.rivals(right)
    if rivals > _MANY_RIVALS:
        return "many", str(rivals)
    if rivals > _FEW_RIVALS:
        return "several", str(rivals)
    return ("few", str(rivals)) if rivals else ("none", "")


def compare_knowledge(left: Claim, right: Claim, context: Context) -> Level:
    """Whether an article gives the other's value too, which differs, for whatever."""
    known = context.knows(right.article, left) + context.knows(left.article, right)
    return ("none", "one", "both")[known], ""


def compare_rows(left: Claim, right: Claim, context: Context) -> Level | None:
    """Whether two figures stand in one row of a list that both articles give; else n.a."""
    partner = context.row_partner(left, right.article)
    if partner == right.id:
        return "same", " ".join(left.row)
    if partner or context.row_partner(right, left.article):
        return "other", f"{' '.join(left.row)}, {' '.join(right.row)}"
    return None


def compare_contrasts(left: Claim, right: Claim, _: Context) -> Level:
    """Whether words beside the values tell them apart: men and women, new and old."""
    one, other = _sides(left), _sides(right)
    beside, likewise = one.pop(_OTHERS, ""), other.pop(_OTHERS, "")
    if beside != likewise:
        rest, whole = (left, right) if beside else (right, left)
        if _few_more(whole, rest):
            return "different", beside or likewise
    apart = [axis for axis in one if axis in other and one[axis] != other[axis]]
    if apart:
        return "different", f"{one[apart[0]]}, {other[apart[0]]}"
    if (_ALONE in one.values()) != (_ALONE in other.values()):
        return "different", _ALONE
    for axis in _OF_ANOTHER:
        if (axis in one) != (axis in other):
            return axis, axis
    both = [axis for axis in one if axis in other and axis != _PHASE]
    if both:
        return "same", one[both[0]]
    only = sorted({name for axis, name in (*one.items(), *other.items()) if axis != _PHASE})
    return ("one", ", ".join(only[:3])) if only else ("none", "")


def _few_more(whole: Claim, rest: Claim) -> bool:
    """Return whether a number is that of others and of one or a few beside them."""
    if not (isinstance(whole.value, Quantity) and isinstance(rest.value, Quantity)):
        return False
    every, others = whole.value.low, rest.value.low
    return every is not None and others is not None and 0 < every - others <= _FEW


def _sides(claim: Claim) -> dict[str, str]:
    """Return a claim's side on each axis; a baseline or a part is the side of an axis too."""
    return {name.partition(".")[0]: name for name in claim.contrasts}


def compare_status(left: Claim, right: Claim, _: Context) -> Level:
    """Whether both are said to have happened, or planned, or denied.

    Of what is told either way a denial is the value itself.
    """
    alike = left.negated == right.negated or left.attribute == "whether"
    if left.status == right.status and alike:
        return "same", left.status
    return "different", f"{left.status}, {right.status}"


def compare_voices(left: Claim, right: Claim, _: Context) -> Level:
    """Whether the outlets say it themselves or quote somebody."""
    quoted = bool(left.voice) + bool(right.voice)
    return ("outlets", "one", "quoted")[quoted], ""


def compare_parts(left: Claim, right: Claim, _: Context) -> Level | None:
    """What the dates are of, or which part the places play; n.a. for quantities."""
    if left.attribute == "how_many":
        return None
    if left.part == right.part:
        return f"both_{left.part or 'event'}", ""
    one, other = at_part(left.part), at_part(right.part)
    if one == other:
        return "beside", f"{left.part}, {right.part}"
    if left.attribute == "where" and not (one and other):
        return f"untold_{one or other}", f"{left.part}, {right.part}"
    return "unlike", f"{left.part}, {right.part}"


def slot_of(claim: Claim, levels: Mapping[str, str]) -> str:
    """Return what is asked and answered: the kind of value, and what it is of as far as told.

    Words beside two quantities make up for a measure that no word names; people and bodies in
    both passages tell one event from others of its type.
    """
    if isinstance(claim.value, Quantity):
        told = "named" if levels["measure"] in ("same", "near") else "unnamed"
        return f"{_kind(claim.value)}_{told}_{_COARSE[levels['nearest']]}"
    people = _COARSE_PEOPLE.get(levels["participants"], "untold")
    return f"{_COARSE_FRAME[levels['frame']]}_{people}"


def _kind(quantity: Quantity) -> str:
    return quantity.dimension if quantity.dimension in _KINDS else "physical"


_KINDS = ("count", "money", "percent", "duration", "age", "rank", "multiple", "score")
_COARSE = {"none": "bare", "slight": "bare", "some": "some", "many": "many", "most": "many"}
_COARSE_FRAME = {
    "same": "same",
    "near": "same",
    "kin": "unknown",
    "unknown": "unknown",
    "different": "different",
}
_COARSE_PEOPLE = {
    "several": "shared",
    "one": "shared",
    "context": "shared",
    "bodies": "shared",
    "crossed": "apart",
    "others": "apart",
    "different": "apart",
}

Compare = Callable[[Claim, Claim, Context], Level | None]
# In an order that soon tells which pairs are of no use.
COMPONENTS: dict[str, Compare] = {
    "rows": compare_rows,
    "support": compare_support,
    "part": compare_parts,
    "copy": compare_copies,
    "time": compare_times,
    "lead": compare_leads,
    "language": compare_languages,
    "closeness": compare_closeness,
    "grain": compare_grains,
    "slip": compare_slips,
    "voice": compare_voices,
    "rivals": compare_rivals,
    "stated": compare_stated,
    "nearest": compare_nearest,
    "knowledge": compare_knowledge,
    "status": compare_status,
    "sentence": compare_sentences,
    "unit": compare_units,
    "topic": compare_topics,
    "frame": compare_frames,
    "participants": compare_participants,
    "measure": compare_measures,
    "markers": compare_markers,
    "freshness": compare_freshness,
    "digits": compare_digits,
    "contrasts": compare_contrasts,
    "cover": compare_cover,
    "surroundings": compare_surroundings,
    "fits": compare_fits,
    "sole": compare_sole,
}
