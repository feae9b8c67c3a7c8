"""Read the dates of a text in order: find, join, resolve, and learn the article's day."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.annotate.atoms import Atom
from claimcheck.annotate.dates.date_anchor import corrected, month_first, newest_told
from claimcheck.annotate.dates.date_calendar import Reference
from claimcheck.annotate.dates.date_grammar import Expression, expressions
from claimcheck.annotate.dates.date_items import Items, items_of, spelled_numbers
from claimcheck.annotate.dates.date_joins import join
from claimcheck.annotate.dates.date_ranges import COUNTED
from claimcheck.annotate.dates.date_relative import resolved
from claimcheck.annotate.dates.date_spans import DAY, YEAR, Stretch
from claimcheck.annotate.dates.date_tense import tense_around, word_before
from claimcheck.annotate.dates.date_timex import timex
from claimcheck.annotate.dates.date_vetoes import allowed, hangs_on_event, heads_line
from claimcheck.annotate.dates.date_words import NEWLINE, folded, letters
from claimcheck.annotate.dates.date_years import is_year
from claimcheck.lang.pack import PACKS
from claimcheck.model.mention import AnyMention, Timex
from claimcheck.model.text import Interval, Segment

NEWEST = "newest date mentioned"
_TENSED = (
    "month",
    "weekday",
    "season",
    "hmonth",
    "dom",
    "feast",
    "that",
    "ythat",
    "weekend",
    "week",
)
_FIXED = ("year", "year2", "yshift", "shift", "rel", "a", "dotted", "dayyear")


class DateReading(NamedTuple):
    """The dates of a text.

    anchor: the article's day, corrected or learnt from the text. anchor_from: `NEWEST` if learnt.
    """

    dates: tuple[Timex, ...]
    anchor: Interval
    anchor_from: str


class Text(NamedTuple):
    """A text and what the reading of its dates needs of it."""

    pieces: Sequence[Atom]
    language: str
    items: Items
    segments: Sequence[Segment]


def read_dates(
    pieces: Sequence[Atom],
    language: str,
    anchor: Interval,
    mentions: Sequence[AnyMention] = (),
    segments: Sequence[Segment] = (),
) -> DateReading:
    """Return the dates of a text, resolved."""
    items = items_of(pieces, language, spelled_numbers(mentions))
    text = Text(pieces, language, items, segments)
    found = expressions(
        items,
        language,
        lambda e: allowed(e, items, pieces, language) and is_year(e, items, pieces, language),
    )
    found = join(found, items)
    order = month_first(found, language)
    origin = ""
    if not anchor.known:
        anchor = newest_told(found, text, order)
        origin = NEWEST if anchor.first is not None else ""
    else:
        anchor = corrected(anchor, found)
    dates = _Resolver(text, anchor, order).timexes(found)
    return DateReading(dates, anchor, origin)


class _Resolver:
    """Resolves the dates of one text in order, each in the light of those before it."""

    def __init__(self, text: Text, anchor: Interval, order: bool | None) -> None:  # noqa: FBT001
        self._text = text
        self._anchor = anchor
        self._order = order
        self._context: Stretch | None = None
        self._said: Expression | None = None
        self._heading: Stretch | None = None
        self._quiet = [(s.start, s.end) for s in text.segments if s.kind in ("heading", "title")]
        self._heads = {s.start for s in text.segments if s.kind in ("heading", "title")}

    def timexes(self, found: Sequence[Expression]) -> tuple[Timex, ...]:
        """Return the Timex of each expression."""
        out: list[Timex] = []
        heads = sorted(self._heads)
        for expression in map(self._since, found):
            while heads and heads[0] <= expression.start:
                self._heading = None
                heads.pop(0)
            stretch = self._hedged(expression, self._resolve(expression))
            made = timex(expression, stretch)
            if made is None:
                continue
            out.append(made)
            self._remember(expression, stretch)
        return tuple(out)

    def _hedged(self, expression: Expression, stretch: Stretch | None) -> Stretch | None:
        """Return a stretch as approximate where the word before it says so."""
        before = self._text.items.codes[expression.first - 1 : expression.first]
        counted = not expression.parts.keys() & _EXACT
        if stretch and expression.first and counted and before in letters("approx"):
            return stretch._replace(approximate=True)
        return stretch

    def _since(self, expression: Expression) -> Expression:
        """Return "in 24 years" as so long ago where something is the first or most in that time."""
        if expression.kind not in ("ahead", "since") or self._is_definite(expression):
            return expression
        first = self._before(expression, "superlatives", _FAR)
        return expression._replace(kind="ago") if first else expression

    def _is_definite(self, expression: Expression) -> bool:
        """Return whether a length of time is a known one: "in the month", not "in a month"."""
        items = self._text.items.items[expression.first : expression.stop]
        counted = expression.parts.keys() & {"count", "dual", "plural"}
        return not counted or any(item.definite for item in items)

    def _before(self, expression: Expression, name: str, reach: int) -> bool:
        """Return whether a word of a list stands so near before an expression, in its sentence."""
        at = self._text.items.items[expression.first].atom
        return word_before(self._text.pieces, at, self._text.language, (name, reach))

    def _resolve(self, expression: Expression) -> Stretch | None:
        if expression.kind in ("ago", "after") and hangs_on_event(expression, self._text.items):
            return None
        named = expression.parts.keys() <= _DAY_AND_MONTH
        if named and self._before(expression, "named", 1):
            return None
        stretch = self._leant(expression)
        return None if named and self._long_past(expression, stretch) else stretch

    def _long_past(self, expression: Expression, stretch: Stretch | None) -> bool:
        """Return whether a day without its year names an event that is no recent one."""
        if stretch is None or stretch.last is None or self._anchor.last is None:
            return False
        if self._anchor.last - stretch.last <= _RECENT_DAYS:
            return False
        at = self._text.items.items[expression.stop - 1].stop
        after = self._text.pieces[at : at + 1]
        events = folded(self._text.language, "events_after")
        behind = any(PACKS[self._text.language].fold(piece.text) in events for piece in after)
        return behind or self._before(expression, "events_before", 1)

    def _leant(self, expression: Expression) -> Stretch | None:
        """Return the days of an expression, in the tense or beside the date that it leans on."""
        ref = Reference(None, "anchor", self._context, month_first=self._order)
        if not _leans(expression):
            return resolved(expression, ref, self._anchor)
        near = self._nearby(expression)
        if near:
            return resolved(expression, ref._replace(by="context", future=near[1]), near[0])
        tense = self._tense(expression)
        if not tense:
            tense = self._tense_unsaid(expression)
        return resolved(expression, ref._replace(future=tense > 0, past=tense < 0), self._anchor)

    def _tense_unsaid(self, expression: Expression) -> int:
        """Return the tense of a clause without a verb: past where nothing speaks against it."""
        if self._before(expression, "ahead", 1) or self._ends_all(expression):
            return 1
        known = self._anchor.first is not None and self._anchor.first == self._anchor.last
        return 0 if known else -1

    def _ends_all(self, expression: Expression) -> bool:
        """Return whether "after a year" or "the next day" ends its clause and follows no date."""
        after = expression.kind == "after" or expression.parts.keys() & {"that", "ythat"}
        if not after or self._context is not None:
            return False
        if any(start <= expression.start < end for start, end in self._quiet):
            return False
        following = self._text.items.codes[expression.stop : expression.stop + 1]
        return following in ("", NEWLINE) or following in letters("comma") + letters("dot")

    def _nearby(self, expression: Expression) -> tuple[Interval, bool] | None:
        """Return the days that a date without its year leans on, and whether it follows them."""
        if expression.kind != "date" or "month" not in expression.parts:
            return None
        if self._heading and self._heading.last is not None:
            return Interval(first=self._heading.last, last=self._heading.last), False
        said, context = self._said, self._context
        if said is None or context is None or context.first is None or "year" not in said.parts:
            return None
        together = self._same_sentence(said, expression) and context.unit < YEAR
        past = self._anchor.first is None or context.first < self._anchor.first - _YEAR_DAYS
        return (
            (Interval(first=context.first, last=context.first), True) if together and past else None
        )

    def _same_sentence(self, left: Expression, right: Expression) -> bool:
        items = self._text.items.items
        span = self._text.pieces[items[left.stop - 1].stop : items[right.first].atom]
        return not any(a.kind == "newline" or a.text in _STOPS for a in span)

    def _tense(self, expression: Expression) -> int:
        items = self._text.items.items
        first, stop = items[expression.first].atom, items[expression.stop - 1].stop
        return tense_around(self._text.pieces, first, stop, self._text.language)

    def _remember(self, expression: Expression, stretch: Stretch | None) -> None:
        if stretch is None or stretch.first is None or stretch.unit < DAY:
            return
        self._context, self._said = stretch, expression
        if heads_line(expression, self._text.items):
            self._heading = stretch


_YEAR_DAYS = 300
# For so long news tells of a day's event without the year.
_RECENT_DAYS = 100
_FAR = 12
# What no word before makes approximate.
_EXACT = {"span", "weekend", "shift", "offset", "weekday"}
_DAY_AND_MONTH = {"day", "month", "alt"}
_STOPS = frozenset(".!?؟;؛")


def _leans(expression: Expression) -> bool:
    """Return whether an expression needs the tense or another date to be resolved."""
    parts = expression.parts
    if expression.kind in ("after", "ahead", "later"):
        return True
    if expression.kind in COUNTED and expression.until:
        return _leans(expression.until)
    if parts.get("unit") == DAY and parts.get("shift") == 1:
        return True
    if expression.kind == "numeric":
        return "c" not in parts and "c2" not in parts
    return any(p in parts for p in _TENSED) and not any(p in parts for p in _FIXED)
