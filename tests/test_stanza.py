"""Stanza as the engine, with models trained in this session and no network.

`make test-stanza` installs what they need and runs them; without the extra they are skipped.
"""

import io
import json
import os
import pickle
import shutil
import socket
import warnings
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nasty import texts
from notation import text as spelled
from shell import claimcheck, code
from spacy.vocab import Vocab
from tiny_stanza import train, treebank

from claimcheck.annotate.engine import annotate_all
from claimcheck.annotate.nlp import reading
from claimcheck.annotate.stanza.folder import PARTS
from claimcheck.annotate.stanza.reader import Stretch, load, read
from claimcheck.annotate.syntax.carrier import parsed_doc, syntax_of
from claimcheck.model.engine import Engine
from claimcheck.model.engine_name import EngineName
from claimcheck.read.sources import read_sources

pytestmark = [pytest.mark.slow, pytest.mark.stanza]

ROOT = Path(__file__).parents[1]
STORIES = ROOT.parent / "shared/eval/dev"
WANTED = "CLAIMCHECK_TEST_STANZA"
_BATCH = 8


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """Return a folder of small models; missing packages fail where the tests are asked for."""
    missing = [name for name in ("torch", "stanza") if find_spec(name) is None]
    if missing and not os.environ.get(WANTED):
        warnings.warn(f"not tested: {missing} not installed: `make test-stanza`", stacklevel=1)
        pytest.skip(f"{missing} not installed")
    return train(tmp_path_factory.mktemp("stanza"))


