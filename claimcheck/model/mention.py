"""What an article mentions, with the exact span and a typed value."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.model.base import Frozen
from claimcheck.model.day import year_month_day
from claimcheck.model.text import Interval, TextSpan

Grain = Literal[
    "millennium",
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "week",
    "day",
    "hour",
    "minute",
]


# Plain classes: articles have thousands of mentions, and a model takes several times as long.
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something that a text says at `span`."""

    span: TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral(Mention):
    """A number as written, in digits or words.

    low, high: inclusive bounds; equal for an exact number, None on an open side.
    grain: place value of the last digit written: 1 for "1,247", 100000 for "2.5 million".
    approximate: a hedge ("about", "nearly") stands beside it.
    kind: `cardinal`, `ordinal` ("third"), `fraction` ("half", "two thirds"),
        `multiple` ("twice", "threefold").
    form: how it is written.
    """

    low: Decimal | None
    high: Decimal | None
    grain: Decimal
    approximate: bool = False
    kind: Literal["cardinal", "ordinal", "fraction", "multiple"] = "cardinal"
    form: Literal["digits", "words", "mixed"] = "digits"

    def __str__(self) -> str:
        """Return the canonical spelling: `11000`, `10..12`, `10..` (at least), `~11000`."""
        return spelled(self.low, self.high, approximate=self.approximate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Mention):
    """How much or how many of one unit.

    low, high, grain, approximate: as in `Numeral`, counted in `unit`.
    dimension: `money`, `percent`, `count`, `age`, `duration`, `rank`, `score`, `multiple`,
        or a physical one (`length`, `area`, `mass`, `power`, ...).
    unit: the id within its dimension: an ISO 4217 code, `percent`, `percentage_point`, a CLDR
        unit such as `kilometer`; for a count the counted noun's lookup form; `?` and the bare
        unit word where it is ambiguous (`?dollar`).
    base_low, base_high, base_grain: the same in the dimension's base unit (metre, kilogram,
        second ...), None where there is no conversion. Money is never converted.
    per: the unit of a rate ("barrels a day" is per `day`), else empty.
    noun: where the counted noun stands, for counts.
    numeral: where the number itself stands.
    change: `by` for a change ("rose by 3"), `to` and `from` for the levels it joins.
    parts: the amounts of a length of time said in several units, each with its unit:
        "two years and three months"; `low` and `high` count the last of them.
    fraction: a percentage that is told as a fraction ("a third").
    of: where the words for the whole stand that a percentage is of, None where none do.
    lapse: a length of time that lies between two moments, and that nothing is said to have lasted.
    """

    low: Decimal | None
    high: Decimal | None
    grain: Decimal
    approximate: bool = False
    dimension: str
    unit: str
    base_low: Decimal | None = None
    base_high: Decimal | None = None
    base_grain: Decimal | None = None
    per: str = ""
    noun: TextSpan | None = None
    numeral: TextSpan | None = None
    change: Literal["", "by", "to", "from"] = ""
    parts: tuple[tuple[Decimal, str], ...] = ()
    fraction: bool = False
    of: TextSpan | None = None
    lapse: bool = False

    def __str__(self) -> str:
        """Return the canonical spelling, `11000000000 USD`, `12.. person`, `2000000 barrel/day`."""
        rate = f"/{self.per}" if self.per else ""
        return f"{spelled(self.low, self.high, approximate=self.approximate)} {self.unit}{rate}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Mention):
    """A date or time of day.

    edtf: EDTF level 1 spelling (level 2 for unknown parts, `2015-XX-24`), with the clock time
        after a `T` where one is said.
    first, last: day numbers (`model.day`), inclusive; None on an open or unknown side.
    grain: the smallest step that it names.
    approximate: "about", "around".
    stated: the parts that the words themselves give, e.g. ("year", "month"); what is missing
        of the value was resolved.
    resolved_by: `text` (nothing was missing), `anchor`, `context` (another date of the text),
        `none` (it could not be resolved).
    weekday: the day of the week that the words name, Monday 0, for the calendar check.
    clock: minutes after midnight, first and last; None where no time of day is said.
    zone: minutes east of UTC; None for local or unsaid.
    calendar: the calendar that the words use.
    since: a duration that was turned into a date ("24 years ago").
    """

    edtf: str
    first: int | None = None
    last: int | None = None
    grain: Grain
    approximate: bool = False
    stated: tuple[str, ...] = ()
    resolved_by: Literal["text", "anchor", "context", "none"] = "text"
    weekday: int | None = None
    clock: tuple[int, int] | None = None
    zone: int | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    since: bool = False

    @property
    def days(self) -> Interval:
        """Return the days that it may be, open where they are not known."""
        return Interval(first=self.first, last=self.last)

    @property
    def yearly(self) -> tuple[int, int] | None:
        """Return the month and the day, 0 where none is said, of a date of an unknown year."""
        if self.resolved_by != "none" or self.approximate or self.calendar != "gregorian":
            return None
        if "month" not in self.stated or "year" in self.stated or self.grain not in _YEARLY:
            return None
        dom = "day" in self.stated
        if dom == (self.grain == "month"):
            return None
        some = self.last if self.first is None else self.first
        if some is not None:
            _, month, number = year_month_day(some)
        elif self.edtf[:_MONTH_AT] == _UNKNOWN_YEAR and self.edtf[_MONTH].isdigit():
            month, number = int(self.edtf[_MONTH]), int(self.edtf[_DAY] or 0)
        else:
            return None
        return month, number if dom else 0

    def __str__(self) -> str:
        """Return the EDTF spelling."""
        return self.edtf


