"""How number words and digits add up to one number; the same grammar for every language."""

from decimal import Decimal

from claimcheck.annotate.numbers.number_parts import (
    ONE,
    Grammar,
    Part,
    Tokens,
    digits,
    exact,
    is_year_like,
    joined,
    role,
    unjoined,
    value,
)
from claimcheck.annotate.numbers.number_small import OF, TENTH, below_hundred, fraction

_LARGEST = Decimal(10) ** 18
_HYPHEN = frozenset({"hyphen"})
_A = frozenset({"a"})
_SCALES = frozenset({"scale", "many", "scale_or_dual", "abbreviation", "dozen"})


def below_thousand(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the number under a thousand that starts at an index, or the digits there."""
    found = digits(tokens, at)
    if found and role(tokens, found.stop) != "hundred":
        return found
    base = _hundreds(tokens, at, rules)
    if base is None or base.scale == ONE:
        return base
    at = joined(tokens, base.stop)
    if at < 0 and rules.loose:
        at = unjoined(tokens, base.stop)
    rest = (below_hundred(tokens, at, rules) or digits(tokens, at)) if at > 0 else None
    fits = rest and rest.low < 100 and rest.grain == ONE and not _scaled(tokens, rest, base)
    plain = base._replace(scale=ONE)
    return plain.plus(rest) if rest and fits else plain


def _scaled(tokens: Tokens, rest: Part, base: Part) -> bool:
    """Return whether digits after a hundred belong to a number of their own."""
    return rest.digits and base.words and role(tokens, rest.stop) in _SCALES


def _hundreds(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the hundreds at an index, with `scale` 100, else what stands there instead."""
    if role(tokens, at) == "hundred":
        return exact(value(tokens, at), at + 1)._replace(scale=Decimal(100))
    small = _article(tokens, at) or digits(tokens, at) or below_hundred(tokens, at, rules)
    if small is None:
        return None
    hundred = unjoined(tokens, small.stop)
    counted = small.low < 100 and small.grain == ONE
    if counted and role(tokens, hundred) == "hundred" and value(tokens, hundred) == 100:
        found = exact(small.low * 100, hundred + 1)
        return found._replace(scale=Decimal(100), digits=small.digits)
    return None if role(tokens, at) == "a" else small


def _article(tokens: Tokens, at: int) -> Part | None:
    return exact(ONE, at + 1) if role(tokens, at) == "a" else None


def scales(tokens: Tokens, found: Part) -> Part:
    """Return a number times the scale words right after it."""
    last = ONE
    while True:
        at = unjoined(tokens, found.stop)
        if at < 0 or not _multiplies(tokens, at, found) or last > value(tokens, at):
            return found
        if found.scale * value(tokens, at) > _LARGEST:
            return found
        last = value(tokens, at)
        found = found.times(last, at + 1)


def _multiplies(tokens: Tokens, at: int, found: Part) -> bool:
    """Return whether the scale word at an index multiplies the number before it.

    A plural does not multiply what looks like a year ("in 2019 thousands fled"), and one such as
    "hundreds" only a small number in words.
    """
    name = role(tokens, at)
    if name == "vague":
        return not found.digits and found.scale == ONE and ONE < found.low <= 10
    year = found.scale == ONE and found.grain == ONE and is_year_like(found)
    return name in _SCALES and not (name == "many" and year)


def bare_scale(tokens: Tokens, at: int) -> Part | None:
    """Return a scale word that no number multiplies: a million, two thousand in the dual."""
    name = role(tokens, at)
    if name == "a":
        scaled = scales(tokens, exact(ONE, at + 1))
        return scaled if scaled.scale > ONE else None
    if name == "dual":
        return scales(tokens, exact(Decimal(2), at + 1).times(value(tokens, at), at + 1))
    if name in ("scale", "scale_or_dual", "dozen"):
        return scales(tokens, exact(ONE, at + 1).times(value(tokens, at), at + 1))
    return None


def term(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return an addend: a number under a thousand with its scale, "and a half" included."""
    group = below_thousand(tokens, at, rules)
    if group is None:
        found = bare_scale(tokens, at)
        return with_fraction(tokens, found, rules) if found else None
    group = point(tokens, group, rules)
    found = scales(tokens, group)
    if found.scale > ONE:
        return with_fraction(tokens, found, rules)
    halved = with_fraction(tokens, group, rules)
    return scales(tokens, halved) if halved is not group else group


def point(tokens: Tokens, whole: Part, rules: Grammar) -> Part:
    """Return a number with the decimals that words give after it: five point two."""
    at = unjoined(tokens, whole.stop)
    if at < 0 or role(tokens, at) != "point" or whole.grain != ONE:
        return whole
    figures, stop = "", at + 1
    while True:
        part = (
            below_thousand(tokens, stop, rules)
            if role(tokens, stop) != "digits" or not figures
            else None
        )
        if part is None or (figures.strip("0") and rules.ones_before_tens):
            break
        figures, stop = figures + format(part.low, "f"), part.stop
    if not figures:
        return whole
    grain = ONE.scaleb(-len(figures))
    return exact(whole.low + int(figures) * grain, stop, grain)


def with_fraction(tokens: Tokens, found: Part, rules: Grammar) -> Part:
    """Return a number with the "and a half (million)" after it."""
    at = joined(tokens, found.stop)
    if at < 0:
        return found
    part = fraction(tokens, at, rules, after_number=True)
    if part is None or part.low >= ONE:
        return found
    unit = scale_of(tokens, part.stop)
    if unit is not None and found.scale > ONE:
        factor, stop = unit.scale, unit.stop
    else:
        factor, stop = found.scale, part.stop
    more = part.low * factor
    return found.plus(exact(more, stop, factor * TENTH)._replace(scale=found.scale))


def scale_of(tokens: Tokens, at: int) -> Part | None:
    """Return the scale that a fraction is taken of: half (a/of a) million."""
    for skipped in (OF, _HYPHEN, _A, _HYPHEN):
        at += role(tokens, at) in skipped
    if unjoined(tokens, at) != at or role(tokens, at) not in _SCALES | {"hundred"}:
        return None
    return scales(tokens, exact(ONE, at + 1).times(value(tokens, at), at + 1))


def cardinal(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the longest sum of addends that starts at an index, each under the scale before."""
    total = term(tokens, at, rules)
    while total and total.scale > ONE and total.grain == total.scale:
        here = _next_term(tokens, total, rules)
        more = term(tokens, here, rules) if here > 0 else None
        if more is None or more.low >= total.scale or more.kind != "cardinal":
            break
        total = total.plus(more)
    return total


def _next_term(tokens: Tokens, total: Part, rules: Grammar) -> int:
    """Return the index of the addend that may follow a sum, or -1."""
    here = joined(tokens, total.stop)
    if here >= 0:
        return here
    here = unjoined(tokens, total.stop)
    name = role(tokens, here) if here > 0 else ""
    if name == "digits":
        # 44 million 777 thousand 668: digits need no "and" where scale words go on, or went before.
        chained = total.digits and (
            role(tokens, here + 1) in _SCALES | {"hundred"} or total.low > total.scale * 1000
        )
        return here if chained else -1
    return here if rules.loose and name != "a" else -1
