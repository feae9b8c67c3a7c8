"""Currencies that share a bare name, as `rules/units.yaml` lists them."""

from functools import cache

from claimcheck.errors import RuleError
from claimcheck.resources import load_yaml, rules_root


def may_be_one(one: str, other: str) -> bool:
    """Return whether a bare name (`?pound`) and a currency's code may mean one currency."""
    return one == other or other in _shared().get(one, ()) or one in _shared().get(other, ())


@cache
def _shared() -> dict[str, frozenset[str]]:
    tree = load_yaml(rules_root() / "units.yaml")
    table = tree.get("shared_names") if isinstance(tree, dict) else None
    if not isinstance(table, dict):
        raise RuleError(["rules/units.yaml: shared_names: expected `name: [codes]`"])
    return {name: frozenset(map(str, codes)) for name, codes in table.items()}
