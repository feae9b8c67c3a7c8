"""The figures of a sentence that may be added, and what stands between them."""

from collections.abc import Sequence
from decimal import Decimal
from types import UnionType
from typing import NamedTuple

from claimcheck.claim.reckoning.page import Line, Page
from claimcheck.model.mention import Numeral, Quantity
from claimcheck.model.reckoning import Term
from claimcheck.model.text import TextSpan

Number = Quantity | Numeral

COUNT = "count"
_SCALED = "scaled"
# What cannot be put together from parts.
_NEVER_ADDED = ("age", "duration", "rank", "score", "multiple", "percent", "temperature")
PERCENT = "percent"
# A year that labels its figure, and how many of them make a series.
_YEAR_DIGITS, _TO_MARK, _SERIES = 4, 2, 2
_LABEL_MARK = ":"


class Told(NamedTuple):
    """A figure and the sentence that it stands in."""

    number: Number
    line: Line


def beside(
    page: Page, told: Told, before: int, behind: int, *, walls: type | UnionType = Number
) -> tuple[str, str]:
    """Return the folded text before and behind a figure, so many code points at most.

    It ends at the sentence's end, and at the next value that is one of `walls`.
    """
    line, span = told.line, told.number.span
    spans = [value.span for value in line.values if isinstance(value, walls)]
    start = max((s.end for s in spans if s.end <= span.start), default=line.span.start)
    end = min((s.start for s in spans if s.start >= span.end), default=line.span.end)
    lead = page.between(max(start, span.start - before), span.start)
    return lead, page.between(span.end, min(end, span.end + behind))


class Row(NamedTuple):
    """Figures of one sort in a sentence, in order.

    gaps: the folded text before the first, between each two, and after the last, to the
    sentence's end.
    """

    line: Line
    numbers: tuple[Number, ...]
    gaps: tuple[str, ...]


def row(page: Page, line: Line, sort: str) -> Row:
    """Return the figures of a sentence that are of a sort (see `sort_of`).

    A number in millions beside sums of money is one of them, though it leaves the currency out.
    """
    wanted = {sort} if sort == COUNT else {sort, _SCALED}
    found = (v for v in line.values if isinstance(v, Number))
    numbers = tuple(v for v in found if sort_of(v) in wanted or _scaled(v) in wanted)
    bounds = [line.span.start]
    for number in numbers:
        bounds += [number.span.start, number.span.end]
    bounds.append(line.span.end)
    pairs = zip(bounds[::2], bounds[1::2], strict=True)
    return Row(line, numbers, tuple(page.between(start, end) for start, end in pairs))


def is_series(page: Page, line: Line) -> bool:
    """Return whether a sentence gives figures by year (`2019: 400; 2020: 380`): none are parts."""
    labels = sum(_labels(page, value.span) for value in line.values)
    return labels >= _SERIES


def _labels(page: Page, span: TextSpan) -> bool:
    """Return whether a year stands before its figure: four digits and a colon."""
    year = page.said(span)
    if len(year) != _YEAR_DIGITS or not year.isdecimal():
        return False
    return page.text[span.end : span.end + _TO_MARK].lstrip().startswith(_LABEL_MARK)


def sorts(line: Line) -> list[str]:
    """Return the sorts of figures of a sentence with two or more."""
    numbers = [v for v in line.values if isinstance(v, Number)]
    found = [sort_of(v) for v in numbers]
    return sorted({sort for sort in found if sort and len(numbers) > 1})


def sort_of(number: Number) -> str:
    """Return what may be added to a figure: counts and bare numbers, one currency, one unit.

    A bare `one` only stresses its noun.
    """
    if isinstance(number, Numeral):
        alone = number.low == 1 and number.form == "words"
        return COUNT if number.kind == "cardinal" and not alone else ""
    if number.dimension in _NEVER_ADDED or number.change == "by":
        return ""
    if number.dimension == COUNT:
        return "" if number.per else COUNT
    return f"{number.dimension}:{number.unit}:{number.per}"


def _scaled(number: Number) -> str:
    """Return the sort of a bare number with its scale in words, of other numbers nothing."""
    return _SCALED if isinstance(number, Numeral) and number.form == "mixed" else ""


def term(number: Number, line: Line, part: str, scale: int = 1) -> Term:
    """Return a figure as a term, in units `scale` times its own."""
    return Term(
        span=number.span,
        sentence=line.span,
        value=str(number),
        part=part,
        low=None if number.low is None else number.low * scale,
        high=None if number.high is None else number.high * scale,
        grain=number.grain * scale,
        approximate=number.approximate,
    )


def least(number: Number) -> Decimal:
    """Return the lower bound of a figure, or its upper one where it has none."""
    return (number.low if number.low is not None else number.high) or Decimal(0)


def stretch(numbers: Sequence[Number], at: int, line: Line) -> TextSpan:
    """Return the text that speaks of a figure: from it to the next one, or the sentence's end."""
    end = numbers[at + 1].span.start if at + 1 < len(numbers) else line.span.end
    return TextSpan(start=numbers[at].span.start, end=end)
