import json
import shutil
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from originals import EVAL, needs_scorer

from claimcheck.evaluation.figures import Counts, Rates, rate
from claimcheck.evaluation.gold import GoldError, Story, load_stories
from claimcheck.evaluation.measure import findings_under, measure
from claimcheck.evaluation.score import evaluation
from claimcheck.evaluation.table import as_json, as_text
from claimcheck.model.finding import KINDS, LEVELS, Evidence, Finding
from claimcheck.pipeline import Settings

AGENCY = "وقع الاتفاق في مايو 2014 في مدينة الواحة، وبلغت كلفته 30 مليون دولار.\nأي 30 مليون دولار."
PAPER = (
    "وقع الاتفاق عام 2012 في مدينة الساحل، وبلغت كلفته 50 مليون دولار. وزار الوزير البلاد عام 2009."
)
STORY = """
id: pact
related: []
languages: [ar]
domain: diplomacy
conflicts:
  - id: day
    kind: date
    about: when the pact was signed
    sides:
      - value: 2014-05
        mentions: [{file: a.txt, quote: "مايو 2014"}]
      - value: 2012
        mentions: [{file: b.txt, quote: "عام 2012"}]
  - id: cost
    kind: quantity
    also: [arithmetic]
    about: what it cost
    sides:
      - mentions: [{file: a.txt, quote: "30 مليون دولار", nth: 2}]
      - mentions: [{file: b.txt, quote: "50 مليون دولار"}]
tensions:
  - id: town
    kind: place
    about: where it was signed
    sides:
      - mentions: [{file: a.txt, quote: "مدينة الواحة"}]
      - mentions: [{file: b.txt, quote: "مدينة الساحل"}]
agreements:
  - id: pact
    kind: date
    about: made up for the test
    mentions: [{file: a.txt, quote: "وقع الاتفاق"}, {file: b.txt, quote: "وقع الاتفاق"}]
traps:
  - id: visit
    why: the visit is another event
    mentions: [{file: a.txt, quote: "مايو 2014"}, {file: b.txt, quote: "عام 2009"}]
"""
DAY = (("a.txt", "مايو 2014", "A"), ("b.txt", "عام 2012", "B"))
COST = (("a.txt", "30 مليون دولار", "A"), ("b.txt", "50 مليون دولار", "B"))
TOWN = (("a.txt", "مدينة الواحة", "A"), ("b.txt", "مدينة الساحل", "B"))
VISIT = (("a.txt", "مايو 2014", "A"), ("b.txt", "عام 2009", "B"))


@pytest.fixture
def gold(tmp_path):
    """Return a folder with one story, `pact`."""
    return tmp_path if write_story(tmp_path / "pact") else None


def write_story(folder, text=STORY, **sources):
    folder.mkdir(parents=True)
    for name, source in ({"a": AGENCY, "b": PAPER} | sources).items():
        (folder / f"{name}.txt").write_bytes(source.encode())
    (folder / "story.yaml").write_text(text.replace("id: pact", f"id: {folder.name}", 1), "utf-8")
    return folder


def finding(level, kind, pieces, folder=Path("pact"), texts=(AGENCY, PAPER)):
    """Return a finding with the first place of each quote as its evidence."""
    by_name = dict(zip(("a.txt", "b.txt"), texts, strict=True))
    spots = [
        (file, by_name[file].index(quote), by_name[file].index(quote) + len(quote), side)
        for file, quote, side in pieces
    ]
    return found(level, kind, [((folder / file).as_posix(), *rest) for file, *rest in spots])


def found(level, kind, spots):
    evidence = tuple(
        Evidence(
            source=source,
            article=f"{source}#0",
            start=start,
            end=end,
            line=1,
            quote="...",
            side=side,
            value="...",
            sentence=(start, end),
            text="...",
            claim="...",
        )
        for source, start, end, side in spots
    )
    reading = {"conflict": "contradiction", "tension": "update", "agreement": "agreement"}[level]
    named = dict.fromkeys(("title", "subject", "message", "message_ar"), "...")
    return Finding(
        id="f",
        rule="r",
        kind=kind,
        level=level,
        reading=reading,
        weight="1",
        evidence=evidence,
        **named,
    )


