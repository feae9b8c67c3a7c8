"""Numbers under a hundred in words, and fractions."""

from claimcheck.annotate.numbers.number_parts import (
    ONE,
    Grammar,
    Part,
    Tokens,
    exact,
    joined,
    role,
    unjoined,
    value,
)

OF = frozenset({"of", "from"})
TENTH = ONE.scaleb(-1)
_COUNTS = frozenset({"one", "part", "ten", "teen", "tail"})


def below_hundred(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the number under a hundred that starts at an index."""
    match role(tokens, at):
        case "one" | "part":
            return _from_one(tokens, at, rules)
        case "ten":
            one = unjoined(tokens, at + 1)
            if one > 0 and not rules.ones_before_tens and role(tokens, one) == "one":
                return exact(value(tokens, at) + value(tokens, one), one + 1)
            return exact(value(tokens, at), at + 1)
        case "teen" | "tail" | "zero":
            return exact(value(tokens, at), at + 1)
    return None


def _from_one(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    tail = unjoined(tokens, at + 1)
    if tail == at + 1 and role(tokens, tail) == "tail":
        return exact(value(tokens, at) + value(tokens, tail), tail + 1)
    ten = joined(tokens, at + 1) if rules.ones_before_tens else -1
    if ten > 0 and role(tokens, ten) == "ten":
        return exact(value(tokens, at) + value(tokens, ten), ten + 1)
    return exact(value(tokens, at), at + 1) if role(tokens, at) == "one" else None


def fraction(tokens: Tokens, at: int, rules: Grammar, *, after_number: bool = False) -> Part | None:
    """Return the fraction at an index: a half, three quarters, fifty-four hundredths.

    after_number: a number and "and" stand before it, so that "a third" can be no ordinal.
    """
    count, here = ONE, at
    if role(tokens, at) == "a":
        here = unjoined(tokens, at + 1)
    elif role(tokens, at) in _COUNTS:
        above = below_hundred(tokens, at, rules)
        count, here = (above.low, unjoined(tokens, above.stop)) if above else (ONE, -1)
    name = role(tokens, here)
    ordinal = name == "ordinal" and count == ONE and here != at and value(tokens, here) > 2
    if name == "fraction":
        single = value(tokens, here)
    elif (name == "fractions" and count > 1) or (
        ordinal and _parted(tokens, at, here, after_number=after_number)
    ):
        single = ONE / value(tokens, here)
    else:
        return None
    return exact(count * single, here + 1, TENTH)._replace(kind="fraction")


def _parted(tokens: Tokens, at: int, here: int, *, after_number: bool) -> bool:
    """Return whether an ordinal is the part of a fraction: one third, a fifth of."""
    return role(tokens, at) == "one" or after_number or role(tokens, here + 1) in OF
