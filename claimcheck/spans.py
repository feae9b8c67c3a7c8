"""Mentions of bare texts as spans with a kind, a value and a unit: what span suites score."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError, Position
from claimcheck.lang.pack import PACKS
from claimcheck.model.day import day, edtf_day
from claimcheck.model.mention import AnyMention, Numeral, Quantity, Timex, plain
from claimcheck.model.text import Interval, TextSpan

# Designators of ISO 8601 durations: the units that it lacks as multiples of those it has.
_DURATION: dict[str, tuple[str, int | Decimal, str]] = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "night": ("", 1, "D"),
    "week": ("", 1, "W"),
    "fortnight": ("", 14, "D"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
    "millennium": ("", 1000, "Y"),
    "millisecond": ("T", Decimal("0.001"), "S"),
}
# The order of ISO 8601, date units before those of time.
_DESIGNATORS = ("Y", "M", "W", "D", "TH", "TM", "TS")
# EDTF level 0, a season, and the masked digits of level 1 that stand for a decade or century.
_PLAIN_DATE = r"(?:\d{4}(?:-(?:0\d|1[0-2]|2[1-4])(?:-\d\d)?)?|\d{3}X|\d\dXX|\.\.)"
_PLAIN_EDTF = re.compile(rf"{_PLAIN_DATE}[?~%]?(?:/{_PLAIN_DATE}[?~%]?)?")
_RANGE = ".."
_NONE_OPEN: Mapping[TextSpan, str] = MappingProxyType({})
_METRIC = re.compile(r"(met|lit)er(?![a-z])")


class Span(NamedTuple):
    """A value in a text.

    kind: number, ordinal, range, percent, money, quantity, count, duration, date or time.
        A range has both ends, or the only end that is written ("at least 500").
    value: a decimal, `low..high`, an EDTF date or interval, or an ISO 8601 duration.
    unit: a currency code, `%`, a counted noun, or a CLDR unit spelled as the BIPM does
        (`kilometre`, `litre`); the bare name of a currency that several countries have
        (`pound`); None where there is none.
    """

    start: int
    end: int
    kind: str
    value: str
    unit: str | None = None


def spans(
    mentions: Iterable[AnyMention],
    dated: Iterable[Numeral] = (),
    opened: Mapping[TextSpan, str] = _NONE_OPEN,
) -> list[Span]:
    """Return the numbers, quantities and dates among mentions, by position.

    A number that is part of a quantity is not repeated, save as the exact number of a bound
    ("at least 500"), as those who look for numbers do not look for bounds; nor do they for
    durations and dates. `dated` are the numbers of which the text makes dates, `opened` the
    open intervals that it makes of dates ("before 2018").
    """
    known = tuple(mention for mention in mentions if not _is_fraction(mention))
    measured, counted = _measured(known), dict(_counted(known))
    numbers = [m for m in known if isinstance(m, Numeral)]
    starts = {number.span.start for number in numbers}
    numbers += [n for n in dated if n.kind == "cardinal" and n.span.start not in starts]
    found = [span for mention in known for span in _spans(mention, opened)]
    for number in numbers:
        alone = number.span.start not in measured
        unit = counted.get(number.span)
        found += (s._replace(unit=unit) for s in _numeral_spans(number, alone=alone))
    return sorted(found, key=lambda span: span[:3])


def _is_fraction(mention: AnyMention) -> bool:
    """Return whether a quantity is a fraction of a whole, which is a number here."""
    return isinstance(mention, Quantity) and mention.fraction


def dated_numbers(text: str, language: str, mentions: Iterable[AnyMention]) -> list[Numeral]:
    """Return the numbers of a text's dates, without the years that are dates by themselves.

    A text that is nothing but a year may as well be a number, and so may 23.45 o'clock.
    """
    from claimcheck.annotate.numbers.numeral import number_mentions

    years = {m.span for m in mentions if isinstance(m, Timex)}
    bare = len(text.split()) == 1
    numbers = number_mentions(text, language)
    return [n for n in numbers if bare or n.span not in years or n.grain < 1]


def annotated(line: str, place: Position) -> str:
    """Return the JSON line that answers a JSON line {"id", "text", "lang", "ref_date"}.

    ref_date: the day of writing, null or absent where it is not known; a time after it is cut.

    Raises:
        ClaimcheckError: for a line that is something else.
    """
    from claimcheck.annotate.dates.date_bounds import open_dates
    from claimcheck.annotate.nlp import annotate_text

    task = _task(line, place)
    text, language = _field(task, "text", place), _field(task, "lang", place)
    if language not in PACKS:
        raise ClaimcheckError(f"{place}: lang: {language!r}; known are {', '.join(sorted(PACKS))}")
    mentions = annotate_text(text, language, _reference(task, place))
    opened = open_dates(text, language, mentions)
    found = spans(mentions, dated_numbers(text, language, mentions), opened)
    answer = {"id": task.get("id"), "spans": [span._asdict() for span in found]}
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


def _measured(mentions: Iterable[AnyMention]) -> set[int]:
    """Return the code points of the quantities that are no durations."""
    quantities = (m for m in mentions if isinstance(m, Quantity) and m.dimension != "duration")
    return {at for m in quantities for at in range(m.span.start, m.span.end)}


def _counted(mentions: Sequence[AnyMention]) -> Iterator[tuple[TextSpan, str]]:
    """Yield where numbers stand, each with the unit that it counts."""
    numerals = [mention.span for mention in mentions if isinstance(mention, Numeral)]
    for quantity in (mention for mention in mentions if isinstance(mention, Quantity)):
        if quantity.numeral:
            yield quantity.numeral, quantity.unit
        units = [unit for _, unit in quantity.parts]
        inside = [span for span in numerals if units and span.overlaps(quantity.span)]
        if len(inside) == len(units):
            yield from zip(inside, units, strict=True)


def _spans(mention: AnyMention, opened: Mapping[TextSpan, str]) -> Iterator[Span]:
    if isinstance(mention, Timex) and mention.span in opened:
        yield Span(mention.span.start, mention.span.end, "date", opened[mention.span])
    elif isinstance(mention, Timex):
        yield _date_span(mention)
    elif isinstance(mention, Quantity):
        yield _quantity_span(mention)


def _numeral_spans(mention: Numeral, *, alone: bool) -> Iterator[Span]:
    """Yield a number as the text has it, and without the hedge that makes it a bound."""
    at, kind = mention.span, "ordinal" if mention.kind == "ordinal" else "number"
    if alone:
        yield _number_span(at, kind, mention.low, mention.high)
    only = _unbounded(mention)
    if only is not None:
        yield _number_span(at, "range" if kind == "number" else kind, only, only)


def _unbounded(mention: Numeral) -> Decimal | None:
    """Return the number that is one bound by its hedge; a vague plural is none."""
    vague = mention.approximate and mention.form == "words"
    if vague or None not in (mention.low, mention.high):
        return None
    return mention.high if mention.low is None else mention.low


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
        return Span(number.start, number.end, kind, amount, mention.unit)
    unit = f"{mention.unit} per {mention.per}" if mention.per else mention.unit
    return Span(at.start, at.end, "quantity", amount, _metric(unit))


def _known(unit: str) -> str:
    """Return a currency's code, or its bare name where only that is known."""
    return unit.removeprefix("?")


