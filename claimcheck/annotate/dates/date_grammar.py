"""Date expressions from items: the longest pattern at each place, then neighbours that join."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.annotate.dates.date_compile import LONGEST, SECOND, compiled, patterns, starts
from claimcheck.annotate.dates.date_items import Item, Items
from claimcheck.annotate.dates.date_words import UNKNOWN, letters

Parts = Mapping[str, int]


# Kinds that are looked at more closely than the one that they are.
_MEANT = {"event": "date"}
_TAIL = ("of", "comma", "dash", "slash", "lparen", "dot", "equals")
_INHERITED = (
    "year", "year2", "era", "month", "hmonth", "alt", "yshift", "ythat", "shift", "mshift", "mthat",
    "c", "wshift", "wthat",
)  # fmt: skip


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
        match = _match_at(items, seed.start(), language)
        new = _expressions(match, items, seed.start()) if match else []
        if match and allowed(new[0]):
            found += [one._replace(kind=_MEANT.get(one.kind, one.kind)) for one in new]
            done = match.stop
    return found


class Fit(NamedTuple):
    """The longest pattern in a window: where it ends, and part, class and place of its parts."""

    kind: str
    stop: int
    parts: tuple[tuple[str, str, int], ...]


def _match_at(items: Items, at: int, language: str) -> Match | None:
    """Return the longest match at an item."""
    codes = items.codes
    first = max(at - 1, 0)
    end = codes.find(UNKNOWN, at, at + LONGEST + 1) + 1 or at + LONGEST + 1
    fit = _longest(codes[first:end], at - first, language)
    if fit is None:
        return None
    parts = _with_years({part: items.items[first + i].values[name] for part, name, i in fit.parts})
    places = {part: first + i for part, _, i in fit.parts}
    return Match(fit.kind, first + fit.stop, parts, places)


def _with_years(parts: dict[str, int]) -> dict[str, int]:
    """Return the parts with the year that two numbers make: nineteen ninety-six."""
    for suffix in ("", *SECOND):
        if f"hundreds{suffix}" in parts:
            parts[f"year{suffix}"] = parts.pop(f"hundreds{suffix}") * 100 + parts.pop(
                f"tens{suffix}"
            )
    return parts


@lru_cache(1 << 15)
def _longest(window: str, at: int, language: str) -> Fit | None:
    """Return the longest match at a letter of a window; of equals the pattern listed first.

    A window holds a letter before that place, and all that a match can reach and look at; texts
    say much the same around their dates, so that few windows are new.
    """
    best: Fit | None = None
    longest = at
    table = patterns(language)
    met = table.before.get(window[:at], 0)
    for letter in set(window[at:]):
        met |= table.fills.get(letter, 0)
    for kind, choices in table.opened[window[at]]:
        for source, needs in choices:
            if needs & ~met:
                continue
            regex, parts = compiled(source, language)
            match = regex.match(window, at)
            if match:
                if match.end() > longest:
                    best, longest = _fit(kind, parts, match), match.end()
                break
    return best


def _fit(kind: str, parts: Sequence[tuple[str, str]], match: re.Match[str]) -> Fit:
    said = tuple((*p, match.start(g)) for g, p in enumerate(parts, start=1) if match[g])
    return Fit(kind, _untailed(match.string, match.end()), said)


def _untailed(codes: str, stop: int) -> int:
    """Return where a match ends without the connecting words at its end."""
    tail = _tail()
    while codes[stop - 1] in tail:
        stop -= 1
    return stop


def _tail() -> str:
    return "".join(letters(name) for name in _TAIL)


def _expressions(match: Match, items: Items, first: int) -> list[Expression]:
    """Return the expressions that a match stands for: one, or the members of a list."""
    own, *later = _members(match, items, first)
    if not later:
        return [own]
    last = later[-1]
    if match.kind == "clock":
        return [timed(own, last)]
    month = {"month": own.parts["month"]} if "month" in own.parts else {}
    if month and "day" in last.parts and "month" not in last.parts:
        later = [one._replace(parts={**month, **own_year(own), **one.parts}) for one in later]
        last = later[-1]
    full = [_inherit(member, last.parts) for member in (own, *later[:-1])]
    if match.kind == "list":
        return [*full, last]
    return [joined(full[0], last)]


def own_year(own: Expression) -> dict[str, int]:
    """Return the year of a date, if it says one."""
    return {"year": own.parts["year"]} if "year" in own.parts else {}


def _inherit(member: Expression, last: Parts) -> Expression:
    """Return a date with the larger parts that it leaves to a later one."""
    if any(part in member.parts for part in ("year", "year2", "c")):
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
        end = match.stop
        if number + 1 < len(bounds):
            end = _trimmed(match, suffix, stop)
            end += items.codes[end] in letters("suffix")
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


def timed(left: Expression, right: Expression) -> Expression:
    """Return the time of day that lasts from one clock time to another."""
    until = {f"{part}_to": value for part, value in right.parts.items()}
    return left._replace(
        kind="clock", end=right.end, stop=right.stop, parts={**left.parts, **until}
    )
