"""Fingerprints: by what a finding is known while the texts around it change."""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal

from claimcheck.lang.consonants import consonants
from claimcheck.model.claim import Claim
from claimcheck.model.mention import Actor, Entity, Quantity, Value, spelled
from claimcheck.values import vagueness

_SCHEME = "claimcheck/v1"
_LENGTH = 12


def fingerprint(rule: str, subject: str, values: Iterable[str]) -> str:
    """Return a name that holds while the rule, the subject and the disputed values do.

    Neither files, places and wording nor the level are part of it.

    values: as `identity` spells them.
    """
    known_by = "\n".join((_SCHEME, rule, subject, *sorted(set(values))))
    return hashlib.sha256(known_by.encode()).hexdigest()[:_LENGTH]


def disputed(side: Sequence[Claim]) -> Value:
    """Return the value that stands for a side: the most precise, in whatever language."""
    return min((claim.value for claim in side), key=_precision)


def _precision(value: Value) -> tuple[int, Decimal, str, str]:
    fallback, vague, spelling = vagueness(value)
    return fallback, vague, identity(value), spelling


def identity(value: Value) -> str:
    """Return a spelling that the same value has in every language and unit."""
    if isinstance(value, Quantity):
        return _figure(value)
    if isinstance(value, Entity | Actor) and ":" in str(value):
        kind, name = str(value).rsplit(":", 1)
        return f"{kind}:{consonants(name)}"
    return str(value)


def _figure(value: Quantity) -> str:
    """Return an amount in its base unit; what is counted is told by the subject."""
    if value.dimension == "count":
        return f"{spelled(value.low, value.high)} {value.per}".strip()
    if value.base_grain is not None:
        amount = spelled(value.base_low, value.base_high)
        return f"{amount} {value.dimension} {value.per}".strip()
    return f"{spelled(value.low, value.high)} {value.unit} {value.per}".strip()
