"""The formats of a report: who writes each, and into which files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report import (
    to_csv,
    to_github,
    to_gitlab,
    to_json,
    to_junit,
    to_markdown,
    to_sarif,
)
from claimcheck.report.names import Format
from claimcheck.report.target import Rendered

if TYPE_CHECKING:
    from claimcheck.model.finding import Report
    from claimcheck.report.target import Target


class Rendering(NamedTuple):
    """How a format is made.

    files: what it writes into the report's folder, the main one first; `*` stands for any name.
    """

    render: Callable[[Report, Target], Rendered]
    files: tuple[str, ...] = ()


RENDER: dict[Format, Rendering] = {
    Format.MARKDOWN: Rendering(to_markdown.render, (to_markdown.FILE, f"{to_markdown.PAGES}/*.md")),
    Format.JSON: Rendering(to_json.render, (to_json.FILE,)),
    Format.SARIF: Rendering(to_sarif.render, (to_sarif.FILE,)),
    Format.JUNIT: Rendering(to_junit.render, (to_junit.FILE,)),
    Format.GITHUB: Rendering(to_github.render),
    Format.GITLAB: Rendering(to_gitlab.render, (to_gitlab.FILE,)),
    Format.CSV: Rendering(to_csv.render, (to_csv.FINDINGS, to_csv.CLAIMS)),
}
# These tell all that was found, the others what a CI system is to act on.
FOR_PEOPLE = (Format.MARKDOWN, Format.JSON, Format.CSV)
DEFAULT = (Format.MARKDOWN, Format.JSON)
FILES = tuple(name for made in RENDER.values() for name in made.files)


def render(report: Report, target: Target, formats: Iterable[Format]) -> Rendered:
    """Return what the formats make, in the order of `RENDER`."""
    wanted = set(formats)
    made = [way.render(report, target) for name, way in RENDER.items() if name in wanted]
    return Rendered(
        {name: text for one in made for name, text in one.files.items()},
        "".join(one.log for one in made),
        "".join(one.summary for one in made),
    )
