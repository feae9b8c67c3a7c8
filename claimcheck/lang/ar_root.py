"""Arabic roots: what a verb, its verbal noun and its participles have in common."""

from collections import defaultdict
from functools import lru_cache

# Measures of the verb, the verbal noun, the participles and the broken plural; digits stand for
# the radicals. The first that fits counts.
_MEASURES = (
    "123",
    "ي123 1ا23 12ا3 12و3 12ي3 ات23 م123 ت123 ن123 ا123",
    "م12و3 ا1ت23 م1ت23 ي1ت23 ت1ت23 ات2ا3 ت1ا23 م1ا23 ي1ا23 ت12ي3 ا12ا3 م12ا3 م12ي3"
    " ان123 من123 ين123 تن123 مت123 يت123 تت123 1وا23 12اي3",
    "است123 مست123 يست123 تست123 ا1ت2ا3 ان12ا3 م1ا2ي3 ت1ا2ي3 مت1ا23 يت1ا23 تت1ا23",
    "است12ا3",
)
_SHORTEST = 3
# Endings that a content key may still have.
_ENDINGS = ("ت", "وا", "نا", "هم", "ها", "هن")
_WEAK = str.maketrans("وي", "اا")


def _by_length() -> dict[int, list[str]]:
    table: dict[int, list[str]] = defaultdict(list)
    for measures in _MEASURES:
        for measure in measures.split():
            table[len(measure)].append(measure)
    return table


_TABLE = _by_length()


@lru_cache(1 << 16)
def root(key: str) -> str:
    """Return the radicals of a content key, weak ones as one letter; nothing if no measure fits."""
    for stem in (key, *(key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending))):
        for measure in _TABLE.get(len(stem), ()):
            radicals = _radicals(stem, measure)
            if radicals:
                return radicals
    return ""


def _radicals(stem: str, measure: str) -> str:
    """Return the letters of `stem` at the digits of a measure whose other letters it has."""
    found = {}
    for letter, place in zip(stem, measure, strict=True):
        if place.isdigit():
            found[place] = letter
        elif place != letter:
            return ""
    radicals = "".join(found.get(place, "و") for place in "123").translate(_WEAK)
    return radicals if radicals.count("ا") < len(radicals) - 1 else ""
