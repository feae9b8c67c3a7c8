"""Everything a run found -> the one Report that all formats show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.model.base import Frozen
from claimcheck.model.claim import Claim
from claimcheck.model.day import edtf_day
from claimcheck.model.engine import EngineSummary
from claimcheck.model.finding import (
    KINDS,
    LEVELS,
    ArticleSummary,
    Finding,
    Kind,
    Level,
    Report,
    RuleSummary,
    SourceSummary,
    Summary,
)
from claimcheck.model.lines import line_of
from claimcheck.model.problem import Problem
from claimcheck.model.reckoning import Reckoning
from claimcheck.model.text import Article, Interval, Source


class ArticleRead(Frozen):
    """An article with its claims, its reckonings and the anchor that its text gave it."""

    article: Article
    anchor: Interval
    anchor_from: str
    claims: tuple[Claim, ...]
    reckonings: tuple[Reckoning, ...] = ()


class Checker(NamedTuple):
    """What found the findings: the version of the program, its rules, what it read with."""

    version: str
    rules: Sequence[RuleSummary] = ()
    engine: EngineSummary = EngineSummary()


def report_of(
    sources: Sequence[Source],
    read: Sequence[ArticleRead],
    found: Sequence[Finding],
    problems: Sequence[Problem],
    checker: Checker,
) -> Report:
    """Return the report; `read` in the order of the sources' articles."""
    by_id = {article.article.id: article for article in read}
    told = (*problems, *(p for article in read for p in _unchecked(article)))
    counted = _by_source(found)
    return Report(
        schema="claimcheck.report/1",
        version=checker.version,
        engine=checker.engine,
        summary=_summary(sources, read, found, told),
        sources=tuple(_source(source, by_id, counted) for source in sources),
        rules=tuple(checker.rules),
        findings=tuple(found),
        problems=tuple(sorted(told, key=lambda p: (p.source, p.line, p.code, p.message))),
    )


def _unchecked(read: ArticleRead) -> list[Problem]:
    """Return what could not be checked of an article that was read."""
    article = read.article
    found = []
    if not read.claims:
        found.append(("no-claims", "no claim was found: this article was not checked"))
    elif read.anchor.first is None:
        found.append(("no-anchor", "does not say when it was written: its relative dates are open"))
    source = article.source if article.number == 0 else article.id
    return [Problem(source=source, code=code, message=message) for code, message in found]


def _summary(
    sources: Sequence[Source],
    read: Sequence[ArticleRead],
    found: Sequence[Finding],
    problems: Sequence[Problem],
) -> Summary:
    levels = [finding.level for finding in found]
    one_origin = sum(finding.origins == 1 for finding in found)
    return Summary(
        sources=len(sources),
        articles=len(read),
        claims=sum(len(article.claims) for article in read),
        conflicts=levels.count("conflict"),
        tensions=levels.count("tension"),
        agreements=levels.count("agreement") - one_origin,
        one_origin=one_origin,
        problems=len(problems),
        by_kind=_by_kind(found),
        undated=sum(article.anchor.known and not article.anchor.closed for article in read),
    )


def _by_kind(found: Sequence[Finding]) -> dict[Kind, int]:
    kinds = [finding.kind for finding in found if finding.level == "conflict"]
    return {kind: kinds.count(kind) for kind in KINDS if kind in kinds}


def _source(
    source: Source, by_id: Mapping[str, ArticleRead], counted: Mapping[Level, Counter[str]]
) -> SourceSummary:
    return SourceSummary(
        path=source.path,
        sha256=source.sha256,
        articles=tuple(_article(by_id[article.id], source.text) for article in source.articles),
        conflicts=counted["conflict"][source.path],
        tensions=counted["tension"][source.path],
    )


def _by_source(found: Sequence[Finding]) -> dict[Level, Counter[str]]:
    """Return how many findings of each level each source is evidence of."""
    counted: dict[Level, Counter[str]] = {level: Counter() for level in LEVELS}
    for finding in found:
        counted[finding.level].update({piece.source for piece in finding.evidence})
    return counted


def _article(read: ArticleRead, text: str) -> ArticleSummary:
    article = read.article
    start = article.segments[0].start if article.segments else 0
    return ArticleSummary(
        id=article.id,
        title=article.title,
        language=article.language,
        publisher=article.publisher,
        published=article.published,
        anchor=_edtf(read.anchor),
        anchor_from=read.anchor_from,
        zone=article.zone,
        line=line_of(text, start),
        claims=len(read.claims),
    )


def _edtf(days: Interval) -> str:
    """Return the EDTF spelling of an anchor: a day, an interval with `..`, or nothing."""
    if not days.known:
        return ""
    if days.first == days.last and days.first is not None:
        return edtf_day(days.first)
    first = ".." if days.first is None else edtf_day(days.first)
    last = ".." if days.last is None else edtf_day(days.last)
    return f"{first}/{last}"
