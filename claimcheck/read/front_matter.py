"""The YAML between `---` lines that a file may open with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model.problem import Problem
from claimcheck.model.text import Segment

# Imported where a file has any.
if TYPE_CHECKING:
    import yaml

KEYS = ("title", "publisher", "published", "url", "language")

_FENCE = re.compile(r"---[ \t]*(?:\r\n|[\n\r])")
_CLOSE = re.compile(r"(?:^|(?<=[\n\r]))(?:---|\.\.\.)[ \t]*(?:\r\n|[\n\r]|$)")
_KEY = re.compile(r"\s*[\w-]+[ \t]*:")
_PLAIN = re.compile(rf"^({'|'.join(KEYS)})[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_TITLE = re.compile(r"^title[ \t]*:", re.MULTILINE)
_LONGEST = 16 * 1024
# The loader's time grows with the square of the nesting.
_MOST_BRACKETS = 64


class FrontMatter(NamedTuple):
    """What a file's front matter says.

    body: where the text after it begins, None where it has no end; title: where the headline
    stands word for word.
    """

    fields: dict[str, str]
    body: int | None = 0
    title: Segment | None = None
    problems: tuple[Problem, ...] = ()


def front_matter(path: str, text: str) -> FrontMatter:
    """Return the front matter of a text, empty where the text has none."""
    fence = _FENCE.match(text)
    if fence is None:
        return FrontMatter({})
    start = fence.end()
    close = _CLOSE.search(text, start, start + _LONGEST)
    if close is None and _KEY.match(text, start):
        fault = _problem(path, "has no closing `---` line near the top: the file is not read", 1)
        return FrontMatter({}, None, problems=(fault,))
    if close is None:
        return FrontMatter({})
    block = text[start : close.start()]
    fields = _fields(path, block)
    problems = (fields,) if isinstance(fields, Problem) else ()
    if isinstance(fields, Problem):
        fields = _plain_fields(block)
    title = _title_segment(text, start, close.start(), fields.get("title", ""))
    return FrontMatter(fields, close.end(), title, problems)


def _fields(path: str, block: str) -> dict[str, str] | Problem:
    """Return the known keys of a YAML block with their text, or its fault."""
    import yaml

    if sum(map(block.count, "[{")) > _MOST_BRACKETS:
        return _problem(path, "holds more brackets than front matter needs", 1)
    try:
        tree = yaml.load(block, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _problem(path, f"{error.problem}: put the value in quotes", _line(mark))
    except (yaml.YAMLError, RecursionError) as error:
        return _problem(path, f"is not YAML ({type(error).__name__})", 1)
    if tree in (None, ""):
        return {}
    if not isinstance(tree, dict):
        return _problem(path, "expected `key: value` lines", 2)
    known = {key: tree[key] for key in KEYS if isinstance(tree.get(key), str)}
    return {key: value.strip() for key, value in known.items() if value.strip()}


def _plain_fields(block: str) -> dict[str, str]:
    """Return the values of the known keys as they stand on their lines: the block is no YAML."""
    return {key: value for key, value in _PLAIN.findall(block) if value}


def _line(mark: yaml.Mark | None) -> int:
    """Return the line of a place in the block, which begins in the file's second line."""
    return mark.line + 2 if mark else 1


def _problem(path: str, message: str, line: int) -> Problem:
    return Problem(source=path, code="front-matter", message=message, line=line)


def _title_segment(text: str, start: int, end: int, title: str) -> Segment | None:
    """Return where the headline stands word for word in the front matter."""
    key = _TITLE.search(text, start, end)
    at = text.find(title, key.end(), end) if key and title else -1
    return Segment(kind="title", start=at, end=at + len(title)) if at >= 0 else None