def counted(gold, *findings):
    """Return the evaluation of these findings."""
    return measure(gold, Settings(), run=lambda *_: findings)


def test_a_finding_that_sets_the_sides_against_each_other_is_right(gold):
    measured = counted(gold, finding("conflict", "date", DAY))
    overall = measured.scores.overall
    assert (overall.right, overall.judged, overall.gold) == (1, 1, 2)
    assert [str(one) for one in (overall.precision, overall.recall, overall.f1)] == [
        "1.000",
        "0.500",
        "0.667",
    ]
    assert [one.id for one in measured.details.missed] == ["cost"]


def test_a_number_with_its_unit_counts_wherever_the_file_repeats_it(gold):
    assert counted(gold, finding("conflict", "quantity", COST)).counts.right == 1


@pytest.mark.parametrize(
    ("kind", "right", "wrong"), [("quantity", 1, 0), ("arithmetic", 1, 0), ("date", 0, 1)]
)
def test_the_kind_is_the_golds_or_one_that_is_as_right(gold, kind, right, wrong):
    counts = counted(gold, finding("conflict", kind, COST)).counts
    assert (counts.right, counts.wrong_kind) == (right, wrong)


def test_recall_whatever_the_kind_counts_a_conflict_of_the_wrong_kind(gold):
    rates = counted(gold, finding("conflict", "place", DAY)).rates
    assert rates.recall_any_kind == rate(1, 2)


def test_the_second_finding_of_one_conflict_is_a_duplicate(gold):
    day = finding("conflict", "date", DAY)
    counts = counted(gold, day, day).counts
    assert (counts.right, counts.duplicates, counts.false_alarms) == (1, 1, 0)


def test_a_sentence_as_evidence_is_a_false_alarm(gold):
    whole = [("pact/a.txt", 0, len(AGENCY), "A"), ("pact/b.txt", 0, len(PAPER), "B")]
    measured = counted(gold, found("conflict", "date", whole))
    assert measured.counts.false_alarms == 1
    assert measured.details.false_alarms[0].quotes == ("A a.txt:1 ...", "B b.txt:1 ...")


def test_evidence_of_one_letter_on_two_sides_shows_nothing(gold):
    same = [(file, quote, "A") for file, quote, _ in DAY]
    assert counted(gold, finding("conflict", "date", same)).counts.false_alarms == 1


def test_a_tension_reported_as_a_conflict_is_forgiven(gold):
    measured = counted(gold, finding("conflict", "place", TOWN))
    assert measured.counts.forgiven == 1
    assert measured.scores.overall.judged == 0


def test_a_conflict_reported_as_a_tension_is_missed_and_said_so(gold):
    measured = counted(gold, finding("tension", "date", DAY), finding("tension", "place", TOWN))
    assert [(one.id, one.as_tension) for one in measured.details.missed] == [
        ("day", True),
        ("cost", False),
    ]
    assert measured.rates.tension_recall == rate(1, 1)
    assert measured.rates.tension_precision == rate(2, 2)


def test_a_trap_reported_as_a_conflict_is_sprung(gold):
    measured = counted(gold, finding("conflict", "date", VISIT))
    assert measured.rates.traps == rate(1, 1)
    assert [one.id for one in measured.details.sprung] == ["visit"]


def test_an_agreement_is_found_and_one_that_joins_a_conflict_counted(gold):
    signed = [(file, "وقع الاتفاق", "A") for file in ("a.txt", "b.txt")]
    measured = counted(
        gold, finding("agreement", "date", signed), finding("agreement", "date", DAY)
    )
    assert measured.rates.agreement_recall == rate(1, 1)
    assert measured.counts.joining == 1


def test_a_finding_between_stories_that_are_not_related_is_a_false_alarm(tmp_path):
    spots = [("one/a.txt", 0, 5, "A"), ("two/b.txt", 0, 5, "B")]
    write_story(tmp_path / "one")
    write_story(tmp_path / "two")
    apart = counted(tmp_path, found("conflict", "date", spots))
    shutil.rmtree(tmp_path / "two")
    write_story(tmp_path / "two", STORY.replace("related: []", "related: [one]"))
    related = counted(tmp_path, found("conflict", "date", spots))
    assert (apart.counts.false_alarms, apart.counts.forgiven) == (2, 0)  # once for each story run
    assert (related.counts.false_alarms, related.counts.forgiven) == (0, 2)


