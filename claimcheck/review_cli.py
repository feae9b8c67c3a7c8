"""The `review` command."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.invocation import Options
from claimcheck.rules_cli import Rules, With

if TYPE_CHECKING:
    from claimcheck.reviewing import Desk, Signed

What = Annotated[
    list[str] | None,
    typer.Argument(help="Ids of findings, or their beginnings; files and folders.", metavar="WHAT"),
]


def _day(text: str) -> str:
    """Return an ISO day as given; a usage error for anything else."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2024-05-17") from None


def review(  # noqa: PLR0913, PLR0917 (as many as it has options)
    what: What = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="It is a real conflict, and known.")
    ] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="It is none.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Take a review back.")] = False,
    accept_all_open: Annotated[
        bool, typer.Option("--accept-all-open", help="All that is open is known: an old archive.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why. Every review needs it.", metavar="TEXT")] = "",
    by: Annotated[str, typer.Option(help="Who says so.", metavar="NAME")] = "",
    day: Annotated[
        str, typer.Option("--date", callback=_day, help="When, as 2024-05-17.", metavar="DAY")
    ] = "",
    list_open: Annotated[bool, typer.Option("--list", help="List what is open.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Remove stale reviews.")] = False,
    export_gold: Annotated[
        Path | None,
        typer.Option(help="Write what is reviewed as a gold story.", metavar="DIR"),
    ] = None,
    rules: Rules = None,
    engine: With = None,
) -> None:
    """Accept or dismiss findings, with a reason; the gate lets them pass then.

    Without an option it walks through what is open, one key each. Reviews are kept in
    claimcheck.reviews.yaml: commit it. An argument that is no file or folder is an id. Without
    paths, those of the configuration are meant, else the sources of the last report.

    \b
    claimcheck review articles/
    claimcheck review fcf58093bc66 --dismiss --reason "another debt"
    claimcheck review --accept-all-open --reason "the archive until 2025"
    claimcheck review --prune
    """
    from claimcheck import reviewing

    actions = {
        "--accept": accept,
        "--dismiss": dismiss,
        "--reopen": reopen,
        "--accept-all-open": accept_all_open,
        "--list": list_open,
        "--prune": prune,
        "--export-gold": export_gold is not None,
    }
    action = _only([name for name, given in actions.items() if given])
    ids, paths = reviewing.named(what or ())
    _check_ids(action, ids)
    at = reviewing.desk(Options(paths or None, rules, engine=engine))
    signed = reviewing.Signed(by, day)
    if export_gold:
        reviewing.export_gold(at, export_gold)
    elif action:
        _act(at, action, ids, signed, reason)
    else:
        _walk(at, signed)


def _only(given: list[str]) -> str:
    if len(given) > 1:
        raise typer.BadParameter(f"{' and '.join(given)} cannot go together")
    return given[0] if given else ""


def _check_ids(action: str, ids: list[str]) -> None:
    """End with a usage error where ids are missing, or there is no use for them."""
    needs_ids = action in {"--accept", "--dismiss", "--reopen"}
    if needs_ids and not ids:
        raise typer.BadParameter(f"{action} needs the id of a finding; `review --list` has them")
    if ids and not needs_ids:
        wanted = "--accept or --dismiss" if not action else "no id"
        raise typer.BadParameter(f"{ids[0]}: no such file or folder; for an id give {wanted}")


def _act(at: Desk, action: str, ids: list[str], signed: Signed, reason: str) -> None:
    from claimcheck import reviewing

    if action == "--reopen":
        reviewing.reopen(at, ids)
    elif action == "--prune":
        reviewing.prune(at)
    elif action == "--list":
        reviewing.list_open(at)
    elif action == "--accept-all-open":
        reviewing.review_all_open(at, signed.review("accepted", reason))
    else:
        verdict = signed.review("accepted" if action == "--accept" else "dismissed", reason)
        reviewing.review_by_id(at, ids, verdict)


def _walk(at: Desk, signed: Signed) -> None:
    """Ask on the terminal; where there is none, say what to do instead."""
    from claimcheck import reviewing

    if at.open and not sys.stdin.isatty():
        raise typer.BadParameter("no terminal to ask on: use --list, then --accept or --dismiss")
    try:
        reviewing.walk(at, typer.getchar, input, signed)
    except (EOFError, KeyboardInterrupt):
        raise typer.Exit from None
