"""Whether two names are one person's."""

from functools import lru_cache

from rapidfuzz import fuzz

# How alike, of 100, two spellings of one full name are at least.
_SAME_SPELLING = 85
# How alike each of its words is at least: names of one family differ in one word.
_SAME_WORD = 70
_FULL_NAME = 2
_PREFIXES = ("person:", "role:")


@lru_cache(1 << 14)
def shared_people(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people of `left` who are in `right` too, in order, however spelled.

    Two spellings of one name count once: of the two sides, the one that names fewer.
    """
    ours, others = _people(left), _people(right)
    if not ours or not others:
        return ()
    shared = tuple(name for name in ours if any(same_person(name, other) for other in others))
    theirs = tuple(name for name in others if any(same_person(name, one) for one in ours))
    return shared if len(shared) <= len(theirs) else theirs


@lru_cache(1 << 12)
def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.startswith(_PREFIXES))


@lru_cache(1 << 16)
def same_person(left: str, right: str) -> bool:
    """Return whether two identities are one: equal, or full names spelled alike."""
    if left == right:
        return True
    one, other = left.removeprefix("person:").split(), right.removeprefix("person:").split()
    if len(one) < _FULL_NAME or len(other) < _FULL_NAME or left.startswith("role:"):
        return False
    if len(one) != len(other):
        return set(one) < set(other) or set(other) < set(one)
    words = zip(one, other, strict=True)
    alike = all(fuzz.ratio(a, b) >= _SAME_WORD for a, b in words)
    return alike and fuzz.ratio(" ".join(one), " ".join(other)) >= _SAME_SPELLING
