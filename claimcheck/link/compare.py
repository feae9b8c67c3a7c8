"""Compare two claims in every component but the value."""

from collections.abc import Callable

from claimcheck.lang.frequency import rarity
from claimcheck.lang.lexicon import events
from claimcheck.link.context import Context
from claimcheck.link.people import same_person, shared_people
from claimcheck.link.weights import Weights
from claimcheck.model.claim import Claim, Comparison

_MANY_WORDS = 120
_SOME_WORDS = 60
_FEW_WORDS = 25
_CONTEXT_SHARE = 2
_SAME_TOPIC = 400
_NEAR_TOPIC = 150
_NAMES_ONLY = 3
_MANY_RIVALS = 6

Level = tuple[str, str]


def compare(left: Claim, right: Claim, context: Context, table: Weights) -> tuple[Comparison, ...]:
    """Return the level that two claims reach in each component, in the order of `COMPONENTS`."""
    compared = []
    for component, function in COMPONENTS.items():
        reached = function(left, right, context)
        if reached is not None:
            level, because = reached
            weight = table.of(component, level)
            compared.append(
                Comparison(component=component, level=level, weight=weight, because=because)
            )
    return tuple(compared)


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


def compare_measures(left: Claim, right: Claim, _: Context) -> Level | None:
    """Whether the two quantities measure the same; n.a. for dates and places."""
    if left.attribute != "how_many":
        return None
    shared = [measure for measure in left.measures if measure in right.measures]
    if left.measures[0] == right.measures[0] or len(shared) > 1:
        return ("unit" if shared[0].endswith(":") else "same"), shared[0]
    if shared:
        return "near", shared[0]
    because = f"{left.measures[0]}, {right.measures[0]}"
    generic = left.measures[0].endswith(":") or right.measures[0].endswith(":")
    return ("unknown" if generic else "different"), because


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


def compare_words(left: Claim, right: Claim, _: Context) -> Level:
    """How rare the content words are that both have; those of the same clause count in full."""
    if left.language != right.language:
        return "unknown", "two languages"
    near = set(left.words) & set(right.words)
    far = ({*left.words, *left.context} & {*right.words, *right.context}) - near
    weight = sum(rarity(word, left.language) for word in near)
    weight += sum(rarity(word, left.language) for word in far) // _CONTEXT_SHARE
    words = ", ".join(sorted(near or far)[:5])
    if weight >= _MANY_WORDS:
        return "many", words
    if weight >= _SOME_WORDS:
        return "some", words
    return ("few", words) if weight >= _FEW_WORDS else ("none", words)


def compare_markers(left: Claim, right: Claim, _: Context) -> Level:
    """Whether 'first', 'second', 'previous' tell the two events apart."""
    one = {m for m in left.markers if m.startswith("ordinal:")}
    other = {m for m in right.markers if m.startswith("ordinal:")}
    if one & other:
        return "same", ", ".join(sorted(one & other))
    if one and other:
        return "different", f"{min(one)}, {min(other)}"
    if ("previous" in left.markers) != ("previous" in right.markers):
        return "apart", "one is a previous one"
    return "unknown", ""


def compare_times(left: Claim, right: Claim, _: Context) -> Level | None:
    """Whether the two events may be of one day; n.a. where the date is what is compared."""
    if left.attribute == "when":
        return None
    if not left.when.overlaps(right.when):
        return "different", "dated apart"
    if left.when.closed and right.when.closed:
        return "same", "both are dated alike"
    if left.is_news and right.is_news:
        met = left.as_of.overlaps(right.as_of)
        return ("news", "the news of both") if met else ("unknown", "the news of two times")
    return "unknown", "one of them is not dated"


def compare_support(left: Claim, right: Claim, context: Context) -> Level:
    """How many other exact values stand in both sentences."""
    shared = sorted(context.values_beside(left) & context.values_beside(right))
    if not shared:
        return "none", ""
    return ("several" if len(shared) > 1 else "one"), ", ".join(shared)


def compare_topics(left: Claim, right: Claim, context: Context) -> Level:
    """Whether the two articles tell of the same things."""
    affinity = context.affinity(left.article, right.article)
    keys = ", ".join(affinity.keys)
    # Two languages share names and values only, not words.
    scale = 1 if left.language == right.language else _NAMES_ONLY
    if affinity.weight * scale >= _SAME_TOPIC:
        return "same", keys
    return ("near", keys) if affinity.weight * scale >= _NEAR_TOPIC else ("far", keys)


def compare_leads(left: Claim, right: Claim, _: Context) -> Level:
    """Whether both stand where an article tells its news."""
    if left.lead and right.lead:
        return "both", ""
    return ("one", "") if left.lead or right.lead else ("none", "")


def compare_rivals(left: Claim, right: Claim, context: Context) -> Level:
    """How many other values either article has for the same question about the same event."""
    rivals = context.rivals(left) + context.rivals(right)
    if rivals >= _MANY_RIVALS:
        return "many", str(rivals)
    return ("few", str(rivals)) if rivals else ("none", "")


COMPONENTS: dict[str, Callable[[Claim, Claim, Context], Level | None]] = {
    "frame": compare_frames,
    "measure": compare_measures,
    "participants": compare_participants,
    "words": compare_words,
    "markers": compare_markers,
    "time": compare_times,
    "support": compare_support,
    "topic": compare_topics,
    "lead": compare_leads,
    "rivals": compare_rivals,
}
