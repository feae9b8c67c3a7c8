"""Texts as hostile as the world's, for what must keep every code point in its place."""

from hypothesis import strategies as st

_WORDS = (
    "زار", "الرئيس", "للرئيس", "وبوتين", "سيزوره", "كــــتاب", "مُحَمَّد", "Kim", "don't", "U.S.",
    "٢٠١٤", "11,5", "90٪", "…", "؟", "،", "«", "»", '"', "(", ".", "..", "!", "😀", "e\u0301",
    "👩‍👩‍👧",
    "\u200f", "\u200e", "\u202b", "\u2069", "\ufeff", "\u00ad", "\u0640", "<PAD>", "<UNK>", "_",
    "|",
    "www.example.org/x?y=1", "a@b.cd", "\U0001f1f5\U0001f1f8", "ﷺ", "ﻻ", "x" * 300, "é" * 5, "\x00",
)  # fmt: skip
_GAPS = (
    " ", "", "  ", "\n", "\n\n", " \n \n ", "\r\n", "\t", "\u00a0", "\u202f", "\u2009", "\u2028",
    "\x0b", "\x85", "\u3000",
)  # fmt: skip

texts = st.lists(st.tuples(st.sampled_from(_GAPS), st.sampled_from(_WORDS)), max_size=25).map(
    lambda parts: "".join(gap + word for gap, word in parts)
)