@pytest.fixture(autouse=True)
def no_network(models, monkeypatch):
    """Let nothing but this machine's own processes be talked to."""

    def refuse(self, address):
        raise OSError(f"no network in tests: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: refuse(None, _))


@pytest.fixture
def desk(tmp_path, models, monkeypatch):
    """Go to a folder with the seeds and a configuration that names the models."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "claimcheck.toml").write_text(f'[stanza]\nmodels = "{models}"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsed(text, models, language="ar"):
    """Return the Doc of one text."""
    (syntax,) = read([[Stretch(0, text)]], language, str(models))
    return parsed_doc(Vocab(), text, syntax)


def test_every_part_was_trained_and_loads(models):
    assert list(load("ar", str(models)).processors) == list(PARTS)
    assert list(load("en", str(models)).processors) == ["tokenize", "pos", "lemma"]


def test_the_models_know_by_heart_what_they_were_trained_on(models):
    sentences = treebank("ar").sentences
    found = read([[Stretch(0, spelled(one))] for one in sentences], "ar", str(models))
    right = total = 0
    for sentence, syntax in zip(sentences, found, strict=True):
        wanted = [piece for token in sentence for piece in token.pieces]
        total += len(wanted)
        if [piece.form for piece in wanted] == [word.form for word in syntax.words]:
            right += sum(
                (piece.lemma, piece.tag, piece.head - 1, piece.relation)
                == (word.lemma, word.tag, word.head, word.relation)
                for piece, word in zip(wanted, syntax.words, strict=True)
            )
    assert right / total > 0.8, f"{right} of {total}"


def test_a_doc_has_all_that_the_models_say(models):
    text = "وزار ربيع دمشق عام 2014. قدم هاني رسالة للرئيس، وفق الوزير؟"
    doc = parsed(text, models)
    assert doc.text == text
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "وزار ربيع دمشق عام 2014.",
        "قدم هاني رسالة للرئيس، وفق الوزير؟",
    ]
    (letter,) = [token for token in doc if token.text == "للرئيس"]
    assert (letter.lemma_, letter.pos_, letter.head.text) == ("رئيس", "NOUN", "قدم")
    pieces = [w.form for w in syntax_of(doc).words if w.start == letter.idx]
    assert pieces == ["ل", "الرئيس"]
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("ربيع", "PERSON"), ("دمشق", "LOC")}


def test_a_language_without_all_parts_is_read_with_those_it_has(models):
    doc = parsed("The minister visited Rome.", models, "en")
    assert doc.text == "The minister visited Rome."
    assert [t.lemma_ for t in doc if t.text == "visited"] == ["visit"]
    assert not syntax_of(doc).parsed


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from(["ar", "en"]))
def test_offsets_are_exact_on_nasty_texts(models, written, language):
    found = read([[Stretch(0, text)] for text in written], language, str(models))
    for text, syntax in zip(written, found, strict=True):
        _check(text, syntax)


def _check(text, syntax):
    """Check that words stand in order, one after another, inside the text, and keep it."""
    spans = dict.fromkeys((word.start, word.end) for word in syntax.words)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert text[start:end].strip()
        at = end
    assert parsed_doc(Vocab(), text, syntax).text == text


def test_a_long_text_without_blanks_or_stops_is_read_whole(models):
    text = "ب" * 3000 + " ".join(["كلمة"] * 600)
    (syntax,) = read([[Stretch(0, text)]], "ar", str(models))
    _check(text, syntax)
    assert syntax.words[-1].end == len(text)


def stories():
    """Return the folder of development stories, or skip and say so."""
    if not STORIES.is_dir():
        warnings.warn(f"not tested: {STORIES} is not here", stacklevel=1)
        pytest.skip(f"{STORIES} is not here")
    return STORIES


def articles(*paths):
    sources, _ = read_sources([str(path) for path in paths])
    return [(article, source.text) for source in sources for article in source.articles]


def batches(found):
    return [found[at : at + _BATCH] for at in range(0, len(found), _BATCH)]


def test_offsets_are_exact_on_all_development_stories(models):
    found = articles(stories())
    checked = 0
    for language in ("ar", "en"):
        for batch in batches([one for one in found if one[0].language == language]):
            read_as = [reading(article, text) for article, text in batch]
            stretches = [
                [Stretch(s.start, text[s.start : s.end]) for s in segments]
                for (_, text), (_, segments) in zip(batch, read_as, strict=True)
            ]
            for (readable, _), syntax in zip(
                read_as, read(stretches, language, str(models)), strict=True
            ):
                _check(readable, syntax)
                checked += bool(syntax.words)
    assert checked == len(found)
    assert checked > 100


@pytest.mark.parametrize(("group", "jobs"), [("ar", 1), ("mixed", 2), ("real", 2)])
def test_all_development_stories_run_twice_alike(group, jobs, desk):
    folder = stories() / group
    made = [_reports(desk, folder, f"{group}-{n}", n) for n in (jobs, 2)]
    assert made[0] == made[1]


def _reports(desk, folder, out, jobs):
    shutil.rmtree(desk / out, ignore_errors=True)
    done = claimcheck(
        "run", folder, "--engine", "stanza", "--out", out, "--jobs", str(jobs), "--quiet",
        cwd=desk, env={"PYTHONHASHSEED": "random", "HF_HUB_OFFLINE": "1"}, timeout=600,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return {path.name: path.read_bytes() for path in (desk / out).iterdir()}


def test_the_seeds_run_alike_with_any_number_of_processes(desk, models):
    made = [_reports(desk, "seeds", f"out-{jobs}", jobs) for jobs in (1, 2)]
    assert made[0] == made[1]
    report = json.loads(made[0]["report.json"])
    engine = report["engine"]
    assert (engine["name"], [m["language"] for m in engine["models"]]) == ("stanza", ["ar"])
    assert engine["models"][0]["parts"] == list(PARTS)
    assert engine["models"][0]["sha256"] in made[0]["conflicts.md"].decode()
    assert report["summary"]["claims"] > 100


def test_an_article_reads_alike_alone_and_in_a_batch(models):
    engine = Engine(name=EngineName.STANZA, models=str(models))
    found = articles(ROOT / "seeds")
    together = list(annotate_all(found, engine))
    assert [next(iter(annotate_all([one], engine))) for one in found] == together
    assert any(annotation.roles for annotation in together)


def test_the_engine_may_stand_in_the_configuration(desk, capsys):
    text = (desk / "claimcheck.toml").read_text("utf-8")
    (desk / "claimcheck.toml").write_text(f'engine = "stanza"\n{text}', "utf-8")
    assert code("run", "--quiet") == 0
    assert json.loads((desk / "reports/report.json").read_text("utf-8"))["engine"]["models"]
    assert code("run", "--quiet", "--engine", "rules") == 0
    assert not json.loads((desk / "reports/report.json").read_text("utf-8"))["engine"]["models"]


def test_a_canary_sings_with_the_engine(desk, capsys):
    assert code("canary", "seeds", "--plants", "1", "--engine", "stanza") == 0
    assert "unaltered copies raised no conflict" in capsys.readouterr().out
    (desk / "claimcheck.toml").write_text('engine = "stanza"\n[stanza]\nmodels = "none"\n', "utf-8")
    assert code("canary", "seeds", "--plants", "1") == 2
    assert code("canary", "seeds", "--plants", "1", "--engine", "rules") == 0
    assert code("review", "seeds", "--list") == 2
    assert code("review", "seeds", "--list", "--engine", "rules") == 0


class Bomb:
    """What a model must not be able to do: run something when it is loaded."""

    def __reduce__(self):
        return (open, ("exploded", "w"))


def _bomb():
    """Return a file as torch writes it, with a call in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a/data.pkl", pickle.dumps(Bomb(), protocol=2))
        archive.writestr("a/version", "3\n")
        archive.writestr("a/byteorder", "little")
    return out.getvalue()


def _broken(content):
    """Return files that are no model, by what is wrong with them."""
    return {
        "empty": b"",
        "cut": content[: len(content) // 2],
        "other": b"no model at all",
        "bomb": _bomb(),
        "plain bomb": pickle.dumps(Bomb()),
    }


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("fault", _broken(b""))
def test_a_broken_model_ends_the_run(part, fault, desk, models, capsys):
    shutil.copytree(models, desk / "bad")
    file = desk / "bad/ar" / part / "tiny.pt"
    file.write_bytes(_broken(file.read_bytes())[fault])
    _refused(desk, "cannot use these models", capsys)
    assert not (desk / "exploded").exists()


def _refused(desk, why, capsys):
    """Check that a run with the models in `bad/` ends with one line that says why."""
    (desk / "claimcheck.toml").write_text('[stanza]\nmodels = "bad"\n', "utf-8")
    load.cache_clear()
    capsys.readouterr()
    assert code("run", "--engine", "stanza") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1, told.err
    assert why in told.err
    assert "claimcheck models add stanza" in told.err
    assert not (desk / "reports").exists()


def test_a_model_of_another_kind_ends_the_run(desk, models, capsys):
    shutil.copytree(models, desk / "bad")
    shutil.copy(desk / "bad/ar/lemma/tiny.pt", desk / "bad/ar/pos/tiny.pt")
    _refused(desk, "cannot use these models", capsys)


def test_a_part_without_one_that_it_needs_ends_the_run(desk, models, capsys):
    shutil.copytree(models, desk / "bad")
    shutil.rmtree(desk / "bad/ar/pos")
    _refused(desk, "cannot use these models", capsys)


def test_a_broken_model_ends_a_run_on_several_processes_too(desk, models, capsys):
    shutil.copytree(models, desk / "bad")
    (desk / "bad/ar/pos/tiny.pt").write_bytes(b"")
    for number in range(8):
        shutil.copy(desk / "seeds/milestones.txt", desk / f"seeds/copy-{number}.txt")
    (desk / "claimcheck.toml").write_text('jobs = 2\n[stanza]\nmodels = "bad"\n', "utf-8")
    done = claimcheck("run", "--engine", "stanza", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "cannot use these models" in done.stderr


def test_a_missing_folder_ends_the_run(desk, capsys):
    _refused(desk, "bad/ar: no such folder of models", capsys)


def test_a_language_without_models_ends_the_run_unless_it_is_left_to_the_rules(
    desk, models, capsys
):
    shutil.copytree(models, desk / "bad")
    shutil.rmtree(desk / "bad/en")
    english = "The president of China visited Moscow on 4 May 2019 and met the Russian president."
    (desk / "seeds/english.txt").write_text(english, "utf-8")
    _refused(desk, 'languages = ["ar"]', capsys)
    assert "seeds/english.txt" in claimcheck("run", "--engine", "stanza", cwd=desk).stderr
    (desk / "claimcheck.toml").write_text('[stanza]\nmodels = "bad"\nlanguages = ["ar"]\n', "utf-8")
    assert code("run", "--engine", "stanza", "--quiet") == 0
    report = json.loads((desk / "reports/report.json").read_text("utf-8"))
    assert [model["language"] for model in report["engine"]["models"]] == ["ar"]


def test_a_gpu_that_is_not_there_is_told(desk, capsys):
    import torch

    if torch.cuda.is_available():
        assert code("run", "--engine", "stanza", "--gpu", "--quiet") == 0
        return
    assert code("run", "--engine", "stanza", "--gpu") == 2
    assert "no GPU" in capsys.readouterr().err


def test_models_on_disk_are_named_in_the_configuration(desk, models, capsys):
    (desk / "claimcheck.toml").write_text("jobs = 1", "utf-8")
    added = ("models", "add", "stanza", "--lang", "ar", "--lang", "en", "--from", str(models))
    assert code(*added) == 0
    assert str(models) in (desk / "claimcheck.toml").read_text("utf-8")
    listed = capsys.readouterr().out
    assert code("models", "list") == 0
    told = capsys.readouterr().out
    assert listed.startswith(told)
    assert [line.split()[0] for line in told.splitlines()] == ["ar", "en"]
    assert code(*added) == 0
    assert code("run", "--engine", "stanza", "--quiet") == 0


def test_a_shared_configuration_gets_its_own_table(desk, models):
    (desk / "claimcheck.toml").unlink()
    (desk / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    assert code("models", "add", "stanza", "--lang", "ar", "--from", str(models)) == 0
    assert "[tool.claimcheck.stanza]" in (desk / "pyproject.toml").read_text("utf-8")
    assert code("run", "--engine", "stanza", "--quiet") == 0


def test_settings_of_another_folder_are_not_overwritten(desk, models, capsys):
    other = '[stanza]\nmodels = "elsewhere"\n'
    (desk / "claimcheck.toml").write_text(other, "utf-8")
    assert code("models", "add", "stanza", "--lang", "ar", "--from", str(models)) == 2
    assert f'models = "{models}"' in capsys.readouterr().err
    assert (desk / "claimcheck.toml").read_text("utf-8") == other


def test_broken_models_are_not_named_in_the_configuration(desk, models, capsys):
    (desk / "claimcheck.toml").unlink()
    shutil.copytree(models, desk / "bad")
    (desk / "bad/ar/pos/tiny.pt").write_bytes(b"")
    assert code("models", "add", "stanza", "--lang", "ar", "--from", "bad") == 2
    assert "cannot use these models" in capsys.readouterr().err
    assert not (desk / "claimcheck.toml").exists()


def test_nothing_is_downloaded_without_a_network_and_it_is_told(desk, capsys):
    (desk / "claimcheck.toml").unlink()
    assert code("models", "add", "stanza", "--lang", "ar") == 2
    told = capsys.readouterr().err
    assert "could not be downloaded" in told
    assert "--from DIR" in told
    assert not (desk / "claimcheck.toml").exists()


def test_what_is_no_language_is_not_asked_for(desk, capsys):
    assert code("models", "add", "stanza", "--lang", "../x") == 2
    assert "no language code" in capsys.readouterr().err
