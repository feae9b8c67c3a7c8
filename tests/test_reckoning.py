"""Contradictions within one article: our own articles of each rule, and the laws they obey."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.check.rule import load_rules
from claimcheck.errors import RuleError
from claimcheck.examples import source_of
from claimcheck.model.finding import Finding
from claimcheck.resources import load_yaml

CORPUS = Path(__file__).parent / "reckoning"
PROSE = Path(__file__).parent / "reckoning_prose.yaml"
FIRES, SILENT = "fires", "silent"


@cache
def rules():
    return tuple(rule for rule in load_rules() if rule.relation)


def cases(want: str) -> Iterator[tuple[str, str]]:
    """Yield each rule with each of its texts; a file of another shape is refused."""
    for path in sorted(CORPUS.glob("*.yaml")):
        tree = load_yaml(path)
        assert isinstance(tree, dict), path
        for rule, wants in tree.items():
            assert isinstance(wants, dict), f"{path}: {rule}"
            assert set(wants) == {FIRES, SILENT}, f"{path}: {rule}"
            assert wants[want], f"{path}: {rule}"
            yield from ((rule, str(text)) for text in wants[want])


def found(*texts: str) -> tuple[Finding, ...]:
    sources = [source_of(f"story/{chr(ord('a') + n)}.txt", text) for n, text in enumerate(texts)]
    return pipeline.checked(sources, rules()).report.findings


@pytest.mark.parametrize(("rule", "text"), list(cases(FIRES)))
def test_what_does_not_add_up_is_found(rule, text):
    assert [finding.rule for finding in found(text)] == [rule]


@pytest.mark.parametrize(("rule", "text"), list(cases(SILENT)))
def test_what_may_be_so_is_left_alone(rule, text):
    assert [(finding.rule, finding.message) for finding in found(text)] == []


def prose(want: str) -> list[str]:
    texts = load_yaml(PROSE)[want]
    assert texts, f"{PROSE.name}: {want}: empty"
    return [str(text) for text in texts]


@pytest.mark.parametrize("text", prose("found"))
def test_figures_told_apart_in_prose_are_set_together(text):
    assert found(text)


@pytest.mark.parametrize("text", prose("silent"))
def test_figures_told_apart_that_may_be_so_are_left_alone(text):
    assert [(finding.rule, finding.message) for finding in found(text)] == []


@pytest.mark.parametrize("text", prose("not_yet"))
def test_a_known_miss_in_prose_is_told_when_it_is_found(text):
    if found(text):
        pytest.fail(f"found at last, move it from not_yet to found: {text}")


def test_every_rule_of_one_article_has_texts_and_none_stands_twice():
    fires, silent = list(cases(FIRES)), list(cases(SILENT))
    assert {rule for rule, _ in fires} == {rule.id for rule in rules()}
    assert len(set(fires)) == len(fires)
    assert len(set(silent)) == len(silent)


def test_evidence_is_the_weekday_and_the_date():
    (finding,) = found("en: The bridge was opened on Monday, 14 March 2018.")
    assert [(piece.side, piece.quote, piece.value) for piece in finding.evidence] == [
        ("A", "Monday", "Monday"),
        ("B", "14 March 2018", "2018-03-14"),
    ]
    assert "Wednesday" in finding.message
    assert "الأربعاء" in finding.message_ar


def test_the_same_contradiction_said_twice_is_one_finding():
    said = "ar: افتتح الجسر الإثنين 14 مارس 2018\nالإثنين 14 مارس 2018 افتتح الجسر."
    (finding,) = found(said, "ar: في يوم الإثنين 14 مارس 2018 افتتح الجسر رسميا.")
    assert [piece.side for piece in finding.evidence] == ["A"] * 3 + ["B"] * 3
    assert {piece.source for piece in finding.evidence} == {"story/a.txt", "story/b.txt"}


def test_dates_that_are_all_off_by_as_much_tell_of_the_wrong_year():
    off = "en 2021-05-20: It met on Friday, May 13, and on Wednesday, May 18."
    assert not found(off)
    assert found(off.replace("Wednesday", "Tuesday"))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("attribute: when\n", "either `attribute`"),
        ("needs: [same event]\n", "stands no needs"),
    ],
)
def test_a_rule_of_one_article_is_not_also_one_of_pairs(tmp_path, line, fault):
    from claimcheck.resources import rules_root

    rule = (rules_root() / "conflicts" / "no-such-date.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(line + rule.replace("id: no", "id: x-no"), encoding="utf-8")
    with pytest.raises(RuleError, match=fault):
        load_rules([tmp_path])


def test_the_date_is_cited_with_its_month_where_that_stands_first():
    (finding,) = found("en: The bridge was opened on Monday, March 14, 2018.")
    assert [piece.quote for piece in finding.evidence] == ["Monday", "March 14, 2018"]


@pytest.mark.parametrize(
    ("text", "rules_"),
    [
        ("ar: صحار – الأربعاء 10 مارس 2016 – فتح الميناء أبوابه اليوم.", ["weekday-date"]),
        ("ar: صحار – الخميس 10 مارس 2016 – فتح الميناء أبوابه اليوم.", []),
        ("ar: صحار – 31 أبريل 2009 (نهر برس): فتح الميناء أبوابه.", ["no-such-date"]),
        ("en: SOHAR, Wednesday, March 10, 2016 (River Wire) - It opened.", ["weekday-date"]),
        ("en: SOHAR, Thursday, March 10, 2016 (River Wire) - It opened.", []),
    ],
)
def test_the_day_of_a_dateline_must_be_one(text, rules_):
    assert [finding.rule for finding in found(text)] == rules_
