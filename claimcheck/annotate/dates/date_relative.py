"""Dates counted from another one: so long ago, so long later, ranges, school years."""

from collections.abc import Callable

from claimcheck.annotate.dates.date_calendar import Reference, year_of
from claimcheck.annotate.dates.date_from import counted_from, ended_at, lasting_from
from claimcheck.annotate.dates.date_grammar import Expression, Parts
from claimcheck.annotate.dates.date_lengths import (
    counted,
    so_long_from,
    within,
)
from claimcheck.annotate.dates.date_resolve import dated, numeric
from claimcheck.annotate.dates.date_spans import (
    SEASON,
    YEAR,
    Stretch,
    spelled,
)
from claimcheck.annotate.dates.date_words import UNITS
from claimcheck.model.day import day, edtf_year
from claimcheck.model.text import Interval

_WINTER = 24
_MONTHS = 12


def _ago(parts: Parts, ref: Reference) -> Stretch | None:
    if ref.day is None:
        return None
    found = _so_long(ref.day, -1, parts, ref.by)
    return found._replace(approximate=found.approximate or "about" in parts)


def _so_long(start: int, sign: int, parts: Parts, by: str) -> Stretch:
    """Return the stretch so long after (before) a day, all before it where it is a bound."""
    inside = within(start, sign, parts, by) if "below" in parts else None
    return inside or so_long_from(start, sign, parts, by)


def _hence(parts: Parts, ref: Reference) -> Stretch | None:
    return _so_long(ref.day, 1, parts, ref.by) if ref.day is not None else None


def _later(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the stretch so long after, or before, the date that stands before it."""
    sign = parts.get("later", 1)
    if ref.context is None and ref.future:
        return _hence(parts, ref)
    start = ref.context.first if ref.context else None
    if start is None or ref.context is None:
        return None
    unit, count = counted(parts)
    if ref.context.unit > unit and count is not None:
        return None
    return _so_long(start, sign, parts, "context")


def _after(parts: Parts, ref: Reference) -> Stretch | None:
    return _hence(parts, ref) if ref.future else _later(parts, ref)


def _ahead(parts: Parts, ref: Reference) -> Stretch | None:
    """Return "in two days" where the clause speaks of what is to come."""
    return _hence(parts, ref) if ref.future else None


def _school(parts: Parts, ref: Reference) -> Stretch | None:
    """Return a year or winter that is written with the two calendar years it touches."""
    said = year_of(parts, ref)
    if said is None:
        return None
    first, by = said
    last = parts.get("until", first + (parts.get("until2", 0) - first) % 100)
    if not 0 < last - first <= 1 and ("until2" in parts or "season" in parts):
        return None
    if last < first:
        return None
    edtf = f"{edtf_year(first)}/{edtf_year(last)}"
    if parts.get("season") == _WINTER:
        return Stretch(day(first, 12), day(last, 3) - 1, SEASON, by, edtf=f"{edtf_year(first)}-24")
    return Stretch(day(first), day(last, 12, 31), YEAR, by, edtf=edtf)


_KINDS: dict[str, Callable[[Parts, Reference], Stretch | None]] = {
    "date": dated,
    "numeric": numeric,
    "ago": _ago,
    "hence": _hence,
    "later": _later,
    "after": _after,
    "ahead": _ahead,
    "since": lambda _, __: None,
    "school": _school,
}


_FROM_DATE: dict[str, Callable[[Parts, Stretch], Stretch | None]] = {
    "counted": counted_from,
    "lasting": lasting_from,
    "ended": ended_at,
}


def resolved(expression: Expression, ref: Reference, anchor: Interval) -> Stretch | None:
    """Return the days of an expression, for every day on which the article may be written."""
    if expression.kind in ("clock", "bareclock"):
        return None
    low = _at(expression, ref._replace(day=anchor.first))
    if anchor.first == anchor.last:
        return low
    if anchor.last is None or anchor.first is None:
        return _half_open(
            low if anchor.last is None else _at(expression, ref._replace(day=anchor.last)), anchor
        )
    high = _at(expression, ref._replace(day=anchor.last))
    if low is None or high is None or low == high:
        return low if low == high else None
    return Stretch(low.first, high.last, low.unit, low.by, low.approximate)


def _half_open(stretch: Stretch | None, anchor: Interval) -> Stretch | None:
    """Return a stretch that leans on an anchor of which one side is known."""
    if stretch is None or stretch.by in ("text", "context"):
        return stretch
    if anchor.last is None:
        return Stretch(stretch.first, None, stretch.unit, "none", stretch.approximate)
    return Stretch(None, stretch.last, stretch.unit, "none", stretch.approximate)


def _at(expression: Expression, ref: Reference) -> Stretch | None:
    until = expression.until
    if until and expression.kind in _FROM_DATE:
        that = _KINDS[until.kind](until.parts, ref)
        known = that is not None and that.first is not None and that.last is not None
        return _FROM_DATE[expression.kind](expression.parts, that) if that and known else None
    if until is None:
        return _KINDS[expression.kind](expression.parts, ref)
    if {expression.kind, until.kind} == {"numeric"} and ref.month_first is None:
        return _in_one_order(expression, ref)
    return _from_to(expression, until, ref)


def _in_one_order(expression: Expression, ref: Reference) -> Stretch | None:
    """Return the shorter of the two ranges that numbers may mean, month or day first."""
    until = expression.until
    if until is None:
        return None
    found = [
        one
        for order in (True, False)
        if _fits_order(expression.parts, order) and _fits_order(until.parts, order)
        if (one := _from_to(expression, until, ref._replace(month_first=order)))
        and one.first is not None and one.last is not None and one.first <= one.last
    ]  # fmt: skip
    return min(found, key=lambda one: (one.last or 0) - (one.first or 0), default=None)


def _fits_order(parts: Parts, month_first: bool) -> bool:  # noqa: FBT001
    """Return whether numbers may be month and day in an order."""
    return parts["a" if month_first else "b"] <= _MONTHS


def _from_to(expression: Expression, until: Expression, ref: Reference) -> Stretch | None:
    """Return the stretch from the start of one date to the end of another."""
    left = _KINDS[expression.kind](expression.parts, ref)
    context = left if left and left.first is not None else ref.context
    right = _KINDS[until.kind](until.parts, _after_left(ref, left, until, context))
    if left is None or right is None:
        return None
    by = right.by if left.by == "text" else left.by
    unit = min(left.unit, right.unit)
    whole = Stretch(left.first, right.last, unit, by, left.approximate or right.approximate)
    return whole if _plain(left) and _plain(right) else whole._replace(edtf=_both(left, right))


def _after_left(
    ref: Reference, left: Stretch | None, until: Expression, context: Stretch | None
) -> Reference:
    """Return what the end of a range leans on: its start, where it has no year of its own."""
    if left is None or left.first is None or any(p in until.parts for p in _OWN_YEAR):
        return ref._replace(context=context)
    return ref._replace(context=context, day=left.first, future=True)


def _plain(stretch: Stretch) -> bool:
    return not stretch.edtf and not stretch.approximate and UNITS[stretch.unit] in _PLAIN


_OWN_YEAR = ("year", "yshift", "ythat", "year2", "shift", "offset", "wshift", "wthat")
_PLAIN = ("day", "month", "year")


def _both(left: Stretch, right: Stretch) -> str:
    """Return the spelling of a range, empty where an end is itself an interval."""
    ends = spelled(left), spelled(right)
    return "" if any("/" in end for end in ends) else "/".join(ends)
