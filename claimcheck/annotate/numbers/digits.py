"""Numbers in digits: scripts, separators, and which of two readings this text uses."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

_GROUPING = "٬'’\u00a0\u202f\u2009"
_DECIMAL = "٫"
# Agencies set the decimal or thousands mark as this letter, and the parts from right to left.
_REVERSED = "ر"
_PARTS = re.compile(r"\d+|\D")
_GROUP = 3
_LAKH = 2
_ONE = Decimal(1)
_NO_BREAK = "\u00a0"
_VULGAR_SLASH = "\u2044"


class Written(NamedTuple):
    """A number in digits.

    grain: place value of its last digit.
    """

    value: Decimal
    grain: Decimal


class Convention(NamedTuple):
    """What a mark before exactly three digits means, `group` or `decimal`, per mark.

    proven: marks that other numbers of the same text use in one way only.
    """

    default: Mapping[str, str]
    proven: Mapping[str, str]


def parts_of(text: str) -> list[str]:
    """Return the digit groups and the marks between them, in turn."""
    return _PARTS.findall(text)


def proven_marks(texts: Iterable[str]) -> dict[str, str]:
    """Return the marks that these numbers use in one way only, with that way."""
    seen: dict[str, set[str]] = {}
    for text in texts:
        if text.isdecimal() or _is_ratio(text):
            continue
        parts = parts_of(text)
        marks = parts[1::2]
        if len(marks) == 1 and len(parts[2]) != _GROUP:
            seen.setdefault(marks[0], set()).add("decimal")
        elif len(marks) > 1 and _grouped(parts[:-2]) and len(set(marks[:-1])) == 1:
            seen.setdefault(marks[0], set()).add("group")
            if marks[-1] != marks[0]:
                seen.setdefault(marks[-1], set()).add("decimal")
    return {mark: ways.pop() for mark, ways in seen.items() if len(ways) == 1}


def read_digits(text: str, convention: Convention, *, scaled: bool) -> Written | None:
    """Return the number that a number atom holds, None for a date, a code or a version.

    scaled: a scale word or a percent sign follows, so that 1.234 is rarely a thousand.
    """
    if text.isdecimal():
        return None if is_padded(text) else Written(Decimal(text), _ONE)
    if _is_ratio(text):
        return _ratio(text)
    parts = parts_of(text)
    marks = parts[1::2]
    if _REVERSED in marks:
        return _from_parts(_turned(parts)) if set(marks) == {_REVERSED} else None
    if len(marks) == 1:
        return _one_mark(parts, convention, scaled=scaled)
    return _from_parts(_many_marks(parts))


def is_padded(digits: str) -> bool:
    """Return whether the digits are a code: 007, 05."""
    return len(digits) > 1 and unicodedata.decimal(digits[0]) == 0


def _is_ratio(text: str) -> bool:
    """Return whether 1/2, a fraction sign, or a whole number with one of them is written."""
    return "/" in text or (not text[-1].isdecimal() and text[-1].isnumeric())


def _ratio(text: str) -> Written:
    """Return the value of 1/2, of a fraction sign, or of either after a whole number: 2 1/2."""
    whole, part = text, ""
    if text[-1].isdecimal():
        whole, _, part = text.rpartition(_NO_BREAK)
    else:
        whole, part = text[:-1].rstrip(_NO_BREAK), text[-1]
    spelled = unicodedata.normalize("NFKC", part).replace(_VULGAR_SLASH, "/")
    above, _, below = spelled.partition("/")
    value = Decimal(whole or 0) + Decimal(above) / Decimal(below)
    return Written(value, Decimal("0.01"))


def _grouped(parts: list[str]) -> bool:
    """Return whether these are digit groups as thousands are written."""
    groups = parts[::2]
    return (
        0 < len(groups[0]) <= _GROUP
        and not is_padded(groups[0])
        and all(len(group) == _GROUP for group in groups[1:])
    )


def _turned(parts: list[str]) -> tuple[str, str] | None:
    """Return whole and decimal digits of the agencies' form: 675ر371ر2, 9ر1."""
    groups = parts[::-2]
    if len(groups) == 2 and len(groups[1]) != _GROUP:
        return groups[0], groups[1]
    thousands = [group for g in groups for group in (g, "")][:-1]
    return ("".join(groups), "") if _grouped(thousands) else None


def _one_mark(parts: list[str], convention: Convention, *, scaled: bool) -> Written | None:
    whole, mark, rest = parts
    if mark in _DECIMAL:
        return _from_parts((whole, rest))
    if mark in _GROUPING:
        return _from_parts((whole + rest, "")) if _grouped(parts) else None
    if len(rest) == _GROUP and _grouped(parts) and whole != "0":
        way = _way(mark, rest, convention, scaled=scaled)
        return _from_parts((whole, rest) if way == "decimal" else (whole + rest, ""))
    if mark not in convention.default and len(whole) > _GROUP:
        return None
    return _from_parts((whole, rest))


def _way(mark: str, rest: str, convention: Convention, *, scaled: bool) -> str:
    """Return what the mark before three digits means.

    Whole thousands are never written as a decimal. Beside a scale word or a percent sign a dot
    is a decimal point and a comma what the text's other numbers show; elsewhere three digits
    follow the language's habit, unless the text proves that it groups by this mark.
    """
    default = convention.default.get(mark, "group")
    proven = convention.proven.get(mark, default)
    if int(rest) == 0:
        return default
    if scaled:
        return "decimal" if mark == "." else proven
    return "group" if "group" in (default, proven) else "decimal"


def _many_marks(parts: list[str]) -> tuple[str, str] | None:
    """Return whole and decimal digits of 1,234,567 and 1.234,5; None for a date or a version."""
    marks = parts[1::2]
    if len(set(marks)) == 1:
        return ("".join(parts[::2]), "") if _grouped(parts) or _in_lakhs(parts) else None
    if len(set(marks[:-1])) == 1 and (_grouped(parts[:-2]) or _in_lakhs(parts[:-2])):
        return "".join(parts[:-2:2]), parts[-1]
    return None


def _in_lakhs(parts: list[str]) -> bool:
    """Return whether these are digit groups as India writes lakhs: 12,34,567."""
    groups = parts[::2]
    return (
        parts[1::2] == [","] * (len(groups) - 1)
        and len(groups) > 2
        and len(groups[0]) <= _LAKH
        and not is_padded(groups[0])
        and len(groups[-1]) == _GROUP
        and all(len(group) == _LAKH for group in groups[1:-1])
    )


def _from_parts(found: tuple[str, str] | None) -> Written | None:
    if found is None or (is_padded(found[0])):
        return None
    whole, rest = found
    value = Decimal(f"{whole}.{rest}" if rest else whole)
    return Written(value, Decimal(1).scaleb(-len(rest)))
