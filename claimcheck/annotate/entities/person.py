"""People: named after a title, by a given name, or known from elsewhere in the article."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.annotate.entities.name_run import name_stop, surname_stop
from claimcheck.annotate.entities.name_words import name_openers
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit
from claimcheck.annotate.entities.title import Title

_COMMAS = (",", "،")
_CLOSING = (*_COMMAS, ".", ")", "")
_SHORT_RUN = 3
_UNUSUAL = 40
_RAREST = 51
_NISBA = "ي"
_TANWIN = "ا"  # noqa: RUF001 (the Arabic ending)


class Person(NamedTuple):
    """A person at a place of the text.

    first, stop: atoms of the name, half-open. start: code point, without clitics.
    words: the name in lookup form. title: the office before it, if any.
    """

    first: int
    stop: int
    start: int
    words: tuple[str, ...]
    title: Title | None = None


def titled(scene: Scene, titles: Iterable[Title]) -> Iterator[Person]:
    """Yield the people named right after their titles."""
    for title in titles:
        person = _after(scene, title)
        if person:
            yield person


def _after(scene: Scene, title: Title) -> Person | None:
    """Return the person whose name follows a title, over a comma or in quotes."""
    at = title.stop
    quoted = scene.quoted(at) if scene.beside(at) else None
    if quoted:
        return named(scene, quoted.first, quoted.stop, title)
    apart = scene.text(at) in _COMMAS
    first = at + apart
    if not (scene.beside(at) and scene.is_word(first) and _tells(scene, title)):
        return None
    stop = name_stop(scene, first)
    if stop == first or (stop - first == 1 and not _single(scene, first, title)):
        return None
    if apart and (title.personal or not _closed(scene, first, stop)):
        return None
    return named(scene, first, stop, title)


def _single(scene: Scene, at: int, title: Title) -> bool:
    """Return whether one word after a title can be a name."""
    if scene.cased or scene.is_name(at):
        return True
    accusative = scene.key(at).endswith(_TANWIN)
    return not (title.personal or accusative or scene.common(at, _UNUSUAL))


def _tells(scene: Scene, title: Title) -> bool:
    """Return whether a title is one of a certain person: definite, or of something told."""
    bare = title.stop - title.first == 1
    return scene.cased or title.definite or bool(title.of) or not bare or scene.is_name(title.stop)


def _closed(scene: Scene, first: int, stop: int) -> bool:
    """Return whether a name after a comma is closed by another mark, or surely a name."""
    return scene.is_name(first) or (stop - first > 1 and scene.text(stop) in _CLOSING)


def named(scene: Scene, first: int, stop: int, title: Title | None = None) -> Person:
    """Return the person whose name stands at some atoms."""
    words = [scene.key(at) for at in range(first, stop) if scene.pieces[at].kind == "word"]
    start, glued = scene.pieces[first].start, None
    if title is None and not scene.is_name(first):
        glued = scene.name_after_clitics(first)
    if glued:
        words[0] = glued[0]
        start += glued[1]
    return Person(first, stop, start, tuple(words), title)


def untitled(scene: Scene, taken: set[int], names: dict[int, Hit]) -> Iterator[Person]:
    """Yield the people whom a given name or a verb of saying beside them tells."""
    opens = name_openers(scene.language)
    pieces = scene.pieces
    for at in [
        at for at, (_, _, text, kind) in enumerate(pieces) if kind == "word" and opens[text]
    ]:
        if at in taken or at in scene.blocked or not _may_start(scene, at, names):
            continue
        glued = not scene.cased and not scene.is_name(at)
        stop = surname_stop(scene, at + 1) if glued else name_stop(scene, at)
        if stop - at < 2 or any(one in taken for one in range(at, stop)):
            continue
        if not scene.cased or scene.given(at) or _cued(scene, at, stop):
            taken.update(range(at, stop))
            yield named(scene, at, stop)


def _may_start(scene: Scene, at: int, names: dict[int, Hit]) -> bool:
    if not scene.cased:
        hit = names.get(at)
        return _may_start_arabic(scene, at) and (hit is None or hit.stop == at + 1)
    if not scene.capital(at) or scene.said(at, "end") or scene.said(at, "function"):
        return False
    hit = names.get(at)
    if hit is None or (scene.given(at) and hit.stop == at + 1):
        return scene.given(at) or not scene.hit(at, "facility", "organisation-head", "office")
    return False


def _may_start_arabic(scene: Scene, at: int) -> bool:
    """Return whether a given name stands there, or a surname that comes first (`Kim Il Sung`)."""
    if scene.definite(at) or (scene.said(at, "function") and not scene.given(at)):
        return False
    if scene.said(at, "wordlike"):
        nisba = scene.definite(at + 1) and scene.key(at + 1).endswith(_NISBA)
        return nisba or scene.is_name(at + 1) or not scene.common(at + 1, _RAREST)
    if scene.given(at) or (scene.said(at, "family-first") and scene.is_name(at + 1)):
        return True
    glued = None if scene.is_name(at) else scene.name_after_clitics(at)
    return glued is not None and scene.is_given(glued[0])


def _cued(scene: Scene, at: int, stop: int) -> bool:
    """Return whether a run of capitals is told to be a person by what stands beside it."""
    if not 2 <= stop - at <= _SHORT_RUN or any(_is_body(scene, i) for i in range(at, stop)):
        return False
    if scene.said(stop, "saying") or scene.said(at - 1, "saying"):
        return not scene.common(stop - 1, _UNUSUAL)
    return scene.text(stop) == "," and _is_age(scene, stop + 1)


def _is_body(scene: Scene, at: int) -> bool:
    kinds = ("organisation", "organisation-head", "facility", "place", "nationality", "ministry")
    return scene.hit(at, *kinds) is not None


def _is_age(scene: Scene, at: int) -> bool:
    number = at < len(scene.pieces) and scene.pieces[at].kind == "number"
    return number and len(scene.text(at)) <= 3 and scene.text(at + 1) in (",", ".")
