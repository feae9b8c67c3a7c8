import html
import re

import pytest
from markdown_it import MarkdownIt
from sample_report import (
    DEBT_2014,
    agreement,
    article,
    evidence,
    finding,
    report,
    sample,
    source,
    tension,
    venue,
)

from claimcheck.model.claim import Guard
from claimcheck.model.problem import Problem
from claimcheck.report.escape import visible
from claimcheck.report.to_markdown import render

# As a code host renders: CommonMark with HTML and tables.
HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = [
    "<script>alert(1)</script>",
    "</blockquote><img src=x onerror=alert(1)>",
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
    "{{ template }} {% raw %}",
]


def rendered(made):
    return HOST.render(render(made, "reports"))


def tables(page):
    """Return each table of an HTML page as rows of cells."""
    return [
        [
            re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
            for row in re.findall("<tr>.*?</tr>", t, re.S)
        ]
        for t in re.findall("<table>.*?</table>", page, re.S)
    ]


def test_the_report_leads_with_what_was_not_checked():
    text = render(sample(), "reports")
    headings = re.findall(r"^## (.*)$", text, re.M)
    sections = ["Not checked", "Summary", "Conflicts", "Tensions", "Agreements", "Sources"]
    assert headings == sections
    assert "no date was found (<code>no-anchor</code>): [" in text


def test_a_clean_run_says_so():
    text = render(report(), "reports")
    assert "- Every source was read, and claims were found in every article." in text
    assert "Only dates, places and figures are compared" in text
    assert "None found." in text
    assert "## Tensions" not in text


def test_each_conflict_is_one_section():
    page = rendered(sample())
    assert [h[:2] for h in re.findall(r"<h3>(.*?)</h3>", page)][:2] == ["1.", "2."]
    assert page.count("<h3>") == 3  # two conflicts, one tension


def test_articles_without_a_day_are_counted_before_anything_else():
    open_ended = article("a.txt", anchor="2019-04-01/..", anchor_from="newest date mentioned")
    text = render(report(sources=[source("a.txt", open_ended), source("b.txt")]), "reports")
    assert "Not known to the day when it was written: 1 of 2 articles." in text
    assert text.index("Not known to the day") < text.index("## Summary")


def test_a_fault_of_many_sources_names_some_and_counts_the_rest():
    faults = [Problem(source=f"{n}.txt", code="no-claims", message="none") for n in range(50)]
    line = render(report(problems=faults), "reports").splitlines()[4]
    assert line.count(".txt](") == 20
    assert line.endswith(", 30 more")


def test_the_summary_is_a_table_of_the_conflicts():
    rows = tables(rendered(sample()))[0]
    assert rows[1:] == [
        ["1", "\u2068شطب الديون\u2069: when?", "May 2014 (1 article)", "2012 (2 articles)"],
        [
            *("2", "Meeting of the ministers: where?"),
            *("university “\u2068الساحل\u2069” (1 article)", "base “ras hilal” (1 article)"),
        ],
    ]


def test_a_conflict_shows_every_side_with_its_source_publisher_date_and_title():
    page = rendered(report(finding()))
    assert re.findall(r"<p><strong>(\w: .*?)</strong></p>", page) == ["A: May 2014", "B: 2012"]
    link = '<a href="../articles/a.txt#L17">articles/a.txt:17</a>'
    by = "\u2068صحيفة الساحل\u2069 · written 2023-09-13 · \u2068“ديون”\u2069"
    assert f"<p>{link} · {by}</p>" in page
    assert "publisher not named · written not known" in page


def test_a_conflict_states_itself_in_english_and_in_arabic():
    message = "شطب الديون: مايو 2014 (a.txt) or عام 2012 (b.txt)?"
    text = render(report(finding(subject="a write-off", message=message)), "reports")
    assert "### 1. A write-off: when?\n\n" in text
    assert '\u2069: May 2014 (a.txt) or 2012 (b.txt)?\n\n<p dir="rtl"' in text


def test_an_english_quote_stays_in_the_statement():
    message = "the meeting: جامعة الساحل بمدينة موروني (a.txt) or Ras Hilal air base (c.md)?"
    text = render(report(venue(message=message)), "reports")
    shown = "university “\u2068الساحل\u2069” (a.txt) or Ras Hilal air base (c.md)?"
    assert f"\n\nThe meeting: {shown}\n\n" in text


