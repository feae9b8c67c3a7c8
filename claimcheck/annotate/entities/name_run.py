"""How far a proper name reaches that no gazetteer knows."""

from claimcheck.annotate.entities.name_words import folded_list
from claimcheck.annotate.entities.scene import Scene
from claimcheck.annotate.entities.terms import Hit

_LONGEST = 4
_MOST_EXTRA = 8
_HYPHENS = ("-", "\u2010", "\u2011")
_RELATIVE = "يه"
_FEMININE = "ه"  # noqa: RUF001 (ta marbuta, folded)
_CONJUNCTION = "و"
_PLURALS = ("ات", "ين", "ون")
_PRONOUNS = ("ها", "هم", "هما")  # noqa: RUF001 (endings of possession)
_ARTICLE = "ال"
_ENDING = ("function", "end", "place-head", "direction", "organisation-head", "portfolio", "in")
_ENDING_TERMS = (
    "office", "facility", "place-head", "organisation-head", "nationality", "direction",
    "former", "current", "subtype", "ministry", "capital", "homeland", "deputy",
)  # fmt: skip
_NISBA = "ي"
_SHORT_NISBA = 5
_SEEN = 30
_USUAL = 35
_RARE = 45
_LEAST_KNOWN = 40


def name_stop(scene: Scene, at: int, limit: int = _LONGEST) -> int:
    """Return the index after the name that starts at an atom; `at` itself where none does."""
    cased = scene.pieces[at].text[:1].isascii() if at < len(scene.pieces) else False
    if cased or scene.cased:
        return capital_stop(scene, at, limit)
    stop = at
    while stop - at < limit + _extra(scene, at, stop) and scene.is_word(stop):
        if stop > at and not scene.beside(stop):
            break
        if not _is_name_word(scene, stop, at):
            break
        stop += 1
        if scene.text(stop) in _HYPHENS and scene.is_word(stop + 1):
            stop += 1
    return _without_particles(scene, at, stop)


def surname_stop(scene: Scene, at: int) -> int:
    """Return the index after the rest of a name whose first word has a clitic; `at` for none."""
    stop = name_stop(scene, at, _LONGEST - 1)
    alone = stop == at and scene.is_word(at) and scene.beside(at) and _is_nisba(scene, at)
    return at + 1 if alone else stop


def _extra(scene: Scene, at: int, stop: int) -> int:
    """Return how many of the words so far are particles and hyphens, which cost nothing."""
    extra = sum(scene.said(i, "particle") or not scene.is_word(i) for i in range(at, stop))
    return min(extra, _MOST_EXTRA)


def _without_particles(scene: Scene, at: int, stop: int) -> int:
    """Return `stop` without particles and hyphens at the name's end."""
    while stop > at and (scene.text(stop - 1) == "-" or _dangling(scene, stop - 1, at)):
        stop -= 1
    return stop


def _dangling(scene: Scene, last: int, at: int) -> bool:
    return scene.said(last, "particle") and not (scene.given(last) and last == at)


def _is_name_word(scene: Scene, at: int, first: int) -> bool:
    """Return whether an Arabic word can be part of a name that starts at `first`."""
    if at == first:
        return scene.is_name(at) or is_kunya(scene, at) or _may_open(scene, at)
    if scene.said(at, "family-first") and not scene.said(at - 1, "family-first"):
        return False
    if scene.is_name(at) or scene.said(at, "particle") or scene.said(at, "regnal"):
        return True
    if scene.said(at - 1, "particle"):
        return not scene.said(at, "function")
    if scene.hit(at, "office") and scene.is_name(at - 1) and scene.is_name(at + 1):
        return True
    return _continues_name(scene, at, first)


def is_kunya(scene: Scene, at: int) -> bool:
    """Return whether a particle opens a name, as `Abu` and `Ibn` do."""
    return scene.said(at, "particle") and not scene.said(at, "function") and scene.is_word(at + 1)


