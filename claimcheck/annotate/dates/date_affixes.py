"""The article of a date's word."""

from functools import lru_cache

from claimcheck.lang.pack import PACKS


@lru_cache(1 << 14)
def article_size(word: str, skip: int, language: str) -> int:
    """Return how many of the first `skip` code points are an article written out in full."""
    readings = {reading.proclitics: reading.skip for reading in PACKS[language].readings(word)}
    for proclitics, length in readings.items():
        if length == skip and proclitics and len(proclitics[-1]) > 1:
            article = length - readings.get(proclitics[:-1], 0)
            return article if article >= len(proclitics[-1]) else 0
    return 0


@lru_cache(1 << 14)
def has_article(word: str, language: str) -> bool:
    """Return whether a word may be read with an article."""
    readings = PACKS[language].readings(word)
    return any(reading.proclitics and len(reading.proclitics[-1]) > 1 for reading in readings)
