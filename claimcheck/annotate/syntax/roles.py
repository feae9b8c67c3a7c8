"""Who does it, and to whom: the parts of names in events, from the arcs between words.

Relations are those of Universal Dependencies, version 2; a part that they leave open is not given.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from claimcheck.annotate.syntax.words import NO_HEAD, SyntaxWord, depths
from claimcheck.lang.pack import PACKS, word_lists
from claimcheck.model.mention import Part

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "csubj")
_PRONOUN = "PRON"
_RELATIVE = "PronType=Rel"
_PASSIVE = "Voice=Pass"
_PARTICIPLE = "VerbForm=Part"
_PAST = "Tense=Past"
# A name that hangs on another word of the same name, or beside it in a list, plays its part.
_SAME_PART = frozenset({"appos", "flat", "conj"})
_OF_A_TITLE = "nmod"
_OTHER: dict[Part, Part] = {"agent": "patient", "patient": "agent"}

# The numbers of the words that fill each part; a pronoun counts as a filler.
Parts = dict[Part, tuple[int, ...]]


class Named(NamedTuple):
    """A name in a text: its span, and whether a title stands before it."""

    start: int
    end: int
    titled: bool = False


class Sentences:
    """The words of a text with their dependents, and the words that mark parts in its language."""

    def __init__(self, words: Sequence[SyntaxWord], language: str) -> None:
        self.words = words
        self._language = language
        self._deep = depths(words)
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]
        self._below: dict[int, list[int]] = {}
        for number, word in enumerate(words):
            if word.head != NO_HEAD:
                self._below.setdefault(word.head, []).append(number)

    def below(self, number: int, *kinds: str) -> list[int]:
        """Return the dependents of a word, in order; with `kinds`, those in these relations."""
        found = self._below.get(number, [])
        return [n for n in found if self.words[n].kind in kinds] if kinds else found

    def core(self, start: int, end: int) -> int:
        """Return the word of a stretch that is next to the root, `NO_HEAD` where it has none."""
        inside = range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        return min(inside, key=lambda n: (self._deep[n], n), default=NO_HEAD)

    @cached_property
    def _agents(self) -> frozenset[str]:
        return _folded(self._language, "agent")

    @cached_property
    def _light(self) -> frozenset[str]:
        return _folded(self._language, "light")

    def is_light(self, number: int) -> bool:
        """Return whether a verb says no more than that somebody does what its noun names."""
        word = self.words[number]
        fold = PACKS[self._language].fold
        return word.tag in _VERBAL and not {fold(word.lemma), fold(word.form)}.isdisjoint(
            self._light
        )

    def doers(self, number: int) -> tuple[int, ...]:
        """Return the words that a marker such as `by` makes the doers of a word's event."""
        found: list[int] = []
        for n in self.below(number, "obl", "nmod"):
            marks = self._marks(n)
            if self.words[n].relation == "obl:agent" or marks in self._agents:
                found.append(n)
            elif f"{marks} {self._form(n)}" in self._agents:
                found += self.below(n, "nmod")[:1]
        return tuple(found)

    def _marks(self, number: int) -> str:
        """Return the prepositions of a word, folded."""
        cases = self.below(number, "case")
        return " ".join(self._form(n) for one in cases for n in (one, *self.below(one, "fixed")))

    def _form(self, number: int) -> str:
        return PACKS[self._language].fold(self.words[number].form)

    def is_passive(self, number: int) -> bool:
        """Return whether a verb is in the passive."""
        below = (self.words[n].relation for n in self.below(number))
        return self.words[number].has(_PASSIVE) or not {"nsubj:pass", "aux:pass"}.isdisjoint(below)


def _folded(language: str, name: str) -> frozenset[str]:
    fold = PACKS[language].fold
    return frozenset(fold(phrase) for phrase in word_lists(language, "roles")[name])


def parts_of(
    sentences: Sentences, events: Iterable[tuple[int, int]], names: Sequence[Named]
) -> Iterator[tuple[tuple[int, int], Named, Part]]:
    """Yield each event with each name that plays a part in it, and the part.

    events: the spans of the words that name them. A name that would play both parts plays none.
    """
    cores = [(name, sentences.core(name.start, name.end)) for name in names]
    for event in events:
        verb = sentences.core(*event)
        if verb == NO_HEAD:
            continue
        parts = _parts(sentences, verb)
        for name, core in cores:
            played = _played(sentences, name, core, parts)
            if played:
                yield event, name, played


def _played(sentences: Sentences, name: Named, core: int, parts: Parts) -> Part | None:
    """Return the one part that a name plays, by its own word or one that it hangs on."""
    at, seen = core, {NO_HEAD}
    while at not in seen:
        seen.add(at)
        played = [part for part, fillers in parts.items() if at in fillers]
        if played:
            return played[0] if len(played) == 1 else None
        at = sentences.words[at].head if _same_part(sentences.words, at, name) else NO_HEAD
    return None


