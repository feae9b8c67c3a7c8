"""What the sections of a Markdown report share: who wrote what, and links to the lines."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.bidi import isolate
from claimcheck.report.dates import plain_date
from claimcheck.report.escape import markdown, url_path
from claimcheck.report.location import has_lines
from claimcheck.report.quotes import cut_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.lang.report_words import ReportWords
    from claimcheck.model.finding import ArticleSummary, Report

# Code points of a title that name the article beside its quote.
_HEADLINE = 70
# A code host shows these rendered, without line numbers, unless it is asked for the plain text.
_RENDERED = (".md", ".markdown")


class Page(NamedTuple):
    """A report on its way to Markdown.

    folder: where the page will stand, as given; None where no link can lead from it.
    articles: by id.
    """

    report: Report
    folder: str | None
    articles: Mapping[str, ArticleSummary]
    words: ReportWords

    def text(self, text: str) -> str:
        """Return a text as Markdown, runs of the other direction kept in order."""
        return markdown(text, self.words.language)

    def say(self, phrase: str, **told: str) -> str:
        """Return a phrase of the report; what it is told is Markdown already."""
        return self.words.say(phrase, **told)

    def counted(self, number: int, noun: str) -> str:
        """Return `1 article`, `2 articles`."""
        return self.words.counted(number, noun)

    def isolate(self, text: str) -> str:
        """Return a text that keeps its own direction on the page."""
        return isolate(text, self.words.language)


def page(report: Report, folder: str | None, words: ReportWords) -> Page:
    """Return a report ready to be written into `folder`."""
    articles = {article.id: article for source in report.sources for article in source.articles}
    return Page(report, folder, articles, words)


def place(source: str, line: int, view: Page) -> str:
    """Return `path:line` as a link that works from the page's folder; plain where none can.

    line: 0 for the whole file.
    """
    text = view.isolate(markdown(f"{source}:{line}" if line else source))
    target = _relative(source, view.folder)
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


def day_written(article: ArticleSummary | None, words: ReportWords) -> str:
    """Return when an article was written, nothing where it is not known."""
    return plain_date(article.anchor, words) or article.anchor if article else ""


def publisher(article: ArticleSummary | None, view: Page) -> str:
    """Return who published an article, as Markdown, or nothing."""
    return view.isolate(markdown(article.publisher or "")) if article else ""


def headline(article: ArticleSummary | None, view: Page) -> str:
    """Return an article's title, cut to one line, as Markdown, or nothing."""
    if article is None or not article.title or not article.title.strip():
        return ""
    title = markdown(cut_end(article.title.strip(), _HEADLINE))
    return view.isolate(view.say("quoted", text=title))


def language(article: ArticleSummary | None) -> str:
    """Return an article's language code, or nothing."""
    return article.language if article else ""


def _line_anchor(source: str, line: int) -> str:
    if not line or not has_lines(source):
        return ""
    return f"{'?plain=1' if source.endswith(_RENDERED) else ''}#L{line}"


@lru_cache(1 << 12)
def _relative(source: str, folder: str | None) -> str | None:
    """Return the way from `folder` to `source`, None where the paths do not tell it."""
    if folder is None:
        return None
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
