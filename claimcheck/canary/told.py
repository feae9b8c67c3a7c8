"""What the canary found out, in lines for a terminal."""

from collections.abc import Iterator, Sequence

from claimcheck.canary.plant import SORTS
from claimcheck.canary.sing import Outcome, Song
from claimcheck.report.escape import visible

_CAUSES = {
    "not read": "its value was not read as a claim",
    "not paired": "it was not compared with the article",
    "too unlike": "too little evidence that both are about one thing",
    "guarded": "kept apart:",
}
# Code points of the text shown on each side of what was planted.
_AROUND = 40
_HUNDRED = 100


def lines_of(song: Song, *, show: bool) -> list[str]:
    """Return the share caught of each sort, why others were missed, and the control.

    show: with every contradiction that was missed.
    """
    lines = [f"{'planted':<20}{'caught':>12}  by", *(_row(sort, song) for sort in SORTS), ""]
    if show:
        lines += [line for one in song.outcomes if one.cause for line in _missed(one)]
    copies = "1 unaltered copy" if song.copies == 1 else f"{song.copies} unaltered copies"
    alarms = (
        f"{song.alarms} conflict{'s' if song.alarms > 1 else ''}" if song.alarms else "no conflict"
    )
    return [
        *lines,
        f"{copies} raised {alarms}.",
        "A copy tells all else in the same words: in other words, less is caught.",
    ]


def share(outcomes: Sequence[Outcome]) -> int:
    """Return how many of a hundred were caught, rounded down; 0 where none was planted."""
    caught = sum(not one.cause for one in outcomes)
    return _HUNDRED * caught // len(outcomes) if outcomes else 0


def _row(sort: str, song: Song) -> str:
    rules = song.rules[sort]
    possible = song.possible[sort]
    if not rules:
        kind = SORTS[sort][0]
        return f"{sort:<20}{'-':>12}  no rule compares this ({kind}); {possible} could be planted"
    tried = [one for one in song.outcomes if one.plant.sort == sort]
    if not tried:
        return f"{sort:<20}{'-':>12}  nothing to plant it in"
    caught = sum(not one.cause for one in tried)
    return f"{sort:<20}{f'{caught} of {len(tried)}':>12}  {', '.join(rules)}{_why(tried)}"


def _why(tried: Sequence[Outcome]) -> str:
    """Return why others were missed: `; missed: 2 not read, 1 guarded`."""
    causes = [one.cause for one in tried if one.cause]
    told = [f"{causes.count(cause)} {cause}" for cause in dict.fromkeys(sorted(causes))]
    return f"; missed: {', '.join(told)}" if told else ""


def _missed(one: Outcome) -> Iterator[str]:
    plant = one.plant
    guards = f" {', '.join(one.guards)}" if one.guards else ""
    because = f"{_CAUSES[one.cause]}{guards}"
    text, span = plant.source.text, plant.span
    after = text[span.end : span.end + _AROUND]
    yield f"missed: {plant.sort}  {visible(plant.source.path)}:{one.line}  {because}"
    yield f"   {visible(plant.old)}"
    yield f"   {visible(text[max(span.start - _AROUND, 0) : span.start] + plant.words + after)}"
    yield ""
