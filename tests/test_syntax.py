"""A syntax on a spaCy Doc, and what the pipes take from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nasty import texts
from notation import syntax
from parsed import annotated, entities, events, placed_and_piped
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimcheck.annotate.doc import words_of
from claimcheck.annotate.syntax.carrier import parsed_doc, syntax_of
from claimcheck.annotate.syntax.words import Name, Syntax, SyntaxWord, depths
from claimcheck.annotate.trigger_phrases import opened, opened_as

WRITTEN = (
    "[و|و/CCONJ/2/cc زار|زار/VERB/0/root ه/PRON/2/obj] الرئيس|رئيس/NOUN/2/nsubj في/ADP/6/case"
    " بيروت/PROPN/2/obl ./PUNCT/2/punct"
)


def made(*lines, names=None):
    text, tree = syntax(*lines, names=names)
    return text, parsed_doc(Vocab(), text, tree)


def test_a_token_is_a_written_word_with_the_marks_of_its_core():
    text, doc = made(WRITTEN, WRITTEN, names={"بيروت": "place"})
    assert doc.text == text
    verb = doc[0]
    assert (verb.text, verb.lemma_, verb.pos_, verb.dep_) == ("وزاره", "زار", "VERB", "root")
    assert [token.head.text for token in doc[:5]] == ["وزاره", "وزاره", "بيروت", "وزاره", "وزاره"]
    assert [sentence.text.strip() for sentence in doc.sents] == text.split("\n")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("بيروت", "LOC")]


def test_the_pieces_of_a_word_stay():
    _, doc = made(WRITTEN)
    pieces = [word for word in syntax_of(doc).words if word.start == 0]
    assert [(word.form, word.tag, word.relation) for word in pieces] == [
        ("و", "CCONJ", "cc"),
        ("زار", "VERB", "root"),
        ("ه", "PRON", "obj"),
    ]


@given(texts, st.data())
def test_the_text_is_kept_whatever_its_words_are(text, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    number = len(spans)
    heads = [data.draw(st.integers(-1, n - 1)) for n in range(number)]
    words = tuple(
        SyntaxWord(a, b, text[a:b], "", "X", head, "root" if head < 0 else "dep")
        for (a, b), head in zip(spans, heads, strict=True)
    )
    doc = parsed_doc(Vocab(), text, Syntax(words, (0,) if words else ()))
    assert doc.text == text
    offsets = {token.idx: token for token in doc}
    assert all(offsets[a].text == text[a:b] for a, b in spans)


def test_sentences_without_a_parse_start_where_the_parser_says():
    words = (SyntaxWord(0, 1, "a", tag="X"), SyntaxWord(3, 4, "b", tag="X"))
    doc = parsed_doc(Vocab(), "a\n b", Syntax(words, (0, 1)))
    assert [sentence.text.strip() for sentence in doc.sents] == ["a", "b"]


def test_a_doc_of_another_pipeline_is_read_from_its_tokens():
    doc = Doc(
        Vocab(),
        words=["Kim", "met", " ", "Xi", "."],
        spaces=[True, True, False, False, False],
        heads=[1, 1, 1, 1, 1],
        deps=["nsubj", "ROOT", "", "obj", "punct"],
        pos=["PROPN", "VERB", "SPACE", "PROPN", "PUNCT"],
        lemmas=["Kim", "meet", "", "Xi", "."],
    )
    doc.set_ents([Span(doc, 0, 1, "PERSON"), Span(doc, 3, 4, "WORK_OF_ART")])
    read = syntax_of(doc)
    assert [(w.start, w.end, w.lemma, w.head, w.relation) for w in read.words] == [
        (0, 3, "Kim", 1, "nsubj"),
        (4, 7, "meet", -1, "ROOT"),
        (9, 11, "Xi", 1, "obj"),
        (11, 12, ".", 1, "punct"),
    ]
    assert read.names == (Name(0, 3, "person"),)
    assert read.sentences == (0,)


def test_nobody_read_a_blank_doc():
    assert syntax_of(Doc(Vocab(), words=["a"])) == Syntax()


@given(st.lists(st.integers(-1, 8), min_size=9, max_size=9))
def test_a_word_is_deeper_than_its_head_unless_on_a_circle(heads):
    words = [SyntaxWord(n, n + 1, "a", head=head) for n, head in enumerate(heads)]
    found = depths(words)
    assert all(0 <= deep <= len(words) for deep in found)
    for word, deep in zip(words, found, strict=True):
        if deep < len(words):
            assert deep == (0 if word.head < 0 else found[word.head] + 1)


def keys(doc):
    return [word.key for word in words_of(doc)]


def test_words_are_keyed_by_their_lemmas():
    plural = annotated("ar", "هدم/VERB/0/root مبان|مَبنى_1/NOUN/1/obj")
    singular = annotated("ar", "هدم/VERB/0/root مبنى/NOUN/1/obj")
    assert keys(plural)[1] == keys(singular)[1]


def test_a_word_keeps_its_topic_whatever_a_model_takes_it_for():
    wrong = annotated("ar", "هدم/ADP/2/case المبنى|مبنى/PUNCT/0/root")
    assert keys(wrong) == keys(annotated("ar", "هدم/VERB/0/root المبنى|مبنى/NOUN/1/obj"))


def test_a_lemma_tells_an_event_that_its_form_hides():
    hidden = "صياولات"
    assert events(annotated("ar", f"{hidden}/X/0/root")) == []
    assert events(annotated("ar", f"{hidden}|زيارة/NOUN/0/root")) == [(hidden, "visit")]
    assert events(annotated("ar", f"{hidden}|زيارة/VERB/0/root")) == []


@pytest.mark.parametrize(("tag", "form"), [("VERB", "verb"), ("NOUN", "noun")])
def test_a_tag_tells_a_verb_from_its_noun(tag, form):
    assert {lexeme.form for lexeme in opened("en")["visit"].alone} == {"verb", "noun"}
    found = opened_as("visit", "visit", tag, "en").alone
    assert {lexeme.form for lexeme in found} == {form}


def names(line, language="ar", **tags):
    return entities(annotated(language, line, names={v: k for k, v in tags.items()}))


def test_a_tagged_name_is_taken_where_nothing_is_known_of_it():
    line = "التقى/VERB/0/root هوبرسغ/X/1/nsubj زندفولك/X/2/flat أمس/ADV/1/advmod"
    assert names(line) == []
    assert names(line, person="هوبرسغ زندفولك") == [
        ("هوبرسغ زندفولك", "person", "person:هوبرسغ زندفولك")
    ]
    assert names(line, organisation="هوبرسغ زندفولك") == [
        ("هوبرسغ زندفولك", "organisation", "organisation::هوبرسغ زندفولك")
    ]


def test_a_tagged_person_is_known_again_by_a_surname():
    first = "التقى/VERB/0/root هوبرسغ/X/1/nsubj زندفولك/X/2/flat أمس/ADV/1/advmod ./PUNCT/1/punct"
    second = "وقال/VERB/0/root زندفولك/X/1/nsubj إنه/SCONJ/4/mark راض/ADJ/1/ccomp ./PUNCT/1/punct"
    doc = annotated("ar", first, second, names={"هوبرسغ زندفولك": "person"})
    assert entities(doc) == [
        ("هوبرسغ زندفولك", "person", "person:هوبرسغ زندفولك"),
        ("زندفولك", "person", "person:هوبرسغ زندفولك"),
    ]


def test_a_tagged_place_is_named_without_its_clitic():
    text, tree = syntax("عاد/VERB/0/root [ل/ADP/3/case زندفولك/PROPN/1/obl] أمس/ADV/1/advmod")
    start = text.index("زندفولك")
    tagged = tree._replace(names=(Name(start, start + 7, "place"),))
    doc = placed_and_piped("ar", text, tagged)
    assert entities(doc) == [("زندفولك", "place", "place:زندفولك")]


@pytest.mark.parametrize("wrong", ["person", "organisation"])
def test_a_tag_does_not_overrule_the_gazetteer(wrong):
    line = "وصل/VERB/0/root إلى/ADP/3/case بيروت/PROPN/1/obl أمس/ADV/1/advmod"
    known = names(line)
    assert [(kind, identity) for _, kind, identity in known] == [("place", "lb.beirut")]
    assert names(line, **{wrong: "بيروت"}) == known


@pytest.mark.parametrize(
    "tagged", ["في 2014", "من", "وقال إن الأمر كله قد انتهى إلى غير رجعة", "الحكومة"]
)
def test_a_tag_on_what_is_no_name_is_left_out(tagged):
    line = f"{tagged} ثم انتهى كل شيء"
    words = line.split()
    tree = " ".join(f"{word}/X/{n}/dep" for n, word in enumerate(words))
    assert names(tree, person=tagged) == names(tree)