def _continues_name(scene: Scene, at: int, first: int) -> bool:
    """Return whether a word that no list of names has may go on a name."""
    told = at == first + 1 and scene.given(first)
    if any(scene.said(at, name) for name in _ENDING) or _joined(scene, at, sure=told):
        return False
    hit = scene.hit(at, *_ENDING_TERMS)
    if hit and not (told and hit.kind == "nationality" and not scene.key(at).endswith(_FEMININE)):
        return False
    if (hit := scene.hit(at, "place", "organisation")) and (hit.clitics or hit.definite):
        return False
    return _is_rare(scene, at, first, told=told)


def _is_rare(scene: Scene, at: int, first: int, *, told: bool) -> bool:
    """Return whether a later word is rare enough for a name: the further on, the rarer."""
    if told and scene.hit(at, "nationality"):
        return True
    if told and _is_nisba(scene, at):
        return True
    if scene.key(at).startswith(_ARTICLE) and len(scene.key(at)) > 4:
        return not scene.common(at, _SEEN if told or scene.key(at).endswith("ي") else _USUAL)
    if scene.key(at).endswith(_PRONOUNS):
        return False
    least = _SEEN if told else _USUAL if at == first + 1 else _RARE
    return not scene.common(at, least) and not (scene.is_event(at) and not told)


def _is_nisba(scene: Scene, at: int) -> bool:
    """Return whether a word has the form of a surname by origin, however common: «خالد العمري»."""
    definite = scene.key(at).startswith(_ARTICLE) and len(scene.key(at)) > _SHORT_NISBA
    return definite and scene.text(at).endswith(_NISBA) and not scene.is_event(at)


def _joined(scene: Scene, at: int, *, sure: bool = False) -> bool:
    """Return whether a word opens with a conjunction or preposition rather than with its own.

    sure: its rarity tells nothing, for a name is expected.
    """
    key = scene.key(at)
    if scene.is_name(at):
        return False
    if key.startswith(("لل", "بال", "كال", "وال", "فال", "ولل", "وبال")) and len(key) > 5:
        return True
    if key.startswith(_CONJUNCTION) and len(key) > 3:
        return True
    if scene.name_after_clitics(at) or scene.is_verb(at):
        return True
    return scene.glued(at) and not sure


def place_stop(scene: Scene, at: int) -> int:
    """Return the index after the unknown place name that starts at an atom, or `at`."""
    if scene.cased:
        return capital_stop(scene, at, 3)
    key = scene.key(at)
    opener = scene.said(at, "opener")
    if key.endswith(_RELATIVE) and not key.startswith(_ARTICLE):
        return at
    if not opener and (scene.common(at, _LEAST_KNOWN) or not _may_open(scene, at)):
        return at
    stop = at + 1
    if scene.is_word(stop) and scene.beside(stop) and _continues(scene, stop, opener=opener):
        stop += 1
    return stop if not opener or stop > at + 1 else at


def expected_name(scene: Scene, head: Hit, at: int) -> bool:
    """Return whether an Arabic word that may be an ordinary one names the place of a head.

    A noun with the article is its name, for an adjective of the head would have none; one without
    it needs an end behind it, or what contains the place.
    """
    if scene.cased or not scene.is_word(at) or _is_ordinary(scene, at):
        return False
    if scene.definite(at):
        land = head.key in folded_list(scene.language, "land")
        return not scene.common(at, _SEEN if land else _LEAST_KNOWN)
    if scene.key(at).endswith((*_PRONOUNS, *_PLURALS)) or scene.text(at).endswith("ة"):
        return False
    if is_contained(scene, at + 1):
        return True
    return not scene.common(at, _SEEN) and ends_phrase(scene, at + 1)


def _is_ordinary(scene: Scene, at: int) -> bool:
    """Return whether a word has another part than to name something."""
    if any(scene.said(at, name) for name in (*_ENDING, "generic")):
        return True
    return scene.hit(at, *_ENDING_TERMS, "place", "organisation", "adjective") is not None


