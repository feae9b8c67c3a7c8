"""The word lists of a language's `units.yaml` beside the units themselves."""

from functools import cache

from claimcheck.annotate.phrases import Phrases
from claimcheck.errors import RuleError
from claimcheck.lang.pack import PACKS, words
from claimcheck.resources import Tree


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
def table_phrases(language: str, name: str) -> Phrases[str]:
    """Return a table of `units.yaml` as phrases with their names as payload."""
    entries = ((p, key) for key, found in table(language, name).items() for p in found)
    return Phrases(entries, language)