_YEARLY = ("month", "day", "hour", "minute")
_UNKNOWN_YEAR = "XXXX-"
_MONTH_AT = len(_UNKNOWN_YEAR)
_MONTH, _DAY = slice(_MONTH_AT, _MONTH_AT + 2), slice(_MONTH_AT + 3, _MONTH_AT + 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Mention):
    """A place, person, organisation or facility.

    id: its identity: a gazetteer id (`ru.vladivostok`), or kind and folded name
        (`facility:base:vostochny`, `person:lukin`).
    kind: what it is. A `nationality` is the adjective of a country or region.
    type: finer: `country`, `city`, `capital`, `university`, `base`, `president` ...
    within: ids of places that contain it, nearest first, then upward.
    name: where its proper name stands, without the common noun before it; None if it has none
        ("a space base in the east").
    governs: the country whose government it stands for, where it may ("Moscow", "the Kremlin").
    alternatives: other gazetteer ids that the same name may mean.
    """

    id: str
    kind: Literal["place", "facility", "person", "organisation", "nationality", "role"]
    type: str = ""
    within: tuple[str, ...] = ()
    name: TextSpan | None = None
    governs: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether it is a country or a territory."""
        return self.type in ("country", "territory")

    def __str__(self) -> str:
        """Return the identity."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Mention):
    """A word that evokes an event or a measure.

    frames: ids of the events or measures it may evoke.
    form: `verb`, or `noun` for verbal nouns and other nouns.
    """

    frames: tuple[str, ...]
    kind: Literal["event", "measure"]
    form: Literal["verb", "noun"]

    def __str__(self) -> str:
        """Return the frames it may evoke."""
        return " ".join(self.frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Mention):
    """A word that changes how the clause it stands in is to be read.

    kind: `negation`, `plan`, `forecast`, `target`, `conditional`, `attribution` (`source` where
        it only names one), `content` (what is said follows), `hedge`,
        `marker` (tells one event from another: first, previous), `contrast` (tells one value
        from its siblings), `baseline` (what a value is compared with follows), `part` (a part
        of what was counted follows), `dated` (how something lies to the date that follows),
        `stage` (how far a count or result had come), `estimate` (an estimate follows),
        `sought` (what somebody asks for or proposes follows), `party` (who may tell a figure),
        `relative` (what is told of a noun follows), `however` (a clause turns against another),
        `elapsed` (so much time is over), `company` (who is with somebody follows),
        `anaphor` (it stands for an event told before), `place` (the part that a preposition
        gives to the place at its span).
    value: what it says: `ordinal:2` or `previous` for a marker, `in`, `to` ... for a place,
        `since` ... for a date, `early` or `final` for a stage, `axis.side` for a contrast,
        `company` ... for a party, `it` or `thing` for an anaphor.
    scope: the stretch it applies to.
    """

    kind: str
    value: str = ""
    scope: TextSpan

    def __str__(self) -> str:
        """Return its kind and value."""
        return f"{self.kind}:{self.value}" if self.value else self.kind


