"""The Timex of a date expression."""

from functools import lru_cache
from typing import Literal

from claimcheck.annotate.dates.date_grammar import Expression, Parts
from claimcheck.annotate.dates.date_spans import DAY, DECADE, MONTH, YEAR, Stretch, spelled
from claimcheck.annotate.dates.date_times import Clock, clock_of, spelled_at
from claimcheck.annotate.dates.date_words import ERAS, UNITS
from claimcheck.model.mention import Grain, Timex
from claimcheck.model.text import TextSpan

_HIJRI = ERAS.index("hijri")
_STATED = {
    "year": "year", "year2": "year", "month": "month", "hmonth": "month", "day": "day",
    "weekday": "weekday", "hour": "hour", "minute": "minute", "decade": "decade",
    "decades": "decade", "tenth": "decade", "century": "century", "season": "season",
    "dom": "day",
    "quarter": "quarter", "half": "half", "a": "day", "dotted": "day", "dayyear": "day",
}  # fmt: skip
_WHOLE = ("a", "dotted")
_SINCE = ("ago",)

_By = Literal["text", "anchor", "context", "none"]
_BY: dict[str, _By] = {"text": "text", "anchor": "anchor", "context": "context", "none": "none"}


def timex(expression: Expression, stretch: Stretch | None) -> Timex | None:
    """Return the Timex of an expression, None where the words turn out to be no date."""
    parts = expression.parts
    clock = clock_of(parts)
    if expression.kind == "clock" and (clock is None or not clock.exact):
        return None
    if stretch is None and "dayunit" in parts:
        return None
    if stretch is None and expression.kind in ("school", "numeric", "ahead", "since", "counted"):
        return None
    shown = stretch or Stretch(None, None, _unit(parts), "none", edtf=_unknown(parts, clock))
    exact = clock if clock and clock.exact else None
    return Timex(
        span=TextSpan(start=expression.start, end=expression.end),
        edtf=spelled_at(_spelled(stretch, shown), exact) if exact else _spelled(stretch, shown),
        first=shown.first,
        last=shown.last,
        grain=_grain(exact, shown),
        approximate=shown.approximate,
        stated=_stated(tuple(parts)),
        resolved_by=_BY[shown.by],
        weekday=parts.get("weekday"),
        clock=(clock.first, clock.last) if clock else None,
        zone=clock.zone if clock else None,
        calendar="hijri" if parts.get("era") == _HIJRI or "hmonth" in parts else "gregorian",
        since=expression.kind in _SINCE,
    )


def _spelled(stretch: Stretch | None, shown: Stretch) -> str:
    return shown.edtf if stretch is None else spelled(shown)


def _grain(clock: Clock | None, stretch: Stretch) -> Grain:
    if clock:
        return "minute" if clock.minute else "hour"
    return stretch.grain


@lru_cache(1 << 12)
def _stated(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the parts that the words say, in a fixed order."""
    said = {name for part, name in _STATED.items() if part in parts}
    if any(part in parts for part in _WHOLE):
        said |= {"year", "month"}
    if "dayyear" in parts:
        said.add("year")
    return tuple(name for name in dict.fromkeys(_STATED.values()) if name in said)


def _unit(parts: Parts) -> int:
    """Return the unit of a date that could not be resolved."""
    if any(part in parts for part in ("day", "dom", "weekday", "offset", "feast")):
        return DAY
    if "month" in parts or "hmonth" in parts:
        return MONTH
    if "decade" in parts:
        return DECADE
    for part in ("unit", "units", "dual", "plural"):
        if part in parts:
            return parts[part]
    return YEAR if "hour" not in parts else UNITS.index("hour")


def _unknown(parts: Parts, clock: Clock | None) -> str:
    """Return the EDTF spelling with unspecified digits for what is not known."""
    year = f"{parts['year']:04d}" if "year" in parts else "XXXX"
    month = f"-{parts['month']:02d}" if "month" in parts else "-XX"
    if "day" in parts or "dom" in parts:
        return f"{year}{month}-{parts.get('day', parts.get('dom')):02d}"
    if "weekday" in parts or "offset" in parts or "feast" in parts:
        return f"{year}{month}-XX"
    if "month" in parts or "hmonth" in parts:
        return f"{year}{month}"
    return "" if clock and clock.exact else year