def test_figures_are_split_by_kind_language_group_and_story(tmp_path):
    write_story(tmp_path / "near" / "one")
    write_story(tmp_path / "far" / "two", STORY.replace("[ar]", "[ar, en]"))
    measured = measure(tmp_path, Settings(), run=day_of_the_first)
    rows = {
        part: [
            (one.name, one.right, one.judged, one.gold) for one in getattr(measured.scores, part)
        ]
        for part in ("by_kind", "by_language", "by_group", "by_story")
    }
    assert rows == {
        "by_kind": [("date", 1, 1, 2), ("quantity", 0, 0, 2)],
        "by_language": [("ar", 1, 1, 2), ("mixed", 0, 0, 2)],
        "by_group": [("far", 0, 0, 2), ("near", 1, 1, 2)],
        "by_story": [("one", 1, 1, 2), ("two", 0, 0, 2)],
    }


def day_of_the_first(paths, settings):
    """Return a finding of the story `one` alone: a runner that other processes can load."""
    folders = [Path(path) for path in paths if Path(path).name == "one"]
    return tuple(finding("conflict", "date", DAY, folder) for folder in folders)


def test_stories_are_run_alone_or_all_together(tmp_path):
    calls = []
    for name in ("one", "two"):
        write_story(tmp_path / name)
    for pooled in (False, True):
        measure(tmp_path, Settings(), pooled=pooled, run=lambda paths, _: calls.append(paths) or ())
    names = [[Path(path).name for path in paths] for paths in calls]
    assert names == [["one"], ["two"], ["one", "two"]]


@pytest.mark.slow
def test_more_processes_change_nothing(tmp_path):
    for name in ("one", "three", "two"):
        write_story(tmp_path / name)
    alone, shared = (
        measure(tmp_path, Settings(jobs=jobs), run=day_of_the_first) for jobs in (1, 2)
    )
    assert shared == alone


def test_text_shows_the_details_only_when_asked(gold):
    measured = counted(gold, finding("conflict", "date", VISIT))
    short, long = as_text(measured), as_text(measured, show=True)
    assert short[0] == "1 story, isolated"
    assert len(long) > len(short)
    assert "missed pact/day date: when the pact was signed" in long
    assert "trap sprung pact/visit: the visit is another event" in long
    assert not any(line.startswith(("missed", "trap sprung pact")) for line in short)


def test_json_holds_the_same_figures(gold):
    measured = counted(gold, finding("conflict", "date", DAY))
    tree = json.loads("\n".join(as_json(measured)))
    assert tree["scores"]["overall"]["recall"] == {"part": 1, "value": "0.500", "whole": 2}
    assert tree["details"]["missed"][0]["id"] == "cost"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            STORY.replace("مايو 2014", "مايو 2041"),
            "story.yaml: day: a.txt does not say 'مايو 2041'",
        ),
        (STORY.replace("nth: 2", "nth: 3"), "cost: a.txt does not say '30 مليون دولار' 3 times"),
        (STORY.replace("b.txt", "c.txt"), "day: no file c.txt"),
        (STORY.replace("kind: place", "kind: venue"), "kind: Input should be 'date'"),
        (STORY.replace("tensions:", "tension:"), "tension: unknown key; allowed are"),
        (STORY.replace("id: cost", "id: day"), "day: two items have this id"),
        (STORY.replace("id: pact", "id: fact", 1), "id: 'fact' in the folder 'pact'"),
        (STORY.replace("languages: [ar]", "languages: []"), "languages"),
    ],
)
def test_gold_that_does_not_follow_the_format_is_refused(tmp_path, written, said):
    folder = write_story(tmp_path / "pact")
    (folder / "story.yaml").write_text(written, "utf-8")
    with pytest.raises(GoldError) as refused:
        load_stories(tmp_path)
    assert said in str(refused.value)
    assert "pact/story.yaml" in str(refused.value)


