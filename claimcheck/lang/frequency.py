"""How rare a content word is."""

from functools import cache, lru_cache

from claimcheck.resources import lines_of, rules_root, sorted_lines

_RAREST = 20
_COMMONEST = 75


@lru_cache(1 << 16)
def rarity(key: str, language: str) -> int:
    """Return how rare a content key is, from 0 (the commonest) to 55, in tenths of log10."""
    return _COMMONEST - int(next(lines_of(_table(language), f"{key}\t"), _RAREST))


def is_known(key: str, language: str) -> bool:
    """Return whether texts are known to have a content key."""
    return rarity(key, language) < _COMMONEST - _RAREST


@cache
def _table(language: str) -> list[str]:
    return sorted_lines(rules_root() / "lang" / language / "frequency.tsv")
