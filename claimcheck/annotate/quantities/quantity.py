"""Numbers with their units: money, shares, measures, durations, ages, counts, ranks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of, set_mentions, text_of
from claimcheck.annotate.numbers.number_tokens import number_pieces
from claimcheck.annotate.quantities.ages import bare_age
from claimcheck.annotate.quantities.bare_units import counting_words, nothing_else, unit_alone
from claimcheck.annotate.quantities.clock import clocked
from claimcheck.annotate.quantities.elliptic import Free, elliptic
from claimcheck.annotate.quantities.goals import in_goals
from claimcheck.annotate.quantities.measured import Measured, built
from claimcheck.annotate.quantities.quantity_context import (
    escaped,
    in_context,
    magnitude,
    rank,
    score,
)
from claimcheck.annotate.quantities.quantity_join import joined_up
from claimcheck.annotate.quantities.rates import per_number
from claimcheck.annotate.quantities.shares import shares
from claimcheck.annotate.quantities.sides import sides
from claimcheck.annotate.quantities.table_units import of_tables, outside, table_units, told
from claimcheck.annotate.quantities.told_elsewhere import told_elsewhere
from claimcheck.annotate.quantities.whose_money import of_sum, resolved
from claimcheck.annotate.quantities.with_unit import uncounted_cents, uncounted_inches, with_unit
from claimcheck.model.mention import Numeral

_START, _END = attrgetter("start"), attrgetter("end")

# What numbers without a unit are, in order; lengths of time in figures are no numbers at all.
_READERS = (clocked, sides, elliptic, told_elsewhere, shares)


class QuantityPipe:
    """Adds a Quantity for each number that has a unit, and for each dual noun.

    A numeral with no known unit stays a Numeral: a guessed unit would invent conflicts.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its quantities added to the mentions."""
        pieces = merged(pieces_of(doc), text_of(doc))
        numerals = placed(pieces, [m for m in mentions_of(doc) if isinstance(m, Numeral)])
        found = sorted(drafts(pieces, numerals, self._language), key=lambda draft: draft.start)
        joined = joined_up(pieces, found, self._language)
        stated = of_sum(pieces, in_context(pieces, joined, self._language), self._language)
        units = table_units(pieces, self._language)
        if units:
            numerals, stated = outside(numerals, units), outside(stated, units)
            stated += of_tables(pieces, unmeasured(numerals, stated), units)
            stated.sort(key=_START)
            numerals = told(pieces, numerals, units)
            kept = {id(here.numeral) for here in numerals}
            others = (m for m in mentions_of(doc) if not isinstance(m, Numeral) or id(m) in kept)
            set_mentions(doc, others)
        free = unmeasured(numerals, stated)
        for read in _READERS if free else _READERS[:1]:
            more = read(pieces, unmeasured(numerals, stated), stated, self._language)
            stated += in_context(pieces, tuple(more), self._language)
            stated.sort(key=_START)
        stated = in_goals(pieces, stated, self._language)
        return add_mentions(doc, [built(draft) for draft in resolved(stated)])


def merged(pieces: Sequence[Atom], text: str) -> Sequence[Atom]:
    """Return the atoms with 10 000 and 1/2 each made one; most texts have none."""
    numbers = [at for at, (_, _, _, kind) in enumerate(pieces) if kind == "number"]
    beside = any(after - at == 1 for at, after in pairwise(numbers))
    if beside or any(pieces[at - 1].text == "/" for at in numbers):
        return number_pieces(pieces, text)
    return pieces


def placed(pieces: Sequence[Atom], numerals: Sequence[Numeral]) -> list[Free]:
    """Return numerals with the atoms that they cover."""
    found: list[Free] = []
    stop = 0
    for numeral in numerals:
        first = bisect_left(pieces, numeral.span.start + 1, stop, key=_END)
        stop = bisect_left(pieces, numeral.span.end, first, key=_START)
        found.append(Free(numeral, first, stop))
    return found


def drafts(pieces: Sequence[Atom], numerals: Sequence[Free], language: str) -> Iterator[Measured]:
    """Yield the quantities of a text, each by itself."""
    if not numerals:
        yield from nothing_else(pieces, language)
    counting = counting_words(language)
    words = [
        at for at, (_, _, text, kind) in enumerate(pieces) if kind == "word" and counting[text]
    ]
    taken = seen = 0
    for number, here in enumerate(numerals):
        before = bisect_left(words, here.first, seen)
        yield from alone(pieces, words[bisect_left(words, taken, seen) : before], language)
        after = numerals[number + 1].numeral if number + 1 < len(numerals) else None
        found = _read(pieces, here, after, taken, language)
        taken, seen = here.stop, before
        if found:
            yield found
            taken = max(taken, found.stop)
    yield from alone(pieces, words[bisect_left(words, taken, seen) :], language)


def _read(
    pieces: Sequence[Atom], here: Free, after: Numeral | None, taken: int, language: str
) -> Measured | None:
    """Return what one numeral measures, ranks or counts; `taken` atoms belong to another."""
    numeral, atoms = here.numeral, (here.first, here.stop)
    if escaped(pieces, here.first) or per_number(pieces, here.first, language):
        return None
    return (
        score(pieces, numeral, after, atoms, language)
        or rank(pieces, numeral, atoms, language)
        or _measure(pieces, here, taken, language)
        or bare_age(pieces, numeral, atoms, language)
        or uncounted_cents(pieces, numeral, atoms, language)
        or uncounted_inches(pieces, numeral, atoms)
    )


def _measure(pieces: Sequence[Atom], here: Free, taken: int, language: str) -> Measured | None:
    """Return what a numeral measures, or counts where it is no quake's magnitude."""
    found = with_unit(pieces, here, taken, language)
    if found and found.unit.dimension != "count":
        return found
    return magnitude(pieces, here.numeral, (here.first, here.stop), language) or found


def alone(pieces: Sequence[Atom], places: Sequence[int], language: str) -> Iterator[Measured]:
    """Yield what units and nouns without a number say how many of, at some of the atoms."""
    taken = -1
    for at in places:
        found = unit_alone(pieces, at, language) if at >= taken else None
        if found:
            yield found
            taken = found.stop


def unmeasured(numerals: Sequence[Free], found: Sequence[Measured]) -> list[Free]:
    """Return the numerals outside all quantities."""
    opens = [quantity.start for quantity in found]
    free: list[Free] = []
    for here in numerals:
        near = bisect_left(opens, here.numeral.span.end) - 1
        if near < 0 or found[near].end <= here.numeral.span.start:
            free.append(here)
    return free


@Language.factory("claimcheck_quantity")
def make_quantity(nlp: Language, name: str) -> QuantityPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return QuantityPipe(nlp.lang or "")
