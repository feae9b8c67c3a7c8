"""Numbers with their units: money, shares, measures, durations, ages, counts, ranks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.doc import add_mentions, mentions_of, pieces_of, text_of
from claimcheck.annotate.numbers.number_tokens import number_pieces
from claimcheck.annotate.quantities.counted import (
    counted_noun,
    definite_noun,
    dual_noun,
    free_noun,
    noun_before,
)
from claimcheck.annotate.quantities.measured import Measured, built, measured
from claimcheck.annotate.quantities.quantity_context import (
    bare_age,
    in_context,
    is_year,
    rank,
    score,
)
from claimcheck.annotate.quantities.quantity_join import joined_up, with_part
from claimcheck.annotate.quantities.unit_lists import folded
from claimcheck.annotate.quantities.unit_match import UnitAt, sign_before, unit_after
from claimcheck.annotate.quantities.unit_words import Unit, may_be_dual, names_unit, unit_phrases
from claimcheck.annotate.quantities.whose_money import resolved
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import Numeral
from claimcheck.model.text import TextSpan


class QuantityPipe:
    """Adds a Quantity for each number that has a unit, and for each dual noun.

    A numeral with no known unit stays a Numeral: a guessed unit would invent conflicts.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its quantities added to the mentions."""
        pieces = number_pieces(pieces_of(doc), text_of(doc))
        numerals = [m for m in mentions_of(doc) if isinstance(m, Numeral)]
        found = sorted(drafts(pieces, numerals, self._language), key=lambda draft: draft.start)
        joined = joined_up(pieces, found, self._language)
        stated = in_context(pieces, joined, self._language)
        return add_mentions(doc, [built(draft) for draft in resolved(stated)])


def drafts(
    pieces: Sequence[Atom], numerals: Sequence[Numeral], language: str
) -> Iterator[Measured]:
    """Yield the quantities of a text, each by itself."""
    starts = [piece.start for piece in pieces]
    ends = [piece.end for piece in pieces]
    taken = 0
    for number, numeral in enumerate(numerals):
        first = bisect_left(ends, numeral.span.start + 1)
        stop = bisect_left(starts, numeral.span.end)
        yield from duals(pieces, taken, first, language)
        taken = stop
        after = numerals[number + 1] if number + 1 < len(numerals) else None
        found = (
            score(pieces, numeral, after, (first, stop), language)
            or rank(pieces, numeral, (first, stop), language)
            or with_unit(pieces, numeral, (first, stop), language)
            or bare_age(pieces, numeral, (first, stop), language)
        )
        if found:
            yield found
            taken = max(stop, found.stop)
    yield from duals(pieces, taken, len(pieces), language)


def with_unit(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return a numeral with the unit beside it, or the noun that it counts."""
    first, stop = atoms
    if numeral.kind == "ordinal":
        return None
    if numeral.kind == "multiple":
        unit = Unit("multiple", "time")
        return measured(numeral, unit, numeral.span.start, numeral.span.end, atoms)
    sign = sign_before(pieces, first)
    if sign:
        return _signed(numeral, sign, stop)
    year = is_year(pieces, numeral, first, language)
    after = None if year else unit_after(pieces, _past_article(pieces, numeral, stop), language)
    if after:
        return measured(numeral, after.unit, numeral.span.start, after.end, (first, after.stop))
    return _counted(pieces, numeral, atoms, language, year=year)


def _past_article(pieces: Sequence[Atom], numeral: Numeral, stop: int) -> int:
    """Return the index after the article of "half a year", "millions of dollars"."""
    if numeral.kind != "fraction" and numeral.high is not None:
        return stop
    words = pieces[stop : stop + 1]
    return stop + 1 if words and words[0].text in ("a", "an", "of") else stop


def _signed(numeral: Numeral, sign: UnitAt, stop: int) -> Measured:
    return measured(numeral, sign.unit, sign.start, numeral.span.end, (sign.first, stop))


def _counted(
    pieces: Sequence[Atom],
    numeral: Numeral,
    atoms: tuple[int, int],
    language: str,
    *,
    year: bool,
) -> Measured | None:
    """Return a count of the noun after a numeral, or of the definite noun before it."""
    amount = numeral.low if numeral.low is not None else numeral.high
    if numeral.kind != "cardinal" or amount is None:
        return None
    noun = counted_noun(pieces, atoms[1], amount, language) if not year else None
    if noun:
        unit = Unit("count", noun.unit)
        found = measured(numeral, unit, numeral.span.start, noun.end, (atoms[0], noun.stop))
        return found._replace(noun=TextSpan(start=noun.start, end=noun.end))
    return _noun_first(pieces, numeral, atoms, language)


def _noun_first(
    pieces: Sequence[Atom], numeral: Numeral, atoms: tuple[int, int], language: str
) -> Measured | None:
    """Return a count or a measure whose noun stands before its number: the seven days."""
    first = noun_before(pieces, atoms[0], numeral.low, language)
    if first < 0:
        return None
    piece = pieces[first]
    bounds = numeral.span.end, (first, atoms[1])
    unit = unit_after(pieces, first, language)
    if unit and unit.stop == atoms[0]:
        return measured(numeral, unit.unit, unit.start, *bounds)
    definite = definite_noun(piece.text, language)
    key, skip = definite or (free_noun(piece.text, language), 0)
    if not key:
        return None
    found = measured(numeral, Unit("count", key), piece.start + skip, *bounds)
    return found._replace(noun=TextSpan(start=piece.start + skip, end=piece.end))


def duals(pieces: Sequence[Atom], start: int, stop: int, language: str) -> Iterator[Measured]:
    """Yield the units and countable nouns in the dual, which need no number, between two atoms."""
    at = start
    while at < stop:
        found = _dual(pieces, at, language) if pieces[at].kind == "word" else None
        if found:
            yield found
        at = found.stop if found else at + 1


def _dual(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    noun = dual_noun(pieces[at].text, language)
    if noun:
        unit, skip = noun
        start, end = pieces[at].start + skip, pieces[at].end
        span = TextSpan(start=start, end=end)
        return _two(Unit("count", unit), start, end, (at, at + 1))._replace(noun=span)
    if may_be_dual(pieces[at].text, language):
        return _dual_unit(pieces, at, language)
    return _one_and_part(pieces, at, language)


def _dual_unit(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    piece = pieces[at]
    if PACKS[language].fold(piece.text) in folded(language, "not_dual"):
        return None
    found = unit_phrases(language).longest(pieces, at)
    unit = next((unit for unit in found.payloads if unit.number), None) if found else None
    if found is None or unit is None:
        return None
    return _two(unit, found.start, found.end, (at, found.stop))


def _one_and_part(pieces: Sequence[Atom], at: int, language: str) -> Measured | None:
    """Return a unit that counts one without saying so: a year and a half."""
    if at + 1 >= len(pieces) or not names_unit(pieces[at].text, language):
        return None
    found = unit_phrases(language).longest(pieces, at)
    if found is None:
        return None
    one = Decimal(1)
    unit = found.payloads[0]
    whole = Measured(found.start, found.end, at, found.stop, one, one, one, False, unit)  # noqa: FBT003
    more = with_part(pieces, whole, language)
    return more if more is not whole else None


def _two(unit: Unit, start: int, end: int, atoms: tuple[int, int]) -> Measured:
    two, one = Decimal(2), Decimal(1)
    return Measured(start, end, atoms[0], atoms[1], two, two, one, False, unit)  # noqa: FBT003


@Language.factory("claimcheck_quantity")
def make_quantity(nlp: Language, name: str) -> QuantityPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return QuantityPipe(nlp.lang or "")
