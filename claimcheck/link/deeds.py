"""What must hold before two claims of who did it, or whether it came about, are set together."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from claimcheck.lang.concepts import concepts_of
from claimcheck.lang.deeds import NAMED, is_reversible
from claimcheck.lang.kinds import OF_NATION
from claimcheck.link.context import Context
from claimcheck.link.people import same_person
from claimcheck.link.tokens import tokens_of
from claimcheck.model.claim import DEEDS, Claim, Guard, Told
from claimcheck.model.mention import Actor, Entity, Outcome
from claimcheck.model.text import Interval
from claimcheck.values import compare_values

OWN_VOICE = "own voice"
STILL_OPEN = "settled"
ONE_ROLE = "same role"
ONE_THING = "same thing"
ONE_PARTY = "same people"
# How alike, of 100, two spellings of a thing's name are at least.
_ONE_NAME = 75
# How many days apart two articles are at most that tell the same state of things.
_ONE_NEWS = 7


def two_places(left: Claim, right: Claim, context: Context) -> str:
    """Return two places, one named beside each, where none of either may be one of the other's."""
    ours, theirs = _places(left, context), _places(right, context)
    if not ours or not theirs:
        return ""
    apart = all(compare_values(a, b) == "different" for a in ours for b in theirs)
    return f"{ours[0]}, {theirs[0]}" if apart else ""


def _places(claim: Claim, context: Context) -> list[Entity]:
    """Return the places below a state that the sentence of a claim names."""
    told = context.answers(claim.article, "where")
    beside = [one.value for one in told if one.told_in == claim.told_in]
    return [one for one in beside if isinstance(one, Entity) and not one.is_state]


def is_deed(claim: Claim) -> bool:
    """Return whether a claim says who, or whether, rather than when, where or how many."""
    return claim.attribute in DEEDS


def told_otherwise(left: Claim, right: Claim, context: Context) -> str:
    """Return the article that itself gives the other one's value to the same question, if any."""
    for one, other in ((left, right), (right, left)):
        for rival in context.answers(one.article, one.attribute):
            same = rival.part == one.part and rival.id != one.id
            # Elsewhere in an article anybody may be named.
            same = same and (one.part != NAMED or rival.told_in == one.told_in)
            if same and compare_values(rival.value, other.value) in ("equal", "compatible"):
                return one.article
    return ""


def told_of_several(left: Claim, right: Claim, context: Context) -> str:
    """Return the article that tells the countries of several of one kind, if any."""
    for one in (left, right):
        if one.part.startswith(OF_NATION) and context.rivals(one):
            return one.article
    return ""


def deed_guards(left: Claim, right: Claim, *, copied: bool) -> tuple[Guard, ...]:
    """Return the guards that only claims of who and of whether have.

    copied: whether the two sentences are one but for the values.
    """
    role: Told = ("pass", left.part)
    if left.attribute == "who":
        if left.part == NAMED and not copied:
            role = "fail", "no copied sentence"
        elif is_reversible(left.part) and _are_apart(left, right):
            role = "fail", "another may have come since"
        return Guard.told(ONE_ROLE, role), Guard.told(ONE_THING, _one_thing(left, right))
    return (
        Guard.told(ONE_ROLE, role),
        Guard.told(OWN_VOICE, _own_voice(left, right)),
        Guard.told(STILL_OPEN, _settled(left, right)),
        Guard.told(ONE_PARTY, _one_party(left, right)),
    )


def _one_thing(left: Claim, right: Claim) -> Told:
    """Names in quotation marks tell one film or ship from another."""
    one, other = left.value, right.value
    assert isinstance(one, Actor)
    assert isinstance(other, Actor)
    if not one.things or not other.things or left.language != right.language:
        return "n.a.", "not both name a thing"
    shared = [a for a in one.things if any(fuzz.ratio(a, b) >= _ONE_NAME for b in other.things)]
    return ("pass", shared[0]) if shared else ("fail", f"{one.things[0]}, {other.things[0]}")


def _one_party(left: Claim, right: Claim) -> Told:
    """What one has done another may not have: who is named in both sentences is the same.

    So is the group of which alone it is denied. Names of two languages are too unlike to tell.
    """
    for claim, beside in ((left, right), (right, left)):
        if _of_others(claim, beside):
            return "fail", f"one denies it only of {_group(claim)}"
    one, other = _completed(left), _completed(right)
    if one and other and _meant(one, left.language).isdisjoint(_meant(other, right.language)):
        return "fail", f"{one}, {other}"
    if left.language != right.language:
        return "n.a.", "told in two languages"
    for prefix in ("person:", "role:"):
        ours, theirs = _named(left, prefix), _named(right, prefix)
        if ours and theirs and not any(same_person(a, b) for a in ours for b in theirs):
            return "fail", f"{ours[0]}, {theirs[0]}"
    return "pass", ""


def _meant(key: str, language: str) -> set[str]:
    """Return a noun and what it is a word for, without the wider concept: no other vegetable."""
    return {key, *concepts_of(key, language)[:1]}


def _completed(claim: Claim) -> str:
    return claim.value.of if isinstance(claim.value, Outcome) else ""


def _group(claim: Claim) -> str:
    return claim.value.among if isinstance(claim.value, Outcome) else ""


def _of_others(one: Claim, other: Claim) -> bool:
    """Return whether a claim denies something of a group that the other does not tell of."""
    if not _group(one):
        return False
    told = (_group(other), *other.words, *other.context)
    return _ids([_group(one)], one.language).isdisjoint(_ids(told, other.language))


def _ids(keys: Iterable[str], language: str) -> set[str]:
    """Return the words and concepts that some content keys may match by."""
    return {name for key in filter(None, keys) for name, _ in tokens_of(key, language).ids}


def _named(claim: Claim, prefix: str) -> list[str]:
    return [name for name in claim.participants if name.startswith(prefix)]


def _own_voice(left: Claim, right: Claim) -> Told:
    """What somebody denies, or what both only quote, is a dispute between those quoted."""
    denied = any(isinstance(c.value, Outcome) and c.value.denies for c in (left, right))
    if denied:
        return "fail", "somebody denies it"
    if left.voice and right.voice:
        return "fail", "both quote somebody"
    return ("unknown", "one of them quotes somebody") if left.voice or right.voice else ("pass", "")


def _settled(left: Claim, right: Claim) -> Told:
    """What had not come about yet may have come about since."""
    for one, other in ((left, right), (right, left)):
        open_still = isinstance(one.value, Outcome) and one.value.not_yet
        if open_still and not _is_no_older(one.as_of, other.as_of):
            return "fail", "not so far, as one of them says"
    waiting = any(isinstance(one.value, Outcome) and one.value.not_yet for one in (left, right))
    if not waiting and is_reversible(left.part) and _are_apart(left, right):
        return "fail", "it may have been reversed between the two articles"
    return "pass", ""


def _are_apart(left: Claim, right: Claim) -> bool:
    """Return whether two claims are the news of two times."""
    dated = left.when.closed and right.when.closed
    gap = left.as_of.days_from(right.as_of)
    return not dated and gap is not None and abs(gap) > _ONE_NEWS


def _is_no_older(one: Interval, other: Interval) -> bool:
    """Return whether what was stated on some days was surely not stated before the other."""
    return one.first is not None and other.last is not None and one.first >= other.last


def same_status(left: Claim, right: Claim) -> bool:
    """Return whether both are told as a fact; what is planned may come to nothing."""
    told_so = left.status == right.status == "actual"
    return told_so and (left.attribute == "whether" or left.negated == right.negated)
