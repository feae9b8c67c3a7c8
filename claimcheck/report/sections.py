"""The findings of the Markdown report: conflicts in full, tensions in short, agreements folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.conflict import (
    conflict,
    diagnosis,
    guards,
    heading,
    review,
    rule,
    sides_table,
)
from claimcheck.report.escape import markdown
from claimcheck.report.page import Page, folded, place, table
from claimcheck.report.statement import question, sides, statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model.finding import Finding

# Tensions and agreements over these numbers are in report.json alone.
_MOST_TENSIONS = 50
_MOST_AGREEMENTS = 300


def conflicts(view: Page) -> str:
    """Return the conflicts, one numbered section each."""
    title = f"## {view.say('conflicts')}"
    return "\n\n".join([title, *(list(each_conflict(view)) or [view.say("none_found")])])


def each_conflict(view: Page) -> Iterator[str]:
    """Yield the section of each conflict."""
    for number, finding in enumerate(view.report.of_level("conflict"), 1):
        yield f"{heading(number, finding, view, '###')}\n\n{conflict(finding, view)}"


def tensions(view: Page) -> str:
    """Return what a reader could reconcile: the statement and why, quotes folded."""
    found = view.report.of_level("tension")
    parts = [f"## {view.say('tensions')}", view.say("tensions_lead")]
    parts += [_tension(finding, view) for finding in found[:_MOST_TENSIONS]]
    return "\n\n".join([*parts, *not_shown(len(found) - _MOST_TENSIONS, view)])


def agreements(view: Page) -> str:
    """Return the facts that independent sources state alike, and those of one origin, folded."""
    found = view.report.of_level("agreement")
    parts = [f"## {view.say('agreements')}"]
    for phrase, alike in (
        ("agreed", [one for one in found if one.origins != 1]),
        ("agreed_copies", [one for one in found if one.origins == 1]),
    ):
        if alike:
            facts = view.say(phrase, facts=view.counted(len(alike), "fact"))
            parts.append(folded(facts, _agreements(alike, view)))
    return "\n\n".join(parts)


def _agreements(found: Sequence[Finding], view: Page) -> str:
    rows = [_agreement(finding, view) for finding in found[:_MOST_AGREEMENTS]]
    told = table([view.say("head_fact"), view.say("head_said")], rows)
    return "\n\n".join([told, *not_shown(len(found) - _MOST_AGREEMENTS, view)])


def not_shown(number: int, view: Page) -> list[str]:
    """Return a line on the findings left out, if any."""
    return [view.say("not_shown", n=f"{number:,}")] if number > 0 else []


def _tension(finding: Finding, view: Page) -> str:
    # A rule that the configuration lowers finds contradictions and reports tensions.
    lowered = finding.reading == "contradiction"
    reading = view.say("lowered") if lowered else view.text(view.words.readings[finding.reading])
    parts = [
        f"### {view.text(question(finding, view.words))}",
        view.text(statement(finding, view.words)),
        review(finding, view),
        view.say("no_conflict", reading=reading),
        diagnosis(finding, view),
        folded(view.say("quotes"), sides_table(sides(finding, view.words), view)),
        guards(view.say("guards_tension"), finding.guards, view),
        rule(finding, view),
    ]
    return "\n\n".join(part for part in parts if part)


def _agreement(finding: Finding, view: Page) -> list[str]:
    said = (
        f"{view.isolate(markdown(piece.quote))} ({place(piece.source, piece.line, view)})"
        for piece in finding.evidence
    )
    told = [view.words.comma.join(said), *_origins(finding, view)]
    return [view.text(statement(finding, view.words)), "<br>".join(told)]


def _origins(finding: Finding, view: Page) -> list[str]:
    """Return how many origins the sources of an agreement have, where they are fewer."""
    articles = len({piece.article for piece in finding.evidence})
    if not 0 < finding.origins < articles:
        return []
    sources, origins = view.counted(articles, "source"), view.counted(finding.origins, "origin")
    return [view.say("origins", sources=sources, origins=origins)]
