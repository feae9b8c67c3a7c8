"""The commands: read options, call the pipeline, print, exit."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from copy import copy
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.models import CommandInfo

from claimcheck import __version__, invocation
from claimcheck.canary_cli import canary
from claimcheck.errors import ClaimcheckError
from claimcheck.gate import Exit, FailOn
from claimcheck.init_cli import init
from claimcheck.invocation import GateOptions, Options
from claimcheck.model.language import Language
from claimcheck.models_cli import models_app
from claimcheck.report.names import ClaimsFormat, Format
from claimcheck.review_cli import review
from claimcheck.rules_cli import PATHS_HELP, Paths, Rules, With, rules_app
from claimcheck.terminal import complain, say, write

# Whatever else a command needs is imported inside it: `--help` must not wait for spaCy.

Out = Annotated[
    str | None, typer.Option(help="Where reports go. Default: reports/.", metavar="DIR")
]
Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        help=f"{', '.join(Format)}. Repeatable. Default: markdown and json.",
        metavar="NAME",
    ),
]
Lang = Annotated[
    Language | None, typer.Option(help="Language of the report: en or ar.", metavar="LANG")
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Processes to use. Default: 1.", metavar="N")]
Gpu = Annotated[bool, typer.Option("--gpu", help="Let the engine's models use the GPU.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")]

_CHANGED = "--changed"
_YOUNG_OBJECTS = 1_000_000

app = typer.Typer(
    epilog="Exit codes: 0 fine, 1 the gate failed, 2 could not run.",
    # Plain help: rich would take as long to load as all the rest.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")
app.add_typer(models_app, name="models")
app.command()(review)
app.command()(canary)
app.command()(init)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; the entry point."""
    # The vocabularies are many small objects that stay: collecting among them is wasted.
    gc.set_threshold(_YOUNG_OBJECTS, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        # Reports are UTF-8 in every locale; a file name that is not is shown escaped.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        asked = _spread(sys.argv[1:] if arguments is None else arguments)
        _narrowed(asked)(asked, prog_name="claimcheck")
    except ClaimcheckError as error:
        complain(str(error))
        return Exit.UNUSABLE
    finally:
        # Nor is there anything to find among them at the program's end.
        gc.freeze()
    return Exit.PASSED


def _narrowed(arguments: Sequence[str]) -> typer.Typer:
    """Return the program with the one command that is asked for, if one is.

    Building all of them takes as long as reading an article.
    """
    asked = arguments[0] if arguments else ""
    commands = [one for one in app.registered_commands if _name(one) == asked]
    groups = [one for one in app.registered_groups if one.name == asked]
    if not commands and not groups:
        return app
    narrowed = copy(app)
    narrowed.registered_commands, narrowed.registered_groups = commands, groups
    return narrowed


def _name(command: CommandInfo) -> str:
    return command.name or str(getattr(command.callback, "__name__", ""))


def _spread(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `--changed` before each file after the first: it takes many.

    A folder among them is one to read.
    """
    spread: list[str] = []
    listing = ended = False
    for argument in arguments:
        ended = ended or argument == "--"
        if argument.startswith("-"):
            listing = argument == _CHANGED and not ended
        elif listing and not (spread[-1] == _CHANGED or Path(argument).is_dir()):
            spread.append(_CHANGED)
        spread.append(argument)
    return spread


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Find where news sources contradict each other: dates, places and figures.

    \b
    claimcheck run articles/      read, check, write reports/conflicts.md
    claimcheck gate articles/     the same, and exit 1 if there is a conflict
    claimcheck COMMAND --help     what a command does, with examples
    """


@app.command()
def run(  # noqa: PLR0913, PLR0917 (as many as it has options)
    paths: Paths = None,
    rules: Rules = None,
    out: Out = None,
    formats: Formats = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    lang: Lang = None,
    engine: With = None,
    gpu: Gpu = False,
) -> None:
    """Read articles, check them, write the report.

    Exits with 0 when it could run, whatever it found.

    \b
    claimcheck run                         the project's own articles
    claimcheck run articles/ --out check   another folder, another report
    claimcheck run a.txt b.html            two articles against each other
    claimcheck run --format json --quiet   for programs
    """
    invocation.report(Options(paths, rules, out, formats, jobs, quiet, lang, engine, gpu))


@app.command()
def gate(  # noqa: PLR0913, PLR0917 (as many as it has options)
    paths: Paths = None,
    rules: Rules = None,
    out: Out = None,
    formats: Formats = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    lang: Lang = None,
    engine: With = None,
    gpu: Gpu = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="conflict or tension.", metavar="LEVEL")
    ] = FailOn.CONFLICT,
    since: Annotated[
        str, typer.Option(help="Judge only what changed since a git revision.", metavar="REV")
    ] = "",
    changed: Annotated[
        list[str] | None,
        typer.Option(_CHANGED, help="Judge only what touches these sources.", metavar="FILE..."),
    ] = None,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Pass without a source or a claim.")
    ] = False,
) -> None:
    """Do what `run` does, then exit with 1 if there is a conflict that no review covers.

    A run without any claim fails too: silence is no pass. With --since or --changed all articles
    are read and compared, and only findings that touch those sources count.

    \b
    claimcheck gate                        in CI, when somebody adds an article
    claimcheck gate --fail-on tension      strict
    claimcheck gate --since origin/main    what a branch brings in
    claimcheck gate --changed a.txt        what one article brings in
    """
    if since and changed:
        raise typer.BadParameter("--since and --changed cannot go together")
    options = Options(paths, rules, out, formats, jobs, quiet, lang, engine, gpu)
    ask = GateOptions(fail_on, since, changed or (), allow_empty)
    raise typer.Exit(invocation.gate(options, ask))


