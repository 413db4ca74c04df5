"""The tour explains every sign that stands on the board, in the words that stand there."""

from __future__ import annotations

import pytest

from board.tui.draw.lines import width_of
from board.tui.draw.tour import draw_tour
from tests.tui.test_drawing import text_of

SIGNS = (
    "→",
    "←",
    "▸ 2",
    "▸ 4",
    "?",
    "≈",
    "≥",
    "≤",
    "−",
    "Δ",
    "Also",
    "≠",
    "•",
    "new",
    "●",
    "○",
    "◆",
    "~",
    "!",
    "held",
    "+2 columns",
    "…",
    "B3?",
    "NO ANSWER YET",
    "HEADLINE",
    "as of",
)


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_is_explained(sign: str) -> None:
    assert sign in "\n".join(text_of(line) for line in draw_tour({}, 100))


@pytest.mark.parametrize("width", [30, 76, 106, 190])
def test_it_fits(width: int) -> None:
    assert all(width_of(line.runs) <= width for line in draw_tour({}, width))


@pytest.mark.parametrize("sign", ["≥", "≤", "≠"])
def test_a_sign_that_ascii_types_in_two_cells_has_a_space_to_take_and_one_to_leave(sign: str) -> None:
    """`about >=` and not `about>=`."""
    told = "\n".join(text_of(line) for line in draw_tour({}, 400))
    assert f"  {sign} " in told
