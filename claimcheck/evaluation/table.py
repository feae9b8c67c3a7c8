"""An evaluation as lines of text or as JSON."""

from collections.abc import Iterable

from claimcheck.evaluation.figures import Alarm, Evaluation, Rate, Rates, Score
from claimcheck.report.to_json import spelled

_HEADINGS = ("precision", "recall", "F1", "right", "judged", "gold")


def as_json(measured: Evaluation) -> list[str]:
    """Return the evaluation as lines of JSON, keys sorted."""
    # Not `splitlines`: a quote may hold other line separators, which JSON leaves as they are.
    return spelled(measured.model_dump(mode="json")).rstrip("\n").split("\n")


def as_text(measured: Evaluation, *, show: bool = False) -> list[str]:
    """Return the evaluation as a table; show: also by story, with every miss and false alarm."""
    scores = measured.scores
    parts = [
        ("", [scores.overall]),
        ("by group", scores.by_group),
        ("by language", scores.by_language),
        ("by kind", scores.by_kind),
    ]
    if show:
        parts.append(("by story", scores.by_story))
    name_width = max(len(score.name) for _, rows in parts for score in rows) + 2
    stories = "story" if measured.stories == 1 else "stories"
    lines = [f"{measured.stories} {stories}, {measured.mode}", ""]
    lines.append(_row("", _HEADINGS, name_width))
    for title, rows in parts:
        # A part with a single row says what the first row says.
        if not title or len(rows) > 1:
            lines += [title] if title else []
            lines += [_score_row(score, name_width) for score in rows]
    lines += ["", *_rate_lines(measured.rates), "", _counts_line(measured)]
    return [*lines, *_detail_lines(measured)] if show else lines


def _row(name: str, cells: Iterable[str], width: int) -> str:
    return f"{name:{width}}" + "".join(f"{cell:>11}" for cell in cells)


def _score_row(score: Score, width: int) -> str:
    counts = (str(count) for count in (score.right, score.judged, score.gold))
    cells = (str(score.precision), str(score.recall), str(score.f1), *counts)
    return _row(score.name if score.name == "all" else f"  {score.name}", cells, width)


def _rate_lines(rates: Rates) -> list[str]:
    named = {
        "recall, whatever the kind": rates.recall_any_kind,
        "agreement recall": rates.agreement_recall,
        "tension recall": rates.tension_recall,
        "tension precision": rates.tension_precision,
        "conflicts seen only as a tension": rates.only_tension,
        "traps sprung": rates.traps,
    }
    width = max(map(len, named))
    return [f"{name:{width}}  {_of(value)}" for name, value in named.items()]


def _of(value: Rate) -> str:
    return f"{value}  ({value.part} of {value.whole})"


def _counts_line(measured: Evaluation) -> str:
    counts = measured.counts
    named = {
        "right": counts.right,
        "false alarms": counts.false_alarms,
        "duplicates": counts.duplicates,
        "wrong kind": counts.wrong_kind,
        "forgiven": counts.forgiven,
        "tensions": counts.tensions,
        "agreements": counts.agreements,
        "agreements that join values in conflict": counts.joining,
    }
    return "findings: " + ", ".join(f"{name} {count}" for name, count in named.items())


def _detail_lines(measured: Evaluation) -> list[str]:
    details = measured.details
    missed = [
        f"missed {one.story}/{one.id} {one.kind}: {one.about}"
        + (" (reported as a tension)" if one.as_tension else "")
        for one in details.missed
    ]
    sprung = [f"trap sprung {one.story}/{one.id}: {one.why}" for one in details.sprung]
    wrong_kind = [_alarm_line("wrong kind", alarm) for alarm in details.wrong_kind]
    false_alarms = [_alarm_line("false alarm", alarm) for alarm in details.false_alarms]
    parts = (missed, sprung, wrong_kind, false_alarms)
    return [line for part in parts if part for line in ("", *part)]


def _alarm_line(name: str, alarm: Alarm) -> str:
    quotes = " | ".join(alarm.quotes)
    return f"{name} {'+'.join(alarm.stories)} {alarm.rule} ({alarm.kind}) {alarm.finding}: {quotes}"
