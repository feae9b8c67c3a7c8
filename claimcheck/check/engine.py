"""Pairs x rules -> findings, each with all the sources of each side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.check.finding import finding_of
from claimcheck.check.group import grouped
from claimcheck.check.judge import Judged, judge
from claimcheck.check.reckon import reckoned
from claimcheck.check.rule import Rule
from claimcheck.model.claim import CandidatePair
from claimcheck.model.finding import LEVELS, Finding
from claimcheck.model.reckoning import Reckoning


def findings(
    pairs: Iterable[CandidatePair],
    rules: Sequence[Rule],
    texts: Mapping[str, str],
    reckonings: Iterable[Reckoning] = (),
) -> tuple[Finding, ...]:
    """Return the findings by level, rule and first evidence; `texts` are the sources' by path."""
    found = [
        finding_of(group, texts)
        for judged in _by_rule(pairs, rules)
        for group in grouped(_decided(judged))
    ]
    found += reckoned(reckonings, rules, texts)
    return tuple(sorted(_numbered(found), key=_order))


def _by_rule(pairs: Iterable[CandidatePair], rules: Sequence[Rule]) -> list[list[Judged]]:
    """Return the judged pairs of each rule; a pair is judged by every rule that covers it."""
    all_pairs = list(pairs)
    return [[judge(pair, rule) for pair in all_pairs if rule.covers(pair)] for rule in rules]


def _decided(judged: Sequence[Judged]) -> list[Judged]:
    """Return the pairs that a finding may be made of.

    A claim is set only against the one that fits it best in the other article, by all evidence
    and by what stands around the values alone; it agrees only with the one that does.
    """
    best: dict[tuple[bool, str, str], tuple[int, int]] = {}
    for one in judged:
        if one.level or one.relation == "different":
            for key in _keys(one):
                weight, likeness = best.get(key, (one.weight, one.likeness))
                best[key] = max(weight, one.weight), max(likeness, one.likeness)
    return [one for one in judged if one.level and _stands(one, best)]


def _stands(one: Judged, best: Mapping[tuple[bool, str, str], tuple[int, int]]) -> bool:
    fits = [(one.weight, one.likeness) == best[key] for key in _keys(one)]
    return all(fits) or (one.level == "agreement" and (one.relation == "equal" or any(fits)))


def _keys(one: Judged) -> tuple[tuple[bool, str, str], tuple[bool, str, str]]:
    """Return each claim with the article that the other stands in, and whether the two agree."""
    left, right, agree = one.pair.left, one.pair.right, one.reading == "agreement"
    return (agree, left.id, right.article), (agree, right.id, left.article)


def _numbered(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those of equal fingerprint told apart by a number.

    What they quote tells which is first, not the names of the files: these may change.
    """
    seen: dict[str, int] = defaultdict(int)
    numbered = []
    for finding in sorted(found, key=_quotes):
        seen[finding.id] += 1
        count = seen[finding.id]
        numbered.append(finding if count == 1 else finding.renamed(f"{finding.id}-{count}"))
    return numbered


def _quotes(finding: Finding) -> tuple[int, list[str]]:
    return LEVELS.index(finding.level), sorted(piece.text for piece in finding.evidence)


def _order(finding: Finding) -> tuple[int, str, str, int, str]:
    first = finding.evidence[0]
    return LEVELS.index(finding.level), finding.rule, first.source, first.start, finding.id
