"""Fractions that are told of a whole: a third of the seats, half of them, one in five."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.quantities.elliptic import Free
from claimcheck.annotate.quantities.measured import Measured, measured
from claimcheck.annotate.quantities.unit_lists import folded
from claimcheck.annotate.quantities.unit_names import Unit
from claimcheck.lang.pack import PACKS

_SHARE = Unit("percent", "percent")
_HUNDRED = Decimal(100)
# A fraction in words is rounded: it may be off by a tenth of itself, half of its grain.
_ROUNDED = Decimal("0.2")
# One that is told to lie between two others is off by half of this at most.
_ENCLOSED = Decimal("0.02")
_TENTH = Decimal("0.1")
_TIES = frozenset("-‐‑–/")
_ARTICLES = frozenset({"a", "an"})
_NEAR = 3


def shares(
    pieces: Sequence[Atom], free: Sequence[Free], found: Sequence[Measured], language: str
) -> Iterator[Measured]:
    """Yield the fractions among numerals that have no unit, as percentages."""
    del found
    for here in free:
        if _is_share(here) and not _tied(pieces, here) and not _of_none(pieces, here, language):
            yield _as_percentage(here)


def _is_share(here: Free) -> bool:
    numeral = here.numeral
    bounds = [bound for bound in (numeral.low, numeral.high) if bound is not None]
    spelled = numeral.kind == "fraction" and numeral.form == "words"
    return spelled and bool(bounds) and all(0 < bound < 1 for bound in bounds)


def _tied(pieces: Sequence[Atom], here: Free) -> bool:
    """Return whether a mark ties a fraction to a word beside it: half-time."""
    sides = (here.first - 1, here.stop)
    return any(0 <= at < len(pieces) and pieces[at].text in _TIES for at in sides)


def _of_none(pieces: Sequence[Atom], here: Free, language: str) -> bool:
    """Return whether what a fraction is of is no whole that is shared: a quarter of a point."""
    behind = [piece.text for piece in pieces[here.stop : here.stop + _NEAR]]
    words = (PACKS[language].fold(word) for word in behind)
    passed = folded(language, "of") | folded(language, "definite") | _ARTICLES
    return next((word for word in words if word not in passed), "") in folded(
        language, "not_shared"
    )


def _as_percentage(here: Free) -> Measured:
    span = here.numeral.span
    one = measured(here.numeral, _SHARE, span.start, span.end, (here.first, here.stop))
    low, high = _percentage(one.low), _percentage(one.high)
    most = max(bound for bound in (low, high, Decimal(0)) if bound is not None)
    grain = most * (_ROUNDED if one.one_sided() else _ENCLOSED)
    return one._replace(low=low, high=high, grain=grain, fraction=True)


def _percentage(bound: Decimal | None) -> Decimal | None:
    """Return a fraction in percent, to a tenth."""
    return None if bound is None else (bound * _HUNDRED).quantize(_TENTH)
