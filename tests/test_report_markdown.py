import html
import re

import pytest
from markdown_it import MarkdownIt
from sample_report import (
    DEBT_2014,
    HOSTILE,
    agreement,
    article,
    evidence,
    figures,
    finding,
    hostile_report,
    report,
    sample,
    source,
    target,
    tension,
    venue,
)

from claimcheck.model.claim import Guard
from claimcheck.model.engine import EngineSummary, ModelSummary
from claimcheck.model.engine_name import EngineName
from claimcheck.model.problem import Problem
from claimcheck.report import to_markdown
from claimcheck.report.escape import visible

STATUS = (
    Guard(guard="same status", result="pass", because="actual, actual"),
    Guard(guard="same event", result="pass", because="the evidence sums to 0.9 bits"),
    Guard(guard="told alike", result="pass", because="meet, ar:دين"),
    Guard(guard="same time", result="n.a.", because=""),
)
# As a code host renders: CommonMark with HTML and tables.
HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def render(made, folder="reports", lang="en"):
    """Return the report's first page."""
    return to_markdown.render(made, target(folder, lang)).files[to_markdown.FILE]


def rendered(made, lang="en"):
    return HOST.render(render(made, lang=lang))


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
    text = render(sample())
    headings = re.findall(r"^## (.*)$", text, re.M)
    sections = [
        "Not checked",
        "Summary",
        "Contents",
        "Conflicts",
        "Tensions",
        "Agreements",
        "Sources",
    ]
    assert headings == sections
    assert "no date was found (<code>no-anchor</code>): [" in text


def test_a_clean_run_says_so():
    text = render(report())
    assert "- Every source was read, and claims were found in every article." in text
    assert "Compared: Dates, Figures. Only what an article states" in text
    assert "None found." in text
    assert "## Tensions" not in text


def test_each_conflict_is_one_section():
    page = rendered(sample())
    numbers = re.findall(r'<h3><a id="\w+"></a>(\d+)\.', page)
    assert numbers == ["1", "2"]
    assert page.count("<h3>") == 3  # two conflicts, one tension


def test_articles_without_a_day_are_counted_before_anything_else():
    open_ended = article("a.txt", anchor="2019-04-01/..", anchor_from="newest date mentioned")
    text = render(report(sources=[source("a.txt", open_ended), source("b.txt")]))
    assert "Not known to the day when it was written: 1 of 2 articles." in text
    assert text.index("Not known to the day") < text.index("## Summary")


def test_a_fault_of_many_sources_names_some_and_counts_the_rest():
    faults = [Problem(source=f"{n}.txt", code="no-claims", message="none") for n in range(50)]
    line = render(report(problems=faults)).splitlines()[4]
    assert line.count(".txt](") == 20
    assert line.endswith(", 30 more")


def test_the_summary_counts_conflicts_by_kind_and_by_source():
    kinds, sources = tables(rendered(sample()))[:2]
    assert kinds[1:] == [["Dates", "1"], ["Places", "1"]]
    assert [[re.sub("<[^>]*>", "", cell) for cell in row] for row in sources[1:]] == [
        ["articles/a.txt", "2", "1"],
        ["\u2068articles/ب.txt:\u2069".replace(":", ""), "1", "1"],
        ["articles/c.md", "2", "1"],
    ]


def test_the_contents_lead_to_each_conflict_and_tell_its_values():
    page = rendered(sample())
    rows = tables(page)[2]
    assert rows[1:] == [
        [
            "1",
            '<a href="#3f9a1c0b7d52e846">\u2068شطب الديون\u2069: when?</a>',
            "May 2014 (1 article) or 2012 (2 articles)",
        ],
        [
            "2",
            '<a href="#77aa00bb11cc22dd">Meeting of the ministers: where?</a>',
            "university “\u2068جامعة الساحل بمدينة موروني\u2069” (1 article)"
            " or Ras Hilal air base (1 article)",
        ],
    ]
    assert {"3f9a1c0b7d52e846", "77aa00bb11cc22dd"} == set(re.findall('<a id="(.*?)">', page))


