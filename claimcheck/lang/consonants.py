"""Names across scripts: the consonants that are left of a name however it is transliterated."""

import re
from functools import lru_cache

_ARABIC = str.maketrans("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghkddrzsssdtzgfkklmnh", "اويعء")
_DIGRAPHS = {"sh": "s", "ch": "s", "kh": "k", "gh": "g", "ph": "f", "th": "t", "ck": "k", "x": "ks"}
_LATIN = str.maketrans("qcpvj", "kkbfg", "aeiouyw'")
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(1 << 16)
def consonants(key: str) -> str:
    """Return the consonants of a folded name in Latin letters, those that scripts mix up as one."""
    letters = key
    for digraph, letter in _DIGRAPHS.items():
        letters = letters.replace(digraph, letter)
    return _DOUBLED.sub(r"\1", letters.translate(_LATIN).translate(_ARABIC))