def is_contained(scene: Scene, at: int) -> bool:
    """Return whether the place that contains another is told there (`in the province of Y`)."""
    first = at + scene.said(at, "in")
    hit = scene.hit(first, "place-head", "place")
    return hit is not None and (first > at or "ب" in hit.clitics)


def ends_phrase(scene: Scene, at: int) -> bool:
    """Return whether nothing goes on there that belongs to the words before."""
    if not scene.is_word(at) or not scene.beside(at):
        return True
    return scene.said(at, "where") or scene.said(at, "in")


def goes_on_with_and(scene: Scene, at: int) -> bool:
    """Return whether an Arabic conjunction is written with the word there."""
    key = scene.key(at)
    return key.startswith(_CONJUNCTION) and len(key) > 3 and not scene.is_name(at)


def _may_open(scene: Scene, at: int) -> bool:
    """Return whether a word that no list of names has may open a name."""
    if not scene.is_word(at) or any(scene.said(at, name) for name in _ENDING):
        return False
    if scene.hit(at, *_ENDING_TERMS, "place", "organisation") or _joined(scene, at):
        return False
    article = scene.key(at).startswith(_ARTICLE) and len(scene.key(at)) > 4
    return not article and not scene.common(at, _SEEN) and not scene.is_event(at)


def _continues(scene: Scene, at: int, *, opener: bool) -> bool:
    if opener:
        return not scene.said(at, "function") and not _joined(scene, at)
    article = scene.key(at).startswith(_ARTICLE)
    return not article and not scene.common(at, 40) and _may_open(scene, at)


def capital_stop(scene: Scene, at: int, limit: int = _LONGEST) -> int:
    """Return the index after the run of capitalised words that starts at an atom, or `at`."""
    stop, words, end = at, 0, at
    while words < limit and _capital_or_particle(scene, stop, at):
        if scene.capital(stop):
            words += 1
            end = stop + 1
        stop += 1
        stop = _over_joint(scene, stop)
    return end


def _capital_or_particle(scene: Scene, at: int, first: int) -> bool:
    """Return whether a word may go on a run of capitalised words."""
    if not scene.is_word(at) or (at > first and not scene.beside(at)):
        return False
    if scene.capital(at):
        return not scene.said(at, "end") and not (scene.said(at, "function") and at == first)
    return at > first and scene.said(at, "particle") and scene.capital(_over_hyphen(scene, at + 1))


def _over_hyphen(scene: Scene, at: int) -> int:
    """Return the index after a hyphen, or `at`."""
    return at + (scene.text(at) in _HYPHENS)


def _over_joint(scene: Scene, at: int) -> int:
    """Return the index after a hyphen, an ampersand or the dot of an initial."""
    text = scene.text(at)
    joined = scene.capital(at + 1) or scene.said(at - 1, "particle")
    if text in (*_HYPHENS, "&") and joined:
        return at + 1
    if text == "." and len(scene.text(at - 1)) == 1 and scene.capital(at + 1):
        return at + 1
    return at


def capital_start(scene: Scene, at: int, limit: int = _LONGEST) -> int:
    """Return where the run of capitalised words starts that ends before an atom, or `at`."""
    start, words = at, 0
    while words < limit and start > 0 and scene.beside(start) and _may_precede(scene, start - 1):
        start -= 1
        words += 1
        if scene.text(start - 1) in (*_HYPHENS, "&") and start > 1 and _joins(scene, start - 2):
            start -= 1
    while start < at and (not scene.capital(start) or not scene.is_word(start)):
        start += 1
    return start


def _joins(scene: Scene, at: int) -> bool:
    """Return whether a word before a hyphen belongs to the name behind it."""
    return scene.capital(at) or (scene.said(at, "particle") and scene.capital(at - 1))


def _may_precede(scene: Scene, at: int) -> bool:
    if not scene.is_word(at):
        return False
    if not scene.capital(at):
        return scene.said(at, "particle") and scene.capital(at - 1)
    return not (scene.said(at, "end") or scene.said(at, "function"))
