"""Claims as rows: picked by words, written as a table, as CSV or as JSON lines."""

from __future__ import annotations

import csv
import io
import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lang.pack import PACKS
from claimcheck.model.claim import DEEDS
from claimcheck.report.escape import csv_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model.claim import Claim
    from claimcheck.model.text import Source

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Row(NamedTuple):
    """A claim for people: what it says, and where."""

    source: str
    line: int
    attribute: str
    about: str
    value: str
    quote: str
    status: str
    voice: str
    sentence: str
    start: int
    end: int
    language: str
    participants: str
    id: str


def rows(claims: Iterable[Claim], sources: Iterable[Source], about: str = "") -> list[Row]:
    """Return the claims as rows, in order; with `about`, those that speak of all its words."""
    texts = {source.path: source.text for source in sources}
    lines = {path: _line_starts(text) for path, text in texts.items()}
    return [
        _row(claim, texts[claim.source], lines[claim.source])
        for claim in claims
        if _speaks_of(claim, texts[claim.source], about.split())
    ]


def as_jsonl(made: Sequence[Row]) -> str:
    """Return one JSON object a line."""
    return "".join(
        json.dumps(row._asdict(), ensure_ascii=False, sort_keys=True) + "\n" for row in made
    )


def as_csv(made: Sequence[Row]) -> str:
    """Return CSV (RFC 4180) with a heading; no cell starts a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row._fields)
    for row in made:
        writer.writerow(csv_cell(cell) if isinstance(cell, str) else cell for cell in row)
    return out.getvalue()


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_BREAK.finditer(text))]


def _row(claim: Claim, text: str, lines: Sequence[int]) -> Row:
    span, sentence = claim.value.span, claim.sentence
    return Row(
        source=claim.source,
        line=bisect_right(lines, span.start),
        attribute=claim.attribute,
        about=_about(claim),
        value=str(claim.value),
        quote=text[span.start : span.end],
        status=f"not {claim.status}" if claim.negated else claim.status,
        voice=claim.voice,
        sentence=text[sentence.start : sentence.end],
        start=span.start,
        end=span.end,
        language=claim.language,
        participants=" ".join((*claim.participants, *claim.inherited)),
        id=claim.id,
    )


def _about(claim: Claim) -> str:
    if claim.attribute in DEEDS:
        return claim.part
    return " ".join(claim.measures or claim.frames or claim.words)


def _speaks_of(claim: Claim, text: str, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    pack = PACKS[claim.language]
    said = text[claim.sentence.start : claim.sentence.end]
    ids = (*claim.frames, *claim.participants, *claim.inherited, *claim.measures, str(claim.value))
    told = pack.fold(" ".join((said, *ids)))
    keys = {*claim.words, *claim.context}
    return all(pack.fold(word) in told or pack.content_key(word) in keys for word in wanted)
