"""The figures of an evaluation."""

from typing import Literal

from claimcheck.model.base import Frozen
from claimcheck.model.finding import Kind

Mode = Literal["isolated", "pooled"]


class Rate(Frozen):
    """So many of so many; value: the quotient to three decimals, 0 of nothing."""

    part: int
    whole: int
    value: str

    def __str__(self) -> str:
        """Return the quotient."""
        return self.value


def rate(part: int, whole: int) -> Rate:
    """Return `part` of `whole`."""
    return Rate(part=part, whole=whole, value=_spelled(_quotient(part, whole)))


# Binary quotients, rounded last, so that the third decimal is the one other scorers print.
def _quotient(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _spelled(quotient: float) -> str:
    return f"{quotient:.3f}"


class Score(Frozen):
    """How right the reported conflicts of one kind, language, group or story are.

    right: found conflicts; judged: reported ones that count; gold: those there are to find.
    """

    name: str
    right: int
    judged: int
    gold: int
    precision: Rate
    recall: Rate
    f1: Rate


def score(name: str, right: int, judged: int, gold: int) -> Score:
    """Return the score of so many right, judged and gold conflicts."""
    precision, recall = _quotient(right, judged), _quotient(right, gold)
    f1 = _quotient(2 * precision * recall, precision + recall)
    return Score(
        name=name,
        right=right,
        judged=judged,
        gold=gold,
        precision=rate(right, judged),
        recall=rate(right, gold),
        f1=Rate(part=2 * right, whole=judged + gold, value=_spelled(f1)),
    )


class Counts(Frozen):
    """How many findings came to what; joining: agreements that join values in conflict."""

    right: int
    false_alarms: int
    duplicates: int
    wrong_kind: int
    forgiven: int
    tensions: int
    agreements: int
    joining: int


class Missed(Frozen):
    """A gold conflict that no conflict was reported for; as_tension: a tension was."""

    story: str
    id: str
    kind: Kind
    about: str
    as_tension: bool


class Sprung(Frozen):
    """A trap that was reported as a conflict."""

    story: str
    id: str
    why: str


class Alarm(Frozen):
    """A reported conflict that is none in the gold, or is there under another kind.

    quotes: the evidence, as `SIDE FILE:LINE QUOTE`.
    """

    stories: tuple[str, ...]
    finding: str
    rule: str
    kind: Kind
    quotes: tuple[str, ...]


class Scores(Frozen):
    """The scores of all conflicts and of their parts; empty parts are left out."""

    overall: Score
    by_kind: tuple[Score, ...]
    by_language: tuple[Score, ...]
    by_group: tuple[Score, ...]
    by_story: tuple[Score, ...]


class Rates(Frozen):
    """What the scores do not say.

    recall_any_kind: recall where a finding's kind need not be the gold's.
    tension_precision: tensions reported that are tensions or conflicts.
    only_tension: conflicts that were reported as a tension alone.
    traps: those sprung.
    """

    recall_any_kind: Rate
    agreement_recall: Rate
    tension_recall: Rate
    tension_precision: Rate
    only_tension: Rate
    traps: Rate


class Details(Frozen):
    """What a reader would look up, in story order."""

    missed: tuple[Missed, ...]
    sprung: tuple[Sprung, ...]
    false_alarms: tuple[Alarm, ...]
    wrong_kind: tuple[Alarm, ...]


class Evaluation(Frozen):
    """How a run compares with gold stories; mode: each story alone, or all in one run."""

    mode: Mode
    stories: int
    scores: Scores
    rates: Rates
    counts: Counts
    details: Details
