"""The language packs: one protocol, one table."""

from collections.abc import Iterable
from functools import cache
from typing import Protocol

from claimcheck.errors import RuleError
from claimcheck.lang.ar import Arabic
from claimcheck.lang.en import English
from claimcheck.lang.reading import Reading
from claimcheck.resources import Tree, load_yaml, rules_root


class LanguagePack(Protocol):
    """How one language spells and inflects."""

    code: str

    def fold(self, text: str) -> str:
        """Return the spelling under which `text` is looked up; idempotent."""

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the ways to split clitics off a surface word; the unsplit word comes first."""

    def noun_stems(self, word: str) -> tuple[str, ...]:
        """Return the lookup forms of the nouns and adjectives that `word` may inflect."""

    def verb_stems(self, word: str) -> tuple[str, ...]:
        """Return the lookup forms (`+past`, `=present`) of the verbs that `word` may inflect."""

    def verb_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the lookup forms under which a verb's dictionary form is to be stored."""

    def present_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the lookup forms of the present of a verb whose past is given, if they differ."""

    def jussive_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the lookup forms that a verb has behind some negations alone, if it has such."""

    def bases(self, past: str) -> tuple[str, ...]:
        """Return the bare forms that a regular past may be of, where a language has such."""

    def content_key(self, word: str) -> str:
        """Return one stem for a content word, the same for most of its inflections."""

    def root(self, key: str) -> str:
        """Return what a content key shares with the words derived from it; nothing if unknown."""

    def is_joined(self, word: str) -> bool:
        """Return whether a word is, or starts with, a conjunction that joins clauses."""

    def is_future(self, verb: str) -> bool:
        """Return whether a verb's own letters put it in the future."""


PACKS: dict[str, LanguagePack] = {"ar": Arabic(), "en": English()}


def fold_all(texts: Iterable[str], language: str) -> list[str]:
    """Return texts of one line each folded, at the price of folding one long text."""
    whole = PACKS[language].fold("\n".join(texts))
    return whole.split("\n") if whole else []


@cache
def words(language: str, table: str) -> Tree:
    """Return the table `rules/lang/<language>/<table>.yaml`."""
    return load_yaml(rules_root() / "lang" / language / f"{table}.yaml")


@cache
def word_lists(language: str, table: str) -> dict[str, tuple[str, ...]]:
    """Return a table of word lists: name -> words.

    Raises:
        RuleError: where the table is anything else.
    """
    tree = words(language, table)
    if not isinstance(tree, dict):
        raise RuleError([f"rules/lang/{language}/{table}.yaml: expected `name: [words]`"])
    lists: dict[str, tuple[str, ...]] = {}
    for name, listed in tree.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise RuleError([f"rules/lang/{language}/{table}.yaml: {name}: expected a list"])
        lists[name] = tuple(str(word) for word in listed)
    return lists


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language that carry no topic, folded."""
    lists = word_lists(language, "function_words")
    return frozenset().union(*(folded_set(language, "function_words", name) for name in lists))


@cache
def folded_set(language: str, table: str, name: str) -> frozenset[str]:
    """Return one word list of a table, folded."""
    fold = PACKS[language].fold
    return frozenset(fold(word) for word in word_lists(language, table)[name])
