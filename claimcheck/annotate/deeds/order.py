"""Subjects that stand behind their verb's object: the verb, what was opened, where, and by whom."""

from collections.abc import Sequence
from functools import partial

from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.lang.frequency import rarity
from claimcheck.lang.pack import PACKS, folded_set
from claimcheck.model.mention import Entity, Timex

# How many atoms an object and what tells where and when take at most.
_REACH = 14
_PLACES = ("place", "facility")


class Order:
    """Where a subject may stand behind the object of its verb, in one text.

    Behind a noun that has no article, of which it may be the owner, there is none.
    """

    def __init__(self, passage: Passage, entities: Sequence[Entity]) -> None:
        language = passage.language
        self._pieces = passage.pieces
        self._fold = PACKS[language].fold
        self._readings = PACKS[language].readings
        self._rarity = partial(rarity, language=language)
        self._stops = folded_set(language, "deeds", "stops")
        self._heads = folded_set(language, "deeds", "title_heads")
        self._prepositions = folded_set(language, "deeds", "prepositions")
        self._articles = folded_set(language, "deeds", "articles_joined")
        self._attached = {(one,) for one in folded_set(language, "deeds", "attached")}
        # Where and when: the atom at which each of them opens, and the one behind it.
        self._settings = {
            passage.first(one.span): passage.index(one.span.end)
            for one in (*entities, *passage.mentions)
            if isinstance(one, Timex) or (isinstance(one, Entity) and one.kind in _PLACES)
        }
        self._closed = {stop - 1 for stop in self._settings.values()}

    def places(self, start: int) -> list[int]:
        """Return the atoms behind some words at which the subject of these may stand, in order.

        start: the atom right behind the verb, or behind it and the first word of its object.
        """
        found: list[int] = []
        at, closed = start, False
        while at < min(start + _REACH, len(self._pieces)):
            if closed:
                found.append(at)
            behind = self._setting(at)
            if behind:
                at, closed = behind, True
                continue
            if self._bars(at):
                break
            closed = self._is_definite(at) or (closed and self._pieces[at].kind == "number")
            at += 1
        return found

    def is_bare(self, at: int) -> bool:
        """Return whether a noun has no article."""
        return not self._is_definite(at)

    def is_subject(self, name: int, spot: Spot) -> bool:
        """Return whether somebody named at an atom may be the subject, by the title before him.

        The title stands where a subject may; what stands before it is not his: «زيارة الوزير».
        """
        at, start = name - 1, spot.stop
        while at >= start and self._is_definite(at) and at not in self._closed:
            at -= 1
        if at < start:
            return start == spot.first + 1 or self._ends_object(at) or self._is_stop(at)
        if at in self._closed:
            return True
        word = self._fold(self._pieces[at].text)
        return word in self._heads and (at == start or self._ends_object(at - 1))

    def _is_stop(self, at: int) -> bool:
        return self._fold(self._pieces[at].text) in self._stops

    def _ends_object(self, at: int) -> bool:
        return at in self._closed or self._is_definite(at)

    def _setting(self, at: int) -> int:
        """Return the atom behind a place or a date that opens at an atom or behind a preposition.

        0 where none does.
        """
        if at in self._settings:
            return self._settings[at]
        return self._settings.get(at + 1, 0) if self._is_stop(at) else 0

    def _bars(self, at: int) -> bool:
        """Return whether an atom opens what no subject stands behind, as a clause or a company."""
        piece = self._pieces[at]
        word = self._fold(piece.text)
        if piece.kind not in ("word", "number") or word in self._stops - self._prepositions:
            return True
        whole, *others = self._readings(piece.text)
        rests = [one.key for one in others if one.proclitics in self._attached]
        return any(self._rarity(rest) < self._rarity(whole.key) for rest in rests)

    def _is_definite(self, at: int) -> bool:
        word = self._fold(self._pieces[at].text)
        return any(word.startswith(one) and len(word) > len(one) + 1 for one in self._articles)