def test_a_conflict_is_a_table_of_its_sides_with_source_publisher_date_and_title():
    rows = tables(rendered(report(finding())))[3]
    assert [row[:2] for row in rows] == [
        ["Side", "Value"],
        ["<strong>A</strong>", "<strong>May 2014</strong>"],
        ["<strong>B</strong>", "<strong>2012</strong>"],
        ["<strong>B</strong>", "<strong>2012</strong>"],
    ]
    assert rows[1][2].split("<br>") == [
        '<a href="../articles/a.txt#L17">articles/a.txt:17</a>',
        "\u2068صحيفة الساحل\u2069",
        "written 13 September 2023",
        "\u2068“ديون”\u2069",
    ]
    assert rows[2][2].split("<br>")[1:3] == ["publisher not named", "day of writing not known"]


def test_a_conflict_states_itself_in_the_readers_language():
    message = "شطب الديون: مايو 2014 (a.txt) or عام 2012 (b.txt)?"
    text = render(report(finding(subject="a write-off", message=message)))
    assert "</a>1. A write-off: when?\n\n" in text
    assert "\u2069: May 2014 (a.txt) or 2012 (b.txt)?\n\n| Side" in text


def test_the_report_is_in_arabic_from_right_to_left_for_who_asks():
    message = "شطب الديون: in May 2014 (a.txt) أم عام 2012 (b.txt)؟"
    english = evidence("Written off in May 2014.", "in May 2014", "A", "2014-05")
    arabic = evidence("وفي عام 2012 شطبت.", "عام 2012", "B", "2012")
    text = render(report(finding(message_ar=message, evidence=(english, arabic))), lang="ar")
    assert text.startswith('<div dir="rtl" lang="ar">\n\n# أين تتعارض المصادر\n\n')
    assert "</a>1. شطب الديون: متى؟\n\nشطب الديون: مايو \u20682014\u2069 (" in text
    assert "**مايو \u20682014\u2069**" in text
    assert "ربما: الفرق بين التاريخين سنة واحدة." in text
    assert "- ✓ القولان عن حدث واحد" in text
    assert '<div dir="ltr">\n\n```\nclaimcheck review 3f9a1c0b7d52e846 --dismiss' in text
    assert text.endswith("\n\n</div>\n")


def test_an_arabic_report_has_no_english_word_of_ours():
    told = [made(guards=STATUS) for made in (finding, figures, tension, agreement)]
    page = rendered(report(*told, problems=[Problem(source="", code="empty", message="x")]), "ar")
    ours = re.sub(r"<pre>.*?</pre>|<code>.*?</code>|<mark>.*?</div>|<[^>]*>", " ", page, flags=re.S)
    theirs = (
        "articles txt md c a report json A B The Moroni Post Debt Toll or in Oslo wrote off most of"
    )
    assert set(re.findall("[A-Za-z]+", ours)) <= {*theirs.split(), "what", "it", "owed"}


def test_swapped_figures_have_bars_as_long_as_they_are_large():
    rows = tables(rendered(report(figures())))[4]
    assert rows[1:] == [["A", "█" * 17, "46 million USD"], ["B", "█" * 24, "64 million USD"]]
    assert "<p>Perhaps: two neighbouring digits are swapped.</p>" in rendered(report(figures()))


def test_dates_have_a_timeline_in_their_order():
    text = render(report(finding()))
    points = "timeline\n    2012 : B, ب.txt, c.md\n    May 2014 : A, a.txt\n"
    assert f"```mermaid\n{points}```" in text


def test_an_english_quote_stays_in_the_statement():
    message = "the meeting: جامعة الساحل بمدينة موروني (a.txt) or Ras Hilal air base (c.md)?"
    text = render(report(venue(message=message)))
    named = "\u2068جامعة الساحل بمدينة موروني\u2069"
    shown = f"university “{named}” (a.txt) or Ras Hilal air base (c.md)?"
    assert f"\n\nThe meeting: {shown}\n\n" in text


def test_a_long_title_is_cut():
    long = source("articles/a.txt", article("articles/a.txt", title="كلمة " * 40))
    rows = tables(rendered(report(finding(), sources=[long])))[3]
    title = rows[1][2].split("<br>")[-1]
    assert title.endswith("كلمة…”\u2069")
    assert len(title) < 80


