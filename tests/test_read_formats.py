"""Front matter, web pages and JSON lines, and the day that each states."""

import json

import pytest

from claimcheck.model.day import edtf_day
from claimcheck.read.articles import Settings
from claimcheck.read.dates import address_days, days_of, iso_date
from claimcheck.read.sources import read_source, read_sources

BODY = "انهار جسر قديم في الوادي صباح الجمعة وأصيب 12 شخصا بجروح، كما قال الدفاع المدني."


def article_of(text: str, name: str = "a.txt", **settings):
    outcome = read_source(name, text.encode(), Settings(**settings))
    assert outcome.source is not None
    return outcome.source.articles[0]


def codes_of(text: str, name: str = "a.txt") -> list[str]:
    return [problem.code for problem in read_source(name, text.encode()).problems]


def front(**fields: str) -> str:
    lines = [f"{key}: {value}" for key, value in fields.items()]
    return "\n".join(["---", *lines, "---", BODY, ""])


def shown(interval) -> str:
    first, last = interval.first, interval.last
    return f"{first and edtf_day(first)}/{last and edtf_day(last)}"


def test_front_matter_is_read_and_its_unknown_keys_are_not():
    article = article_of(
        front(title="جسر ينهار", publisher="صحيفة النهر", published="2024-05-03", mood="grim")
    )
    assert (article.title, article.publisher) == ("جسر ينهار", "صحيفة النهر")
    assert (article.published, article.anchor_from) == ("2024-05-03", "front matter")
    assert shown(article.anchor) == "2024-05-03/2024-05-03"


@pytest.mark.parametrize("title", ["Bridge falls", '"Bridge: twelve hurt"', "'Bridge falls'"])
def test_the_headline_can_be_quoted_from_the_front_matter(title):
    text = front(title=title)
    segment, body = article_of(text).segments
    assert (segment.kind, body.kind) == ("title", "body")
    assert text[segment.start : segment.end] == title.strip("\"'")


def test_a_headline_that_stands_in_the_text_too_is_one_segment():
    text = f"---\ntitle: جسر ينهار\n---\n# جسر ينهار\n\n{BODY}\n"
    assert [segment.kind for segment in article_of(text).segments] == ["title", "body"]


def test_front_matter_makes_no_claims_but_for_its_headline():
    text = front(published="2024-05-03", url="https://x.example/2024/05/03/a")
    (segment,) = article_of(text).segments
    assert text[segment.start : segment.end] == BODY


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_front_matter_may_end_its_lines_in_any_way(end):
    text = front(title="جسر", publisher="النهر").replace("\n", end)
    assert article_of(text).publisher == "النهر"


def test_front_matter_that_is_no_yaml_is_a_problem_with_its_line():
    text = front(publisher="النهر", title='"جسر" ينهار: الآن', published="2024-05-03")
    outcome = read_source("a.txt", text.encode())
    (problem,) = outcome.problems
    assert (problem.code, problem.line) == ("front-matter", 3)
    assert outcome.source is not None
    article = outcome.source.articles[0]
    assert (article.publisher, article.published) == ("النهر", "2024-05-03")
    assert text[article.segments[-1].start : article.segments[-1].end] == BODY


def test_front_matter_without_an_end_is_not_read_as_text():
    outcome = read_source("a.md", f"---\ntitle: جسر\n{BODY}".encode())
    assert outcome.source is None
    assert [problem.code for problem in outcome.problems] == ["front-matter"]


@pytest.mark.parametrize("block", ["- a\n- b", "just words", "[" * 9000, "[" * 60, "a: &x [*x]"])
def test_front_matter_of_another_form_is_a_problem_or_says_nothing(block):
    text = f"---\n{block}\n---\n{BODY}"
    assert [text[s.start : s.end] for s in article_of(text).segments] == [BODY]
    assert codes_of(text) in (["front-matter"], [])


def test_a_rule_at_the_top_is_not_front_matter():
    text = f"---\n\n{BODY}"
    assert codes_of(text) == []
    assert len(article_of(text).segments) == 1


@pytest.mark.parametrize("published", ["3 May 2024", "2024-13-01", "2023-02-29", "05/03/2024"])
def test_a_day_that_is_not_iso_is_a_problem_and_is_ignored(published):
    text = front(published=published)
    assert codes_of(text) == ["published"]
    assert (article_of(text).published, shown(article_of(text).anchor)) == (None, "None/None")


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2023", "2023-01-01/2023-12-31"),
        ("2024-05-03T21:10:00+03:00", "2024-05-03/2024-05-03"),
    ],
)
def test_a_partial_day_is_an_interval(published, days):
    assert shown(article_of(front(published=published)).anchor) == days


def test_the_configuration_wins_over_the_front_matter():
    text = front(published="2024-05-03", publisher="النهر")
    article = article_of(text, published={"a.txt": "2020-01-02"}, publishers={"a.txt": "الجسر"})
    assert (article.published, article.anchor_from) == ("2020-01-02", "configuration")
    assert article.publisher == "الجسر"


@pytest.mark.parametrize("name", ["news/a.txt", "a.txt", "a.txt#0", "news/a.txt#0"])
def test_the_configuration_may_name_a_source_in_several_ways(name):
    assert article_of(BODY, "my/news/a.txt", published={name: "2020-01"}).published == "2020-01"


