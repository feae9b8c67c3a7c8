"""How rare a content word is."""

from functools import cache

from claimcheck.resources import read_table, rules_root

_RAREST = 20
_COMMONEST = 75


@cache
def _table(language: str) -> dict[str, int]:
    path = rules_root() / "lang" / language / "frequency.tsv"
    return {key: int(zipf) for key, zipf in read_table(path)}


def rarity(key: str, language: str) -> int:
    """Return how rare a content key is, from 0 (the commonest) to 55, in tenths of log10."""
    return _COMMONEST - _table(language).get(key, _RAREST)
