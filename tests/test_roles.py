"""Who does what to whom, where a parse tells and the words alone do not."""

import pytest
from notation import syntax
from parsed import annotated, roles

from claimcheck.annotate.doc import AtomTokenizer, placed, roles_of
from claimcheck.annotate.nlp import annotate, piped, pipes
from claimcheck.annotate.syntax.roles import Named, Sentences, parts_of
from claimcheck.annotate.syntax.words import SyntaxWord
from claimcheck.claim.assemble import claims_of
from claimcheck.model.text import Article, Interval, Segment

PUTIN, XI = "فلاديمير بوتين", "شي جين بينغ"


def vso(first, second):
    """Return a sentence whose verb stands before two names, in these relations to it."""
    return (
        f"زار|زار/VERB/0/root فلاديمير/PROPN/1/{first} بوتين/PROPN/2/flat"
        f" شي/PROPN/1/{second} جين/PROPN/4/flat بينغ/PROPN/4/flat عام/NOUN/1/obl 2019/NUM/7/nummod"
    )


def test_the_same_words_have_the_parts_that_their_arcs_give_them():
    assert roles(annotated("ar", vso("nsubj", "obj"))) == {
        ("زار", "agent", PUTIN),
        ("زار", "patient", XI),
    }
    assert roles(annotated("ar", vso("obj", "nsubj"))) == {
        ("زار", "agent", XI),
        ("زار", "patient", PUTIN),
    }


def test_the_words_alone_give_no_part():
    text, _ = syntax(vso("nsubj", "obj"))
    nlp = pipes("ar")
    assert roles_of(piped(placed(AtomTokenizer(nlp.vocab)(text), Interval(), ()), "ar")) == ()


def claimed(tree):
    """Return the parts in the one dated claim of a text with a syntax."""
    text, syntaxes = tree
    segment = Segment(kind="body", start=0, end=len(text))
    article = Article(source="a.txt", language="ar", segments=(segment,))
    claims = claims_of(article, annotate(article, text, syntax=syntaxes))
    (dated,) = [claim for claim in claims if claim.attribute == "when"]
    return dated


def test_a_claim_has_the_parts_of_its_participants():
    claim = claimed(syntax(vso("nsubj", "obj")))
    agent, patient = claim.roles
    assert agent == ("agent", "person:فلاديمير بوتين")
    assert patient == ("patient", "person:شي جين بينغ")
    assert {who for _, who in claim.roles} <= set(claim.participants)


