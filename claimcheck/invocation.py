"""What the commands have in common: settings, a run with its progress bar, the files written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import ClaimcheckError, SourceError
from claimcheck.model.engine_name import EngineName
from claimcheck.model.language import Language
from claimcheck.terminal import complain, progress_bar, say, show_legend, show_marked, write

# Imported where they are used: `claimcheck --help` must not wait for pydantic and spaCy.
if TYPE_CHECKING:
    from claimcheck.changes import Touched
    from claimcheck.config import Config
    from claimcheck.gate import Exit, FailOn
    from claimcheck.model.engine import Engine
    from claimcheck.model.finding import Finding, Report
    from claimcheck.pipeline import Run, Settings
    from claimcheck.report.names import Format

DEFAULT_FOLDER = "seeds"
STANDARD_INPUT = "-"


class Options(NamedTuple):
    """What the command line said; None where it said nothing, and the configuration decides."""

    paths: Sequence[str] | None = None
    rules: Sequence[Path] | None = None
    out: str | None = None
    formats: Sequence[Format] | None = None
    jobs: int | None = None
    quiet: bool = False
    lang: Language | None = None
    engine: EngineName | None = None
    gpu: bool = False


class GateOptions(NamedTuple):
    """What `gate` is told beside what `run` is.

    since: a revision of git; changed: files; only findings that touch these are judged.
    """

    fail_on: FailOn
    since: str = ""
    changed: Sequence[str] = ()
    allow_empty: bool = False


def check(options: Options) -> Run:
    """Return a run over the articles that the options or the configuration name.

    Raises:
        ClaimcheckError: for rules, a configuration or sources that cannot be used.
    """
    from claimcheck.config import load_config

    return _run(options, load_config(Path()))


def report(options: Options) -> None:
    """Write the report of a run, and print its summary unless quiet."""
    from claimcheck.config import load_config
    from claimcheck.lang.report_words import report_words
    from claimcheck.report.to_terminal import summary_lines

    config = load_config(Path())
    done = _run(options, config)
    written = _publish(done, options, config, done.report)
    if not options.quiet:
        say(*summary_lines(done.report, report_words(Language.EN)), "", *written)


def gate(options: Options, ask: GateOptions) -> Exit:
    """Write the report of a run, print what fails the gate, and return the exit code."""
    from claimcheck.changes import changed_since
    from claimcheck.config import load_config
    from claimcheck.gate import Policy, judge
    from claimcheck.lang.report_words import report_words
    from claimcheck.report.to_gate import gate_lines, stale_lines, touched_line, verdict_line

    config = load_config(Path())
    # Before the run: what git does not know is told at once.
    files = changed_since(ask.since) if ask.since else ()
    done = _run(options, config, allow_empty=ask.allow_empty)
    named = _touched(files, ask, done.report, config)
    touched, unread = (named.sources, named.unread) if named else (None, ())
    verdict = judge(done.report, Policy(ask.fail_on, touched, unread, ask.allow_empty))
    written = _publish(done, options, config, done.report.touching(touched))
    if not options.quiet:
        words = report_words(Language.EN)
        say(*gate_lines(done.report, verdict.failing, _again(options), words), "", *written)
        say(*stale_lines(done.report.stale_reviews), *touched_line(touched))
    if verdict.reasons or not options.quiet:
        say("", verdict_line(verdict.reasons, len(verdict.covered)))
    return verdict.exit


def _again(options: Options) -> list[str]:
    """Return what has to be told once more to a command on a finding of the same run."""
    rules = (f"--rules={folder.as_posix()}" for folder in options.rules or ())
    engine = [f"--engine={options.engine}"] if options.engine else []
    return [*(options.paths or ()), *rules, *engine]


def _touched(
    files: Sequence[Path], ask: GateOptions, report: Report, config: Config
) -> Touched | None:
    """Return the sources that the gate judges, None for all."""
    from claimcheck.changes import named, touched_by

    if ask.since:
        return touched_by(files, report)
    if not ask.changed:
        return None
    return named(ask.changed, report, [path for path in ask.changed if _ignored(path, config)])


def _ignored(path: str, config: Config) -> bool:
    from claimcheck.read.files import is_ignored

    return is_ignored(PurePosixPath(path).as_posix(), config.ignore)


def _publish(done: Run, options: Options, config: Config, judged: Report) -> list[str]:
    """Write the report's files and return a line that names them, if there are any."""
    from claimcheck.publish import publish

    folder, language = Path(options.out or config.out), options.lang or config.lang
    return publish(done, folder, language, options.formats, judged)


