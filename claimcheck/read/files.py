"""The source files under some paths, in a fixed order."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import NoSourceError, SourceError
from claimcheck.model.problem import Problem

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")


class Found(NamedTuple):
    """The files to read, by path, and what cannot be one."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def source_files(paths: Sequence[str | Path], ignore: Sequence[str] = ()) -> Found:
    """Return the source files under the paths, each file once, sorted by path.

    ignore: shell patterns of paths, names or folders.

    Raises:
        SourceError: for a path that does not exist, and where no path holds a source file.
    """
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    entered: set[str] = set()
    if "" in paths:
        raise SourceError("a path is empty: name a file or a folder, `.` for this one")
    for path in sorted(map(Path, paths), key=Path.as_posix):
        if not os.path.lexists(path):
            raise SourceError(f"{path.as_posix()}: no such file or folder; check the path")
        for item in _below(path, entered):
            if isinstance(item, Problem):
                problems.append(item)
            elif not is_ignored(item.as_posix(), ignore):
                files.setdefault(item.as_posix(), item)
    once = _once([files[name] for name in sorted(files)])
    if not once:
        raise NoSourceError(_nothing_found(paths))
    return Found(once, tuple(sorted(problems, key=lambda problem: problem.source)))


def is_ignored(path: str, patterns: Sequence[str]) -> bool:
    """Return whether a path, its file name or a folder that holds it fits one of the patterns."""
    parts = path.split("/")
    names = [path, parts[-1], *("/".join(parts[:end]) for end in range(1, len(parts)))]
    return any(
        fnmatchcase(name, pattern.rstrip("/")) for pattern in patterns for name in names if name
    )


def _below(path: Path, entered: set[str]) -> Iterator[Path | Problem]:
    """Yield the source files of a folder, or the one file that the path names."""
    if path.is_dir():
        yield from _walk(path, entered)
    elif path.suffix.lower() in SUFFIXES:
        yield path
    else:
        message = f"is none of {', '.join(SUFFIXES)}"
        yield Problem(source=path.as_posix(), code="unknown-format", message=message)


def _walk(folder: Path, entered: set[str]) -> Iterator[Path | Problem]:
    """Yield the source files of a folder and those below it; no folder is entered twice."""
    real = os.path.realpath(folder)
    if real in entered:
        return
    entered.add(real)
    try:
        below = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(folder.as_posix(), error)
        return
    for path in below:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, entered)
        elif path.suffix.lower() in SUFFIXES:
            yield path


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file or folder that the system does not let us read."""
    message = f"cannot be read: {error.strerror or type(error).__name__}"
    return Problem(source=printable(path), code="unreadable", message=message)


def printable(path: str) -> str:
    """Return a path without the bytes that are not UTF-8, which no report could hold."""
    return os.fsencode(path).decode("utf-8", "replace")


def _once(files: list[Path]) -> tuple[Path, ...]:
    """Return the files without those that another path has named already."""
    by_file: dict[str, Path] = {}
    for path in files:
        by_file.setdefault(os.path.realpath(path), path)
    return tuple(by_file.values())


def _nothing_found(paths: Sequence[str | Path]) -> str:
    shown = ", ".join(Path(path).as_posix() for path in paths) or "no path given"
    return f"{shown}: no source file found; sources are {', '.join(SUFFIXES)} files"
