"""Articles as read."""

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.base import Frozen

SegmentKind = Literal["title", "body", "heading", "caption", "published", "dateline"]


# Every mention has one or more: a plain class is made in a quarter of a model's time.
@dataclass(frozen=True, slots=True)
class TextSpan:
    """A half-open stretch of a source's text, in code points from its start."""

    start: int
    end: int

    def overlaps(self, other: "TextSpan") -> bool:
        """Return whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Interval(Frozen):
    """The days from `first` to `last`, both inclusive; None is open.

    first, last: day numbers (`model.day`).
    """

    first: int | None = None
    last: int | None = None

    @property
    def known(self) -> bool:
        """Return whether at least one side is closed."""
        return self.first is not None or self.last is not None

    @property
    def closed(self) -> bool:
        """Return whether both sides are known."""
        return self.first is not None and self.last is not None

    def overlaps(self, other: "Interval") -> bool:
        """Return whether a day lies in both; an open side reaches for ever."""
        starts = self.first is None or other.last is None or self.first <= other.last
        ends = other.first is None or self.last is None or other.first <= self.last
        return starts and ends

    def days_from(self, other: "Interval") -> int | None:
        """Return how many days lie between the ends of both, 0 where they meet; None if open."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(self.first - other.last, other.first - self.last, 0)


class Segment(Frozen):
    """A stretch of a source that claims may come from, without line breaks at its ends.

    heading: a short line that stands over what follows, such as a timeline's date.
    published, dateline: say when (and where) the article was written and make no claims.
    """

    kind: SegmentKind
    start: int
    end: int


class Article(Frozen):
    """One article of a source file.

    source: the path as the user gave it, with `/`.
    number: its place in the file: 0 for the main article, then those appended to it.
    zone: `main`, or `appended` for an article that stands whole under another one.
    anchor: the day it was written, as an interval; both sides None where nothing is known.
    anchor_from: what the anchor was read from: `front matter`, `configuration`, `published line`,
        `dateline`, `url`, `newest date mentioned`, or empty.
    url_day: the day that the article's address names, open where it names none.
    segments: in text order, never overlapping; clutter is in none of them.
    """

    source: str
    number: int = 0
    zone: Literal["main", "appended"] = "main"
    language: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    anchor: Interval = Interval()
    anchor_from: str = ""
    url_day: Interval = Interval()
    segments: tuple[Segment, ...]

    @property
    def id(self) -> str:
        """Return the name that other models refer to it by."""
        return f"{self.source}#{self.number}"


class Source(Frozen):
    """A file as read: its text, which all offsets index, and its articles.

    sha256: of the file's bytes.
    """

    path: str
    sha256: str
    text: str
    articles: tuple[Article, ...]