def test_a_long_title_is_cut():
    long = source("articles/a.txt", article("articles/a.txt", title="كلمة " * 40))
    line = next(x for x in render(report(finding(), sources=[long]), "r").splitlines() if "“" in x)
    assert line.endswith("كلمة…”\u2069")
    assert len(line) < 200


def test_a_quote_is_its_whole_sentence_with_the_value_marked_in_its_own_direction():
    page = rendered(report(finding()))
    before, after = DEBT_2014.split("مايو 2014")
    assert f'<blockquote dir="rtl" lang="ar">{before}<mark><b>مايو 2014</b></mark>{after}<' in page
    assert '<blockquote dir="ltr" lang="en">Oslo wrote off' in page


def test_a_quote_of_an_unlisted_article_finds_its_own_direction():
    stray = evidence(DEBT_2014, "مايو 2014", "A", "2014-05", source="elsewhere.txt")
    assert '<blockquote dir="auto">' in rendered(report(finding(evidence=(stray,))))


def test_values_of_the_other_direction_are_isolated():
    text = render(report(finding()), "reports")
    assert "### 1. \u2068شطب الديون\u2069: when?" in text
    assert "\n\n\u2068شطب الديون\u2069: May 2014 in one source" in text
    assert '<p dir="rtl" lang="ar">شطب الديون: \u20682014-05\u2069 في' in text


def test_brackets_in_an_arabic_sentence_stay_around_what_they_hold():
    said = "شطب دين: عام 2012 (a.txt, b.txt) أم مايو 2014 (c.txt)؟"
    text = render(report(finding(message_ar=said)), "reports")
    assert "عام \u20682012\u2069 (\u2068a.txt, b.txt\u2069) أم مايو \u20682014\u2069 (" in text


def test_the_guards_the_diagnosis_and_the_command_are_there():
    page = rendered(report(finding()))
    assert "<strong>Perhaps:</strong> two years apart." in page
    assert "<details>\n<summary>Why these may be set against each other</summary>" in page
    said = "✓ Both statements are about the same event: debt, Oslo and Moroni in both"
    assert f"<li>{said}</li>" in page
    assert "<li>? It is not certain that both tell it in the same way: '" in html.unescape(page)
    assert "<code>claimcheck explain 3f9a1c0b7d52e846</code>" in page


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2019-04-01/..", "2019-04-01 or later"),
        ("../2019-04-01", "2019-04-01 or earlier"),
        ("2019-04-01/2019-04-30", "2019-04-01 to 2019-04-30"),
        ("", "not known"),
    ],
)
def test_the_day_of_writing_is_in_words(anchor, shown):
    read = source("a.txt", article("a.txt", anchor=anchor, anchor_from="dateline"))
    row = tables(rendered(report(sources=[read])))[0][1]
    assert row[2:4] == [shown, "dateline"]


def test_a_tension_says_why_it_is_none():
    assert "one may be an update of the other" in rendered(report(tension()))


def test_agreements_are_folded_away():
    page = rendered(report(agreement()))
    assert page.index("<details>") < page.index("Debt: 90%") < page.index("</details>")
    assert "1 fact that several sources state alike" in page


def test_a_side_with_many_sources_folds_the_later_quotes():
    many = [evidence(DEBT_2014, "مايو 2014", "A", "2014-05", line=n) for n in range(1, 6)]
    page = rendered(report(finding(evidence=tuple(many), guards=())))
    folded = page[page.index("3 more that say so") : page.index("</details>")]
    assert folded.count("<blockquote") == 3
    assert page.count("<blockquote") == 5


def test_a_long_sentence_is_cut_between_words_around_its_value():
    text = "كلمة " * 60_000 + "في عام 2012 " + "أخرى " * 60_000
    page = render(report(finding(evidence=(evidence(text, "عام 2012", "A", "2012"),))), "reports")
    quote = re.search("<blockquote[^>]*>(.*)</blockquote>", page)[1]
    assert quote.startswith("…كلمة ")
    assert quote.endswith(" أخرى…")
    assert "<mark><b>عام 2012</b></mark>" in quote
    assert len(quote) < 500


def test_a_megabyte_without_a_space_is_cut_too():
    text = "x" * 500_000 + "2012" + "y" * 500_000
    page = render(report(finding(evidence=(evidence(text, "2012", "A", "2012"),))), "reports")
    assert "…xxx" in page
    assert len(page) < 10_000


