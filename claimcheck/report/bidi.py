"""Keep Arabic and English in order where they share a line (Unicode Standard Annex #9)."""

import re

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
# Hebrew to Arabic Extended-A, and the presentation forms: letters, marks and digits.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_HAS_RTL = re.compile(f"[{_RTL}]")
_HAS_LTR = re.compile("[0-9A-Za-z\u00c0-\u024f]")
# With the numbers at its ends, which belong to it.
_RTL_RUN = re.compile(rf"(?:\d[\d.,]*\s)?[{_RTL}](?:[{_RTL}\s\d.,%/-]*[{_RTL}\d%])?")
# In Arabic, `2014-05` would be set as `05-2014`: the hyphen is neutral between two numbers.
_LTR_WORD = r"[0-9A-Za-z](?:[0-9A-Za-z._/:%+,'#-]*[0-9A-Za-z%])?"
_LTR_RUN = re.compile(rf"{_LTR_WORD}(?:,? {_LTR_WORD})*")


def direction(language: str) -> str:
    """Return the value of HTML's `dir` for a language; `auto` where it is not known."""
    if not language:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def is_right_to_left(text: str) -> bool:
    """Return whether a text has letters that run from right to left."""
    return bool(_HAS_RTL.search(text))


def isolate(text: str, language: str = "en") -> str:
    """Return a text that keeps its own direction on a line in `language`."""
    other = _HAS_LTR if direction(language) == "rtl" else _HAS_RTL
    return _wrapped(text) if other.search(text) else text


def isolate_runs(text: str, language: str) -> str:
    """Return a sentence in `language` with each run of the other direction kept in order."""
    runs = _LTR_RUN if direction(language) == "rtl" else _RTL_RUN
    return runs.sub(lambda run: _wrapped(run[0]), text)


def _wrapped(text: str) -> str:
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"
