"""A folder of Stanza's models, looked at without Stanza."""

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from shell import code

from claimcheck.annotate.stanza import folder
from claimcheck.annotate.stanza.folder import languages_in, model_of, summary
from claimcheck.errors import ClaimcheckError

ROOT = Path(__file__).parents[1]
# A run where importing these is an error, as if they were not installed.
WITHOUT = """
import sys
sys.modules.update(stanza=None, torch=None)
from claimcheck.cli import main
sys.exit(main(sys.argv[1:]))
"""


def models(root, *files, resources=None):
    """Return a folder of files that stand for models."""
    for name in files:
        path = root / f"{name}.pt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    if resources is not None:
        (root / "resources.json").write_text(json.dumps(resources), "utf-8")
    return str(root)


def fault(root, language="ar"):
    with pytest.raises(ClaimcheckError) as raised:
        model_of(str(root), language)
    told = str(raised.value)
    assert "\n" not in told
    return told


def test_each_part_that_is_there_is_used_in_order(tmp_path):
    root = models(tmp_path, "ar/ner/b", "ar/lemma/a", "ar/tokenize/a", "en/pos/a")
    model = model_of(root, "ar")
    assert model.parts == ("tokenize", "lemma", "ner")
    assert {option: file.stem for option, file in model.files.items()} == {
        "tokenize_model_path": "a",
        "lemma_model_path": "a",
        "ner_model_path": "b",
    }
    assert languages_in(root) == ["ar"]


def test_the_default_is_used_where_there_are_several(tmp_path):
    known = {"ar": {"packages": {"default": {"tokenize": "b"}}}}
    root = models(tmp_path, "ar/tokenize/a", "ar/tokenize/b", resources=known)
    assert model_of(root, "ar").files["tokenize_model_path"].stem == "b"


def test_of_several_none_is_guessed(tmp_path):
    models(tmp_path, "ar/tokenize/a", "ar/tokenize/b")
    assert "tokenize: several models (a, b)" in fault(tmp_path)


def test_the_embeddings_that_a_model_needs_belong_to_it(tmp_path):
    needed = {"dependencies": [{"model": "pretrain", "package": "big"}]}
    known = {"ar": {"pos": {"a": needed}}}
    root = models(tmp_path, "ar/tokenize/a", "ar/pos/a", "ar/pretrain/big", resources=known)
    assert model_of(root, "ar").files["pos_pretrain_path"].stem == "big"
    before = summary(root, "ar").sha256
    (tmp_path / "ar/pretrain/big.pt").write_text("other", "utf-8")
    summary.cache_clear()
    assert summary(root, "ar").sha256 != before
    (tmp_path / "ar/pretrain/big.pt").unlink()
    assert "ar/pretrain/big.pt: no such file" in fault(tmp_path)


def test_a_path_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    needed = {"dependencies": [{"model": "../..", "package": "../secret"}, {"model": "pretrain"}]}
    root = models(tmp_path, "ar/tokenize/a", resources={"ar": {"tokenize": {"a": needed}}})
    assert "../secret" not in str(model_of(root, "ar").files)


def test_the_digest_is_of_the_contents_and_not_of_the_place(tmp_path):
    here = models(tmp_path / "here", "ar/tokenize/a", "ar/pos/a")
    there = models(tmp_path / "there", "ar/tokenize/a", "ar/pos/a")
    assert summary(here, "ar") == summary(there, "ar")
    swapped = models(tmp_path / "swapped", "ar/tokenize/a", "ar/pos/a")
    (tmp_path / "swapped/ar/pos/a.pt").write_text("ar/tokenize/a", "utf-8")
    assert summary(swapped, "ar").sha256 != summary(here, "ar").sha256


@pytest.mark.parametrize("resources", ["[]", '{"ar": 1}', '{"ar": {"packages": [1]}}'])
def test_a_list_of_models_of_another_form_says_nothing(tmp_path, resources):
    root = models(tmp_path, "ar/tokenize/a")
    (tmp_path / "resources.json").write_text(resources, "utf-8")
    assert model_of(root, "ar").parts == ("tokenize",)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe"])
def test_a_list_of_models_that_cannot_be_read_is_told(tmp_path, content):
    models(tmp_path, "ar/tokenize/a")
    (tmp_path / "resources.json").write_bytes(content)
    assert "resources.json: cannot be read" in fault(tmp_path)


def test_what_is_missing_is_told_with_its_remedy(tmp_path):
    assert "ar: no such folder of models" in fault(tmp_path)
    models(tmp_path, "ar/pos/a")
    told = fault(tmp_path)
    assert "tokenize: no model *.pt" in told
    assert "claimcheck models add stanza --lang ar --from DIR" in told


@pytest.mark.parametrize("package", ["stanza", "torch"])
@pytest.mark.parametrize(
    "command",
    [
        ["run", "--engine", "stanza"],
        ["gate", "--engine", "stanza"],
        ["claims", "a.txt", "--engine", "stanza"],
        ["models", "list"],
        ["models", "add", "stanza", "--lang", "ar"],
    ],
)
def test_without_the_extra_no_other_engine_takes_over(
    package, command, tmp_path, monkeypatch, capsys
):
    def version(name):
        if name == package:
            raise metadata.PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(folder, "version", version)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("زار الرئيس الصيني موسكو عام 2019.", "utf-8")
    (tmp_path / "claimcheck.toml").write_text('paths = ["a.txt"]\n', "utf-8")
    assert code(*command) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert f"{package} is not installed" in told.err
    assert "pip install" in told.err
    assert not (tmp_path / "reports").exists()


def test_the_rules_use_no_gpu(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("زار الرئيس الصيني موسكو عام 2019.", "utf-8")
    assert code("run", "a.txt", "--gpu") == 2
    assert "--engine stanza" in capsys.readouterr().err


def without(*arguments):
    """Return how a run ended, with what it complained of."""
    command = [sys.executable, "-c", WITHOUT, "run", "seeds", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=ROOT)
    return done.returncode, done.stderr


@pytest.mark.slow
def test_the_rules_alone_need_neither_stanza_nor_torch(tmp_path):
    assert without("--out", str(tmp_path)) == (0, "")
