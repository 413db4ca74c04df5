"""docs/board-toml.md says what the program validates."""

from __future__ import annotations

from pathlib import Path

from board.config.reference import reference

PAGE = Path(__file__).parent.parent.parent / "docs" / "board-toml.md"


def test_the_page_is_what_make_reference_writes() -> None:
    assert PAGE.read_text() == reference(), "run `make reference`"
