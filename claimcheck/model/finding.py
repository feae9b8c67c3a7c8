"""What a run reports."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from claimcheck.model.base import Frozen
from claimcheck.model.claim import Guard
from claimcheck.model.engine import EngineSummary
from claimcheck.model.problem import Problem

Kind = Literal["date", "place", "quantity", "actor", "polarity", "calendar", "arithmetic"]
Level = Literal["conflict", "tension", "agreement"]
FindingReading = Literal[
    "contradiction", "update", "stage", "scope", "spread", "dispute", "agreement"
]
# How values may have come to differ; empty where nothing fits.
Diagnosis = Literal[
    "",
    "off-by-one",
    "off-by-one-day",
    "off-by-one-year",
    "swapped-digits",
    "factor-of-ten",
    "factor-of-thousand",
    "neighbouring-month",
    "same-weekday",
    "swapped-month-and-day",
    "hijri-and-gregorian",
]
LEVELS: tuple[Level, ...] = ("conflict", "tension", "agreement")
KINDS: tuple[Kind, ...] = (
    "date",
    "place",
    "quantity",
    "actor",
    "polarity",
    "calendar",
    "arithmetic",
)


class Evidence(Frozen):
    """One place where a source states one side of a finding.

    start, end: the value, in code points of the source's text; line counts from 1, and column,
        in code points, where the value starts.
    quote: the value as the source spells it; value: its canonical spelling.
    side: evidence with the same letter states the same value.
    sentence: start and end of the sentence around it; text: that sentence.
    article: the article's id in the report; claim: the claim's id.
    origin: in an agreement, evidence with the same number has one origin; 0 elsewhere.
    """

    source: str
    article: str
    start: int
    end: int
    line: int
    column: int = 1
    quote: str
    side: str
    value: str
    sentence: tuple[int, int]
    text: str
    claim: str
    origin: int = 0


Verdict = Literal["accepted", "dismissed"]


class Review(Frozen):
    """What an editor said of a finding.

    verdict: `accepted` (a real conflict, known) or `dismissed` (none).
    by, date: who said so and when, as given; empty where nobody was named.
    """

    verdict: Verdict
    reason: str
    by: str = ""
    date: str = ""


class StaleReview(Frozen):
    """A review that covers no finding of the run; about: what it was of, in words."""

    source: str
    line: int
    id: str
    about: str
    review: Review


class Finding(Frozen):
    """Sources set against each other, or found to agree.

    id: the fingerprint: the rule, the subject and the disputed values.
    values: the disputed value of each side in the order of the sides, its most precise one.
    review: what an editor said of it; none for what is open.
    title: the rule's, in English; subject: what it is about, the same; message: one sentence with
        the values as the sources spell them. Those with `_ar` are in Arabic.
    weight: the match weight of the deciding pair, log2 odds, as a decimal.
    diagnosis: how the values may have come to differ, where something fits.
    origins: how many independent origins an agreement has; 0 for what is none.
    """

    id: str
    rule: str
    kind: Kind
    level: Level
    reading: FindingReading
    title: str
    title_ar: str = ""
    subject: str
    subject_ar: str = ""
    message: str
    message_ar: str
    weight: str
    diagnosis: Diagnosis = ""
    values: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]
    guards: tuple[Guard, ...] = ()
    review: Review | None = None
    origins: int = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the paths of the sources it quotes, each once, in order."""
        return tuple(dict.fromkeys(piece.source for piece in self.evidence))

    def renamed(self, name: str) -> "Finding":
        """Return the same finding under another id."""
        return Finding.model_validate({**dict(self), "id": name})

    def lowered(self) -> "Finding":
        """Return a conflict as a tension, all else as it is."""
        level = "tension" if self.level == "conflict" else self.level
        return Finding.model_validate({**dict(self), "level": level})

    def traced(self, origins: Sequence[int]) -> "Finding":
        """Return the same finding with the number of each piece of evidence's origin."""
        pieces = tuple(
            Evidence.model_validate({**dict(piece), "origin": origin})
            for piece, origin in zip(self.evidence, origins, strict=True)
        )
        told = {**dict(self), "evidence": pieces, "origins": len(set(origins))}
        return Finding.model_validate(told)

    def reviewed(self, review: Review) -> "Finding":
        """Return the same finding as an editor has judged it."""
        return Finding.model_validate({**dict(self), "review": review})


class ArticleSummary(Frozen):
    """An article as the report lists it; anchor is an EDTF date or interval, or empty."""

    id: str
    title: str | None
    language: str
    publisher: str | None
    published: str | None
    anchor: str
    anchor_from: str
    zone: str
    line: int
    claims: int


class SourceSummary(Frozen):
    """A source file as the report lists it, with how many findings it is evidence of."""

    path: str
    sha256: str
    articles: tuple[ArticleSummary, ...]
    conflicts: int = 0
    tensions: int = 0


class RuleSummary(Frozen):
    """A rule of the run: what it is called in both languages, and why it is one (in English)."""

    id: str
    kind: Kind
    title: str
    title_ar: str
    why: str


class Summary(Frozen):
    """The report's counts.

    agreements: those of two origins at least; one_origin: those that only copies of one text
        state.
    by_kind: conflicts of each kind that has some. undated: articles of which only an earliest or
        latest day is known.
    """

    sources: int
    articles: int
    claims: int
    conflicts: int
    tensions: int
    agreements: int
    problems: int
    one_origin: int = 0
    by_kind: dict[Kind, int] = Field(default={})
    undated: int = 0


class Report(Frozen):
    """All that a run found; findings by level, rule and first evidence; rules by id.

    engine: what the articles were read with.
    """

    schema_: str = Field(default="claimcheck.report/1", alias="schema")
    version: str
    engine: EngineSummary = EngineSummary()
    summary: Summary
    sources: tuple[SourceSummary, ...]
    rules: tuple[RuleSummary, ...] = ()
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    stale_reviews: tuple[StaleReview, ...] = ()

    def of_level(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of one level, in the report's order."""
        return tuple(finding for finding in self.findings if finding.level == level)

    def touching(self, sources: frozenset[str] | None) -> "Report":
        """Return the same report with only the findings that quote some sources; None for all."""
        if sources is None:
            return self
        return self._with(findings=tuple(f for f in self.findings if sources & set(f.sources)))

    def reviewed(self, findings: tuple[Finding, ...], stale: tuple[StaleReview, ...]) -> "Report":
        """Return the same report with its findings as reviewed, and reviews that cover none."""
        return self._with(findings=findings, stale_reviews=stale)

    def _with(self, **changed: object) -> "Report":
        known = {key: value for key, value in self if key != "schema_"}
        return Report.model_validate({**known, "schema": self.schema_, **changed})
