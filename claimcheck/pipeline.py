"""read -> annotate -> claim -> link -> check -> report: the order of the stages."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from claimcheck import __version__
from claimcheck.annotate.engine import annotate_all, summary_of
from claimcheck.annotate.nlp import Aliases
from claimcheck.check.engine import findings
from claimcheck.check.origin import traced
from claimcheck.check.rule import Rule, load_rules
from claimcheck.claim.assemble import claims_of
from claimcheck.claim.reckoning.read import reckonings_of
from claimcheck.link.pairs import pairs_of
from claimcheck.model.base import Frozen
from claimcheck.model.claim import CandidatePair, Claim
from claimcheck.model.engine import Engine
from claimcheck.model.finding import LEVELS, Finding, Report
from claimcheck.model.problem import Problem
from claimcheck.model.text import Article, Source
from claimcheck.read.sources import read_sources
from claimcheck.report.build import ArticleRead, Checker, report_of

Progress = Callable[[str, int, int], None]
_BATCH = 8


class Settings(Frozen):
    """What a run may be told beside its paths.

    rules: folders of rules added to the packaged ones.
    published, publishers: dates (ISO) and outlets of sources that lack them, by path.
    ignore: glob patterns of paths to leave out.
    jobs: processes to annotate with.
    off, lowered: ids of rules that do not fire, and of those whose conflicts count as tensions.
    aliases: names of one person, place or body each, the full one first.
    engine: what to read the articles with.
    """

    off: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    aliases: Aliases = ()
    rules: tuple[Path, ...] = ()
    published: Mapping[str, str] = {}
    publishers: Mapping[str, str] = {}
    ignore: tuple[str, ...] = ()
    jobs: int = 1
    engine: Engine = Engine()


_PLAIN = Settings()


class Run(Frozen):
    """A report and what it was made from, for those who ask why."""

    report: Report
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[CandidatePair, ...]

    def reporting(self, report: Report) -> "Run":
        """Return the same run with another report."""
        return Run.model_construct(None, **{**self.__dict__, "report": report})


def run(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> Run:
    """Return what the articles under `paths` claim and where they cannot all be right.

    Raises:
        SourceError: for a path that does not exist or that holds no article.
        RuleError: for rules that cannot be used.
        ClaimcheckError: for an engine that cannot be used.
    """
    rules = [rule for rule in load_rules(settings.rules) if rule.id not in settings.off]
    sources, problems = read_under(paths, settings)
    return checked(sources, rules, settings, problems=problems, progress=progress)


def nothing(settings: Settings) -> Run:
    """Return a run over no source, with the same settings."""
    return checked((), load_rules(settings.rules), settings)


def claims_under(
    paths: Sequence[str], settings: Settings
) -> tuple[tuple[Claim, ...], dict[str, str]]:
    """Return what the articles under `paths` claim, and the texts of their sources by path."""
    sources, _ = read_under(paths, settings)
    return _claims(_read(sources, settings, None)), _texts(sources)


def read_under(
    paths: Sequence[str], settings: Settings
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the sources under the paths as the settings have them, and what cannot be read."""
    return read_sources(
        paths,
        published=settings.published,
        publishers=settings.publishers,
        ignore=settings.ignore,
    )


def checked(
    sources: Sequence[Source],
    rules: Sequence[Rule],
    settings: Settings = _PLAIN,
    *,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
) -> Run:
    """Return what sources already read claim, and what the rules find in it."""
    articles = [article for source in sources for article in source.articles]
    engine = summary_of(settings.engine, articles)
    read = _read(sources, settings, progress)
    claims = _claims(read)
    pairs = pairs_of(claims)
    reckonings = [reckoning for article in read for reckoning in article.reckonings]
    found = traced(findings(pairs, rules, _texts(sources), reckonings), sources)
    checker = Checker(__version__, [rule.summary() for rule in rules], engine)
    report = report_of(sources, read, lowered(found, settings.lowered), problems, checker)
    return Run(report=report, sources=tuple(sources), claims=claims, pairs=pairs)


def lowered(found: Sequence[Finding], rules: Collection[str]) -> tuple[Finding, ...]:
    """Return findings by level and rule, the conflicts of some rules as tensions."""
    told = [finding.lowered() if finding.rule in rules else finding for finding in found]
    return tuple(sorted(told, key=lambda one: (LEVELS.index(one.level), one.rule)))


def _texts(sources: Sequence[Source]) -> dict[str, str]:
    return {source.path: source.text for source in sources}


def _claims(read: Sequence[ArticleRead]) -> tuple[Claim, ...]:
    return tuple(claim for article in read for claim in article.claims)


def _read(
    sources: Sequence[Source], settings: Settings, progress: Progress | None
) -> list[ArticleRead]:
    """Return the articles of all sources with their claims, in order."""
    tasks = [Task(a, source.text) for source in sources for a in source.articles]
    read = []
    for number, article in enumerate(_in_order(tasks, settings), start=1):
        read.append(article)
        if progress:
            progress("reading", number, len(tasks))
    return read


class Task(NamedTuple):
    """An article and its source's text."""

    article: Article
    text: str


def batch_claims(tasks: Sequence[Task], engine: Engine, aliases: Aliases) -> list[ArticleRead]:
    """Return some articles' claims and reckonings; pure, so that many processes can read."""
    return [
        ArticleRead(
            article=task.article,
            anchor=annotation.anchor,
            anchor_from=annotation.anchor_from,
            claims=claims_of(task.article, annotation),
            reckonings=reckonings_of(task.article, task.text, annotation),
        )
        for task, annotation in zip(tasks, annotate_all(tasks, engine, aliases), strict=True)
    ]


def _in_order(tasks: Sequence[Task], settings: Settings) -> Iterator[ArticleRead]:
    """Yield each article's claims in the tasks' order, whatever the number of processes.

    The batches are the same for any number of processes, so that models read them alike.
    """
    work = partial(batch_claims, engine=settings.engine, aliases=settings.aliases)
    batches = [tasks[at : at + _BATCH] for at in range(0, len(tasks), _BATCH)]
    # A GPU serves one process at a time.
    jobs = 1 if settings.engine.gpu else min(settings.jobs, len(batches))
    if jobs <= 1:
        for batch in batches:
            yield from work(batch)
        return
    # What only many processes need takes its time to load.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for done in pool.map(work, batches):
            yield from done
