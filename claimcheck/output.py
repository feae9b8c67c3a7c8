"""Write files whole or not at all."""

import os
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from claimcheck.errors import ClaimcheckError


def write_files(
    folder: Path, texts: Mapping[str, str], remedy: str = "name another folder with --out"
) -> tuple[Path, ...]:
    """Return the files written, in order; `texts` are their contents by name, `a.md` or `b/c.md`.

    Every file first gets a temporary name beside its own, so that a full disk leaves the old ones.
    What UTF-8 cannot spell (of a file name that is not UTF-8) is written as an escape.

    Raises:
        ClaimcheckError: where the folder or a file cannot be written.
    """
    parts = {_part(folder / name): folder / name for name in texts}
    try:
        for parent in {path.parent for path in parts.values()}:
            parent.mkdir(parents=True, exist_ok=True)
        for part, text in zip(parts, texts.values(), strict=True):
            part.write_bytes(text.encode("utf-8", "backslashreplace"))
        for part, path in parts.items():
            part.replace(path)
    except OSError as error:
        fault = f"{error.strerror or error}; {remedy}"
        raise ClaimcheckError(f"{folder.as_posix()}: cannot write here: {fault}") from None
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()
    return tuple(parts.values())


def remove_others(folder: Path, ours: re.Pattern[str], kept: Collection[str]) -> None:
    """Remove the files of a folder whose whole name is `ours`, unless kept, and an empty folder.

    Raises:
        ClaimcheckError: where one cannot be removed.
    """
    if not folder.is_dir():
        return
    try:
        for path in sorted(folder.iterdir()):
            if ours.fullmatch(path.name) and path.name not in kept and path.is_file():
                path.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        fault = f"cannot remove the pages of an earlier run here: {error.strerror or error}"
        raise ClaimcheckError(f"{folder.as_posix()}: {fault}; remove the folder") from None


def append_text(path: Path, text: str) -> None:
    """Add a text to a file that others write to as well.

    Raises:
        ClaimcheckError: where it cannot be written.
    """
    try:
        with path.open("ab") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ClaimcheckError(f"{path.as_posix()}: cannot be written: {error.strerror}") from None


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")