Sort = Literal["person", "body", "country", "office", "name", "kind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Mention):
    """Somebody who plays a part that only one can play.

    role: the part's id. who: the identity; `name:` and the folded name for one that is nothing
    more than named, `kind:` and its id for a kind. sort: what it is. nation: the country that it
    is of, where the words tell. office: what person or office it is, `minister`, or the family of
    a kind. known_as: other identities that it may have.
    of: the country that it plays the part for. things: names in quotation marks beside it.
    kinds: the kind that it is told to be besides its name, and those that may be one with it.
    """

    role: str
    who: str
    sort: Sort
    nation: str = ""
    office: str = ""
    known_as: tuple[str, ...] = ()
    of: str = ""
    things: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the identity."""
        return self.who


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Mention):
    """A matter told the one way or the other: it came about, or it did not.

    matter: its id; held: which way; not_yet: it may still come about; denies: somebody denies it.
    among: content key of the group of which alone it is denied; empty where it is of all.
    of: content key of the noun that completes its words, as in `the price of bread`; else empty.
    goes_on: its words tell of a state that lasts: `is still held`.
    """

    matter: str
    held: bool
    not_yet: bool = False
    denies: bool = False
    among: str = ""
    of: str = ""
    goes_on: bool = False

    def __str__(self) -> str:
        """Return `yes` or `no`."""
        return "yes" if self.held else "no"


# What a claim may state, and what may be set against each other.
Value = Quantity | Timex | Entity | Actor | Outcome
AnyMention = Numeral | Quantity | Timex | Entity | Trigger | Cue | Actor | Outcome


class Word(NamedTuple):
    """A content word.

    start, end: half-open, in code points. key: its lookup form (folded, without clitics and
        inflection).
    """

    start: int
    end: int
    key: str

    def overlaps(self, span: TextSpan) -> bool:
        """Return whether the word shares a code point with a stretch."""
        return self.start < span.end and span.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, or a clause of one.

    segment: index of the article's segment it stands in; paragraph: of its paragraph.
    clauses: its clauses in order; they cover it without gaps.
    """

    span: TextSpan
    segment: int
    kind: str
    clauses: tuple[TextSpan, ...]


Part = Literal["agent", "patient"]


class Role(NamedTuple):
    """What part an entity plays in an event: it does it, or it is done to it.

    event: where the event's trigger stands; entity: where the entity does.
    """

    event: TextSpan
    entity: TextSpan
    part: Part


class Annotation(Frozen):
    """All that the pipes found in one article, by position; offsets index the source's text.

    anchor, anchor_from: the article's, or what its text said where it had none.
    heads: the lines that say when it was written, each with its dates.
    roles: the parts of entities in events, where a reader of them could tell, by event.
    """

    article: str
    anchor: Interval = Interval()
    anchor_from: str = ""
    heads: tuple[tuple[TextSpan, tuple[Timex, ...]], ...] = ()
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    mentions: tuple[AnyMention, ...]
    roles: tuple[Role, ...] = ()


def spelled(low: Decimal | None, high: Decimal | None, *, approximate: bool = False) -> str:
    """Return the canonical spelling of a range: `11`, `10..12`, `10..`, `..12`, `~11`."""
    mark = "~" if approximate else ""
    if low is not None and low == high:
        return mark + plain(low)
    return f"{mark}{'' if low is None else plain(low)}..{'' if high is None else plain(high)}"


def plain(number: Decimal) -> str:
    """Return a decimal without exponent and without zeros at the end of its fraction."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
