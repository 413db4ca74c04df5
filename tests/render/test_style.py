"""The page can be read: every tone stands out from its ground, dark and light."""

from __future__ import annotations

import re

import pytest

from board.render._style import STYLE
from board.shapes import Tone

BLOCKS = re.findall(r"--back: .*?; \}", STYLE, re.DOTALL)
ENOUGH = 4.5


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z_0-9]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("block", BLOCKS[:2], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["text", *(tone.value for tone in Tone if tone is not Tone.PLAIN)])
def test_words_stand_out_from_panel_and_page(block: str, name: str) -> None:
    known = colours(block)
    assert min(contrast(known[name], known[ground]) for ground in ("panel", "back")) >= ENOUGH


def test_there_is_a_dark_and_a_light_page() -> None:
    assert [luminance(colours(block)["back"]) > 0.5 for block in BLOCKS[:2]] == [True, False]
