"""The `canary` command."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import invocation
from claimcheck.gate import Exit
from claimcheck.invocation import Options
from claimcheck.rules_cli import Paths, Rules, With


def canary(  # noqa: PLR0913, PLR0917 (as many as it has options)
    paths: Paths = None,
    most: Annotated[
        int, typer.Option("--plants", min=1, help="How many of each sort.", metavar="N")
    ] = 20,
    least: Annotated[
        int, typer.Option("--at-least", min=0, max=100, help="Fail below.", metavar="PERCENT")
    ] = 0,
    show: Annotated[bool, typer.Option("--show", help="List what was missed, and why.")] = False,
    rules: Rules = None,
    engine: With = None,
) -> None:
    """Plant contradictions in copies of your own articles; tell how many the rules catch.

    Another year, another city, ten times as much, swapped digits: in memory, no file is touched.
    What is planted depends on the texts alone.

    \b
    claimcheck canary articles/
    claimcheck canary articles/ --show
    claimcheck canary --at-least 80        in CI: exit 1 below 80 %
    """
    from claimcheck.canary.sing import sing
    from claimcheck.canary.told import lines_of, share
    from claimcheck.terminal import progress_bar, say

    read, told = invocation.asked(Options(paths, rules, engine=engine))
    with progress_bar(wanted=True) as progress:
        song = sing(read, told, most, progress)
    say(*lines_of(song, show=show))
    if least and (share(song.outcomes) < least or song.alarms):
        say("", f"Canary failed: {share(song.outcomes)} % caught, at least {least} % asked for.")
        raise typer.Exit(Exit.FAILED)
