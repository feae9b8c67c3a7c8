"""The head of the Markdown report: what was not checked, the counts, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import markdown
from claimcheck.report.page import Page, folded, place, publisher, table, written

if TYPE_CHECKING:
    from claimcheck.model.finding import ArticleSummary, SourceSummary
    from claimcheck.model.problem import Problem

# More lines than this under one heading are folded away.
_OPEN_LINES = 12


def unchecked(view: Page) -> str:
    """Return the section on what could not be read or checked, one line a fault."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in view.report.problems:
        groups.setdefault((problem.code, problem.message), []).append(problem)
    lines = "\n".join(_fault(problems, view) for problems in groups.values())
    shown = folded("Faults", lines) if len(groups) > _OPEN_LINES else lines
    return "## Not checked\n\n" + (shown or "Everything was read and checked.")


def summary(view: Page) -> str:
    """Return the table of counts."""
    counts = view.report.summary
    head = ["Sources", "Articles", "Claims", "**Conflicts**", "Tensions", "Agreements"]
    row = [counts.sources, counts.articles, counts.claims]
    found = [f"**{counts.conflicts}**", counts.tensions, counts.agreements]
    return "## Summary\n\n" + table(head, [[str(cell) for cell in (*row, *found)]])


def sources(view: Page) -> str:
    """Return the table of sources, one row an article."""
    head = ["Source", "Publisher", "Written", "Dated by", "Language", "Claims"]
    rows = [
        _row(source, article, view) for source in view.report.sources for article in source.articles
    ]
    shown = table(head, rows)
    return folded("<b>Sources</b>", shown) if len(rows) > _OPEN_LINES else shown


def _fault(problems: list[Problem], view: Page) -> str:
    """Return one fault and every place that has it."""
    first = problems[0]
    fault = f"- {markdown(first.message, 'en')} (<code>{markdown(first.code)}</code>)"
    places = [_place(problem, view) for problem in problems if problem.source]
    return f"{fault}: {', '.join(places)}" if places else fault


def _place(problem: Problem, view: Page) -> str:
    """Return where a fault is: a file, or an article that stands under another one."""
    article = view.articles.get(problem.source)
    if article is None:
        return place(problem.source, problem.line, view.folder)
    return place(article.id.rpartition("#")[0], problem.line or article.line, view.folder)


def _row(source: SourceSummary, article: ArticleSummary, view: Page) -> list[str]:
    # The main article is the file; one that stands under it is found by its line.
    line = article.line if article.zone != "main" else 0
    return [
        place(source.path, line, view.folder),
        publisher(article),
        written(article),
        markdown(article.anchor_from),
        markdown(article.language),
        str(article.claims),
    ]
