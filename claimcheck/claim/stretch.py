"""The clauses that say what a figure is of: its own, and those before one that is figures alone."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.claim.scene import Scene
from claimcheck.model.mention import Trigger
from claimcheck.model.text import TextSpan

# Of how many sentences is kept what is worked out once for all of their figures.
_SENTENCES = 4
# How far behind the start of its clause a figure that opens it starts at most; how many words it
# has beside it.
_HEAD, _FEW = 10, 2


def in_stretch(scene: Scene, value: TextSpan, word: TextSpan) -> bool:
    """Return whether a word stands in a value's clause, or in the one that its clause adds to.

    A clause of figures and dates, with hardly a word beside them, adds to the one before:
    `Cost: £84m (€98m)`.
    """
    last = scene.clause_number(value)
    first = _openers(scene)[last]
    ends = scene.clause_number(TextSpan(start=word.end - 1, end=word.end))
    return scene.clause_number(word) <= last and first <= ends


def labels(scene: Scene, value: TextSpan, word: TextSpan) -> bool:
    """Return whether a word opens the clause that a value's clause of figures adds to."""
    last = scene.clause_number(value)
    first = _openers(scene)[last]
    return first < last and word.start == scene.sentence.clauses[first].start


def of_part(scene: Scene, value: TextSpan, word: Trigger) -> bool:
    """Return whether a noun tells of a part of a value alone: losses of 40, of which 17 in fines.

    What stands in another clause may be told of all of it again, and what is done always may.
    """
    if word.form != "noun":
        return False
    return any(
        cue.kind == "part"
        and value.end <= cue.span.start < word.span.start
        and scene.clause(cue.span) == scene.clause(word.span)
        and any(cue.span.end <= q.span.start for q in scene.quantities)
        for cue in scene.cues
    )


@lru_cache(_SENTENCES)
def _openers(scene: Scene) -> Sequence[int]:
    """Return for each clause the number of the first one that it adds to, which may be itself."""
    told = _telling(scene)
    openers: list[int] = []
    for number in range(len(scene.sentence.clauses)):
        adds = number > 0 and number not in told
        openers.append(openers[number - 1] if adds else number)
    return openers


def _telling(scene: Scene) -> set[int]:
    """Return the clauses that tell of something, or say more than a word or two of a figure."""
    figures = [*(q.span for q in scene.quantities), *(time.span for time in scene.times)]
    taken = {at for span in figures for at in range(span.start, span.end)}
    headed = {scene.clause_number(s) for s in figures if s.start - scene.clause(s).start <= _HEAD}
    triggers = [trigger.span for trigger in (*scene.measures, *scene.events)]
    found = {scene.clause_number(span) for span in triggers if span.start not in taken}
    words = Counter(
        scene.clause_number(TextSpan(start=word.start, end=word.end))
        for word in scene.words
        if word.start not in taken
    )
    return found | {at for at, many in words.items() if at not in headed or many > _FEW}
