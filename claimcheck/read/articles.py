"""The articles of a source's pages, each with its day, outlet and language."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.model.problem import Problem
from claimcheck.model.text import Article, Interval
from claimcheck.read.dates import address_days, days_of, iso_date
from claimcheck.read.language import language_of
from claimcheck.read.lines import lines_of, paragraphs
from claimcheck.read.page import Page, Pages
from claimcheck.read.segments import Said, read_zone
from claimcheck.read.zones import zones_of

NOTHING: Mapping[str, str] = {}


class Settings(NamedTuple):
    """What the configuration says of sources, by path, file name or article id.

    published: ISO dates; publishers: outlets.
    """

    published: Mapping[str, str] = NOTHING
    publishers: Mapping[str, str] = NOTHING


class _Part(NamedTuple):
    """One article of a source: its number there, what its page and its own lines say of it."""

    path: str
    number: int
    appended: bool
    fields: dict[str, str]
    said: Said

    def setting(self, settings: Mapping[str, str]) -> str | None:
        """Return the setting for this article: by its id, else by its file if it leads there."""
        names = [name for name in settings if self._is_named(name)]
        return settings[max(names, key=lambda name: ("#" in name, len(name)))] if names else None

    def _is_named(self, name: str) -> bool:
        article = f"{self.path}#{self.number}"
        whole = () if self.appended else (self.path,)
        return any(own == name or own.endswith("/" + name) for own in (article, *whole))


class _Day(NamedTuple):
    """The day of an article as stated, as an interval, and where it is stated."""

    published: str | None = None
    anchor: Interval = Interval()
    anchor_from: str = ""


def articles_of(
    path: str, pages: Pages, settings: Settings
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles of a source's pages, numbered through, and what is wrong with them."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for part in _parts(path, pages):
        if not part.said.segments:
            message = f"article {part.number} has no text beside labels and links"
            problems.append(Problem(source=path, code="empty", message=message))
            continue
        day = _day(part, settings, problems)
        text = " ".join(pages.text[s.start : s.end] for s in part.said.segments)
        language = language_of(text, part.fields.get("language", ""))
        if language is None:
            message = f"article {part.number} is in a language that has no pack; it is not read"
            problems.append(Problem(source=path, code="language", message=message))
        else:
            articles.append(_article(part, language, day, settings))
    return tuple(articles), tuple(problems)


def _parts(path: str, pages: Pages) -> Iterator[_Part]:
    """Yield the articles of each page: its own, then those appended to it."""
    number = 0
    for page in pages.pages:
        lines = paragraphs(pages.text, lines_of(pages.text, page.start, page.end))
        for at, zone in enumerate(zones_of(pages.text, lines)):
            own = page if at == 0 else Page(page.start, page.end, {})
            said = read_zone(pages.text, zone, own.title)
            yield _Part(path, number, at > 0, own.fields, said)
            number += 1


def _day(part: _Part, settings: Settings, problems: list[Problem]) -> _Day:
    """Return the article's day; a stated one that is no ISO date goes to the problems."""
    stated = (
        ("configuration", part.setting(settings.published)),
        ("front matter", part.fields.get("published")),
    )
    for origin, published in stated:
        date = iso_date(published) if published else None
        days = days_of(date) if date else None
        if days is not None:
            return _Day(date, days, origin)
        if published:
            message = f"{origin}: {published!r} is no ISO date such as 2024-05-03; ignored"
            problems.append(Problem(source=part.path, code="published", message=message))
    return _Day()


def _article(part: _Part, language: str, day: _Day, settings: Settings) -> Article:
    publisher = part.setting(settings.publishers) or part.said.publisher
    return Article(
        source=part.path,
        number=part.number,
        zone="appended" if part.appended else "main",
        language=language,
        title=part.fields.get("title") or part.said.title,
        publisher=publisher or part.fields.get("publisher"),
        published=day.published,
        anchor=day.anchor,
        anchor_from=day.anchor_from,
        url_day=address_days(part.fields.get("url", "")),
        segments=part.said.segments,
    )
