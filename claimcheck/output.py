"""Write files whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from claimcheck.errors import ClaimcheckError


def write_files(
    folder: Path, texts: Mapping[str, str], remedy: str = "name another folder with --out"
) -> tuple[Path, ...]:
    """Return the files written, in order; `texts` are their contents by name.

    Every file first gets a temporary name beside its own, so that a full disk leaves the old ones.
    What UTF-8 cannot spell (of a file name that is not UTF-8) is written as an escape.

    Raises:
        ClaimcheckError: where the folder or a file cannot be written.
    """
    parts = {_part(folder / name): folder / name for name in texts}
    try:
        folder.mkdir(parents=True, exist_ok=True)
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


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")
