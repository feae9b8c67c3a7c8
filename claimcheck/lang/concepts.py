"""Concepts: what content words of both languages stand for, so that other words can match."""

from functools import lru_cache

from claimcheck.resources import lines_of, rules_root, sorted_lines

TABLE = "concepts.tsv"


@lru_cache(1 << 16)
def concepts_of(key: str, language: str) -> tuple[str, ...]:
    """Return the ids of the concepts that a content key may stand for, sorted."""
    table = sorted_lines(rules_root() / TABLE, f"{language}:")
    return tuple(next(lines_of(table, f"{language}:{key}\t"), "").split())
