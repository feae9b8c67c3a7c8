"""Numbers other than plain sums: ordinals, multiples, vague plurals, negatives."""

from decimal import Decimal

from claimcheck.annotate.numbers.number_grammar import (
    bare_scale,
    cardinal,
    scale_of,
)
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
from claimcheck.annotate.numbers.number_shares import ratio, share_of
from claimcheck.annotate.numbers.number_small import OF, below_hundred, fraction

_FEW_LEAST = 2
_FEW_MOST = 10


def number(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the number that starts at an index, in any of its forms."""
    match role(tokens, at):
        case "ordinal" | "ordinal_part":
            return ordinal(tokens, at)
        case "vague" | "many":
            return vague(tokens, at)
        case "few":
            return few(tokens, at)
        case "minus":
            return negative(tokens, at, rules)
        case "twice":
            return exact(value(tokens, at), at + 1)._replace(kind="multiple")
    return _plain(tokens, at, rules)


def _plain(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return the fraction, or the number with its scales, that starts at an index."""
    if role(tokens, at) == "a" and role(tokens, at + 1) == "few":
        return few(tokens, at + 1)
    part = fraction(tokens, at, rules)
    if part:
        return share(tokens, part)
    found = cardinal(tokens, at, rules)
    if found is None:
        return None
    parted = ratio(tokens, found) or share_of(tokens, found, rules)
    return parted or then_ordinal(tokens, multiple(tokens, found), rules)


def negative(tokens: Tokens, at: int, rules: Grammar) -> Part | None:
    """Return minus the number after the word or sign at an index."""
    found = cardinal(tokens, at + 1, rules) if unjoined(tokens, at + 1) == at + 1 else None
    return found._replace(low=-found.low, high=-found.low) if found else None


def share(tokens: Tokens, part: Part) -> Part:
    """Return a fraction, times the scale it is taken of: half a million."""
    unit = scale_of(tokens, part.stop)
    if unit is None:
        return part
    return part.times(unit.scale, unit.stop)._replace(kind="cardinal")


def multiple(tokens: Tokens, found: Part) -> Part:
    """Return a number as a multiple where a word such as -fold follows it."""
    at = unjoined(tokens, found.stop)
    if at > 0 and role(tokens, at) == "times":
        return found._replace(kind="multiple", stop=at + 1, words=True)
    return found


def vague(tokens: Tokens, at: int) -> Part | None:
    """Return a plural scale that nothing counts: thousands are at least two thousand."""
    found = exact(Decimal(_FEW_LEAST), at).times(value(tokens, at), at + 1)
    while True:
        here = found.stop + 1 if role(tokens, found.stop) in OF else found.stop
        here = unjoined(tokens, here)
        if here < 0 or role(tokens, here) not in ("many", "vague", "scale"):
            return found._replace(high=None, approximate=True)
        found = found.times(value(tokens, here), here + 1)


def few(tokens: Tokens, at: int) -> Part | None:
    """Return a few thousand: from two to ten thousand."""
    here = unjoined(tokens, at + 1)
    if here < 0 or role(tokens, here) not in ("many", "scale", "hundred", "vague", "dozen"):
        return None
    found = exact(ONE, at).times(value(tokens, here), here + 1)
    more = unjoined(tokens, found.stop)
    if more > 0 and role(tokens, more) in ("many", "scale"):
        found = found.times(value(tokens, more), more + 1)
    low, high = found.low * _FEW_LEAST, found.low * _FEW_MOST
    return found._replace(low=low, high=high, approximate=True)


def ordinal(tokens: Tokens, at: int) -> Part | None:
    """Return the ordinal at an index: third, thirteenth, the twenty-third where ones come first."""
    amount, stop = value(tokens, at), at + 1
    tail = unjoined(tokens, stop)
    if tail == stop and role(tokens, tail) == "tail" and not _first(tokens, at):
        return beyond(tokens, amount + value(tokens, tail), tail + 1)
    ten = joined(tokens, stop)
    if ten > 0 and role(tokens, ten) == "ten" and _agree(tokens, at, ten):
        return beyond(tokens, amount + value(tokens, ten), ten + 1)
    if role(tokens, at) == "ordinal_part":
        return None
    return beyond(tokens, amount, stop)


def _first(tokens: Tokens, at: int) -> bool:
    """Return whether the ordinal is the word that no compound has: the first ten."""
    return role(tokens, at) == "ordinal" and value(tokens, at) == ONE


def _agree(tokens: Tokens, at: int, ten: int) -> bool:
    """Return whether both words of a compound ordinal have the article, or neither."""
    first, second = tokens[at], tokens[ten]
    return bool(first and second and first.definite == second.definite)


def beyond(tokens: Tokens, amount: Decimal, stop: int) -> Part:
    """Return an ordinal with the hundreds that follow it: the fifth after the hundred."""
    found = exact(amount, stop)._replace(kind="ordinal")
    at = stop + 1
    if role(tokens, stop) == "beyond" and role(tokens, at) in ("hundred", "scale"):
        more = bare_scale(tokens, at) or exact(value(tokens, at), at + 1)
        return found._replace(low=amount + more.low, high=amount + more.low, stop=more.stop)
    return found


def then_ordinal(tokens: Tokens, found: Part, rules: Grammar) -> Part:
    """Return twenty-first, two hundredth, or the number itself where no ordinal ends it."""
    if found.digits or found.kind != "cardinal":
        return found
    if rules.ones_before_tens:
        return _hundred_and_ordinal(tokens, found)
    at = unjoined(tokens, found.stop)
    if at < 0 and found.low >= 100:
        at = joined(tokens, found.stop)
    if at < 0 or role(tokens, at) != "ordinal":
        return found
    last = value(tokens, at)
    if last >= 100:
        return _ordinal(found.low * last, at + 1)
    room = 10 if found.low % 100 else 100
    return _ordinal(found.low + last, at + 1) if last < room and found.low % 10 == 0 else found


def _hundred_and_ordinal(tokens: Tokens, found: Part) -> Part:
    """Return the hundred and fourth where the ordinal of a hundred ends in that of its ones."""
    at, hundred = joined(tokens, found.stop), tokens[found.stop - 1]
    token = tokens[at]
    definite = token and hundred and token.definite and hundred.definite
    whole = definite and hundred and hundred.role == "hundred"
    if not whole or role(tokens, at) not in ("ordinal", "ordinal_part"):
        return found
    last = ordinal(tokens, at)
    return _ordinal(found.low + last.low, last.stop) if last else found


def _ordinal(amount: Decimal, stop: int) -> Part:
    return exact(amount, stop)._replace(kind="ordinal")


def tens_as_ordinal(tokens: Tokens, at: int, found: Part, rules: Grammar) -> Part:
    """Return a definite ten, hundred or thousand in words, spelled like its ordinal, as ordinal."""
    token = tokens[at]
    if not (token and token.definite) or found.digits or found.kind != "cardinal":
        return found
    single = found.stop == at + 1 and token.role in ("ten", "hundred", "scale")
    tens = token.role == "ten" and below_hundred(tokens, at, rules) is not None
    hundreds = token.role == "hundred" and found.scale == ONE
    if not (single or tens or hundreds):
        return found
    return beyond(tokens, found.low, found.stop)
