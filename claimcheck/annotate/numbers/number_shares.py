"""Shares of a whole: three fifths, one in five, three out of every ten."""

from decimal import Decimal

from claimcheck.annotate.numbers.number_grammar import cardinal
from claimcheck.annotate.numbers.number_parts import (
    ONE,
    Grammar,
    Part,
    Tokens,
    exact,
    role,
    unjoined,
    value,
)
from claimcheck.annotate.numbers.number_small import OF, TENTH

_TENS = frozenset(range(20, 100, 10))
_HUNDRED = 100
_MOST_IN = 1000
_ROUND = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})
# In words also these: "two out of three voters", while "2 out of 3" may count two.
_SPELLED = frozenset({3, 4, 5})


def ratio(tokens: Tokens, found: Part) -> Part | None:
    """Return a number as so many parts: 130 fifths, a hundred thirty-fifths."""
    at = unjoined(tokens, found.stop)
    if at < 0 or role(tokens, at) != "fractions" or found.low <= ONE or found.high != found.low:
        return None
    above, below = found.low, value(tokens, at)
    tens = above % _HUNDRED
    if at > found.stop and tens in _TENS and below < 10:
        above, below = above - tens, below + tens
    return _fraction(above, below, at + 1) if above else None


def _fraction(above: Decimal, below: Decimal, stop: int) -> Part:
    return exact(above / below, stop, TENTH)._replace(kind="fraction")


def share_of(tokens: Tokens, found: Part, rules: Grammar) -> Part | None:
    """Return a number with the number that it is a share of: one in five, 3 out of 10."""
    link, at = _link(tokens, found.stop)
    if not link or found.grain != ONE or found.kind != "cardinal":
        return None
    every = role(tokens, at) == "every"
    whole = cardinal(tokens, at + every, rules)
    if whole is None or whole.grain != ONE or not 0 < found.low < whole.low:
        return None
    if not every and not _is_share(link, found, whole):
        return None
    digits = found.digits or whole.digits
    words = found.words or whole.words
    part = _fraction(found.low, whole.low, whole.stop)
    return part._replace(digits=digits, words=words)


def _link(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return how the words at an index join a share to its whole, and the index after them."""
    name = role(tokens, at)
    if name == "out" and role(tokens, at + 1) in OF:
        return "out", at + 2
    if name in ("within", "over"):
        return name, at + 1
    between = role(tokens, at + 1) == "between"
    if name in OF and role(tokens, at + 1 + between) == "every":
        return "every", at + 1 + between
    return "", at


def _is_share(link: str, found: Part, whole: Part) -> bool:
    """Return whether two numbers without "every" are a share; counts are often told alike."""
    spelled = not found.digits and not whole.digits
    rounded = whole.low in _ROUND or (spelled and whole.low in _SPELLED)
    if link == "within":
        return (found.low == ONE and whole.low < _MOST_IN) or (spelled and rounded)
    return link == "over" or rounded
