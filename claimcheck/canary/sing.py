"""Plant contradictions in copies of sources, check each, and tell what was caught."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from claimcheck.annotate.engine import annotate_all, summary_of
from claimcheck.canary.plant import SORTS, Others, Plant, Reading, others, plants
from claimcheck.check.engine import findings
from claimcheck.check.rule import Rule, load_rules
from claimcheck.claim.assemble import claims_of
from claimcheck.link.pairs import pairs_of
from claimcheck.model.claim import CandidatePair
from claimcheck.model.finding import Finding
from claimcheck.model.lines import line_of
from claimcheck.model.text import Article, Segment, Source, TextSpan
from claimcheck.pipeline import Settings, read_under

_COPY = "copy of "
# The guard that sums the evidence up.
_EVIDENCE = "same event"
# These are found where the sentence says so, whatever is quoted of it.
_WITHOUT_VALUE = ("actor", "polarity")
Cause = Literal["", "not read", "not paired", "too unlike", "guarded"]
Progress = Callable[[str, int, int], None]


class Outcome(NamedTuple):
    """What became of a plant.

    cause: why it was missed, empty where it was caught: its value was `not read`, its claim was
    `not paired` with the original's, the two were `too unlike` for the evidence to say that they
    are about one thing, or they were `guarded` from each other; guards: by which.
    """

    plant: Plant
    cause: Cause
    guards: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """Return the line of the source in which it was planted."""
        return line_of(self.plant.source.text, self.plant.span.start)


class Song(NamedTuple):
    """What the canary found out.

    possible: how many contradictions of each sort could be planted; rules: which rules look for
    each sort; outcomes: of those planted. copies: unaltered copies that were checked; alarms:
    conflicts that they raised.
    """

    possible: dict[str, int]
    rules: dict[str, tuple[str, ...]]
    outcomes: tuple[Outcome, ...]
    copies: int
    alarms: int


def sing(
    paths: Sequence[str], settings: Settings, most: int, progress: Progress | None = None
) -> Song:
    """Return how many planted contradictions the rules catch.

    most: how many are planted of each sort; which ones depends on the texts alone.

    Raises:
        ClaimcheckError: as `pipeline.run`.
    """
    rules = [rule for rule in load_rules(settings.rules) if rule.id not in settings.off]
    sources, _ = read_under(paths, settings)
    summary_of(settings.engine, (article for source in sources for article in source.articles))
    readings = [
        _reading(source, article, settings) for source in sources for article in source.articles
    ]
    possible = _possible(readings, others(readings))
    caught_by = {sort: _looking(sort, rules) for sort in SORTS}
    chosen = [p for sort, found in possible.items() if caught_by[sort] for p in found[:most]]
    by_article = {reading.article.id: reading for reading in readings}
    outcomes = []
    for number, plant in enumerate(chosen, 1):
        outcomes.append(_outcome(plant, by_article[plant.article.id], rules, settings))
        if progress:
            progress("planting", number, len(chosen))
    planted = sorted({plant.article.id for plant in chosen})
    alarms = [_alarms(by_article[name], rules, settings) for name in planted]
    counted = {sort: len(found) for sort, found in possible.items()}
    return Song(counted, caught_by, tuple(outcomes), len(planted), sum(alarms))


def _possible(readings: Sequence[Reading], known: Others) -> dict[str, list[Plant]]:
    found: dict[str, list[Plant]] = {sort: [] for sort in SORTS}
    for reading in readings:
        for plant in plants(reading, known):
            found[plant.sort].append(plant)
    return {sort: sorted(listed, key=lambda plant: plant.order) for sort, listed in found.items()}


def _looking(sort: str, rules: Sequence[Rule]) -> tuple[str, ...]:
    return tuple(rule.id for rule in rules if rule.kind == SORTS[sort][0])


def _reading(source: Source, article: Article, settings: Settings) -> Reading:
    read = annotate_all([(article, source.text)], settings.engine, settings.aliases)
    annotation = next(read)
    return Reading(source, article, annotation, claims_of(article, annotation))


def _outcome(plant: Plant, original: Reading, rules: Sequence[Rule], settings: Settings) -> Outcome:
    copy = _copied(plant, settings)
    planted = TextSpan(plant.span.start, plant.span.start + len(plant.words))
    pairs, found = _checked(original, copy, rules)
    if any(_shows(finding, plant, planted) for finding in found):
        return Outcome(plant, "")
    here = {claim.id for claim in copy.claims if claim.value.span.overlaps(planted)}
    there = {claim.id for claim in original.claims if claim.value.span.overlaps(plant.span)}
    if not here:
        return Outcome(plant, "not read")
    met = [p for p in pairs if {p.left.id, p.right.id} & here and {p.left.id, p.right.id} & there]
    if not met:
        return Outcome(plant, "not paired")
    likeliest = max(met, key=lambda pair: pair.weight)
    failed = tuple(guard.guard for guard in likeliest.guards if guard.result == "fail")
    others_failed = tuple(name for name in failed if name != _EVIDENCE)
    return Outcome(plant, "guarded" if others_failed else "too unlike", others_failed)


def _shows(finding: Finding, plant: Plant, planted: TextSpan) -> bool:
    """Return whether a conflict quotes what was planted, or its sentence for what has no value."""
    if finding.level != "conflict" or finding.kind != plant.kind:
        return False
    copied = [piece for piece in finding.evidence if piece.source.startswith(_COPY)]
    if plant.kind in _WITHOUT_VALUE:
        return any(TextSpan(*piece.sentence).overlaps(planted) for piece in copied)
    return any(TextSpan(piece.start, piece.end).overlaps(planted) for piece in copied)


def _alarms(original: Reading, rules: Sequence[Rule], settings: Settings) -> int:
    """Return how many conflicts an unaltered copy raises with the article that it is of."""
    nowhere = TextSpan(0, 0)
    plant = Plant("", "date", original.source, original.article, nowhere, "")
    _, found = _checked(original, _copied(plant, settings), rules)
    return sum(finding.level == "conflict" and len(finding.sources) > 1 for finding in found)


def _checked(
    original: Reading, copy: Reading, rules: Sequence[Rule]
) -> tuple[tuple[CandidatePair, ...], tuple[Finding, ...]]:
    pairs = pairs_of((*original.claims, *copy.claims))
    texts = {one.source.path: one.source.text for one in (original, copy)}
    return pairs, findings(pairs, rules, texts)


def _copied(plant: Plant, settings: Settings) -> Reading:
    """Return the copy of an article in which something is planted."""
    start, end = plant.span.start, plant.span.end
    text = plant.source.text[:start] + plant.words + plant.source.text[end:]
    by = len(plant.words) - (end - start)
    segments = tuple(_moved(segment, plant.span, by) for segment in plant.article.segments)
    path = _COPY + plant.source.path
    article = Article.model_validate({**dict(plant.article), "source": path, "segments": segments})
    source = Source.model_validate(
        {**dict(plant.source), "path": path, "text": text, "articles": (article,)}
    )
    return _reading(source, article, settings)


def _moved(segment: Segment, span: TextSpan, by: int) -> Segment:
    """Return a segment as it lies after a stretch has grown by some code points."""
    start = segment.start + (by if segment.start >= span.end else 0)
    end = segment.end + (by if segment.end >= span.end else 0)
    return Segment(kind=segment.kind, start=start, end=end)
