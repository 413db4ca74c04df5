"""Printed counts become numbers; what is not a count does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.numbers import read_count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4767", 4767), ("4,767", 4767), ("4.767", 4767), ("4 767", 4767), ("4\xa0767", 4767), ("4\u202f767", 4767),
        ("4'767", 4767), ("4’767", 4767), ("4,767[1]", 4767), ("4767¹", 4767), ("4 767 [note 2]", 4767), ("590*", 590),
        ("1,234,567", 1234567), (" 13 ", 13), ("0", 0), ("３５０", 350), ("593(a)", 593), ("4,302[1][2]", 4302),
        ("3.5 thousand", 3500), ("3,5 hiljada", 3500), ("4 хиляди", 4000), ("4 mijë", 4000), ("50k", 50000),
        ("3.7 bin", 3700), ("two hundred", 200), ("Four thousand", 4000), ("four thousand two hundred and fifty", 4250),
        ("twenty-five", 25), ("a hundred", 100), ("400-strong", 400), ("1.5 million", 1500000), ("5 tausend", 5000),
    ],
)  # fmt: skip
def test_a_count_is_read_however_it_is_printed(text: str, number: int) -> None:
    assert read_count(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "—", "n/a", "3.5", "4,7", "4,76", "4,7670", "4,767.123", "1.23 thousandths", "-5", "+5", "12 of 33",
     "1e5", "about 600", "one two", "a", "and", "twenty ten", "1" * 19, "[1]", "¹", "4 767,5", "½", "NaN",
     "1.2345 thousand"],
)  # fmt: skip
def test_what_is_not_a_count_is_none(text: str) -> None:
    assert read_count(text) is None


@given(st.integers(0, 10**18 - 1), st.sampled_from(["", ",", ".", " ", "'", "\u202f"]))
def test_every_grouping_of_every_number_is_read(number: int, mark: str) -> None:
    assert read_count(f"{number:,}".replace(",", mark)) == number


@given(st.text(max_size=60) | st.text(st.sampled_from("0123456789.,' []¹kmthousand-"), max_size=30))
def test_no_text_raises_and_no_number_is_negative(text: str) -> None:
    number = read_count(text)
    assert number is None or 0 <= number < 10**25