def test_a_quote_is_its_whole_sentence_with_the_value_marked_in_its_own_direction():
    page = rendered(report(finding()))
    before, after = DEBT_2014.split("مايو 2014")
    assert f'<div dir="rtl" lang="ar">{before}<mark><b>مايو 2014</b></mark>{after}<' in page
    assert '<div dir="ltr" lang="en">Oslo wrote off' in page


def test_a_quote_of_an_unlisted_article_finds_its_own_direction():
    stray = evidence(DEBT_2014, "مايو 2014", "A", "2014-05", source="elsewhere.txt")
    assert '<div dir="auto">' in rendered(report(finding(evidence=(stray,))))


def test_values_of_the_other_direction_are_isolated():
    text = render(report(finding()))
    assert "</a>1. \u2068شطب الديون\u2069: when?" in text
    assert "\n\n\u2068شطب الديون\u2069: May 2014 in one source" in text
    assert "شطب الديون: \u20682014-05\u2069 في" in render(report(finding()), lang="ar")


def test_brackets_in_an_arabic_sentence_stay_around_what_they_hold():
    said = "شطب دين: عام 2012 (a.txt, b.txt) أم مايو 2014 (c.txt)؟"
    text = render(report(finding(message_ar=said)), lang="ar")
    assert "عام \u20682012\u2069 (\u2068a.txt, b.txt\u2069) أم مايو \u20682014\u2069 (" in text


def test_the_guards_the_diagnosis_and_the_command_are_there():
    page = rendered(report(finding()))
    assert "<p>Perhaps: the dates are off by one year.</p>" in page
    assert "<p>What would settle it: the document itself" in page
    assert (
        "\nclaimcheck review 3f9a1c0b7d52e846 --dismiss --reason &quot;...&quot;\n<"
        in page.replace("<code>", "\n")
    )
    assert "<details>\n<summary>Why these may be set against each other</summary>" in page
    said = "✓ Both statements are about the same event: debt, Oslo and Moroni in both"
    assert f"<li>{said}</li>" in page
    assert "<li>? It is not certain that both tell it in the same way: '" in html.unescape(page)
    assert "<code>claimcheck explain 3f9a1c0b7d52e846</code>" in page


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ("2023-09-13", "13 September 2023"),
        ("2019-04-01/..", "1 April 2019 or later"),
        ("../2019-04-01", "1 April 2019 or earlier"),
        ("2019-04-01/2019-04-30", "1 April 2019 to 30 April 2019"),
        ("", "not known"),
    ],
)
def test_the_day_of_writing_is_in_words(anchor, shown):
    read = source("a.txt", article("a.txt", anchor=anchor, anchor_from="dateline"))
    row = tables(rendered(report(sources=[read])))[-1][1]
    assert row[2:4] == [shown, "dateline"]


def test_a_tension_says_why_it_is_none():
    assert "one may be an update of the other" in rendered(report(tension()))


def test_agreements_are_folded_away():
    page = rendered(report(agreement()))
    assert page.index("<details>") < page.index("Debt: 90%") < page.index("</details>")
    assert "1 fact that several sources state alike" in page


def test_a_side_with_many_sources_folds_the_later_quotes():
    many = [evidence(DEBT_2014, "مايو 2014", "A", "2014-05", line=n) for n in range(1, 8)]
    page = rendered(report(finding(evidence=tuple(many), guards=())))
    folded = page[page.index("<summary>4 more") : page.index("</details>")]
    assert folded.count("<mark>") == 4
    assert page.count("<mark>") == 7


def test_a_long_sentence_is_cut_between_words_around_its_value():
    text = "كلمة " * 60_000 + "في عام 2012 " + "أخرى " * 60_000
    page = render(report(finding(evidence=(evidence(text, "عام 2012", "A", "2012"),))))
    quote = re.search("<div[^>]*>(.*)</div>", page)[1]
    assert quote.startswith("…كلمة ")
    assert quote.endswith(" أخرى…")
    assert "<mark><b>عام 2012</b></mark>" in quote
    assert len(quote) < 500


def test_a_megabyte_without_a_space_is_cut_too():
    text = "x" * 500_000 + "2012" + "y" * 500_000
    page = render(report(finding(evidence=(evidence(text, "2012", "A", "2012"),))))
    assert "…xxx" in page
    assert len(page) < 10_000


