"""Every format against the cases: a board and a snapshot in, a text out, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from board import plugins
from tests.panels.boards import CASES, board

SHOWN = sorted(CASES.glob("*/shown.*"))
ENDINGS = {".txt": "text", ".json": "json", ".md": "markdown", ".csv": "csv", ".html": "html"}


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: f"{file.parent.name}-{file.suffix[1:]}")
def test_a_board_is_shown_as_written_down(file: Path) -> None:
    case = board(file.parent.name)
    render = plugins.load("board.render", ENDINGS[file.suffix]).render
    assert render(case.views, case.heading) == file.read_bytes().decode()


def test_there_are_cases() -> None:
    assert SHOWN