def test_all_faults_are_told_together(tmp_path):
    for name in ("one", "two"):
        write_story(tmp_path / name, STORY.replace("nth: 2", "nth: 9"))
    with pytest.raises(GoldError) as refused:
        load_stories(tmp_path)
    assert len(refused.value.faults) == 2


def test_two_stories_of_one_id_are_refused(tmp_path):
    for group in ("near", "far"):
        write_story(tmp_path / group / "pact")
    with pytest.raises(GoldError, match="pact: two stories have this id"):
        load_stories(tmp_path)


def test_a_folder_without_stories_is_refused(tmp_path):
    with pytest.raises(GoldError, match=r"no story\.yaml"):
        load_stories(tmp_path)


def test_a_story_without_sources_is_refused(tmp_path):
    folder = write_story(tmp_path / "pact")
    for path in folder.glob("*.txt"):
        path.unlink()
    with pytest.raises(GoldError, match="no source file"):
        load_stories(tmp_path)


def test_keys_without_a_value_are_empty_lists(tmp_path):
    write_story(tmp_path / "calm", "id: calm\nlanguages: [ar]\nconflicts:\ntraps:\nrelated:\n")
    (story,) = load_stories(tmp_path)
    assert (story.conflicts, story.tensions, story.traps, story.related) == ((), (), (), ())


def test_offsets_are_those_of_the_text_as_the_reader_gives_it(tmp_path):
    write_story(tmp_path / "pact", a="\ufeff\r\nنشر اليوم\r\n" + AGENCY)
    (story,) = load_stories(tmp_path)
    start = len("\r\nنشر اليوم\r\n") + AGENCY.index("مايو")
    assert story.conflicts[0].sides[0][0] == ("a.txt", start, start + len("مايو 2014"))


@pytest.mark.slow
def test_the_pipeline_is_measured_from_end_to_end(tmp_path):
    shutil.copytree(Path(__file__).parent / "gold" / "other-debt", tmp_path / "other-debt")
    alone = measure(tmp_path, Settings())
    pooled = measure(tmp_path, Settings(), pooled=True)
    assert alone.scores == pooled.scores
    assert alone.scores.overall.gold == 1
    assert len(findings_under([(tmp_path / "other-debt").as_posix()], Settings())) == sum(
        (
            alone.scores.overall.judged,
            alone.counts.forgiven,
            alone.counts.tensions,
            alone.counts.agreements,
        )
    )


@cache
def their(module):
    sys.path.insert(0, EVAL.as_posix())
    try:
        return import_module(module)
    finally:
        sys.path.remove(EVAL.as_posix())


@cache
def dev_stories() -> tuple[tuple[Story, ...], tuple]:
    """Return the development stories as we and as they load them, in the same order."""
    ours = load_stories(EVAL / "dev")
    return ours, tuple(their("gold").load_story(story.path) for story in ours)


@needs_scorer
@pytest.mark.slow
def test_we_load_the_stories_that_the_scorer_loads():
    ours, theirs = dev_stories()
    assert [story.path for story in ours] == their("gold").find_stories([EVAL / "dev"])
    for mine, other in zip(ours, theirs, strict=True):
        for part in ("conflicts", "tensions", "agreements", "traps"):
            assert [items_of(item) for item in getattr(mine, part)] == [
                items_of(item) for item in getattr(other, part)
            ]


def items_of(item):
    sides = [[(spot.file, spot.start, spot.end) for spot in side] for side in item.sides]
    return item.id, item.kind or None, list(item.also), item.about, sides


def random_run(chance):
    """Return some stories as (ours, theirs), some made related, and findings near their gold."""
    chosen = chance.sample(list(zip(*dev_stories(), strict=True)), 4)
    names = [mine.id for mine, _ in chosen]
    related = [chance.sample(names, chance.choice((0, 0, 1, 3))) for _ in chosen]
    ours = [one._replace(related=tuple(r)) for (one, _), r in zip(chosen, related, strict=True)]
    theirs = [
        type(two)(**{**vars(two), "related": r})
        for (_, two), r in zip(chosen, related, strict=True)
    ]
    return ours, theirs, [random_finding(chance, ours) for _ in range(chance.randrange(80))]


