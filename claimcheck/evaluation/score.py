"""The figures that come of the marks."""

from collections import Counter
from collections.abc import Callable, Iterable

from claimcheck.evaluation.figures import (
    Alarm,
    Counts,
    Details,
    Evaluation,
    Missed,
    Mode,
    Rates,
    Score,
    Scores,
    Sprung,
    rate,
    score,
)
from claimcheck.evaluation.gold import ONE_SOURCE_KINDS, Item, Story
from claimcheck.evaluation.judge import JUDGED, Mark, Marked, marked
from claimcheck.evaluation.match import Reported, fitting, joins, sides_under
from claimcheck.model.finding import Finding

# An agreement may have so many pieces of evidence for each mention of the gold's.
_PIECES_A_MENTION = 3
_BOTH_LANGUAGES = "mixed"
_NO_STORY = "no story"


def evaluation(stories: Iterable[Story], findings: Iterable[Finding], mode: Mode) -> Evaluation:
    """Return how findings compare with the gold of stories."""
    beside = marked(stories, findings)
    hinted = _conflicts_as_tensions(beside)
    return Evaluation(
        mode=mode,
        stories=len(beside.gold.stories),
        scores=_all_scores(beside),
        rates=_rates(beside, len(hinted)),
        counts=_counts(beside),
        details=_details(beside, hinted),
    )


def _all_scores(beside: Marked) -> Scores:
    return Scores(
        overall=_overall(beside),
        by_kind=_scores(beside, lambda item: item.kind, lambda mark: mark.kind),
        by_language=_by_story(beside, _language),
        by_group=_by_story(beside, lambda story: story.group),
        by_story=_by_story(beside, lambda story: story.id),
    )


def _overall(beside: Marked) -> Score:
    judged = sum(mark.outcome in JUDGED for mark in beside.marks)
    return score("all", len(beside.found), judged, len(beside.gold.conflicts))


def _by_story(beside: Marked, named: Callable[[Story], str]) -> tuple[Score, ...]:
    """Return the scores by a name that a conflict or a finding has from its story."""
    names = {story.id: named(story) for story in beside.gold.stories.values()}
    return _scores(
        beside, lambda item: names[item.story], lambda mark: names.get(mark.story, _NO_STORY)
    )


def _scores(
    beside: Marked, of_item: Callable[[Item], str], of_mark: Callable[[Mark], str]
) -> tuple[Score, ...]:
    """Return a score for each name of a conflict or of a judged finding, by name."""
    gold = Counter(map(of_item, beside.gold.conflicts))
    judged = Counter(of_mark(mark) for mark in beside.marks if mark.outcome in JUDGED)
    right = Counter(of_mark(mark) for mark in beside.marks if mark.outcome == "right")
    return tuple(
        score(name, right[name], judged[name], gold[name]) for name in sorted({*gold, *judged})
    )


def _language(story: Story) -> str:
    return story.languages[0] if len(story.languages) == 1 else _BOTH_LANGUAGES


def _conflicts_as_tensions(beside: Marked) -> set[tuple[str, str]]:
    """Return the conflicts that were reported as a tension alone."""
    shown = (fitting(one, beside.gold.conflicts) for one in beside.tensions)
    return {item.key for items in shown for item in items} - beside.found


def _rates(beside: Marked, only_tension: int) -> Rates:
    gold = beside.gold
    tense = [fitting(one, gold.tensions) for one in beside.tensions]
    tense_or_more = [
        bool(items or fitting(one, gold.conflicts))
        for one, items in zip(beside.tensions, tense, strict=True)
    ]
    tensions_found = {item.key for items in tense for item in items}
    return Rates(
        recall_any_kind=rate(len(beside.found_any_kind), len(gold.conflicts)),
        agreement_recall=rate(len(_agreements_found(beside)), len(gold.agreements)),
        tension_recall=rate(len(tensions_found), len(gold.tensions)),
        tension_precision=rate(sum(tense_or_more), len(tense_or_more)),
        only_tension=rate(only_tension, len(gold.conflicts)),
        traps=rate(len(_sprung(beside)), len(gold.traps)),
    )


def _agreements_found(beside: Marked) -> list[Item]:
    return [
        item
        for item in beside.gold.agreements
        if any(_shows_agreement(one, item) for one in beside.agreements)
    ]


def _shows_agreement(one: Reported, item: Item) -> bool:
    """Return whether a finding joins the item's mentions and not half the story with them."""
    return len(one.pieces) <= _PIECES_A_MENTION * len(item.spots) and joins(one, item)


def _sprung(beside: Marked) -> list[Item]:
    """Return the traps that a conflict joins which is right for none in the gold."""
    suspects = [mark.one for mark in beside.marks if mark.outcome != "right"]
    return [item for item in beside.gold.traps if any(joins(one, item) for one in suspects)]


def _counts(beside: Marked) -> Counts:
    outcomes = Counter(mark.outcome for mark in beside.marks)
    return Counts(
        right=outcomes["right"],
        false_alarms=outcomes["false alarm"],
        duplicates=outcomes["duplicate"],
        wrong_kind=outcomes["wrong kind"],
        forgiven=outcomes["forgiven"],
        tensions=len(beside.tensions),
        agreements=len(beside.agreements),
        joining=sum(_joins_sides(one, beside.gold.conflicts) for one in beside.agreements),
    )


def _joins_sides(one: Reported, conflicts: Iterable[Item]) -> bool:
    """Return whether an agreement has two sides of a conflict as its evidence."""
    return any(
        len(set().union(*(sides_under(piece, item) for piece in one.pieces))) > 1
        for item in conflicts
        if item.story in one.stories and item.kind not in ONE_SOURCE_KINDS
    )


def _details(beside: Marked, hinted: set[tuple[str, str]]) -> Details:
    marks = beside.marks
    return Details(
        missed=tuple(
            _missed(item, as_tension=item.key in hinted)
            for item in beside.gold.conflicts
            if item.key not in beside.found
        ),
        sprung=tuple(
            Sprung(story=item.story, id=item.id, why=item.about) for item in _sprung(beside)
        ),
        false_alarms=tuple(_alarm(mark) for mark in marks if mark.outcome == "false alarm"),
        wrong_kind=tuple(_alarm(mark) for mark in marks if mark.outcome == "wrong kind"),
    )


def _missed(item: Item, *, as_tension: bool) -> Missed:
    assert item.kind, "only traps have no kind"
    return Missed(
        story=item.story, id=item.id, kind=item.kind, about=item.about, as_tension=as_tension
    )


def _alarm(mark: Mark) -> Alarm:
    finding = mark.one.finding
    return Alarm(
        stories=tuple(sorted(mark.one.stories)),
        finding=finding.id,
        rule=finding.rule,
        kind=finding.kind,
        quotes=tuple(
            f"{one.side} {one.source.rpartition('/')[2]}:{one.line} {' '.join(one.quote.split())}"
            for one in finding.evidence
        ),
    )
