"""A file's bytes as text."""

import codecs
import re

from claimcheck.model.problem import Problem
from claimcheck.read.language import reads_as_language

LIMIT = 10 * 1024 * 1024

# The longer marks first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ["cp1256", "iso8859_6", "cp1252"]
_SAMPLE = 64 * 1024
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_CONTROL_SHARE = 0.02
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


def decode(path: str, data: bytes, *, markup: bool = False) -> str | Problem:
    """Return the text of a file without its byte order mark, or why it has none.

    markup: the bytes may themselves say how they are encoded, as HTML does.
    """
    if len(data) > LIMIT:
        return too_large(path, len(data))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], encoding, len(mark))
    if is_binary(data):
        return Problem(source=path, code="binary", message="is not a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error, markup=markup)


def too_large(path: str, size: int) -> Problem:
    """Return the problem of a file that is larger than the limit."""
    message = f"has {size:,} bytes; the limit is {LIMIT:,}: split it into smaller files"
    return Problem(source=path, code="too-large", message=message)


def is_binary(data: bytes) -> bool:
    """Return whether bytes hold a NUL or more control codes than a text would."""
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\0" in data or control > _CONTROL_SHARE * len(sample)


def _strict(path: str, data: bytes, encoding: str, skipped: int) -> str | Problem:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _broken(path, data, error, skipped)
        place = f"byte {error.start + skipped + 1}"
        message = f"{place} is not {encoding.upper()}: save the file as UTF-8"
        return Problem(source=path, code="encoding", message=message)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError, *, markup: bool) -> str | Problem:
    """Return the text in the older encoding that the bytes are in, or the place of the fault."""
    declared = _DECLARED.search(data[:_HEAD]) if markup else None
    text = _declared_text(data, declared.group(1).decode("ascii")) if declared else None
    if text is None and not _is_mostly_utf8(data):
        text = _legacy_text(data)
    return text if text is not None else _broken(path, data, error, 0)


def _is_mostly_utf8(data: bytes) -> bool:
    """Return whether more characters beyond ASCII are whole in UTF-8 than are not."""
    text = data.decode("utf-8", "surrogateescape")
    beyond = len(text.encode("ascii", "ignore"))
    bad = sum("\udc80" <= character <= "\udcff" for character in text)
    return len(text) - beyond - bad > bad


def _declared_text(data: bytes, encoding: str) -> str | None:
    """Return the text in the encoding that the page says, None where that cannot be."""
    try:
        name = codecs.lookup(encoding).name
        return data.decode(name) if name != "utf-8" else None
    except (LookupError, UnicodeDecodeError):
        return None


def _legacy_text(data: bytes) -> str | None:
    """Return the text in the likeliest one-byte encoding of the languages that we read."""
    from charset_normalizer import from_bytes  # few files need it

    guess = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY).best()
    names = [guess.encoding] if guess is not None else []
    for name in dict.fromkeys([*names, *_LEGACY]):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if reads_as_language(text):
            return text
    return None


def _broken(path: str, data: bytes, error: UnicodeDecodeError, skipped: int) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    message = (
        f"byte {error.start + skipped + 1} (0x{data[error.start]:02x}) in line {line} "
        "is not UTF-8: save the file as UTF-8"
    )
    return Problem(source=path, code="broken-utf8", message=message, line=line)
