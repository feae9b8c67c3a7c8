"""The Markdown report around its findings: what was not checked, the summary, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.escape import html_text, markdown
from claimcheck.report.page import Page, day_written, folded, place, publisher, table
from claimcheck.report.statement import Side, counts, question, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.model.engine import ModelSummary
    from claimcheck.model.finding import ArticleSummary, Finding, Kind, SourceSummary
    from claimcheck.model.problem import Problem

    # What leads to a conflict: a heading of the same page, or a page of its own.
    Target = Callable[[Finding], str]

# More lines than this under one heading are folded away.
_OPEN_LINES = 12
# Places of one fault that are named; the others are counted.
_MOST_PLACES = 20


def unchecked(view: Page) -> str:
    """Return the section on what could not be read or checked, one line a fault."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in view.report.problems:
        groups.setdefault((problem.code, problem.message), []).append(problem)
    faults = "\n".join(_fault(problems, view) for problems in groups.values())
    if len(groups) > _OPEN_LINES:
        faults = f"{folded(view.say('faults'), faults)}\n"
    lines = [faults or f"- {view.say('all_checked')}", *_undated(view), _scope(view)]
    return "\n".join([f"## {view.say('unchecked')}\n", *lines])


def summary(view: Page) -> str:
    """Return the counts in a sentence, and the conflicts by what differs and by source."""
    told = [f"## {view.say('summary')}", view.text(counts(view.report.summary, view.words))]
    return "\n\n".join([*told, *_stale(view), *_by_kind(view), *_by_source(view)])


def contents(view: Page, target: Target) -> str:
    """Return a table of the conflicts, each with the way to it; long ones folded by kind."""
    found = list(enumerate(view.report.of_level("conflict"), 1))
    if not found:
        return ""
    title = f"## {view.say('contents')}"
    if len(found) <= _OPEN_LINES:
        return f"{title}\n\n{_listed(found, view, target)}"
    groups: dict[Kind, list[tuple[int, Finding]]] = {}
    for number, finding in found:
        groups.setdefault(finding.kind, []).append((number, finding))
    lists = [
        folded(html_text(_of_kind(kind, len(group), view)), _listed(group, view, target))
        for kind, group in groups.items()
    ]
    return "\n\n".join([title, *lists])


def _stale(view: Page) -> list[str]:
    """Return a paragraph on the reviews that cover no finding any more, if there are any."""
    stale = view.report.stale_reviews
    named = [
        f"<code>{markdown(one.id)}</code> {view.isolate(markdown(one.about))}" for one in stale
    ]
    return [view.say("stale", reviews=view.words.comma.join(named))] if stale else []


def sources(view: Page) -> str:
    """Return the table of sources, one row an article, folded away."""
    names = ("source", "publisher", "written", "dated_by", "language", "claims")
    rows = [
        _row(source, article, view) for source in view.report.sources for article in source.articles
    ]
    read = view.say("articles_read", articles=view.counted(len(rows), "article"))
    told = folded(read, table([view.say(f"head_{name}") for name in names], rows))
    return "\n\n".join([f"## {view.say('sources')}", told, *_engine(view)])


def _engine(view: Page) -> list[str]:
    """Return a paragraph on the engine and the models that read the articles, if not the rules."""
    engine = view.report.engine
    if not engine.models:
        return []
    name = view.isolate(markdown(f"{engine.name} {engine.version}"))
    models = (_model(model, view) for model in engine.models)
    return [view.say("read_with", engine=name, models=view.words.comma.join(models))]


def _model(model: ModelSummary, view: Page) -> str:
    """Return a language, what its models do, and the digest of their files."""
    return view.say(
        "model",
        language=view.text(view.words.languages.get(model.language, model.language)),
        parts=view.isolate(markdown(", ".join(model.parts))),
        sha256=f"<code>{markdown(model.sha256)}</code>",
    )


def _of_kind(kind: Kind, number: int, view: Page) -> str:
    many = view.counted(number, "conflict")
    return view.say("contents_of", kind=view.words.kinds[kind], conflicts=many)


def _by_kind(view: Page) -> list[str]:
    counted = view.report.summary.by_kind
    head = [view.say("head_kind"), view.say("head_conflicts")]
    rows = [[view.words.kinds[kind], str(number)] for kind, number in counted.items()]
    return [table(head, rows)] if rows else []


def _by_source(view: Page) -> list[str]:
    """Return a table of the sources that conflict with another, folded where it is long."""
    rows = [
        [place(source.path, 0, view), str(source.conflicts), str(source.tensions)]
        for source in view.report.sources
        if source.conflicts or source.tensions
    ]
    if not rows:
        return []
    names = ("source", "conflicts", "tensions")
    told = table([view.say(f"head_{name}") for name in names], rows)
    return [folded(view.say("by_source"), told) if len(rows) > _OPEN_LINES else told]


def _listed(found: Sequence[tuple[int, Finding]], view: Page, target: Target) -> str:
    head = ["", view.say("head_conflict"), view.say("head_values")]
    return table(head, [_conflict(number, finding, view, target) for number, finding in found])


def _conflict(number: int, finding: Finding, view: Page, target: Target) -> list[str]:
    values = [_value(side, view) for side in sides(finding, view.words)]
    link = f"[{view.text(question(finding, view.words))}]({target(finding)})"
    return [str(number), link, view.words.either.join(values)]


def _value(side: Side, view: Page) -> str:
    """Return the value of a side and how many articles state it."""
    articles = {piece.article for piece in side.evidence}
    return f"{view.text(side.value)} ({view.counted(len(articles), 'article')})"


def _scope(view: Page) -> str:
    """Return a line on what the rules of the run compare."""
    kinds = dict.fromkeys(view.words.kinds[rule.kind] for rule in view.report.rules)
    return f"- {view.say('scope', kinds=view.words.comma.join(kinds))}"


def _undated(view: Page) -> list[str]:
    """Return a line on the articles of which only an earliest or latest day is known, if any."""
    undated = view.report.summary.undated
    if not undated:
        return []
    among = view.counted(view.report.summary.articles, "article")
    return [f"- {view.say('undated', some=str(undated), all=among)}"]


def _fault(problems: list[Problem], view: Page) -> str:
    """Return one fault and the places that have it."""
    first = problems[0]
    message = view.words.problems.get(first.code, first.message)
    fault = f"- {view.text(message)} (<code>{markdown(first.code)}</code>)"
    places = [_place(problem, view) for problem in problems if problem.source]
    if len(places) > _MOST_PLACES:
        places[_MOST_PLACES:] = [view.say("more", n=str(len(places) - _MOST_PLACES))]
    return f"{fault}: {view.words.comma.join(places)}" if places else fault


def _place(problem: Problem, view: Page) -> str:
    """Return where a fault is: a file, or an article that stands under another one."""
    article = view.articles.get(problem.source)
    if article is None:
        return place(problem.source, problem.line, view)
    return place(article.id.rpartition("#")[0], problem.line or article.line, view)


def _row(source: SourceSummary, article: ArticleSummary, view: Page) -> list[str]:
    # The main article is the file; one that stands under it is found by its line.
    line = article.line if article.zone != "main" else 0
    return [
        place(source.path, line, view),
        publisher(article, view),
        view.text(day_written(article, view.words) or view.say("not_known")),
        view.text(view.words.anchors.get(article.anchor_from, article.anchor_from)),
        view.text(view.words.languages.get(article.language, article.language)),
        str(article.claims),
    ]
