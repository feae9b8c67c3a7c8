"""What could not be read or checked."""

from claimcheck.model.base import Frozen


class Problem(Frozen):
    """A fault of a source, not of the user: the run goes on without that part.

    source: the path as given; line: counts from 1, 0 where no line is meant.
    code: kebab-case, the same for the same fault.
    """

    source: str
    code: str
    message: str
    line: int = 0
