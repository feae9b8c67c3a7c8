import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.atoms import atoms


def pieces(text):
    return [piece.text for piece in atoms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("767ألفا", ["767", "ألفا"]),
        ("و240 للـ75 بـ11", ["و", "240", "للـ", "75", "بـ", "11"]),
        ("(1950-1953)", ["(", "1950", "-", "1953", ")"]),
        ("675ر371ر2 و9ر1", ["675ر371ر2", "و", "9ر1"]),
        ("١٬٠٠٠٫٥", ["١٬٠٠٠٫٥"]),
        ("A320 Su-35", ["A", "320", "Su", "-", "35"]),
        ("15/3/2024م", ["15", "/", "3", "/", "2024", "م"]),
        ("don't Putin's", ["don't", "Putin's"]),
        ("هذا كِتابٌ", ["هذا", "كِتابٌ"]),
        ("x@y.com http://a.b/c", ["x@y.com", "http://a.b/c"]),
    ],
)
def test_a_text_falls_into_its_smallest_pieces(text, expected):
    assert pieces(text) == expected


@given(st.text())
def test_atoms_lie_in_the_text_in_order_and_lose_nothing_but_space(text):
    found = atoms(text)
    at = 0
    for piece in found:
        assert at <= piece.start < piece.end
        assert text[piece.start : piece.end] == piece.text
        lost = text[at : piece.start]
        assert not any(c.isalnum() for c in lost)
        at = piece.end
    assert not any(c.isalnum() for c in text[at:])


@pytest.mark.parametrize("unit", ["9", "و", " ", "(", "9،", "a@", "www.", "ر", "'", "\u200f"])
def test_hostile_runs_take_linear_time(unit):
    started = time.process_time()
    atoms(unit * 100_000)
    assert time.process_time() - started < 2
