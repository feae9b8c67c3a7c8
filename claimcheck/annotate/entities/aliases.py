"""Other names that a project gives to a person, place or body: one identity for all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.entities.gazetteer import bare, lookup_words
from claimcheck.annotate.entities.terms import later, next_word
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

_ARTICLE = "ال"
_TO = ("ل",)
_PERSON = "person"
_PLACES = ("place", "facility")
# What a name that nothing reads is taken for: somebody or something that takes part.
_BODY: Final = "organisation"


_NOWHERE = TextSpan(start=0, end=0)


class Name(NamedTuple):
    """A name in lookup form, word by word; shape: its letters, for their case."""

    words: tuple[str, ...]
    shape: str


class Known(NamedTuple):
    """One person, place or body under all its names.

    entity: what a mention of it is, but for the span. ids: of the people whom its names are
    read as. names: by language.
    """

    entity: Entity
    ids: frozenset[str]
    names: Mapping[str, tuple[Name, ...]]


class Standing(NamedTuple):
    """A name where an article has it."""

    known: Known
    span: TextSpan


def known_as(names: Sequence[str], read: Iterable[Entity]) -> Known:
    """Return who has some names, the full one first; `read`: what they are read as, in order."""
    whole = list(read)
    alike = [one for one in whole if one.kind == whole[0].kind]
    words = {code: [tuple(lookup_words(name, code)) for name in names] for code in PACKS}
    folded = " ".join(next(iter(words.values()))[0])
    model = alike[0] if alike else Entity(span=_NOWHERE, id=f"{_BODY}:{folded}", kind=_BODY)
    return Known(
        entity=replace(model, alternatives=()),
        ids=frozenset(_ids(names, alike)) if model.kind == _PERSON else frozenset(),
        names={
            code: tuple(Name(*pair) for pair in zip(keys, names, strict=True) if pair[0])
            for code, keys in words.items()
        },
    )


def _ids(names: Sequence[str], read: Iterable[Entity]) -> Iterator[str]:
    """Yield what a person is known by: as read, and as a title before each name would tell."""
    yield from (one.id for one in read)
    for name in names:
        yield from (f"{_PERSON}:{' '.join(pack.fold(name).split())}" for pack in PACKS.values())


def aliased(
    pieces: Sequence[Atom],
    blocked: frozenset[int],
    found: Iterable[Entity],
    known: Sequence[Known],
    language: str,
) -> list[Entity]:
    """Return the entities of an article, those that have several names under one identity."""
    if not known:
        return list(found)
    same = {id_: one.entity.id for one in known for id_ in one.ids}
    entities = [_renamed(entity, same) for entity in found]
    for standing in _standing(pieces, blocked, known, language):
        entities = _with(entities, standing)
    return entities


def _renamed(entity: Entity, same: Mapping[str, str]) -> Entity:
    others = tuple(dict.fromkeys(same.get(one, one) for one in entity.alternatives))
    identity = same.get(entity.id, entity.id)
    if identity == entity.id and others == entity.alternatives:
        return entity
    return replace(entity, id=identity, alternatives=tuple(o for o in others if o != identity))


def _standing(
    pieces: Sequence[Atom], blocked: frozenset[int], known: Sequence[Known], language: str
) -> Iterator[Standing]:
    """Yield the names that an article has, from left to right, the longest first."""
    by_word: dict[str, list[tuple[Name, Known]]] = {}
    for one in known:
        for name in one.names.get(language, ()):
            by_word.setdefault(name.words[0], []).append((name, one))
    for named in by_word.values():
        named.sort(key=lambda pair: -len(pair[0].words))
    done = 0
    for at, piece in enumerate(pieces):
        if at < done or at in blocked or piece.kind != "word":
            continue
        standing = next(_at(pieces, at, by_word, language), None)
        if standing:
            done = standing[1]
            yield standing[0]


def _at(
    pieces: Sequence[Atom],
    at: int,
    by_word: Mapping[str, list[tuple[Name, Known]]],
    language: str,
) -> Iterator[tuple[Standing, int]]:
    for key, back, cut in _forms(pieces[at].text, language):
        for name, known in by_word.get(key, ()):
            stop, trailing = _rest(pieces, at, name.words[1:], language)
            start = pieces[at].start + back
            if stop and _cased_alike(pieces[at].text[back:], name.shape):
                end = pieces[stop - 1].end - (cut if stop == at + 1 else trailing)
                yield Standing(known, TextSpan(start=start, end=end)), stop


def _forms(word: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield the lookup forms of a name's first word, with the letters around it in the text."""
    for reading in PACKS[language].readings(word):
        clitics = reading.proclitics
        article = clitics[-1:] == (_ARTICLE,)
        attached = article and clitics[-2:-1] == _TO
        back = sum(map(len, clitics[:-1])) if article and not attached else reading.skip
        yield bare(reading.key, language), back, len(reading.enclitic)


def _rest(pieces: Sequence[Atom], at: int, words: Sequence[str], language: str) -> tuple[int, int]:
    """Return the index after the other words of a name, 0 where they do not stand there.

    And the length of the possessive that its last word has.
    """
    stop, trailing = at + 1, 0
    for word in words:
        stop = next_word(pieces, stop)
        forms = dict(later(pieces[stop - 1].text, language)) if stop else {}
        if trailing or word not in forms:
            return 0, 0
        trailing = forms[word]
    return stop, trailing


def _cased_alike(text: str, shape: str) -> bool:
    """Return whether a word has the capitals of the name: `US` is not `us`."""
    if shape.isupper():
        return text[: len(shape)].isupper()
    return not shape[:1].isupper() or text[:1].isupper()


def _with(entities: list[Entity], standing: Standing) -> list[Entity]:
    """Return the entities with a name as the one it stands for, and without its parts."""
    span, model = standing.span, standing.known.entity
    for at, one in enumerate(entities):
        if one.name == span and one.kind in _PLACES and model.kind in _PLACES:
            return [*entities[:at], _called(one, model), *entities[at + 1 :]]
    around = [one for one in entities if one.span != span and _holds(one.span, span)]
    if any(one.kind == model.kind or model.kind not in _PLACES for one in around):
        return entities
    here = next((one for one in entities if one.span == span and one.kind == model.kind), None)
    kept = [one for one in entities if not _holds(span, one.span)]
    new = _called(here, model) if here else replace(model, span=span, name=span)
    return [*kept, new]


def _called(entity: Entity, model: Entity) -> Entity:
    """Return an entity under another identity; what a title says of a person stays."""
    if model.kind == _PERSON:
        return replace(entity, id=model.id, alternatives=())
    return replace(model, span=entity.span, name=entity.name)


def _holds(outer: TextSpan, inner: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
