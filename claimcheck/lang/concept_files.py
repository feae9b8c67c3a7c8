"""The files of `rules/concepts/`, and the table that is made of them."""

from collections import defaultdict

from pydantic import Field

from claimcheck.errors import RuleError
from claimcheck.lang.frequency import is_known, rarity
from claimcheck.lang.pack import PACKS
from claimcheck.model.base import Frozen
from claimcheck.resources import load_model, rules_root, shown

_HEADER = """\
# What content words stand for: language:key <TAB> ids of concepts. Sorted by key.
# Made by rules/build_concepts.py from rules/concepts/.
"""
_SHORTEST = 3
# Letters that no past in the third person masculine ends with, or that its endings replace.
_FINAL = ("ة", "ى", "ي", "ا", "ء", "ن")
# Pronouns at the end of an Arabic word, each with the shortest key of the word before it (with
# نا a short one is mostly another word), and what a last letter becomes before one.
_PRONOUNS = {"ها": 1, "هم": 1, "نا": 4}
_BEFORE_PRONOUN = {"ة": "ت", "ء": "ئ", "ى": "ا"}
_REPLACED = "ىا"
# Letters that come and go between the past of a verb and its present.
_WEAK = str.maketrans("", "", "اأإآءؤئىوي")
# Endings of a present that a stem would lose as those of a plural.
_LIKE_PLURAL = ("ين", "ون", "ان")


class Concept(Frozen):
    """Words that reports of one event use for one another; a word may stand for several."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class ConceptFile(Frozen):
    """One file of `rules/concepts/`."""

    domain: str
    concepts: tuple[Concept, ...]


def table() -> str:
    """Return the text of `rules/concepts.tsv`.

    Raises:
        RuleError: for a file that does not fit or an id that stands twice.
    """
    found: dict[str, set[str]] = defaultdict(set)
    concepts = _concepts()
    for concept in concepts:
        for language, words in (("ar", _inflected(concept.ar)), ("en", concept.en)):
            for word in words:
                found[_row_key(word, language)].add(concept.id)
    listed = frozenset(found)
    for concept in concepts:
        for key in _with_pronouns(concept.ar) - listed:
            found[key].add(concept.id)
    return _HEADER + "".join(f"{key}\t{' '.join(sorted(found[key]))}\n" for key in sorted(found))


def _concepts() -> list[Concept]:
    concepts: dict[str, Concept] = {}
    for path in sorted((rules_root() / "concepts").glob("*.yaml")):
        for concept in load_model(path, ConceptFile).concepts:
            if concept.id in concepts:
                raise RuleError([f"{shown(path)}: the concept {concept.id!r} is defined twice"])
            concepts[concept.id] = concept
    return list(concepts.values())


def _row_key(word: str, language: str) -> str:
    return f"{language}:{PACKS[language].content_key(word)}"


def _with_pronouns(words: tuple[str, ...]) -> set[str]:
    """Return the row keys of Arabic words with a pronoun: of those that are known, and rarer."""
    key = PACKS["ar"].content_key
    forms = {
        key(word[:-1] + _BEFORE_PRONOUN.get(word[-1], word[-1]) + pronoun): key(word)
        for word in words
        for pronoun, shortest in _PRONOUNS.items()
        if len(key(word)) >= shortest
    }
    return {
        f"ar:{form}"
        for form, bare in forms.items()
        if is_known(form, "ar") and rarity(form, "ar") > rarity(bare, "ar")
    }


def _inflected(words: tuple[str, ...]) -> list[str]:
    """Return Arabic words and more forms of each verb: of a past whose present is there too."""
    presents = [word for word in words if word.startswith("ي") and len(word) > _SHORTEST]
    if not presents:
        return list(words)
    stems = {_strong(word) for word in presents}
    pasts = [word.rstrip(_REPLACED) for word in words if _strong(word) in stems]
    futures = [word for word in presents if not word.endswith(_LIKE_PLURAL)]
    return [
        *words,
        *("ت" + word[1:] for word in presents),
        *(head + word[1:] for word in futures for head in ("سي", "ست")),
        *(word + "ت" for word in words if word.isalpha() and not word.endswith(_FINAL)),
        *(past + "ت" for past in pasts),
        *(past + "وا" for past in pasts if len(past) >= _SHORTEST),
    ]


def _strong(word: str) -> str:
    """Return the letters of a verb that all its forms keep; where it has but one, the verb."""
    letters = word.translate(_WEAK)
    return letters if len(letters) > 1 else word
