"""The hour at which something was said, in every format that has lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board import plugins
from tests.panels.boards import board
from tests.panels.building import view
from tests.panels.description import described

HEADING = board("kosovo").heading
SAID = view(
    "statements",
    described(
        '[[statement]]\npublished = "2026-11-22T07:24:19Z"\ntext = "first"\n'
        '[[statement]]\npublished = "2026-11-21"\ntext = "second"\n'
    ),
)


def rendered(name: str, width: int = 100) -> str:
    text: str = plugins.load("board.render", name).render((SAID,), replace(HEADING, width=width))
    return text


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_an_instant_has_its_hour_and_a_day_has_none(name: str) -> None:
    text = rendered(name)
    assert "22 Nov 2026 07:24Z" in text
    assert "21 Nov 2026" in text
    assert "21 Nov 2026 0" not in text


def test_in_a_narrow_text_who_spoke_stands_under_the_date() -> None:
    lines = rendered("text", 44).splitlines()
    assert all(len(line) <= 44 for line in lines)
    at = next(number for number, line in enumerate(lines) if "07:24Z" in line)
    assert lines[at + 1] == "    unknown speaker"
