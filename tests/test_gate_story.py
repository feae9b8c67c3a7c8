"""One archive from a clean gate to a stale review, as the README tells it."""

import re
from pathlib import Path

import pytest
from shell import code

DEBT = "وافقت روسيا في عام {} على شطب 90 في المئة من ديون كوريا الشمالية البالغة 11 مليار دولار.\n"
IN_ENGLISH = "in {} to write off 90 percent of North Korea's debt of 11 billion dollars.\n"
ARTICLES = {
    "debt-ar.txt": DEBT.format(2012),
    "debt-en.txt": "Russia agreed " + IN_ENGLISH.format(2012),
    "summit.txt": "عقد الرئيس الكيني ونظيره الأوغندي قمة في مومباسا في 12 مايو 2021.\n",
    "harvest.txt": "Farmers of the valley sold 300 tonnes of dates at the market in May 2019.\n",
}
FIFTH = DEBT.format(2014)
SIXTH = "Moscow agreed " + IN_ENGLISH.format(2014)
ELSEWHERE = "وجرى الحديث طويلا عن العلاقات بين البلدين وعن التجارة والحدود والسكك الحديدية.\n\n"


@pytest.fixture
def gate(tmp_path, monkeypatch, capsys):
    """Return the exit code of a gate over the archive, and what it printed."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for name, text in ARTICLES.items():
        write(name, text)

    def run(*more):
        capsys.readouterr()
        return code("gate", "articles", "--format", "github", *more), capsys.readouterr().out

    return run


def write(name, text):
    Path("articles", name).write_text(text, "utf-8")


def ids(said):
    return re.findall(r"claimcheck review (\S+) articles --dismiss", said)


@pytest.mark.slow
def test_the_story_of_an_archive(gate):  # noqa: PLR0915 (one story)
    ended, said = gate()
    assert (ended, said.splitlines()[-1]) == (0, "Gate passed.")

    # A fifth source contradicts two of the four.
    write("new.txt", FIFTH)
    ended, said = gate("--changed", "articles/new.txt")
    assert (ended, said.splitlines()[-1]) == (1, "Gate failed: 1 conflict.")
    assert FIFTH[:40] in said
    assert ARTICLES["debt-ar.txt"][:40] in said
    assert re.search(r"^::error file=articles/new.txt,line=1,", said, re.M)
    assert re.search(r"^::error file=articles/debt-ar.txt,line=1,", said, re.M)
    assert re.search(r"^::error file=articles/debt-en.txt,line=1,", said, re.M)

    # The editor dismisses it.
    (finding,) = ids(said)
    told = ("--reason", "the second one is the ratification", "--by", "Mona")
    assert code("review", finding, "articles", "--dismiss", *told) == 0
    ended, said = gate("--changed", "articles/new.txt")
    assert (ended, said.splitlines()[-1]) == (0, "Gate passed. 1 finding reviewed.")
    assert "::error" not in said

    # Renamed and edited elsewhere, it is the same finding.
    Path("articles/new.txt").rename("articles/0-old.txt")
    write("0-old.txt", ELSEWHERE + FIFTH)
    write("summit.txt", ELSEWHERE + ARTICLES["summit.txt"])
    assert gate()[0] == 0

    # So it is with one more source on a side.
    write("more.txt", SIXTH)
    ended, said = gate()
    assert (ended, said.splitlines()[-1]) == (0, "Gate passed. 1 finding reviewed.")

    # Another value is another finding, and the review of the old one is stale.
    Path("articles/more.txt").unlink()
    write("0-old.txt", ELSEWHERE + FIFTH.replace("2014", "2015"))
    ended, said = gate()
    assert ended == 1
    assert ids(said) not in ([], [finding])
    assert f"stale review {finding}" in said

    # Without the source that contradicts there is nothing to review.
    write("0-old.txt", ELSEWHERE + FIFTH)
    assert gate()[0] == 0
    Path("articles/0-old.txt").unlink()
    ended, said = gate()
    assert ended == 0
    assert re.search(rf"^claimcheck.reviews.yaml:\d+: stale review {finding} \(", said, re.M)
    assert code("review", "--prune", "articles") == 0
    assert finding not in Path("claimcheck.reviews.yaml").read_text("utf-8")
    assert "stale" not in gate()[1]


@pytest.mark.slow
def test_hostile_articles_are_harmless_in_all_that_the_gate_prints_and_writes(gate):
    evil = "\x1b[31m\u202eevil\u2066::error::x ##[error] "
    names = ("::error::a\x1b[2J.txt", "b\n::warning::\u202e.txt")
    for name, text in zip(names, (ARTICLES["debt-ar.txt"], FIFTH), strict=True):
        write(name, f"::error::x {evil}\n\n" + text.replace("روسيا", f"روسيا {evil}"))
    ended, said = gate()
    assert ended == 1
    assert code("review", "articles", "--accept-all-open", "--reason", evil, "--by", evil) == 0
    ended, again = gate()
    assert ended == 0
    for path in Path("articles").iterdir():
        path.unlink() if path.name not in ARTICLES else None
    _, stale = gate()
    assert "stale review" in stale
    written = Path("claimcheck.reviews.yaml").read_text("utf-8")
    unseen = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
    for text in (said, again, stale, written):
        assert not unseen.search(text)
    ours = re.compile(r"^::error file=articles/.*,title=A debt write-off%3A when\?::")
    for line in (said + again + stale).splitlines():
        assert not line.lstrip().startswith("::") or ours.match(line)
        assert not re.search(r"##\w*\[", line)
