"""Things joined two by two into groups."""

from typing import Generic, TypeVar

Thing = TypeVar("Thing", int, str)


class Joined(Generic[Thing]):
    """Which things hang together; whatever was never joined is a group of its own."""

    def __init__(self) -> None:
        self._before: dict[Thing, Thing] = {}

    def join(self, one: Thing, other: Thing) -> None:
        """Make the groups of two things one."""
        first, second = sorted((self.first(one), self.first(other)))
        self._before[second] = first

    def first(self, one: Thing) -> Thing:
        """Return the least thing of a thing's group."""
        while (before := self._before.get(one, one)) != one:
            one = before
        return one