def test_a_value_that_its_sentence_does_not_hold_is_shown_alone():
    page = render(report(finding(evidence=(evidence("something else", "2012", "A", "2012"),))), "r")
    assert ">…<" not in page
    assert "<mark><b>2012</b></mark></blockquote>" in page


def test_a_fault_of_an_appended_article_leads_to_its_first_line():
    both = source("a.txt", article("a.txt"), article("a.txt", id="a.txt#1", line=40))
    fault = Problem(source="a.txt#1", code="no-claims", message="no claim was found")
    assert ": [a.txt:40](../a.txt#L40)" in render(report(problems=[fault], sources=[both]), "r")


@pytest.mark.parametrize(
    ("path", "folder", "link"),
    [
        ("seeds/a.txt", "reports", "[seeds/a.txt:3](../seeds/a.txt#L3)"),
        ("./seeds/a.txt", "./reports/", "[./seeds/a.txt:3](../seeds/a.txt#L3)"),
        ("a.txt", ".", "[a.txt:3](a.txt#L3)"),
        ("seeds/a.txt", "out/today", "[seeds/a.txt:3](../../seeds/a.txt#L3)"),
        ("../shared/a.txt", "reports", "[../shared/a.txt:3](../../shared/a.txt#L3)"),
        ("/data/news/a.txt", "/data/reports", "[/data/news/a.txt:3](../news/a.txt#L3)"),
        ("/data/news/a.txt", "/home/reports", "/data/news/a.txt:3"),
        ("/data/news/a.txt", "reports", "/data/news/a.txt:3"),
        ("seeds/a.txt", "/tmp/reports", "seeds/a.txt:3"),
        ("seeds/a.txt", "../reports", "seeds/a.txt:3"),
        ("seeds/a.md", "reports", "[seeds/a.md:3](../seeds/a.md?plain=1#L3)"),
        ("seeds/a.html", "reports", "[seeds/a.html:3](../seeds/a.html)"),
        ("a b)#?.txt", "reports", "[a b)\\#?.txt:3](../a%20b%29%23%3F.txt#L3)"),
        ("javascript:alert(1)", ".", "[javascript:alert(1):3](javascript%3Aalert%281%29#L3)"),
    ],
)
def test_links_start_from_the_folder_of_the_report(path, folder, link):
    piece = evidence("in 2012", "2012", "A", "2012", source=path)
    assert f"\n\n{link} · " in render(report(finding(evidence=(piece,))), folder)


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
        "message": text,
        "message_ar": text,
        "diagnosis": text,
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


OURS = {
    *("h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "code"),
    *("strong", "details", "summary", "blockquote", "mark", "b", "sub"),
}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_sources_is_shown_and_never_obeyed(text):
    page = rendered(hostile_report(text))
    assert set(re.findall(r"<([a-z0-9]+)", page)) <= OURS
    assert "<!--" not in page
    for attributes in re.findall(r"<[a-z0-9]+ ([^>]*)>", page):
        assert re.fullmatch(r'(href="[^":]*"|(dir|lang)="[a-z]*"| )+', attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066\u2067]", page)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_from_a_source_breaks_a_table_or_adds_a_section(text):
    page = rendered(hostile_report(text))
    assert page.count("<h3>") == 3
    assert page.count("<h2>") == 6
    shapes = [{len(row) for row in rows} for rows in tables(page)]
    assert shapes == [{4}, {2}, {6}]
    assert page.count("<details>") == 6


def test_a_turned_line_is_spelled_out():
    assert "abc&lt;U+202E&gt;gnp.exe" in rendered(hostile_report("abc\u202egnp.exe"))


def test_directional_marks_that_pages_are_full_of_are_dropped():
    assert "عام\u200f 2012" not in rendered(hostile_report("عام\u200f 2012"))
    assert "عام 2012" in rendered(hostile_report("عام\u200f 2012"))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_reader_sees_is_the_text_itself(text):
    cell = tables(rendered(hostile_report(text)))[2][1][1]
    seen = html.unescape(re.sub("<[^>]*>", "", cell)).replace("\u2060", "")
    assert seen.strip("\u2068\u2069") == visible(text).strip()


def test_addresses_and_names_do_not_become_links_of_the_host():
    text = render(hostile_report("https://evil.example www.evil.example @editor"), "reports")
    # Neither a link's target nor a block of HTML is searched for addresses.
    read = re.sub(r"\]\([^)]*\)|^<.*$", "", text, flags=re.M)
    assert "evil.example" in read
    assert not re.search(r"https?://|www\.|@\w", read)
