"""The settings of a project: `claimcheck.toml`, or `[tool.claimcheck]` in `pyproject.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictInt, StrictStr, ValidationError

from claimcheck.errors import ConfigError, Position
from claimcheck.model.base import Frozen
from claimcheck.model.engine_name import EngineName
from claimcheck.model.language import Language

FILE = "claimcheck.toml"
SHARED_FILE = "pyproject.toml"
SHARED_TABLE = ("tool", "claimcheck")
_AT_LINE = re.compile(r" ?\(at line (\d+), column (\d+)\)")
_EXPECTED = {
    "tuple_type": 'expected a list such as ["articles"]',
    "model_type": "expected a table with `published` or `publisher`",
    "string_type": "expected a text in quotes",
    "int_type": "expected a whole number",
}

Where = tuple[str | int, ...]
Tree = Mapping[str, object]


def _day(value: object) -> str:
    """Return an ISO day, of a TOML date or a string of the same form."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError("expected a day such as 2024-05-17")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError(f"{value!r} is no day; expected one such as 2024-05-17") from None


def _name(value: object) -> str:
    """Return a name with its spaces made even."""
    if not isinstance(value, str):
        raise ValueError("expected a name in quotes")
    if not any(letter.isalnum() for letter in value):
        raise ValueError(f"{value!r} is no name")
    return " ".join(value.split())


Day = Annotated[str, BeforeValidator(_day)]
Name = Annotated[str, BeforeValidator(_name)]
RuleLevel = Literal["off", "tension"]


class SourceSettings(Frozen):
    """What a source does not say about itself."""

    published: Day | None = None
    publisher: StrictStr | None = None


class StanzaSettings(Frozen):
    """Models that Stanza reads articles with.

    models: their folder. languages: those that they read, empty for all.
    """

    models: StrictStr = "models/stanza"
    languages: tuple[StrictStr, ...] = ()


class Config(Frozen):
    """The settings that a project keeps beside its articles; all of them may be left out.

    paths: files and folders to read where the command names none.
    sources: days and publishers of sources that lack them, by path as reports spell it.
    rules: folders of rules added to the packaged ones.
    ignore: glob patterns of paths to leave out.
    reviews: the file of reviews.
    levels: rules by id that are switched off, or whose conflicts count as tensions.
    aliases: other names of one person, place or body, by its full name.
    lang: the language of reports.
    engine: what to read the articles with; `stanza` needs models, which `[stanza]` names.
    """

    paths: tuple[StrictStr, ...] = ()
    sources: Mapping[str, SourceSettings] = {}
    out: StrictStr = "reports"
    rules: tuple[StrictStr, ...] = ()
    ignore: tuple[StrictStr, ...] = ()
    jobs: StrictInt = Field(default=1, ge=1)
    reviews: StrictStr = "claimcheck.reviews.yaml"
    levels: Mapping[str, RuleLevel] = {}
    aliases: Mapping[Name, tuple[Name, ...]] = {}
    lang: Language = Language.EN
    engine: EngineName = EngineName.RULES
    stanza: StanzaSettings = StanzaSettings()


_TABLES: dict[str, type[Frozen]] = {"sources": SourceSettings, "stanza": StanzaSettings}


def load_config(folder: Path) -> Config:
    """Return the settings in `folder`: of `claimcheck.toml`, else `pyproject.toml`, else none.

    Raises:
        ConfigError: naming every fault with its line and column.
    """
    own, shared = folder / FILE, folder / SHARED_FILE
    if own.is_file():
        return _config(own, ())
    if shared.is_file():
        return _config(shared, SHARED_TABLE)
    return Config()


def _config(path: Path, table: tuple[str, ...]) -> Config:
    text = _text(path)
    settings: object = _tree(text, path.name)
    for key in table:
        settings = settings.get(key, {}) if isinstance(settings, dict) else {}
    if not isinstance(settings, dict) or not settings:
        return Config()
    try:
        return Config.model_validate(settings)
    except ValidationError as invalid:
        keys = _key_lines(text)
        raise ConfigError(
            f"{_position(path.name, (*table, *error['loc']), keys)}: "
            f"{_fault(error['loc'], error['type'], error['msg'])}"
            for error in invalid.errors(include_url=False)
        ) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError([f"{path.name}: is not UTF-8"]) from None
    except OSError as error:
        raise ConfigError([f"{path.name}: cannot be read: {error.strerror}"]) from None


def _tree(text: str, name: str) -> Tree:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        place = Position(name, int(found[1]), int(found[2])) if found else Position(name)
        raise ConfigError([f"{place}: {_AT_LINE.sub('', str(error))}"]) from None


def _fault(where: Where, kind: str, message: str) -> str:
    """Return what is wrong with a key, in words that say what may stand there."""
    key = ".".join(str(part) for part in where)
    if kind == "extra_forbidden":
        model = _TABLES.get(str(where[0]), Config) if len(where) > 1 else Config
        allowed = ", ".join(sorted(model.model_fields))
        return f"{key}: unknown key; allowed are {allowed}"
    if where == ("sources",):
        return 'sources: expected [sources."path"] tables; files to read are named in `paths`'
    if kind == "tuple_type" and where[0] == "aliases":
        return f'{key}: expected a list of other names such as ["Kim", "كيم"]'
    if kind == "literal_error":
        return f'{key}: expected "off" or "tension"'
    return f"{key}: {_EXPECTED.get(kind) or message.removeprefix('Value error, ')}"


def fault_of_rule(folder: Path, rule: str, known: Iterable[str]) -> ConfigError:
    """Return the fault of a rule in `levels` that does not exist, with its place."""
    path = folder / FILE if (folder / FILE).is_file() else folder / SHARED_FILE
    table = () if path.name == FILE else SHARED_TABLE
    place = _position(path.name, (*table, "levels", rule), _key_lines(_text(path)))
    return ConfigError([f"{place}: levels.{rule}: no such rule; there are {', '.join(known)}"])


def _position(name: str, where: Where, keys: Mapping[Where, tuple[int, int]]) -> Position:
    """Return the place of the deepest part of `where` that has a line."""
    for depth in range(len(where), 0, -1):
        if where[:depth] in keys:
            return Position(name, *keys[where[:depth]])
    return Position(name)


def _key_lines(text: str) -> dict[Where, tuple[int, int]]:
    """Return line and column of each key, found by parsing line by line what parses alone."""
    places: dict[Where, tuple[int, int]] = {}
    table: Where = ()
    for number, line in enumerate(text.split("\n"), 1):
        column = len(line) - len(line.lstrip()) + 1
        if line.lstrip().startswith("["):
            table = _path(line) or table
            places.setdefault(table, (number, column))
        elif "=" in line:
            key = _path(line.split("=")[0] + "= 0")
            places.setdefault((*table, *key), (number, column))
    return places


def _path(line: str) -> Where:
    """Return the keys that one line of TOML opens, none where it is part of something longer."""
    try:
        tree: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    keys: list[str] = []
    while isinstance(tree, dict) and tree:
        key = next(iter(tree))
        keys.append(key)
        tree = tree[key]
    return tuple(keys)