def _same_part(words: Sequence[SyntaxWord], at: int, name: Named) -> bool:
    word = words[at]
    before = NO_HEAD < word.head < at
    return word.kind in _SAME_PART or (name.titled and before and word.kind == _OF_A_TITLE)


def _parts(sentences: Sentences, event: int) -> Parts:
    word = sentences.words[event]
    subjects = sentences.below(event, *_SUBJECTS)
    if word.tag in _VERBAL or subjects:
        return _of_verb(sentences, event, frozenset())
    return _of_noun(sentences, event)


def _of_noun(sentences: Sentences, event: int) -> Parts:
    """Return the parts in what a noun names: `X's murder by Y`, `Y paid a visit`.

    Beside a doer, whose it is says to whom it was done; alone it may say either.
    """
    doers = sentences.doers(event)
    if doers:
        owners = [n for n in sentences.below(event, "nmod") if n not in doers]
        return {"agent": doers, "patient": tuple(owners[:1])}
    word = sentences.words[event]
    if word.head != NO_HEAD and word.kind in ("obj", "obl") and sentences.is_light(word.head):
        verb = _of_verb(sentences, word.head, frozenset())
        return {"agent": verb.get("agent", ())}
    return {}


def _of_verb(sentences: Sentences, verb: int, seen: Set[int]) -> Parts:
    """Return who fills the parts of a verb, those included that its clause leaves out."""
    own = _own_parts(sentences, verb)
    subjects = sentences.below(verb, *_SUBJECTS)
    word = sentences.words[verb]
    if word.kind == "acl" and word.head != NO_HEAD:
        return _with_antecedent(sentences, verb, own)
    if subjects or word.head == NO_HEAD or verb in seen:
        return own
    shared = _shared_subject(sentences, verb, seen | {verb})
    part: Part = "patient" if sentences.is_passive(verb) else "agent"
    return {**own, part: (*own.get(part, ()), *shared)} if shared else own


def _own_parts(sentences: Sentences, verb: int) -> Parts:
    subject: Part = "patient" if sentences.is_passive(verb) else "agent"
    parts: Parts = {subject: tuple(sentences.below(verb, "nsubj"))}
    done_to = "patient" if subject == "agent" else "agent"
    if done_to == "agent":
        parts["agent"] = sentences.doers(verb)
    else:
        parts["patient"] = tuple(sentences.below(verb, "obj"))
    return {part: fillers for part, fillers in parts.items() if fillers}


def _shared_subject(sentences: Sentences, verb: int, seen: Set[int]) -> tuple[int, ...]:
    """Return the subject that a verb without its own has from the one that it hangs on."""
    word = sentences.words[verb]
    if word.tag not in _VERBAL or word.kind not in ("conj", "xcomp"):
        return ()
    above = word.head
    # `They asked him to go`: the subject of the second may be either.
    if word.kind == "xcomp" and sentences.below(above, "obj", "iobj"):
        return ()
    if sentences.words[above].tag not in _VERBAL:
        return ()
    part: Part = "patient" if sentences.is_passive(above) else "agent"
    return _of_verb(sentences, above, seen).get(part, ())


def _with_antecedent(sentences: Sentences, verb: int, own: Parts) -> Parts:
    """Return the parts in a clause about a noun, with the noun in the part that it leaves to it."""
    part = _left_part(sentences, verb, own)
    if part is None:
        return own
    antecedent = sentences.words[verb].head
    kept = tuple(n for n in own.get(part, ()) if sentences.words[n].tag != _PRONOUN)
    return {**own, part: (*kept, antecedent)}


def _left_part(sentences: Sentences, verb: int, own: Parts) -> Part | None:
    """Return the part that a relative clause leaves to its noun, None where either may be meant.

    A pronoun that stands for the noun tells; else the one part that nothing fills.
    """
    words = sentences.words
    fillers = {part: [words[n] for n in found] for part, found in own.items()}
    named = {p for p, found in fillers.items() if any(w.tag != _PRONOUN for w in found)}
    open_to = [part for part in fillers if part not in named]
    relative = [p for p in open_to if any(w.has(_RELATIVE) for w in fillers[p])] or open_to
    if relative:
        return relative[0] if len(relative) == 1 else None
    if sentences.is_passive(verb):
        return None if "patient" in named else "patient"
    if len(named) == 1:
        return _OTHER[named.copy().pop()]
    return _alone(words[verb]) if not named else None


def _alone(verb: SyntaxWord) -> Part | None:
    """Return the part of the noun that a verb with nobody else in it is said of."""
    if verb.relation == "acl:relcl":
        return "agent"
    return "patient" if verb.has(_PARTICIPLE) and verb.has(_PAST) else None
