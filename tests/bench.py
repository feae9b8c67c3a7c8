"""Print how fast the pipes read the development stories on one core: python tests/bench.py DEV.

DEV is a folder of stories, read where they lie. Tokens are our atoms, seconds are processor time,
and a speed is the best of several rounds; beside it that of the first, to which every word is new.
`spacy.blank` is what spaCy's own tokenizer takes for the same texts.
"""

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import spacy

from claimcheck.annotate.dates.anchor import anchored
from claimcheck.annotate.doc import pieces_of, prepare
from claimcheck.annotate.nlp import pipes, reading
from claimcheck.model.text import Article
from claimcheck.read.sources import read_sources

ROUNDS = 5
YOUNG_OBJECTS = 200_000  # as the command has it


class Story(NamedTuple):
    """An article and its source's text."""

    article: Article
    text: str


class Speed(NamedTuple):
    """How long a language's articles take: seconds of each step, in the first and the best round.

    spacy: seconds of spaCy's own tokenizer, in its best round.
    """

    articles: int
    tokens: int
    first: Mapping[str, float]
    best: Mapping[str, float]
    spacy: float


class Clock:
    """Sums up the processor time of steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._last = time.process_time()

    def start(self) -> None:
        """Forget what has passed since the last step."""
        self._last = time.process_time()

    def stop(self, step: str) -> None:
        """Add the time since the last step, or the start, to a step."""
        now = time.process_time()
        self.seconds[step] += now - self._last
        self._last = now


def stories(folder: Path) -> list[Story]:
    """Return all articles under a folder."""
    groups = sorted(str(path) for path in folder.iterdir() if path.is_dir())
    sources, _ = read_sources(groups)
    return [Story(article, source.text) for source in sources for article in source.articles]


def read_once(told: list[Story], language: str) -> tuple[dict[str, float], int]:
    """Return the seconds that each step takes, and the number of tokens."""
    clock, tokens = Clock(), 0
    nlp = pipes(language)
    for article, text in told:
        clock.start()
        anchor, _ = anchored(article, text)
        clock.stop("anchor")
        readable, segments = reading(article, text)
        doc = prepare(nlp, readable, anchor, segments)
        clock.stop("tokens")
        for name, pipe in nlp.pipeline:
            doc = pipe(doc)
            clock.stop(name.removeprefix("claimcheck_"))
        tokens += len(pieces_of(doc))
    return clock.seconds, tokens


def tokenized_by_spacy(told: list[Story], language: str) -> float:
    """Return the seconds that spaCy's own tokenizer takes."""
    nlp = spacy.blank(language)
    nlp.max_length = sys.maxsize
    clock = Clock()
    for article, text in told:
        readable, _ = reading(article, text)
        clock.start()
        nlp.make_doc(readable)
        clock.stop("spacy")
    return clock.seconds["spacy"]


def speed(told: list[Story], language: str) -> Speed:
    """Return how fast one language's articles are read."""
    pipes(language)
    first, tokens = read_once(told, language)
    later = [read_once(told, language)[0] for _ in range(ROUNDS - 1)]
    best = min((first, *later), key=total)
    spacys = min(tokenized_by_spacy(told, language) for _ in range(ROUNDS))
    return Speed(len(told), tokens, first, best, spacys)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, metavar="DEV")
    folder = parser.parse_args().stories
    if not folder.is_dir():
        print(f"SKIPPED: no development stories in {folder}", file=sys.stderr)
        return 0
    gc.set_threshold(YOUNG_OBJECTS, 50, 50)
    told = stories(folder)
    by_language = {
        language: speed([s for s in told if s.article.language == language], language)
        for language in sorted({story.article.language for story in told})
    }
    print(*table({**by_language, "all": together(list(by_language.values()))}), sep="\n")
    return 0


def total(seconds: Mapping[str, float]) -> float:
    """Return the seconds of all steps."""
    return sum(seconds.values())


def together(speeds: Sequence[Speed]) -> Speed:
    """Return the articles of several languages as those of one."""
    first, best = (
        {step: sum(seconds[step] for seconds in rounds) for step in rounds[0]}
        for rounds in ([s.first for s in speeds], [s.best for s in speeds])
    )
    articles, tokens = sum(s.articles for s in speeds), sum(s.tokens for s in speeds)
    return Speed(articles, tokens, first, best, sum(s.spacy for s in speeds))


def table(measured: dict[str, Speed]) -> list[str]:
    """Return the lines of the table: a column a language, speeds first, then each step."""
    rows = {
        "articles": [f"{s.articles}" for s in measured.values()],
        "tokens": [f"{s.tokens:,}" for s in measured.values()],
        "tokens/s": [f"{s.tokens / total(s.best):,.0f}" for s in measured.values()],
        "  first round": [f"{s.tokens / total(s.first):,.0f}" for s in measured.values()],
        "times spacy.blank": [f"{total(s.best) / s.spacy:.1f}" for s in measured.values()],
        "us/token": [f"{1e6 * total(s.best) / s.tokens:.1f}" for s in measured.values()],
    }
    for step in next(iter(measured.values())).best:
        rows[f"  {step}"] = [f"{1e6 * s.best[step] / s.tokens:.1f}" for s in measured.values()]
    lines = [["", *measured], *([name, *cells] for name, cells in rows.items())]
    return [line[0].ljust(20) + "".join(cell.rjust(12) for cell in line[1:]) for line in lines]


if __name__ == "__main__":
    sys.exit(main())
