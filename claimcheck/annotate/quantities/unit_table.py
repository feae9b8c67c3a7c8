"""The tables of units: how they convert, what signs mean, how their words inflect."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from claimcheck.errors import RuleError
from claimcheck.lang.pack import words
from claimcheck.resources import Tree, load_yaml, rules_root


class Factor(NamedTuple):
    """How a unit converts: add `offset`, then multiply by `factor`."""

    dimension: str
    factor: Decimal
    offset: Decimal


def mapping(tree: Tree, name: str) -> dict[str, Tree]:
    """Return the mapping under a name of a tree; empty where the name is missing."""
    found = tree.get(name, {}) if isinstance(tree, dict) else None
    if not isinstance(found, dict):
        raise RuleError([f"units.yaml: {name}: expected a mapping"])
    return found


def listed(found: Tree | None) -> tuple[str, ...]:
    """Return a tree as a list of words; empty where it is none."""
    return tuple(str(word) for word in found) if isinstance(found, list) else ()


@cache
def neutral(name: str) -> Mapping[str, str]:
    """Return a flat table of `rules/units.yaml`."""
    tree = load_yaml(rules_root() / "units.yaml")
    return {key: str(value) for key, value in mapping(tree, name).items()}


@cache
def factors() -> Mapping[str, Factor]:
    """Return unit -> how it converts to its dimension's base unit."""
    tree = load_yaml(rules_root() / "units.yaml")
    found: dict[str, Factor] = {}
    dimensions = mapping(tree, "dimensions")
    for dimension in dimensions:
        for unit, figures in mapping(dimensions, dimension).items():
            factor, _, offset = str(figures).partition(" ")
            found[unit] = Factor(dimension, Decimal(factor), Decimal(offset or 0))
    return found


@cache
def _endings(language: str, kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return ending -> endings that replace it, the longest first."""
    table = mapping(words(language, "units"), kind)
    pairs = [(ending, listed(new)) for ending, new in table.items()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def inflected(word: str, language: str, kind: str) -> tuple[str, ...]:
    """Return the forms of a word with its first fitting ending replaced."""
    for ending, replacements in _endings(language, kind):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return tuple(stem + new for new in replacements)
    return ()
