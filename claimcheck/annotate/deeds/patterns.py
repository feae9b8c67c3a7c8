"""Phrases with gaps and choices, by the lookup forms of their words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.phrases import first_keys, phrase_words
from claimcheck.annotate.remembered import Remembered
from claimcheck.lang.deeds import Told
from claimcheck.lang.pack import PACKS

_GAP = "~"
# A choice in brackets, or a word.
_PARTS = re.compile(r"\([^()]*\)|[^\s()]+")
# How many atoms a gap may hold; more where it holds whom the phrase is of.
_MOST_SKIPPED = 5
_MOST_BETWEEN = 12
_ENDS = frozenset(".!?؟\n")


class Spot(NamedTuple):
    """A phrase in a text.

    first, stop: its atoms, half-open; start: code point, without proclitics.
    told: what the phrase tells.
    """

    first: int
    stop: int
    start: int
    told: Told


class _Node:
    """What may follow the words of one phrase so far: by how many atoms may lie between, and word.

    told: what the words so far tell, if they are a phrase.
    """

    __slots__ = ("after", "told")

    def __init__(self) -> None:
        self.after: dict[int, dict[str, tuple[_Node, ...]]] = {}
        self.told: list[Told] = []


_Nodes = tuple[_Node, ...]


class _State(NamedTuple):
    """What may follow the same words of several phrases, as in `_Node`."""

    after: tuple[tuple[int, dict[str, _Nodes]], ...]
    told: tuple[Told, ...]


class Patterns:
    """A language's phrases, as `rules/deeds/` spells them."""

    def __init__(self, entries: Iterable[tuple[str, Told]], language: str) -> None:
        root = _Node()
        for pattern, told in entries:
            _add(root, pattern, told, language)
        self._firsts = root.after.get(0, {})
        self._forms = Remembered(partial(_forms, language=language))
        self._openings = Remembered(self._opening)
        # Those of the few words that texts open phrases with; all would take long to join.
        self._states: dict[_Nodes, _State] = {}

    def spots(self, pieces: Sequence[Atom]) -> list[Spot]:
        """Return the phrases of a text in order; for each thing told from one word the longest."""
        openings = self._openings
        return [
            spot
            for at, (_, _, text, kind) in enumerate(pieces)
            if kind == "word" and openings[text]
            for spot in self._longest(pieces, at, openings[text])
        ]

    def _opening(self, word: str) -> tuple[tuple[_Nodes, int], ...]:
        """Return the phrases that a word may open, each with the code points before it."""
        forms = self._forms[word].items()
        return tuple((self._firsts[key], skip) for key, skip in forms if key in self._firsts)

    def _longest(
        self, pieces: Sequence[Atom], at: int, opening: Iterable[tuple[_Nodes, int]]
    ) -> Iterable[Spot]:
        best: dict[Told, Spot] = {}
        for nodes, skip in opening:
            for stop, told in self._ends(pieces, at + 1, nodes):
                if told not in best or best[told].stop < stop:
                    best[told] = Spot(at, stop, pieces[at].start + skip, told)
        return best.values()

    def _ends(self, pieces: Sequence[Atom], at: int, nodes: _Nodes) -> Iterator[tuple[int, Told]]:
        """Yield the index after each phrase that goes on from an atom, and what it tells."""
        state = self._states.get(nodes)
        if state is None:
            state = self._states[nodes] = _joined(nodes)
        for told in state.told:
            yield at, told
        for most, known in state.after:
            seen: set[str] = set()
            for place in range(at, min(at + 1 + most, len(pieces))):
                text = pieces[place].text
                for key in self._forms[text]:
                    if key in known and key not in seen:
                        seen.add(key)
                        yield from self._ends(pieces, place + 1, known[key])
                if text in _ENDS:
                    break


def _joined(nodes: _Nodes) -> _State:
    """Return several nodes as one."""
    after: dict[int, dict[str, _Nodes]] = {}
    for node in nodes:
        for most, known in node.after.items():
            for key, following in known.items():
                keys = after.setdefault(most, {})
                keys[key] = (*keys.get(key, ()), *following)
    told = dict.fromkeys(one for node in nodes for one in node.told)
    return _State(tuple(after.items()), tuple(told))


def _add(root: _Node, pattern: str, told: Told, language: str) -> None:
    """Add the phrases of a pattern under the lookup forms of their words."""
    most = _MOST_BETWEEN if told.side == "between" else _MOST_SKIPPED
    node, gap = root, 0
    for part in _PARTS.findall(pattern):
        if part == _GAP:
            gap = most
            continue
        end = _Node()
        for choice in part.strip("()").split("|"):
            _link(node, end, choice, gap, language)
        node, gap = end, 0
    node.told.append(told)


def _link(node: _Node, end: _Node, choice: str, gap: int, language: str) -> None:
    """Let the words of a choice lead from one node to another."""
    *heads, last = phrase_words(choice)
    for word in heads:
        step = _Node()
        _lead(node, step, word, gap, language)
        node, gap = step, 0
    _lead(node, end, last, gap, language)


def _lead(node: _Node, following: _Node, word: str, gap: int, language: str) -> None:
    known = node.after.setdefault(gap, {})
    key = PACKS[language].fold(word)
    known[key] = (*known.get(key, ()), following)


def _forms(word: str, language: str) -> dict[str, int]:
    """Return the lookup forms of a word, each with the code points before it."""
    return dict(first_keys(word, language))
