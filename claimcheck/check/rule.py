"""Rules: what may be set against what, and what must hold for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from claimcheck.errors import RuleError
from claimcheck.model.base import Frozen
from claimcheck.model.claim import Attribute, CandidatePair
from claimcheck.model.finding import FindingReading, Kind, RuleSummary
from claimcheck.model.reckoning import Relation
from claimcheck.resources import load_model, rules_root, shown

_RULE_SUFFIXES = (".yaml", ".yml")
# What a folder of rules may hold beside them.
_TEXT_SUFFIXES = (".md", ".txt", "")


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


# What a rule of pairs must say, may say, and what a rule of one article must say.
_PAIRS_NEED = ("agreement", "needs")
_OF_PAIRS = (*_PAIRS_NEED, "frames", "measures", "parts", "tensions")
_OF_ONE = ("subject",)


class Rule(Frozen):
    """One conflict rule, on pairs of claims (`attribute`) or on one article (`relation`).

    attribute: the question that its claims answer.
    relation: the relation that values of one article must hold; subject: what it is about.
    frames, measures: the events and measures that it is for; empty is all.
    parts: for places, the parts (`in`, `to` ...) that it is for; empty is all.
    needs: guards that must pass for a conflict; of the others none may fail.
    tensions: guards whose failing makes a tension, each with the reading.
    message: with `{subject}`, `{left}`, `{right}`, `{left_sources}`, `{right_sources}`;
        `agreement` with those of the left alone. Of one article, `{reckoned}` is what its own
        figures come to.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    kind: Kind
    attribute: Attribute | None = None
    relation: Relation | None = None
    subject: Words | None = None
    title: Words
    why: str
    message: Words
    agreement: Words | None = None
    frames: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tensions: dict[str, FindingReading] = Field(default={})
    examples: Examples

    @model_validator(mode="after")
    def _of_pairs_or_of_one_article(self) -> Self:
        """Refuse a rule that is of both, or lacks or has what the other sort needs."""
        if (self.attribute is None) == (self.relation is None):
            raise ValueError("expected either `attribute` (two claims) or `relation` (one article)")
        told = {name: getattr(self, name) for name in (*_OF_PAIRS, *_OF_ONE)}
        sort, wanted, others = (
            ("attribute", _PAIRS_NEED, _OF_ONE)
            if self.attribute
            else ("relation", _OF_ONE, _OF_PAIRS)
        )
        missing = [name for name in wanted if not told[name]]
        if missing:
            raise ValueError(f"`{sort}` needs {', '.join(missing)} too")
        extra = [name for name in others if told[name]]
        if extra:
            raise ValueError(f"beside `{sort}` stands no {', '.join(extra)}")
        return self

    def summary(self) -> RuleSummary:
        """Return what the report says about the rule."""
        title = self.title
        return RuleSummary(
            id=self.id, kind=self.kind, title=title.en, title_ar=title.ar, why=self.why
        )

    def covers(self, pair: CandidatePair) -> bool:
        """Return whether the rule is for the claims of a pair."""
        return (
            self.attribute == pair.left.attribute
            and (not self.frames or bool(set(self.frames) & set(pair.left.frames)))
            and (not self.measures or bool(set(self.measures) & set(pair.left.measures)))
            and (not self.parts or {pair.left.part, pair.right.part} <= set(self.parts))
        )


def rule_files(folders: Sequence[Path] = ()) -> list[Path]:
    """Return the packaged rule files and those of more folders, each with the folders below it.

    Raises:
        RuleError: for a folder that does not exist, holds no rule or holds what is none.
    """
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise RuleError(f"{folder.as_posix()}: no such folder of rules" for folder in missing)
    packaged = sorted((rules_root() / "conflicts").glob("*.yaml"))
    return [*packaged, *(path for folder in folders for path in _files_in(folder))]


def _files_in(folder: Path) -> list[Path]:
    """Return the rule files of a folder and those below it, by path.

    Raises:
        RuleError: for a file that is neither a rule nor a text about them, and for no rule at all.
    """
    files = [
        path for path in sorted(folder.rglob("*")) if path.is_file() and _is_seen(path, folder)
    ]
    rules = [path for path in files if path.suffix in _RULE_SUFFIXES]
    unknown = [path for path in files if path.suffix not in (*_RULE_SUFFIXES, *_TEXT_SUFFIXES)]
    if unknown:
        raise RuleError(
            f"{path.as_posix()}: is no rule: rules are .yaml files; move it out of the folder"
            for path in unknown
        )
    if not rules:
        raise RuleError([f"{folder.as_posix()}: holds no rule: rules are .yaml files"])
    return rules


def _is_seen(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


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
