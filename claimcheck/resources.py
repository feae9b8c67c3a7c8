"""Find the `rules/` folder and load its tables."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from claimcheck.errors import Position, RuleError

# Imported where a file is parsed: the packaged ones are beforehand.
if TYPE_CHECKING:
    import yaml

Model = TypeVar("Model", bound=BaseModel)
Tree = str | list["Tree"] | dict[str, "Tree"]

PARSED = "parsed.tsv"
_DIGEST = 16


@cache
def rules_root() -> Path:
    """Return the folder of packaged rules: the installed copy, else the checkout's."""
    package = Path(__file__).parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def read_yaml(text: str, name: str) -> Tree:
    """Return the tree of a YAML text, every scalar a string.

    Raises:
        RuleError: with the place, for a text that is not YAML or repeats a key.
    """
    import yaml

    try:
        root = composed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)
        raise RuleError([f"{place}: {error.problem}"]) from None
    except yaml.YAMLError as error:
        raise RuleError([f"{name}: {error}"]) from None
    return _tree(root, name) if root is not None else {}


def composed(text: str) -> yaml.Node | None:
    """Return the nodes of a YAML text, None for none.

    Raises:
        YAMLError: for a text that is not YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.compose(text, loader)


def _tree(node: yaml.Node, name: str) -> Tree:
    """Return a node's value; quicker than a loader's constructor, which asks for each type."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, name) for item in node.value]
    tree: dict[str, Tree] = {}
    for key, value in node.value:
        if key.value in tree:
            mark = key.start_mark
            place = Position(name, mark.line + 1, mark.column + 1)
            raise RuleError([f"{place}: the key {key.value!r} stands twice"])
        tree[key.value] = _tree(value, name)
    return tree


def load_yaml(path: Path) -> Tree:
    """Return the tree of a YAML file; see `read_yaml`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleError([f"{shown(path)}: cannot be read: {error.strerror}"]) from None
    known = _parsed().get(digest(data))
    if known is not None:
        return json.loads(known)  # type: ignore[no-any-return]
    try:
        return read_yaml(data.decode("utf-8"), shown(path))
    except UnicodeDecodeError:
        raise RuleError([f"{shown(path)}: is not UTF-8"]) from None


def yaml_quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line; what cannot be seen is escaped."""
    return '"' + "".join(map(_yaml_letter, text)) + '"'


def _yaml_letter(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def digest(data: bytes) -> str:
    """Return what a file's bytes are known by in `rules/parsed.tsv`."""
    return hashlib.sha256(data).hexdigest()[:_DIGEST]


@cache
def _parsed() -> dict[str, str]:
    """Return the packaged YAML files, already parsed: digest -> tree as JSON.

    Parsing them takes longer than checking a story. A file edited since is not among them.
    """
    path = rules_root() / PARSED
    return {row[0]: row[1] for row in read_table(path)} if path.is_file() else {}


def load_model(path: Path, model: type[Model]) -> Model:
    """Return a YAML file as `model`.

    Raises:
        RuleError: naming the line and column of every key that does not fit.
    """
    tree = load_yaml(path)
    try:
        return model.model_validate(tree)
    except ValidationError as invalid:
        root = composed(path.read_text(encoding="utf-8"))
        raise RuleError(
            f"{position(error['loc'], root, shown(path))}: "
            f"{_fault(error['loc'], error['type'], error['msg'], model)}"
            for error in invalid.errors(include_url=False)
        ) from None


def _fault(where: tuple[int | str, ...], kind: str, message: str, model: type[Model]) -> str:
    """Return what is wrong with a key, in words that say what may stand there."""
    if not where:
        own = kind == "value_error"
        return message.removeprefix("Value error, ") if own else "expected `key: value` lines"
    key = ".".join(str(part) for part in where)
    if kind != "extra_forbidden":
        return f"{key}: {message}"
    allowed = f"; allowed are {', '.join(sorted(model.model_fields))}" if len(where) == 1 else ""
    return f"{key}: unknown key{allowed}"


def position(where: tuple[int | str, ...], root: yaml.Node | None, name: str) -> Position:
    """Return the place of the deepest part of `where` that the file has."""
    import yaml

    node, mark = root, root.start_mark if root else None
    for part in where:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None:
                break
            mark, node = found[0].start_mark, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            mark = node.start_mark
    return Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)


def places_of(path: Path, key: str) -> list[Position]:
    """Return where each item of a list in a YAML file stands."""
    import yaml

    root = composed(path.read_text(encoding="utf-8"))
    nodes = root.value if isinstance(root, yaml.MappingNode) else ()
    items = next((value.value for name, value in nodes if name.value == key), ())
    marks = [item.start_mark for item in items]
    return [Position(shown(path), mark.line + 1, mark.column + 1) for mark in marks]


def shown(path: Path) -> str:
    """Return how messages name a file: packaged rules as `rules/...`, others as given."""
    try:
        return "rules/" + path.relative_to(rules_root()).as_posix()
    except ValueError:
        return path.as_posix()


def read_table(path: Path) -> list[list[str]]:
    """Return the tab-separated rows of a table, without comment lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def sorted_lines(path: Path, opening: str = "") -> list[str]:
    """Return the lines of a table that is sorted by its first cell, without the comments on top.

    Large tables stay lines, searched by `lines_of`: splitting them all takes longer than a run.
    opening: what the lines that are needed open with, as all of one language do.
    """
    data = b"\n" + path.read_bytes()
    # Bytes, for decoding a whole table takes its time too.
    mark = b"\n" + opening.encode()
    first, last = data.find(mark), data.rfind(mark)
    if first == last == -1:
        return []
    end = data.find(b"\n", last + 1) if opening else len(data)
    lines = data[first + 1 : end].decode().removesuffix("\n").split("\n")
    top = next((at for at, line in enumerate(lines) if not line.startswith("#")), 0)
    return lines[top:]


def lines_of(lines: Sequence[str], opening: str) -> Iterator[str]:
    """Yield those of some sorted lines that open with `opening`, each without it."""
    for at in range(bisect_left(lines, opening), len(lines)):
        if not lines[at].startswith(opening):
            return
        yield lines[at][len(opening) :]
