"""Reports built by hand, for the tests of the renderers, the gate and the commands."""

from claimcheck.lang.report_words import report_words
from claimcheck.model.claim import Guard
from claimcheck.model.finding import (
    ArticleSummary,
    Evidence,
    Finding,
    Report,
    RuleSummary,
    SourceSummary,
    Summary,
)
from claimcheck.model.problem import Problem
from claimcheck.report.target import Target

HOSTILE = [
    "<script>alert(1)</script>",
    "</blockquote></div></td><img src=x onerror=alert(1)>",
    "![tracker](https://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "<https://evil.example>",
    "see https://evil.example and www.evil.example",
    "a | b || c",
    "``` ` `` `code`",
    "first\n\n# heading\n\n- list\n| a | b |",
    "\x1b[31mred\x1b[0m\x07",
    "abc\u202egnp.exe\u202c \u2066x\u2069",
    "</summary></details><iframe src=//evil.example>",
    "***bold*** __b__ ~~gone~~ $x$ &lt;b&gt; &#60;img src=x&#62;",
    "1. one",
    "- dash",
    "\\| \\[x\\](http://evil.example)",
    "@editor please",
    "<!-- open comment",
    "[ref]: http://evil.example",
    "{{ template }} {% raw %} {0} {a.b}",
    "::error file=a.py::obey",
    "first\n::set-output name=x::y\r\n##[error]z",
    '=HYPERLINK("http://evil.example")',
    "+1|cmd",
    ']]><!ENTITY a "b"><!DOCTYPE x [<!ENTITY lol "&lol;&lol;">]>',
    "a\x00b\x0bc\ufffed\uffffe\udc80f",
    "%0A%0D::error::x,y:z",
    "%%{init: {}}%% title section end ; : #quot;",
    "\u0627\u202e\u0644 | <b>",
]

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
        "title_ar": "مصدران يؤرخان حدثا واحدا تأريخين مختلفين",
        "subject": "شطب الديون",
        "subject_ar": "شطب الديون",
        "message": "شطب الديون: May 2014 in one source, 2012 in two others",
        "message_ar": "شطب الديون: 2014-05 في مصدر، و2012 في مصدرين آخرين",
        "weight": "11.20",
        "diagnosis": "off-by-one-year",
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


RULES = (
    RuleSummary(
        id="event-date",
        kind="date",
        title="Two sources date one event differently",
        title_ar="مصدران يؤرخان حدثا واحدا تأريخين مختلفين",
        why="An event happens once.",
    ),
    RuleSummary(
        id="figure", kind="quantity", title="Two figures", title_ar="رقمان", why="One size.\n"
    ),
)


def counted(one, findings):
    """Return a file's summary with how many findings it is evidence of."""
    of = dict.fromkeys(("conflict", "tension", "agreement"), 0)
    for found in findings:
        of[found.level] += any(piece.source == one.path for piece in found.evidence)
    told = dict(one) | {"conflicts": of["conflict"], "tensions": of["tension"]}
    return SourceSummary(**told)


def target(folder="reports", lang="en", claims=()):
    """Return whom a report is for."""
    return Target(folder, report_words(lang), claims)


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
    kinds = [found.kind for found in findings if found.level == "conflict"]
    read = [counted(one, findings) for one in read]
    counts = Summary(
        sources=len(read),
        articles=len(read),
        claims=claims,
        conflicts=levels.count("conflict"),
        tensions=levels.count("tension"),
        agreements=levels.count("agreement"),
        problems=len(problems),
        by_kind={kind: kinds.count(kind) for kind in kinds},
        undated=sum(".." in article.anchor for one in read for article in one.articles),
    )
    return Report(
        schema="claimcheck.report/1",
        version="0.1.0",
        summary=counts,
        sources=tuple(read),
        rules=RULES,
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


def figures(**changed):
    """Return a conflict over a figure, in one language."""
    fields = {
        "id": "0123456789ab",
        "rule": "figure",
        "kind": "quantity",
        "subject": "debt",
        "subject_ar": "الدين",
        "message": "debt: 46 مليون دولار (a.txt) or 64 مليون دولار (c.txt)?",
        "message_ar": "الدين: 46 مليون دولار (a.txt) أم 64 مليون دولار (c.txt)؟",
        "diagnosis": "swapped-digits",
        "evidence": (
            evidence("بلغ الدين 46 مليون دولار.", "46 مليون دولار", "A", "46000000 USD"),
            evidence(
                *("وبلغ الدين 64 مليون دولار.", "64 مليون دولار", "B", "64000000 USD"),
                source="articles/c.md",
            ),
        ),
    }
    return finding(**{**fields, **changed})


def hostile_report(text):
    """Return a report in which every text that a source can set is `text`."""
    path = text.replace("/", "_") + ".txt"
    pieces = (
        evidence(f"before {text} after", text, "A", text, source=path),
        evidence(text, "2012", "B", "2012", source=path),
    )
    changed = {
        "evidence": pieces,
        "subject": text,
        "subject_ar": text,
        "message": text,
        "message_ar": text,
        "guards": (Guard(guard="same event", result="pass", because=text),),
    }
    described = article(path, publisher=text, title=text, anchor=text, anchor_from=text)
    return report(
        finding(**changed),
        venue(**changed),
        tension(**changed),
        agreement(**changed),
        problems=[Problem(source=path, code="unreadable", message=text, line=2)],
        sources=(source(path, described, article(path, zone="appended", line=9)),),
    )
