"""Get models for an engine, see that they work, and name their folder in the configuration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.annotate.stanza.folder import languages_in, stanza_version, summary
from claimcheck.annotate.stanza.reader import load, told
from claimcheck.config import FILE, SHARED_FILE, load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.output import write_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CODE = re.compile(r"[a-z]{2,3}(-[a-z]+)?")
_SHOWN = 16


def add_stanza(languages: Sequence[str], source: str | None, project: Path) -> str:
    """Return the folder with Stanza's models for these languages, after they loaded.

    source: a folder that has them, None to download them into the configured one.

    Raises:
        ClaimcheckError: where they cannot be had or used; the configuration is then as it was.
    """
    for language in languages:
        if not _CODE.fullmatch(language):
            raise ClaimcheckError(f"--lang {language}: no language code; one is ar or en")
    stanza_version()
    configured = load_config(project).stanza.models
    folder = configured if source is None else source
    if source is None:
        for language in languages:
            _download(language, folder)
    for language in languages:
        load(language, folder)
    if folder != configured:
        _configure(project, folder)
    return folder


def _download(language: str, folder: str) -> None:
    import stanza

    try:
        stanza.download(language, model_dir=folder)
    # Network, disk and unknown languages fail in as many ways as there are libraries below.
    except Exception as fault:
        raise ClaimcheckError(
            f"models for `{language}` could not be downloaded: {told(fault)}: where there is no"
            " network, copy a folder of models here and name it with --from DIR"
        ) from None


def _configure(project: Path, folder: str) -> None:
    """Write where the models are into the configuration, if it does not say so already."""
    own, shared = project / FILE, project / SHARED_FILE
    path = own if own.is_file() or not shared.is_file() else shared
    text = path.read_text("utf-8") if path.is_file() else ""
    table = "stanza" if path == own else "tool.claimcheck.stanza"
    line = f"models = {_toml(folder)}"
    if re.search(rf"^\s*\[{re.escape(table)}\]|^\s*stanza\s*[.=]", text, re.MULTILINE):
        raise ClaimcheckError(
            f"{path.name}: the models work; put `{line}` under [{table}] yourself, which has other"
            " settings already"
        )
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    write_files(project, {path.name: f"{text}{gap}[{table}]\n{line}\n"})


def _toml(text: str) -> str:
    """Return a text as a TOML string."""
    if "'" not in text and text.isprintable():
        return f"'{text}'" if "\\" in text or '"' in text else f'"{text}"'
    escaped = "".join(f"\\U{ord(c):08X}" if not c.isprintable() or c in '"\\' else c for c in text)
    return f'"{escaped}"'


def lines(folder: str) -> list[str]:
    """Return one line a language that a folder has models for."""
    stanza_version()
    found = [summary(folder, language) for language in languages_in(folder)]
    if not found:
        raise ClaimcheckError(
            f"{folder}: no models here: get some with `claimcheck models add stanza --lang ar`"
        )
    return [f"{m.language}  {m.sha256[:_SHOWN]}  {', '.join(m.parts)}  {folder}" for m in found]
