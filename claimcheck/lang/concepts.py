"""Concepts: what content words of both languages stand for, so that other words can match."""

from functools import lru_cache

from pydantic import Field

from claimcheck.model.base import Frozen
from claimcheck.resources import lines_of, rules_root, sorted_lines

TABLE = "concepts.tsv"


class Concept(Frozen):
    """Words that reports of one event use for one another; a word may stand for several."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class ConceptFile(Frozen):
    """One file of `rules/concepts/`."""

    domain: str
    concepts: tuple[Concept, ...]


@lru_cache(1 << 16)
def concepts_of(key: str, language: str) -> tuple[str, ...]:
    """Return the ids of the concepts that a content key may stand for, sorted."""
    table = sorted_lines(rules_root() / TABLE)
    return tuple(next(lines_of(table, f"{language}:{key}\t"), "").split())
