"""The reviews that editors commit beside their articles, and what they cover."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from claimcheck.errors import ConfigError, Position, RuleError
from claimcheck.model.base import Frozen
from claimcheck.model.finding import LEVELS, Finding, Level, Report, Review, StaleReview, Verdict
from claimcheck.resources import load_model, places_of, yaml_quoted

FILE = "claimcheck.reviews.yaml"
# Agreements are no matter for a review.
REVIEWABLE: tuple[Level, ...] = ("conflict", "tension")
_HEAD = """\
# What editors said of the findings of claimcheck; commit it. `claimcheck review` writes it.
# verdict: accepted (a real conflict, known) or dismissed (none). The fingerprint is that of the
# rule, the subject and the disputed values; the lines below `date` are for people and may go.
"""

Text = Annotated[str, Field(min_length=1)]


class Entry(Frozen):
    """A review as the file has it.

    level, rule, subject, values, sources: of the finding when it was reviewed; empty where the
        file does not say.
    """

    fingerprint: Text
    verdict: Verdict
    reason: Text
    by: str = ""
    date: str = ""
    level: Level | None = None
    rule: str = ""
    subject: str = ""
    values: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def review(self) -> Review:
        """Return what was said, without of what."""
        return Review(verdict=self.verdict, reason=self.reason, by=self.by, date=self.date)

    @property
    def about(self) -> str:
        """Return what it was said of, in words; nothing where the file does not tell."""
        values = " / ".join(self.values)
        return ": ".join(part for part in (self.subject, values) if part)


def _listed(tree: object) -> object:
    """Return a list for a key that is there with nothing after it."""
    return tree or ()


class _File(Frozen):
    reviews: Annotated[tuple[Entry, ...], BeforeValidator(_listed)] = ()


class Reviews(Frozen):
    """A file of reviews; lines: of each entry in the file."""

    path: Path
    entries: tuple[Entry, ...] = ()
    lines: tuple[int, ...] = ()

    def replaced(self, entries: Iterable[Entry]) -> "Reviews":
        """Return other entries for the same file, one for each fingerprint, in its order."""
        by_fingerprint = {entry.fingerprint: entry for entry in entries}
        kept = tuple(by_fingerprint[name] for name in sorted(by_fingerprint))
        return Reviews(path=self.path, entries=kept, lines=(0,) * len(kept))


def load_reviews(path: Path) -> Reviews:
    """Return the reviews of a file; none where there is no such file.

    Raises:
        ConfigError: naming every fault with its line and column.
    """
    if not path.exists():
        return Reviews(path=path)
    try:
        written = load_model(path, _File)
    except RuleError as error:
        raise ConfigError(error.faults) from None
    places = places_of(path, "reviews")
    _refuse_twice(written.reviews, places)
    return Reviews(path=path, entries=written.reviews, lines=tuple(p.line for p in places))


def _refuse_twice(entries: Sequence[Entry], places: Sequence[Position]) -> None:
    first: dict[str, Position] = {}
    faults = []
    for entry, place in zip(entries, places, strict=True):
        known = first.setdefault(entry.fingerprint, place)
        if known is not place:
            faults.append(
                f"{place}: {entry.fingerprint} is reviewed twice, also in line {known.line};"
                " keep one"
            )
    if faults:
        raise ConfigError(faults)


def applied(report: Report, reviews: Reviews) -> Report:
    """Return a report whose findings carry the reviews that cover them, and the stale ones."""
    covering = _covering(report.findings, reviews.entries)
    findings = tuple(
        finding.reviewed(covering[finding.id].review) if finding.id in covering else finding
        for finding in report.findings
    )
    used = {entry.fingerprint for entry in covering.values()}
    read = {source.path for source in report.sources}
    stale = tuple(
        StaleReview(
            source=reviews.path.as_posix(),
            line=line,
            id=entry.fingerprint,
            about=entry.about,
            review=entry.review,
        )
        for entry, line in zip(reviews.entries, reviews.lines, strict=True)
        if entry.fingerprint not in used and not _unread(entry, read)
    )
    return report.reviewed(findings, stale)


def _unread(entry: Entry, read: set[str]) -> bool:
    """Return whether a source that a review was about is there and was not asked for."""
    return any(path not in read and Path(path).is_file() for path in entry.sources)


def pruned(reviews: Reviews, report: Report) -> Reviews:
    """Return the reviews without the stale ones, those that were carried over renamed."""
    stale = {review.id for review in report.stale_reviews}
    covering = _covering(report.findings, reviews.entries)
    now = {entry.fingerprint: finding for finding, entry in covering.items()}
    kept = (entry for entry in reviews.entries if entry.fingerprint not in stale)
    named = (
        Entry.model_validate({**dict(e), "fingerprint": now.get(e.fingerprint, e.fingerprint)})
        for e in kept
    )
    return reviews.replaced(named)


def _covering(findings: Sequence[Finding], entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the entry that covers each finding, by the finding's id.

    An entry that names no finding of the run is carried over to the one finding of its rule and
    subject in which its values still stand, each on a side of its own: a more precise source has
    joined one side.
    """
    open_ones = {f.id: f for f in findings if f.level in REVIEWABLE}
    covering: dict[str, Entry] = {}
    left_over = []
    for entry in entries:
        finding = open_ones.get(entry.fingerprint)
        if finding is None:
            left_over.append(entry)
        elif _grave_enough(entry, finding):
            covering[finding.id] = entry
    for entry in left_over:
        uncovered = (finding for name, finding in open_ones.items() if name not in covering)
        fitting = [f for f in uncovered if _same_dispute(entry, f) and _grave_enough(entry, f)]
        if len(fitting) == 1:
            covering[fitting[0].id] = entry
    return covering


def _grave_enough(entry: Entry, finding: Finding) -> bool:
    """Return whether a review was of a finding at least as grave: a conflict is more."""
    return entry.level is None or LEVELS.index(entry.level) <= LEVELS.index(finding.level)


def _same_dispute(entry: Entry, finding: Finding) -> bool:
    if not entry.values or (entry.rule, entry.subject) != (finding.rule, finding.subject):
        return False
    sides: dict[str, set[str]] = {}
    for piece in finding.evidence:
        sides.setdefault(piece.side, set()).add(piece.value)
    standing = [{side for side, said in sides.items() if value in said} for value in entry.values]
    # A value stands on one side only, so that each has a side of its own if all sides are met.
    return all(standing) and len(sides) == len(entry.values) == len(set().union(*standing))


def entry_of(finding: Finding, review: Review) -> Entry:
    """Return the entry for a finding as reviewed."""
    return Entry(
        fingerprint=finding.id,
        **dict(review),
        level=finding.level,
        rule=finding.rule,
        subject=finding.subject,
        values=finding.values,
        sources=finding.sources,
    )


def as_yaml(reviews: Reviews) -> str:
    """Return the text of a file of reviews: one line a key, whatever the reasons hold."""
    lines = [_HEAD + ("reviews:" if reviews.entries else "reviews: []")]
    for entry in reviews.entries:
        mark = "- "
        for key, value in entry:
            if value:
                lines.append(f"  {mark}{key}: {_spelled(value)}")
                mark = "  "
    return "\n".join(lines) + "\n"


def _spelled(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_spelled, value))}]"
    return yaml_quoted(str(value))
