"""The parts of a number while it is read, and the tokens around them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.annotate.numbers.number_words import Token

# The tokens of a text, one for each atom and `PADDING` more: an index may lie a few places
# before the first or after the last.
Tokens = Sequence[Token | None]
PADDING: tuple[Token | None, ...] = (None,) * 8
Kind = Literal["cardinal", "ordinal", "fraction", "multiple"]
ONE = Decimal(1)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Part(NamedTuple):
    """A number, or an addend of one.

    low, high: bounds, as in `Numeral`. scale: the scale word's value, 1 without one.
    stop: index of the first token after it. digits, words: what it is written with.
    """

    low: Decimal
    high: Decimal | None
    grain: Decimal
    stop: int
    scale: Decimal = ONE
    kind: Kind = "cardinal"
    approximate: bool = False
    digits: bool = False
    words: bool = True

    def times(self, factor: Decimal, stop: int) -> "Part":
        """Return the number followed by a scale word."""
        high = None if self.high is None else self.high * factor
        scaled = self._replace(low=self.low * factor, high=high, grain=self.grain * factor)
        return scaled._replace(scale=self.scale * factor, stop=stop, words=True)

    def plus(self, other: "Part") -> "Part":
        """Return the sum with a smaller number that follows."""
        return other._replace(
            low=self.low + other.low,
            high=self.low + other.low,
            digits=self.digits or other.digits,
            words=self.words or other.words,
        )


class Grammar(NamedTuple):
    """What differs between languages; see `grammar` in their `numerals.yaml`."""

    ones_before_tens: bool
    loose: bool


def is_year_like(part: Part) -> bool:
    """Return whether a number is digits that may be a year."""
    return part.digits and not part.words and _FIRST_YEAR <= part.low <= _LAST_YEAR


def role(tokens: Tokens, at: int) -> str:
    """Return the role of the token at an index, empty where there is none."""
    token = tokens[at]
    return token.role if token else ""


def exact(value: Decimal, stop: int, grain: Decimal = ONE) -> Part:
    """Return an exact number in words."""
    return Part(value, value, grain, stop)


def joined(tokens: Tokens, at: int) -> int:
    """Return the index of the number word that "and" joins to what ends before `at`, or -1."""
    if role(tokens, at) == "hyphen":
        at += 1
    token = tokens[at]
    if token is None:
        return -1
    if token.role != "and":
        return at if token.joined else -1
    at += 2 if role(tokens, at + 1) == "hyphen" else 1
    return at if role(tokens, at) else -1


def unjoined(tokens: Tokens, at: int) -> int:
    """Return the index of the number word directly at `at`, past a hyphen, or -1."""
    if role(tokens, at) == "hyphen":
        at += 1
    token = tokens[at]
    return at if token and not token.joined and token.role != "and" else -1


def value(tokens: Tokens, at: int) -> Decimal:
    """Return the value of the token at an index that has one."""
    token = tokens[at]
    return token.value if token else Decimal(0)


def digits(tokens: Tokens, at: int) -> Part | None:
    """Return the digits at an index."""
    token = tokens[at]
    if token is None or token.role != "digits":
        return None
    return Part(token.value, token.value, token.grain, at + 1, digits=True, words=False)
