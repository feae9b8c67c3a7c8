"""Whether lengths of time fit the times that they are said to lie between."""

from decimal import Decimal

from claimcheck.check.arithmetic import Range, is_near, said
from claimcheck.check.outcome import Outcome
from claimcheck.model.day import year_month_day
from claimcheck.model.mention import plain
from claimcheck.model.reckoning import Reckoning, Term

_DAYS = {
    "year": Decimal("365.25"),
    "month": Decimal("30.44"),
    "week": Decimal(7),
    "day": Decimal(1),
    "hour": Decimal(1) / 24,
}
_HOUR = "hour"
_TENTH = Decimal("0.1")
# How much a hedge allows, as a part of the length.
_ABOUT = Decimal("0.15")
# By how many years an age is at most off: beyond it another person's is told.
_MOST_OFF = 12
# How near the turn of the year a day is told as one of the next or the last year.
_TURN = 60


def length_between(reckoning: Reckoning) -> Outcome | None:
    """Return how much time lies between two times where another length is said."""
    length = reckoning.left[0]
    earlier, later = _ends(reckoning)
    bounds = (earlier.low, earlier.high, later.low, later.high)
    if any(bound is None for bound in bounds):
        return None
    first, end_of_first, last, end_of_last = (bound or Decimal(0) for bound in bounds)
    days = _DAYS[length.part]
    # The last day counts, and so may the first; hours lie between two moments.
    whole = 0 if length.part == _HOUR else 1
    found = Range((last - end_of_first) / days, (end_of_last + whole - first) / days)
    told = _told(length, Decimal(reckoning.slack))
    if not (found.below(told) or told.below(found)):
        return None
    middle = ((found.low or Decimal(0)) + (found.high or Decimal(0))) / 2
    if not reckoning.closed and not is_near(said(length), middle):
        return None
    amount = plain(middle.quantize(Decimal(1)))
    why = f"{earlier.value} - {later.value}: {amount}" if later.value else f"{amount}"
    return Outcome.plain(amount, why)


def age_between(reckoning: Reckoning) -> Outcome | None:
    """Return how old somebody was where another age is said that may be a slip."""
    outcome = length_between(reckoning)
    off = abs(said(reckoning.left[0]) - Decimal(outcome.en)) if outcome else 0
    return outcome if off <= _MOST_OFF else None


def _ends(reckoning: Reckoning) -> tuple[Term, Term]:
    """Return the earlier and the later time; of one span its two ends."""
    spans = reckoning.named("ends")
    if not spans:
        return reckoning.named("earlier")[0], reckoning.named("later")[0]
    start, _, end = spans[0].value.partition("/")
    return _end(spans[0], start, spans[0].low), _end(spans[0], end, spans[0].high)


def _end(span: Term, edtf: str, edge: Decimal | None) -> Term:
    """Return one end of a span of time, as long as its own spelling leaves it."""
    room = {4: Decimal(364), 7: Decimal(27)}.get(len(edtf), Decimal(0))
    is_start = edge == span.low
    low = edge if is_start or edge is None else edge - room
    high = edge + room if is_start and edge is not None else edge
    return Term(
        span=span.span, sentence=span.sentence, value=edtf, part=span.part, low=low, high=high
    )


def _told(length: Term, slack: Decimal) -> Range:
    """Return the lengths that are meant: half a unit about what is said, more where hedged."""
    slack += Decimal("0.5") if length.part == "year" else Decimal(1)
    if length.approximate:
        slack = max(slack, said(length) * _ABOUT, Decimal(1))
    low = None if length.low is None else length.low - slack
    high = None if length.high is None else length.high + slack
    return Range(low, high)


def years_since(reckoning: Reckoning) -> Outcome | None:
    """Return which anniversary it is where another one is said."""
    number = int(said(reckoning.left[0]))
    event, occasion = reckoning.named("earlier")[0], reckoning.named("later")[0]
    if None in (event.low, event.high, occasion.low, occasion.high):
        return None
    first = year_month_day(int(event.low or 0))[0]
    last = year_month_day(int(event.high or 0))[0]
    slack = _TURN if not occasion.value else 0
    from_year = year_month_day(int(occasion.low or 0) - slack)[0]
    to_year = year_month_day(int(occasion.high or 0) + slack)[0]
    if first != last or from_year - first <= number <= to_year - first:
        return None
    year = year_month_day(int(occasion.low or 0))[0]
    return Outcome.plain(str(year - first), f"{year} - {first} = {year - first}")
