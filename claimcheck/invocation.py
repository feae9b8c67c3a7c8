"""What the commands have in common: settings, a run with its progress bar, the files written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import ClaimcheckError, SourceError
from claimcheck.model.engine_name import EngineName
from claimcheck.terminal import complain, progress_bar, say, show_legend, show_marked, write

# Imported where they are used: `claimcheck --help` must not wait for pydantic and spaCy.
if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.model.engine import Engine
    from claimcheck.model.finding import Finding, Report
    from claimcheck.pipeline import Run, Settings
    from claimcheck.report.formats import Format

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
    engine: EngineName | None = None
    gpu: bool = False


def check(options: Options) -> Run:
    """Return a run over the articles that the options or the configuration name.

    Raises:
        ClaimcheckError: for rules, a configuration or sources that cannot be used.
    """
    from claimcheck.config import load_config

    return _run(options, load_config(Path()))


def report(options: Options) -> Run:
    """Return a run after its report was written, and its summary printed unless quiet.

    Every format is rendered before the first file is touched.
    """
    from claimcheck.config import load_config
    from claimcheck.output import write_files
    from claimcheck.report.formats import Format, render
    from claimcheck.report.to_terminal import summary_lines

    config = load_config(Path())
    done = _run(options, config)
    folder = Path(options.out or config.out)
    texts = render(done.report, folder.as_posix(), options.formats or tuple(Format))
    written = write_files(folder, texts)
    if not options.quiet:
        say(*summary_lines(done.report), "", f"Report: {', '.join(p.as_posix() for p in written)}")
    return done


def settings(options: Options, config: Config) -> Settings:
    """Return what a run is told: the configuration, and the options over it."""
    from claimcheck.pipeline import Settings
    from claimcheck.report.formats import RENDER

    rules = (*(Path(folder) for folder in config.rules), *(options.rules or ()))
    days = {path: source.published for path, source in config.sources.items()}
    outlets = {path: source.publisher for path, source in config.sources.items()}
    # A report that stands among the articles is not one of them.
    folder = Path(options.out or config.out)
    reports = ((folder / made.file).as_posix() for made in RENDER.values())
    return Settings(
        rules=rules,
        published={path: day for path, day in days.items() if day is not None},
        publishers={path: name for path, name in outlets.items() if name is not None},
        ignore=(*config.ignore, *reports),
        jobs=options.jobs or config.jobs,
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
    found = [finding for finding in report.findings if finding.id.startswith(wanted)]
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
    annotations = annotate_all(articles, told.engine)
    for (article, text), annotation in zip(articles, annotations, strict=True):
        title = f"{article.id}  {article.language}  {article.title or ''}"
        show_marked(title, marked_lines(text, annotation))


def annotate_jsonl(path: str) -> None:
    """Print the spans of the texts of a JSON lines file, or of standard input for `-`."""
    from claimcheck.spans import annotated_lines

    name = "standard input" if path == STANDARD_INPUT else path
    with _opened(path) as lines:
        write(f"{answer}\n" for answer in annotated_lines(lines, name))


def _run(options: Options, config: Config) -> Run:
    from claimcheck import pipeline

    paths = options.paths or config.paths
    if not paths:
        if not Path(DEFAULT_FOLDER).is_dir():
            raise SourceError("no articles: name files or folders, or `paths` in claimcheck.toml")
        paths = (DEFAULT_FOLDER,)
    with progress_bar(wanted=not options.quiet) as progress:
        done = pipeline.run(paths, settings(options, config), progress)
    if not options.paths:
        _note_unread(done.report, config)
    return done


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
