"""Where those who agree have it from: a copy in another outlet is no second source."""

import re
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.check.copies import Alike, near_copies
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
        joined = _Joined(len(evidence))
        joined.by([str(self._copied[name]) for name in names])
        for agency in sorted({one for name in names for one in self._agencies[name]}):
            joined.by([agency if agency in self._agencies[name] else "" for name in names])
        words = [_words(piece.text, self._language[piece.article]) for piece in evidence]
        joined.by([str(number) for number in near_copies(words, _SENTENCE)])
        own = near_copies(words, _OWN_SENTENCE)
        publishers = [self._publisher[name] for name in names]
        joined.by([f"{p}\n{n}" if p else "" for p, n in zip(publishers, own, strict=True)])
        return joined.numbers()


class _Joined:
    """Numbers joined into groups by what they have in common."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def by(self, keys: Sequence[str]) -> None:
        """Join those with equal keys; an empty key joins nothing."""
        holder: dict[str, int] = {}
        for number, key in enumerate(keys):
            if key:
                one, other = sorted(
                    (self._root(holder.setdefault(key, number)), self._root(number))
                )
                self._first[other] = one

    def _root(self, number: int) -> int:
        while self._first[number] != number:
            number = self._first[number]
        return number

    def numbers(self) -> list[int]:
        """Return the number of each one's group, counted from 1."""
        roots = [self._root(number) for number in range(len(self._first))]
        order = {root: number for number, root in enumerate(dict.fromkeys(roots), 1)}
        return [order[root] for root in roots]


def _body(article: Article, text: str) -> str:
    return "\n".join(text[segment.start : segment.end] for segment in article.segments)


def _words(text: str, language: str) -> list[str]:
    return _WORD.findall(PACKS[language].fold(text))


def _stretch(article: Article, articles: Iterable[Article], text: str) -> str:
    """Return an article's text with the lines around it that make no claims, up to the next one."""
    start = article.segments[0].start if article.segments else 0
    others = (a.segments[0].start for a in articles if a.source == article.source and a.segments)
    return text[start : min((other for other in others if other > start), default=len(text))]
