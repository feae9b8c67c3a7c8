"""Paths to sources: the stage's way in."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.model.problem import Problem
from claimcheck.model.text import Source
from claimcheck.read.articles import NOTHING, Settings, articles_of
from claimcheck.read.decode import LIMIT, decode, too_large
from claimcheck.read.files import printable, source_files, unreadable
from claimcheck.read.lines import EDGES
from claimcheck.read.page import html_pages, jsonl_pages, text_pages

_PAGES = {
    ".txt": text_pages,
    ".md": text_pages,
    ".html": html_pages,
    ".htm": html_pages,
    ".jsonl": jsonl_pages,
}
_NO_SETTINGS = Settings()


class Outcome(NamedTuple):
    """What came of one file: its source, and what could not be read of it."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def read_sources(
    paths: Sequence[str | Path],
    *,
    published: Mapping[str, str] = NOTHING,
    publishers: Mapping[str, str] = NOTHING,
    ignore: Sequence[str] = (),
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the sources under the paths, sorted by path, and what could not be read.

    published, publishers: an ISO date and an outlet by path, file name or article id.
    ignore: shell patterns of paths, names or folders.

    Raises:
        SourceError: for a path that does not exist, and where no path holds a source file.
    """
    found = source_files(paths, ignore)
    settings = Settings(published, publishers)
    outcomes = [read_file(path, settings) for path in found.files]
    sources = tuple(outcome.source for outcome in outcomes if outcome.source is not None)
    faults = tuple(problem for outcome in outcomes for problem in outcome.problems)
    return sources, found.problems + faults


def read_file(path: Path, settings: Settings = _NO_SETTINGS) -> Outcome:
    """Return what came of one file of the disk."""
    name = path.as_posix()
    if printable(name) != name:
        return _fault(printable(name), "unreadable", "has a name that is not UTF-8: rename it")
    try:
        stat = path.stat()
        if not path.is_file():
            return _fault(name, "unreadable", "is not a regular file")
        if stat.st_size > LIMIT:
            return Outcome(None, (too_large(name, stat.st_size),))
        data = path.read_bytes()
    except OSError as error:
        return Outcome(None, (unreadable(name, error),))
    return read_source(name, data, settings)


def read_source(path: str, data: bytes, settings: Settings = _NO_SETTINGS) -> Outcome:
    """Return what came of a file's bytes; `path` says by its ending what they are."""
    pages_of = _PAGES.get(Path(path).suffix.lower(), text_pages)
    text = decode(path, data, markup=pages_of is html_pages)
    if isinstance(text, Problem):
        return Outcome(None, (text,))
    if not text.strip(EDGES):
        return _fault(path, "empty", "has no text")
    pages = pages_of(path, text)
    if not pages.pages:
        return Outcome(None, pages.problems)
    articles, problems = articles_of(path, pages, settings)
    source = Source(
        path=path, sha256=hashlib.sha256(data).hexdigest(), text=pages.text, articles=articles
    )
    return Outcome(source, pages.problems + problems)


def _fault(path: str, code: str, message: str) -> Outcome:
    return Outcome(None, (Problem(source=path, code=code, message=message),))
