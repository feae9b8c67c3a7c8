"""The contradictions that can be planted in an article."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from claimcheck.annotate.entities.gazetteer import capitals, place
from claimcheck.lang.pack import word_lists
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Kind
from claimcheck.model.mention import Annotation, Entity, Quantity, Timex, Trigger
from claimcheck.model.text import Article, Source, TextSpan

_DIGITS = re.compile(r"\d+(?:[.,٬٫]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS_BACK = 3
_TOWNS = ("city", "capital")


class Plant(NamedTuple):
    """A contradiction: other words at a stretch of an article.

    sort: its name in `SORTS`; kind: of the rules that should catch it.
    """

    sort: str
    kind: Kind
    source: Source
    article: Article
    span: TextSpan
    words: str

    @property
    def old(self) -> str:
        """Return the words that it replaces."""
        return self.source.text[self.span.start : self.span.end]

    @property
    def order(self) -> str:
        """Return a key that scatters plants evenly, the same for every name of the file."""
        text, at = self.source.text, self.span.start
        told = f"{self.sort}\n{self.words}\n{text[max(at - 80, 0) : at + 80]}"
        return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()


class Reading(NamedTuple):
    """An article with all that was read in it."""

    source: Source
    article: Article
    annotation: Annotation
    claims: tuple[Claim, ...]


class Others(NamedTuple):
    """What may stand in for a name: identities with a spelling, by language."""

    cities: dict[str, dict[str, str]]
    people: dict[str, dict[str, str]]


def others(readings: Sequence[Reading]) -> Others:
    """Return the towns and people whom the sources themselves name."""
    found = Others({}, {})
    for reading in readings:
        language, text = reading.article.language, reading.source.text
        for one in _named(reading):
            names = found.people if one.kind == "person" else found.cities
            if one.name and (one.kind == "person" or one.type in _TOWNS):
                spelled = text[one.name.start : one.name.end]
                names.setdefault(language, {}).setdefault(one.id, spelled)
    return found


def plants(reading: Reading, known: Others) -> Iterator[Plant]:
    """Yield every contradiction that can be planted in an article, of each sort once at a place."""
    seen: set[tuple[str, TextSpan]] = set()
    for sort, (kind, make) in SORTS.items():
        for span, words in make(reading, known):
            if (sort, span) not in seen and words != _text(reading, span):
                seen.add((sort, span))
                yield Plant(sort, kind, reading.source, reading.article, span, words)


Made = Iterator[tuple[TextSpan, str]]


def _years(reading: Reading, _: Others) -> Made:
    """Another year: one to three years earlier."""
    for claim in reading.claims:
        value = claim.value
        if not isinstance(value, Timex) or value.calendar != "gregorian":
            continue
        for found in _YEAR.finditer(_text(reading, value.span)):
            year = int(found[0])
            if value.edtf.startswith(f"{year:04}"):
                start = value.span.start + found.start()
                earlier = year - 1 - year % _YEARS_BACK
                yield TextSpan(start, start + 4), _in_digits(f"{earlier:04}", found[0])


def _cities(reading: Reading, known: Others) -> Made:
    """Another city: one that the sources name, else a capital."""
    named = known.cities.get(reading.article.language, {})
    for claim in reading.claims:
        value = claim.value
        if isinstance(value, Entity) and value.type in _TOWNS and value.name:
            same = {value.id, *value.within, *value.alternatives}
            apart = {city: name for city, name in named.items() if city not in same}
            names = apart or _capitals(reading.article.language, same)
            yield value.name, _one_of(names, _text(reading, value.name))


def _capitals(language: str, same: set[str]) -> dict[str, str]:
    found = (place(one) for one in sorted({*chain.from_iterable(capitals().values())} - same))
    spelled = {one.id: one.arabic if language == "ar" else one.english for one in found if one}
    return {identity: name for identity, name in spelled.items() if name}


def _people(reading: Reading, known: Others) -> Made:
    """Another person: one whom the sources name."""
    named = known.people.get(reading.article.language, {})
    sentences = [claim.sentence for claim in reading.claims]
    for one in _named(reading):
        apart = {who: name for who, name in named.items() if who != one.id}
        told = one.name and any(s.start <= one.span.start < s.end for s in sentences)
        if one.kind == "person" and one.name and told and apart:
            yield one.name, _one_of(apart, _text(reading, one.name))


def _tens(reading: Reading, _: Others) -> Made:
    """Ten times as much."""
    for span, digits in _figures(reading):
        yield span, _times_ten(digits)


def _swaps(reading: Reading, _: Others) -> Made:
    """Two neighbouring digits changed about."""
    for span, digits in _figures(reading):
        yield span, _swapped(digits)


def _denials(reading: Reading, _: Others) -> Made:
    """A verb denied."""
    (word,) = word_lists(reading.article.language, "canary")["negation"]
    triggers = {claim.trigger for claim in reading.claims if not claim.negated}
    for one in reading.annotation.mentions:
        if isinstance(one, Trigger) and one.form == "verb" and one.span in triggers:
            yield one.span, f"{word} {_text(reading, one.span)}"


SORTS: dict[str, tuple[Kind, Callable[[Reading, Others], Made]]] = {
    "another year": ("date", _years),
    "another city": ("place", _cities),
    "ten times as much": ("quantity", _tens),
    "swapped digits": ("quantity", _swaps),
    "another person": ("actor", _people),
    "a verb denied": ("polarity", _denials),
}


def _named(reading: Reading) -> Iterator[Entity]:
    return (one for one in reading.annotation.mentions if isinstance(one, Entity))


def _figures(reading: Reading) -> Iterator[tuple[TextSpan, str]]:
    """Yield the digits of the article's figures."""
    for claim in reading.claims:
        value = claim.value
        if isinstance(value, Quantity):
            span = value.numeral or value.span
            found = _DIGITS.search(_text(reading, span))
            if found:
                start = span.start + found.start()
                yield TextSpan(start, start + len(found[0])), found[0]


def _text(reading: Reading, span: TextSpan) -> str:
    return reading.source.text[span.start : span.end]


def _times_ten(digits: str) -> str:
    """Return ten times a number, as it is written: `1,247` is `12,470`, `0.25` is `2.5`."""
    zero = _in_digits("0", digits)
    if digits.isdigit():
        return digits + zero
    grouped = _THOUSANDS.fullmatch(digits)
    if grouped is None:
        whole, mark, rest = re.split(r"(\D)", digits, maxsplit=1)
        moved = (whole + rest[0]).lstrip(zero) or zero
        return moved + (mark + rest[1:] if rest[1:] else "")
    whole = "".join(filter(str.isdigit, digits)) + zero
    head = len(whole) % 3 or 3
    parts = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    return grouped[1].join(parts)


def _swapped(digits: str) -> str:
    """Return a number with its first two neighbouring digits that differ changed about."""
    places = [at for at, sign in enumerate(digits) if sign.isdigit()]
    for one, other in pairwise(places):
        unlike = digits[one] != digits[other]
        if unlike and not (one == places[0] and int(digits[other]) == 0):
            signs = list(digits)
            signs[one], signs[other] = signs[other], signs[one]
            return "".join(signs)
    return digits


def _in_digits(number: str, like: str) -> str:
    """Return a number in the digits of another one: Western, Arabic-Indic, Persian."""
    zero = ord(like[0]) - unicodedata.digit(like[0])
    return "".join(chr(zero + int(digit)) for digit in number)


def _one_of(names: dict[str, str], told: str) -> str:
    """Return one of the names, always the same in place of the same words."""
    number = int(hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest(), 16)
    return sorted(names.values())[number % len(names)] if names else told
