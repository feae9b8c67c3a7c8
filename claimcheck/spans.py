"""Mentions of bare texts as spans with a kind, a value and a unit: what span suites score."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError, Position
from claimcheck.lang.pack import PACKS
from claimcheck.model.day import day, edtf_day
from claimcheck.model.mention import AnyMention, Numeral, Quantity, Timex, plain
from claimcheck.model.text import Interval, TextSpan

# Designators of ISO 8601 durations: the units that it lacks as multiples of those it has.
_DURATION = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "week": ("", 1, "W"),
    "fortnight": ("", 14, "D"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
}
# EDTF level 0, a season, and the masked digits of level 1 that stand for a decade or century.
_PLAIN_DATE = r"(?:\d{4}(?:-(?:0\d|1[0-2]|2[1-4])(?:-\d\d)?)?|\d{3}X|\d\dXX|\.\.)"
_PLAIN_EDTF = re.compile(rf"{_PLAIN_DATE}[?~%]?(?:/{_PLAIN_DATE}[?~%]?)?")
_RANGE = ".."


class Span(NamedTuple):
    """A value in a text.

    kind: number, ordinal, range, percent, money, quantity, count, duration, date or time.
    value: a decimal, `low..high`, an EDTF date or interval, or an ISO 8601 duration.
    unit: a currency code, `%`, a CLDR unit or a counted noun; None where there is none or several.
    """

    start: int
    end: int
    kind: str
    value: str
    unit: str | None = None


def spans(mentions: Iterable[AnyMention]) -> list[Span]:
    """Return the numbers, quantities and dates among mentions, by position.

    A number that is part of a quantity or a date is not repeated; one that counts the units of
    a duration is, as those who look for numbers do not look for durations.
    """
    known = tuple(mentions)
    taken = [whole for mention in known if (whole := _whole(mention)) is not None]
    found = [
        span
        for mention in known
        if (span := _span(mention)) is not None
        and not (isinstance(mention, Numeral) and any(mention.span.overlaps(t) for t in taken))
    ]
    return sorted(found, key=lambda span: span[:3])


def annotated(line: str, place: Position) -> str:
    """Return the JSON line that answers a JSON line {"id", "text", "lang", "ref_date"}.

    ref_date: the day of writing, null or absent where it is not known; a time after it is cut.

    Raises:
        ClaimcheckError: for a line that is something else.
    """
    from claimcheck.annotate.nlp import annotate_text

    task = _task(line, place)
    text, language = _field(task, "text", place), _field(task, "lang", place)
    if language not in PACKS:
        raise ClaimcheckError(f"{place}: lang: {language!r}; known are {', '.join(sorted(PACKS))}")
    mentions = annotate_text(text, language, _reference(task, place))
    answer = {"id": task.get("id"), "spans": [span._asdict() for span in spans(mentions)]}
    return json.dumps(answer, ensure_ascii=False)


def annotated_lines(lines: Iterable[str], name: str) -> Iterator[str]:
    """Return the answers to the lines of a file, in order; empty lines have none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield annotated(line, Position(name, number))


def _task(line: str, place: Position) -> Mapping[str, object]:
    try:
        task = json.loads(line)
    except json.JSONDecodeError as error:
        raise ClaimcheckError(f"{place}: not JSON: {error.msg}") from None
    if not isinstance(task, dict):
        raise ClaimcheckError(f"{place}: expected an object with `text` and `lang`")
    return task


def _field(task: Mapping[str, object], name: str, place: Position) -> str:
    value = task.get(name)
    if not isinstance(value, str):
        raise ClaimcheckError(f"{place}: {name}: expected a string")
    return value


def _reference(task: Mapping[str, object], place: Position) -> Interval:
    """Return the day of writing as an interval, open where it is not given."""
    stated = task.get("ref_date")
    if stated is None or stated == "":
        return Interval()
    try:
        that = date.fromisoformat(str(stated)[:10])
    except ValueError:
        raise ClaimcheckError(f"{place}: ref_date: expected a day such as 2024-05-17") from None
    number = day(that.year, that.month, that.day)
    return Interval(first=number, last=number)


def _whole(mention: AnyMention) -> TextSpan | None:
    """Return the stretch of a mention whose numerals are not reported beside it."""
    if isinstance(mention, Timex):
        return mention.span
    if isinstance(mention, Quantity) and mention.dimension != "duration":
        return mention.span
    return None


def _span(mention: AnyMention) -> Span | None:
    if isinstance(mention, Timex):
        return _date_span(mention)
    if isinstance(mention, Quantity):
        return _quantity_span(mention)
    if isinstance(mention, Numeral):
        kind = "ordinal" if mention.kind == "ordinal" else "number"
        return _number_span(mention.span, kind, mention.low, mention.high)
    return None


def _number_span(at: TextSpan, kind: str, low: Decimal | None, high: Decimal | None) -> Span:
    value = _amount(low, high)
    kind = "range" if kind == "number" and _RANGE in value else kind
    return Span(at.start, at.end, kind, value)


def _amount(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and low == high:
        return plain(low)
    return f"{'' if low is None else plain(low)}{_RANGE}{'' if high is None else plain(high)}"


def _quantity_span(mention: Quantity) -> Span:
    """Return a quantity; a count stands where its number stands, without the counted noun."""
    at = mention.span
    amount = _amount(mention.low, mention.high)
    if mention.dimension == "duration":
        return Span(at.start, at.end, "duration", _duration(mention), mention.unit)
    if mention.dimension in ("money", "percent"):
        unit = "%" if mention.unit == "percent" else _known(mention.unit)
        return Span(at.start, at.end, mention.dimension, amount, unit)
    if mention.dimension in ("rank", "multiple", "count"):
        number = mention.numeral or at
        kind = {"rank": "ordinal", "multiple": "number"}.get(mention.dimension, "count")
        return Span(number.start, number.end, kind, amount, _known(mention.unit))
    unit = f"{mention.unit} per {mention.per}" if mention.per else mention.unit
    return Span(at.start, at.end, "quantity", amount, _known(unit))


def _known(unit: str) -> str | None:
    return None if unit.startswith("?") else unit


def _duration(mention: Quantity) -> str:
    """Return an ISO 8601 duration, `P3D/P5D` for a range; the plain amount for other units."""
    if mention.unit not in _DURATION:
        return _amount(mention.low, mention.high)
    time, factor, letter = _DURATION[mention.unit]
    ends: Sequence[Decimal | None] = (mention.low, mention.high)
    if mention.low == mention.high:
        ends = ends[:1]
    return "/".join(
        ".." if end is None else f"P{time}{plain(end * factor)}{letter}" for end in ends
    )


def _date_span(mention: Timex) -> Span:
    at = mention.span
    if mention.clock is not None or "T" in mention.edtf:
        return Span(at.start, at.end, "time", mention.edtf)
    return Span(at.start, at.end, "date", _date(mention))


def _date(mention: Timex) -> str:
    """Return the EDTF value, spelled as days where only EDTF level 2 has a name for it."""
    if _PLAIN_EDTF.fullmatch(mention.edtf):
        return mention.edtf
    if mention.first is None or mention.last is None:
        return mention.edtf
    first, last = edtf_day(mention.first), edtf_day(mention.last)
    return first if mention.first == mention.last else f"{first}/{last}"
