"""Guards as sentences: why two statements may, or may not, be set against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.model.claim import Guard, GuardResult

# What each guard of `link/guards.py` says for each of its results; n.a. is told in one line.
SENTENCES: Mapping[str, Mapping[GuardResult, str]] = {
    "same event": {
        "pass": "Both statements are about the same event",
        "unknown": "It is not certain that both statements are about the same event",
        "fail": "The statements seem to be about different events",
    },
    "same kind of event": {
        "pass": "Both name the same kind of event",
        "unknown": "It is not certain that both name the same kind of event",
        "fail": "They name different kinds of event",
    },
    "same measure": {
        "pass": "Both figures measure the same thing",
        "unknown": "It is not certain that both figures measure the same thing",
        "fail": "The figures measure different things",
    },
    "same time": {
        "pass": "Both are about the same time",
        "unknown": "It is not certain that both are about the same time",
        "fail": "They are about different times",
    },
    "same in the series": {
        "pass": "Both mean the same one of a series",
        "unknown": "It is not certain which one of a series they mean",
        "fail": "They mean different ones of a series",
    },
    "same status": {
        "pass": "Both tell it in the same way",
        "unknown": "It is not certain that both tell it in the same way",
        "fail": "They tell it in different ways",
    },
    "same scope": {
        "pass": "Both speak of the same part of the whole",
        "unknown": "It is not certain that both speak of the same part of the whole",
        "fail": "They speak of different parts of the whole",
    },
    "same part": {
        "pass": "The place or the date plays the same part in both",
        "unknown": "It is not certain that the place or the date plays the same part in both",
        "fail": "The place or the date plays a different part in each",
    },
    "told alike": {
        "pass": "Both sentences have telling words in common",
        "unknown": "It is not certain that the sentences have telling words in common",
        "fail": "The sentences have no telling word in common",
    },
    "same subject": {
        "pass": "The articles have their subject in common",
        "unknown": "It is not certain that the articles have their subject in common",
        "fail": "The articles are about different subjects",
    },
    "two articles": {
        "pass": "The statements stand in two articles",
        "unknown": "It is not certain that these are two articles",
        "fail": "The statements stand in one article",
    },
    "reckoned": {
        "pass": "What the article itself says comes to",
        "unknown": "It is not certain what the article itself comes to",
        "fail": "The article itself comes to something else",
    },
    "not kept apart": {
        "pass": "Neither article tells of two such events",
        "unknown": "It is not certain that neither article tells of two such events",
        "fail": "One article tells of two such events, and the other one fits better",
    },
}
# What a guard's id means, for the reasons that are ids.
WORDS: Mapping[str, Mapping[str, str]] = {
    "same status": {
        "actual": "as a fact",
        "planned": "as a plan",
        "forecast": "as a forecast",
        "target": "as a target",
        "conditional": "as a condition",
        "denied": "as denied",
        "not actual": "as something that did not happen",
        "not planned": "as something not planned",
    },
    "same part": {
        "in": "where it was",
        "near": "near where it was",
        "to": "where to",
        "from": "where from",
        "via": "on the way",
        "since": "since when",
        "before": "until when",
        "after": "after when",
        "between": "between when",
        "measured": "when it was measured",
    },
}
# The sentence says it all: the reason would only repeat it.
_SAYS_IT_ALL = ("two articles", "not kept apart")
_BITS = re.compile(r"the evidence sums to (-?[\d.]+) bits")
_ORDINAL = re.compile(r"ordinal:(\d+)")
MARKS = {"pass": "✓", "fail": "✗", "unknown": "?", "n.a.": "–"}


def sentence(guard: Guard) -> str:
    """Return what a guard found, as a sentence for readers, with its reason in plain words.

    A guard that no sentence is known for (of a newer rule engine) is told by its name.
    """
    said = SENTENCES.get(guard.guard, {}).get(guard.result)
    reason = "" if said and guard.guard in _SAYS_IT_ALL else reason_of(guard)
    said = said or guard.guard
    return f"{said}: {reason}" if reason else said


def beside_the_point(guards: Sequence[Guard]) -> str:
    """Return the guards that do not apply, in one line, or nothing."""
    names = [guard.guard for guard in guards if guard.result == "n.a."]
    return f"Does not matter here: {', '.join(names)}" if names else ""


def reason_of(guard: Guard) -> str:
    """Return a guard's reason with ids replaced by what they mean, repeats left out."""
    parts = guard.because.split(", ")
    words = [_word(part, guard.guard) for part in parts]
    if words == parts:
        return guard.because
    return ", ".join(dict.fromkeys(words))


def _word(part: str, guard: str) -> str:
    """Return what an id means, or the part itself."""
    if part in WORDS.get(guard, {}):
        return WORDS[guard][part]
    bits = _BITS.fullmatch(part)
    if bits:
        return f"what they share weighs {bits[1]} bits"
    ordinal = _ORDINAL.fullmatch(part)
    if ordinal:
        return f"number {ordinal[1]}"
    return _title(part, guard)


def _title(part: str, guard: str) -> str:
    """Return the title of an event or measure, or the part itself."""
    from claimcheck.lang.lexicon import events, measures

    if guard == "same kind of event" and part in events():
        return events()[part].title.en
    if guard == "same measure":
        return measures()[part].title.en if part in measures() else part.rpartition(":")[2] or part
    return part
