"""A folder of Stanza's models: what it holds for a language, and its digest.

`DIR/<language>/<part>/<name>.pt` are the models; `DIR/resources.json`, if there is one, says which
of several is the default, and which embeddings they need.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import ClaimcheckError
from claimcheck.model.engine import ModelSummary

# In the order in which Stanza runs them.
PARTS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
RESOURCES = "resources.json"
DEFAULT_FOLDER = "models/stanza"
_PACKAGE = "stanza"
_NEEDED = (_PACKAGE, "torch")
_SUFFIX = ".pt"
_CHUNK = 1 << 20

Tree = Mapping[str, object]


class Model(NamedTuple):
    """The models of one language.

    parts: the names of those that there are. files: what they are made of, by Stanza's names for
        the paths (`pos_model_path`, `pos_pretrain_path`).
    """

    language: str
    parts: tuple[str, ...]
    files: Mapping[str, Path]


def stanza_version() -> str:
    """Return the version of Stanza that is installed.

    Raises:
        ClaimcheckError: where it is not, with how to install it.
    """
    try:
        return {name: version(name) for name in _NEEDED}[_PACKAGE]
    except PackageNotFoundError as missing:
        raise ClaimcheckError(
            f"engine stanza: {missing.name} is not installed: install torch for the CPU or your"
            ' GPU, then `pip install "claimcheck-news[stanza]"` (README: Stanza)'
        ) from None


def model_of(folder: str, language: str) -> Model:
    """Return the models that a folder has for a language.

    Raises:
        ClaimcheckError: where it has none that can be used, with what to do.
    """
    root = Path(folder) / language
    if not root.is_dir():
        raise _unusable(root, "no such folder of models", language)
    resources = _resources(Path(folder), language)
    parts = dict(_parts(root, _defaults(resources)))
    if PARTS[0] not in parts:
        raise _unusable(root / PARTS[0], f"no model *{_SUFFIX}", language)
    files = {
        option: root / kind / f"{name}{_SUFFIX}"
        for part, own in parts.items()
        for option, kind, name in (
            (f"{part}_model_path", part, own),
            *_dependencies(resources, part, own),
        )
    }
    for file in files.values():
        if not file.is_file():
            raise _unusable(file, "no such file", language)
    return Model(language, tuple(parts), files)


@cache
def summary(folder: str, language: str) -> ModelSummary:
    """Return what a folder's models for a language are, by name and by digest of their contents."""
    model = model_of(folder, language)
    total = hashlib.sha256()
    for file in sorted(set(model.files.values())):
        digest = hashlib.sha256()
        with file.open("rb") as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
        total.update(f"{file.parent.name}/{file.name}\t{digest.hexdigest()}\n".encode())
    return ModelSummary(language=language, parts=model.parts, sha256=total.hexdigest())


def languages_in(folder: str) -> list[str]:
    """Return the languages that a folder has models for, sorted."""
    root = Path(folder)
    if not root.is_dir():
        return []
    return sorted(one.name for one in root.iterdir() if (one / PARTS[0]).is_dir())


def _resources(root: Path, language: str) -> Tree:
    """Return what `resources.json` says of a language, if there is such a file."""
    try:
        tree: object = json.loads((root / RESOURCES).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise _unusable(root / RESOURCES, f"cannot be read: {fault}", language) from None
    found = _below(tree, language)
    return found if isinstance(found, dict) else {}


def _below(tree: object, *keys: str) -> object:
    """Return what stands under some keys of a tree of JSON values, or nothing."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _defaults(resources: Tree) -> Tree:
    found = _below(resources, "packages", "default")
    return found if isinstance(found, dict) else {}


def _parts(folder: Path, defaults: Tree) -> Iterator[tuple[str, str]]:
    """Yield each part that a language has with the name of its model.

    Raises:
        ClaimcheckError: where a part has several models and none is the default.
    """
    for part in PARTS:
        names = sorted(file.stem for file in (folder / part).glob(f"*{_SUFFIX}"))
        default = defaults.get(part)
        if default in names:
            yield part, str(default)
        elif len(names) == 1:
            yield part, names[0]
        elif names:
            raise ClaimcheckError(
                f"{(folder / part).as_posix()}: several models ({', '.join(names)}) and"
                f" {RESOURCES} names none as the default: keep one"
            )


def _dependencies(resources: Tree, part: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the embeddings that a model needs: Stanza's option, the kind, and the name."""
    needed = _below(resources, part, name, "dependencies")
    for one in needed if isinstance(needed, list) else ():
        kind, package = _name(_below(one, "model")), _name(_below(one, "package"))
        if kind and package:
            yield f"{part}_{kind}_path", kind, package


def _name(value: object) -> str:
    """Return what names a file in a folder; nothing where it names none, or one elsewhere."""
    return value if isinstance(value, str) and Path(value).name == value else ""


def _unusable(place: Path, fault: str, language: str) -> ClaimcheckError:
    return ClaimcheckError(
        f"engine stanza: {place.as_posix()}: {fault}: name a folder of models with"
        f" `claimcheck models add stanza --lang {language} --from DIR`, or leave --from out to"
        " download them"
    )
