"""What places are called in English, for values that are ids."""

from functools import cache

_ENGLISH_COLUMN = 6
_FACILITY = "facility:"
_REGION = "region:"


def english_place(identity: str) -> str:
    """Return a place's usual English name, or nothing where the gazetteer has none.

    A facility that is no gazetteer's is named by its type and its own name, as far as it is told:
    `facility:base.space:` is a space base, `region:east:ru` the east of Russia.
    """
    if identity.startswith(_FACILITY):
        return _facility(identity.removeprefix(_FACILITY))
    if identity.startswith(_REGION):
        side, _, whole = identity.removeprefix(_REGION).partition(":")
        name = english_place(whole)
        return f"the {side} of {name}" if name else ""
    return _name(identity)


def _facility(told: str) -> str:
    kind, _, name = told.partition(":")
    # The finer type stands last in an id, and first in English: `base.space`.
    words = " ".join(reversed(kind.split("."))).replace("-", " ")
    return f"{words} “{name}”" if name else words


@cache
def _name(identity: str) -> str:
    if not identity or "\n" in identity:
        return ""
    start = _places().find(f"\n{identity}\t")
    if start < 0:
        return ""
    row = _places()[start + 1 : _places().find("\n", start + 1)].split("\t")
    return row[_ENGLISH_COLUMN] if len(row) > _ENGLISH_COLUMN else ""


@cache
def _places() -> str:
    from claimcheck.resources import rules_root

    path = rules_root() / "gazetteer" / "places.tsv"
    return "\n" + path.read_text(encoding="utf-8") + "\n"