def test_a_claim_without_a_parse_is_the_same_but_for_the_parts():
    text, tree = syntax(vso("obj", "nsubj"))
    read, plain = claimed((text, tree)), claimed((text, None))
    assert plain.roles == ()
    assert {**dict(read), "roles": ()} == dict(plain)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        pytest.param(
            "ar",
            "اغتيل|اغتال/VERB/0/root/Voice=Pass الرئيس|رئيس/NOUN/1/nsubj:pass سليم/X/2/nmod"
            " منصور/X/3/flat على/ADP/6/case يد/NOUN/1/obl هاني/X/6/nmod وائل/X/7/flat",
            {("اغتيل", "patient", "سليم منصور"), ("اغتيل", "agent", "هاني وائل")},
            id="a passive with its doer, and a title before the name",
        ),
        pytest.param(
            "ar",
            "اعتقل|اعتقل/VERB/0/root/Voice=Pass سليم/X/1/nsubj منصور/X/2/flat",
            {("اعتقل", "patient", "سليم منصور")},
            id="a passive that only its form tells",
        ),
        pytest.param(
            "ar",
            "وصل|وصل/VERB/0/root الرئيس|رئيس/NOUN/1/nsubj الروسي|روسي/ADJ/2/amod الذي/PRON/5/mark"
            " [زار|زار/VERB/2/acl:relcl ه/PRON/5/obj] سليم/X/5/nsubj منصور/X/7/flat",
            {
                ("وصل", "agent", "الرئيس الروسي"),
                ("زاره", "patient", "الرئيس الروسي"),
                ("زاره", "agent", "سليم منصور"),
            },
            id="a relative clause with a pronoun for its noun",
        ),
        pytest.param(
            "ar",
            "وصل|وصل/VERB/0/root الرئيس|رئيس/NOUN/1/nsubj الروسي|روسي/ADJ/2/amod الذي/PRON/5/nsubj"
            " زار|زار/VERB/2/acl:relcl سليم/X/5/obj منصور/X/6/flat",
            {
                ("وصل", "agent", "الرئيس الروسي"),
                ("زار", "agent", "الرئيس الروسي"),
                ("زار", "patient", "سليم منصور"),
            },
            id="a relative clause whose subject is its noun",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/0/root Trump/PROPN/1/flat ,/PUNCT/7/punct whom/PRON/7/obj/PronType=Rel"
            " Vladimir/PROPN/7/nsubj Putin/PROPN/5/flat visited|visit/VERB/1/acl:relcl",
            {("visited", "patient", "Donald Trump"), ("visited", "agent", "Vladimir Putin")},
            id="an English relative clause with its noun as object",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/3/nsubj Trump/PROPN/1/flat visited|visit/VERB/0/root Rome/PROPN/3/obj"
            " and/CCONJ/6/cc met|meet/VERB/3/conj Vladimir/PROPN/6/obj Putin/PROPN/7/flat",
            {
                ("visited", "agent", "Donald Trump"),
                ("visited", "patient", "Rome"),
                ("met", "agent", "Donald Trump"),
                ("met", "patient", "Vladimir Putin"),
            },
            id="two verbs with one subject",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/3/nsubj Trump/PROPN/1/flat asked|ask/VERB/0/root Vladimir/PROPN/3/obj"
            " Putin/PROPN/4/flat to/PART/7/mark visit|visit/VERB/3/xcomp Rome/PROPN/7/obj",
            {("visit", "patient", "Rome")},
            id="of two who may be its subject neither is",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/3/nsubj Trump/PROPN/1/flat plans|plan/VERB/0/root to/PART/5/mark"
            " visit|visit/VERB/3/xcomp Rome/PROPN/5/obj",
            {("visit", "agent", "Donald Trump"), ("visit", "patient", "Rome")},
            id="a verb under a verb has its subject",
        ),
        pytest.param(
            "en",
            "The/DET/2/det murder/NOUN/9/nsubj of/ADP/4/case Donald/PROPN/2/nmod Trump/PROPN/4/flat"
            " by/ADP/7/case Vladimir/PROPN/2/nmod Putin/PROPN/7/flat shocked|shock/VERB/0/root",
            {("murder", "patient", "Donald Trump"), ("murder", "agent", "Vladimir Putin")},
            id="a noun with its doer",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/4/nmod:poss Trump/PROPN/1/flat 's/PART/1/case murder/NOUN/5/nsubj"
            " shocked|shock/VERB/0/root",
            set(),
            id="whose murder it is may be either's",
        ),
        pytest.param(
            "en",
            "Donald/PROPN/3/nsubj Trump/PROPN/1/flat made|make/VERB/0/root an/DET/5/det"
            " assault|assault/NOUN/3/obj on/ADP/7/case Rome/PROPN/5/nmod",
            {("assault", "agent", "Donald Trump")},
            id="a verb that says only that somebody does it",
        ),
    ],
)
def test_parts(language, line, expected):
    assert roles(annotated(language, line)) == expected


def test_a_doer_in_both_parts_has_none():
    words = [
        SyntaxWord(0, 3, "met", "meet", "VERB", -1, "root"),
        SyntaxWord(4, 7, "Kim", "Kim", "PROPN", 0, "nsubj"),
        SyntaxWord(8, 11, "Kim", "Kim", "PROPN", 0, "obj"),
    ]
    found = list(parts_of(Sentences(words, "en"), [(0, 3)], [Named(4, 7), Named(8, 11)]))
    assert [part for _, _, part in found] == ["agent", "patient"]


def test_words_on_a_circle_end():
    words = [
        SyntaxWord(0, 3, "met", "meet", "VERB", 1, "conj"),
        SyntaxWord(4, 7, "saw", "see", "VERB", 0, "conj"),
        SyntaxWord(8, 11, "Kim", "Kim", "PROPN", 2, "conj"),
    ]
    assert list(parts_of(Sentences(words, "en"), [(0, 3), (4, 7)], [Named(8, 11)])) == []
