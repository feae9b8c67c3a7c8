"""Every text of `tests/corpus/<code>/<mention>.yaml` is one mention with its value."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.annotate.doc import mentions_of, prepare
from claimcheck.annotate.nlp import PIPES, pipes
from claimcheck.model.mention import AnyMention, Entity, Numeral, Quantity, Timex
from claimcheck.model.text import Interval
from claimcheck.resources import load_yaml

CORPUS = Path(__file__).parent / "corpus"
MENTIONS: dict[str, type[AnyMention]] = {
    "numeral": Numeral,
    "quantity": Quantity,
    "ordinal": Numeral,
    "age": Quantity,
    "timex": Timex,
    "entity": Entity,
}
# The last pipe that a corpus is about; a later one may take a mention into its own.
LAST = {
    "numeral": "numeral",
    "ordinal": "numeral",
    "quantity": "quantity",
    "age": "quantity",
    "timex": "timex",
    "entity": "entity",
}
NOTHING, NOT_YET = "nothing", "not_yet"


class Case(NamedTuple):
    lang: str
    kind: str
    value: str
    text: str
    start: int
    end: int


def marked(written: str, where: str) -> tuple[str, int, int]:
    """Return a corpus text without its brackets, and the mention's place in it."""
    opening, closing = written.count("["), written.count("]")
    if (opening, closing) == (0, 0):
        return written, 0, len(written)
    start, end = written.find("["), written.find("]") - 1
    if (opening, closing) != (1, 1) or end <= start:
        raise ValueError(f"{where}: one pair of brackets, please: {written}")
    return written.replace("[", "").replace("]", ""), start, end


def texts_of(tree: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield value and text; an empty list or anything but text is refused."""
    if not isinstance(tree, dict):
        raise ValueError(f"{where}: expected `value: [texts]`")
    for value, texts in tree.items():
        if not isinstance(texts, list) or not texts:
            raise ValueError(f"{where}: {value}: expected a list of texts")
        for text in texts:
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"{where}: {value}: expected a text, found {text!r}")
            yield value, text


def read(path: Path) -> tuple[list[Case], list[Case]]:
    """Return the cases of a corpus file, and those that it says do not pass yet."""
    lang, kind, where = path.parent.name, path.stem, f"{path.parent.name}/{path.name}"
    tree = load_yaml(path)
    assert isinstance(tree, dict), where
    waiting = tree.pop(NOT_YET, {})
    seen: dict[str, str] = {}
    found: tuple[list[Case], list[Case]] = ([], [])
    for cases, part in ((found[0], tree), (found[1], waiting)):
        for value, written in texts_of(part, where):
            if seen.setdefault(written, value) != value:
                raise ValueError(f"{where}: {written}: stands under two values")
            text, start, end = marked(written, where)
            if value == NOTHING and "[" in written:
                raise ValueError(f"{where}: {written}: nothing is no mention")
            cases.append(Case(lang, kind, value, text, start, end))
    return found


@cache
def cases() -> tuple[list[Case], list[Case]]:
    both: tuple[list[Case], list[Case]] = ([], [])
    for path in sorted(CORPUS.glob("*/*.yaml")):
        if path.stem in MENTIONS:
            passing, waiting = read(path)
            both[0].extend(passing)
            both[1].extend(waiting)
    return both


def wanted(mention: AnyMention, kind: str) -> bool:
    """Return whether a mention is of a corpus's kind; ordinals and ages have their own."""
    if kind in ("numeral", "ordinal") and isinstance(mention, Numeral):
        return (mention.kind == "ordinal") == (kind == "ordinal")
    if kind == "age" and isinstance(mention, Quantity):
        return mention.dimension == "age"
    return isinstance(mention, MENTIONS[kind])


def annotated(case: Case) -> list[AnyMention]:
    """Return the mentions of a text after the pipe that its corpus is about."""
    nlp = pipes(case.lang)
    doc = prepare(nlp, case.text, Interval(), ())
    for name in PIPES[: PIPES.index(LAST[case.kind]) + 1]:
        doc = nlp.get_pipe(f"claimcheck_{name}")(doc)
    return list(mentions_of(doc))


def spans(case: Case) -> list[tuple[str, str]]:
    """Return the value and the text of every mention of the case's kind."""
    found = [m for m in annotated(case) if wanted(m, case.kind)]
    if case.value != NOTHING:
        found = [m for m in found if m.span.start < case.end and case.start < m.span.end]
    return [(str(m), case.text[m.span.start : m.span.end]) for m in found]


def expected(case: Case) -> list[tuple[str, str]]:
    return [] if case.value == NOTHING else [(case.value, case.text[case.start : case.end])]


def by_value() -> dict[str, list[Case]]:
    """Return the texts that should pass, those of one value together."""
    groups: dict[str, list[Case]] = {}
    for case in cases()[0]:
        groups.setdefault(f"{case.lang}-{case.kind}-{case.value}", []).append(case)
    return groups


@pytest.mark.parametrize("group", [pytest.param(g, id=name) for name, g in by_value().items()])
def test_each_text_is_one_mention_with_this_value(group: list[Case]) -> None:
    assert {c.text: spans(c) for c in group} == {c.text: expected(c) for c in group}


@pytest.mark.parametrize(
    "case", cases()[1], ids=lambda case: f"{case.lang}-{case.kind}-{case.text}"
)
def test_a_known_miss_is_still_one(case: Case) -> None:
    assert spans(case) != expected(case), "it passes now: move it out of not_yet"


@pytest.mark.parametrize(
    "tree",
    [{"1": []}, {"1": "one"}, {"1": [""]}, ["one"], {"1": [None]}],
)
def test_a_corpus_that_asserts_nothing_is_refused(tree: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        list(texts_of(tree, "x"))


@pytest.mark.parametrize("written", ["an [open", "two [of] [them]", "none []", "wrong ]way["])
def test_a_bracket_that_does_not_close_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="brackets"):
        marked(written, "x")
