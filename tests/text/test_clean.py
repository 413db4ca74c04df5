"""The gate lets through what may be drawn and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.clean import MARKS_A_BASE, clean

KEPT_FORMATS = {"\u200c", "\u200d", "\ufe0f"}
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)
HOSTILE = st.text(
    st.sampled_from(
        "a \n\r\t\x1b\x9b\u202e\u2028\u200b\u200d\ufe0f\u0301\u0323\u05b0\u0344\u0958\ud800é가ᄀ각\U000e0041"
    ),
    max_size=80,
)


def is_forbidden(character: str) -> bool:
    point = ord(character)
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Cf", "Zl", "Zp"}
        or point & 0xFFFE == 0xFFFE
        or 0xFDD0 <= point <= 0xFDEF
    ) and character not in KEPT_FORMATS


def longest_run_of_marks(text: str) -> int:
    longest = run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character).startswith("M") else 0
        longest = max(longest, run)
    return longest


def test_no_code_point_gets_a_forbidden_character_through() -> None:
    forbidden = {chr(point) for point in range(0x110000) if is_forbidden(chr(point))}
    for lines, never in ((False, forbidden), (True, forbidden - {"\n"})):
        for start in range(0, 0x110000, 0x100):
            points = range(start, start + 0x100)
            cleaned = clean("".join(f"<{chr(point)}>" for point in points), 0x1000, lines=lines)
            assert never.isdisjoint(cleaned), hex(start)
            assert cleaned.count(">") >= len(points), hex(start)


def test_every_letter_digit_and_sign_stays() -> None:
    kinds = {"Lu", "Ll", "Lt", "Lm", "Nd", "Nl", "No", "Sc", "Sm", "Sk", "So", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}
    for point in range(0x110000):
        character = chr(point)
        if unicodedata.category(character) in kinds:
            assert unicodedata.normalize("NFC", character) in clean(f"x {character} y"), hex(point)


@given(ANY_TEXT | HOSTILE, st.booleans(), st.integers(0, 40))
def test_cleaning_is_idempotent_normal_and_bounded(text: str, lines: bool, limit: int) -> None:
    cleaned = clean(text, limit, lines=lines)
    assert clean(cleaned, limit, lines=lines) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= limit
    assert longest_run_of_marks(cleaned) <= MARKS_A_BASE
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("\x1b]0;title\x07rest", "]0;titlerest"),
        ("a\u202eb\u2066c\u200e", "abc"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("one\u2028two\u2029three\x85four", "one two three four"),
        ("  a \t\r\n  b\xa0c ", "a b c"),
        ("e\u0301", "é"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f", "👨\u200d👩\u200d👧 ❤\ufe0f"),
        ("\ud83d\ude00 lone \udc80", "lone"),
        ("flag\U000e0067\U000e007f", "flag"),
        ("", ""),
    ],
)
def test_what_becomes_of_a_title(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


def test_a_body_keeps_its_lines_and_at_most_one_empty_one() -> None:
    assert clean("a  b \r\n\r\n\r\n\r\n c\rd\u2028e", 4000, lines=True) == "a b\n\nc\nd\ne"


def test_what_is_cut_is_seen_to_be_cut() -> None:
    assert clean("x" * 600) == "x" * 499 + "…"
    assert clean("word another", 6) == "word…"


def test_a_long_run_of_marks_costs_no_time() -> None:
    zalgo = "a" + "\u0301\u0323" * 500_000
    assert len(clean(zalgo)) <= MARKS_A_BASE + 1
