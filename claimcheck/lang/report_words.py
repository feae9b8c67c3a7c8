"""The words of the report, in each language that a reader may ask for."""

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from claimcheck.model.base import Frozen
from claimcheck.model.claim import Attribute, GuardResult
from claimcheck.model.finding import Diagnosis, FindingReading, Kind
from claimcheck.model.language import Language
from claimcheck.resources import load_model, rules_root

# CLDR plural category -> form.
Forms = Mapping[str, str]
_FEW = range(3, 11)
_MANY = range(11, 100)
_HUNDRED = 100
_OTHER = "other"


class GuardWords(Frozen):
    """What a guard is called, and the sentence for each of its results."""

    name: str
    passed: str = Field(alias="pass")
    unknown: str
    fail: str

    def of(self, result: GuardResult) -> str:
        """Return the sentence for a result; none for a guard that does not apply."""
        known = {"pass": self.passed, "unknown": self.unknown, "fail": self.fail}
        return known.get(result, "")


class ReportWords(Frozen):
    """Every word of a report that is not a source's or a rule's.

    comma, either: between the items of a list, and before another value.
    phrases: by what they are for, with named gaps; counts: noun -> forms with the number.
    attributes: what an event or figure is called that no word names.
    reasons: of guards; `*` in a reason stands for anything, `{0}` for what it was.
    nouns: of what is counted; sides: the parts of a country.
    """

    language: Language
    comma: str
    either: str = Field(alias="or")
    phrases: Mapping[str, str]
    counts: Mapping[str, Forms]
    attributes: Mapping[Attribute, str]
    kinds: Mapping[Kind, str]
    questions: Mapping[Kind, str]
    settle: Mapping[Kind, str]
    readings: Mapping[FindingReading, str]
    diagnoses: Mapping[Diagnosis, str]
    guards: Mapping[str, GuardWords]
    reasons: Mapping[str, Mapping[str, str]]
    problems: Mapping[str, str]
    anchors: Mapping[str, str]
    languages: Mapping[str, str]
    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    seasons: Mapping[str, str]
    scales: Mapping[str, Forms]
    nouns: Mapping[str, Forms]
    sides: Mapping[str, str]

    def say(self, phrase: str, **told: str) -> str:
        """Return a phrase with its gaps filled."""
        return self.phrases[phrase].format(**told)

    def counted(self, number: int, noun: str) -> str:
        """Return `1 article`, `2 articles`."""
        return self.form(self.counts[noun], number).format(n=f"{number:,}")

    def form(self, forms: Forms, number: int | None) -> str:
        """Return the form of a noun that goes with a number; None is no whole number."""
        return forms.get(_CATEGORY[self.language](number)) or forms.get(_OTHER, "")


def _english(number: int | None) -> str:
    return "one" if number == 1 else _OTHER


def _arabic(number: int | None) -> str:
    """Return the CLDR plural category: 3 to 10 take a plural, 11 to 99 an accusative."""
    if number is None:
        return _OTHER
    if number in _ALONE:
        return _ALONE[number]
    rest = number % _HUNDRED
    return "few" if rest in _FEW else "many" if rest in _MANY else _OTHER


_ALONE = {0: "zero", 1: "one", 2: "two"}
_CATEGORY = {Language.EN: _english, Language.AR: _arabic}


@cache
def report_words(language: str) -> ReportWords:
    """Return the words of a language of `Language`.

    Raises:
        RuleError: for a table that cannot be used.
    """
    return load_model(rules_root() / "report" / f"{language}.yaml", ReportWords)
