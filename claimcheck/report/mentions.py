"""What an article mentions, line by line, for people who want to see what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.model.mention import Cue, Entity, Numeral, Quantity, Timex, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model.mention import Annotation, AnyMention

Group = Literal["date", "quantity", "place", "name", "event", "cue", "number"]
# Where mentions overlap, the first of these is shown.
_GROUPS: dict[type, Group] = {
    Timex: "date",
    Quantity: "quantity",
    Entity: "name",
    Trigger: "event",
    Cue: "cue",
    Numeral: "number",
}
_PLACES = ("place", "facility", "nationality")


class Mark(NamedTuple):
    """A mention on a line: offsets within the line, its group and its canonical value."""

    start: int
    end: int
    group: Group
    value: str


class MarkedLine(NamedTuple):
    """A line of a source (counted from 1) and the mentions on it, which never overlap."""

    number: int
    text: str
    marks: tuple[Mark, ...]


def marked_lines(text: str, annotation: Annotation) -> Iterator[MarkedLine]:
    """Yield the lines of a source that one article mentions something on."""
    marks = _apart(annotation.mentions)
    at, taken = 0, 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        end = at + len(line)
        here = []
        while taken < len(marks) and marks[taken].start < end:
            start, stop, group, value = marks[taken]
            here.append(Mark(max(start - at, 0), min(stop - at, len(line)), group, value))
            taken += 1
        if here:
            yield MarkedLine(number, line.rstrip(), tuple(here))
        at = end


def _apart(mentions: Sequence[AnyMention]) -> list[Mark]:
    """Return marks by position, of overlapping mentions only the more telling one.

    Who plays a part, and what came about, stand at names and events that are marked already.
    """
    order = list(_GROUPS)
    shown = [mention for mention in mentions if type(mention) in _GROUPS]
    ranked = sorted(shown, key=lambda m: (order.index(type(m)), m.span.start, -m.span.end))
    kept: dict[int, Mark] = {}
    taken: set[int] = set()
    for mention in ranked:
        reach = range(mention.span.start, mention.span.end)
        if reach and taken.isdisjoint(reach):
            taken.update(reach)
            kept[reach.start] = Mark(reach.start, reach.stop, _group(mention), str(mention))
    return [kept[start] for start in sorted(kept)]


def _group(mention: AnyMention) -> Group:
    if isinstance(mention, Entity) and mention.kind in _PLACES:
        return "place"
    return _GROUPS[type(mention)]
