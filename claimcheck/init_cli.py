"""The `init` command."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class HostName(StrEnum):
    """What `--host` may name."""

    GITHUB = "github"
    GITLAB = "gitlab"


def init(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Where the articles are.", metavar="PATHS")
    ] = None,
    host: Annotated[
        HostName | None, typer.Option(help="github or gitlab: write its job too.", metavar="NAME")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write anew what is there.")] = False,
) -> None:
    """Write claimcheck.toml, with every setting explained, and the job that runs the gate.

    \b
    claimcheck init articles/
    claimcheck init articles/ --host github
    """
    from pathlib import Path

    from claimcheck.initial import prepare
    from claimcheck.report.escape import visible
    from claimcheck.terminal import say

    for name, done in prepare(Path(), paths or (), host, force=force).items():
        say(f"{visible(name)}: {done}")
    say("Next: claimcheck run; on an old archive also claimcheck review --accept-all-open")
