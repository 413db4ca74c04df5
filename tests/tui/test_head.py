"""The head of the board where something is wrong: the cut-off stays, and mistakes stand in a panel of their own."""

from __future__ import annotations

from dataclasses import replace

from board.errors import Problem
from board.store import Trouble
from board.tui.draw.header import draw_header
from board.tui.stored import _in_short
from board.tui.themes import Themes
from board.tui.watching import ConfigRefused, ThemesRead
from tests.tui import sample
from tests.tui.running import THEMES, board, cells, screen, until, until_drawn

WRONG = Problem("board.toml", 12, "panel.1.kind", "no panel kind 'tierz'", "did you mean 'tiers'?")
BAD_THEME = Problem("slate.toml", None, "", "not a theme")


def test_a_long_trouble_is_cut_and_the_cut_off_and_the_sources_stay() -> None:
    picture = replace(sample.picture(), trouble="alert italy: no answer from https://example.org/hook within 20 s " * 3)
    line = "".join(run.text for run in draw_header(picture, "Kosovo", sample.config().board.time_zone, 120))
    assert "! alert italy" in line
    assert "cut-off 22 Nov 13:58Z" in line
    assert "1 failing" in line


def test_of_mistakes_in_board_toml_the_head_says_only_how_many() -> None:
    def told(message: str) -> str:
        return _in_short(Trouble(name="config", message=message, at=sample.NOW))

    assert told("board.toml:3: wrong") == "board.toml has a mistake"
    assert told("board.toml:3: wrong\nboard.toml:9: wrong") == "board.toml has 2 mistakes"


async def test_a_theme_that_is_read_again_leaves_the_mistakes_of_board_toml_where_they_are() -> None:
    async with board() as (pilot, app, _door):
        app.post_message(ConfigRefused((WRONG,)))
        await until_drawn(pilot, app, "did you mean 'tiers'?")
        assert "cut-off" in cells(app)[0]
        app.post_message(ThemesRead(Themes(THEMES.by_name, (BAD_THEME,))))
        await until_drawn(pilot, app, "2 problems")
        app.post_message(ThemesRead(THEMES))
        await until_drawn(pilot, app, "1 problem")
        assert "did you mean 'tiers'?" in screen(app)


async def test_mistakes_that_were_put_away_stay_away_until_there_are_others() -> None:
    async with board() as (pilot, app, _door):
        app.post_message(ConfigRefused((WRONG,)))
        await until_drawn(pilot, app, "1 problem")
        await pilot.press("escape")
        await until(pilot, lambda: "1 problem" not in screen(app))
        app.post_message(ThemesRead(THEMES))
        app.post_message(ConfigRefused((WRONG,)))
        await until(pilot, lambda: not app._message_queue.qsize())
        assert "1 problem" not in screen(app)
        app.post_message(ConfigRefused((replace(WRONG, line=13),)))
        await until_drawn(pilot, app, "board.toml:13")
