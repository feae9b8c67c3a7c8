"""What the sections of a Markdown report share: who wrote what, and links to the lines."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.bidi import isolate
from claimcheck.report.escape import markdown, url_path
from claimcheck.report.quotes import cut_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.model.finding import ArticleSummary, Report

UNKNOWN = "not known"
# Code points of a title that name the article beside its quote.
_HEADLINE = 70
# A code host shows these rendered, without line numbers, unless it is asked for the plain text.
_RENDERED = (".md", ".markdown")
# The lines of these are counted in the text that was extracted, not in the file.
_EXTRACTED = (".html", ".htm", ".jsonl")


class Page(NamedTuple):
    """A report on its way to Markdown.

    folder: where the page will stand, as given; articles: by id.
    """

    report: Report
    folder: str
    articles: Mapping[str, ArticleSummary]


def page(report: Report, folder: str) -> Page:
    """Return a report ready to be written into `folder`."""
    articles = {article.id: article for source in report.sources for article in source.articles}
    return Page(report, folder, articles)


def place(source: str, line: int, folder: str) -> str:
    """Return `path:line` as a link that works from `folder`; plain where none can.

    line: 0 for the whole file.
    """
    words = f"{source}:{line}" if line else source
    text = isolate(markdown(words))
    target = _relative(source, folder)
    if target is None:
        return text
    return f"[{text}]({url_path(target)}{_line_anchor(source.lower(), line)})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown already, and an empty one gets a dash."""
    lines = [head, ["---"] * len(head), *([cell or "–" for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def folded(summary: str, content: str) -> str:
    """Return content that a reader opens by a click; `summary` is HTML already."""
    return f"<details>\n<summary>{summary}</summary>\n\n{content}\n\n</details>"


def written(article: ArticleSummary | None) -> str:
    """Return when an article was written, as Markdown."""
    if article is None or not article.anchor:
        return UNKNOWN
    first, _, last = article.anchor.partition("/")
    if last == "..":
        return markdown(f"{first} or later")
    if first == "..":
        return markdown(f"{last} or earlier")
    return markdown(f"{first} to {last}" if last else first)


def publisher(article: ArticleSummary | None) -> str:
    """Return who published an article, as Markdown, or nothing."""
    return isolate(markdown(article.publisher or "")) if article else ""


def headline(article: ArticleSummary | None) -> str:
    """Return an article's title, cut to one line, as Markdown, or nothing."""
    if article is None or not article.title or not article.title.strip():
        return ""
    return isolate(f"“{markdown(cut_end(article.title.strip(), _HEADLINE))}”")


def language(article: ArticleSummary | None) -> str:
    """Return an article's language code, or nothing."""
    return article.language if article else ""


def _line_anchor(source: str, line: int) -> str:
    if not line or source.endswith(_EXTRACTED):
        return ""
    return f"{'?plain=1' if source.endswith(_RENDERED) else ''}#L{line}"


def _relative(source: str, folder: str) -> str | None:
    """Return the way from `folder` to `source`, None where the paths do not tell it."""
    here = posixpath.normpath(folder or ".")
    absolute = posixpath.isabs(source)
    if absolute != posixpath.isabs(here) or here.startswith("..") or "\\" in source:
        return None
    if absolute:
        return posixpath.relpath(source, here) if _top(source) == _top(here) else None
    # An invented root, deep enough for every `..`, keeps the working directory out of it.
    root = "/" + "_/" * source.count("..")
    return posixpath.relpath(root + source, root + here)


def _top(path: str) -> str:
    return path.strip("/").split("/")[0]
