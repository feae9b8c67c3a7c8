"""What a run reports."""

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

    start, end: the value, in code points of the source's text; line counts from 1.
    quote: the value as the source spells it; value: its canonical spelling.
    side: evidence with the same letter states the same value.
    sentence: start and end of the sentence around it; text: that sentence.
    article: the article's id in the report; claim: the claim's id.
    """

    source: str
    article: str
    start: int
    end: int
    line: int
    quote: str
    side: str
    value: str
    sentence: tuple[int, int]
    text: str
    claim: str


class Finding(Frozen):
    """Sources set against each other, or found to agree.

    id: the fingerprint: the rule, the subject and the disputed values.
    subject: what it is about, in the sources' own words.
    message: one sentence in English; `message_ar` in Arabic.
    weight: the match weight of the deciding pair, log2 odds, as a decimal.
    diagnosis: how the values may have come to differ ("off by one year"), or empty.
    """

    id: str
    rule: str
    kind: Kind
    level: Level
    reading: FindingReading
    title: str
    subject: str
    message: str
    message_ar: str
    weight: str
    diagnosis: str = ""
    evidence: tuple[Evidence, ...]
    guards: tuple[Guard, ...] = ()

    def renamed(self, name: str) -> "Finding":
        """Return the same finding under another id."""
        return Finding.model_validate({**dict(self), "id": name})


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
    """A source file as the report lists it."""

    path: str
    sha256: str
    articles: tuple[ArticleSummary, ...]


class Summary(Frozen):
    """The report's counts."""

    sources: int
    articles: int
    claims: int
    conflicts: int
    tensions: int
    agreements: int
    problems: int


class Report(Frozen):
    """All that a run found; findings by level, rule and first evidence.

    engine: what the articles were read with.
    """

    schema_: str = Field(default="claimcheck.report/1", alias="schema")
    version: str
    engine: EngineSummary = EngineSummary()
    summary: Summary
    sources: tuple[SourceSummary, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    def of_level(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of one level, in the report's order."""
        return tuple(finding for finding in self.findings if finding.level == level)
