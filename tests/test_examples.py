import pytest

from claimcheck import examples
from claimcheck.errors import ClaimcheckError, RuleError
from claimcheck.model.finding import Evidence, Finding, Report, Summary
from claimcheck.pipeline import Run

RULE = """\
id: town-day
kind: date
attribute: when
title: {en: Two days, ar: يومان}
why: An event happens once.
message: {en: "{left} or {right}?", ar: "{left} أم {right}؟"}
agreement: {en: "{left}", ar: "{left}"}
needs: [same event]
tensions: {same status: stage}
examples:
  fires:
    - sources:
        - "ar: وقع الاتفاق عام 2012."
        - "en 2021-05-12: The pact was signed in 2014."
  silent:
    - why: a month lies in its year
      sources:
        - "ar: وقع الاتفاق عام 2014."
        - "en: The pact was signed in May 2014."
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "town-day.yaml").write_text(RULE, "utf-8")
    return tmp_path


def run_of(*findings):
    """Return a run that reports these findings."""
    counts = dict.fromkeys(Summary.model_fields, 0) | {"by_kind": {}}
    report = Report(
        version="0", summary=Summary(**counts), sources=(), findings=findings, problems=()
    )
    return Run(report=report, sources=(), claims=(), pairs=())


def finding(level, *sources, kind="date"):
    """Return a finding with one piece of evidence in each source."""
    evidence = tuple(
        Evidence(
            source=source,
            article=f"{source}#0",
            start=0,
            end=1,
            line=1,
            quote=".",
            side=side,
            value=f"201{place}",
            sentence=(0, 1),
            text=".",
            claim=".",
        )
        for place, (source, side) in enumerate(zip(sources, "ABC", strict=False))
    )
    reading = "contradiction" if level == "conflict" else "stage"
    named = dict.fromkeys(("id", "rule", "title", "subject", "message", "message_ar"), ".")
    return Finding(kind=kind, level=level, reading=reading, weight="1", evidence=evidence, **named)


def silent(sources, rule):
    return run_of()


def as_the_examples_want(sources, rule):
    """Return a conflict where the sources are those of the rule's `fires` example."""
    dated = sources[-1].articles[0].published
    return run_of(*[finding("conflict", *(s.path for s in sources))] if dated else [])


def outcome(folder, run):
    """Return how many examples of the folder's rule pass, and its failures."""

    def only_ours(sources, rule):
        return run(sources, rule) if rule.id == "town-day" else run_of()

    passed, failures = examples.test_rules((folder,), only_ours)
    ours = tuple(failure for failure in failures if "town-day" in failure)
    others, _ = examples.test_rules((), silent)
    return passed - others, ours


def test_examples_pass_that_come_out_as_the_rule_says(folder):
    assert outcome(folder, as_the_examples_want) == (2, ())


def test_a_rule_that_does_not_fire_is_told_with_its_place_and_text(folder):
    passed, (failure,) = outcome(folder, silent)
    assert passed == 1
    place = (folder / "town-day.yaml").as_posix()
    assert failure.splitlines() == [
        f"{place}:12:7: fires example 1: expected a conflict, found nothing (claims: 0, pairs: 0)",
        "     ar: وقع الاتفاق عام 2012.",
        "     en 2021-05-12: The pact was signed in 2014.",
    ]


def test_a_rule_that_fires_where_it_must_not_is_told(folder):
    _, (failure,) = outcome(folder, lambda sources, _: run_of(conflict_of(sources)))
    assert "town-day.yaml:16:7: silent example 1: expected no conflict" in failure
    assert "found conflict (contradiction): A 2010, B 2011" in failure


def conflict_of(sources):
    return finding("conflict", *(source.path for source in sources))


def test_a_tension_is_no_conflict(folder):
    tension = run_of(finding("tension", "one", "two"))
    passed, (failure,) = outcome(folder, lambda *_: tension)
    assert passed == 1
    assert "fires example 1: expected a conflict, found tension (stage): A 2010, B 2011" in failure


def test_a_conflict_within_one_source_is_not_enough(folder):
    passed, failures = outcome(folder, lambda *_: run_of(finding("conflict", "one", "one")))
    assert passed == 0
    assert len(failures) == 2


def test_one_source_is_enough_for_the_calendar(folder):
    (folder / "town-day.yaml").write_text(RULE.replace("kind: date", "kind: calendar"), "utf-8")
    within = finding("conflict", "one", kind="calendar")
    passed, (failure,) = outcome(folder, lambda *_: run_of(within))
    assert passed == 1
    assert "silent example 1" in failure


def test_a_source_is_an_article_with_a_segment_for_each_line():
    source = examples.source_of("example/r/1/a", "ar 2021-05-12: زار الوزير البلاد.\n\n  ثم عاد. ")
    (article,) = source.articles
    lines = [source.text[segment.start : segment.end] for segment in article.segments]
    assert lines == ["زار الوزير البلاد.", "ثم عاد."]
    assert (article.language, article.published, article.id) == (
        "ar",
        "2021-05-12",
        "example/r/1/a#0",
    )
    assert article.anchor.first == article.anchor.last is not None


def test_a_source_without_a_day_has_no_anchor():
    (article,) = examples.source_of("a", "en: He left at 12:30.").articles
    assert not article.anchor.known
    assert article.anchor_from == ""


@pytest.mark.parametrize(
    "written", ["وقع الاتفاق.", "xx: text", "ar:", "ar 2021: وقع.", "ar 2021-02-30: وقع."]
)
def test_a_source_that_cannot_be_read_is_refused_with_its_place(folder, written):
    text = RULE.replace("ar: وقع الاتفاق عام 2014.", written)
    (folder / "town-day.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"town-day\.yaml:16:7: silent example 1: "):
        examples.test_rules((folder,), silent)


def test_a_rule_without_a_silent_example_is_refused(folder):
    (folder / "town-day.yaml").write_text(RULE.partition("  silent:")[0], "utf-8")
    with pytest.raises(RuleError, match="silent: Field required"):
        examples.test_rules((folder,), silent)


def test_the_list_has_every_rule_with_its_kind_and_title(folder):
    lines = examples.list_rules((folder,))
    assert [line.split() for line in lines if line.startswith("town-day")] == [
        ["town-day", "date", "Two", "days"]
    ]
    assert len(lines) == len(examples.list_rules()) + 1


def test_a_rule_is_shown_with_its_reason_and_examples(folder):
    shown = examples.show_rule("town-day", (folder,))
    for part in ("Two days", "يومان", "An event happens once.", "same event", "(stage)"):
        assert part in shown
    assert shown.index("Fires on:") < shown.index("عام 2012") < shown.index("Silent on:")


def test_a_rule_that_does_not_exist_is_told_with_those_that_do():
    with pytest.raises(ClaimcheckError, match=r"no-such: no such rule; there are .*event-date"):
        examples.show_rule("no-such")


@pytest.mark.slow
def test_the_packaged_examples_hold():
    _, failures = examples.test_rules()
    assert failures == ()
