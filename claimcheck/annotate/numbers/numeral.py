"""Numbers in digits and words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.annotate.atoms import Atom, atoms
from claimcheck.annotate.doc import add_mentions, pieces_of, text_of
from claimcheck.annotate.numbers.hedges import Hedge, hedge_after, hedge_around, hedge_before
from claimcheck.annotate.numbers.number_forms import number, tens_as_ordinal
from claimcheck.annotate.numbers.number_grammar import cardinal
from claimcheck.annotate.numbers.number_parts import Grammar, Part, Tokens, digits, role
from claimcheck.annotate.numbers.number_small import fraction
from claimcheck.annotate.numbers.number_tokens import number_pieces, tokens_of
from claimcheck.annotate.numbers.number_words import grammar, listed
from claimcheck.annotate.numbers.ranges import DASHES, Place, ranged
from claimcheck.annotate.quantities.counted import is_definite, plural_noun
from claimcheck.annotate.quantities.unit_words import is_unit_word
from claimcheck.lang.pack import PACKS, function_words
from claimcheck.model.mention import Numeral
from claimcheck.model.text import TextSpan

_MONEY_SIGNS = "$£€¥₹₪₺₽₩₴"
# How far a little more or less goes: of the whole that a part is of, and of that part itself.
_LITTLE = Decimal("0.06")
_LITTLE_OF_ITSELF = Decimal("0.2")
_STARTS = frozenset(
    {"digits", "one", "part", "tail", "zero", "ten", "teen", "hundred", "scale", "dual",
     "scale_or_dual", "many", "vague", "few", "dozen", "fraction", "minus", "twice",
     "ordinal", "ordinal_part", "a"}
)  # fmt: skip


class NumeralPipe:
    """Adds a Numeral for each number, with the hedges that stand beside it."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its numerals added to the mentions."""
        pieces = number_pieces(pieces_of(doc), text_of(doc))
        return add_mentions(doc, numerals(pieces, self._language))


def number_mentions(text: str, language: str) -> list[Numeral]:
    """Return the numerals of a bare text in order, those that spell dates included."""
    return list(numerals(number_pieces(atoms(text), text), language))


@cache
def _rules(language: str) -> Grammar:
    settings = grammar(language)
    return Grammar(settings["ones_before_tens"] == "yes", settings["loose"] == "yes")


def numerals(pieces: Sequence[Atom], language: str) -> Iterator[Numeral]:
    """Yield the numerals of a text in order; they never overlap."""
    tokens = tokens_of(pieces, language)
    rules = _rules(language)
    free = 0
    for at in [at for at, token in enumerate(tokens) if token and token.role in _STARTS]:
        if at < free:
            continue
        place = Place(pieces, tokens, at, language)
        found = _plain_digits(place) or _in_words(place, rules)
        if found is None:
            continue
        yield _mention(pieces, tokens, at, found, language)
        free = found.stop + _is_unit(pieces, tokens, found.stop, language)


def _plain_digits(place: Place) -> Part | None:
    """Return the digits at a place with no word of number and no dash after them."""
    pieces, tokens, at, _ = place
    alone = tokens[at + 1] is None and not (at + 1 < len(pieces) and pieces[at + 1].text in DASHES)
    return digits(tokens, at) if alone else None


def _in_words(place: Place, rules: Grammar) -> Part | None:
    """Return the number or range at a place, None where a lone word is meant otherwise."""
    found = _read(place, rules)
    if found is None:
        return None
    first = _definite(place, found, rules)
    found = ranged(place, first, rules)
    pieces, tokens, at, language = place
    stands = found is not first or _stands(pieces, tokens, at, found, language)
    return found if stands else None


def _read(place: Place, rules: Grammar) -> Part | None:
    """Return the number at a place, in the sense that the words around it leave."""
    pieces, tokens, at, language = place
    if role(tokens, at) == "a" and role(tokens, at + 1) == "ordinal" and _lone_part(place):
        part = fraction(tokens, at, rules, after_number=True)
        if part:
            return part
    found = number(tokens, at, rules)
    if found is None or found.kind != "fraction":
        return found
    whole = cardinal(tokens, at, rules)
    link = role(tokens, whole.stop) if whole else ""
    after = pieces[found.stop].text if found.stop < len(pieces) else ""
    over = link == "over" and after[:1].isalnum()
    within = link == "within" and is_unit_word(after, language)
    return whole if over or within else found


def _lone_part(place: Place) -> bool:
    """Return whether "a fifth" is a part: by a fifth, or nothing but itself."""
    pieces, _, at, language = place
    after = pieces[at + 2].text if at + 2 < len(pieces) else ""
    key = PACKS[language].fold(after)
    ends = not after[:1].isalpha() or (
        key in function_words(language) and key not in listed(language, "and")
    )
    before = PACKS[language].fold(pieces[at - 1].text) if at else ""
    share = before in listed(language, "share_after")
    return ends and (share or len(pieces) == 2)


