"""What a match of a pattern opens with and needs, so that few patterns are tried."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\(\?(?:<?[=!]|:)|\(|\)|\||\?|\{\d*,?\d*\}|[\^$]|[\w=]+")
_BEHIND = "(?<="
_LOOKS = ("(?=", "(?!", _BEHIND, "(?<!")
_ANCHORS = "^$"
_NOTHING: frozenset[str] = frozenset()


class Shape(NamedTuple):
    """What every match of a pattern has.

    opens: the letters that it may open with. empty: it may be empty.
    needs: sets of letters of each of which it has one.
    after: the letters of which one stands before it, None where any may.
    """

    opens: frozenset[str]
    empty: bool
    needs: tuple[frozenset[str], ...]
    after: frozenset[str] | None = None


_EMPTY = Shape(_NOTHING, True, ())  # noqa: FBT003
_IMPOSSIBLE = Shape(_NOTHING, False, (_NOTHING,))  # noqa: FBT003


def alternatives(source: str) -> list[str]:
    """Return the parts of a pattern between the `|` that stand in no group."""
    parts, depth = [""], 0
    for letter in source:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def shape(source: str, word: Callable[[str], Shape]) -> Shape:
    """Return the shape of a pattern; `word` gives that of a class or piece by its name."""
    return _choice(iter([*_TOKEN.findall(source), ")"]), word)


def one_of(letters: str) -> Shape:
    """Return the shape of one letter of a class, which may have none."""
    found = frozenset(letters)
    return Shape(found, False, (found,)) if found else _IMPOSSIBLE  # noqa: FBT003


def _choice(tokens: Iterator[str], word: Callable[[str], Shape]) -> Shape:
    """Return the shape of a group up to its end."""
    choices: list[Shape] = []
    before, last = _EMPTY, _EMPTY
    for token in tokens:
        if token[0] in "?{":
            last = _repeated(last, token)
            continue
        before, last = _then(before, last), _EMPTY
        if token in ")|":
            choices.append(before)
            before = _EMPTY
            if token == ")":
                break
        elif token[0] == "(":
            inside = _choice(tokens, word)
            last = _looked(inside, token) if token in _LOOKS else inside
        elif token not in _ANCHORS:
            last = word(token)
    return _either([choice for choice in choices if _NOTHING not in choice.needs])


def _looked(inside: Shape, token: str) -> Shape:
    """Return the shape of a look ahead or behind, which takes up no letter."""
    if token != _BEHIND or inside.empty:
        return _EMPTY
    return Shape(_NOTHING, True, (), inside.opens)  # noqa: FBT003


def _repeated(one: Shape, token: str) -> Shape:
    """Return the shape of what stands so often: `?`, `{0,2}`, `{1,2}`."""
    if token == "{1,2}":
        return one
    return Shape(one.opens, True, ())  # noqa: FBT003


def _then(left: Shape, right: Shape) -> Shape:
    """Return the shape of one pattern and another after it."""
    if right is _EMPTY:
        return left
    opens = left.opens | right.opens if left.empty else left.opens
    needs = tuple(dict.fromkeys((*left.needs, *right.needs)))
    after = right.after if left is _EMPTY else left.after
    return Shape(opens, left.empty and right.empty, needs, after)


def _either(choices: list[Shape]) -> Shape:
    """Return the shape of alternatives; beside what all need, one set serves the rest of them."""
    if len(choices) < 2:
        return choices[0] if choices else _IMPOSSIBLE
    common = frozenset(choices[0].needs).intersection(*(one.needs for one in choices[1:]))
    shared = [need for need in choices[0].needs if need in common]
    own = [[need for need in one.needs if need not in common] for one in choices]
    if all(own):
        shared.append(_NOTHING.union(*(min(needs, key=len) for needs in own)))
    behind = [one.after for one in choices if one.after is not None]
    return Shape(
        _NOTHING.union(*(one.opens for one in choices)),
        any(one.empty for one in choices),
        tuple(shared),
        _NOTHING.union(*behind) if len(behind) == len(choices) else None,
    )
