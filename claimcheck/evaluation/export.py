"""Reviewed findings -> a gold story, for `eval` and `fit`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.evaluation.gold import SOURCE_SUFFIXES, STORY_FILE, starts
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.text import Article, Source
from claimcheck.pipeline import Run
from claimcheck.resources import yaml_quoted

_FENCE = "---"


class Copy(NamedTuple):
    """A file of the story; shift: by how much its offsets are more than the source's."""

    name: str
    text: str
    shift: int = 0


class Exported(NamedTuple):
    """A story: its files by name; open: findings between its sources that nobody has reviewed."""

    texts: dict[str, str]
    findings: int
    open: int


def exported(done: Run, name: str) -> Exported:
    """Return a run's reviewed findings as a gold story of this name.

    Accepted findings become its conflicts and tensions, dismissed ones its traps.

    Raises:
        ClaimcheckError: where nothing is reviewed.
    """
    reviewed = [finding for finding in done.report.findings if finding.review]
    if not reviewed:
        raise ClaimcheckError("no finding of these articles is reviewed: nothing to export")
    copies = _copies(done.sources, reviewed)
    story = "\n".join(_story(name, reviewed, copies, done.sources)) + "\n"
    texts = {copy.name: copy.text for copy in copies.values()} | {STORY_FILE: story}
    return Exported(texts, len(reviewed), _still_open(done, set(copies)))


def _still_open(done: Run, articles: set[str]) -> int:
    """Return how many conflicts between exported articles have no review."""
    conflicts = (f for f in done.report.of_level("conflict") if not f.review)
    return sum({piece.article for piece in finding.evidence} <= articles for finding in conflicts)


def _copies(sources: Sequence[Source], reviewed: Sequence[Finding]) -> dict[str, Copy]:
    """Return the files of the story by the id of the article that is quoted."""
    quoted = {piece.article for finding in reviewed for piece in finding.evidence}
    by_path = {source.path: source for source in sources}
    names = dict(zip(sorted(by_path), _names(sorted(by_path)), strict=True))
    return {
        article.id: _copy(names[source.path], source, article)
        for source in sources
        for article in source.articles
        if article.id in quoted
    }


def _names(paths: Sequence[str]) -> Iterator[str]:
    """Yield a file name for each path: its own, or the whole path where two have that."""
    plain = [PurePosixPath(path).name for path in paths]
    for path, name in zip(paths, plain, strict=True):
        yield path.strip("./").replace("/", "__") if plain.count(name) > 1 else name


def _copy(name: str, source: Source, article: Article) -> Copy:
    """Return a text file as it was read; of others the article, with what was known of it."""
    if PurePosixPath(name).suffix in SOURCE_SUFFIXES:
        told = article.anchor_from == "configuration" and not source.text.startswith(_FENCE)
        head = _head(article) if told else ""
        return Copy(name, head + source.text, len(head))
    head = _head(article)
    start, end = article.segments[0].start, article.segments[-1].end
    return Copy(f"{name}.{article.number}.txt", head + source.text[start:end], len(head) - start)


def _head(article: Article) -> str:
    known = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "language": article.language,
    }
    lines = [f"{key}: {yaml_quoted(value)}" for key, value in known.items() if value]
    return "\n".join([_FENCE, *lines, _FENCE, ""])


def _story(
    name: str, reviewed: Sequence[Finding], copies: dict[str, Copy], sources: Sequence[Source]
) -> Iterator[str]:
    """Yield the lines of the story's file."""
    articles = [article for source in sources for article in source.articles]
    languages = sorted({article.language for article in articles if article.id in copies})
    yield f"id: {yaml_quoted(name)}"
    yield f"languages: [{', '.join(languages)}]"
    for section, level in (("conflicts", "conflict"), ("tensions", "tension")):
        accepted = [f for f in reviewed if f.level == level and _verdict(f) == "accepted"]
        if accepted:
            yield f"{section}:"
        for finding in accepted:
            yield from _disputed(finding, copies)
    dismissed = [finding for finding in reviewed if _verdict(finding) == "dismissed"]
    if dismissed:
        yield "traps:"
    for finding in dismissed:
        yield from _trap(finding, copies)


def _verdict(finding: Finding) -> str:
    return finding.review.verdict if finding.review else ""


def _disputed(finding: Finding, copies: dict[str, Copy]) -> Iterator[str]:
    yield f"  - id: {yaml_quoted(finding.id)}"
    yield f"    kind: {finding.kind}"
    yield f"    about: {yaml_quoted(finding.subject)}"
    yield "    sides:"
    for _, pieces in groupby(finding.evidence, lambda piece: piece.side):
        said = list(pieces)
        yield f"      - value: {yaml_quoted(said[0].value)}"
        yield "        mentions:"
        yield from (f"          - {_mention(piece, copies)}" for piece in said)


def _trap(finding: Finding, copies: dict[str, Copy]) -> Iterator[str]:
    yield f"  - id: {yaml_quoted(finding.id)}"
    yield f"    why: {yaml_quoted(finding.review.reason if finding.review else '')}"
    yield "    mentions:"
    yield from (f"      - {_mention(piece, copies)}" for piece in finding.evidence)


def _mention(piece: Evidence, copies: dict[str, Copy]) -> str:
    copy = copies[piece.article]
    nth = starts(piece.quote, copy.text).index(piece.start + copy.shift) + 1
    which = f", nth: {nth}" if nth > 1 else ""
    return f"{{file: {yaml_quoted(copy.name)}, quote: {yaml_quoted(piece.quote)}{which}}}"
