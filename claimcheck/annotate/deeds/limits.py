"""Words that limit a denial: to all but some, to one group, to a part of what was told before."""

from collections.abc import Iterable, Iterator

from claimcheck.annotate.atoms import starting
from claimcheck.annotate.deeds.passage import Passage
from claimcheck.annotate.deeds.patterns import Spot
from claimcheck.lang.deeds import AMONG, AMONG_THOSE, BUT_FOR, OF_WHICH, SEEMING, adjectives_lead
from claimcheck.lang.pack import PACKS, folded_set, function_words

# How many atoms may stand between a denial and the words that except some from it, and between
# words for a part and the denial of it; between a denial and the group that it is of.
_BUT_REACH = 12
_PART_REACH = 5
_GROUP_REACH = 3
_LONGEST_GROUP = 5
# How many atoms a phrase that excepts, or tells of a part, has at most.
_LONGEST_PHRASE = 8
# How many words behind a noun may be its adjectives.
_ADJECTIVES = 2
_ENDS = frozenset(".!?؟;؛\n")
_BARS = _ENDS | frozenset(",،:")


class Limits:
    """What limits the denials of one text."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._key = PACKS[passage.language].content_key
        self._fold = PACKS[passage.language].fold
        self._left_out = function_words(passage.language) | folded_set(
            passage.language, "deeds", "members"
        )
        self._degrees = folded_set(passage.language, "deeds", "degrees")
        self._stops = folded_set(passage.language, "deeds", "stops")
        seeming = {at for spot in passage.beside(SEEMING) for at in range(spot.first, spot.stop)}
        self._but = [spot for spot in passage.beside(BUT_FOR) if spot.first not in seeming]
        self._of_which = passage.beside(OF_WHICH)
        self._among = passage.beside(AMONG)
        self._those = passage.beside(AMONG_THOSE)

    def takes_back(self, first: int, stop: int) -> bool:
        """Return whether what is denied at some atoms, half-open, is not denied of the whole.

        Some are excepted from it, or it is told of a part: «منها سبع بلا سداد».
        """
        near = starting(self._but, first - _LONGEST_PHRASE - _BUT_REACH, stop + _BUT_REACH)
        parts = starting(self._of_which, first - _LONGEST_PHRASE - _PART_REACH, first)
        return any(self._excepts(spot, first, stop) for spot in near) or any(
            0 <= first - spot.stop <= _PART_REACH and not self._barred(range(spot.stop, first))
            for spot in parts
        )

    def _excepts(self, spot: Spot, first: int, stop: int) -> bool:
        """Return whether a phrase excepts from a denial: behind it, or as its sentence opens."""
        if self._is_behind(spot, stop, _BUT_REACH, _ENDS):
            return True
        opens = spot.first == 0 or self._barred([spot.first - 1], _ENDS)
        before = opens and 0 <= first - spot.stop <= _BUT_REACH
        return before and not self._barred(range(spot.stop, first), _ENDS)

    def is_of_degree(self, first: int, stop: int) -> bool:
        """Return whether a word among a denial's, or beside its noun, leaves the lesser open.

        `No serious injuries`, `no one else was hurt`.
        """
        leads = adjectives_lead(self._passage.language)
        pieces = self._passage.pieces[first : stop if leads else stop + _ADJECTIVES]
        for at, piece in enumerate(pieces, start=first):
            if at >= stop and piece.text in _BARS:
                return False
            if self._fold(piece.text) in self._degrees:
                return True
        return False

    def group(self, first: int, stop: int, *, stated: bool) -> str:
        """Return the content key of the group that a denial at some atoms is of, if it tells one.

        `No injuries among the passengers`, `nobody in the bus was hurt`. stated: whether the words
        themselves deny, so that they may have it among them.
        """
        told = (self._among, self._those) if stated else ()
        inside = [spot for spots in told for spot in starting(spots, first + 1, stop - 1)]
        near = starting(self._among, stop, stop + _GROUP_REACH)
        behind = [spot for spot in near if self._is_behind(spot, stop, _GROUP_REACH, _BARS)]
        groups = [(spot.first, -spot.stop) for spot in (*inside, *behind)]
        nouns = list(self._nouns(-min(groups)[1])) if groups else []
        if not nouns:
            return ""
        return nouns[-1] if adjectives_lead(self._passage.language) else nouns[0]

    def _nouns(self, start: int) -> Iterator[str]:
        """Yield the content keys of the few words from an atom on, up to one that bars."""
        pieces = self._passage.pieces
        for at in range(start, min(start + _LONGEST_GROUP, len(pieces))):
            word = self._fold(pieces[at].text)
            if pieces[at].kind != "word" or word in self._stops:
                return
            if word not in self._left_out:
                yield self._key(word)

    def _is_behind(self, spot: Spot, stop: int, reach: int, bars: frozenset[str]) -> bool:
        """Return whether a phrase stands behind an atom, with nothing that bars between."""
        if not 0 <= spot.first - stop <= reach:
            return False
        return not self._barred(range(stop, spot.first), bars)

    def _barred(self, between: Iterable[int], bars: frozenset[str] = _BARS) -> bool:
        return any(self._passage.pieces[at].text in bars for at in between)
