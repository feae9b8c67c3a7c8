"""The sources that a change touches: those that git says changed, or those that were named."""

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.model.finding import Report

# Problems of an article that was read whole.
_READ = ("no-claims", "no-anchor", "published")
# Nothing of the repository's own settings is run.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_HEAD = "HEAD"
_NO_GIT = "git was not found: install it, or name the sources with --changed"


class Touched(NamedTuple):
    """What a change touches.

    sources: paths of the report's sources; unread: why a source that was meant is not among
    them.
    """

    sources: frozenset[str]
    unread: tuple[str, ...] = ()


def changed_since(revision: str) -> tuple[Path, ...]:
    """Return the files that differ from where `revision` and the checkout parted, by path.

    Files that git does not know yet are among them; those removed, or only renamed, are not.

    Raises:
        ClaimcheckError: without git, outside a repository, for no such revision.
    """
    top = Path(os.fsdecode(_git("rev-parse", "--show-toplevel")).rstrip("\n"))
    base = _base(revision)
    options = (
        "--name-only",
        "-z",
        "--diff-filter=ACMT",
        "-M100%",
        "--no-ext-diff",
        "--no-textconv",
    )
    changed = _git("diff", *options, base, "--", folder=top)
    added = _git("ls-files", "--others", "--exclude-standard", "-z", folder=top)
    names = {os.fsdecode(name) for name in (changed + added).split(b"\0") if name}
    return tuple(top / name for name in sorted(names))


def _base(revision: str) -> str:
    """Return the commit from which `revision` and the checkout parted.

    `HEAD` of a repository without a commit is the empty tree.
    """
    try:
        commit = _git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except ClaimcheckError as error:
        if str(error) == _NO_GIT:
            raise
        if revision == _HEAD:
            return _git("hash-object", "-t", "tree", os.devnull).decode().strip()
        fetch = "in CI, fetch the whole history (fetch-depth: 0)"
        raise ClaimcheckError(f"{revision}: git knows no such revision; {fetch}") from None
    try:
        return _git("merge-base", commit.decode().strip(), _HEAD).decode().strip()
    except ClaimcheckError:
        message = f"{revision}: has no history in common with the checkout; fetch-depth: 0 in CI"
        raise ClaimcheckError(message) from None


def _git(*arguments: str, folder: Path | None = None) -> bytes:
    try:
        done = subprocess.run([*_GIT, *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise ClaimcheckError(_NO_GIT) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise ClaimcheckError(f"--since: git {arguments[0]}: {said or 'failed'}")
    return done.stdout


def touched_by(files: Iterable[Path], report: Report) -> Touched:
    """Return which of a report's sources are among changed files; others are none of its matter."""
    by_file = _by_file(report)
    found = {source for file in files for source in by_file.get(os.path.realpath(file), ())}
    read = {source.path for source in report.sources}
    return Touched(frozenset(found & read), _faults(found, report))


def named(paths: Sequence[str], report: Report, ignored: Sequence[str]) -> Touched:
    """Return the report's sources that were named; each has to be one, unless it is ignored.

    A folder stands for the sources in it.
    """
    by_file = _by_file(report)
    found: set[str] = set()
    unread = []
    for path in paths:
        real = os.path.realpath(path)
        below = [f for f in by_file if f == real or f.startswith(real + os.sep)]
        found.update(source for file in below for source in by_file[file])
        if not below and path not in ignored:
            there = (
                "is not among the sources that were read" if Path(path).exists() else "no such file"
            )
            unread.append(f"{path}: {there}")
    read = {source.path for source in report.sources}
    return Touched(frozenset(found & read), (*unread, *_faults(found, report)))


def _by_file(report: Report) -> dict[str, set[str]]:
    """Return the sources that were read or could not be, by the file that each is."""
    meant = {source.path for source in report.sources}
    meant |= {problem.source for problem in report.problems if problem.code not in _READ}
    by_file: dict[str, set[str]] = defaultdict(set)
    for source in meant:
        by_file[os.path.realpath(source)].add(source)
    return by_file


def _faults(found: set[str], report: Report) -> tuple[str, ...]:
    """Return what could not be read of the sources found."""
    return tuple(
        f"{problem.source}: {problem.message}"
        for problem in report.problems
        if problem.source in found and problem.code not in _READ
    )
