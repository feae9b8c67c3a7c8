"""Dates that are one end of an open stretch: "before 2018", "since May", "2012 or later"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from claimcheck.annotate.atoms import Atom, atoms
from claimcheck.annotate.dates.date_words import folded, vocabulary
from claimcheck.annotate.phrases import Phrases
from claimcheck.lang.pack import PACKS
from claimcheck.model.day import edtf_day
from claimcheck.model.mention import AnyMention, Timex
from claimcheck.model.text import TextSpan

_SIDES = ("before", "until", "after", "since")
_LONGEST = 4  # words of a phrase that opens a stretch
_LENGTHS = {"unit", "units", "plural", "dual", "weekday"}


def open_dates(text: str, language: str, mentions: Iterable[AnyMention]) -> Mapping[TextSpan, str]:
    """Return the EDTF intervals, open on one side, of the dates that bound one, by their spans.

    What comes after a day begins with that day, as it may come later on it.
    """
    dates = [m for m in mentions if isinstance(m, Timex) and "T" not in m.edtf]
    if not dates:
        return {}
    pieces = atoms(text)
    starts, stops = [piece.start for piece in pieces], [piece.end for piece in pieces]
    found: dict[TextSpan, str] = {}
    for one in dates:
        first, stop = bisect_right(stops, one.span.start), bisect_left(starts, one.span.end)
        side = _before(pieces, first, language) or _behind(pieces, stop, language)
        opening = PACKS[language].fold(pieces[first].text)
        value = _interval(one, side, finished=opening in folded(language, "finish"))
        if value:
            found[one.span] = value
    return found


def _interval(one: Timex, side: str, *, finished: bool) -> str:
    """Return the stretch on a side of a date; `finished`: the date is the end of a period."""
    if not side or one.first is None or one.last is None or one.edtf.startswith("["):
        return ""
    if side == "since":
        return f"{edtf_day(one.first)}/.."
    if side == "after":
        return f"{edtf_day(one.last + (one.grain != 'day'))}/.."
    last = one.first - 1 if side == "before" and not finished else one.last
    return f"../{edtf_day(last)}"


@cache
def _phrases(language: str, place: str) -> Phrases[str]:
    lists = ((side, folded(language, f"{side}_{place}")) for side in _SIDES)
    return Phrases(((word, side) for side, listed in lists for word in sorted(listed)), language)


def _before(pieces: Sequence[Atom], at: int, language: str) -> str:
    """Return the side that the words right before a date open, unless it is only near there."""
    skipped = folded(language, "skipped")
    while at and PACKS[language].fold(pieces[at - 1].text) in skipped:
        at -= 1
    for start in range(max(0, at - _LONGEST), at):
        found = _phrases(language, "date").longest(pieces, start)
        if found and found.stop == at:
            return "" if _near(pieces, start, language) else found.payloads[0]
    return ""


def _near(pieces: Sequence[Atom], at: int, language: str) -> bool:
    """Return whether a word tells how far from the date: "two years before", "shortly after"."""
    if not at:
        return False
    length = vocabulary(language).phrases.longest(pieces, at - 1)
    if length and length.stop == at and length.payloads[0].values.keys() & _LENGTHS:
        return True
    return PACKS[language].fold(pieces[at - 1].text) in folded(language, "near")


def _behind(pieces: Sequence[Atom], at: int, language: str) -> str:
    found = _phrases(language, "behind").longest(pieces, at) if at < len(pieces) else None
    if found is None or (found.stop < len(pieces) and pieces[found.stop].kind == "number"):
        return ""
    return found.payloads[0]
