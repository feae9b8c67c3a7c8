"""Neighbouring dates that are one: a range, a weekday and its date, a date and its time."""

from collections.abc import Callable
from functools import lru_cache

from claimcheck.annotate.dates.date_grammar import Expression, joined
from claimcheck.annotate.dates.date_items import Items
from claimcheck.annotate.dates.date_words import ERAS, letters

_HIJRI = ERAS.index("hijri")
_CLOCKS = {"clock", "bareclock"}
_LONGEST_GAP = 3
_DAY_PARTS = ("year", "month", "day", "dotted", "dayyear", "hmonth", "a")


def join(found: list[Expression], items: Items) -> list[Expression]:
    """Return the expressions with those neighbours made one that say one thing together."""
    out: list[Expression] = []
    for expression in found:
        merged = _merged(out[-1], expression, items) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(expression)
    return [expression for expression in out if expression.kind != "bareclock"]


def _merged(left: Expression, right: Expression, items: Items) -> Expression | None:
    gap = items.codes[left.stop : right.first]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return None
    for fits, made in _JOINS:
        whole = made(left, right) if fits(left, right, gap, items) else None
        if whole:
            return whole
    return None


@lru_cache(1 << 10)
def _only(gap: str, names: str) -> bool:
    """Return whether every item of a gap belongs to one of the classes."""
    allowed = "".join(letters(name) for name in names.split())
    return all(letter in allowed for letter in gap)


def _is_range(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    if left.until or right.until or {left.kind, right.kind} & _CLOCKS or not gap:
        return False
    before = items.codes[left.first - 1 : left.first]
    if before and _only(before, "between") and _only(gap, "and"):
        return True
    if _only(gap, "dash") and len(gap) == 1:
        return _alike(left, right)
    return (
        _only(gap, "to prep")
        and _only(gap[0], "to")
        and (_alike(left, right) or bool(before and _only(before, "from")))
    )


def _alike(left: Expression, right: Expression) -> bool:
    """Return whether both say the same kind of thing, or the right one says more."""
    if left.kind != right.kind or left.kind not in ("date", "numeric"):
        return False
    said = {part for part in left.parts if part in _COMPARED}
    other = {part for part in right.parts if part in _COMPARED}
    return bool(said) and said <= other


_COMPARED = (
    "year",
    "month",
    "day",
    "weekday",
    "decade",
    "decades",
    "century",
    "tenth",
    "a",
    "hmonth",
)


def _is_weekday(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether a weekday or today stands beside its date."""
    only = set(left.parts) <= {"weekday", "offset", "daypart", "shift"}
    dated = right.kind in ("date", "numeric") and not right.until and _says_day(right)
    said = set(left.parts) - {"shift"} & set(right.parts)
    return (
        left.kind == "date" and only and dated and "weekday" not in said - set(left.parts)
        and _only(gap, "comma equals lparen dash of dayword") and len(gap) <= 2
    )  # fmt: skip


def _says_day(expression: Expression) -> bool:
    parts = expression.parts
    return any(p in parts for p in ("dotted", "dayyear", "a")) or (
        "day" in parts and ("month" in parts or "hmonth" in parts)
    )


def _is_equal(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether the same day or year stands there in both calendars."""
    one, two = _is_hijri(left), _is_hijri(right)
    return (
        one != two and not left.until and not right.until
        and right.kind in ("date", "numeric") and left.kind in ("date", "numeric")
        and _only(gap, "equals slash dash lparen comma of") and len(gap) <= 2
    )  # fmt: skip


def _is_hijri(expression: Expression) -> bool:
    return expression.parts.get("era") == _HIJRI or "hmonth" in expression.parts


def _is_timed(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether a date and a time of day stand side by side."""
    kinds = {left.kind, right.kind}
    if not kinds & _CLOCKS or len(kinds) == 1 or left.until or right.until:
        return False
    other = right if left.kind in _CLOCKS else left
    if left.kind == "bareclock":
        return False
    if other.kind not in ("date", "numeric") or not (_says_day(other) or _near(other)):
        return False
    return _only(gap, "at of comma dash dayword prep slash")


def _near(expression: Expression) -> bool:
    return any(part in expression.parts for part in ("weekday", "offset"))


def _range(left: Expression, right: Expression) -> Expression:
    return joined(_completed(left, right), right)


def _completed(left: Expression, right: Expression) -> Expression:
    """Return the left end of a range with the year that only the right end says."""
    said = set(left.parts)
    if "month" in said and "year" not in said and not said & {"shift", "yshift", "ythat"}:
        shared = {p: v for p, v in right.parts.items() if p in ("year", "yshift", "ythat", "year2")}
        return left._replace(parts={**left.parts, **shared})
    return left


def _together(left: Expression, right: Expression) -> Expression:
    """Return the right expression with what the left one adds to it."""
    return right._replace(
        start=left.start, first=left.first, parts={**left.parts, **right.parts},
    )  # fmt: skip


def _gregorian(left: Expression, right: Expression) -> Expression:
    """Return the Gregorian one of two names of a day, over both."""
    kept = right if _is_hijri(left) else left
    extra = {p: v for p, v in left.parts.items() if p == "weekday"}
    return kept._replace(
        start=left.start, end=right.end, first=left.first, stop=right.stop,
        parts={**extra, **kept.parts},
    )  # fmt: skip


def _timed(left: Expression, right: Expression) -> Expression:
    date, clock = (right, left) if left.kind in _CLOCKS else (left, right)
    return date._replace(
        start=left.start, end=right.end, first=left.first, stop=right.stop,
        parts={**date.parts, **clock.parts},
    )  # fmt: skip


_Fits = Callable[[Expression, Expression, str, Items], bool]
_Made = Callable[[Expression, Expression], Expression | None]
_JOINS: tuple[tuple[_Fits, _Made], ...] = (
    (_is_equal, _gregorian),
    (_is_weekday, _together),
    (_is_timed, _timed),
    (_is_range, _range),
)
