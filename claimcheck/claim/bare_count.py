"""Numbers that count what the word beside them tells: thirty-four were hurt, أصيب ثلاثة."""

from collections.abc import Iterable, Sequence

from claimcheck.lang.lexicon import measures
from claimcheck.model.mention import AnyMention, Numeral, Quantity, Timex, Trigger
from claimcheck.model.text import TextSpan

_COUNT = "count"
# How many code points stand at most between a number and the word for what befell the counted.
_NEAR = 2
# How many where a verb stands before a number in words: أصيب فيها ثلاثة, wounded at least three.
_PAST = 12
_YEARS = range(1000, 2200)
_YEAR_LENGTH = 4


def bare_counts(inside: Iterable[AnyMention]) -> tuple[Quantity, ...]:
    """Return the numbers without a noun that stand beside a word for a count, as counts.

    inside: all mentions of a sentence.
    """
    mentions = tuple(inside)
    taken = [m.span for m in mentions if isinstance(m, Quantity | Timex)]
    words = [m for m in mentions if isinstance(m, Trigger) and _names_a_count(m)]
    if not words:
        return ()
    return tuple(
        _count(number)
        for number in mentions
        if isinstance(number, Numeral) and _is_bare(number, taken) and _beside(number, words, taken)
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


def _beside(number: Numeral, words: Sequence[Trigger], taken: Sequence[TextSpan]) -> bool:
    """Return whether a word tells what a number counts: beside it, or a verb a word before it."""
    span = number.span
    if any(0 < max(span.start - w.span.end, w.span.start - span.end) <= _NEAR for w in words):
        return True
    if number.form != "words":
        return False
    verbs = [w.span.end for w in words if w.form == "verb" and 0 < span.start - w.span.end <= _PAST]
    return any(not any(end <= other.start < span.start for other in taken) for end in verbs)


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
