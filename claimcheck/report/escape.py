"""Make text from sources harmless, in each medium its own way: shown, never obeyed."""

import html
import json
import re
from functools import lru_cache
from urllib.parse import quote

from claimcheck.report.bidi import isolate_runs

# Left-to-right, right-to-left and Arabic letter marks, and the byte order mark: in pages they
# are everyday dirt, and without them a text reads the same once its direction is set.
_MARKS = re.compile("[\u200e\u200f\u061c\ufeff]")
# What could recolour a terminal, turn a line around or hide a letter: control characters,
# embeddings, overrides, isolates, annotation anchors and tags; and what is no character: halves
# of surrogate pairs (bytes of a name that is not UTF-8), U+FFFE and U+FFFF.
_HIDDEN = (
    "\x7f-\x9f\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff"
)
_UNSAFE = re.compile(f"[\x00-\x1f{_HIDDEN}]")
# Most texts have nothing of all this, and are asked about often.
_TO_CHANGE = re.compile(rf"[^\S ]|  |[\u200e\u200f\u061c\ufeff\x00-\x1f{_HIDDEN}]")
# What lies below the space JSON escapes by itself.
_UNSAFE_IN_JSON = re.compile(f"[{_HIDDEN}]")
_SPACES = re.compile(r"\s+")
# An address would become a link, a name after @ would call its owner.
_ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_WORD_JOINER = "\u2060"
# What a spreadsheet takes for the beginning of a formula, wide forms too.
_FORMULA = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARKDOWN = re.compile(rf"[\\`*_\[\]<>|~#!$&]|{_ADDRESS.pattern}", re.IGNORECASE)
# At the start of a line these begin a list, a rule or a heading's underline.
_LINE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def visible(text: str) -> str:
    """Return a text on one line, with what cannot be seen spelled out: `<U+202E>`.

    White space at its ends stays as one space, so that parts of a sentence can be joined.
    """
    plain = text.isascii() and text.isprintable() and "  " not in text
    if plain or not _TO_CHANGE.search(text):
        return text
    line = _SPACES.sub(" ", _MARKS.sub("", text))
    return _UNSAFE.sub(lambda unsafe: f"<U+{ord(unsafe[0]):04X}>", line)


def markdown(text: str, language: str = "") -> str:
    """Return a text as it reads in a line or a table cell of Markdown.

    language: of a sentence in which runs of the other direction are to keep their order.
    """
    return _LINE_START.sub(_escaped_start, markdown_part(text.strip(), language))


@lru_cache(1 << 12)
def markdown_part(text: str, language: str = "") -> str:
    """Return a text as it reads within a line of Markdown, spaces at its ends kept."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", _ordered(text, language))
    return escaped.replace("@", "@" + _WORD_JOINER)


def html_text(text: str, language: str = "") -> str:
    """Return a text as it reads inside an HTML element that stands in Markdown."""
    return html.escape(_ordered(text, language)).replace("@", "@" + _WORD_JOINER)


def json_text(text: str) -> str:
    """Return a JSON text of the same meaning, in which what cannot be seen is escaped."""
    return _UNSAFE_IN_JSON.sub(lambda unsafe: json.dumps(unsafe[0])[1:-1], text)


def csv_cell(text: str) -> str:
    """Return a text that a spreadsheet takes for text, not for a formula."""
    shown = visible(text).strip()
    return "'" + shown if shown.startswith(_FORMULA) else shown


def xml_text(text: str) -> str:
    """Return a text of several lines in characters that XML 1.0 can hold; markup is the writer's.

    Its lines stay apart.
    """
    return "\n".join(visible(line) for line in text.split("\n"))


def command_data(text: str) -> str:
    """Return a text of several lines as the data of a GitHub workflow command."""
    shown = xml_text(text).replace("%", "%25")
    return shown.replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """Return a text as a property of a GitHub workflow command, on one line."""
    return command_data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def sarif_text(text: str) -> str:
    """Return a text as a SARIF message: no placeholder (2.1.0, 3.11.5), no link (3.11.6)."""
    shown = xml_text(text).replace("{", "{{").replace("}", "}}")
    return _ADDRESS.sub(rf"{_WORD_JOINER}\g<0>", shown.replace("](", f"]{_WORD_JOINER}("))


def url_path(path: str) -> str:
    """Return a relative path as a link's target: no scheme, no spaces, no brackets."""
    return quote(path, safe="/", errors="backslashreplace")


def _ordered(text: str, language: str) -> str:
    shown = visible(text)
    return isolate_runs(shown, language) if language else shown


def _escaped_start(start: re.Match[str]) -> str:
    # A number keeps its digits and loses the power of its dot: `1\.`.
    return start[0] + "\\" if start[0].isdigit() else "\\" + start[0]
