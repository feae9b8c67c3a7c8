"""Standard output and error: plain lines, coloured views and the progress bar."""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.progress import Progress

    from claimcheck.report.claims import Row
    from claimcheck.report.mentions import Mark, MarkedLine

# What a shell reports for a program that a closed pipe ended: 128 + SIGPIPE.
_BROKEN_PIPE = 141
_PATIENCE_SECONDS = 1.0
# Width of a table that is not shown on a terminal.
_FILE_WIDTH = 160
STYLES = {
    "date": "bold green",
    "quantity": "bold cyan",
    "number": "cyan",
    "place": "bold yellow",
    "name": "yellow",
    "event": "magenta",
    "cue": "dim underline",
}


# What CI systems obey in a log: `::error::` after white space; `##[error]`, `##vso[...]` anywhere.
_COMMAND = re.compile(r"^(\s*:)(?=:)|(#)(?=#\w*\[)", re.MULTILINE)
_WORD_JOINER = "\u2060"


def say(*lines: str) -> None:
    """Write lines to standard output; end quietly where nobody reads on (`| head`)."""
    write(f"{_disarmed(line)}\n" for line in lines)


def write(parts: Iterable[str]) -> None:
    """Write text as it is to standard output, as it comes."""
    try:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and must then find somebody who reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(_BROKEN_PIPE) from None


def complain(message: str) -> None:
    """Write a message to standard error, one line a fault."""
    from claimcheck.report.escape import visible

    for line in message.split("\n"):
        sys.stderr.write(f"claimcheck: {_disarmed(visible(line))}\n")


def _disarmed(line: str) -> str:
    """Return a line that reads the same and that no CI system takes for a command of its own."""
    return _COMMAND.sub(rf"\g<0>{_WORD_JOINER}", line)


@contextmanager
def progress_bar(*, wanted: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give what a run tells its progress to, None where no terminal would show it.

    The bar appears after a second, so that a short run leaves no trace.
    """
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    shown: list[Progress] = []

    def advance(stage: str, done: int, total: int) -> None:
        if not shown and time.monotonic() - started < _PATIENCE_SECONDS:
            return
        if not shown:
            shown.append(_bar())
        bar = shown[0]
        task = next((t.id for t in bar.tasks if t.description == stage), None)
        bar.update(bar.add_task(stage) if task is None else task, completed=done, total=total)

    try:
        yield advance
    finally:
        for bar in shown:
            bar.stop()


def show_claims(rows: Sequence[Row]) -> None:
    """Write claims as a table as wide as the terminal."""
    from rich.table import Table
    from rich.text import Text

    from claimcheck.report.escape import visible

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("where", "asks", "about", "value", "in its words"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        cells = (f"{row.source}:{row.line}", row.attribute, row.about, row.value, row.quote)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    _print(table)


def show_marked(title: str, lines: Iterable[MarkedLine]) -> None:
    """Write lines with their mentions coloured, and below each line what they were read as.

    A line of the article stands alone, so that Arabic turns nothing beside it around.
    """
    from rich.text import Text

    from claimcheck.report.escape import visible

    _print("", Text(visible(title), style="bold"))
    for line in lines:
        coloured = Text()
        at = 0
        for mark in line.marks:
            coloured.append(visible(line.text[at : mark.start]))
            coloured.append(visible(line.text[mark.start : mark.end]), STYLES[mark.group])
            at = mark.end
        coloured.append(visible(line.text[at:]))
        _print(Text(f"line {line.number}", style="dim"), coloured)
        _print(*(_value(line.text, mark) for mark in line.marks))


def show_legend() -> None:
    """Write what the colours of `show_marked` mean."""
    from rich.text import Text

    _print(Text("  ").join(Text(group, style=style) for group, style in STYLES.items()))


def _value(text: str, mark: Mark) -> object:
    from rich.text import Text

    from claimcheck.report.escape import visible

    value = Text(f"    {visible(mark.value)}  ", style=STYLES[mark.group])
    return value.append(visible(text[mark.start : mark.end]), style="default")


def _print(*things: object) -> None:
    """Write rich things through `write`, which knows what a closed pipe means."""
    console = _console()
    with console.capture() as captured:
        for thing in things:
            console.print(thing, highlight=False, soft_wrap=False)
    write([_disarmed(captured.get())])


def _console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _FILE_WIDTH)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.start()
    return bar
