"""Nothing a terminal takes for a command passes the last gate, and nothing else is changed by it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from board.text.clean import clean
from board.text.gate import gated, gated_lines

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


def test_every_code_point_of_danger_becomes_a_space() -> None:
    for point in range(0x110000):
        character = chr(point)
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(character) in {
            "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI",
        }:  # fmt: skip
            assert gated(character) == " ", hex(point)
            assert gated_lines(character) == ("\n" if character == "\n" else " "), hex(point)


@given(ANY_TEXT)
def test_what_was_cleaned_passes_as_it_is_and_no_text_changes_its_length(text: str) -> None:
    assert gated(clean(text)) == clean(text)
    assert len(gated(text)) == len(gated_lines(text)) == len(text)
    gated_lines(text).encode()
