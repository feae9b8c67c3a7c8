"""Neighbouring dates that are one: a range, a weekday and its date, a date and its time."""

from collections.abc import Callable

from claimcheck.annotate.dates.date_grammar import Expression, joined, timed
from claimcheck.annotate.dates.date_items import Items
from claimcheck.annotate.dates.date_ranges import CLOCKS, COUNTED, is_range, only, says_day, spans
from claimcheck.annotate.dates.date_times import clock_of
from claimcheck.annotate.dates.date_words import ERAS

_HIJRI = ERAS.index("hijri")
# What is a date only beside another one: "3:30", "now", "GMT", "two days after".
_JOINED_ONLY = {"bareclock", "now", "zone", *COUNTED}
_LONGEST_GAP = 3
_HOURS = {"hour", "hhmm"}
# Minutes: of a day, east of Greenwich at most, and by which two zones differ at least.
_DAY, _EASTMOST, _ZONE_STEP = 1440, 840, 15


def join(found: list[Expression], items: Items) -> list[Expression]:
    """Return the expressions with those neighbours made one that say one thing together."""
    out: list[Expression] = []
    for expression in found:
        merged = _merged(out[-1], expression, items) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(expression)
    return [one for one in out if one.kind not in _JOINED_ONLY or one.until]


def _merged(left: Expression, right: Expression, items: Items) -> Expression | None:
    gap = items.codes[left.stop : right.first]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return None
    for fits, made in _JOINS:
        whole = made(left, right) if fits(left, right, gap, items) else None
        if whole:
            return whole
    return None


