"""Print how fast the pipes read the development stories on one core: python tests/bench.py DEV.

DEV is a folder of stories, read where they lie. Tokens are our atoms, seconds are processor time,
and a speed is the best of several rounds; beside it that of the first, to which every word is new.
The steps are timed in rounds of their own, since reading the clock between them takes its time.
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
from claimcheck.annotate.nlp import piped, pipes, reading, steps
from claimcheck.model.text import Article
from claimcheck.read.sources import read_sources

ROUNDS = 5
YOUNG_OBJECTS = 200_000  # as the command has it


class Story(NamedTuple):
    """An article and its source's text."""

    article: Article
    text: str


class Speed(NamedTuple):
    """How many seconds a language's articles take, in the first and the best round.

    steps: those of each step, in their best round. spacy: those of spaCy's own tokenizer, in its.
    """

    articles: int
    tokens: int
    first: float
    best: float
    steps: Mapping[str, float]
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


def read_once(told: list[Story], language: str) -> tuple[float, int]:
    """Return the seconds that the articles take, and the number of their tokens."""
    nlp, tokens = pipes(language), 0
    started = time.process_time()
    for article, text in told:
        anchor, _ = anchored(article, text)
        readable, segments = reading(article, text)
        doc = piped(prepare(nlp, readable, anchor, segments), language)
        tokens += len(pieces_of(doc))
    return time.process_time() - started, tokens


def steps_once(told: list[Story], language: str) -> dict[str, float]:
    """Return the seconds that each step takes."""
    nlp, clock = pipes(language), Clock()
    for article, text in told:
        clock.start()
        anchor, _ = anchored(article, text)
        clock.stop("anchor")
        readable, segments = reading(article, text)
        doc = prepare(nlp, readable, anchor, segments)
        clock.stop("tokens")
        for name, pipe in steps(language):
            doc = pipe(doc)
            clock.stop(name.removeprefix("claimcheck_"))
    return clock.seconds


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
    best = min(read_once(told, language)[0] for _ in range(ROUNDS - 1))
    each = min((steps_once(told, language) for _ in range(ROUNDS - 1)), key=total)
    spacys = min(tokenized_by_spacy(told, language) for _ in range(ROUNDS))
    return Speed(len(told), tokens, first, best, each, spacys)


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
    each = {step: sum(s.steps[step] for s in speeds) for step in speeds[0].steps}
    articles, tokens = sum(s.articles for s in speeds), sum(s.tokens for s in speeds)
    first, best = sum(s.first for s in speeds), sum(s.best for s in speeds)
    return Speed(articles, tokens, first, best, each, sum(s.spacy for s in speeds))


def table(measured: dict[str, Speed]) -> list[str]:
    """Return the lines of the table: a column a language, speeds first, then each step."""
    rows = {
        "articles": [f"{s.articles}" for s in measured.values()],
        "tokens": [f"{s.tokens:,}" for s in measured.values()],
        "tokens/s": [f"{s.tokens / s.best:,.0f}" for s in measured.values()],
        "  first round": [f"{s.tokens / s.first:,.0f}" for s in measured.values()],
        "times spacy.blank": [f"{s.best / s.spacy:.1f}" for s in measured.values()],
        "us/token": [f"{1e6 * s.best / s.tokens:.1f}" for s in measured.values()],
    }
    for step in next(iter(measured.values())).steps:
        rows[f"  {step}"] = [f"{1e6 * s.steps[step] / s.tokens:.1f}" for s in measured.values()]
    lines = [["", *measured], *([name, *cells] for name, cells in rows.items())]
    return [line[0].ljust(20) + "".join(cell.rjust(12) for cell in line[1:]) for line in lines]


if __name__ == "__main__":
    sys.exit(main())
