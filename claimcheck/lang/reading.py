"""A way to read a surface word."""

from typing import NamedTuple


class Reading(NamedTuple):
    """A surface word taken apart.

    key: the folded word without its clitics.
    proclitics: the folded clitics before it, in order, the article last.
    enclitic: the folded pronoun after it, or empty.
    skip: how many code points of the surface word the proclitics take.
    """

    key: str
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""
    skip: int = 0
