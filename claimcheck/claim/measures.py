"""What a quantity measures: what its noun and the words beside it name, or its events imply."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from claimcheck.claim.befallen import befallen, noun_of
from claimcheck.claim.neighbours import neighbours
from claimcheck.claim.scene import Scene
from claimcheck.claim.share import PERCENT, shared
from claimcheck.claim.stretch import in_stretch, of_part
from claimcheck.claim.subject import gap, nearest
from claimcheck.lang.lexicon import measures
from claimcheck.model.mention import Quantity, Trigger

# Of how many sentences is kept what is worked out once for all of their figures.
_SENTENCES = 4
_BESIDE = 15
# How far before a count at most stands the body that it is the size of: a court of law of seven.
_LED = 25
# How far from a share at most stands what is said of it.
_CLOSE = 25
# How far apart at most the two sides of a vote stand.
_VERSUS = 9
_IMPLYING_EVENTS = 2
# How far apart at most the figures of one list stand.
_LISTED = 40
# What figures of one list do not share: each counts, or lasts, by itself.
_OWN = ("count", "duration", "age", "rank", "score")
_AGE, _DURATION = "age", "duration"


def measures_of(scene: Scene, quantity: Quantity, events: Sequence[Trigger]) -> tuple[str, ...]:
    """Return what a quantity may measure, the likeliest first.

    Measures named by its counted noun or in its clause, then those of the events beside it; else
    its dimension, with the counted noun for a count.
    """
    naming = _naming(scene, quantity)
    events = [event for event in events if not of_part(scene, quantity.span, event)]
    known = [*_against(scene, quantity, events), *_known(scene, quantity, naming, events)]
    fitting = _fitting(quantity, known) or _of_lists(scene).get(quantity.span.start, ())
    if quantity.dimension == PERCENT:
        close = (t for t in naming if gap(quantity.span, t.span) <= _CLOSE)
        told = _fitting(quantity, (frame for trigger in close for frame in trigger.frames))
        fitting = shared(scene, quantity, told, fitting)
    return tuple(dict.fromkeys(fitting)) or (_unnamed(quantity),)


def _known(
    scene: Scene, quantity: Quantity, naming: Sequence[Trigger], events: Sequence[Trigger]
) -> tuple[str, ...]:
    """Return what words, events and the counted noun name, whether or not a quantity fits it."""
    named = tuple(_of_change(quantity, frame) for trigger in naming for frame in trigger.frames)
    implying = [t for t in events if _beside(quantity, t)] if _is_count(quantity) else events
    implying = (*_overlapping(scene, quantity), *implying[:_IMPLYING_EVENTS])
    implied = tuple(_level(quantity, m) for t in implying for m in _implied(t.frames))
    if not _is_count(quantity):
        return (*named, *implied)
    counted = _counted(quantity.unit)
    # Votes beside a law's passing are those for it.
    sided = tuple(m for m in _of_events(events) if counted and measures()[m].against)
    told = (*(m for m in named if m not in counted), *sided, *counted, *named)
    return (*befallen(scene, quantity), *_led(scene, quantity), *(told or implied))


def _led(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    """Return what a word before a count says that it is of, whoever is counted: a panel of five."""
    start = quantity.span.start
    near = [t for t in scene.measures if 0 < start - t.span.end <= _LED]
    told = [(t.span.start, m) for t in near for f in t.frames if (m := measures()[f].leads)]
    if not told:
        return ()
    last = max((q.span.end for q in scene.quantities if q.span.end <= start), default=0)
    return tuple(measure for at, measure in told if last <= at)


def _of_events(events: Sequence[Trigger]) -> tuple[str, ...]:
    return tuple(m for event in events[:_IMPLYING_EVENTS] for m in _implied(event.frames))


def _unnamed(quantity: Quantity) -> str:
    """Return the measure of what no word names: a dimension, with the counted noun for a count."""
    if quantity.dimension == _AGE:
        return _AGE  # Only what lives is given an age without a word for what it is.
    if quantity.dimension == _DURATION and not (quantity.lapse or quantity.change):
        return _DURATION
    return f"{quantity.dimension}:{quantity.unit if _is_count(quantity) else ''}"


def _against(scene: Scene, quantity: Quantity, events: Sequence[Trigger]) -> tuple[str, ...]:
    """Return what the second of two counts measures that one word sets against each other."""
    one, _ = neighbours(scene, quantity)
    if one is None or not _is_count(one) or not _is_count(quantity):
        return ()
    bare = quantity.noun is None or quantity.unit == one.unit
    between = range(one.span.end, quantity.span.start)
    if not bare or len(between) > _VERSUS or any(t.span.start in between for t in scene.measures):
        return ()
    known = _known(scene, one, _naming(scene, one), events)
    return tuple(dict.fromkeys(measures()[m].against for m in known[:1] if measures()[m].against))


@lru_cache(1 << 10)
def _counted(noun: str) -> tuple[str, ...]:
    """Return the measures that a noun names where it is counted."""
    return tuple(measure.id for measure in measures().values() if noun in measure.counted)


def _overlapping(scene: Scene, quantity: Quantity) -> tuple[Trigger, ...]:
    """Return the events whose words a measure is a part of: eight *years in jail*."""
    if _is_count(quantity):
        return ()
    start, end = quantity.span.start, quantity.span.end
    return tuple(t for t in scene.events if start < t.span.start < end < t.span.end)


@lru_cache(1 << 10)
def _implied(frames: tuple[str, ...]) -> tuple[str, ...]:
    """Return the measures of some events."""
    of = set(frames)
    return tuple(measure.id for measure in measures().values() if of & set(measure.of))


def _fitting(quantity: Quantity, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of some measures that a quantity may be of."""
    dimension = quantity.dimension
    return tuple(m for m in known if dimension in (of := measures()[m]).dimension and not of.leads)


