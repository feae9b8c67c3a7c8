"""What places are called, for values that are ids."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

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
    if not identity or "\n" in identity:
        return ()
    start = _places().find(f"\n{identity}\t")
    if start < 0:
        return ()
    return _places()[start + 1 : _places().find("\n", start + 1)].split("\t")


@cache
def _places() -> str:
    from claimcheck.resources import rules_root

    path = rules_root() / "gazetteer" / "places.tsv"
    return "\n" + path.read_text(encoding="utf-8") + "\n"