def test_a_value_that_its_sentence_does_not_hold_is_shown_alone():
    page = render(report(finding(evidence=(evidence("something else", "2012", "A", "2012"),))))
    assert ">…<" not in page
    assert "<mark><b>2012</b></mark></div>" in page


def test_a_fault_of_an_appended_article_leads_to_its_first_line():
    both = source("a.txt", article("a.txt"), article("a.txt", id="a.txt#1", line=40))
    fault = Problem(source="a.txt#1", code="no-claims", message="no claim was found")
    assert ": [a.txt:40](../a.txt#L40)" in render(report(problems=[fault], sources=[both]))


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
    assert f" | {link}<br>" in render(report(finding(evidence=(piece,))), folder)


OURS = {
    *("h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "code"),
    *("strong", "details", "summary", "div", "br", "pre", "mark", "b", "sub"),
}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_sources_is_shown_and_never_obeyed(text, lang):
    page = rendered(hostile_report(text), lang)
    assert set(re.findall(r"<([a-z0-9]+)", page)) <= OURS
    assert "<!--" not in page
    for attributes in re.findall(r"<[a-z0-9]+ ([^>]*)>", page):
        assert re.fullmatch(r'(href="[^":]*"|(dir|lang|id|class)="[a-z0-9-]*"| )+', attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066\u2067]", page)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_from_a_source_breaks_a_table_or_adds_a_section(text, lang):
    page = rendered(hostile_report(text), lang)
    assert page.count("<h3>") == 3
    assert page.count("<h2>") == 7
    shapes = [{len(row) for row in rows} for rows in tables(page)]
    assert shapes == [{2}, {3}, {3}, {4}, {4}, {4}, {2}, {6}]
    assert page.count("<details>") == page.count("</details>") == 6


def test_a_turned_line_is_spelled_out():
    assert "abc&lt;U+202E&gt;gnp.exe" in rendered(hostile_report("abc\u202egnp.exe"))


def test_directional_marks_that_pages_are_full_of_are_dropped():
    assert "عام\u200f 2012" not in rendered(hostile_report("عام\u200f 2012"))
    assert "عام 2012" in rendered(hostile_report("عام\u200f 2012"))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_reader_sees_is_the_text_itself(text):
    cell = tables(rendered(hostile_report(text)))[-1][1][1]
    seen = html.unescape(re.sub("<[^>]*>", "", cell)).replace("\u2060", "")
    assert seen.strip("\u2068\u2069") == visible(text).strip()


def test_addresses_and_names_do_not_become_links_of_the_host():
    text = render(hostile_report("https://evil.example www.evil.example @editor"))
    # Neither a link's target nor a block of HTML is searched for addresses.
    read = re.sub(r"\]\([^)]*\)|^<.*$", "", text, flags=re.M)
    assert "evil.example" in read
    assert not re.search(r"https?://|www\.|@\w", read)


def read_with_models(language="ar", parts=("tokenize", "pos")):
    models = (ModelSummary(language=language, parts=parts, sha256="9c" * 32),)
    engine = EngineSummary(name=EngineName.STANZA, version="1.15.0", models=models)
    return sample().model_copy(update={"engine": engine})


def test_the_rules_alone_are_no_engine_to_speak_of():
    assert "SHA-256" not in render(sample())


def test_an_engine_is_named_with_its_models_in_both_languages():
    english, arabic = (render(read_with_models(), lang=lang) for lang in ("en", "ar"))
    digest = f"<code>{'9c' * 32}</code>"
    assert "Read with stanza 1.15.0." in english
    assert f"Arabic (tokenize, pos) {digest}." in english
    assert "قُرئت المقالات بواسطة \u2068stanza 1.15.0\u2069." in arabic
    assert f"العربية (\u2068tokenize, pos\u2069) {digest}." in arabic


@pytest.mark.parametrize("text", HOSTILE)
def test_what_models_are_called_is_harmless(text):
    page = rendered(read_with_models(text, (text,)))
    assert not re.search(r"<(script|img|iframe|a href=.(javascript|http))", page)
