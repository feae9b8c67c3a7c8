"""One conflict or tension of the Markdown report, from its statement to the command at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report import page, reasons
from claimcheck.report.charts import Bar, bars, timeline
from claimcheck.report.escape import html_text, markdown
from claimcheck.report.page import Page, folded, place, table
from claimcheck.report.quotes import cell_quote
from claimcheck.report.statement import Side, question, sides, statement, title
from claimcheck.report.values import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model.claim import Guard
    from claimcheck.model.finding import Evidence, Finding, Verdict

# How many quotes of one side stand open; a side's others say the same and are folded.
_OPEN_QUOTES = 3
_VERDICTS: dict[Verdict, str] = {"accepted": "known_conflict", "dismissed": "no_conflict_found"}
_DATED = ("date", "calendar")
_COUNTED = ("quantity", "arithmetic")


def heading(number: int, finding: Finding, view: Page, level: str) -> str:
    """Return a conflict's heading, which its id leads to."""
    anchor = f'<a id="{html_text(finding.id)}"></a>'
    return f"{level} {anchor}{number}. {view.text(question(finding, view.words))}"


def conflict(finding: Finding, view: Page) -> str:
    """Return a conflict without its heading."""
    told = sides(finding, view.words)
    settle = view.say("settle", what=view.text(view.words.settle[finding.kind]))
    parts = [
        view.text(statement(finding, view.words)),
        review(finding, view),
        sides_table(told, view),
        diagnosis(finding, view),
        _chart(finding, told, view),
        settle,
        guards(view.say("guards"), finding.guards, view),
        *_how_to_review(finding, view),
        rule(finding, view),
    ]
    return "\n\n".join(part for part in parts if part)


def review(finding: Finding, view: Page) -> str:
    """Return what an editor said of a finding, and who and when, if anybody did."""
    said = finding.review
    if said is None:
        return ""
    signed = view.words.comma.join(view.isolate(markdown(p)) for p in (said.by, said.date) if p)
    reason = view.isolate(markdown(said.reason))
    verdict = view.say(_VERDICTS[said.verdict])
    return f"**{verdict}:** {reason} ({signed})" if signed else f"**{verdict}:** {reason}"


def _how_to_review(finding: Finding, view: Page) -> list[str]:
    if finding.review:
        return []
    command = f'claimcheck review {finding.id} --dismiss --reason "..."'
    return [view.say("review"), _command(command, view)]


def sides_table(told: Sequence[Side], view: Page) -> str:
    """Return the sides with their sources, the first ones of each side open."""
    shown = [_row(side, piece, view) for side in told for piece in side.evidence[:_OPEN_QUOTES]]
    rest = [_row(side, piece, view) for side in told for piece in side.evidence[_OPEN_QUOTES:]]
    head = [view.say(f"head_{name}") for name in ("side", "value", "source", "said")]
    tables = [table(head, shown)]
    if rest:
        tables.append(folded(view.say("more_say_so", n=str(len(rest))), table(head, rest)))
    return "\n\n".join(tables)


def diagnosis(finding: Finding, view: Page) -> str:
    """Return how the values may have come to differ, or nothing."""
    if not finding.diagnosis:
        return ""
    return view.say("perhaps", diagnosis=view.text(view.words.diagnoses[finding.diagnosis]))


def guards(heading: str, told: Sequence[Guard], view: Page) -> str:
    """Return the guards in plain words, folded away under a heading."""
    if not told:
        return ""
    lines = [
        f"- {reasons.MARKS[guard.result]} {view.text(reasons.sentence(guard, view.words))}"
        for guard in told
        if guard.result != "n.a."
    ]
    beside = reasons.beside_the_point(told, view.words)
    lines += [f"- {reasons.MARKS['n.a.']} {view.text(beside)}"] if beside else []
    return folded(heading, "\n".join(lines))


def rule(finding: Finding, view: Page) -> str:
    """Return the rule that fired, and the command that tells more."""
    named = f"<code>{markdown(finding.rule)}</code>"
    ask = f"<code>{markdown(f'claimcheck explain {finding.id}')}</code>"
    told = view.say("rule", rule=named, title=view.text(title(finding, view.words)))
    return f"<sub>{told} · {view.say('explain', command=ask)}</sub>"


def _row(side: Side, piece: Evidence, view: Page) -> list[str]:
    article = view.articles.get(piece.article)
    value = view.text(plain_value(piece, view.words))
    return [
        f"**{markdown(side.letter)}**",
        f"**{value}**" if value else "",
        "<br>".join(_source(piece, view)),
        cell_quote(piece, page.language(article)),
    ]


def _source(piece: Evidence, view: Page) -> Iterable[str]:
    """Yield where a piece of evidence stands, who published it, when, and under which title."""
    article = view.articles.get(piece.article)
    day = page.day_written(article, view.words)
    yield place(piece.source, piece.line, view)
    yield page.publisher(article, view) or view.say("publisher_unknown")
    yield view.say("written_on", when=view.text(day)) if day else view.say("written_unknown")
    name = page.headline(article, view)
    if name:
        yield name


def _chart(finding: Finding, told: Sequence[Side], view: Page) -> str:
    if finding.kind in _DATED:
        drawn = timeline(told, view.words)
        return _left_to_right(drawn, view) if drawn else ""
    if finding.kind in _COUNTED:
        head = [view.say(f"head_{name}") for name in ("side", "bar", "value")]
        rows = [_bar(bar, view) for bar in bars(told)]
        return table(head, rows) if rows else ""
    return ""


def _bar(bar: Bar, view: Page) -> list[str]:
    return [markdown(bar.side.letter), bar.bar, view.text(bar.side.value)]


def _command(command: str, view: Page) -> str:
    """Return a command as a block to copy."""
    return _left_to_right(f"```\n{command}\n```", view)


def _left_to_right(block: str, view: Page) -> str:
    """Return a block of code, left to right on every page."""
    return block if view.words.language == "en" else f'<div dir="ltr">\n\n{block}\n\n</div>'
