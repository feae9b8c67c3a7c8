"""Names that a project adds: `[aliases]` of the configuration."""

import pytest
from shell import code

from claimcheck import pipeline
from claimcheck.annotate.nlp import annotate
from claimcheck.examples import source_of
from claimcheck.model.mention import Entity
from claimcheck.pipeline import Settings

PRESIDENT = ("Tomas Varga", "توماس فارغا", "النسر", "The Eagle")
PARTY = ("Freedonia Party", "حزب الفريدونيين", "FDP")
STEEL = ("UU Steel", "يو يو ستيل")
BASE = ("Vostochny Cosmodrome", "الميناء الشرقي")
MOSCOW = ("موسكو", "العاصمة البيضاء")
ALL = (PRESIDENT, PARTY, STEEL, BASE, MOSCOW)


def named(written, aliases=ALL):
    """Return the identity of each name of a text, by its words."""
    source = source_of("a", written)
    found = annotate(source.articles[0], source.text, aliases).mentions
    return {
        source.text[one.span.start : one.span.end]: one.id
        for one in found
        if isinstance(one, Entity) and one.kind != "role"
    }


def identity(names):
    return next(iter({*named(f"en: Yesterday {names[0]} said so.").values()}))


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("ar: وصل النسر أمس إلى المدينة.", "النسر", PRESIDENT),
        ("ar: وقال توماس فارغا ذلك.", "توماس فارغا", PRESIDENT),
        ("en: The Eagle came on Monday.", "The Eagle", PRESIDENT),
        ("en: Tomas Varga came on Monday.", "Tomas Varga", PRESIDENT),
        ("ar: فاز حزب الفريدونيين أمس.", "حزب الفريدونيين", PARTY),
        ("en: The FDP won on Monday.", "FDP", PARTY),
        ("ar: وقعت يو يو ستيل العقد أمس.", "يو يو ستيل", STEEL),
        ("ar: هبط في الميناء الشرقي أمس.", "الميناء الشرقي", BASE),
    ],
)
def test_every_name_has_one_identity(text, words, names):
    assert named(text)[words] == identity(names)


def test_a_name_of_a_place_that_is_known_is_that_place():
    assert named("ar: غادر العاصمة البيضاء أمس.")["العاصمة البيضاء"] == "ru.moscow"


def test_clitics_and_possessives_stay_outside():
    assert named("ar: وقال للنسر إن للعاصمة البيضاء دورا.")["نسر"] == identity(PRESIDENT)
    assert named("en: The Eagle's plane left.")["The Eagle"] == identity(PRESIDENT)


def test_the_short_form_of_a_person_follows_the_full_name():
    found = named("en: President Tomas Varga came. Varga said nothing.")
    assert found["Varga"] == found["Tomas Varga"] == identity(PRESIDENT)


def test_capitals_tell_a_name_from_a_word():
    assert "fdp" not in named("en: He said fdp to the eagle.")
    assert "the eagle" not in named("en: He said fdp to the eagle.")


def test_a_name_inside_a_longer_one_of_its_sort_is_not_it():
    found = named("en: Yesterday Freedonia Party Congress met.", (("Freedonia", "X Y"),))
    assert all("Freedonia" not in words or len(words) > 9 for words in found)


def test_without_aliases_nothing_changes():
    text = "ar: وصل النسر أمس إلى موسكو، وقال توماس فارغا ذلك."
    assert named(text, ()) == named(text, (("Nobody Else", "غيره"),))
    assert identity(PRESIDENT) not in named("ar: وصل النسر أمس إلى المدينة.", ()).values()


AR = "زار النسر قاعدة فوستوتشني الفضائية في 12 مايو 2021، والتقى فيها العمال والمهندسين.\n"
EN = "Tomas Varga visited the Vostochny Cosmodrome on 14 May 2021 and met workers and engineers.\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_both_names_take_part_in_the_claims(tmp_path, jobs):
    for name, text in (("a.txt", AR), ("b.txt", EN)):
        (tmp_path / name).write_text(text, "utf-8")
    told = Settings(aliases=(PRESIDENT,), jobs=jobs)
    done = pipeline.run([tmp_path.as_posix()], told)
    sources = {c.source for c in done.claims if identity(PRESIDENT) in c.participants}
    assert len(sources) == 2


def test_the_configuration_reaches_the_reader(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(AR, "utf-8")
    assert code("annotate", "a.txt") == 0
    assert "tomas varga" not in capsys.readouterr().out
    (tmp_path / "claimcheck.toml").write_text('[aliases]\n"Tomas Varga" = ["النسر"]\n', "utf-8")
    assert code("annotate", "a.txt") == 0
    assert "tomas varga" in capsys.readouterr().out
