"""Who is who in one article: short forms, roles, and the mentions of people."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from claimcheck.annotate.entities.person import Person
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.title import Title
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Entity
from claimcheck.model.text import TextSpan

_LEAST = 3
_ARTICLE = "ال"
_LONGEST = 4


class People:
    """The people that one article names in full, and the words that call them to mind."""

    def __init__(self, scene: Scene, found: Sequence[Person]) -> None:
        self._scene = scene
        self._names = _merged({person.words for person in found})
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        for words in dict.fromkeys(self._names.values()):
            for word in self._telling(words):
                self._by_word.setdefault(word, []).append(words)

    def _telling(self, words: tuple[str, ...]) -> Iterator[str]:
        """Yield the words of a name that stand for its bearer alone."""
        if len(words) == 1:
            yield words[0]
            return
        for word in dict.fromkeys((words[-1], words[0])):
            plain = word == words[-1] or not self._scene.is_given(word)
            if len(word) >= _LEAST and plain and not self._scene.is_ordinary(word):
                yield word

    def full(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the fullest name that an article gives to the bearer of a name."""
        return self._names.get(words, words)

    def again(self, taken: set[int], found: Sequence[Person]) -> Iterator[Entity]:
        """Yield the other places where those people are named, by any telling word."""
        latest: dict[str, tuple[str, ...]] = {}
        starts = {person.first: person for person in found}
        firsts = first_words(self._scene.language)
        for at, (_, _, text, kind) in enumerate(self._scene.pieces if self._by_word else ()):
            if at in starts:
                full = self.full(starts[at].words)
                latest.update(dict.fromkeys(full, full))
            elif kind == "word":
                for word, skip in firsts[text]:
                    if word in self._by_word:
                        if at not in taken and at not in self._scene.blocked:
                            yield from self._at(at, word, skip, latest, taken)
                        break

    def _at(
        self, at: int, word: str, skip: int, latest: dict[str, tuple[str, ...]], taken: set[int]
    ) -> Iterator[Entity]:
        scene = self._scene
        stop, fitting = self._spread(at, self._by_word[word])
        alone = stop == at + 1
        if alone and (
            not self._stands_alone(at) or (scene.said(at, "function") and not scene.is_name(at))
        ):
            return
        chosen = latest.get(word, fitting[0])
        chosen = chosen if chosen in fitting else fitting[0]
        taken.update(range(at, stop))
        span = scene.span(at, stop, scene.pieces[at].start + skip)
        yield Entity(
            span=_unpossessed(scene, span, stop), id=_id(chosen), kind="person", name=span,
            alternatives=tuple(_id(other) for other in fitting if other != chosen),
        )  # fmt: skip

    def _spread(self, at: int, bearers: list[tuple[str, ...]]) -> tuple[int, list[tuple[str, ...]]]:
        """Return where a name that starts here ends, and who may bear it."""
        stop, fitting = at + 1, bearers
        while stop < len(self._scene.pieces) and stop - at < _LONGEST and self._scene.beside(stop):
            word = self._scene.key(stop)
            left = [words for words in fitting if word in words[1:]]
            if not left or not self._scene.is_word(stop):
                break
            stop, fitting = stop + 1, left
        return stop, fitting

    def _stands_alone(self, at: int) -> bool:
        """Return whether a single word there can be a surname, not a part of another name."""
        scene = self._scene
        if scene.said(at, "function") and not scene.is_name(at):
            return False
        if not scene.cased:
            return not (scene.is_word(at + 1) and scene.beside(at + 1) and scene.is_name(at + 1))
        joined = scene.capital(at + 1) and scene.is_word(at + 1) and scene.beside(at + 1)
        return scene.capital(at) and not (
            joined and scene.hit(at + 1, "facility", "organisation-head")
        )


def _unpossessed(scene: Scene, span: TextSpan, stop: int) -> TextSpan:
    """Return a span without a possessive ending."""
    enclitic = PACKS[scene.language].readings(scene.text(stop - 1))[-1].enclitic
    return TextSpan(start=span.start, end=span.end - len(enclitic))


@cache
def first_words(language: str) -> Remembered[tuple[tuple[str, int], ...]]:
    """Return the lookup forms of a name's first word with the code points before each."""
    return Remembered(partial(_first_words, language=language))


def _first_words(word: str, language: str) -> tuple[tuple[str, int], ...]:
    found = []
    for reading in PACKS[language].readings(word):
        if len(reading.key) >= _LEAST or not reading.proclitics:
            article = reading.proclitics[-1:] == (_ARTICLE,)
            back = sum(map(len, reading.proclitics[:-1])) if article else reading.skip
            found.append((_ARTICLE + reading.key if article else reading.key, back))
    return tuple(found)


def _merged(names: set[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the fullest form of each name: one word goes to the one full name that has it."""
    found = {}
    for words in sorted(names):
        longer = [
            other
            for other in sorted(names)
            if len(other) > len(words) and other[-len(words) :] == words
        ]
        if not longer and len(words) == 1:
            longer = [other for other in sorted(names) if len(other) > 1 and other[0] == words[0]]
        found[words] = longer[0] if len(longer) == 1 else words
    return found


def _id(words: Iterable[str]) -> str:
    return f"person:{' '.join(words)}"


def person_entities(scene: Scene, found: Sequence[Person], people: People) -> Iterator[Entity]:
    """Yield a mention for each person named after a title or by a given name."""
    for person in found:
        title = person.title
        span = scene.span(person.first, person.stop, person.start)
        yield Entity(
            span=_unpossessed(scene, span, person.stop),
            id=_id(people.full(person.words)),
            kind="person",
            type=title.id if title else "",
            name=span,
            governs=title.country if title and not title.personal else "",
        )


def role_entities(
    titles: Sequence[Title], found: Sequence[Person], people: People
) -> Iterator[Entity]:
    """Yield the offices named without their holders, who are named elsewhere if at all."""
    held = {person.title.first for person in found if person.title}
    holding = _holding(found, people)
    for title in titles:
        holders = _holders(title, holding.get(title.id, {}))
        told = bool(title.of) or (title.definite and bool(holders))
        if title.first not in held and not title.personal and told:
            yield Entity(
                span=TextSpan(start=title.start, end=title.end),
                id=f"role:{title.id}:{title.country or title.of}",
                kind="role",
                type=title.id,
                governs=title.country,
                alternatives=holders,
            )


def _holding(found: Sequence[Person], people: People) -> dict[str, dict[tuple[str, str], None]]:
    """Return who holds each office: its id -> what it is of, and the person, each pair once."""
    holding: dict[str, dict[tuple[str, str], None]] = {}
    for person in found:
        if person.title:
            pair = (person.title.of, _id(people.full(person.words)))
            holding.setdefault(person.title.id, {})[pair] = None
    return holding


def _holders(title: Title, holding: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the people whom the article names as holders of an office."""
    fitting = (who for of, who in holding if not title.of or not of or of == title.of)
    return tuple(dict.fromkeys(fitting))
