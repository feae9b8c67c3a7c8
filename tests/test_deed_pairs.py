"""Pairs of sentences of `deeds.yaml`: who did it, and whether it came about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.check.rule import load_rules
from claimcheck.examples import source_of
from claimcheck.resources import load_yaml

PAIRS = Path(__file__).parent / "deeds.yaml"
CONFLICT, NOTHING, NOT_YET, ALARM_YET = "conflict", "nothing", "not_yet", "alarm_yet"


def pairs(*wanted: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is wanted, the kind, and the two texts of each pair of some lists."""
    told = load_yaml(PAIRS)
    for kind, lists in told.items():
        for want in wanted:
            if not lists[want]:
                raise ValueError(f"{PAIRS.name}: {kind}: {want}: empty")
            for left, right in lists[want]:
                yield want, kind, left, right


def is_found(kind: str, left: str, right: str) -> bool:
    sources = [source_of(f"pair/{name}", text) for name, text in (("a", left), ("b", right))]
    findings = pipeline.checked(sources, load_rules(())).report.findings
    return any(one.level == CONFLICT and one.kind == kind for one in findings)


@pytest.mark.parametrize(("want", "kind", "left", "right"), list(pairs(CONFLICT, NOTHING)))
def test_two_sentences_conflict_or_may_both_be_right(want, kind, left, right):
    assert is_found(kind, left, right) == (want == CONFLICT)


@pytest.mark.parametrize(("want", "kind", "left", "right"), list(pairs(NOT_YET)))
def test_a_known_miss_is_told_when_it_is_found(want, kind, left, right):
    if is_found(kind, left, right):
        pytest.fail(f"found at last, move it from {want} to {CONFLICT}: {left} / {right}")


@pytest.mark.parametrize(("want", "kind", "left", "right"), list(pairs(ALARM_YET)))
def test_a_known_false_alarm_is_told_when_it_is_gone(want, kind, left, right):
    if not is_found(kind, left, right):
        pytest.fail(f"silent at last, move it from {want} to {NOTHING}: {left} / {right}")
