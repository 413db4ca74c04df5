"""Text for streams that do not know every character: readable, and columns that stay where they are."""

from __future__ import annotations

import json

import pytest

from board.text.ascii import escaped, readable


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1,258 → 907 (−351)", "1,258 > 907 (-351)"),
        ("≈4,500 ≠ ≥600", "~4,500 != >=600"),
        ("Türkiye, Zveçan, Đorđe, Özkan Ulutaş", "Turkiye, Zvecan, Djordje, Ozkan Ulutas"),
        ("КФОР Приштина", "KFOR Pristina"),
        ("── Troops ─ ███▎", "-- Troops - ###|"),
        ("“said”", '"said"'),
        ("漢", "?"),
    ],
)
def test_what_an_encoding_lacks_is_put_otherwise(text: str, plain: str) -> None:
    assert readable(text, "ascii") == plain


def test_what_an_encoding_knows_is_left_as_it_is() -> None:
    assert readable("Türkiye −5", "utf-8") == "Türkiye −5"
    assert readable("Türkiye −5", "latin-1") == "Türkiye -5"


def test_a_longer_sign_takes_its_room_from_the_spaces_after_it() -> None:
    assert readable("  Δ     %  Also", "ascii") == "  +/-   %  Also"
    assert readable("Δ %", "ascii") == "+/- %"


def test_json_means_the_same() -> None:
    text = json.dumps({"name": "Türkiye 𝟙", "plain": "x"}, ensure_ascii=False)
    assert escaped(text, "ascii").isascii()
    assert json.loads(escaped(text, "ascii")) == json.loads(text)
