"""Marks that folding loses: vowel signs, accents, what is not seen."""

import unicodedata


class Unmarked(dict[int, int | None]):
    """A table for `str.translate` that drops marks; it learns each code point when it is met."""

    def __missing__(self, code: int) -> int | None:
        """Return the code point itself, None for a mark or a format character."""
        lost = unicodedata.category(chr(code)) in ("Mn", "Cf")
        kept = self[code] = None if lost else code
        return kept


UNMARKED = Unmarked()