def settings(options: Options, config: Config) -> Settings:
    """Return what a run is told: the configuration, and the options over it."""
    from claimcheck.pipeline import Settings
    from claimcheck.report.formats import FILES

    rules = (*(Path(folder) for folder in config.rules), *(options.rules or ()))
    days = {path: source.published for path, source in config.sources.items()}
    outlets = {path: source.publisher for path, source in config.sources.items()}
    # A report that stands among the articles is not one of them.
    folder = Path(options.out or config.out)
    reports = ((folder / name).as_posix() for name in FILES)
    return Settings(
        rules=rules,
        published={path: day for path, day in days.items() if day is not None},
        publishers={path: name for path, name in outlets.items() if name is not None},
        ignore=(*config.ignore, *reports),
        jobs=options.jobs or config.jobs,
        off=frozenset(rule for rule, level in config.levels.items() if level == "off"),
        lowered=frozenset(rule for rule, level in config.levels.items() if level == "tension"),
        aliases=tuple((name, *others) for name, others in config.aliases.items()),
        engine=_engine(options, config),
    )


def _engine(options: Options, config: Config) -> Engine:
    from claimcheck.model.engine import Engine

    name = options.engine or config.engine
    if name is EngineName.RULES and options.gpu:
        raise ClaimcheckError("--gpu: the rules need no GPU: use it with --engine stanza")
    stanza = config.stanza
    return Engine(name=name, models=stanza.models, languages=stanza.languages, gpu=options.gpu)


def finding_of(report: Report, wanted: str) -> Finding:
    """Return the finding whose id begins with `wanted`.

    Raises:
        ClaimcheckError: where none or several do.
    """
    exact = [finding for finding in report.findings if finding.id == wanted]
    found = exact or [finding for finding in report.findings if finding.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ClaimcheckError(f"{wanted}: no finding of these articles has this id")
    several = (f"{finding.id} ({finding.level})" for finding in found)
    raise ClaimcheckError(f"{wanted}: more than one finding: {', '.join(several)}")


def annotate_files(paths: Sequence[str]) -> None:
    """Print what articles mention, in colour."""
    from claimcheck.annotate.engine import annotate_all, summary_of
    from claimcheck.config import load_config
    from claimcheck.read.sources import read_sources
    from claimcheck.report.mentions import marked_lines

    told = settings(Options(), load_config(Path()))
    sources, problems = read_sources(paths, published=told.published, ignore=told.ignore)
    for problem in problems:
        complain(f"{problem.source}: {problem.message}")
    articles = [(article, source.text) for source in sources for article in source.articles]
    summary_of(told.engine, (article for article, _ in articles))
    show_legend()
    annotations = annotate_all(articles, told.engine, told.aliases)
    for (article, text), annotation in zip(articles, annotations, strict=True):
        title = f"{article.id}  {article.language}  {article.title or ''}"
        show_marked(title, marked_lines(text, annotation))


def annotate_jsonl(path: str) -> None:
    """Print the spans of the texts of a JSON lines file, or of standard input for `-`."""
    from claimcheck.spans import annotated_lines

    name = "standard input" if path == STANDARD_INPUT else path
    with _opened(path) as lines:
        write(f"{answer}\n" for answer in annotated_lines(lines, name))


def asked(options: Options) -> tuple[Sequence[str], Settings]:
    """Return the paths to read and the settings, of the options and the configuration."""
    from claimcheck.config import load_config

    return _asked(options, load_config(Path()))


def _asked(options: Options, config: Config) -> tuple[Sequence[str], Settings]:
    paths = options.paths or config.paths
    if not paths:
        if not Path(DEFAULT_FOLDER).is_dir():
            raise SourceError("no articles: name files or folders, or `paths` in claimcheck.toml")
        paths = (DEFAULT_FOLDER,)
    told = settings(options, config)
    _check_levels(config, told)
    return paths, told


def _run(options: Options, config: Config, *, allow_empty: bool = False) -> Run:
    from claimcheck import pipeline
    from claimcheck.errors import NoSourceError
    from claimcheck.reviews import applied, load_reviews

    paths, told = _asked(options, config)
    reviews = load_reviews(Path(config.reviews))
    try:
        with progress_bar(wanted=not options.quiet) as progress:
            done = pipeline.run(paths, told, progress)
    except NoSourceError:
        if not allow_empty:
            raise
        done = pipeline.nothing(told)
    done = done.reporting(applied(done.report, reviews))
    if not options.paths:
        _note_unread(done.report, config)
    return done


def _check_levels(config: Config, told: Settings) -> None:
    """Refuse a level for a rule that does not exist."""
    from claimcheck.check.rule import load_rules
    from claimcheck.config import fault_of_rule

    known = [rule.id for rule in load_rules(told.rules)] if config.levels else []
    for rule in config.levels:
        if rule not in known:
            raise fault_of_rule(Path(), rule, known)


def _note_unread(report: Report, config: Config) -> None:
    """Tell of settings for sources that the project's own run did not read: a wrong path."""
    read = {source.path for source in report.sources}
    read |= {PurePosixPath(path).name for path in read}
    read |= {article.id for source in report.sources for article in source.articles}
    for path in config.sources:
        if path not in read:
            complain(f'note: the configuration names [sources."{path}"], which was not read')


@contextmanager
def _opened(path: str) -> Iterator[Iterator[str]]:
    """Give the lines of a UTF-8 file or of standard input."""
    if path == STANDARD_INPUT:
        yield (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        return
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
            yield lines
    except OSError as error:
        raise ClaimcheckError(f"{path}: cannot be read: {error.strerror}") from None
