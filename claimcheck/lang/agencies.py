"""The news agencies that a text credits."""

import re
from functools import cache

from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root

# How far into a text who sent it may stand.
_OPENING = 100
_OPENS = r"(?:^|[(\[/،,\-–—])\s*"
_CLOSES = r"\s*(?:[)\]/:،,\-–—]|$)"


class Agencies(Frozen):
    """The agencies' names by id, and what opens a line that says where a text is from."""

    labels: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


@cache
def _agencies() -> Agencies:
    return load_model(rules_root() / "agencies.yaml", Agencies)


@cache
def _ids() -> dict[str, str]:
    return {name.casefold(): one for one, names in _agencies().names.items() for name in names}


@cache
def _any_name() -> str:
    """Return a pattern of all names, the longest first."""
    names = sorted((n for names in _agencies().names.values() for n in names), key=len)
    return "(" + "|".join(map(re.escape, reversed(names))) + ")"


@cache
def _sent() -> re.Pattern[str]:
    """Return the pattern of a name that stands apart, as before a text: `CAIRO (Reuters) -`."""
    return re.compile(_OPENS + _any_name() + _CLOSES, re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    """Return the pattern of a line that says where a text is from."""
    labels = "|".join(map(re.escape, _agencies().labels))
    opening = rf"^[ \t*_(\[]*(?:{labels})[ \t*_]*[:：\-–—][^\n]{{0,60}}?(?<!\w)"
    return re.compile(rf"{opening}{_any_name()}(?!\w)[^\n]{{0,60}}$", re.IGNORECASE | re.MULTILINE)


def agencies_named(publisher: str) -> frozenset[str]:
    """Return the agency that a publisher is, if it is one."""
    known = _ids().get(publisher.strip().casefold())
    return frozenset([known] if known else [])


def agencies_credited(text: str) -> frozenset[str]:
    """Return the agencies that an article's text says it is from, as it opens or in a line."""
    found = [*_sent().finditer(text[:_OPENING]), *_line().finditer(text)]
    return frozenset(_ids()[match[1].casefold()] for match in found)
