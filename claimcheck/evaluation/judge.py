"""Findings set against the gold: what each reported conflict came to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from claimcheck.evaluation.gold import Item, Story
from claimcheck.evaluation.match import Reported, assigned, fitting, reported
from claimcheck.model.finding import Finding, Level

Outcome = Literal["right", "duplicate", "wrong kind", "forgiven", "false alarm"]
# What precision counts; a forgiven finding is neither right nor wrong.
JUDGED: tuple[Outcome, ...] = ("right", "duplicate", "wrong kind", "false alarm")


class Gold(NamedTuple):
    """The stories by id, and the items of all of them in story order."""

    stories: Mapping[str, Story]
    conflicts: tuple[Item, ...]
    tensions: tuple[Item, ...]
    agreements: tuple[Item, ...]
    traps: tuple[Item, ...]


class Mark(NamedTuple):
    """What a reported conflict came to; item: the conflict that it is right for."""

    one: Reported
    outcome: Outcome
    item: Item | None

    @property
    def kind(self) -> str:
        """Return the kind it counts under: the gold's where it is right."""
        return self.item.kind if self.item else self.one.finding.kind

    @property
    def story(self) -> str:
        """Return the story it counts under: of several the first."""
        return self.item.story if self.item else min(self.one.stories, default="")


class Marked(NamedTuple):
    """A run beside the gold.

    marks: of the reported conflicts.
    found: keys of the conflicts found; found_any_kind: whatever the kind they are reported under.
    """

    gold: Gold
    marks: tuple[Mark, ...]
    found: frozenset[tuple[str, str]]
    found_any_kind: frozenset[tuple[str, str]]
    tensions: tuple[Reported, ...]
    agreements: tuple[Reported, ...]


def marked(stories: Iterable[Story], findings: Iterable[Finding]) -> Marked:
    """Return what findings come to beside the gold of stories.

    Each conflict counts once, for one finding, and each finding once: the largest such
    assignment is taken.
    """
    gold = _gold(stories)
    seen = [reported(finding, gold.stories) for finding in findings]
    conflicts = _of_level(seen, "conflict")
    shown = [fitting(one, gold.conflicts) for one in conflicts]
    right = [
        [item for item in items if one.finding.kind in (item.kind, *item.also)]
        for one, items in zip(conflicts, shown, strict=True)
    ]
    holders = _assigned(right)
    marks = tuple(
        _mark(one, gold, _Shown(holders.get(number), bool(right[number]), bool(shown[number])))
        for number, one in enumerate(conflicts)
    )
    found = frozenset(item.key for item in holders.values())
    found_any_kind = found | {item.key for item in _assigned(shown).values()}
    tensions, agreements = _of_level(seen, "tension"), _of_level(seen, "agreement")
    return Marked(gold, marks, found, found_any_kind, tensions, agreements)


def _gold(stories: Iterable[Story]) -> Gold:
    by_id = {story.id: story for story in stories}
    return Gold(
        by_id,
        tuple(item for story in by_id.values() for item in story.conflicts),
        tuple(item for story in by_id.values() for item in story.tensions),
        tuple(item for story in by_id.values() for item in story.agreements),
        tuple(item for story in by_id.values() for item in story.traps),
    )


def _of_level(seen: Iterable[Reported], level: Level) -> tuple[Reported, ...]:
    return tuple(one for one in seen if one.finding.level == level)


def _assigned(shown: Sequence[Sequence[Item]]) -> dict[int, Item]:
    """Return the item that each finding is counted for, by the finding's number."""
    items = {item.key: item for each in shown for item in each}
    wanted = {number: [item.key for item in each] for number, each in enumerate(shown)}
    return {number: items[key] for key, number in assigned(wanted).items()}


class _Shown(NamedTuple):
    """The conflict that a finding is counted for, and whether it shows any."""

    item: Item | None
    of_its_kind: bool
    of_any_kind: bool


def _mark(one: Reported, gold: Gold, shown: _Shown) -> Mark:
    if shown.item:
        return Mark(one, "right", shown.item)
    if shown.of_its_kind:
        return Mark(one, "duplicate", None)
    if shown.of_any_kind:
        return Mark(one, "wrong kind", None)
    # Of related stories the gold does not say how they compare.
    between_stories = one.joined and len(one.stories) > 1
    if between_stories or fitting(one, gold.tensions):
        return Mark(one, "forgiven", None)
    return Mark(one, "false alarm", None)
