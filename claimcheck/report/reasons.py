"""Guards as sentences: why two statements may, or may not, be set against each other."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.claim import Guard

MARKS = {"pass": "✓", "fail": "✗", "unknown": "?", "n.a.": "–"}
_SEPARATOR = ", "
_ANYTHING = "*"


def sentence(guard: Guard, words: ReportWords) -> str:
    """Return what a guard found, as a sentence for readers, with its reason in plain words.

    A guard that no sentence is known for (of a newer rule engine) is told by its name.
    """
    known = words.guards.get(guard.guard)
    said = known.of(guard.result) if known else guard.guard
    reason = reason_of(guard, words)
    return words.say("guard_said", said=said, reason=reason) if reason else said


def beside_the_point(guards: Sequence[Guard], words: ReportWords) -> str:
    """Return the guards that do not apply, in one line, or nothing."""
    known = words.guards
    names = [
        known[guard.guard].name if guard.guard in known else guard.guard
        for guard in guards
        if guard.result == "n.a."
    ]
    return words.say("guards_beside", guards=words.comma.join(names)) if names else ""


def reason_of(guard: Guard, words: ReportWords) -> str:
    """Return a guard's reason with ids replaced by what they mean, repeats left out."""
    whole = _meant(guard.because, guard.guard, words)
    if whole is not None:
        return whole
    parts = guard.because.split(_SEPARATOR)
    meant = [_part(part, guard.guard, words) for part in parts]
    if meant == parts:
        return guard.because
    return words.comma.join(dict.fromkeys(filter(None, meant)))


def _meant(because: str, guard: str, words: ReportWords) -> str | None:
    """Return what the words have for a reason as it stands, None where they have nothing."""
    return words.reasons.get(guard, {}).get(because)


def _part(part: str, guard: str, words: ReportWords) -> str:
    """Return what one part of a reason means, or the part itself."""
    meant = _meant(part, guard, words)
    if meant is not None:
        return meant
    return _title(part, guard, words) or _by_pattern(part, words.reasons.get(guard, {}))


def _by_pattern(part: str, reasons: Mapping[str, str]) -> str:
    for pattern, text in reasons.items():
        found = _pattern(pattern).fullmatch(part) if _ANYTHING in pattern else None
        if found:
            return text.format(*found.groups())
    return part


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(map(re.escape, written.split(_ANYTHING))), re.DOTALL)


def _title(part: str, guard: str, words: ReportWords) -> str:
    """Return the title of an event or measure, or nothing."""
    from claimcheck.lang.deeds import deed_title
    from claimcheck.lang.lexicon import events, measures

    if guard == "same kind of event" and part in events():
        named = events()[part].title
    elif guard == "same measure" and part in measures():
        named = measures()[part].title
    elif guard == "same role" and (title := deed_title(part)):
        named = title
    else:
        return ""
    return named.ar if words.language == "ar" else named.en
