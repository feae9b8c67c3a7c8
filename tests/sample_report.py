"""Reports built by hand, for the tests of the renderers, the gate and the commands."""

from claimcheck.model.claim import Guard
from claimcheck.model.finding import (
    ArticleSummary,
    Evidence,
    Finding,
    Report,
    SourceSummary,
    Summary,
)
from claimcheck.model.problem import Problem

DEBT_2014 = (
    "وكانت أوسلو قد شطبت في مايو 2014 نحو 90% من ديون جزر القمر البالغة 11 مليار دولار"
    " (World Bank)، ضمن اتفاق وقعه وزيرا المالية."
)
DEBT_2012 = "وفي عام 2012 أعفت أوسلو موروني من معظم ما عليها من ديون."
DEBT_EN = "Oslo wrote off most of what Moroni owed it in 2012, the ministry said."
VENUE_AR = "والتقى الوزيران في جامعة الساحل بمدينة موروني، وفق البيان."
VENUE_EN = "The two ministers met at the Ras Hilal air base on Tuesday."


def evidence(text, quote, side, value, **where):
    """Return evidence of a sentence that stands 100 code points into its source."""
    source = where.get("source", "articles/a.txt")
    start = 100 + max(text.find(quote), 0)
    return Evidence(
        source=source,
        article=where.get("article", f"{source}#0"),
        start=start,
        end=start + len(quote),
        line=where.get("line", 3),
        quote=quote,
        side=side,
        value=value,
        sentence=(100, 100 + len(text)),
        text=text,
        claim=f"{source}/{side}{start}",
    )


def finding(**changed):
    """Return a conflict over a date, with two sides and three sources."""
    fields = {
        "id": "3f9a1c0b7d52e846",
        "rule": "event-date",
        "kind": "date",
        "level": "conflict",
        "reading": "contradiction",
        "title": "Two sources date one event differently",
        "subject": "شطب الديون",
        "message": "شطب الديون: May 2014 in one source, 2012 in two others",
        "message_ar": "شطب الديون: 2014-05 في مصدر، و2012 في مصدرين آخرين",
        "weight": "11.20",
        "diagnosis": "two years apart",
        "evidence": (
            evidence(DEBT_2014, "مايو 2014", "A", "2014-05", source="articles/a.txt", line=17),
            evidence(DEBT_2012, "عام 2012", "B", "2012", source="articles/ب.txt", line=4),
            evidence(DEBT_EN, "in 2012", "B", "2012", source="articles/c.md", line=9),
        ),
        "guards": (
            Guard(guard="same event", result="pass", because="debt, Oslo and Moroni in both"),
            Guard(guard="same status", result="unknown", because="'أعفت' may be a plan"),
        ),
    }
    return Finding(**{**fields, **changed})


def venue(**changed):
    """Return a conflict over a place, across languages."""
    fields = {
        "id": "77aa00bb11cc22dd",
        "rule": "event-place",
        "kind": "place",
        "title": "Two sources put one event in places that lie apart",
        "subject": "meeting of the ministers",
        "message": "The ministers' meeting: جامعة الساحل or the Ras Hilal air base",
        "message_ar": "لقاء الوزيرين: جامعة الساحل أو the Ras Hilal air base",
        "diagnosis": "",
        "evidence": (
            evidence(VENUE_AR, "جامعة الساحل بمدينة موروني", "A", "facility:university:الساحل"),
            evidence(
                VENUE_EN,
                "Ras Hilal air base",
                "B",
                "facility:base:ras hilal",
                source="articles/c.md",
            ),
        ),
    }
    return finding(**{**fields, **changed})


def tension(**changed):
    """Return a tension."""
    fields = {
        "id": "1234abcd",
        "level": "tension",
        "reading": "update",
        "message": "Toll: 40 or 52",
    }
    return finding(**{**fields, **changed})


def agreement(**changed):
    """Return an agreement."""
    fields = {
        "id": "9876fedc",
        "level": "agreement",
        "reading": "agreement",
        "message": "Debt: 90%",
    }
    return finding(**{**fields, **changed})


def article(path, language="ar", **changed):
    """Return the summary of a file's main article."""
    fields = {
        "id": f"{path}#0",
        "title": "ديون",
        "language": language,
        "publisher": None,
        "published": None,
        "anchor": "",
        "anchor_from": "",
        "zone": "main",
        "line": 1,
        "claims": 12,
    }
    return ArticleSummary(**{**fields, **changed})


def source(path, *articles):
    """Return the summary of a file."""
    return SourceSummary(path=path, sha256="0" * 64, articles=articles or (article(path),))


def report(*findings, problems=(), claims=40, sources=None):
    """Return a report with these findings, its counts in order."""
    each = 12 if claims else 0
    read = sources or (
        source(
            "articles/a.txt",
            article(
                "articles/a.txt",
                publisher="صحيفة الساحل",
                anchor="2023-09-13",
                anchor_from="published line",
                claims=each,
            ),
        ),
        source("articles/ب.txt", article("articles/ب.txt", claims=each)),
        source(
            "articles/c.md",
            article("articles/c.md", "en", publisher="The Moroni Post", claims=each),
        ),
    )
    levels = [found.level for found in findings]
    counts = Summary(
        sources=len(read),
        articles=len(read),
        claims=claims,
        conflicts=levels.count("conflict"),
        tensions=levels.count("tension"),
        agreements=levels.count("agreement"),
        problems=len(problems),
    )
    return Report(
        schema="claimcheck.report/1",
        version="0.1.0",
        summary=counts,
        sources=tuple(read),
        findings=findings,
        problems=tuple(problems),
    )


def sample():
    """Return a report with something of everything."""
    problems = (
        Problem(source="articles/ب.txt", code="no-anchor", message="no date was found"),
        Problem(source="articles/c.md", code="no-anchor", message="no date was found"),
        Problem(source="articles/d.bin", code="unreadable", message="it is no text", line=1),
    )
    return report(finding(), venue(), tension(), agreement(), problems=problems)