def random_finding(chance, stories):
    """Return a finding of a gold item's spots or two's, moved a little, with some noise."""
    story = chance.choice(stories)
    items = (*story.conflicts * 4, *story.tensions * 4, *story.agreements, *story.traps)
    chosen = chance.sample(items, chance.choice((1, 1, 1, 2)))
    pieces = [piece for item in chosen for piece in random_evidence(chance, item)]
    pieces += [random_piece(chance, stories) for _ in range(chance.choice((0, 0, 0, 1, 3)))]
    kind = chance.choice((chosen[0].kind or "date",) * 6 + KINDS)
    return found(chance.choice((*LEVELS, "conflict", "conflict")), kind, pieces)


def random_evidence(chance, item):
    pieces = []
    for number, side in enumerate(item.sides):
        for spot in chance.choices(side, k=chance.choice((0, 1, 1, 1, 2))):
            start = max(0, spot.start + chance.choice((0, 0, 0, 0, -3, 2, -40)))
            end = max(start + 1, spot.end + chance.choice((0, 0, 0, 0, 4, 24, 200)))
            letter = chance.choice((chr(65 + number),) * 9 + ("A", "B"))
            pieces.append((f"gold/{item.story}/{spot.file}", start, end, letter))
    return pieces


def random_piece(chance, stories):
    story = chance.choice([*(f"gold/{story.id}/" for story in stories), "gold/elsewhere/", ""])
    start = chance.randrange(3000)
    end = start + chance.randrange(1, 90)
    return story + chance.choice(("a.txt", "b.md", "c.txt")), start, end, chance.choice("ABC")


@needs_scorer
@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_the_figures_agree_with_the_scorers(seed):
    mine, other, findings = random_run(Random(seed))
    raw = [json.loads(one.model_dump_json()) for one in findings]
    expected = their("score").score(other, raw)
    measured = evaluation(mine, findings, "pooled")
    assert in_their_words(measured) == {
        name: expected[name] for name in expected if name not in ("f1", "false_alarms")
    }
    overall = measured.scores.overall
    assert overall.f1.part / max(overall.f1.whole, 1) == pytest.approx(expected["f1"], abs=1e-12)
    assert overall.f1.value == f"{expected['f1']:.3f}"
    assert [list(one.stories) for one in measured.details.false_alarms] == [
        owners for owners, _ in expected["false_alarms"]
    ]


@needs_scorer
@pytest.mark.slow
def test_random_runs_come_to_every_outcome():
    runs = [random_run(Random(seed)) for seed in range(60)]
    evaluations = [evaluation(mine, findings, "pooled") for mine, _, findings in runs]
    for name in Counts.model_fields:
        assert sum(getattr(one.counts, name) for one in evaluations) > 0
    for name in Rates.model_fields:
        assert sum(getattr(one.rates, name).part for one in evaluations) > 0


def in_their_words(measured):
    """Return the figures under score.py's names."""
    overall, rates, counts = measured.scores.overall, measured.rates, measured.counts
    return {
        "stories": measured.stories,
        "precision": quotient(overall.precision),
        "recall": quotient(overall.recall),
        "recall_any_kind": quotient(rates.recall_any_kind),
        "agreement_recall": quotient(rates.agreement_recall),
        "tension_recall": quotient(rates.tension_recall),
        "tension_precision": quotient(rates.tension_precision),
        "conflicts_only_tension": rates.only_tension.part,
        "traps_sprung": rates.traps.part,
        "traps": rates.traps.whole,
        "counts": {
            "right": counts.right,
            "false alarms": counts.false_alarms,
            "duplicates": counts.duplicates,
            "wrong kind": counts.wrong_kind,
            "forgiven": counts.forgiven,
            "tension findings": counts.tensions,
            "agreement findings": counts.agreements,
            "agreements that join conflicting values": counts.joining,
        },
        "recall_by_kind": {
            one.name: f"{one.right}/{one.gold}" for one in measured.scores.by_kind if one.gold
        },
        "missed": [f"{m.story}/{m.id} {m.kind}: {m.about}" for m in measured.details.missed],
        "sprung": sorted(f"{one.story}/{one.id}: {one.why}" for one in measured.details.sprung),
    }


def quotient(one):
    return one.part / one.whole if one.whole else 0.0
