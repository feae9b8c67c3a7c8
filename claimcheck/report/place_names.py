"""What places are called, for values that are ids."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.resources import lines_of, rules_root, sorted_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.lang.report_words import ReportWords

# Columns of the table of places.
_NAMES = {"en": 6, "ar": 7}
_FACILITY = "facility:"
_REGION = "region:"


def place_name(identity: str, words: ReportWords) -> str:
    """Return a place's usual name, or nothing where the gazetteer has none.

    `region:east:ru` is the east of Russia.
    """
    if not identity.startswith(_REGION):
        return _name(identity, words)
    side, _, whole = identity.removeprefix(_REGION).partition(":")
    name = _name(whole, words)
    return words.say("part_of", side=words.sides.get(side, side), whole=name) if name else ""


def facility_kind(identity: str) -> str:
    """Return what a facility of no gazetteer is, in English: `facility:base.space:` a space base.

    Nothing for what is no facility.
    """
    if not identity.startswith(_FACILITY):
        return ""
    kind = identity.removeprefix(_FACILITY).partition(":")[0]
    # The finer type stands last in an id, and first in English.
    return " ".join(reversed(kind.split("."))).replace("-", " ")


def _name(identity: str, words: ReportWords) -> str:
    """Return a name in the reader's language, else in English."""
    row = _row(identity)
    names = (row[column] for column in (_NAMES[words.language], _NAMES["en"]) if column < len(row))
    return next((name.strip() for name in names if name.strip()), "")


@cache
def _row(identity: str) -> Sequence[str]:
    lines = sorted_lines(rules_root() / "gazetteer" / "places.tsv")
    cells = next(lines_of(lines, f"{identity}\t"), None)
    return () if cells is None else [identity, *cells.split("\t")]
