"""What must hold besides before two different places may be set against each other."""

from collections.abc import Mapping

from claimcheck.link.closeness import STATE, sort_of
from claimcheck.link.context import Context
from claimcheck.link.places import is_listed
from claimcheck.model.claim import Claim, Comparison, Guard, Told
from claimcheck.model.mention import Entity

NAMED_ONCE, ONE_PLACE = "named once", "one place"
PLACE_GUARDS = (NAMED_ONCE, ONE_PLACE)
_ONE_KIND = ("same", "near")
_NEAR = "near"
_LANDS = ("admin1", "region")
_OPPOSITE = {"to", "from"}


def place_guards(
    left: Claim, right: Claim, levels: Mapping[str, Comparison], context: Context
) -> tuple[Guard, ...]:
    """Return the guards of two different places, in a fixed order; none for other values.

    What their sentences share, which other places are told, and whether one event is named at
    both is weighed, not asked for: articles tell one event's place in words of their own.
    """
    if not are_two_places(left, levels):
        return ()
    return (_named_once(left, right, context), _one_place(left, right, context))


def are_two_places(left: Claim, levels: Mapping[str, Comparison]) -> bool:
    """Return whether two places are compared that differ."""
    return left.attribute == "where" and "closeness" in levels


def kind_of_place_event(levels: Mapping[str, Comparison]) -> Told:
    """Return whether two different places may be of one kind of event, and why."""
    frame = levels["frame"]
    return ("pass" if frame.level in _ONE_KIND else "unknown"), frame.because


def part_of_places(left: str, right: str) -> Told:
    """Return whether two different places may play one part, and why.

    One article tells where a march set out from, the other where it began; where to is not where
    from.
    """
    told = ", ".join(sorted({left, right} - {""}))
    if {left, right} == _OPPOSITE:
        return "fail", told
    return "unknown", told


def named_once(left: Claim, right: Claim, context: Context) -> bool:
    """Return whether no article names the other's place too, as that of something else."""
    return not context.knows(right.article, left) and not context.knows(left.article, right)


def _named_once(left: Claim, right: Claim, context: Context) -> Guard:
    return Guard.told(NAMED_ONCE, ("pass" if named_once(left, right, context) else "fail", ""))


def _one_place(left: Claim, right: Claim, context: Context) -> Guard:
    """What happened in A, B and C happened in one as in the others; a state is too wide."""
    sorts = [sort_of(c.value) for c in (left, right) if isinstance(c.value, Entity)]
    listed = is_listed(left, context) or is_listed(right, context)
    beside = _is_beside(left, right) or _is_beside(right, left)
    passes = not listed and not beside and sorts.count(STATE) != 1
    return Guard.told(ONE_PLACE, ("pass" if passes else "fail", ""))


def _is_beside(near: Claim, wide: Claim) -> bool:
    """Return whether something is near a place, which does not tell in which land it is."""
    return (
        near.part == _NEAR != wide.part
        and isinstance(wide.value, Entity)
        and wide.value.type in _LANDS
    )
