"""The word lists of a language's `units.yaml` beside the units themselves."""

from functools import cache

from claimcheck.annotate.phrases import Phrases
from claimcheck.annotate.quantities.endings import Endings
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words
from claimcheck.resources import Tree, load_yaml, rules_root


@cache
def table(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """Return a table of `units.yaml`: name -> words; a word alone stands for a list of one."""
    found = _tree(language, name)
    if not isinstance(found, dict):
        raise RuleError([f"rules/lang/{language}/units.yaml: {name}: expected `name: [words]`"])
    return {
        key: tuple(map(str, listed)) if isinstance(listed, list) else (str(listed),)
        for key, listed in found.items()
    }


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """Return a word list of `units.yaml`, as spelled."""
    found = _tree(language, name)
    if not isinstance(found, list):
        raise RuleError([f"rules/lang/{language}/units.yaml: {name}: expected a list"])
    return tuple(map(str, found))


def _tree(language: str, name: str) -> Tree | None:
    tree = words(language, "units")
    return tree.get(name) if isinstance(tree, dict) else None


@cache
def folded(language: str, name: str) -> frozenset[str]:
    """Return a word list of `units.yaml`, folded."""
    return frozenset(map(PACKS[language].fold, listed(language, name)))


@cache
def phrases(language: str, name: str) -> Phrases[str]:
    """Return a word list of `units.yaml` as phrases."""
    return Phrases(((phrase, name) for phrase in listed(language, name)), language)


@cache
def endings(language: str, name: str) -> Endings:
    """Return a word list of `units.yaml` as phrases that are found by their end."""
    return Endings(listed(language, name), language)


@cache
def table_phrases(language: str, name: str) -> Phrases[str]:
    """Return a table of `units.yaml` as phrases with their names as payload."""
    entries = ((p, key) for key, found in table(language, name).items() for p in found)
    return Phrases(entries, language)


@cache
def listed_neutral(name: str) -> frozenset[str]:
    """Return a list of `rules/units.yaml`."""
    return frozenset(_neutral_list(name))


@cache
def neutral_table(name: str) -> dict[str, frozenset[str]]:
    """Return a table of lists of `rules/units.yaml`."""
    found = _neutral(name)
    if not isinstance(found, dict):
        raise RuleError([f"rules/units.yaml: {name}: expected `name: [words]`"])
    return {key: frozenset(map(str, words)) for key, words in found.items()}


def _neutral_list(name: str) -> list[str]:
    found = _neutral(name)
    if not isinstance(found, list):
        raise RuleError([f"rules/units.yaml: {name}: expected a list"])
    return list(map(str, found))


def _neutral(name: str) -> Tree | None:
    tree = load_yaml(rules_root() / "units.yaml")
    return tree.get(name) if isinstance(tree, dict) else None
