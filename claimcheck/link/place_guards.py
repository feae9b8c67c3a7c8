"""What must hold besides before two different places may be set against each other."""

from collections.abc import Mapping

from claimcheck.link.closeness import STATE, sort_of
from claimcheck.link.context import Context
from claimcheck.link.places import is_listed, likeness
from claimcheck.model.claim import Claim, Comparison, Guard, Told
from claimcheck.model.mention import Entity

NAMED_ONCE, FITS_BEST, ONE_PLACE = "named once", "fits best", "one place"
PLACE_GUARDS = (NAMED_ONCE, FITS_BEST, ONE_PLACE)
# What two sentences share at least, and by how much more if something else speaks
# against them; in tenths of log10 rarity.
_ALIKE = 35
_STEP = 25
# Markers of another one of a series.
_OTHERS = {"previous", "next", "other"}
_ONE_KIND = ("same", "near")
_NEAR = "near"
_LANDS = ("admin1", "region")
_ON_THE_WAY = ("both_from", "both_to", "both_via")


def place_guards(
    left: Claim, right: Claim, levels: Mapping[str, Comparison], context: Context
) -> tuple[Guard, ...]:
    """Return the guards of two different places, in a fixed order; none for other values.

    Likeness of wording tells little of a place: articles name many, each for a reason of its own.
    """
    if left.attribute != "where" or "closeness" not in levels:
        return ()
    return (
        _named_once(levels["knowledge"]),
        _fits_best(left, right, levels, context),
        _one_place(left, right, context),
    )


def kind_of_place_event(levels: Mapping[str, Comparison]) -> Told:
    """Return whether two different places may be of one kind of event, and why.

    Places are named for many reasons: the event must be named at both, else both sentences give a
    value of it, or one is a copy of the other.
    """
    frame, shared = levels["frame"], levels["support"]
    if frame.level in _ONE_KIND:
        return "pass", frame.because
    if frame.level == "kin" or levels["copy"].level == "yes":
        return "unknown", frame.because
    if shared.level == "none":
        return "fail", f"{frame.because}, and no value is in both"
    return "unknown", f"{frame.because}, but both give {shared.because}"


def _guard(name: str, *, passes: bool) -> Guard:
    return Guard.told(name, ("pass" if passes else "fail", ""))


def _named_once(knowledge: Comparison) -> Guard:
    """An article that names the other's place too knows it as the place of something else."""
    return _guard(NAMED_ONCE, passes=knowledge.level == "none")


def _fits_best(
    left: Claim, right: Claim, levels: Mapping[str, Comparison], context: Context
) -> Guard:
    """Of the places of each article, it is the one whose sentence is most like the other's."""
    series = set(left.markers) & _OTHERS != set(right.markers) & _OTHERS
    needed = _ALIKE + _STEP * (_doubts(levels) + 2 * series)
    fits = levels["fits"].level == "both" and likeness(left, right, context) >= needed
    return _guard(FITS_BEST, passes=fits)


def _doubts(levels: Mapping[str, Comparison]) -> int:
    """Return how much speaks against one event: each takes more that the sentences share.

    Only one is dated, and then that both name the event says nothing; the places are of two
    sorts; they lie in two parts of the world; no word tells what was on the way to or from them.
    """
    part, _, sort = levels["closeness"].level.partition("_")
    frame = levels["frame"].level
    undated = levels["time"].level == "unknown"
    unnamed = frame == "unknown" and levels["part"].level in _ON_THE_WAY
    return (
        undated
        + (undated and frame == "same")
        + (sort == "unlike")
        + 2 * (part == "other")
        + unnamed
    )


def _one_place(left: Claim, right: Claim, context: Context) -> Guard:
    """What happened in A, B and C happened in one as in the others; a state is too wide."""
    sorts = [sort_of(c.value) for c in (left, right) if isinstance(c.value, Entity)]
    listed = is_listed(left, context) or is_listed(right, context)
    beside = _is_beside(left, right) or _is_beside(right, left)
    return _guard(ONE_PLACE, passes=not listed and not beside and sorts.count(STATE) != 1)


def _is_beside(near: Claim, wide: Claim) -> bool:
    """Return whether something is near a place, which does not tell in which land it is."""
    return (
        near.part == _NEAR != wide.part
        and isinstance(wide.value, Entity)
        and wide.value.type in _LANDS
    )
