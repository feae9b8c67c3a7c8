"""Where words that could be a date are none, or none that can be resolved."""

from collections.abc import Sequence

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_grammar import Expression
from claimcheck.annotate.dates.date_items import Items
from claimcheck.annotate.dates.date_words import folded, letters
from claimcheck.lang.pack import PACKS

_LINE = "\n"


def allowed(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether the words around an expression leave it a date."""
    at = items.items[expression.first].atom
    before = pieces[at - 1] if at else None
    keys = _keys(before, language) if before else frozenset()
    if expression.parts.keys() & _YEARLY and keys & folded(language, "general"):
        return not _opens_with(expression, items, "yearword")
    if expression.parts.keys() & _POINTED and "definite units" in folded(language, "traits"):
        return _definite(expression, items)
    if expression.parts.keys() & _TENS and _of_life(expression, items, pieces, language):
        return False
    names = expression.parts.keys()
    named = "weekday" in names and keys & folded(language, "not_after")
    if named or (names & _RECURRING and keys & folded(language, "each")):
        return False
    today = expression.parts.get("offset") == 0 and len(expression.parts) == 1
    if today and not _opens_with(expression, items, "sideword"):
        return not keys & folded(language, "today_not_after") and not _described(
            expression, items, pieces, language
        )
    return True


_TENS = {"decade", "tenth"}
_RECURRING = {"weekday", "month", "hmonth", "weekend", "feast"}
_POINTED = {"that", "ythat", "mthat", "yshift", "mshift", "cshift"}
_UNIT_CLASSES = {"unit", "yearword", "monthword", "centuryword"}


def _definite(expression: Expression, items: Items) -> bool:
    """Return whether the unit that is pointed at ("that year") has its article."""
    inside = items.items[expression.first : expression.stop]
    return any(item.definite and item.values.keys() & _UNIT_CLASSES for item in inside)


_YEARLY = {"year", "yshift", "ythat", "unit"}


def _of_life(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether a decade is one of somebody's life: in his late forties."""
    first, stop = expression.first, items.items[expression.stop - 1].stop
    while first and items.codes[first - 1] in letters("part") + letters("dash"):
        first -= 1
    at = items.items[first].atom
    if at and _keys(pieces[at - 1], language) & folded(language, "of_person"):
        return True
    return any(_keys(one, language) & folded(language, "of_life") for one in pieces[stop:][:2])


def _opens_with(expression: Expression, items: Items, name: str) -> bool:
    return items.codes[expression.first] in letters(name)


def _described(expression: Expression, items: Items, pieces: Sequence[Atom], language: str) -> bool:
    """Return whether a word with its article follows, as an adjective of the noun "day" would."""
    at = items.items[expression.stop - 1].stop
    if at >= len(pieces) or pieces[at].kind != "word":
        return False
    readings = PACKS[language].readings(pieces[at].text)
    return any(len(r.proclitics) == 1 and len(r.proclitics[0]) > 1 for r in readings)


def _keys(atom: Atom, language: str) -> frozenset[str]:
    if atom.kind != "word":
        return frozenset()
    return frozenset(reading.key for reading in PACKS[language].readings(atom.text))


def heads_line(expression: Expression, items: Items) -> bool:
    """Return whether an expression fills a line, as a timeline's heading does."""
    opens = expression.first == 0 or items.codes[expression.first - 1] == _LINE
    after = items.codes[expression.stop : expression.stop + 2].lstrip(
        letters("dot") + letters("colon")
    )
    return opens and (not after or after[0] == _LINE)


def hangs_on_event(expression: Expression, items: Items) -> bool:
    """Return whether a length of time is counted from what the words after it say."""
    after = items.codes[expression.stop : expression.stop + 1]
    return bool(after) and after in letters("of") + letters("counted_from")
