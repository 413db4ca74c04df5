"""What a terminal sends: a paste is text and never keys, however it is cut up and whatever stands in it."""

from __future__ import annotations

import pytest

from board.tui.typed import BEGIN, END, LONGEST, Pasted, Typed

HOSTILE = "q\x1b[31m\x07\x1b]0;owned\x07\x1b[6n\nq\u202eR\x9bm"


def pieces(*reads: str) -> list[str | Pasted]:
    typed = Typed()
    return [piece for read in reads for piece in typed.feed(read)]


def test_keys_before_and_after_a_paste_are_keys_and_it_is_clean_text() -> None:
    before, pasted, after = pieces(f"jj{BEGIN}{HOSTILE}{END}k")
    assert (before, after) == ("jj", "k")
    assert isinstance(pasted, Pasted)
    assert pasted.text.isprintable()
    assert "owned" in pasted.text


@pytest.mark.parametrize("at", range(1, len(BEGIN + "words" + END)))
def test_wherever_the_reads_cut_it_no_letter_of_it_is_a_key(at: int) -> None:
    whole = f"{BEGIN}words{END}"
    found = pieces(whole[:at], whole[at:], "")
    if at > 1:
        assert found == [Pasted("words")]
    else:
        assert found[0] == "\x1b", "a lone Esc is a key at once"


def test_a_paste_that_never_ends_ends_and_keys_are_keys_again() -> None:
    assert pieces(f"{BEGIN}half", *[""] * 12, "j") == [Pasted("half"), "j"]


def test_a_very_long_paste_is_cut() -> None:
    (pasted,) = pieces(BEGIN, *["x" * 10_000] * 5, END)
    assert isinstance(pasted, Pasted)
    assert len(pasted.text) <= LONGEST


def test_the_end_of_a_paste_that_was_none_is_no_paste() -> None:
    assert pieces(f"{END}j") == [f"{END}j"]


def test_what_looked_like_the_beginning_of_a_paste_is_keys_where_nothing_follows() -> None:
    assert pieces("\x1b[", "") == ["\x1b["]
    assert pieces("\x1b[20", "4~j") == ["\x1b[204~j"]


def test_alt_with_a_digit_is_told_in_full_and_a_digit_after_other_keys_is_not() -> None:
    assert pieces("\x1b1", "\x1b9", "j\x1b1") == ["\x1b[49;3u", "\x1b[57;3u", "j\x1b1"]
