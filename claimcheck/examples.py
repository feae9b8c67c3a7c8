"""The examples inside rule files: list and show the rules, run what they are tested by."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

from claimcheck import pipeline
from claimcheck.check.rule import Example, Rule, load_rules, rule_files
from claimcheck.errors import ClaimcheckError, Position, RuleError
from claimcheck.lang.pack import PACKS
from claimcheck.model.day import day
from claimcheck.model.finding import Finding
from claimcheck.model.text import Article, Interval, Segment, Source
from claimcheck.pipeline import Run
from claimcheck.resources import load_model, position, shown

Runner = Callable[[tuple[Source, ...], Rule], Run]
Want = Literal["fires", "silent"]

_WANTS: tuple[Want, ...] = ("fires", "silent")
# These may hold within one source; the other kinds need two.
_ONE_SOURCE_KINDS = ("calendar", "arithmetic")
_SOURCE = re.compile(
    r"(?P<language>\w+)(?: (?P<day>\d{4}-\d\d-\d\d))?:\s+(?P<text>\S.*)", re.DOTALL
)
_INDENT = "    "


class Case(NamedTuple):
    """An example of a rule at its place; number: counts from 1 among those of its sort."""

    rule: Rule
    want: Want
    number: int
    example: Example
    position: Position

    def __str__(self) -> str:
        """Return how messages name it."""
        return f"{self.position}: {self.want} example {self.number}"


def list_rules(folders: Sequence[Path] = ()) -> list[str]:
    """Return a line for each rule, by id: its id, kind and title."""
    rules = load_rules(folders)
    wide = max((len(rule.id) for rule in rules), default=0)
    kind_wide = max((len(rule.kind) for rule in rules), default=0)
    return [f"{rule.id:{wide}}  {rule.kind:{kind_wide}}  {rule.title.en}" for rule in rules]


def show_rule(name: str, folders: Sequence[Path] = ()) -> str:
    """Return what a rule checks and why, for readers.

    Raises:
        ClaimcheckError: where no rule has that id.
    """
    rules = {rule.id: rule for rule in load_rules(folders)}
    if name not in rules:
        raise ClaimcheckError(f"{name}: no such rule; there are {', '.join(rules)}")
    return "\n".join(_described(rules[name]))


def _described(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.kind})"
    yield from (rule.title.en, rule.title.ar, "", rule.why, "")
    for title, listed in (("Events", rule.frames), ("Measures", rule.measures)):
        if listed:
            yield f"{title}: {', '.join(listed)}"
    if rule.relation:
        yield f"Within one article: {rule.relation}"
    else:
        yield f"Needs: {', '.join(rule.needs) or 'nothing'}"
    for guard, reading in rule.tensions.items():
        yield f"A tension ({reading}) where this fails: {guard}"
    yield from ("", "Message:", _INDENT + rule.message.en, _INDENT + rule.message.ar)
    for want in _WANTS:
        yield from ("", "Fires on:" if want == "fires" else "Silent on:")
        for number, example in enumerate(_examples(rule, want), start=1):
            yield f"{number:3}. {example.why}".rstrip() if example.why else f"{number:3}."
            yield from _quoted(example)


def _examples(rule: Rule, want: Want) -> tuple[Example, ...]:
    return rule.examples.fires if want == "fires" else rule.examples.silent


def _quoted(example: Example) -> list[str]:
    """Return the sources of an example, every line indented."""
    return [_INDENT + " " + line for text in example.sources for line in text.splitlines()]


def test_rules(  # A command, not a test.
    folders: Sequence[Path] = (),  # noqa: PT028
    run: Runner | None = None,  # noqa: PT028
) -> tuple[int, tuple[str, ...]]:
    """Return how many examples of all rules pass, and what is wrong with each that fails.

    A `fires` example passes with a conflict between two of its sources (within one, for a rule
    of a kind that needs no more), a `silent` one with none.

    Raises:
        RuleError: for rules that cannot be used, and for sources of no language that we know.
    """
    cases = _cases(folders)
    sources = _all_sources(cases)
    outcomes = [
        _failure(case, (run or _run)(read, case.rule))
        for case, read in zip(cases, sources, strict=True)
    ]
    failures = tuple(failure for failure in outcomes if failure)
    return len(cases) - len(failures), failures


def _run(sources: tuple[Source, ...], rule: Rule) -> Run:
    return pipeline.checked(sources, (rule,), pipeline.Settings())


def _cases(folders: Sequence[Path]) -> list[Case]:
    """Return the examples of all rules, in the order of the files."""
    load_rules(folders)  # Tells of all faults of all files together.
    cases: list[Case] = []
    for path in rule_files(folders):
        rule = load_model(path, Rule)
        root = yaml.compose(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for want in _WANTS:
            for index, example in enumerate(_examples(rule, want)):
                place = position(("examples", want, index), root, shown(path))
                cases.append(Case(rule, want, index + 1, example, place))
    return cases


def _all_sources(cases: Sequence[Case]) -> list[tuple[Source, ...]]:
    """Return the sources of each example."""
    faults: list[str] = []
    read: list[tuple[Source, ...]] = []
    for case in cases:
        try:
            read.append(_sources(case))
        except ValueError as error:
            faults.append(f"{case}: {error}")
    if faults:
        raise RuleError(faults)
    return read


def _sources(case: Case) -> tuple[Source, ...]:
    folder = f"example/{case.rule.id}/{case.number}"
    return tuple(
        source_of(f"{folder}/{chr(ord('a') + place)}", written)
        for place, written in enumerate(case.example.sources)
    )


def source_of(path: str, written: str) -> Source:
    """Return the source that `LANGUAGE[ DATE]: TEXT` writes, each line of it a body segment.

    Raises:
        ValueError: for another form, a language without a pack, a day that does not exist.
    """
    parts = _SOURCE.fullmatch(written.strip())
    if parts is None or parts["language"] not in PACKS:
        known = " or ".join(PACKS)
        raise ValueError(f"expected `LANGUAGE[ DATE]: TEXT`, {known}, not {written[:40]!r}")
    text, published = parts["text"], parts["day"]
    number = day(*map(int, published.split("-"))) if published else None
    article = Article(
        source=path,
        language=parts["language"],
        published=published,
        anchor=Interval(first=number, last=number),
        anchor_from="front matter" if published else "",
        segments=_lines(text),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(path=path, sha256=digest, text=text, articles=(article,))


def _lines(text: str) -> tuple[Segment, ...]:
    """Return a segment for each line that holds more than blanks, without those at its ends."""
    lines = re.finditer(r"\S(?:[^\n]*\S)?", text)
    return tuple(Segment(kind="body", start=line.start(), end=line.end()) for line in lines)


def _failure(case: Case, done: Run) -> str:
    """Return what is wrong with an example's outcome, or nothing."""
    conflicts = done.report.of_level("conflict")
    enough = 1 if case.rule.kind in _ONE_SOURCE_KINDS else 2
    fired = any(len({piece.source for piece in one.evidence}) >= enough for one in conflicts)
    if fired if case.want == "fires" else not conflicts:
        return ""
    wanted = "a conflict" if case.want == "fires" else "no conflict"
    found = "; ".join(map(_finding, done.report.findings)) or "nothing"
    weighed = f"(claims: {len(done.claims)}, pairs: {len(done.pairs)})"
    lines = [f"{case}: expected {wanted}, found {found} {weighed}", *_quoted(case.example)]
    return "\n".join([*lines, *(_objections(case.rule, done) if case.want == "fires" else ())])


def _objections(rule: Rule, done: Run) -> list[str]:
    """Return the guards that the likeliest pair of the rule does not pass, one a line."""
    pairs = [pair for pair in done.pairs if rule.covers(pair)]
    if not pairs:
        return []
    likeliest = max(pairs, key=lambda pair: pair.weight)
    guards = [guard for guard in likeliest.guards if guard.result in ("fail", "unknown")]
    return [f"{_INDENT} {guard.guard}: {guard.result}, {guard.because}" for guard in guards]


def _finding(finding: Finding) -> str:
    """Return a finding in a few words: `conflict (contradiction): A 2009, B 2011`."""
    values = ", ".join(f"{piece.side} {piece.value}" for piece in finding.evidence)
    return f"{finding.level} ({finding.reading}): {values}"
