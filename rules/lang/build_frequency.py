"""Make `rules/lang/<code>/frequency.tsv`: how often news and web text uses each content word."""

from pathlib import Path

import wordfreq

from claimcheck.lang.pack import PACKS

HEADER = """\
# How common a word is: content key <TAB> Zipf frequency in tenths (30 is once a million words).
# Made by rules/lang/build_frequency.py from wordfreq 3.1 (Robyn Speer), data CC BY-SA 4.0.
# A key that is not here is rarer than 2.5.
"""
LEAST = 2.5


def table(language: str) -> str:
    """Return the table of one language, sorted by key."""
    pack = PACKS[language]
    frequencies: dict[str, float] = {}
    for word in wordfreq.top_n_list(language, 60000):
        zipf = wordfreq.zipf_frequency(word, language)
        if zipf < LEAST or not any(letter.isalpha() for letter in word):
            continue
        key = pack.content_key(word)
        frequencies[key] = max(frequencies.get(key, 0.0), zipf)
    rows = sorted(f"{key}\t{round(zipf * 10)}" for key, zipf in frequencies.items())
    return HEADER + "\n".join(rows) + "\n"


if __name__ == "__main__":
    for code in PACKS:
        path = Path(__file__).parent / code / "frequency.tsv"
        path.write_text(table(code), encoding="utf-8")
