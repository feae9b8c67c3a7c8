"""The formats of a report: their names, their files and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report import to_json, to_markdown

if TYPE_CHECKING:
    from claimcheck.model.finding import Report


class Format(StrEnum):
    """What `run --format` may name."""

    MARKDOWN = "markdown"
    JSON = "json"


class ClaimsFormat(StrEnum):
    """What `claims --format` may name."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


class Rendering(NamedTuple):
    """How a format is made.

    file: its name in the report's folder.
    render: takes the report and the folder that it will stand in, with `/`.
    """

    file: str
    render: Callable[[Report, str], str]


RENDER: dict[Format, Rendering] = {
    Format.MARKDOWN: Rendering("conflicts.md", to_markdown.render),
    Format.JSON: Rendering("report.json", to_json.render),
}


def render(report: Report, folder: str, formats: Iterable[Format]) -> dict[str, str]:
    """Return the report's files, name -> content, in the order of `RENDER`."""
    wanted = set(formats)
    return {
        made.file: made.render(report, folder) for name, made in RENDER.items() if name in wanted
    }
