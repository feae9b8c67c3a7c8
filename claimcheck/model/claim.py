"""What an article claims: one value of one attribute of one event or measure."""

from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claimcheck.model.base import Frozen
from claimcheck.model.mention import Part, Quantity, Value
from claimcheck.model.text import Interval, TextSpan

Attribute = Literal["when", "where", "how_many", "who", "whether"]
# Those that claims of who did it, and of whether it came about, answer.
DEEDS: tuple[Attribute, ...] = ("who", "whether")
GuardResult = Literal["pass", "fail", "unknown", "n.a."]
Stage = Literal["", "early", "final"]
Party = Literal["", "authority", "company", "public"]
Status = Literal["actual", "planned", "forecast", "target", "conditional", "denied"]


class Claim(Frozen):
    """One value that an article gives, and what it is the value of.

    id: stable within a run: of the article, the value's span and the subject.
    attribute: the question it answers.
    measures: for `how_many`, what may be measured: ids of measures, or the dimension and the
        counted noun (`count:soldier`), the likeliest first.
    part: for `who`, the part that is played, for `whether`, the matter, each with its id in
        `rules/deeds/`; for `where`, the part that its preposition gives to the place: in, near,
        to, from, via; for `when`, what is dated: `said` (a statement), `measured` (a figure), or
        how the event lies to the date: `before`, `after`, `since`, `between`; empty where it is
        at it.
    value: the mention that answers it; its span is the claim's evidence.
    figure: for a date that is `measured`, the figure that it is of.
    frames: ids of the events it is about, the likeliest first; empty where only its words say.
    trigger: where the event is named.
    instance: which event of the article it is about; claims with the same instance are about
        one and the same event.
    participants: identities of the people, bodies and places in it that are not its value,
        rarest first; `inherited` are those that its own clause leaves out.
    offices: country or body, and the person of the sentence who stands for it.
    roles: the parts that participants play in its event, where the words tell: `agent` does it,
        `patient` has it done to them; each with the participant's identity.
    words: content keys of its clause without the value's, the nearest to it first; `context`: of
        the rest of its sentence, likewise; `around`: of the sentences before and after.
    row: for a figure, content keys of what stands between it and the one before: in a list, what
        it is the figure of.
    markers: what tells its event from others of the same kind: `ordinal:2`, `previous`, ...
    contrasts: what tells its value from its siblings: `sex.male`, `baseline`, `part`, ...
    when: the days on which its event may have happened.
    as_of: the days on which it was stated: the article's anchor.
    status: whether it is said to have happened.
    voice: empty where the outlet itself says it, else who is quoted.
    party: for a figure, on which side of public life they stand who are said to give it: those
        who govern, a company, or those whom both are accountable to; empty where nobody is named.
    stage: how far a count or result had come: `early` (provisional), `final`, or not told;
        staged: whether its own sentence says so.
    estimated: whether the value is told as somebody's estimate, or as a range.
    lead: it stands in the title or the first paragraph.
    told_in: the number of the sentence that tells what it is about; `sentence`: from the value's
        sentence to that one's end, for a date that stands as a heading above it.
    """

    id: str
    article: str
    source: str
    language: str
    attribute: Attribute
    measures: tuple[str, ...] = ()
    part: str = ""
    value: Value
    figure: Quantity | None = None
    frames: tuple[str, ...] = ()
    trigger: TextSpan | None = None
    instance: str = ""
    is_news: bool = False
    participants: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[Part, str], ...] = ()
    words: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    when: Interval = Interval()
    as_of: Interval = Interval()
    status: Status = "actual"
    negated: bool = False
    hedged: bool = False
    voice: str = ""
    party: Party = ""
    stage: Stage = ""
    staged: bool = False
    estimated: bool = False
    lead: bool = False
    told_in: int = 0
    sentence: TextSpan
    clause: TextSpan

    def in_instance(self, instance: str, *, is_news: bool) -> "Claim":
        """Return the same claim as one about the event `instance`."""
        same = copy(self)
        # `model_construct` would go through all fields, which takes longer than finding the claim.
        same.__dict__ |= {"instance": instance, "is_news": is_news}
        return same


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims compare in one component.

    level: the name of the comparison level, as in `rules/weights.yaml`.
    weight: what it adds to the sum, in hundredths of a bit (log2 odds).
    because: the comparison in words, for the explanation.
    """

    component: str
    level: str
    weight: int
    because: str = ""


# Components that compare the values themselves, where they differ; the others what is around them.
OF_VALUES = ("knowledge", "closeness", "sole", "slip")


Told = tuple[GuardResult, str]


class Guard(Frozen):
    """Whether two claims may be set against each other, in one respect."""

    guard: str
    result: GuardResult
    because: str

    @classmethod
    def told(cls, guard: str, told: Told) -> "Guard":
        """Return a guard with its result and the reason."""
        return _told(guard, told)


@lru_cache(1 << 12)
def _told(guard: str, told: Told) -> Guard:
    """Return a guard; most pairs have the same results for the same reasons."""
    result, because = told
    return Guard.model_construct(None, guard=guard, result=result, because=because)


class CandidatePair(Frozen):
    """Two claims that share a blocking key, every component but the value compared.

    weight: the sum of the comparisons' weights; agreed: by how much it is over the sum from which
        equal values are one fact.
    """

    left: Claim
    right: Claim
    comparisons: tuple[Comparison, ...]
    guards: tuple[Guard, ...] = ()
    weight: int = 0
    agreed: int = 0