def _of_change(quantity: Quantity, named: str) -> str:
    """Return what a quantity measures where a word names a level or the change of one.

    A price rises by 2 euros, or 5%, to 40: the change, its share of the price, the price.
    """
    if quantity.change == "by":
        return _changing().get(named, named)
    return _level(quantity, named)


def _level(quantity: Quantity, named: str) -> str:
    """Return the measure of the level that a change joins, where a quantity is one."""
    joined = quantity.change in ("to", "from")
    return (joined and measures()[named].level) or named


@cache
def _changing() -> Mapping[str, str]:
    """Return the measures of changes by those of the levels that change."""
    return {measure.level: measure.id for measure in measures().values() if measure.level}


@lru_cache(_SENTENCES)
def _of_lists(scene: Scene) -> Mapping[int, tuple[str, ...]]:
    """Return what the figures of a list share, by where each starts: what is named before it.

    21 billion were set aside for schools, 11 billion for health.
    """
    found: dict[int, tuple[str, ...]] = {}
    last: dict[str, tuple[Quantity, tuple[str, ...]]] = {}
    for figure in sorted(scene.quantities, key=lambda q: q.span.start):
        if figure.dimension in _OWN:
            continue
        before, shared = last.get(figure.dimension, (figure, ()))
        listed = shared if gap(before.span, figure.span) <= _LISTED else ()
        found[figure.span.start] = listed
        named = (frame for trigger in _naming(scene, figure) for frame in trigger.frames)
        last[figure.dimension] = figure, _fitting(figure, named) or listed
    return found


def _naming(scene: Scene, quantity: Quantity) -> tuple[Trigger, ...]:
    """Return the words that name what a quantity measures, the nearest first.

    The counted noun names it ('12 deaths'), or a word beside it ('the deaths of 12 people').
    """
    if quantity.noun:
        on_noun = tuple(t for t in scene.measures if t.span.overlaps(quantity.noun))
        if on_noun:
            return on_noun
    shared = noun_of(scene, quantity) if _is_count(quantity) and not quantity.noun else None
    on_shared = tuple(t for t in scene.measures if shared and t.span.overlaps(shared))
    if on_shared and all(measures()[f].thing for t in on_shared for f in t.frames):
        return on_shared
    near = nearest(scene, quantity.span, scene.measures)
    inside = tuple(
        t
        for t in near
        if in_stretch(scene, quantity.span, t.span) and not of_part(scene, quantity.span, t)
    )
    return tuple(t for t in inside if _tells(quantity, t)) if _is_count(quantity) else inside


def _tells(quantity: Quantity, trigger: Trigger) -> bool:
    """Return whether a word tells what a count is of.

    A noun for other things that stands before a counted noun does not: the firm's 40 bottles.
    """
    if not _beside(quantity, trigger):
        return False
    behind = 0 <= trigger.span.start - quantity.span.start <= _in_phrase(quantity)
    if behind and quantity.noun is not None:
        # No one is counted by what describes what is: six passenger ships, ست بوابات مشتركة.
        return not all(measures()[frame].who for frame in trigger.frames)
    if quantity.noun is None or behind:
        return True
    return not all(measures()[frame].thing for frame in trigger.frames)


def _in_phrase(quantity: Quantity) -> int:
    """Return how far behind its start what describes a count's noun begins: 12 hospital beds."""
    return quantity.span.end - quantity.span.start + 1


def _is_count(quantity: Quantity) -> bool:
    return quantity.dimension == "count"


def _beside(quantity: Quantity, trigger: Trigger) -> bool:
    """Return whether a word stands close enough to a count to say what is counted."""
    return gap(quantity.span, trigger.span) <= _BESIDE
