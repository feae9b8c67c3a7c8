"""Arabic: letters, clitics and inflection."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from claimcheck.lang.ar_root import root
from claimcheck.lang.marks import UNMARKED
from claimcheck.lang.reading import Reading

# Letters that news text and keyboards swap: hamza seats, final ya, ta marbuta, the Persian ya,
# kaf, gaf, pe, che and ve. A hamza without a seat and the tatweel, a lengthening stroke, are lost.
_SWAPPED = str.maketrans("أإآٱىیئؤةکگڭڤپچ", "اااايييوهككك" + "فبج", "ءـ")
_CACHE = 1 << 16

_CONJUNCTIONS = ("و", "ف")
_TO = "ل"
_PREPOSITIONS = ("ب", "ك", _TO)
_ARTICLE = "ال"
_HAMZAS = ("أ", "إ", "آ")

# Endings by the last letter, as a word has few of them to try.
_Endings = Mapping[str, tuple[str, ...]]


def _endings(*endings: str) -> _Endings:
    """Return endings by their last letter, each letter's in order."""
    return {last: tuple(e for e in endings if e[-1] == last) for last in {e[-1] for e in endings}}


_PRONOUNS = _endings("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي")
_NOUN = _endings("تين", "تان", "ات", "ان", "ين", "ون", "تا", "تي", "وا", "ا", "و", "ي", "ه")
_DEFINITE = _endings("تين", "تان", "ات", "ان", "ين", "ون", "ه")
_SINGULAR = _endings("ه")
_FEMININE = frozenset(("تين", "تان", "ات", "تا", "تي"))
_PAST = _endings("تما", "تا", "وا", "نا", "تم", "ت", "ا", "ن")
_PRESENT = _endings("ون", "ان", "ين", "وا", "ن", "ي", "ا")
_PRESENT_PREFIXES = "يتنا"
_ALIF = "ا"
# The particles of the future and of purpose, before a verb in the present.
_PARTICLES = ("س", _TO)
_WEAK = "اوي"


@lru_cache(_CACHE)
def _fold(text: str) -> str:
    """Return the spelling under which `text` is looked up; offsets never see it."""
    letters = text.translate(_SWAPPED).casefold()
    if letters.replace(" ", "").replace("\n", "").isalpha() and unicodedata.is_normalized(
        "NFKC", letters
    ):
        return letters
    letters = unicodedata.normalize("NFKC", text).casefold().translate(_SWAPPED)
    return letters.translate(UNMARKED)


def _raw_length(word: str, letters: int) -> int:
    """Return how many code points of `word` hold its first folded `letters`."""
    if not letters:
        return 0
    for end in range(1, len(word) + 1):
        if len(_fold(word[:end])) >= letters:
            rest = word[end : end + 2]
            marks = [c for c in rest if not _fold(c) and unicodedata.category(c) in ("Mn", "Lm")]
            return end + (len(marks) if rest.startswith("".join(marks)) else 0)
    return len(word)


class _Split(NamedTuple):
    """Proclitics at the start of a folded word, and how many of its letters they take."""

    proclitics: tuple[str, ...]
    length: int


_UNSPLIT = _Split((), 0)
# What may stand before a noun or its article: letters and the proclitics that they are.
_HEADS = [
    (conjunction + preposition, tuple(part for part in (conjunction, preposition) if part))
    for conjunction in ("", *_CONJUNCTIONS)
    for preposition in ("", *_PREPOSITIONS)
]
_HEADS_BY_LETTER = {
    letter: [(head, parts) for head, parts in _HEADS if head[:1] in ("", letter)]
    for letter in (_ARTICLE[0], *_CONJUNCTIONS, *_PREPOSITIONS)
}


def _splits(key: str) -> list[_Split]:
    """Return the ways in which proclitics can stand at the start of a folded word."""
    found = [_UNSPLIT]
    for head, parts in _HEADS_BY_LETTER.get(key[:1], ()):
        if not key.startswith(head):
            continue
        at, rest = len(head), len(key) - len(head)
        if head and rest >= 2:
            found.append(_Split(parts, at))
        if head.endswith(_TO):
            # The article loses its first letter after this one.
            if rest > 2 and key.startswith(_TO, at):
                found.append(_Split((*parts, _ARTICLE), at + 1))
        elif rest > 3 and key.startswith(_ARTICLE, at):
            found.append(_Split((*parts, _ARTICLE), at + 2))
    return found


@lru_cache(_CACHE)
def _readings(word: str) -> tuple[Reading, ...]:
    """Return the ways to split clitics off a surface word; the unsplit word comes first."""
    key = _fold(word)
    splits = _splits(key)
    if len(splits) == 1:
        return (Reading(key),)
    # Where folding lost nothing, letter stands for letter.
    even = word.isalpha() and len(word) == len(word.translate(_SWAPPED)) == len(key)
    return tuple(
        [
            Reading(key[length:], parts, "", length if even else _raw_length(word, length))
            for parts, length in splits
        ]
    )


def _unended(word: str, endings: _Endings, least: int) -> list[tuple[str, str]]:
    """Return a word without each ending that it has, with the ending; `least` letters must stay."""
    longest = len(word) - least
    return [
        (word[: -len(ending)], ending)
        for ending in endings.get(word[-1:], ())
        if word.endswith(ending) and len(ending) <= longest
    ]


def _without_pronoun(key: str) -> list[str]:
    """Return the word and what is left of it without a pronoun at its end."""
    found = [key]
    for base, _ in _unended(key, _PRONOUNS, 3):
        found.append(base)
        if base[-1] == "ت":
            found.append(base[:-1] + "ه")
    return found


