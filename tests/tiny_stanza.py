"""Stanza models of the smallest kind, trained in the test session from sentences of our own."""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import yaml
from notation import Token, text, tokens

TREEBANK = Path(__file__).parent / "treebank"
LANGUAGES = ("ar", "en")
NAME = "tiny"
_LABELLER = "stanza.utils.datasets.prepare_tokenizer_data"
_SENTENCES_OF_A_PATTERN = 6
_SLOT = re.compile(r"\{(\w+)\}")

# Hardly any dropout: there is little to learn from, and it is to be learnt by heart.
_SMALL = """--no_pretrain --no_char --word_emb_dim 24 --tag_emb_dim 12 --hidden_dim 32
    --transformed_dim 24 --num_layers 1 --word_cutoff 0 --batch_size 400 --dropout 0.1
    --word_dropout 0.1 --deep_biaff_hidden_dim 32"""
# What each part of a model is trained with, by the program that does it.
_PROGRAMS = {
    "tokenize": (
        "tokenizer",
        """--steps 240 --eval_steps 120 --batch_size 4 --hidden_dim 32 --lr0 6e-3 --dropout 0.1
        --unit_dropout 0.1 --feat_unit_dropout 0.1""",
    ),
    "mwt": ("mwt_expander", "--dict_only"),
    "pos": (
        "tagger",
        f"{_SMALL} --composite_deep_biaff_hidden_dim 16 --max_steps 120 --eval_interval 60",
    ),
    "lemma": ("lemmatizer", "--dict_only"),
    "depparse": ("parser", f"{_SMALL} --max_steps 150 --eval_interval 50"),
    "ner": (
        "ner_tagger",
        """--no_pretrain --hidden_dim 32 --char_hidden_dim 24 --word_emb_dim 24 --char_emb_dim 16
        --max_steps 120 --eval_interval 60""",
    ),
}


class Treebank(NamedTuple):
    """The sentences of a language.

    parts: what is to be trained from them. names: the words that are names, by their kind.
    """

    parts: Sequence[str]
    sentences: Sequence[Sequence[Token]]
    names: Mapping[str, Sequence[str]]


def treebank(language: str) -> Treebank:
    """Return the sentences of a language, made of its patterns and words."""
    tree = yaml.safe_load((TREEBANK / f"{language}.yaml").read_text("utf-8"))
    words = {name: cycle(listed) for name, listed in tree["words"].items()}
    sentences = [
        tokens(_SLOT.sub(lambda slot: next(words[slot[1]]), pattern))
        for _ in range(_SENTENCES_OF_A_PATTERN)
        for pattern in tree["patterns"]
    ]
    return Treebank(tree["parts"], sentences, tree.get("names", {}))


def conllu(sentences: Sequence[Sequence[Token]]) -> str:
    """Return sentences in CoNLL-U."""
    return "".join(f"{_block(number, sentence)}\n" for number, sentence in enumerate(sentences))


def _block(number: int, sentence: Sequence[Token]) -> str:
    written = text(sentence)
    lines = [f"# sent_id = {number}", f"# text = {written}"]
    at = index = 0
    for form, pieces in sentence:
        at = written.index(form, at) + len(form)
        space = "_" if written[at : at + 1] == " " or at == len(written) else "SpaceAfter=No"
        if len(pieces) > 1:
            lines.append(f"{index + 1}-{index + len(pieces)}\t{form}" + "\t_" * 7 + f"\t{space}")
        for piece in pieces:
            index += 1
            last = space if len(pieces) == 1 else "_"
            columns = (index, piece.form, piece.lemma, piece.tag, "_", piece.features or "_",
                       piece.head, piece.relation, "_", last)  # fmt: skip
            lines.append("\t".join(map(str, columns)))
    return "\n".join(lines) + "\n"


def train(folder: Path) -> Path:
    """Return a folder of models as Stanza reads it; each language is trained in its own process.

    Raises:
        RuntimeError: with what it printed, where one failed.
    """
    models = folder / "models"
    models.mkdir(parents=True)
    (models / "resources.json").write_text(json.dumps({code: {} for code in LANGUAGES}), "utf-8")
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
    started = [
        subprocess.Popen(
            [sys.executable, __file__, str(folder), language],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for language in LANGUAGES
    ]  # fmt: skip
    printed = [process.communicate()[0] for process in started]
    for process, told in zip(started, printed, strict=True):
        if process.returncode:
            raise RuntimeError(told[-4000:])
    for left in models.rglob("*_checkpoint.pt"):
        left.unlink()
    return models


def train_language(folder: Path, language: str) -> None:
    """Train the models of one language, in this process: to load what trains takes long."""
    bank = treebank(language)
    several = any(len(token.pieces) > 1 for sentence in bank.sentences for token in sentence)
    files = _files(folder, language, bank)
    for part in bank.parts:
        program, options = _PROGRAMS[part]
        arguments = [*files[part], *options.split(), "--shorthand", f"{language}_tiny", "--cpu"]
        if part == "tokenize":
            arguments.append("--use_mwt" if several else "--no_use_mwt")
        if part in ("tokenize", "pos", "depparse", "mwt"):
            arguments += ["--lang", language]
        target = folder / "models" / language / part
        arguments += ["--save_dir", str(target), "--save_name", f"{NAME}.pt"]
        importlib.import_module(f"stanza.models.{program}").main(arguments)


def _files(folder: Path, language: str, bank: Treebank) -> dict[str, list[str]]:
    """Return the options that name the files of each part, after they were written."""
    gold, raw, labels, pieces, names = (
        str(folder / f"{language}.{name}") for name in ("conllu", "txt", "labels", "mwt", "names")
    )
    Path(gold).write_text(conllu(bank.sentences), "utf-8")
    written = [text(sentence) for sentence in bank.sentences]
    paragraphs = [" ".join(written[at : at + 3]) for at in range(0, len(written), 3)]
    Path(raw).write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    Path(names).write_text(json.dumps(_tagged(bank)), "utf-8")
    importlib.import_module(_LABELLER).main([raw, gold, "-o", labels, "-m", pieces])
    trees = ["--train_file", gold, "--eval_file", gold]
    return {
        "tokenize": ["--txt_file", raw, "--label_file", labels, "--dev_txt_file", raw,
                     "--dev_label_file", labels, "--dev_conll_gold", gold,
                     "--mwt_json_file", pieces],
        "mwt": [*trees, "--gold_file", gold],
        "pos": trees,
        "lemma": trees,
        "depparse": trees,
        "ner": ["--train_file", names, "--eval_file", names],
    }  # fmt: skip


def _tagged(bank: Treebank) -> list[list[dict[str, str]]]:
    kinds = {word: kind for kind, words in bank.names.items() for word in words}
    return [
        [
            {"text": token.form, "ner": f"S-{kind}" if kind else "O"}
            for token in sentence
            for kind in [kinds.get(token.pieces[-1].form)]
        ]
        for sentence in bank.sentences
    ]


if __name__ == "__main__":
    train_language(Path(sys.argv[1]), sys.argv[2])
