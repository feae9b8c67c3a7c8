"""Rules: what may be set against what, and what must hold for it."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from claimcheck.errors import RuleError
from claimcheck.model.base import Frozen
from claimcheck.model.claim import Attribute, CandidatePair
from claimcheck.model.finding import FindingReading, Kind, RuleSummary
from claimcheck.resources import load_model, rules_root, shown


class Words(Frozen):
    """A text in both languages of the report."""

    en: str
    ar: str


class Example(Frozen):
    """Sources that a rule must or must not set against each other.

    sources: `LANGUAGE[ DATE]: TEXT`, e.g. `ar 2021-05-12: ...`.
    """

    why: str = ""
    sources: tuple[str, ...] = Field(min_length=1)


class Examples(Frozen):
    """What a rule is tested by: at least one case of each."""

    fires: tuple[Example, ...] = Field(min_length=1)
    silent: tuple[Example, ...] = Field(min_length=1)


class Rule(Frozen):
    """One conflict rule.

    attribute: the question that its claims answer.
    frames, measures: the events and measures that it is for; empty is all.
    parts: for places, the parts (`in`, `to` ...) that it is for; empty is all.
    needs: guards that must pass for a conflict; of the others none may fail.
    tensions: guards whose failing makes a tension, each with the reading.
    message: with `{subject}`, `{left}`, `{right}`, `{left_sources}`, `{right_sources}`;
        `agreement` with those of the left alone.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    kind: Kind
    attribute: Attribute
    title: Words
    why: str
    message: Words
    agreement: Words
    frames: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    needs: tuple[str, ...]
    tensions: dict[str, FindingReading] = Field(default={})
    examples: Examples

    def summary(self) -> RuleSummary:
        """Return what the report says about the rule."""
        title = self.title
        return RuleSummary(
            id=self.id, kind=self.kind, title=title.en, title_ar=title.ar, why=self.why
        )

    def covers(self, pair: CandidatePair) -> bool:
        """Return whether the rule is for the claims of a pair."""
        return (
            pair.left.attribute == self.attribute
            and (not self.frames or bool(set(self.frames) & set(pair.left.frames)))
            and (not self.measures or bool(set(self.measures) & set(pair.left.measures)))
            and (not self.parts or {pair.left.part, pair.right.part} <= set(self.parts))
        )


def rule_files(folders: Sequence[Path] = ()) -> list[Path]:
    """Return the packaged rule files and those of more folders, each folder in name order.

    Raises:
        RuleError: for a folder that does not exist.
    """
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise RuleError(f"{folder.as_posix()}: no such folder of rules" for folder in missing)
    packaged = sorted((rules_root() / "conflicts").glob("*.yaml"))
    return [*packaged, *(path for folder in folders for path in sorted(folder.glob("*.yaml")))]


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return all rules by id.

    Raises:
        RuleError: for rules that cannot be used, all faults together; for an id defined twice.
    """
    faults: list[str] = []
    rules: dict[str, Rule] = {}
    for path in rule_files(folders):
        try:
            rule = load_model(path, Rule)
        except RuleError as error:
            faults.extend(error.faults)
            continue
        if rule.id in rules:
            faults.append(f"{shown(path)}: the rule {rule.id!r} is defined twice")
        rules[rule.id] = rule
    if faults:
        raise RuleError(faults)
    return tuple(rules[name] for name in sorted(rules))
