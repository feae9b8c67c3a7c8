"""The Markdown report around its findings: what was not checked, the summary, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import markdown
from claimcheck.report.page import Page, folded, place, publisher, table, written
from claimcheck.report.statement import Side, counted, counts, question, sides

if TYPE_CHECKING:
    from claimcheck.model.finding import ArticleSummary, Finding, SourceSummary
    from claimcheck.model.problem import Problem

# More lines than this under one heading are folded away.
_OPEN_LINES = 12
# Places of one fault that are named; the others are counted.
_MOST_PLACES = 20
_SCOPE = (
    "- Only dates, places and figures are compared, and only where an article states them in a way"
    " that the rules know. A fact that is missing below was not confirmed."
)


def unchecked(view: Page) -> str:
    """Return the section on what could not be read or checked, one line a fault."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in view.report.problems:
        groups.setdefault((problem.code, problem.message), []).append(problem)
    faults = "\n".join(_fault(problems, view) for problems in groups.values())
    shown = f"{folded('Faults', faults)}\n" if len(groups) > _OPEN_LINES else faults
    read = shown or "- Every source was read, and claims were found in every article."
    return "\n".join(["## Not checked\n", read, *_undated(view), _SCOPE])


def summary(view: Page) -> str:
    """Return the counts in a sentence, and a table of the conflicts."""
    told = f"## Summary\n\n{markdown(counts(view.report.summary), 'en')}"
    rows = [
        _conflict(number, finding)
        for number, finding in enumerate(view.report.of_level("conflict"), 1)
    ]
    return f"{told}\n\n{table(['', 'Conflict', 'Either', 'Or'], rows)}" if rows else told


def sources(view: Page) -> str:
    """Return the table of sources, one row an article, folded away."""
    head = ["Source", "Publisher", "Written", "Dated by", "Language", "Claims"]
    rows = [
        _row(source, article, view) for source in view.report.sources for article in source.articles
    ]
    read = f"{counted(len(rows), 'article')}: when written, by whom"
    return "\n\n".join(["## Sources", folded(read, table(head, rows)), *_engine(view)])


def _engine(view: Page) -> list[str]:
    """Return a paragraph on the engine and the models that read the articles, if not the rules."""
    engine = view.report.engine
    if not engine.models:
        return []
    models = (
        f"{markdown(model.language)} {markdown(', '.join(model.parts), 'en')}"
        f" (<code>{markdown(model.sha256)}</code>)"
        for model in engine.models
    )
    name = markdown(f"{engine.name} {engine.version}", "en")
    return [f"Read with {name}. Its models, with the SHA-256 of their files: {'; '.join(models)}."]


def _conflict(number: int, finding: Finding) -> list[str]:
    first, *others = (_value(side) for side in sides(finding))
    return [str(number), markdown(question(finding), "en"), first, " or ".join(others)]


def _value(side: Side) -> str:
    """Return the value of a side and how many articles state it."""
    articles = {piece.article for piece in side.evidence}
    return f"{markdown(side.value, 'en')} ({counted(len(articles), 'article')})"


def _undated(view: Page) -> list[str]:
    """Return a line on the articles of which only an earliest or latest day is known, if any."""
    articles = [article for source in view.report.sources for article in source.articles]
    undated = sum(".." in article.anchor for article in articles)
    if not undated:
        return []
    among = f"{undated} of {counted(len(articles), 'article')}"
    told = f"- Not known to the day when it was written: {among}."
    return [f"{told} There, words such as “last May” may stay without a year (see Sources)."]


def _fault(problems: list[Problem], view: Page) -> str:
    """Return one fault and the places that have it."""
    first = problems[0]
    fault = f"- {markdown(first.message, 'en')} (<code>{markdown(first.code)}</code>)"
    places = [_place(problem, view) for problem in problems if problem.source]
    if len(places) > _MOST_PLACES:
        places[_MOST_PLACES:] = [f"{len(places) - _MOST_PLACES} more"]
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
