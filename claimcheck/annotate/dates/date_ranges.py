"""Whether two neighbouring dates are the ends of one stretch."""

from functools import lru_cache

from claimcheck.annotate.dates.date_grammar import Expression
from claimcheck.annotate.dates.date_items import Items
from claimcheck.annotate.dates.date_words import letters

CLOCKS = {"clock", "bareclock"}
# Lengths of time that another date starts or ends: two days after it, the year ended then.
COUNTED = {"counted", "lasting", "ended"}


@lru_cache(1 << 10)
def only(gap: str, names: str) -> bool:
    """Return whether every item of a gap belongs to one of the classes."""
    allowed = "".join(letters(name) for name in names.split())
    return all(letter in allowed for letter in gap)


def is_range(left: Expression, right: Expression, gap: str, items: Items) -> bool:
    """Return whether two dates are the first and the last of a stretch."""
    if left.until or right.until or {left.kind, right.kind} & _NO_END or not gap:
        return False
    if _is_now(left) != _is_now(right) and not only(gap, "dash"):
        return spans(left, gap, items)
    before = items.codes[left.first - 1 : left.first]
    if before and only(before, "between") and only(gap, "and"):
        return True
    if only(gap, "dash") and len(gap) == 1:
        return _alike(left, right)
    return (
        only(gap, "to prep")
        and only(gap[0], "to")
        and (_alike(left, right) or bool(before and only(before, "from")))
    )


_NO_END = {*CLOCKS, *COUNTED, "ago", "after", "later"}


def _is_now(expression: Expression) -> bool:
    """Return whether an expression says "now" or "today" and nothing else."""
    return expression.parts.keys() == {"offset"} and expression.parts["offset"] == 0


def spans(left: Expression, gap: str, items: Items) -> bool:
    """Return whether the words around and between two dates make them the ends of a range."""
    before = items.codes[left.first - 1 : left.first]
    if only(gap[0], "and") and only(gap, "and dayword"):
        return bool(before) and only(before, "between")
    return only(gap[0], "to") and only(gap, "to prep and dayword")


def _alike(left: Expression, right: Expression) -> bool:
    """Return whether both say the same kind of thing, or the right one says more."""
    if not {left.kind, right.kind} <= {"date", "numeric"}:
        return False
    if says_day(left) and says_day(right):
        return True
    if left.kind != right.kind:
        return False
    said = {part for part in left.parts if part in _COMPARED}
    other = {part for part in right.parts if part in _COMPARED}
    return bool(said) and said <= other


_COMPARED = (
    "year",
    "month",
    "day",
    "weekday",
    "decade",
    "decades",
    "century",
    "tenth",
    "a",
    "hmonth",
)


def says_day(expression: Expression) -> bool:
    """Return whether an expression names a day of a month."""
    parts = expression.parts
    return any(p in parts for p in ("dotted", "dayyear", "a")) or (
        "day" in parts and ("month" in parts or "hmonth" in parts)
    )
