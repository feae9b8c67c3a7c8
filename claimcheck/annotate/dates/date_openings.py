"""The letters that a match of a pattern opens with and needs, so that few patterns are tried."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\(\?(?:<?[=!]|:|P<\w+>)|\(|\)|\||\[[^\]]*\]|[?*+]|\{\d*,?\d*\}|[\^$]")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


def openings(regex: str) -> frozenset[str]:
    """Return the letters that a match may open with; the pattern is one of `date_patterns`."""
    letters, _ = _choice(iter([*_TOKEN.findall(regex), ")"]))
    return letters


def _choice(tokens: Iterator[str]) -> tuple[frozenset[str], bool]:
    """Return the first letters of a group up to its end, and whether it may be empty."""
    letters: frozenset[str] = frozenset()
    open_, empty = True, False
    last: tuple[frozenset[str], bool] = frozenset(), True
    for token in tokens:
        if token in "?*" or token.startswith("{"):
            last = last[0], last[1] or token != "{1,2}"
            continue
        letters |= last[0] if open_ else frozenset()
        open_ = open_ and last[1]
        last = frozenset(), True
        if token == ")":
            return letters, open_ or empty
        if token == "|":
            empty, open_ = empty or open_, True
        elif token.startswith("("):
            inside = _choice(tokens)
            last = (frozenset(), True) if token in _LOOKS else inside
        elif token.startswith("["):
            last = frozenset(token[1:-1]), False
    return letters, open_ or empty


def needed(regex: str) -> tuple[frozenset[str], ...]:
    """Return sets of letters of each of which every match has one."""
    return tuple(dict.fromkeys(_needed(iter([*_TOKEN.findall(regex), ")"]))))


def _needed(tokens: Iterator[str]) -> list[frozenset[str]]:
    """Return what a group needs up to its end; of alternatives, one set that serves them all."""
    choices: list[list[frozenset[str]]] = [[]]
    last: list[frozenset[str]] = []
    for token in tokens:
        if token in "?*" or (token.startswith("{") and token != "{1,2}"):
            last = []
            continue
        choices[-1] += last
        last = []
        if token == ")":
            break
        if token == "|":
            choices.append([])
        elif token.startswith("("):
            inside = _needed(tokens)
            last = [] if token in _LOOKS else inside
        elif token.startswith("["):
            last = [frozenset(token[1:-1])]
    if len(choices) == 1:
        return choices[0]
    return [frozenset().union(*(min(sets, key=len) for sets in choices))] if all(choices) else []
