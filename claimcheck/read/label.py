"""What each line is by its words and form alone: text, or one of the things around it."""

import re
from typing import Literal

from claimcheck.lang.pack import PACKS
from claimcheck.read.date_words import date_word, has_number, is_date, is_day
from claimcheck.read.lines import Line, closed
from claimcheck.read.zone_words import Opening, holds, in_list, listed, nothing_but, opening, tokens

Label = Literal["text", "date", "published", "byline", "source", "section", "tags", "clutter"]

# No line longer than this (code points) is taken for anything but text.
SHORT = 200
# The most words that may follow each kind of label on its line.
_SOURCE_WORDS = 6
_SECTION_WORDS = 6
_PUBLISHED_WORDS = 14
_UNDATED_WORDS = 3
_BYLINE_WORDS = 14
_CRUMBS = 8

_STAMP = re.compile(r"\d{4}-\d\d-\d\d[@T ]\d\d:\d\d:\d\d\S*(?:\s+\w{1,5})?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|!\[[^\]]*\]\([^)]*\)[\s|]*|(?:#\w+\s*)+")
_TWEET = re.compile(r"[-\u2013\u2014]?\s*.{1,80}\(@\w+\).{0,40}")
_COLON = re.compile(r"[\s)\]]*[:\uff1a]")
_SEPARATED = re.compile(r"[\s)\]]*(?:[:\uff1a|/]|[-\u2013\u2014]\s)")
_TATWEEL = "\u0640"
_RULE = re.compile(rf"[\W_{_TATWEEL}]+")
_CRUMB = re.compile(r"\s*[>/|\u00bb\u203a\u2039\u00ab]")


def label(text: str, line: Line) -> Label:
    """Return what the line is; whatever is not surely something else is text."""
    if line.length > SHORT:
        return "text"
    found = opening(text, line.start, line.end)
    named = _named(text, line, found) if found is not None else None
    if named is not None:
        return named
    if _is_clutter(text, line, found):
        return "clutter"
    return "date" if is_date(text, line) else "text"


def _named(text: str, line: Line, found: Opening) -> Label | None:
    """Return what the list that the line's first words stand in says, if the rest fits."""
    alone = not tokens(text, found.end, line.end)
    colon = _COLON.match(text, found.end, line.end) is not None
    if _is_section(text, line, found, labelled=alone or colon):
        return "section"
    if "tags" in found.lists and (alone or colon):
        return "tags"
    separated = _SEPARATED.match(text, found.end, line.end) is not None
    if "source" in found.lists and (
        alone or (separated and _few(text, line, found, _SOURCE_WORDS))
    ):
        return "source"
    if "published" in found.lists and _is_published(text, line, found, colon=colon):
        return "published"
    if not _is_byline(text, line, found):
        return None
    return "published" if is_day(text, line.start, line.end) else "byline"


def _few(text: str, line: Line, found: Opening, most: int) -> bool:
    return len(tokens(text, found.end, line.end)) <= most and not closed(text, line)


def _is_section(text: str, line: Line, found: Opening, *, labelled: bool) -> bool:
    if "section" in found.lists and labelled:
        return True
    return "section_opening" in found.lists and _few(text, line, found, _SECTION_WORDS)


def _is_published(text: str, line: Line, found: Opening, *, colon: bool) -> bool:
    if not _few(text, line, found, _PUBLISHED_WORDS) or not has_number(text, found.end, line.end):
        return False
    others = sum(not date_word(word) for word in tokens(text, found.end, line.end))
    return others <= (_UNDATED_WORDS if colon else 0)


def _is_byline(text: str, line: Line, found: Opening) -> bool:
    rest = tokens(text, found.end, line.end)
    bracketed = text[line.start] == "(" and text[line.end - 1] == ")"
    if not rest or len(rest) > _BYLINE_WORDS or (closed(text, line) and not bracketed):
        return False
    if "byline" in found.lists and _SEPARATED.match(text, found.end, line.end):
        return True
    return "byline_bare" in found.lists and all(_is_name(word) for word in rest)


def _is_name(word: str) -> bool:
    return not word[0].islower() or in_list("name_words", word)


def _is_clutter(text: str, line: Line, found: Opening | None) -> bool:
    start, end = line.start, line.end
    if _is_no_prose(text, line) or _is_breadcrumb(text, line, found):
        return True
    if found is not None and "clutter_opening" in found.lists:
        return True
    # A line that opens with another word is none of the list's phrases.
    counted = found is not None or not text[start].isalpha()
    if counted and nothing_but("clutter", text, start, end):
        return True
    return holds("clutter_inside", text, start, end)


def _is_no_prose(text: str, line: Line) -> bool:
    """Return whether a line is a stamp, an address, a tweet's signature or has no letters."""
    start, end = line.start, line.end
    if _ADDRESS.fullmatch(text, start, end):
        return True
    if text.find("(@", start, end) >= 0 and _TWEET.fullmatch(text, start, end):
        return True
    if text[start].isalpha() and text[start] != _TATWEEL:
        return False
    return any(form.fullmatch(text, start, end) for form in (_STAMP, _RULE))


def _is_breadcrumb(text: str, line: Line, found: Opening | None) -> bool:
    if text.count(" ", line.start, line.end) > 2 * _CRUMBS or closed(text, line):
        return False
    words = tokens(text, line.start, line.end)
    if not words or len(words) > _CRUMBS:
        return False
    if found is not None and "breadcrumb" in found.lists:
        return _CRUMB.match(text, found.end, line.end) is not None
    folded = [pack.fold(words[0]) for pack in PACKS.values()]
    return any(word.startswith(crumb) for word in folded for crumb in listed("breadcrumb_glued"))
