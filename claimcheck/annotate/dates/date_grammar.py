"""Date expressions from items: the longest pattern at each place, then neighbours that join."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.annotate.dates.date_compile import SECOND, Pattern, patterns, starts
from claimcheck.annotate.dates.date_items import Item, Items
from claimcheck.annotate.dates.date_words import letters

Parts = Mapping[str, int]


_TAIL = ("of", "comma", "dash", "slash", "lparen", "dot", "equals")
_INHERITED = ("year", "year2", "era", "month", "hmonth", "alt", "yshift", "ythat", "shift")


class Expression(NamedTuple):
    """What the words of one date expression say.

    kind: how its parts are to be read (`date_resolve`).
    start, end: code points. first, stop: items.
    parts: part -> value. until: the parts of the second date of a range.
    """

    kind: str
    start: int
    end: int
    first: int
    stop: int
    parts: Parts
    until: "Expression | None" = None


class Match(NamedTuple):
    """A pattern found at an item."""

    kind: str
    stop: int
    parts: dict[str, int]
    at: dict[str, int]


def expressions(
    items: Items, language: str, allowed: Callable[[Expression], bool] = lambda _: True
) -> list[Expression]:
    """Return the date expressions of a text in order, none overlapping another.

    Where one is not allowed, the items after its first are tried again.
    """
    found: list[Expression] = []
    done = 0
    for seed in starts(language).finditer(items.codes):
        if seed.start() < done:
            continue
        match = _longest(items, seed.start(), language)
        new = _expressions(match, items, seed.start()) if match else []
        if match and allowed(new[0]):
            found += new
            done = match.stop
    return found


def _longest(items: Items, at: int, language: str) -> Match | None:
    """Return the longest match at an item; of equals the pattern listed first."""
    best: tuple[Pattern, int] | None = None
    groups: Mapping[str, tuple[int, int]] = {}
    codes = items.codes
    ahead: dict[int, frozenset[str]] = {}
    for pattern in patterns(language)[codes[at]]:
        near = ahead.get(pattern.longest)
        if near is None:
            near = ahead[pattern.longest] = frozenset(codes[at : at + pattern.longest])
        if any(near.isdisjoint(need) for need in pattern.needs):
            continue
        match = pattern.compiled.regex.match(codes, at)
        if match and match.end() > (best[1] if best else at):
            best = pattern, match.end()
            groups = {name: match.span(name) for name in match.groupdict() if match[name]}
    return _match(best[0], _untailed(codes, best[1]), groups, items) if best else None


def _untailed(codes: str, stop: int) -> int:
    """Return where a match ends without the connecting words at its end."""
    tail = _tail()
    while codes[stop - 1] in tail:
        stop -= 1
    return stop


def _tail() -> str:
    return "".join(letters(name) for name in _TAIL)


def _match(
    pattern: Pattern, stop: int, groups: Mapping[str, tuple[int, int]], items: Items
) -> Match:
    parts: dict[str, int] = {}
    places: dict[str, int] = {}
    for group, (start, _) in groups.items():
        part, name = pattern.compiled.parts[group]
        parts[part] = items.items[start].values[name]
        places[part] = start
    return Match(pattern.kind, stop, parts, places)


def _expressions(match: Match, items: Items, first: int) -> list[Expression]:
    """Return the expressions that a match stands for: one, or the members of a list."""
    own, *later = _members(match, items, first)
    if not later:
        return [own]
    last = later[-1]
    full = [_inherit(member, last.parts) for member in (own, *later[:-1])]
    if "day" in last.parts and "month" not in last.parts and "month" in own.parts:
        last = last._replace(parts={**last.parts, "month": own.parts["month"]})
    if match.kind == "list":
        return [*full, last]
    return [joined(full[0], last)]


def _inherit(member: Expression, last: Parts) -> Expression:
    """Return a date with the larger parts that it leaves to a later one."""
    if "year" in member.parts or "year2" in member.parts:
        return member
    only_part = member.parts.keys() <= {"part"}
    shared = {p: v for p, v in last.items() if p in _INHERITED or (only_part and p != "part")}
    kept = {p: v for p, v in shared.items() if not ("month" in member.parts and p == "alt")}
    return member._replace(parts={**kept, **member.parts})


def _members(match: Match, items: Items, first: int) -> Iterator[Expression]:
    """Yield the dates of a match, each with its own stretch of items."""
    bounds = [first]
    for suffix in SECOND:
        places = [at for part, at in match.at.items() if part.endswith(suffix)]
        if places:
            bounds.append(min(places))
    kind = match.kind if match.kind not in ("list", "range") else "date"
    for number, start in enumerate(bounds):
        stop = bounds[number + 1] if number + 1 < len(bounds) else match.stop
        suffix = ("", *SECOND)[number]
        parts = _own(match.parts, suffix)
        end = match.stop if number + 1 == len(bounds) else _trimmed(match, suffix, stop)
        yield expression(kind, items.items, (start, end), parts)


def _own(parts: Mapping[str, int], suffix: str) -> dict[str, int]:
    """Return the parts of one date of a match, without the mark of its place."""
    if suffix:
        return {p.removesuffix(suffix): v for p, v in parts.items() if p.endswith(suffix)}
    return {part: value for part, value in parts.items() if not part.endswith(SECOND)}


def _trimmed(match: Match, suffix: str, stop: int) -> int:
    """Return the item after the last part of a date that another one follows."""
    ends = [
        at + 1
        for part, at in match.at.items()
        if at < stop and (part.endswith(suffix) if suffix else not part.endswith(SECOND))
    ]
    return max(ends, default=stop)


def expression(
    kind: str, items: Sequence[Item], place: tuple[int, int], parts: Parts
) -> Expression:
    """Return the expression of a stretch of items."""
    first, stop = place
    return Expression(kind, items[first].start, items[stop - 1].end, first, stop, parts)


def joined(left: Expression, right: Expression) -> Expression:
    """Return the range from one date to another."""
    return Expression(
        left.kind, left.start, right.end, left.first, right.stop, left.parts,
        right,
    )  # fmt: skip
