"""A group -> the finding that is reported."""

from collections.abc import Container, Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from claimcheck.check.diagnosis import diagnosis_of
from claimcheck.check.group import Group
from claimcheck.check.identity import disputed, fingerprint, identity
from claimcheck.check.rule import Words
from claimcheck.lang.deeds import deed_title
from claimcheck.lang.lexicon import events, measures
from claimcheck.lang.report_words import report_words
from claimcheck.model.claim import DEEDS, Claim
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.lines import column_of, line_of
from claimcheck.model.text import TextSpan

_MOST_NAMES = 4


def finding_of(group: Group, texts: Mapping[str, str]) -> Finding:
    """Return the finding that a group makes; `texts` are the sources' by path."""
    judged = group.deciding
    rule, pair = judged.rule, judged.pair
    assert judged.level is not None
    subject, title = _subject(pair.left, pair.right)
    values = [disputed(side) for side in group.sides]
    agreed = rule.agreement if judged.level == "agreement" else None
    template = agreed or rule.message
    return Finding(
        id=fingerprint(rule.id, subject, map(identity, values)),
        rule=rule.id,
        kind=rule.kind,
        level=judged.level,
        reading=judged.reading,
        title=rule.title.en,
        title_ar=rule.title.ar,
        subject=title.en,
        subject_ar=title.ar,
        message=_message(template.en, title.en, group, texts),
        message_ar=_message(template.ar, title.ar, group, texts),
        weight=f"{judged.weight / 100:.1f}",
        diagnosis="" if judged.level == "agreement" else diagnosis_of(values),
        values=tuple(map(str, values)),
        evidence=tuple(
            _evidence(claim, _letter(number), texts)
            for number, side in enumerate(group.sides)
            for claim in side
        ),
        guards=pair.guards,
    )


def _letter(number: int) -> str:
    return ascii_uppercase[number % len(ascii_uppercase)] * (number // len(ascii_uppercase) + 1)


def _subject(left: Claim, right: Claim) -> tuple[str, Words]:
    """Return the id of what two claims are about, and what it is called."""
    deed = deed_title(left.part) if left.attribute in DEEDS else None
    if deed:
        return left.part, Words(en=deed.en, ar=deed.ar)
    measure = _likeliest(left.measures, right.measures, measures())
    if measure:
        title = measures()[measure].title
        return measure, Words(en=title.en, ar=title.ar)
    frame = _likeliest(left.frames, right.frames, events())
    if frame:
        title = events()[frame].title
        return frame, Words(en=title.en, ar=title.ar)
    nouns = {name.partition(":")[2] for claim in (left, right) for name in claim.measures[:1]}
    noun = min(nouns - {""}, default="")
    if noun in measures():  # a share of them
        title = measures()[noun].title
        return noun, Words(en=title.en, ar=title.ar)
    if noun:
        return noun, Words(en=noun, ar=noun)
    who = min(_parties(left) & _parties(right), default="")
    en, ar = (report_words(language).attributes[left.attribute] for language in ("en", "ar"))
    return f"{left.attribute} {who}".strip(), Words(en=en, ar=ar)


def _parties(claim: Claim) -> set[str]:
    """Return who takes part in what no word names: they tell it from others of its sort."""
    return {*claim.participants, *claim.inherited}


def _likeliest(left: Sequence[str], right: Sequence[str], known: Container[str]) -> str:
    """Return the id that stands earliest in both lists, or nothing."""
    shared = [name for name in left if name in right and name in known]
    return min(shared, key=lambda name: (left.index(name) + right.index(name), name), default="")


def _message(template: str, subject: str, group: Group, texts: Mapping[str, str]) -> str:
    left, right = group.sides[0], group.sides[-1]
    return template.format(
        subject=subject,
        left=_quote(left[0], texts),
        right=_quote(right[0], texts),
        left_sources=_sources(left),
        right_sources=_sources(right),
    )


def _sources(side: tuple[Claim, ...]) -> str:
    return sources_of(claim.source for claim in side)


def sources_of(paths: Iterable[str]) -> str:
    """Return the names of files, each once, those over a few as their number."""
    names = list(dict.fromkeys(path.rpartition("/")[2] for path in paths))
    more = len(names) - _MOST_NAMES
    return ", ".join([*names[:_MOST_NAMES], *([f"+{more}"] if more > 0 else [])])


def _quote(claim: Claim, texts: Mapping[str, str]) -> str:
    return texts[claim.source][claim.value.span.start : claim.value.span.end]


class Place(NamedTuple):
    """Where a value stands: its source and article, its span and the sentence around it."""

    source: str
    article: str
    span: TextSpan
    sentence: TextSpan


def _evidence(claim: Claim, side: str, texts: Mapping[str, str]) -> Evidence:
    place = Place(claim.source, claim.article, claim.value.span, claim.sentence)
    text = texts[claim.source]
    return evidence_at(text, place, side=side, value=str(claim.value), claim=claim.id)


def evidence_at(text: str, place: Place, *, side: str, value: str, claim: str = "") -> Evidence:
    """Return the evidence that a value of a source's text is for a side of a finding."""
    span, sentence = place.span, place.sentence
    return Evidence(
        source=place.source,
        article=place.article,
        start=span.start,
        end=span.end,
        line=line_of(text, span.start),
        column=column_of(text, span.start),
        quote=text[span.start : span.end],
        side=side,
        value=value,
        sentence=(sentence.start, sentence.end),
        text=text[sentence.start : sentence.end],
        claim=claim,
    )
