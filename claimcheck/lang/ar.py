"""Arabic: letters, clitics and inflection."""

import unicodedata
from functools import lru_cache

from claimcheck.lang.reading import Reading

# Letters that news text and keyboards swap: hamza seats, final ya, ta marbuta, the Persian ya,
# kaf, gaf, pe, che and ve. A hamza without a seat and the tatweel, a lengthening stroke, are lost.
_SWAPPED = str.maketrans("أإآٱىیئؤةکگڭڤپچ", "اااايييوهككك" + "فبج", "ءـ")
_CACHE = 1 << 16

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل")
_ARTICLE = "ال"
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي")

_NOUN_ENDINGS = ("تين", "تان", "ات", "ان", "ين", "ون", "تا", "تي", "وا", "ا", "و", "ي", "ه")
_DEFINITE_ENDINGS = ("تين", "تان", "ات", "ان", "ين", "ون", "ه")
_FEMININE_ENDINGS = ("تين", "تان", "ات", "تا", "تي")
_PAST_ENDINGS = ("تما", "تا", "وا", "نا", "تم", "ت", "ا", "ن")
_PRESENT_ENDINGS = ("ون", "ان", "ين", "وا", "ن", "ي", "ا")
_PRESENT_PREFIXES = "يتنا"
# The particles of the future and of purpose, before a verb in the present.
_PARTICLES = ("س", "ل")
_WEAK = "اوي"


