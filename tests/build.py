"""Small builders of models for tests."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.day import day, days_in_month
from claimcheck.model.mention import Actor, Entity, Outcome, Quantity, Timex
from claimcheck.model.text import TextSpan

SPAN = TextSpan(start=0, end=4)


def date(text: str, **more) -> Timex:
    """Return the Timex of an EDTF year, month or day."""
    parts = [int(part) for part in text.split("-")]
    grain = ("year", "month", "day")[len(parts) - 1]
    year, month, dom = (*parts, None, None)[:3]
    first = day(year, month or 1, dom or 1)
    last = day(year, month or 12, dom or days_in_month(year, month or 12))
    given = {"span": SPAN, "edtf": text, "first": first, "last": last, "grain": grain}
    return Timex(**{**given, **more})


def quantity(amount: str, unit: str = "USD", dimension: str = "money", **more) -> Quantity:
    """Return an exact quantity with the grain of its last digit that is not zero."""
    value = Decimal(amount)
    exponent = value.normalize().as_tuple().exponent
    given = {
        "span": SPAN,
        "low": value,
        "high": value,
        "grain": Decimal(1).scaleb(exponent),
        "dimension": dimension,
        "unit": unit,
    }
    return Quantity(**{**given, **more})


def place(name: str, *within: str, **more) -> Entity:
    """Return a place of the gazetteer."""
    return Entity(**{"span": SPAN, "id": name, "kind": "place", "within": within, **more})


def facility(kind: str, name: str = "", *within: str, **more) -> Entity:
    """Return a facility of a type, with a proper name or without."""
    given = {
        "span": SPAN,
        "id": f"facility:{kind}:{name}",
        "kind": "facility",
        "type": kind,
        "within": within,
        "name": SPAN if name else None,
    }
    return Entity(**{**given, **more})


ATTRIBUTES = {
    Timex: "when",
    Quantity: "how_many",
    Entity: "where",
    Actor: "who",
    Outcome: "whether",
}


def claim(article: str = "a.txt#0", value=None, **more) -> Claim:
    """Return a claim of an article about a meeting."""
    value = value or date("2019")
    attribute = ATTRIBUTES[type(value)]
    start = more.pop("at", 0)
    value = replace(value, span=TextSpan(start=start, end=start + 4))
    given = {
        "id": f"{article}@{start}",
        "article": article,
        "source": article.split("#", maxsplit=1)[0],
        "language": "ar",
        "attribute": attribute,
        "value": value,
        "frames": ("meeting",),
        "instance": f"{article}:meeting:0",
        "sentence": TextSpan(start=start, end=start + 40),
        "clause": TextSpan(start=start, end=start + 40),
    }
    return Claim(**{**given, **more})


__all__ = ["claim", "date", "facility", "place", "quantity"]
