"""Gold stories: what a careful checker would report, with every quote at its place."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from claimcheck.errors import CollectedError, RuleError
from claimcheck.evaluation.story_file import Agreement, Disputed, Mention, StoryFile, Trap
from claimcheck.model.finding import Kind
from claimcheck.model.problem import Problem
from claimcheck.read.decode import decode
from claimcheck.resources import load_model

STORY_FILE = "story.yaml"
# One source is enough for these: it contradicts itself or the calendar.
ONE_SOURCE_KINDS: tuple[Kind, ...] = ("calendar", "arithmetic")
SOURCE_SUFFIXES = (".txt", ".md")


class GoldError(CollectedError):
    """Gold stories that cannot be used."""


class Spot(NamedTuple):
    """Where a quote stands in a file of its story: code points, half-open."""

    file: str
    start: int
    end: int


class Item(NamedTuple):
    """A conflict, tension, agreement or trap.

    kind: empty for a trap; also: other kinds that are as right.
    sides: the spots of each value; of an agreement or a trap each spot is a side.
    """

    story: str
    id: str
    kind: Kind | Literal[""]
    also: tuple[Kind, ...]
    about: str
    sides: tuple[tuple[Spot, ...], ...]

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from the other items of its sort."""
        return self.story, self.id

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Return the spots of all sides."""
        return tuple(spot for side in self.sides for spot in side)


class Story(NamedTuple):
    """A folder of sources and its gold.

    group: the folders between the gold's root and the story's, `.` where there is none.
    related: ids of stories that share events with this one.
    """

    id: str
    path: Path
    group: str
    languages: tuple[str, ...]
    related: tuple[str, ...]
    conflicts: tuple[Item, ...]
    tensions: tuple[Item, ...]
    agreements: tuple[Item, ...]
    traps: tuple[Item, ...]


def load_stories(root: Path) -> tuple[Story, ...]:
    """Return the stories under a folder by path.

    Raises:
        GoldError: for stories that cannot be used, all faults together; where there is no story.
    """
    root = root.resolve()
    folders = sorted({path.parent for path in root.rglob(STORY_FILE)})
    if not folders:
        raise GoldError([f"{root.as_posix()}: no {STORY_FILE} in this folder or below it"])
    faults: list[str] = []
    stories: list[Story] = []
    for folder in folders:
        try:
            stories.append(load_story(folder, root))
        except GoldError as error:
            faults.extend(error.faults)
    faults.extend(f"{name}: two stories have this id" for name in _twice([s.id for s in stories]))
    if faults:
        raise GoldError(faults)
    return tuple(stories)


def load_story(folder: Path, root: Path) -> Story:
    """Return the story in a folder below `root`.

    Raises:
        GoldError: where it does not follow the format, or quotes what no source says.
    """
    path = folder / STORY_FILE
    try:
        written = load_model(path, StoryFile)
    except RuleError as error:
        raise GoldError(error.faults) from None
    texts, faults = _texts(folder)
    faults += _faults(written, folder.name, texts)
    if faults:
        raise GoldError(f"{path.as_posix()}: {fault}" for fault in faults)
    return Story(
        id=written.id,
        path=folder,
        group=folder.relative_to(root).parent.as_posix(),
        languages=written.languages,
        related=written.related,
        conflicts=tuple(_disputed(one, written.id, texts) for one in written.conflicts),
        tensions=tuple(_disputed(one, written.id, texts) for one in written.tensions),
        agreements=tuple(_listing(one, written.id, texts) for one in written.agreements),
        traps=tuple(_listing(one, written.id, texts) for one in written.traps),
    )


def _texts(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the sources by name, with the offsets that the reader gives them, and faults."""
    texts: dict[str, str] = {}
    faults: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix in SOURCE_SUFFIXES:
            text = decode(path.name, path.read_bytes())
            if isinstance(text, Problem):
                faults.append(f"{path.name}: {text.message}")
            else:
                texts[path.name] = text
    return texts, faults


def _faults(written: StoryFile, name: str, texts: dict[str, str]) -> list[str]:
    """Return what the file's own shape does not show: quotes, ids and sides that do not fit."""
    if not texts:
        return ["no source file beside it"]
    faults = [] if written.id == name else [f"id: {written.id!r} in the folder {name!r}"]
    for items in (written.conflicts, written.tensions, written.agreements, written.traps):
        faults.extend(f"{id_}: two items have this id" for id_ in _twice([i.id for i in items]))
        for item in items:
            found = (_unfound(mention, texts) for mention in _mentions(item))
            faults.extend(f"{item.id}: {fault}" for fault in found if fault)
    for item in (*written.conflicts, *written.tensions):
        if len(item.sides) < 2 and item.kind not in ONE_SOURCE_KINDS:
            faults.append(f"{item.id}: has one side")
    return faults


def _unfound(mention: Mention, texts: dict[str, str]) -> str:
    """Return why a quote has no place, or nothing."""
    if mention.file not in texts:
        return f"no file {mention.file}"
    if _spot(mention, texts) is not None:
        return ""
    often = f" {mention.nth} times" if mention.nth > 1 else ""
    return f"{mention.file} does not say {mention.quote!r}{often}"


def _twice(names: Sequence[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _mentions(item: Disputed | Agreement | Trap) -> tuple[Mention, ...]:
    if isinstance(item, Disputed):
        return tuple(mention for side in item.sides for mention in side.mentions)
    return item.mentions


def _disputed(item: Disputed, story: str, texts: dict[str, str]) -> Item:
    sides = tuple(_spots(side.mentions, texts) for side in item.sides)
    if item.kind == "quantity":
        sides = tuple(
            tuple(twin for spot in side for twin in _twins(spot, texts)) for side in sides
        )
    return Item(story, item.id, item.kind, item.also, item.about, sides)


def _listing(item: Agreement | Trap, story: str, texts: dict[str, str]) -> Item:
    sides = tuple((spot,) for spot in _spots(item.mentions, texts))
    if isinstance(item, Agreement):
        return Item(story, item.id, item.kind, (), item.about, sides)
    return Item(story, item.id, "", (), item.why, sides)


def _spots(mentions: Sequence[Mention], texts: dict[str, str]) -> tuple[Spot, ...]:
    spots = (_spot(mention, texts) for mention in mentions)
    return tuple(spot for spot in spots if spot is not None)


def _spot(mention: Mention, texts: dict[str, str]) -> Spot | None:
    found = starts(mention.quote, texts.get(mention.file, ""))
    if len(found) < mention.nth:
        return None
    start = found[mention.nth - 1]
    return Spot(mention.file, start, start + len(mention.quote))


def _twins(spot: Spot, texts: dict[str, str]) -> list[Spot]:
    """Return every spot of the file that repeats a number with its unit, else the spot alone."""
    text = texts[spot.file]
    quote = text[spot.start : spot.end]
    if not (any(map(str.isdigit, quote)) and any(map(str.isalpha, quote))):
        return [spot]
    return [Spot(spot.file, start, start + len(quote)) for start in starts(quote, text)]


def starts(quote: str, text: str) -> list[int]:
    """Return where a quote stands in a text, also where it overlaps itself."""
    found: list[int] = []
    start = text.find(quote)
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found
