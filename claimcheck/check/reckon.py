"""Reckonings x rules -> findings: what does not hold, once for all that say the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from claimcheck.check import arithmetic, calendar, lengths
from claimcheck.check.finding import Place, evidence_at, sources_of
from claimcheck.check.identity import fingerprint
from claimcheck.check.outcome import Outcome
from claimcheck.check.rule import Rule
from claimcheck.model.claim import Guard
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.reckoning import Reckoning, Relation, Term

_GUARD = "reckoned"


class Failed(NamedTuple):
    """A reckoning that does not hold, and what it comes to."""

    reckoning: Reckoning
    outcome: Outcome


HOLDS: Mapping[Relation, Callable[[Reckoning], Outcome | None]] = {
    "weekday-date": calendar.weekday_date,
    "no-such-date": calendar.no_such_date,
    "end-before-start": calendar.end_before_start,
    "parts-total": arithmetic.parts_total,
    "duration-ends": lengths.length_between,
    "years-between": lengths.length_between,
    "anniversary-year": lengths.years_since,
    "age-years": lengths.age_between,
    "share-count": arithmetic.share_count,
    "growth-rate": arithmetic.growth_rate,
    "growth-amount": arithmetic.growth_amount,
    "each-total": arithmetic.each_total,
    "shares-whole": arithmetic.shares_whole,
}


def reckoned(
    reckonings: Iterable[Reckoning], rules: Sequence[Rule], texts: Mapping[str, str]
) -> list[Finding]:
    """Return the findings of the rules of one article; those with equal values are one."""
    by_relation = {rule.relation: rule for rule in rules if rule.relation}
    groups: dict[tuple[str, ...], list[Failed]] = {}
    for failed in _failed(reckonings, by_relation):
        groups.setdefault(_key(failed), []).append(failed)
    return [_finding(group, by_relation, texts) for group in groups.values()]


def _failed(reckonings: Iterable[Reckoning], rules: Mapping[Relation, Rule]) -> Iterator[Failed]:
    for reckoning in reckonings:
        if reckoning.relation in rules:
            outcome = HOLDS[reckoning.relation](reckoning)
            if outcome:
                yield Failed(reckoning, outcome)


def _key(failed: Failed) -> tuple[str, ...]:
    """Return what makes two findings one: the relation and the values, wherever they stand."""
    one = failed.reckoning
    return one.relation, *_values(one.left), "|", *_values(one.right)


def _values(terms: Iterable[Term]) -> list[str]:
    return sorted(term.value for term in terms)


def _finding(
    group: Sequence[Failed], rules: Mapping[Relation, Rule], texts: Mapping[str, str]
) -> Finding:
    first, outcome = group[0]
    rule = rules[first.relation]
    subject = rule.subject
    assert subject is not None
    values = tuple(term.value for term in first.terms)
    return Finding(
        id=fingerprint(rule.id, "", values),
        values=values,
        rule=rule.id,
        kind=rule.kind,
        level="conflict",
        reading="contradiction",
        title=rule.title.en,
        title_ar=rule.title.ar,
        subject=subject.en,
        subject_ar=subject.ar,
        message=_message(rule.message.en, subject.en, group, outcome.en, texts),
        message_ar=_message(rule.message.ar, subject.ar, group, outcome.ar, texts),
        weight="0.0",
        evidence=tuple(_evidence(group, texts)),
        guards=(Guard(guard=_GUARD, result="pass", because=outcome.why or outcome.en),),
    )


def _message(
    template: str, subject: str, group: Sequence[Failed], outcome: str, texts: Mapping[str, str]
) -> str:
    first = group[0].reckoning
    return template.format(
        subject=subject,
        left=_quotes(first.left, texts[first.source]),
        right=_quotes(first.right or first.left, texts[first.source]),
        left_sources=sources_of(failed.reckoning.source for failed in group),
        right_sources=sources_of(failed.reckoning.source for failed in group),
        reckoned=outcome,
    )


def _quotes(terms: Iterable[Term], text: str) -> str:
    return " + ".join(text[term.span.start : term.span.end] for term in terms)


def _evidence(group: Sequence[Failed], texts: Mapping[str, str]) -> Iterator[Evidence]:
    """Yield every place that states the left side's values, then those of the right one."""
    for side, letter in enumerate(ascii_uppercase[:2]):
        seen = set()
        for one in (failed.reckoning for failed in group):
            for term in (one.left, one.right)[side]:
                if (one.source, term.span) not in seen:
                    seen.add((one.source, term.span))
                    yield _piece(one, term, letter, texts[one.source])


def _piece(one: Reckoning, term: Term, side: str, text: str) -> Evidence:
    return evidence_at(
        text,
        Place(one.source, one.article, term.span, term.sentence),
        side=side,
        value=term.value,
    )