def _is_unit(pieces: Sequence[Atom], tokens: Tokens, at: int, language: str) -> bool:
    """Return whether what looks like an ordinal is the unit of the number before: seconds."""
    return role(tokens, at) == "ordinal" and is_unit_word(pieces[at].text, language)


def _stands(pieces: Sequence[Atom], tokens: Tokens, at: int, found: Part, language: str) -> bool:
    """Return whether a lone number word is meant as a number here."""
    if found.stop > at + 1 or found.digits:
        return True
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    follows = after.text if after and after.kind == "word" else ""
    name = role(tokens, at)
    if name == "fraction":
        return _is_share(tokens, at, follows, language)
    if PACKS[language].fold(pieces[at].text) in listed(language, "adverbial"):
        before = PACKS[language].fold(pieces[at - 1].text) if at else ""
        return before in listed(language, "ranking")
    if _names_weekday(pieces[at], tokens, at, language):
        return False
    if name == "one" and found.low == 1 and grammar(language)["loose"] == "yes":
        return is_unit_word(follows, language) or PACKS[language].fold(follows) in listed(
            language, "one_before"
        )
    return name != "a"


def _names_weekday(piece: Atom, tokens: Tokens, at: int, language: str) -> bool:
    """Return whether a word names the weekday that is spelled like the definite number."""
    token = tokens[at]
    word = piece.text[token.start - piece.start :] if token else piece.text
    return PACKS[language].fold(word) in listed(language, "weekdays")


def _is_share(tokens: Tokens, at: int, follows: str, language: str) -> bool:
    """Return whether a lone fraction is a share: half of it, not the second half."""
    before = listed(language, "fraction_before")
    if before:
        share = PACKS[language].fold(follows) in before
        return share and role(tokens, at - 1) != "ordinal"
    token = tokens[at]
    return token is not None and not (token.definite and role(tokens, at + 1) == "ordinal")


def _suffixed(tokens: Tokens, at: int, found: Part) -> Part:
    """Return 21st as an ordinal."""
    token, after = tokens[at], tokens[found.stop]
    suffix = after is not None and after.role == "ordinal_suffix"
    if not (token and after and suffix and found.stop == at + 1 and token.end == after.start):
        return found
    return found._replace(kind="ordinal", stop=at + 2)


def _definite(place: Place, found: Part, rules: Grammar) -> Part:
    """Return definite tens after a definite noun as the ordinal that they are."""
    found = _suffixed(place.tokens, place.at, found)
    before = place.pieces[place.at - 1].text if place.at else ""
    if rules.loose or not is_definite(before, place.language):
        return found
    if plural_noun(before, place.language):
        return found  # the twenty countries
    return tens_as_ordinal(place.tokens, place.at, found, rules)


def _mention(
    pieces: Sequence[Atom], tokens: Tokens, at: int, found: Part, language: str
) -> Numeral:
    token = tokens[at]
    start = token.start if token else pieces[at].start
    signed = at and pieces[at - 1].text in _MONEY_SIGNS
    hedge = hedge_before(pieces, at - 1 if signed else at, language)
    hedge = hedge_around(pieces, hedge, language)
    hedge = hedge_after(pieces, found.stop, hedge, language)
    low, high = _bounded(found, hedge)
    return Numeral(
        span=TextSpan(start, pieces[found.stop - 1].end),
        low=low,
        high=high,
        grain=found.grain,
        approximate=found.approximate or hedge.approximate or _is_about(found, hedge),
        kind=found.kind,
        form=_form(found),
    )


def _form(found: Part) -> Literal["digits", "words", "mixed"]:
    if found.digits:
        return "mixed" if found.words else "digits"
    return "words"


def _bounded(found: Part, hedge: Hedge) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of a number under hedges; two opposite ones cancel out."""
    if hedge.at_least == hedge.at_most or _is_about(found, hedge):
        return found.low, found.high
    room = _room(found) if hedge.little and found.high is not None else None
    if hedge.at_least:
        return found.low, None if room is None else found.low + room
    return None if room is None else found.low - room, found.high


def _is_about(found: Part, hedge: Hedge) -> bool:
    """Return whether a number under "just over" is near what it says: all but parts of a whole."""
    return hedge.little and not _is_part(found)


def _is_part(found: Part) -> bool:
    return found.kind == "fraction" and 0 < found.low < 1 and found.low == found.high


def _room(found: Part) -> Decimal:
    """Return how far from a part of a whole at most lies what is a little more or less than it.

    News says a third of 28% to 38%, a half of 44% to 56%, a fifth of 16% to 24%: beyond it another
    simple fraction is nearer.
    """
    return min(_LITTLE, found.low * _LITTLE_OF_ITSELF)


@Language.factory("claimcheck_numeral")
def make_numeral(nlp: Language, name: str) -> NumeralPipe:  # noqa: ARG001 (spaCy's signature)
    """Return the pipe for the language of `nlp`."""
    return NumeralPipe(nlp.lang or "")