def _is_weekday(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether a weekday or today stands beside its date."""
    bare = set(left.parts) <= {"weekday", "offset", "daypart", "shift"}
    dated = right.kind in ("date", "numeric") and not right.until and says_day(right)
    said = set(left.parts) - {"shift"} & set(right.parts)
    return (
        left.kind == "date" and bare and dated and "weekday" not in said - set(left.parts)
        and only(gap, "comma equals lparen dash of dayword") and len(gap) <= 2
    )  # fmt: skip


def _is_named_after(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    """Return whether a weekday stands after its date: "19 June (Wednesday)"."""
    return (
        right.kind == "date" and right.parts.keys() == {"weekday"} and not left.until
        and left.kind in ("date", "numeric") and "weekday" not in left.parts and says_day(left)
        and len(gap) == 1 and only(gap, "comma lparen")
        and (only(gap, "lparen") or _closed(items.codes[right.stop : right.stop + 1]))
    )  # fmt: skip


_POINTS = {"offset", "feast", "weekday"}
# What the last day of a length of time may say.
_ENDS = {"day", "month", "year", "alt", "weekday", "shift", "yshift", "part", "a", "b", "c"}


def _closed(after: str) -> bool:
    return not after or after == "\n" or only(after, "comma dot rparen")


def _is_counted(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    """Return whether a length of time is counted from the date after it."""
    if right.until or right.kind not in ("date", "numeric") or left.until:
        return False
    if left.kind == "ended":
        return only(gap, "of dayword prep") and right.parts.keys() <= _ENDS
    if not (says_day(right) or right.parts.keys() & _POINTS):
        return False
    if left.kind in COUNTED:
        return not gap or only(gap, "dayword")
    opens = items.codes[left.first]
    return (
        left.kind in ("ago", "after") and only(opens, "stepprep")
        and bool(gap) and only(gap, "of dayword")
    )  # fmt: skip


def _is_clock_range(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    if {left.kind, right.kind} != {"clock"} or "hour_to" in left.parts or not gap:
        return False
    return only(gap, "dash") or spans(left, gap, items)


def _is_equal(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether the same day or year stands there in both calendars."""
    one, two = _is_hijri(left), _is_hijri(right)
    return (
        one != two and not left.until and not right.until
        and right.kind in ("date", "numeric") and left.kind in ("date", "numeric")
        and only(gap, "equals slash dash lparen comma of") and len(gap) <= 2
    )  # fmt: skip


def _is_hijri(expression: Expression) -> bool:
    return expression.parts.get("era") == _HIJRI or "hmonth" in expression.parts


def _is_timed(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether a date and a time of day stand side by side."""
    kinds = {left.kind, right.kind}
    if not kinds & CLOCKS or len(kinds) == 1 or left.until or right.until:
        return False
    other = right if left.kind in CLOCKS else left
    if left.kind == "bareclock":
        return False
    if other.kind not in ("date", "numeric") or not (says_day(other) or _near(other)):
        return False
    return only(gap, "at of comma dash dayword prep slash rparen")


def _is_in_zone(left: Expression, right: Expression, gap: str, items: Items) -> bool:  # noqa: ARG001
    """Return whether a time zone stands behind a day and its time: "1:58 on Monday, GMT"."""
    return (
        right.kind == "zone" and not left.until and only(gap, "comma")
        and bool(_HOURS & left.parts.keys()) and "zone" not in left.parts
    )  # fmt: skip


def _is_told_twice(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    """Return whether a time stands there beside that of a zone: "9 am (0100 GMT)"."""
    if left.until or right.until or {left.kind, right.kind} != {"clock"}:
        return False
    if len(gap) != 1 or not only(gap, "lparen slash") or "zone" not in right.parts:
        return False
    return only(gap, "slash") or only(items.codes[right.stop : right.stop + 1], "rparen")


def _zone_between(left: Expression, right: Expression) -> int | None:
    """Return the time zone of a time of day that another zone's time is equal to."""
    one, other = clock_of(left.parts), clock_of(right.parts)
    if one is None or other is None or other.zone is None or not (one.exact and other.exact):
        return None
    east = (one.first - other.first + other.zone) % _DAY
    east -= _DAY if east > _EASTMOST else 0
    return None if east % _ZONE_STEP else east


def _near(expression: Expression) -> bool:
    return any(part in expression.parts for part in ("weekday", "offset"))


def _range(left: Expression, right: Expression) -> Expression:
    return joined(_as_date(_completed(left, right)), _as_date(right))


def _as_date(expression: Expression) -> Expression:
    return expression._replace(kind="date") if expression.kind == "now" else expression


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


def _named_after(left: Expression, right: Expression) -> Expression:
    """Return the left expression with what the right one adds to it."""
    return left._replace(end=right.end, stop=right.stop, parts={**right.parts, **left.parts})


def _counted(left: Expression, right: Expression) -> Expression:
    step = left.parts.get("step", -1 if left.kind == "ago" else 1)
    kind = left.kind if left.kind in COUNTED else "counted"
    return joined(left, right)._replace(kind=kind, parts={**left.parts, "step": step})


def _timed(left: Expression, right: Expression) -> Expression:
    date, clock = (right, left) if left.kind in CLOCKS else (left, right)
    return date._replace(
        start=left.start, end=right.end, first=left.first, stop=right.stop,
        parts={**date.parts, **clock.parts},
    )  # fmt: skip


def _in_zone(left: Expression, right: Expression) -> Expression:
    """Return the left expression with what the right one adds to it, be it a clock or its zone."""
    return left._replace(
        end=right.end, stop=right.stop, parts={**left.parts, "zone": right.parts["zone"]}
    )


def _told_twice(left: Expression, right: Expression) -> Expression | None:
    """Return the first of two names of a time with its zone, over both; None if they are two."""
    zone = _zone_between(left, right)
    if zone is None or left.parts.get("zone", zone) != zone:
        return None
    return left._replace(end=right.end, stop=right.stop, parts={**left.parts, "zone": zone})


_Fits = Callable[[Expression, Expression, str, Items], bool]
_Made = Callable[[Expression, Expression], Expression | None]
_JOINS: tuple[tuple[_Fits, _Made], ...] = (
    (_is_counted, _counted),
    (_is_equal, _gregorian),
    (_is_weekday, _together),
    (_is_named_after, _named_after),
    (_is_told_twice, _told_twice),
    (_is_clock_range, timed),
    (_is_timed, _timed),
    (_is_in_zone, _in_zone),
    (is_range, _range),
)