@app.command()
def claims(
    paths: Annotated[list[str], typer.Argument(help="Files and folders.", metavar="PATHS")],
    shape: Annotated[
        ClaimsFormat, typer.Option("--format", metavar="NAME", help="table, csv or jsonl.")
    ] = ClaimsFormat.TABLE,
    about: Annotated[
        str, typer.Option(help="Only what speaks of all these.", metavar="WORDS")
    ] = "",
    rules: Rules = None,
    engine: With = None,
) -> None:
    """Show what the articles claim: when, where and how many.

    \b
    claimcheck claims article.txt
    claimcheck claims articles/ --about "debt Russia"
    claimcheck claims articles/ --format csv > claims.csv
    """
    from claimcheck.report.claims import as_csv, as_jsonl, rows
    from claimcheck.terminal import show_claims

    done = invocation.check(Options(paths, rules, engine=engine))
    found = rows(done.claims, done.sources, about)
    if shape is ClaimsFormat.TABLE:
        show_claims(found)
    else:
        write([as_csv(found) if shape is ClaimsFormat.CSV else as_jsonl(found)])


@app.command()
def explain(
    wanted: Annotated[
        str, typer.Argument(metavar="ID|A:LINE", help="A finding's id, or a line of a source.")
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[B:LINE] [PATHS]", help=PATHS_HELP)
    ] = None,
    rules: Rules = None,
    engine: With = None,
) -> None:
    """Show why a finding fired, or why two statements were not set against each other.

    Reads the same articles again, so give the same PATHS as to `run`.

    \b
    claimcheck explain 3f9a1c
    claimcheck explain 3f9a1c articles/
    claimcheck explain articles/a.txt:12 articles/b.txt:30 articles/
    """
    from claimcheck.lang.report_words import report_words
    from claimcheck.report.to_terminal import compared_lines, finding_lines, pair_lines
    from claimcheck.statements import compared, statement

    words = report_words(Language.EN)
    left, right = statement(wanted), statement(paths[0]) if paths else None
    if left and right and paths:
        done = invocation.check(Options(paths[1:] or None, rules, engine=engine))
        told = [compared_lines(*one, words) for one in compared(done, left, right)]
        say(*(line for lines in told for line in lines))
        return
    done = invocation.check(Options(paths, rules, engine=engine))
    found = invocation.finding_of(done.report, wanted)
    say(*finding_lines(found, words), *pair_lines(found, done.pairs))


@app.command("eval")
def evaluate(  # noqa: PLR0913, PLR0917 (as many as it has options)
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold stories.")],
    show: Annotated[bool, typer.Option("--show", help="List every miss and false alarm.")] = False,
    guards: Annotated[
        bool, typer.Option("--guards", help="Count what each guard stopped instead.")
    ] = False,
    pooled: Annotated[bool, typer.Option("--pooled", help="Check all stories together.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    rules: Rules = None,
    jobs: Jobs = None,
    engine: With = None,
) -> None:
    """Measure precision, recall and F1 against gold stories.

    \b
    claimcheck eval tests/gold
    claimcheck eval tests/gold --show
    claimcheck eval tests/gold --guards
    """
    from claimcheck.config import Config, load_config
    from claimcheck.evaluation import evaluate as measured

    # A project's own settings would make the measure hers; where its models lie is no setting.
    config = Config(stanza=load_config(Path()).stanza)
    told = invocation.settings(Options(rules=rules, jobs=jobs, engine=engine), config)
    shape: Literal["text", "json"] = "json" if as_json else "text"
    wanted: Literal["scores", "details", "guards"] = "details" if show else "scores"
    say(*measured(gold, told, pooled=pooled, wanted="guards" if guards else wanted, shape=shape))


@app.command()
def fit(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD_DIR...", help="Folders of gold stories.")
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the weights go.")] = Path(
        "rules/weights.yaml"
    ),
    force: Annotated[
        bool, typer.Option("--force", help="Write them though they are worse.")
    ] = False,
) -> None:
    """Learn the match weights from gold stories.

    Prints what the weights in use reach, what the learnt ones do, and what they do on stories that
    they have not seen; writes them unless the weights in use reach more.

    \b
    claimcheck fit tests/gold
    """
    from claimcheck.evaluation.learn import as_yaml, is_worse, learn
    from claimcheck.output import write_files
    from claimcheck.pipeline import Settings

    learnt = learn(gold, Settings())
    scores = {"in use": learnt.before, "learnt": learnt.after, "unseen": learnt.unseen}
    for name, score in scores.items():
        say(f"{name}: precision {score.precision}, recall {score.recall}, F1 {score.f1}")
    if is_worse(learnt) and not force:
        raise ClaimcheckError(f"{out}: not written: the weights in use reach more; --force writes")
    write_files(out.parent, {out.name: as_yaml(learnt.weights)})
    say(f"{out}: written")


@app.command()
def annotate(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Articles; with --jsonl its input, else stdin.", metavar="FILES"),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"id","text","lang","ref_date"}, one a line.')
    ] = False,
) -> None:
    """Show the dates, numbers, places and events in articles.

    \b
    claimcheck annotate article.txt
    claimcheck annotate --jsonl < texts.jsonl > spans.jsonl
    """
    if jsonl:
        for file in files or [invocation.STANDARD_INPUT]:
            invocation.annotate_jsonl(file)
    elif files:
        invocation.annotate_files(files)
    else:
        raise typer.BadParameter("name a file, or pipe JSON lines in with --jsonl")


@app.command()
def schema() -> None:
    """Print the JSON Schema of report.json.

    \b
    claimcheck schema > report.schema.json
    """
    from claimcheck.report.to_json import schema as described

    write([described()])
