"""Pairs x rules -> findings, each with all the sources of each side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.check.finding import finding_of
from claimcheck.check.group import grouped
from claimcheck.check.judge import Judged, judge
from claimcheck.check.rule import Rule
from claimcheck.model.claim import CandidatePair
from claimcheck.model.finding import LEVELS, Finding

# By how much (hundredths of a bit) an agreeing pair may be the weaker and still explain a claim.
_EXPLAINED = 150


def findings(
    pairs: Iterable[CandidatePair], rules: Sequence[Rule], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return the findings by level, rule and first evidence; `texts` are the sources' by path."""
    found = [
        finding_of(group, texts)
        for judged in _by_rule(pairs, rules)
        for group in grouped(_decided(judged))
    ]
    return tuple(sorted(_numbered(found), key=_order))


def _by_rule(pairs: Iterable[CandidatePair], rules: Sequence[Rule]) -> list[list[Judged]]:
    """Return the judged pairs of each rule; a pair is judged by every rule that covers it."""
    all_pairs = list(pairs)
    return [[judge(pair, rule) for pair in all_pairs if rule.covers(pair)] for rule in rules]


def _decided(judged: Sequence[Judged]) -> list[Judged]:
    """Return the pairs that a finding may be made of.

    A claim is set only against the one that fits it best in the other article, and against none
    where that article states the claim's own value for the same thing too.
    """
    best: dict[tuple[str, str], int] = defaultdict(int)
    agreed: dict[tuple[str, str], int] = defaultdict(int)
    for one in judged:
        if one.level is None:
            continue
        for key in _keys(one):
            best[key] = max(best[key], one.pair.weight)
            if one.level == "agreement":
                agreed[key] = max(agreed[key], one.pair.weight)
    return [one for one in judged if one.level and _stands(one, best, agreed)]


def _stands(
    one: Judged, best: Mapping[tuple[str, str], int], agreed: Mapping[tuple[str, str], int]
) -> bool:
    weight = one.pair.weight
    mutual = all(weight >= best[key] for key in _keys(one))
    if one.level == "agreement":
        return mutual or one.relation == "equal"
    explained = any(key in agreed and agreed[key] + _EXPLAINED >= weight for key in _keys(one))
    return mutual and not explained


def _keys(one: Judged) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return each claim with the article that the other stands in."""
    left, right = one.pair.left, one.pair.right
    return (left.id, right.article), (right.id, left.article)


def _numbered(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those of equal fingerprint told apart by a number."""
    seen: dict[str, int] = defaultdict(int)
    numbered = []
    for finding in sorted(found, key=_order):
        seen[finding.id] += 1
        count = seen[finding.id]
        numbered.append(finding if count == 1 else finding.renamed(f"{finding.id}-{count}"))
    return numbered


def _order(finding: Finding) -> tuple[int, str, str, int, str]:
    first = finding.evidence[0]
    return LEVELS.index(finding.level), finding.rule, first.source, first.start, finding.id
