"""A file's lines as the main article, the articles appended to it, and what is neither."""

from typing import Literal, NamedTuple

from claimcheck.lang.pack import PACKS
from claimcheck.read.label import SHORT, Label, label
from claimcheck.read.lines import Line, closed
from claimcheck.read.zone_words import opening, tokens

Listing = Literal["", "plain", "bullets"]

# A real paragraph has so many code points and a full stop, or a full stop and so many spaces.
_PARAGRAPH = 120
_SENTENCE_SPACES = 5
# The share of a headline's words that its own first paragraph repeats, and where it does so.
_REPEATED_SHARE = 0.5
_REPEATED_WITHIN = 400
_KEY_LETTERS = 3
_LOOK_AHEAD = 12


class Labelled(NamedTuple):
    """A line and what it is.

    paragraph: it is running text, not a headline, a label or a list's item.
    """

    line: Line
    label: Label
    paragraph: bool


def zones_of(text: str, lines: list[Line]) -> list[list[Labelled]]:
    """Return the lines of each article, the main one first, without those of no article."""
    labelled = [_labelled(text, line) for line in lines]
    zones: list[list[Labelled]] = [[]]
    ended = False
    listing: Listing = ""
    for at, item in enumerate(labelled):
        following = labelled[at + 1 : at + _LOOK_AHEAD]
        if item.label == "section" and _is_appended(text, following, ended=ended):
            zones.append([])
            ended, listing = False, ""
        elif item.label in ("section", "tags"):
            ended = ended or item.label == "tags"
            listing = _announced(text, item.line, following)
        elif listing and _is_listed(item, listing):
            listing = "bullets" if item.line.bullet else listing
        else:
            listing = ""
            zones[-1].append(item)
            ended = ended or item.label == "source"
    return zones


def _labelled(text: str, line: Line) -> Labelled:
    kind = label(text, line)
    full = line.length >= _PARAGRAPH or text.count(" ", line.start, line.end) >= _SENTENCE_SPACES
    paragraph = kind == "text" and (line.length > SHORT or (full and closed(text, line)))
    return Labelled(line, kind, paragraph)


def _announced(text: str, line: Line, following: list[Labelled]) -> Listing:
    """Return what kind of list a label announces; with its content beside it, only bullets."""
    if following and following[0].line.bullet:
        return "bullets"
    found = opening(text, line.start, line.end)
    after = text[found.end : line.end] if found is not None else ""
    content = ":" in after and tokens(after, 0, len(after))
    return "" if content else "plain"


def _is_listed(item: Labelled, listing: Listing) -> bool:
    """Return whether a line below a label is one of the headlines or tags that it announces."""
    if item.label in ("source", "published", "byline"):
        return False
    if item.line.bullet:
        return True
    if listing == "bullets" and item.line.gap:
        return False
    return not item.paragraph


def _is_appended(text: str, following: list[Labelled], *, ended: bool) -> bool:
    """Return whether a whole article follows: a headline over a paragraph, or a paragraph.

    In mid-article a box with one headline looks the same, so there the paragraph has to repeat
    the headline's words.
    """
    told = [item for item in following if item.label in ("text", "section", "tags", "source")][:2]
    if not told or any(item.label != "text" or item.line.bullet for item in told):
        return False
    if told[0].paragraph:
        return ended
    if len(told) < 2 or not told[1].paragraph:
        return False
    return ended or _repeats(text, told[0].line, told[1].line)


def _repeats(text: str, headline: Line, paragraph: Line) -> bool:
    """Return whether the paragraph says again most of what the headline says."""
    told, head = _keys(text, paragraph), _keys(text, headline)
    return bool(head) and len(head & told) >= _REPEATED_SHARE * len(head)


def _keys(text: str, line: Line) -> set[tuple[str, ...]]:
    words = tokens(text, line.start, min(line.end, line.start + _REPEATED_WITHIN))
    return {
        tuple(pack.content_key(word) for pack in PACKS.values())
        for word in words
        if len(word) > _KEY_LETTERS
    }
