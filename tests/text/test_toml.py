"""TOML under limits: what would take all the memory, all the time, or the program down, is a mistake with its line."""

from __future__ import annotations

import pytest

from board.text.toml import MAX_BYTES, TomlError, read_toml


@pytest.mark.parametrize(
    ("written", "line", "why"),
    [
        (f"a = 1\nb = {'9' * 5000}\n", 2, "a number of too many digits"),
        ("a = 1\n\nb = " + "[" * 200 + "]" * 200, 3, "nested too deep"),
        ("a = 1\n" + ".".join("b" * 50) + " = 1\n", 2, "a key of more than 40 parts"),
        ("a = 1\nb = \n", 2, "Invalid value"),
        ("a = 2026-02-30\n", 1, "Invalid date or datetime"),
        ("a = [", 1, "Invalid value at the end of the file"),
        (f"# {'x' * MAX_BYTES}", None, "larger than 1000 kB"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(written: str, line: int | None, why: str) -> None:
    with pytest.raises(TomlError) as told:
        read_toml(written.encode())
    assert (told.value.line, str(told.value)) == (line, why)


def test_bytes_that_are_not_utf_8_are_told_with_their_line() -> None:
    with pytest.raises(TomlError, match="not UTF-8") as told:
        read_toml(b"a = 1\nb = '\xff'\n")
    assert told.value.line == 2


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_toml(b"\xef\xbb\xbfa = 1\n") == {"a": 1}
