"""The words and names that entities are made of beside the places, and the table of them."""

from collections.abc import Iterator
from itertools import chain

from claimcheck.annotate.entities.gazetteer import SEAT, Term, lookup_words, named_places, rows
from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.resources import Tree, load_yaml, rules_root

HEADER = """\
# Words and names of entities in lookup form, beside the names of places (names.tsv):
# language <TAB> name <TAB> kind, id and what it needs of each term, the likeliest first.
# Made by rules/build_terms.py from lang/*/entities.yaml, organisations.yaml, nationalities.tsv and
# capital_of.tsv; the last has names of GeoNames (CC BY 4.0) and Unicode CLDR (Unicode License v3).
"""
ORGANISATIONS = "gazetteer/organisations.yaml"
_ARTICLE = "ال"
_CAPITALS = "capitals"
_COLUMN = {"ar": 1, "en": 2}
_NISBA = "ي"
_TANWIN = "ا"  # noqa: RUF001 (the Arabic ending)
_NISBA_ENDINGS = ("", "ه", "ون", "ين", "ات", "ان", "تان", "تين", _TANWIN)  # noqa: RUF001


def table() -> str:
    """Return `rules/gazetteer/terms.tsv`, sorted."""
    lines = [_line(code, name, terms) for code in PACKS for name, terms in _terms(code).items()]
    return HEADER + "".join(sorted(lines))


def _line(language: str, name: str, terms: dict[Term, None]) -> str:
    cells = (f"{term.kind} {term.ids[0]} {term.weak}".rstrip() for term in terms)
    return "\t".join((language, name, *cells)) + "\n"


def _terms(language: str) -> dict[str, dict[Term, None]]:
    """Return the terms of each name, in order."""
    found: dict[str, dict[Term, None]] = {}
    others = chain(_adjectives(language), _bodies(language), _seats(language))
    for name, term in chain(others, _words(language)):
        found.setdefault(name, {})[term] = None
    return found


def _words(language: str) -> Iterator[tuple[str, Term]]:
    for name, phrases in word_lists(language, "entities").items():
        kind, _, identity = name.partition(".")
        for phrase in phrases:
            for words in _spelled(phrase, language):
                yield " ".join(words), Term(kind, (identity,))


def _adjectives(language: str) -> Iterator[tuple[str, Term]]:
    for row in rows("nationalities.tsv"):
        for stem in row[_COLUMN[language]].split("|"):
            opens = PACKS[language].fold(stem).startswith(_ARTICLE)
            for words in _spelled(stem, language):
                bare = opens and not words[0].startswith(_ARTICLE)
                term = Term("nationality", (row[0],), "article" if bare else "")
                for name in _inflected(words):
                    if not name.endswith(_TANWIN) or not named_places(name, language).ids:
                        yield name, term


def _spelled(phrase: str, language: str) -> Iterator[list[str]]:
    """Yield the lookup forms of a phrase: whole too where its own first letters fold to `al`.

    With an article before them its readings keep those letters, without one they may lose them.
    """
    words = lookup_words(phrase, language)
    whole = PACKS[language].fold(phrase.split(maxsplit=1)[0])
    if whole != words[0] and phrase[0] != _ARTICLE[0]:
        yield [whole, *words[1:]]
    yield words


def _inflected(words: list[str]) -> Iterator[str]:
    """Yield a nationality's word with each ending of an adjective."""
    for ending in _NISBA_ENDINGS if words[-1].endswith(_NISBA) else ("",):
        yield " ".join(word + ending if word.endswith(_NISBA) else word for word in words)


def _mapping(tree: Tree) -> dict[str, Tree]:
    return tree if isinstance(tree, dict) else {}


def _bodies(language: str) -> Iterator[tuple[str, Term]]:
    for identity, names in _mapping(load_yaml(rules_root() / ORGANISATIONS)).items():
        listed = _mapping(names).get(language)
        for name in map(str, listed if isinstance(listed, list) else ()):
            capitals = _CAPITALS if name.isupper() else ""
            yield (
                " ".join(lookup_words(name, language)),
                Term("organisation", (identity,), capitals),
            )


def _seats(language: str) -> Iterator[tuple[str, Term]]:
    for identity, _, kind, *names in rows("capital_of.tsv"):
        listed = names[_COLUMN[language] - 1] if len(names) > 1 else ""
        body = kind in ("body", "ministry")
        term = Term("organisation", (SEAT + identity,)) if body else Term("place", (identity,))
        for name in filter(None, listed.split("|")):
            yield " ".join(lookup_words(name, language)), term