@pytest.mark.parametrize("name", ["b.txt", "xa.txt", "a.txt#1", "news"])
def test_the_configuration_of_another_source_means_nothing(name):
    assert article_of(BODY, "my/news/a.txt", published={name: "2020-01"}).published is None


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://x.example/2018/6/1206217.html", "2018-06-01/2018-06-30"),
        ("https://x.example/a/2024/05/03/storm", "2024-05-03/2024-05-03"),
        ("https://x.example/a/2020-07-19-1.1376896", "2020-07-19/2020-07-19"),
        ("https://x.example/n/20240503/storm-12", "2024-05-03/2024-05-03"),
        ("https://x.example/2024%2F05%2F03/a", "2024-05-03/2024-05-03"),
        ("https://x.example/story/403450", "None/None"),
        ("https://x.example/1889/04/03/history", "None/None"),
        ("https://x.example/2024/45/03/", "None/None"),
        ("https://x.example/top-10-of-2024", "None/None"),
        ("https://x.example/a?day=2024-05-03", "None/None"),
        ("https://[bad/2024/05/03", "None/None"),
        ("", "None/None"),
    ],
)
def test_the_path_of_an_address_may_name_a_day(url, days):
    assert shown(address_days(url)) == days


def test_the_day_of_an_address_is_no_anchor_yet():
    article = article_of(front(url="https://x.example/2024/05/03/a"))
    assert shown(article.url_day) == "2024-05-03/2024-05-03"
    assert article.anchor_from == ""


@pytest.mark.parametrize("text", ["٢٠٢٤-٠٥-٠٣", "2024-5-3", "yesterday", "2024-05-03 maybe"])
def test_only_iso_dates_are_iso_dates(text):
    assert iso_date(text) is None


def test_a_date_that_does_not_exist_covers_no_days():
    assert days_of("2023-02-29") is None


PAGE = f"""<html><head><meta charset="CHARSET"><title>انهيار جسر</title>
<meta property="og:site_name" content="صحيفة النهر">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://x.example/2024/05/03/bridge"></head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>انهيار جسر</h1>
<p>{BODY}</p><p>وقال شهود إن الجسر بني عام 1962 ولم يرمم منذ ذلك الحين رغم مطالب السكان.</p>
<p>وتعهدت البلدية ببناء جسر جديد في غضون عامين بكلفة 4 ملايين دينار.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
@pytest.mark.parametrize("name", ["page.html", "page.HTM"])
def test_a_web_page_gives_its_main_text_and_what_it_says_of_itself(name, encoding):
    source = read_source(name, PAGE.replace("CHARSET", encoding).encode(encoding)).source
    assert source is not None
    (article,) = source.articles
    assert (article.title, article.publisher) == ("انهيار جسر", "صحيفة النهر")
    assert (article.published, shown(article.url_day)) == ("2024-05-03", "2024-05-03/2024-05-03")
    assert [segment.kind for segment in article.segments] == ["title", "body", "body", "body"]
    assert BODY in source.text
    assert "<p>" not in source.text


@pytest.mark.parametrize("page", ["<html></html>", "<p></p>", "not a page", "<div>" * 5000])
def test_a_web_page_without_a_main_text_is_empty(page):
    assert codes_of(page, "a.html") == ["empty"]


def json_line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_each_json_line_is_an_article_with_offsets_into_the_joined_text():
    lines = [
        json_line(text=BODY, title="جسر", date="2024-05-03", publisher="النهر", lang="ar", id=7),
        "",
        json_line(text="The bridge fell on Friday.", url="https://x.example/2024/05/04/b"),
    ]
    source = read_source("a.jsonl", "\n".join(lines).encode()).source
    assert source is not None
    assert source.text == f"جسر\n\n{BODY}\n\nThe bridge fell on Friday."
    first, second = source.articles
    assert (first.number, first.title, first.published, first.language) == (
        0,
        "جسر",
        "2024-05-03",
        "ar",
    )
    assert (second.number, second.zone, second.language) == (1, "main", "en")
    assert shown(second.url_day) == "2024-05-04/2024-05-04"
    (segment,) = second.segments
    assert source.text[segment.start : segment.end] == "The bridge fell on Friday."


@pytest.mark.parametrize(
    "broken",
    ["{", "[1]", '{"title": "x"}', '{"text": 5}', '{"text": "\\ud800"}', "[" * 100_000, "null"],
)
def test_a_broken_json_line_is_a_problem_with_its_line(broken):
    text = "\n".join([json_line(text=BODY), broken, json_line(text=BODY)])
    outcome = read_source("a.jsonl", text.encode())
    assert outcome.source is not None
    assert len(outcome.source.articles) == 2
    assert [(problem.code, problem.line) for problem in outcome.problems] == [("json-line", 2)]


def test_a_json_text_may_hold_any_line_end():
    text = "سطر أول في النص.\u2028سطر ثان في النص.\rسطر ثالث."
    source = read_source("a.jsonl", json_line(text=text).encode()).source
    assert source is not None
    assert source.text == text
    assert len(source.articles[0].segments) == 3


def test_settings_reach_the_articles_of_a_folder(tmp_path):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    options = {"published": {"a.txt": "2024-05"}, "publishers": {"a.txt": "النهر"}}
    (source,), problems = read_sources([tmp_path], **options)
    assert problems == ()
    assert (source.articles[0].published, source.articles[0].publisher) == ("2024-05", "النهر")
