"""The `rules` commands."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.gate import Exit
from claimcheck.model.engine_name import EngineName
from claimcheck.terminal import say

PATHS_HELP = "Files and folders of articles. Default: `paths` of claimcheck.toml, else seeds/."
Paths = Annotated[list[str] | None, typer.Argument(help=PATHS_HELP, metavar="PATHS")]
Rules = Annotated[
    list[Path] | None,
    typer.Option(help="Rules added to the packaged ones. Repeatable.", metavar="DIR"),
]
With = Annotated[
    EngineName | None,
    typer.Option("--engine", help="rules or stanza. Default: rules.", metavar="NAME"),
]

rules_app = typer.Typer(no_args_is_help=True, help="List, show and test the rules.")


@rules_app.command("list")
def list_rules(rules: Rules = None) -> None:
    """List the rules, one a line.

    \b
    claimcheck rules list
    """
    from claimcheck import examples

    say(*examples.list_rules(tuple(rules or ())))


@rules_app.command("show")
def show_rule(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id.")], rules: Rules = None
) -> None:
    """Show what a rule checks, and its examples.

    \b
    claimcheck rules show event-date
    """
    from claimcheck import examples

    say(examples.show_rule(rule, tuple(rules or ())))


@rules_app.command("test")
def run_examples(
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Your own rules.", metavar="DIRS")
    ] = None,
) -> None:
    """Run the examples inside the rule files; exit with 1 if one fails.

    \b
    claimcheck rules test
    claimcheck rules test our-rules/
    """
    from claimcheck import examples

    passed, failures = examples.test_rules(tuple(folders or ()))
    say(*failures, f"{passed} examples passed, {len(failures)} failed.")
    raise typer.Exit(Exit.FAILED if failures else Exit.PASSED)
