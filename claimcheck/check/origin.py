"""Where those who agree have it from: a copy in another outlet is no second source."""

import re
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.check.copies import Alike, near_copies
from claimcheck.check.joined import Joined
from claimcheck.lang.agencies import agencies_credited, agencies_named
from claimcheck.lang.pack import PACKS
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.text import Article, Source

_WORD = re.compile(r"\w+")
# How long, in words, and how alike a whole text and a sentence are to be a copy.
_TEXT = Alike(shortest=40, percent=70)
_SENTENCE = Alike(shortest=10, percent=85)
# One publisher prints its own passages again with less care.
_OWN_SENTENCE = Alike(shortest=8, percent=65)


def traced(found: Iterable[Finding], sources: Sequence[Source]) -> tuple[Finding, ...]:
    """Return the findings, each agreement with the origin of every piece of its evidence."""
    whole = {article.id: article for source in sources for article in source.articles}
    texts = {source.path: source.text for source in sources}
    all_found = tuple(found)
    agreeing = {e.article for f in all_found if f.level == "agreement" for e in f.evidence}
    articles = [whole[name] for name in sorted(agreeing)]
    known = _Articles(articles, texts)
    return tuple(
        finding.traced(known.origins(finding.evidence)) if finding.level == "agreement" else finding
        for finding in all_found
    )


class _Articles:
    """The articles of a run, with what makes two of them one origin."""

    def __init__(self, articles: Sequence[Article], texts: Mapping[str, str]) -> None:
        bodies = [_body(article, texts[article.source]) for article in articles]
        words = [_words(body, a.language) for body, a in zip(bodies, articles, strict=True)]
        copies = near_copies(words, _TEXT)
        self._language = {article.id: article.language for article in articles}
        self._copied = {article.id: n for article, n in zip(articles, copies, strict=True)}
        self._publisher = {a.id: (a.publisher or "").strip().casefold() for a in articles}
        self._agencies = {
            article.id: agencies_named(article.publisher or "")
            | agencies_credited(_stretch(article, articles, texts[article.source]))
            for article in articles
        }

    def origins(self, evidence: Sequence[Evidence]) -> list[int]:
        """Return the number of each piece's origin, counted from 1 in their order."""
        names = [piece.article for piece in evidence]
        words = [_words(piece.text, self._language[piece.article]) for piece in evidence]
        own = near_copies(words, _OWN_SENTENCE)
        publishers = [self._publisher[name] for name in names]
        agencies = sorted({one for name in names for one in self._agencies[name]})
        keys = (
            [str(self._copied[name]) for name in names],
            *([one if one in self._agencies[name] else "" for name in names] for one in agencies),
            [str(number) for number in near_copies(words, _SENTENCE)],
            [f"{p}\n{n}" if p else "" for p, n in zip(publishers, own, strict=True)],
        )
        return _numbers(len(evidence), keys)


def _numbers(count: int, keys: Iterable[Sequence[str]]) -> list[int]:
    """Return the number of each piece's group, counted from 1; equal keys join, empty ones do not.

    keys: several for each piece, those of one kind in a row.
    """
    joined = Joined[int]()
    for told in keys:
        holder: dict[str, int] = {}
        for number, key in enumerate(told):
            if key:
                joined.join(holder.setdefault(key, number), number)
    firsts = [joined.first(number) for number in range(count)]
    order = {first: number for number, first in enumerate(dict.fromkeys(firsts), 1)}
    return [order[first] for first in firsts]


def _body(article: Article, text: str) -> str:
    return "\n".join(text[segment.start : segment.end] for segment in article.segments)


def _words(text: str, language: str) -> list[str]:
    return _WORD.findall(PACKS[language].fold(text))


def _stretch(article: Article, articles: Iterable[Article], text: str) -> str:
    """Return an article's text with the lines around it that make no claims, up to the next one."""
    start = article.segments[0].start if article.segments else 0
    others = (a.segments[0].start for a in articles if a.source == article.source and a.segments)
    return text[start : min((other for other in others if other > start), default=len(text))]
