from claimcheck.annotate.doc import prepare
from claimcheck.annotate.nlp import pipes
from claimcheck.model.text import Interval, Segment


def sentences(text, language="ar", segments=()):
    nlp = pipes(language)
    doc = prepare(nlp, text, Interval(), segments)
    doc = nlp.get_pipe("claimcheck_sentence")(doc)
    return [text[s.span.start : s.span.end] for s in doc._.sentences], doc


def test_abbreviations_and_decimals_do_not_end_a_sentence():
    text = "قال د. سامي لوكالة أ.ف.ب. إن النسبة 2.8 في المئة. وأضاف آخر."
    assert len(sentences(text)[0]) == 2


def test_english_titles_and_initials_do_not_end_a_sentence():
    text = "Dr. Smith met the U.S. envoy at 3.5 p.m. on Monday. He left."
    assert [s.split()[0] for s in sentences(text, "en")[0]] == ["Dr.", "He"]


def test_a_sentence_ends_with_its_segment():
    text = "عنوان بلا نقطة\n\nنص أول. نص ثان"
    segments = (
        Segment(kind="title", start=0, end=14),
        Segment(kind="body", start=16, end=len(text)),
    )
    assert sentences(text, segments=segments)[0] == ["عنوان بلا نقطة", "نص أول.", "نص ثان"]


def test_a_closing_quote_belongs_to_the_sentence_before_it():
    assert sentences("قال: «انتهى الأمر.» ثم خرج.")[0] == ["قال: «انتهى الأمر.»", "ثم خرج."]


def test_clauses_cover_their_sentence():
    _, doc = sentences("وافقت موسكو، حيث زارها الوفد الذي وصل أمس.")
    (sentence,) = doc._.sentences
    assert sentence.clauses[0].start == sentence.span.start
    assert sentence.clauses[-1].end == sentence.span.end
    for one, other in zip(sentence.clauses, sentence.clauses[1:], strict=False):
        assert one.end == other.start
    assert len(sentence.clauses) == 3


def test_particles_are_no_content_words():
    _, doc = sentences("وفي القمة التي عقدت أمس")
    assert "التي" not in {word.key for word in doc._.words}
    assert "قمه" in {word.key for word in doc._.words}
