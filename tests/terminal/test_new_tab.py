"""A tab written into board.toml while the board runs is there at once, in the real program."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import Desk
from tests.journeys.server import Site

BOARD = """
[board]
title = "{title}"
{tabs}

[[panel]]
kind = "sources"

[source.own]
kind = "csv"
path = "own.csv"
gives = "statements"
"""


def board(title: str, tabs: str = "") -> str:
    return BOARD.replace("{title}", title).replace("{tabs}", tabs)


def test_a_board_that_is_named_as_a_tab_is_opened_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Site())
    (tmp_path / "own.csv").write_text("speaker,text\n")
    (tmp_path / "bosnia.toml").write_text(board("Bosnia: security"))
    desk.write(board("Kosovo: security"))
    with desk.open("--offline") as reader:
        reader.sees("Kosovo: security")
        reader.sees("q quit")
        reader.quiet()
        desk.write(board("Kosovo: security", 'tabs = ["bosnia.toml"]'))
        reader.sees("1 Kosovo: security", "2 bosnia")
        reader.type("]")
        reader.sees("2 Bosnia: security")
        desk.write(board("Kosovo: security", 'tabs = ["nowhere.toml"]'))
        reader.type("[")
        reader.sees("1 Kosovo: security")
        reader.sees("nowhere.toml")
        reader.leaves()
