"""The `models` commands."""
# ruff: noqa: D301 (\b keeps the lines of the examples apart)

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.terminal import say

models_app = typer.Typer(no_args_is_help=True, help="Get and list models for other engines.")


class Modelled(StrEnum):
    """The engines that read with models."""

    STANZA = "stanza"


@models_app.command("add")
def add_models(
    engine: Annotated[Modelled, typer.Argument(metavar="ENGINE", help="stanza.")],
    languages: Annotated[
        list[str], typer.Option("--lang", help="Language code, such as ar. Repeatable.")
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="DIR", help="Use the models in DIR; download nothing."),
    ] = None,
) -> None:
    """Make models ready for use, and name their folder in claimcheck.toml.

    Without --from they are downloaded by the engine's own program into models/, the one time that
    claimcheck uses the network. With --from a folder is used that is there. Either way the models
    are loaded once, to see that they work.

    \b
    claimcheck models add stanza --lang ar
    claimcheck models add stanza --lang ar --lang en --from ~/stanza_resources
    """
    from claimcheck import models

    folder = models.add_stanza(tuple(dict.fromkeys(languages)), source, Path())
    say(*models.lines(folder), f"Use them with: claimcheck run --engine {engine}")


@models_app.command("list")
def list_models() -> None:
    """List the models that the configuration names, with their digests.

    \b
    claimcheck models list
    """
    from claimcheck import models
    from claimcheck.config import load_config

    say(*models.lines(load_config(Path()).stanza.models))
