"""What befell the people that a count is of: 12 passengers killed, أصيب سبعة ركاب."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claimcheck.claim.scene import Scene
from claimcheck.claim.stretch import in_stretch, labels
from claimcheck.claim.subject import gap
from claimcheck.lang.lexicon import measures
from claimcheck.model.mention import Quantity
from claimcheck.model.text import TextSpan

# Of how many sentences is kept what is worked out once for all of their counts.
_SENTENCES = 4
# What a comma or a verb's auxiliary takes at least, between two words.
_APART = 2
_REACH = 15
# How far before a figure that stands alone behind a label the label may begin.
_LABEL = 40
# How far apart at most two counts stand that one word befalls: three soldiers and two civilians.
_JOINED = 6


def befallen(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    """Return the measures of what befell those whom a quantity counts; empty for what is no one.

    A word that tells it belongs to one count, the nearest, of two as near the one behind it; a
    count without such a word shares that of the count right before it.
    """
    return _in_sentence(scene).get(quantity.span.start, ())


@lru_cache(_SENTENCES)
def _in_sentence(scene: Scene) -> Mapping[int, tuple[str, ...]]:
    """Return what befell the people counted in a sentence, by where their counts start."""
    counts = sorted(scene.quantities, key=lambda q: q.span.start)
    people = [q for q in counts if _is_of_people(scene, q)]
    told = _told(scene, people)
    shared = {
        count.span.start: told.get(before.span.start, ())
        for before, count in pairwise(people)
        if gap(before.span, count.span) <= _JOINED
    }
    return shared | _of_wholes(scene, people, told) | told


def _of_wholes(
    scene: Scene, people: Sequence[Quantity], told: Mapping[int, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """Return what befell those of whom a part is told between them and what befell all.

    Forty people, including three children, were hurt; not: including three children hurt earlier.
    """
    words = [t.span for t in (*scene.measures, *scene.events) if t.form == "verb"]
    return {
        whole.span.start: told[part.span.start]
        for whole, part in pairwise(people)
        if part.span.start in told
        and any(_is_between(cue.span, whole, part) for cue in scene.cues if cue.kind == "part")
        and any(_APART <= word.start - part.span.end <= _REACH for word in words)
    }


def _is_between(word: TextSpan, one: Quantity, other: Quantity) -> bool:
    apart = word.start - one.span.end
    return 0 < apart <= _APART and word.end <= other.span.start


def _told(scene: Scene, people: Sequence[Quantity]) -> dict[int, tuple[str, ...]]:
    """Return what befell counted people by where their counts start."""
    telling = _telling(scene)
    found: dict[int, tuple[str, ...]] = {}
    taken: set[TextSpan] = set()
    for _, _, count, word in sorted(_beside(scene, people, telling)):
        if count not in found and word not in taken:
            found[count] = telling[word]
            taken.add(word)
    return found


def _telling(scene: Scene) -> dict[TextSpan, tuple[str, ...]]:
    """Return the words that tell what befalls people, each with its measures.

    Those that are counted themselves (seven dead) tell it of no others.
    """
    found: dict[TextSpan, tuple[str, ...]] = {}
    counted = [q.span for q in scene.quantities]
    for trigger in (*scene.measures, *scene.events):
        told = tuple(name for frame in trigger.frames for name in _befalling(frame))
        if told and not any(span.overlaps(trigger.span) for span in (*found, *counted)):
            found[trigger.span] = told
    return found


@cache
def _befalling(frame: str) -> tuple[str, ...]:
    """Return the measures of what befalls people that a measure is, or that an event tells."""
    return tuple(m.id for m in measures().values() if m.befalls and frame in (m.id, *m.told_as))


def _beside(
    scene: Scene, people: Sequence[Quantity], telling: Iterable[TextSpan]
) -> Iterator[tuple[int, bool, int, TextSpan]]:
    """Yield each count with a word near it in its clause: the gap, whether the word is behind."""
    for quantity in people:
        for word in telling:
            apart = gap(quantity.span, word)
            reach = _LABEL if labels(scene, quantity.span, word) else _REACH
            if not 0 <= apart <= reach or not in_stretch(scene, quantity.span, word):
                continue
            start, end = min(quantity.span.end, word.end), max(quantity.span.start, word.start)
            if not any(start <= other.span.start < end for other in people):
                yield apart, word.start > quantity.span.start, quantity.span.start, word


def noun_of(scene: Scene, quantity: Quantity) -> TextSpan | None:
    """Return the noun of another count of the same in the sentence: 90 trees, of which 40 burnt."""
    if not quantity.unit:
        return None
    return next((q.noun for q in scene.quantities if q.noun and q.unit == quantity.unit), None)


def _is_of_people(scene: Scene, quantity: Quantity) -> bool:
    """Return whether a count is of people, as far as its noun tells; a bare number may be."""
    if quantity.dimension != "count":
        return False
    noun = quantity.noun or noun_of(scene, quantity)
    if noun is None:
        return True
    frames = [f for t in scene.measures if t.span.overlaps(noun) for f in t.frames]
    return all(measures()[frame].who for frame in frames)
