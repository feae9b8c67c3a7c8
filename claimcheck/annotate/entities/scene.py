"""One article as the finders of entities see it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from claimcheck.annotate.atoms import CLOSING_QUOTES, OPENING_QUOTES
from claimcheck.annotate.doc import mentions_of, pieces_of
from claimcheck.annotate.entities.gazetteer import lookup_words
from claimcheck.annotate.entities.name_words import (
    folded_list,
    in_list,
    is_cased,
    is_common,
    is_definite,
    is_event,
    is_glued,
    is_name,
    is_present,
    name_after_clitics,
)
from claimcheck.annotate.entities.terms import (
    Hit,
    Word,
    goes_on,
    kinds_of,
    lone_terms,
    longer_terms,
    word_terms,
)
from claimcheck.annotate.syntax.carrier import syntax_of
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Entity, Quantity, Timex
from claimcheck.model.text import TextSpan

_MARKS_IN_QUOTES = frozenset("-–&.'’")
_COMMON = 30
_ORDINARY = 24
_SHORTEST_NAME = 3
_ARTICLE = "ال"
_LONGEST_QUOTE = 6
_LONGEST_TERM = 4
_TAKEN = (Timex, Quantity)
_SPELLED = ("word", "number")


class Quoted(NamedTuple):
    """The words of a name: their atoms, and the index after them and their quotation marks."""

    first: int
    stop: int
    after: int


class Scene:
    """One article's atoms and the terms that stand at them.

    cased: the language writes capitals.
    blocked: atoms inside a date or a quantity; no entity starts or ends there.
    tags: the names that a model tags, if one has read the article.
    """

    def __init__(self, doc: Doc, language: str) -> None:
        self.language = language
        self.cased = is_cased(language)
        self.pieces = pieces_of(doc)
        self.starts = [start for start, _, _, _ in self.pieces]
        self.blocked = self._blocked(doc)
        self.tags = syntax_of(doc).names
        self._hits: dict[int, Sequence[Hit]] = {}
        self._alone: dict[int, Word] = {}
        self._firsts: dict[str, list[int]] = {}
        known = word_terms(language)
        for at, (_, _, text, kind) in enumerate(self.pieces):
            if kind == "word" and (word := known[text]).openings:
                self._add(at, word)

    def _add(self, at: int, word: Word) -> None:
        """Note the terms that open with a word; those of one word are made when asked for."""
        kinds = word.kinds
        if word.seconds and goes_on(self.pieces, at, word, self.language):
            self._hits[at] = longer_terms(self.pieces, at, word, self.language)
            kinds = kinds_of(self._hits[at])
        elif kinds:
            self._alone[at] = word
        for kind in kinds:
            self._firsts.setdefault(kind, []).append(at)

    def _blocked(self, doc: Doc) -> frozenset[int]:
        taken: set[int] = set()
        for mention in mentions_of(doc):
            if isinstance(mention, _TAKEN):
                first = bisect_left(self.starts, mention.span.start)
                taken.update(range(first, bisect_left(self.starts, mention.span.end)))
        return frozenset(taken)

    def firsts(self, *kinds: str) -> Sequence[int]:
        """Return the atoms that terms of these kinds open with, in order."""
        if len(kinds) == 1:
            return self._firsts.get(kinds[0], ())
        return sorted({at for kind in kinds for at in self._firsts.get(kind, ())})

    def hits(self, at: int) -> Sequence[Hit]:
        """Return the terms at an atom, the longest first, then those with the fewest clitics."""
        found = self._hits.get(at)
        if found is not None:
            return found
        word = self._alone.get(at)
        if word is None:
            return ()
        self._hits[at] = found = lone_terms(self.pieces[at], at, word)
        return found

    def hit(self, at: int, *kinds: str, clitics: bool = True) -> Hit | None:
        """Return the longest term of these kinds at an atom."""
        for found in self.hits(at):
            if found.term.kind in kinds and (clitics or not found.clitics):
                return found
        return None

    def hit_ending(self, stop: int, *kinds: str, least: int = 0) -> Hit | None:
        """Return the longest term of these kinds that ends before an atom, from `least` on."""
        for first in range(max(stop - _LONGEST_TERM, least), stop):
            for found in self.hits(first):
                if found.stop == stop and found.term.kind in kinds:
                    return found
        return None

    def text(self, at: int) -> str:
        """Return an atom's text, or nothing past the end."""
        return self.pieces[at].text if 0 <= at < len(self.pieces) else ""

    def is_word(self, at: int) -> bool:
        """Return whether a word stands there that no date or quantity has taken."""
        inside = 0 <= at < len(self.pieces)
        return inside and self.pieces[at].kind == "word" and at not in self.blocked

    def beside(self, at: int) -> bool:
        """Return whether an atom follows the one before it on the same line."""
        gap = self.pieces[at].start - self.pieces[at - 1].end if 0 < at < len(self.pieces) else 9
        return gap <= 2 and self.pieces[at - 1].kind != "newline"

    def folded(self, first: int, stop: int) -> str:
        """Return some atoms' words in lookup form."""
        return self._lookup(self.pieces[first].text, first, stop)

    def folded_from(self, first: int, stop: int, start: int) -> str:
        """Return some atoms' words in lookup form, the first from a code point of the text on."""
        return self._lookup(
            self.pieces[first].text[start - self.pieces[first].start :], first, stop
        )

    def _lookup(self, opening: str, first: int, stop: int) -> str:
        later = self.pieces[first + 1 : stop]
        words = [opening] if self.pieces[first].kind in _SPELLED else []
        words += [piece.text for piece in later if piece.kind in _SPELLED]
        return " ".join(lookup_words(" ".join(words), self.language))

    def key(self, at: int) -> str:
        """Return an atom folded, its clitics kept."""
        return PACKS[self.language].fold(self.text(at))

    def said(self, at: int, name: str) -> bool:
        """Return whether an atom is a word of one of the lists `name.*` or of function words."""
        return in_list(self.text(at), self.language, name)

    def is_name(self, at: int) -> bool:
        """Return whether a word is a known given name or surname, spelled as one."""
        return is_name(self.text(at), self.language)

    def given(self, at: int) -> bool:
        """Return whether a word is a known given name, spelled as one."""
        return self.said(at, "given") and self.is_name(at)

    def common(self, at: int, least: int = _COMMON) -> bool:
        """Return whether a word is too frequent to be taken for a name unseen."""
        return is_common(self.text(at), self.language, least)

    def definite(self, at: int) -> bool:
        """Return whether an Arabic word has the article."""
        return is_definite(self.text(at), self.language)

    def capital(self, at: int) -> bool:
        """Return whether an atom starts with a capital letter."""
        first = self.text(at)[:1]
        return first != first.lower()

    def quoted(self, at: int) -> Quoted | None:
        """Return the few words that stand in quotation marks from an atom on."""
        if self.text(at) not in OPENING_QUOTES or not self.is_word(at + 1):
            return None
        for stop in range(at + 2, min(at + 2 + 2 * _LONGEST_QUOTE, len(self.pieces))):
            if self.text(stop) in CLOSING_QUOTES:
                return Quoted(at + 1, stop, stop + 1)
            if self.pieces[stop].kind == "mark" and self.text(stop) not in _MARKS_IN_QUOTES:
                return None
        return None

    def span(self, first: int, stop: int, start: int | None = None) -> TextSpan:
        """Return the span of some atoms, from `start` where clitics stand before it."""
        begin = self.pieces[first].start if start is None else start
        return TextSpan(start=begin, end=self.pieces[stop - 1].end)

    def atoms_of(self, spans: Iterable[TextSpan]) -> set[int]:
        """Return the atoms that some spans cover."""
        return {
            at
            for span in spans
            for at in range(
                bisect_right(self.starts, span.start) - 1, bisect_left(self.starts, span.end)
            )
        }

    def covers(self, atoms: set[int], span: TextSpan) -> bool:
        """Return whether all atoms of a span are among `atoms`."""
        return self.atoms_of((span,)) <= atoms

    def is_event(self, at: int) -> bool:
        """Return whether a word may evoke an event or a measure."""
        return is_event(self.text(at), self.language)

    def name_after_clitics(self, at: int) -> tuple[str, int] | None:
        """Return a listed name that stands under clitics, with the code points before it."""
        return name_after_clitics(self.text(at), self.language)

    def glued(self, at: int) -> bool:
        """Return whether a word is better known without the preposition that it opens with."""
        return is_glued(self.text(at), self.language)

    def is_verb(self, at: int) -> bool:
        """Return whether a word looks like a verb of the present, as a name hardly does."""
        return is_present(self.text(at), self.language)

    def is_given(self, word: str) -> bool:
        """Return whether a folded word is a given name."""
        return word in folded_list(self.language, "given")

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is too ordinary to stand for a person by itself."""
        lists = ("end", "function", "particle", "regnal", "adjective")
        if any(word in folded_list(self.language, name) for name in lists):
            return True
        known = any(word in folded_list(self.language, name) for name in ("surname", "given"))
        return not known and is_common(word, self.language, _ORDINARY)

    def free(self, entities: Iterable[Entity]) -> list[Entity]:
        """Return the entities that neither lie in a date or quantity nor cross its border."""
        return [entity for entity in entities if not self._crosses(entity.span)]

    def _crosses(self, span: TextSpan) -> bool:
        first = bisect_left(self.starts, span.start + 1) - 1
        last = bisect_left(self.starts, span.end) - 1
        return first in self.blocked or (last in self.blocked and last - 1 in self.blocked)
