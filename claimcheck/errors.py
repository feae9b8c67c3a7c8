"""What can be wrong with the things a user writes for us, and where."""

from collections.abc import Iterable
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file; line and column count from 1."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column`, without the parts that are not known."""
        return ":".join(str(part) for part in self if part)


class ClaimcheckError(Exception):
    """Something the user has to put right; the command ends with exit code 2."""


class CollectedError(ClaimcheckError):
    """Several faults of the same kind, shown together, one a line."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))

    def __reduce__(self) -> tuple[type["CollectedError"], tuple[tuple[str, ...]]]:
        """Return how to make it again, in another process."""
        return type(self), (self.faults,)


class RuleError(CollectedError):
    """A rule, frame or word list that cannot be used."""


class ConfigError(CollectedError):
    """A setting that cannot be used."""


class SourceError(ClaimcheckError):
    """No source to read: a path that does not exist, a folder without articles."""


class NoSourceError(SourceError):
    """The paths are there, and none holds a source file."""