@lru_cache(_CACHE)
def _noun_stems(word: str) -> tuple[str, ...]:
    """Return the lookup forms of the nouns and adjectives that `word` may inflect."""
    stems: dict[str, None] = {}
    feminine = _ends_feminine(word)
    for reading in _readings(word):
        definite = _ARTICLE in reading.proclitics
        endings = _SINGULAR if feminine else _DEFINITE if definite else _NOUN
        bases = [reading.key] if feminine or definite else _without_pronoun(reading.key)
        for base in bases:
            stems[base] = None
            for bare, ending in _unended(base, endings, 2):
                stems[bare] = None
                if ending in _FEMININE:
                    stems[bare + "ه"] = None
    return tuple(stems)


def _ends_feminine(word: str) -> bool:
    """Return whether a word is written with a ta marbuta, which folding loses."""
    return "ة" in word[-3:] and _fold(word[word.rindex("ة") + 1 :]) == ""


@lru_cache(_CACHE)
def _verb_stems(word: str) -> tuple[str, ...]:
    """Return `+stem` for each possible past form and `=stem` for each present one."""
    if _ends_feminine(word):
        return ()
    stems: dict[str, None] = {}
    key = _fold(word)
    starts = [key, key[1:]] if key.startswith(_CONJUNCTIONS) and len(key) > 3 else [key]
    for base in (base for start in starts for base in _without_pronoun(start)):
        stems["+" + base] = None
        for stem, _ in _unended(base, _PAST, 2):
            stems["+" + stem] = None
        for body in (base, base[1:]) if base.startswith(_PARTICLES) else (base,):
            if len(body) > 2 and body[0] in _PRESENT_PREFIXES:
                stems["=" + body[1:]] = None
                for stem, _ in _unended(body[1:], _PRESENT, 2):
                    stems["=" + stem] = None
    return tuple(stems)


def _verb_keys(key: str) -> tuple[str, ...]:
    present = key.startswith("ي") and len(key) > 3
    stem, mark = (key[1:], "=") if present else (key, "+")
    keys = [mark + stem]
    if stem[-1] in _WEAK and len(stem) > 3:
        keys.append(mark + stem[:-1])
    if present and len(stem) == 3 and stem[1] in _WEAK:
        keys.append(mark + stem[0] + stem[2])
    return tuple(keys)


_ALIF = "ا"
_LEAST_DERIVED = 4
_LEAST_STEM = 3


def _present_keys(key: str) -> tuple[str, ...]:
    """Return the present stem of a sound verb given in the past, which loses its first alif."""
    derived = key.startswith(_ALIF) and len(key) >= _LEAST_DERIVED
    stem = key[1:] if derived else key
    return ("=" + stem,) if len(stem) >= _LEAST_STEM and stem[-1] not in _WEAK else ()


def _jussive_keys(key: str) -> tuple[str, ...]:
    """Return the present stem that a weak verb shortens behind a particle of negation.

    استقال, يستقيل: لم يستقل; عاد: لم يعد; انتهى: لم ينته; ألقى: لم يلق.
    """
    present = key.startswith("ي") and len(key) > _LEAST_STEM
    derived = key.startswith(_ALIF) and len(key) >= _LEAST_DERIVED
    stem = key[1:] if present or derived else key
    if len(stem) < _LEAST_STEM:
        return ()
    if stem[-1] in _WEAK:
        return ("=" + stem[:-1],)
    return ("=" + stem[:-2] + stem[-1],) if stem[-2] in _WEAK else ()


def _has_article(word: str, reading: Reading) -> bool:
    """Return whether an article stands before a reading; with a hamza, `إلغاء`, it is stem."""
    return _ARTICLE in reading.proclitics and word[reading.skip - 2] not in _HAMZAS


# Endings that a content word sheds; three letters of stem must stay beside them.
_LIGHT = _endings("يات", "تين", "تان", "ات", "ان", "ين", "ون", "يه", "ته", "ها", "ا", "ه", "ي")


@lru_cache(_CACHE)
def _content_key(word: str) -> str:
    """Return one stem for a content word: without clitics, article and common endings."""
    readings = _readings(word)
    whole = readings[0].key
    key = next((r.key for r in reversed(readings) if _has_article(word, r)), whole)
    shed = _unended(key, _LIGHT, 3)
    return shed[0][0] if shed else key


class Arabic:
    """The Arabic language pack."""

    code = "ar"
    # As they stand, for a method in between would cost as much as looking up what they know.
    fold = staticmethod(_fold)
    readings = staticmethod(_readings)
    noun_stems = staticmethod(_noun_stems)
    verb_stems = staticmethod(_verb_stems)
    content_key = staticmethod(_content_key)
    root = staticmethod(root)

    def verb_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the stems of a verb given in the past or, with its prefix ي, the present."""
        return _verb_keys(_fold(lexeme))

    def present_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the stems of the present of a verb given in the past, where they are alike."""
        return _present_keys(_fold(lexeme))

    def jussive_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the stem that a weak verb, given in the past or the present, has behind لم."""
        return _jussive_keys(_fold(lexeme))

    def bases(self, past: str) -> tuple[str, ...]:  # noqa: ARG002 (Arabic has no bare form)
        """Return nothing: Arabic has no bare form of a verb."""
        return ()

    def is_joined(self, word: str) -> bool:
        """Return whether the word starts with a letter that joins clauses."""
        return _fold(word).startswith(_CONJUNCTIONS[0])

    def is_future(self, verb: str) -> bool:
        """Return whether the particle س stands before a verb in the present.

        A bare alif after it is one of the past (ساهمت): the present has a hamza (سأعود).
        """
        key = _fold(verb).removeprefix("و").removeprefix("ف")
        as_written = verb.removeprefix("و").removeprefix("ف")
        if len(key) <= 4 or key[0] != "س" or as_written[1:2] == _ALIF:
            return False
        return key[1] in _PRESENT_PREFIXES