def _metric(unit: str) -> str:
    return _METRIC.sub(r"\1re", unit)


def _duration(mention: Quantity) -> str:
    """Return an ISO 8601 duration, `P3D/P5D` for a range; the plain amount for other units."""
    if mention.parts and all(unit in _DURATION for _, unit in mention.parts):
        return _iso(mention.parts)
    if mention.unit not in _DURATION:
        return _amount(mention.low, mention.high)
    ends: Sequence[Decimal | None] = (mention.low, mention.high)
    if mention.low == mention.high:
        ends = ends[:1]
    return "/".join(".." if end is None else _iso([(end, mention.unit)]) for end in ends)


def _iso(parts: Iterable[tuple[Decimal, str]]) -> str:
    """Return an ISO 8601 duration of several amounts, each of its unit."""
    sums: dict[str, Decimal] = {}
    for amount, unit in parts:
        time, factor, letter = _DURATION[unit]
        sums[time + letter] = sums.get(time + letter, Decimal(0)) + amount * factor
    spelled, timed = "P", False
    for designator in (name for name in _DESIGNATORS if name in sums):
        if designator[0] == "T" and not timed:
            spelled, timed = f"{spelled}T", True
        spelled += plain(sums[designator]) + designator[-1]
    return spelled


def _date_span(mention: Timex) -> Span:
    at = mention.span
    if "T" in mention.edtf:
        return Span(at.start, at.end, "time", mention.edtf)
    return Span(at.start, at.end, "date", _date(mention))


def _date(mention: Timex) -> str:
    """Return the EDTF value, spelled as days where only EDTF level 2 has a name for it.

    Of two days that numbers may mean it is the one in the order that the language prefers.
    """
    if _PLAIN_EDTF.fullmatch(mention.edtf):
        return mention.edtf
    if mention.edtf.startswith("["):
        return mention.edtf[1:].partition(",")[0]
    if mention.first is None or mention.last is None:
        return mention.edtf
    first, last = edtf_day(mention.first), edtf_day(mention.last)
    return first if mention.first == mention.last else f"{first}/{last}"
