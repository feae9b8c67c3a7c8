"""Numbers that count what the word beside them tells: thirty-four were hurt, أصيب ثلاثة."""

from collections.abc import Iterable, Sequence

from claimcheck.lang.lexicon import measures
from claimcheck.model.mention import AnyMention, Numeral, Quantity, Timex, Trigger
from claimcheck.model.text import TextSpan

_COUNT = "count"
# How many code points stand at most between a number and the word for what befell the counted.
_NEAR = 2
_YEARS = range(1000, 2200)
_YEAR_LENGTH = 4


def bare_counts(inside: Iterable[AnyMention]) -> tuple[Quantity, ...]:
    """Return the numbers without a noun that stand beside a word for a count, as counts.

    inside: all mentions of a sentence.
    """
    mentions = tuple(inside)
    taken = [m.span for m in mentions if isinstance(m, Quantity | Timex)]
    words = [m.span for m in mentions if isinstance(m, Trigger) and _names_a_count(m)]
    if not words:
        return ()
    return tuple(
        _count(number)
        for number in mentions
        if isinstance(number, Numeral) and _is_bare(number, taken) and _beside(number, words)
    )


def _names_a_count(trigger: Trigger) -> bool:
    """Return whether a word names what people or things are counted as."""
    return trigger.kind == "measure" and any(
        _COUNT in measures()[frame].dimension for frame in trigger.frames
    )


def _is_bare(number: Numeral, taken: Sequence[TextSpan]) -> bool:
    if number.kind != "cardinal" or any(number.span.overlaps(span) for span in taken):
        return False
    year = number.form == "digits" and number.low in _YEARS
    short = number.span.end - number.span.start == _YEAR_LENGTH
    return not (year and short) and (number.low or number.high or 0) > 1


def _beside(number: Numeral, words: Sequence[TextSpan]) -> bool:
    span = number.span
    return any(0 < max(span.start - word.end, word.start - span.end) <= _NEAR for word in words)


def _count(number: Numeral) -> Quantity:
    return Quantity(
        span=number.span,
        low=number.low,
        high=number.high,
        grain=number.grain,
        approximate=number.approximate,
        dimension=_COUNT,
        unit="",
        numeral=number.span,
    )