class Arabic:
    """The Arabic language pack."""

    code = "ar"

    def fold(self, text: str) -> str:
        """Return the spelling under which `text` is looked up; offsets never see it."""
        return _fold(text)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the ways to split clitics off a surface word; the unsplit word comes first."""
        return _readings(word)

    def noun_stems(self, word: str) -> tuple[str, ...]:
        """Return the lookup forms of the nouns and adjectives that `word` may inflect."""
        return _noun_stems(word)

    def verb_stems(self, word: str) -> tuple[str, ...]:
        """Return `+stem` for each possible past form and `=stem` for each present one."""
        return _verb_stems(word)

    def verb_keys(self, lexeme: str) -> tuple[str, ...]:
        """Return the stems of a verb given in the past or, with its prefix ي, the present."""
        return _verb_keys(_fold(lexeme))

    def content_key(self, word: str) -> str:
        """Return one stem for a content word: without clitics, article and common endings."""
        return _content_key(word)

    def is_joined(self, word: str) -> bool:
        """Return whether the word starts with a letter that joins clauses."""
        return _fold(word).startswith(_CONJUNCTIONS[0])

    def is_future(self, verb: str) -> bool:
        """Return whether the particle س stands before a verb in the present."""
        key = _fold(verb).removeprefix("و").removeprefix("ف")
        return len(key) > 4 and key[0] == "س" and key[1] in _PRESENT_PREFIXES


@lru_cache(_CACHE)
def _fold(text: str) -> str:
    letters = text.translate(_SWAPPED).casefold()
    if letters.replace(" ", "").isalpha() and unicodedata.is_normalized("NFKC", letters):
        return letters
    letters = unicodedata.normalize("NFKC", text).casefold().translate(_SWAPPED)
    return "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))


def _raw_length(word: str, letters: int) -> int:
    """Return how many code points of `word` hold its first folded `letters`."""
    for end in range(1, len(word) + 1):
        if len(_fold(word[:end])) >= letters:
            rest = word[end : end + 2]
            marks = [c for c in rest if not _fold(c) and unicodedata.category(c) in ("Mn", "Lm")]
            return end + (len(marks) if rest.startswith("".join(marks)) else 0)
    return len(word)


def _proclitics(key: str) -> list[tuple[str, ...]]:
    """Return the ways in which proclitics can stand at the start of a folded word."""
    found: list[tuple[str, ...]] = [()]
    for conjunction in ("", *_CONJUNCTIONS):
        for preposition in ("", *_PREPOSITIONS):
            head = conjunction + preposition
            if not key.startswith(head):
                continue
            parts = tuple(part for part in (conjunction, preposition) if part)
            if parts and len(key) - len(head) >= 2:
                found.append(parts)
            rest = key[len(head) :]
            if preposition == "ل" and rest.startswith("ل") and len(rest) > 2:
                found.append((*parts[:-1], "ل", "(ا)ل"))
            elif preposition != "ل" and rest.startswith(_ARTICLE) and len(rest) > 3:
                found.append((*parts, _ARTICLE))
    return found


@lru_cache(_CACHE)
def _readings(word: str) -> tuple[Reading, ...]:
    key = _fold(word)
    found = []
    for parts in _proclitics(key):
        length = sum(len(part.replace("(ا)", "")) for part in parts)
        names = tuple(_ARTICLE if part == "(ا)ل" else part for part in parts)
        skip = _raw_length(word, length) if length else 0
        found.append(Reading(key[length:], names, "", skip))
    return tuple(found)


def _without_pronoun(key: str) -> list[str]:
    """Return the word and what is left of it without a pronoun at its end."""
    found = [key]
    for pronoun in _PRONOUNS:
        if key.endswith(pronoun) and len(key) - len(pronoun) >= 3:
            base = key[: -len(pronoun)]
            found.append(base)
            if base.endswith("ت"):
                found.append(base[:-1] + "ه")
    return found


@lru_cache(_CACHE)
def _noun_stems(word: str) -> tuple[str, ...]:
    """Return the stems; a definite noun takes no pronoun, nor does one with its ta marbuta."""
    stems: dict[str, None] = {}
    feminine = _ends_feminine(word)
    for reading in _readings(word):
        definite = _ARTICLE in reading.proclitics
        endings = _NOUN_ENDINGS if not definite else _DEFINITE_ENDINGS
        whole = feminine or definite
        for base in [reading.key] if whole else _without_pronoun(reading.key):
            stems[base] = None
            stems.update(_singulars(base, ("ه",) if feminine else endings))
    return tuple(stems)


def _singulars(base: str, endings: tuple[str, ...]) -> dict[str, None]:
    """Return the stems of a noun without each ending that it has."""
    stems: dict[str, None] = {}
    for ending in endings:
        if base.endswith(ending) and len(base) - len(ending) >= 2:
            bare = base[: -len(ending)]
            stems[bare] = None
            if ending in _FEMININE_ENDINGS:
                stems[bare + "ه"] = None
    return stems


def _ends_feminine(word: str) -> bool:
    """Return whether a word is written with a ta marbuta, which folding loses."""
    return "ة" in word[-3:] and _fold(word[word.rindex("ة") + 1 :]) == ""


@lru_cache(_CACHE)
def _verb_stems(word: str) -> tuple[str, ...]:
    stems: dict[str, None] = {}
    key = _fold(word)
    if _ends_feminine(word):
        return ()
    starts = [key, key[1:]] if key.startswith(_CONJUNCTIONS) and len(key) > 3 else [key]
    for base in (base for start in starts for base in _without_pronoun(start)):
        stems.update(("+" + past, None) for past in _unended(base, _PAST_ENDINGS))
        for body in (base, base[1:] if base[:1] in _PARTICLES else ""):
            if len(body) > 2 and body[0] in _PRESENT_PREFIXES:
                present = _unended(body[1:], _PRESENT_ENDINGS)
                stems.update(("=" + stem, None) for stem in present)
    return tuple(stems)


def _unended(base: str, endings: tuple[str, ...]) -> list[str]:
    """Return the word and its stems without each ending that it has."""
    shed = [ending for ending in endings if base.endswith(ending) and len(base) > len(ending) + 1]
    return [base, *(base[: -len(ending)] for ending in shed)]


def _verb_keys(key: str) -> tuple[str, ...]:
    present = key.startswith("ي") and len(key) > 3
    stem, mark = (key[1:], "=") if present else (key, "+")
    keys = [mark + stem]
    if stem[-1] in _WEAK and len(stem) > 3:
        keys.append(mark + stem[:-1])
    if present and len(stem) == 3 and stem[1] in _WEAK:
        keys.append(mark + stem[0] + stem[2])
    return tuple(keys)


# Endings that a content word sheds, longest first; two letters of stem must stay beside them.
_LIGHT_ENDINGS = ("يات", "تين", "تان", "ات", "ان", "ين", "ون", "يه", "ته", "ها", "ا", "ه", "ي")


@lru_cache(_CACHE)
def _content_key(word: str) -> str:
    key = _fold(word)
    for parts in reversed(_proclitics(key)):
        if parts and parts[-1] in (_ARTICLE, "(ا)ل"):
            key = key[sum(len(part.replace("(ا)", "")) for part in parts) :]
            break
    for ending in _LIGHT_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key
